from __future__ import annotations

import io
import struct

import pytest

from artistguard.containers import psd
from artistguard.errors import Damaged, EmptyFile, TooLarge


def document(wide: bool = False, resources: bytes = b"", layers: bytes = b"", picture: bytes = bytes(8)) -> bytes:
    """One channel, three columns, two rows, eight bits: six bytes of picture behind the two of its method."""
    head = (psd.LARGE if wide else psd.SMALL) + bytes(6) + struct.pack(">HIIHH", 1, 2, 3, 8, 1)
    length = struct.pack(">Q" if wide else ">I", len(layers))
    return (
        head + struct.pack(">I", 2) + b"cc" + struct.pack(">I", len(resources)) + resources + length + layers + picture
    )


def packed(wide: bool) -> bytes:
    return struct.pack(">HII" if wide else ">HHH", psd.PACKED, 2, 2) + b"\xfe\1\xfe\2"


@pytest.mark.parametrize("wide", [False, True], ids=["psd", "psb"])
def test_sections_are_found(wide: bool) -> None:
    content = document(wide, b"resources", b"layers")
    found = psd.outline(io.BytesIO(content))
    assert (found.header.wide, found.header.channels, found.header.height, found.header.width) == (wide, 1, 2, 3)
    assert psd.resources(io.BytesIO(content), found) == b"resources"
    assert content[found.picture :] == bytes(8)
    assert found.picture == found.resources_end + (8 if wide else 4) + len(b"layers")


@pytest.mark.parametrize("wide", [False, True], ids=["psd", "psb"])
def test_every_cut_is_told(wide: bool) -> None:
    content = document(wide, b"resources", b"layers")
    for cut in range(1, len(content)):
        with pytest.raises(Damaged):
            psd.rows(io.BytesIO(content[:cut]), psd.outline(io.BytesIO(content[:cut])))
    with pytest.raises(EmptyFile):
        psd.outline(io.BytesIO())


def test_another_version_is_none() -> None:
    with pytest.raises(Damaged):
        psd.outline(io.BytesIO(b"8BPS\0\3" + document()[6:]))


@pytest.mark.parametrize("wide", [False, True], ids=["psd", "psb"])
def test_packed_rows_are_counted(wide: bool) -> None:
    content = document(wide, picture=packed(wide))
    assert psd.rows(io.BytesIO(content), psd.outline(io.BytesIO(content))) == (2, 2)
    for short in (content[:-1], content[:-5]):
        with pytest.raises(Damaged):
            psd.rows(io.BytesIO(short), psd.outline(io.BytesIO(short)))


@pytest.mark.parametrize("wide", [False, True], ids=["psd", "psb"])
def test_flat_is_narrow_and_without_layers(wide: bool) -> None:
    content = document(wide, b"resources", b"layers", packed(wide))
    assert flat(content) == document(False, b"resources", b"", packed(False))


def flat(content: bytes) -> bytes:
    return psd.flat(io.BytesIO(content), psd.outline(io.BytesIO(content))).read()


def test_rows_too_long_for_the_narrow_form_are_unpacked() -> None:
    # 70,000 times "nothing", which PackBits allows, then three bytes as they are.
    long_row = b"\x80" * 70_000 + b"\2abc"
    picture = struct.pack(">HII", psd.PACKED, len(long_row), 2) + long_row + b"\xfed"
    assert flat(document(True, picture=picture)) == document(picture=bytes(2) + b"abcddd")


@pytest.mark.parametrize(
    "row",
    [b"\5aAbBcC", b"\1aA\x80\3bBcC", b"\0a\0A\0b\0B\0c\0C", b"\1aA\1bB\xffC"],
    ids=["as it is", "nothing between", "one by one", "repeated"],
)
@pytest.mark.parametrize("wide", [False, True], ids=["psd", "psb"])
def test_of_sixteen_bits_the_upper_eight_are_left(row: bytes, wide: bool) -> None:
    lengths = struct.pack(">II" if wide else ">HH", len(row), len(row))
    content = deep(document(wide, picture=psd.PACKED.to_bytes(2) + lengths + row * 2))
    last = b"C" if row.endswith(b"\xffC") else b"c"
    assert flat(content) == document(picture=bytes(2) + (b"ab" + last) * 2)
    assert flat(deep(document(wide, picture=bytes(2) + b"aAbBcC" * 2))) == document(picture=bytes(2) + b"abcabc")


def deep(content: bytes) -> bytes:
    """The same with 16 bits a channel."""
    return content[:22] + struct.pack(">H", psd.DEEP) + content[24:]


@pytest.mark.parametrize("row", [b"", b"\4aAbBc", b"\6aAbBcCd", b"\xfa", b"\x81z"])
def test_a_row_of_another_length_is_damaged(row: bytes) -> None:
    picture = psd.PACKED.to_bytes(2) + struct.pack(">HH", len(row), len(row)) + row * 2
    with pytest.raises(Damaged):
        flat(deep(document(picture=picture)))


def test_what_is_too_long_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    source = io.BytesIO(document(resources=b"resources"))
    found = psd.outline(source)
    monkeypatch.setattr(psd, "LONGEST_PICTURE", 7)
    with pytest.raises(TooLarge):
        psd.flat(source, found)
    monkeypatch.setattr(psd, "LONGEST_RESOURCES", 8)
    with pytest.raises(TooLarge):
        psd.resources(source, found)


def test_pieces_are_all_of_it() -> None:
    content = bytes(range(256)) * 9000
    assert b"".join(psd.pieces(io.BytesIO(content), 5, len(content) - 3)) == content[5:-3]
    with pytest.raises(Damaged):
        list(psd.pieces(io.BytesIO(content), 5, len(content) + 1))
