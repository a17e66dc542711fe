from __future__ import annotations

import hashlib
import struct

import pytest

from artistguard.containers import photoshop
from artistguard.containers.photoshop import IPTC, IPTC_DIGEST
from artistguard.errors import Damaged


def resource(number: int, data: bytes, name: bytes = b"", signature: bytes = b"8BIM") -> bytes:
    named = bytes([len(name)]) + name
    named += b"\0" * (len(named) % 2)
    return signature + struct.pack(">H", number) + named + struct.pack(">I", len(data)) + data + b"\0" * (len(data) % 2)


def test_resources_with_names_and_odd_sizes_are_read() -> None:
    block = resource(0x03ED, b"dpi", b"A name") + resource(0x0FA0, b"abcd", b"odd", b"MeSa")
    found = photoshop.parse(block)
    assert [(row.number, row.data) for row in found] == [(0x03ED, b"dpi"), (0x0FA0, b"abcd")]
    assert b"".join(row.raw for row in found) == block


def test_fields_are_put_where_they_were_and_the_rest_stays() -> None:
    before, after = resource(0x03ED, b"dpi"), resource(0x040B, b"url")
    assert (
        photoshop.with_iptc(before + resource(IPTC, b"old") + after, b"newer")
        == before + resource(IPTC, b"newer") + after
    )


def test_new_fields_go_to_the_end() -> None:
    assert photoshop.with_iptc(resource(1, b"x"), b"new") == resource(1, b"x") + resource(IPTC, b"new")
    assert photoshop.with_iptc(b"", b"new") == resource(IPTC, b"new")


def test_the_same_fields_leave_the_block_as_it_is() -> None:
    block = resource(IPTC, b"same") + b"\0\0\0"
    assert photoshop.with_iptc(block, b"same") == block


def test_a_right_digest_is_made_right_again() -> None:
    block = resource(IPTC, b"old") + resource(IPTC_DIGEST, hashlib.md5(b"old").digest())
    assert photoshop.parse(photoshop.with_iptc(block, b"new"))[1].data == hashlib.md5(b"new").digest()


def test_a_wrong_digest_still_says_that_something_was_changed() -> None:
    block = resource(IPTC, b"old") + resource(IPTC_DIGEST, hashlib.md5(b"other").digest())
    assert photoshop.parse(photoshop.with_iptc(block, b"new"))[1].data == hashlib.md5(b"other").digest()


def test_a_last_resource_without_padding_is_padded_before_another() -> None:
    block = resource(0x03ED, b"dpi")[:-1]
    found = photoshop.parse(photoshop.with_iptc(block, b"new"))
    assert [row.data for row in found] == [b"dpi", b"new"]


@pytest.mark.parametrize(
    "block",
    [b"8BIM", b"XXXX\4\4\0\0\0\0\0\0", resource(IPTC, b"abcdef")[:-2], resource(1, b"") * 10_001, b"8BIM\4\4\xff"],
)
def test_what_does_not_add_up_is_damaged(block: bytes) -> None:
    with pytest.raises(Damaged):
        photoshop.parse(block)


def test_several_resources_at_once() -> None:
    block = resource(0x0424, b"old packet") + resource(0x040B, b"url")
    fresh = {photoshop.XMP: b"new packet", photoshop.EXIF: b"MM\0*", IPTC: b"fields"}
    changed = photoshop.with_resources(block, fresh)
    assert [row.number for row in photoshop.parse(changed)] == [photoshop.XMP, 0x040B, photoshop.EXIF, IPTC]
    assert all(photoshop.data_of(photoshop.parse(changed), number) == data for number, data in fresh.items())
    assert photoshop.with_resources(changed, fresh) is changed
    assert photoshop.with_resources(block, {}) is block


def test_only_the_first_of_two_is_replaced() -> None:
    block = resource(photoshop.XMP, b"one") + resource(photoshop.XMP, b"two")
    changed = photoshop.parse(photoshop.with_resources(block, {photoshop.XMP: b"new"}))
    assert [row.data for row in changed] == [b"new", b"two"]
    assert photoshop.data_of(changed, photoshop.EXIF) is None
