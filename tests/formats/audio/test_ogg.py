from __future__ import annotations

import io

import mutagen.oggvorbis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from artistguard.containers import ogg
from artistguard.errors import Damaged
from artistguard.formats.audio.ogg import Ogg
from tests.suites.format_suite import SAMPLES, FormatSuite, inscription, read, write
from tests.suites.mutations import MutationSuite


class TestOgg(MutationSuite, FormatSuite):
    plugin = Ogg()
    folder = "audio/ogg"


OGG = Ogg()
FOLDER = SAMPLES / "audio/ogg"


def pages(content: bytes) -> list[ogg.Page]:
    source, found = io.BytesIO(content), []
    while (page := ogg.page_at(source)) is not None:
        found.append(page)
    assert source.read() == b""
    return found


@pytest.mark.parametrize("name", [file.name for file in TestOgg.files("")])
def test_pages_are_numbered_and_summed_right_and_music_is_the_same(name: str) -> None:
    before = pages((FOLDER / name).read_bytes())
    after = pages(write(OGG, (FOLDER / name).read_bytes(), inscription()))
    assert [page.number for page in after] == list(range(len(after)))
    assert all(page.sum() == page.checksum for page in after)
    music = [(page.flags, page.granule, page.lacing, page.body) for page in before if page.granule > 0]
    assert [(page.flags, page.granule, page.lacing, page.body) for page in after if page.granule > 0] == music


def test_headers_may_take_more_pages_or_fewer() -> None:
    content = (FOLDER / "oggenc-tags.ogg").read_bytes()
    long = inscription(contact="https://zoe.example/" + "a" * 70000)
    grown = write(OGG, content, long)
    assert len(pages(grown)) > len(pages(content))
    assert OGG.decode(io.BytesIO(grown)).guard == OGG.decode(io.BytesIO(content)).guard
    headers = ogg.headers(io.BytesIO(grown), lambda _: 3)
    target = io.BytesIO()
    ogg.rewrite(io.BytesIO(grown), target, headers, ogg.headers(io.BytesIO(content), lambda _: 3).packets[1:])
    assert target.getvalue() == content


def test_a_wrong_checksum_of_music_stays_wrong() -> None:
    content = bytearray((FOLDER / "oggenc-tags.ogg").read_bytes())
    content[-1] ^= 1
    last = pages(write(OGG, bytes(content), inscription(contact="https://zoe.example/" + "a" * 70000)))[-1]
    assert last.sum() != last.checksum


def test_a_wrong_checksum_of_headers_is_told() -> None:
    content = bytearray((FOLDER / "oggenc-tags.ogg").read_bytes())
    content[content.index(b"Xiph")] ^= 1
    with pytest.raises(Damaged):
        read(OGG, bytes(content))


def test_bytes_behind_the_last_page_are_kept() -> None:
    content = (FOLDER / "oggenc-tags.ogg").read_bytes()
    assert write(OGG, content + b"TAG" + bytes(125), inscription()).endswith(b"TAG" + bytes(125))


def test_facts_are_found() -> None:
    for name in ("oggenc-tags.ogg", "flac-flac-in-ogg.oga"):
        assert read(OGG, (FOLDER / name).read_bytes()).facts.seconds == pytest.approx(1.5, abs=0.01)
    facts = read(OGG, (FOLDER / "oggenc-tags.ogg").read_bytes()).facts
    assert (facts.title, facts.creator, facts.identifiers) == ("Ébbe", "Zoë & the Tides", (("ISRC", "DEA452600001"),))


def test_the_picture_and_own_words_stay() -> None:
    content = (FOLDER / "mutagen-big-picture.ogg").read_bytes()
    before, after = (
        mutagen.oggvorbis.OggVorbis(io.BytesIO(part)) for part in (content, write(OGG, content, inscription()))
    )
    for key in ("metadata_block_picture", "lyrics", "contact"):
        assert after[key] == before[key]
    assert len(after["contact"]) == 1


@given(some.binary(max_size=2000))
@settings(derandomize=True, max_examples=50)
def test_the_checksum_is_the_slow_one(content: bytes) -> None:
    register = 0
    for byte in content:
        register ^= byte << 24
        for _ in range(8):
            register = (register << 1 ^ (0x04C11DB7 if register >> 31 else 0)) & 0xFFFFFFFF
    assert ogg.checksum_of(content) == register
