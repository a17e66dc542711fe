from __future__ import annotations

import hashlib

import pytest

from artistguard.errors import CannotEmbed, Damaged
from artistguard.packets import extension, xmp
from artistguard.vocabularies import table
from tests.suites.format_suite import inscription

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def packet(inside: str, attributes: str = "") -> bytes:
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}">'
        f'<rdf:Description rdf:about="" xmlns:n="http://artist.example/n/" {attributes}>{inside}</rdf:Description>'
        "</rdf:RDF></x:xmpmeta>"
    ).encode()


def names(*packets: bytes) -> dict[str, str]:
    return {entry.name: str(entry.value) for part in packets for entry in xmp.parse(part)}


def test_the_longest_properties_move_until_the_rest_fits() -> None:
    whole = packet(f"<n:a>{'a' * 3000}</n:a><n:b>{'b' * 2000}</n:b><n:c>c</n:c>")
    standard, extended = extension.split(whole, 3000)
    assert len(standard) <= 3000
    assert set(names(extended)) == {"a"}
    assert {"b", "c"} <= set(names(standard))
    assert extension.named(standard) == hashlib.md5(extended).hexdigest().upper()


def test_long_properties_in_attributes_move_too() -> None:
    standard, extended = extension.split(packet("", f'n:a="{"a" * 3000}"'), 1000)
    assert names(extended) == {"a": "a" * 3000}
    assert "a" not in names(standard)


def test_joining_gives_everything_back_without_the_note() -> None:
    whole = packet(f"<n:a>{'a' * 3000}</n:a><n:c>c</n:c>")
    joined = extension.join(*extension.split(whole, 1000))
    assert names(joined) == names(whole)
    assert extension.named(joined) == ""


def test_statements_stay_where_the_simplest_reader_looks() -> None:
    whole = xmp.merge(packet(f"<n:a>{'a' * 9000}</n:a>"), table.properties(inscription()))
    standard, extended = extension.split(whole, 6000)
    assert "DataMining" in names(standard)
    assert set(names(extended)) == {"a"}


def test_what_cannot_be_moved_is_refused() -> None:
    stays = f'<dc:rights xmlns:dc="http://purl.org/dc/elements/1.1/">{"r" * 5000}</dc:rights>'
    with pytest.raises(CannotEmbed):
        extension.split(packet(stays), 1000)


def test_the_note_may_be_an_element() -> None:
    note = f'<e:HasExtendedXMP xmlns:e="{extension.NOTE}"> {"AB" * 16} </e:HasExtendedXMP>'
    assert extension.named(packet(note)) == "AB" * 16
    assert "HasExtendedXMP" not in names(extension.join(packet(note), packet("")))


@pytest.mark.parametrize("broken", [b"", b"<x", b"<!DOCTYPE x><x/>", b"<x/>", b"\xff\xfe"])
def test_no_packet_is_damaged(broken: bytes) -> None:
    with pytest.raises(Damaged):
        extension.split(broken, 1000)
