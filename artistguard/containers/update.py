"""Incremental updates of PDF: objects appended behind a file whose own bytes all stay as they are.

An update of ours begins with a comment that tells how long the file was before, so that it can be taken off again:
writing anew replaces it instead of piling up.

Source: ISO 32000-2:2020, sections 7.5.4 (cross-reference table), 7.5.5 (trailer), 7.5.6 (incremental updates),
7.5.8 (cross-reference streams), 14.4 (file identifiers).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from artistguard.errors import CannotEmbed, Damaged

_MARK = b"%ArtistGuard update of "
_MARKED = re.compile(rb"%ArtistGuard update of (\d{1,15}) bytes\n")
_START = re.compile(rb"startxref\s+(\d{1,15})")
_STREAM = re.compile(rb"\d+\s+\d+\s+obj\b")
_REACH = 4096
_WIDEST = 9_999_999_999
"""The largest offset that ten digits of a cross-reference table hold."""


@dataclass(frozen=True, slots=True)
class Item:
    """One object of an update.

    Attributes:
        number: Object number.
        generation: Its generation.
        body: What stands between ``obj`` and ``endobj``.
    """

    number: int
    generation: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Trailer:
    """What the trailer of an update says.

    Attributes:
        size: One more than the largest object number, the update's own objects counted.
        root: Reference to the catalog, such as ``b"1 0 R"``.
        info: Reference to the information dictionary, or empty.
        identifier: The first of the two file identifiers, or empty where the file has none.
    """

    size: int
    root: bytes
    info: bytes = b""
    identifier: bytes = b""


def without_update(content: bytes) -> bytes:
    """The file as it was before our updates; the same bytes where the last update is not ours.

    Args:
        content: The whole file.

    Returns:
        A prefix of it.
    """
    while len(before := _without_last(content)) < len(content):
        content = before
    return content


def _without_last(content: bytes) -> bytes:
    place = content.rfind(_MARK)
    found = _MARKED.match(content, place) if place >= 0 else None
    if found is None:
        return content
    before, update = int(found[1]), content[place:]
    if before > place or content[before:place] not in {b"", b"\n"} or update.count(b"%%EOF") != 1:
        return content
    start = _last_start(update)
    if start is None or not place < start < len(content) or not update.endswith(b"%%EOF\n"):
        return content
    return content[:before]


def updated(content: bytes, items: list[Item], trailer: Trailer) -> bytes:
    """Append objects.

    Args:
        content: The file, whose own cross-reference must be sound.
        items: Objects to add or replace.
        trailer: Of the update.

    Returns:
        The file with the update behind it; the same arguments always give the same bytes.

    Raises:
        CannotEmbed: Its size or structure leaves no room for an update.
        Damaged: It does not end as a PDF does.
    """
    previous = _last_start(content[-_REACH:])
    if previous is None or previous >= len(content):
        raise Damaged("The PDF does not end as it should: it was cut off.")
    if len(content) > _WIDEST - _REACH * _REACH:
        raise CannotEmbed("The PDF is too large for another update.")
    body = bytearray(b"" if content.endswith(b"\n") else b"\n")
    body += _MARK + f"{len(content)} bytes\n".encode()
    places: dict[int, tuple[int, int]] = {}
    for item in sorted(items, key=lambda item: item.number):
        places[item.number] = (len(content) + len(body), item.generation)
        body += f"{item.number} {item.generation} obj\n".encode() + item.body + b"\nendobj\n"
    start = len(content) + len(body)
    if content.startswith(b"xref", previous):
        body += _table(places) + b"trailer\n<< " + _entries(trailer, previous, body) + b" >>\n"
    elif _STREAM.match(content, previous):
        body += _stream(places, trailer, previous, start, body)
    else:
        raise Damaged("The PDF's cross-reference is not where its end says.")
    return content + bytes(body) + f"startxref\n{start}\n%%EOF\n".encode()


def _last_start(tail: bytes) -> int | None:
    places = _START.findall(tail)
    return int(places[-1]) if places else None


def _entries(trailer: Trailer, previous: int, body: bytes | bytearray) -> bytes:
    entries = [f"/Size {trailer.size}".encode(), b"/Root " + trailer.root, f"/Prev {previous}".encode()]
    if trailer.info:
        entries.append(b"/Info " + trailer.info)
    if trailer.identifier:
        # The second identifier tells one state of the file from another; it is drawn from the update itself.
        changed = hashlib.sha256(bytes(body)).hexdigest()[:32]
        entries.append(f"/ID [<{trailer.identifier.hex()}> <{changed}>]".encode())
    return b" ".join(entries)


def _runs(numbers: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _table(places: dict[int, tuple[int, int]]) -> bytes:
    lines = [b"xref\n"]
    for run in _runs(list(places)):
        lines.append(f"{run[0]} {len(run)}\n".encode())
        lines += [f"{places[number][0]:010d} {places[number][1]:05d} n\r\n".encode() for number in run]
    return b"".join(lines)


def _stream(
    places: dict[int, tuple[int, int]], trailer: Trailer, previous: int, start: int, body: bytearray
) -> bytes:  # fmt: skip
    """A cross-reference stream, itself the last object; entries of one byte type, five offset, two generation."""
    own = trailer.size
    every = {**places, own: (start, 0)}
    rows = b"".join(
        b"\x01" + every[number][0].to_bytes(5, "big") + every[number][1].to_bytes(2, "big") for number in sorted(every)
    )
    index = " ".join(f"{run[0]} {len(run)}" for run in _runs(list(every)))
    larger = Trailer(own + 1, trailer.root, trailer.info, trailer.identifier)
    head = f"{own} 0 obj\n<< /Type /XRef /W [1 5 2] /Index [{index}] /Length {len(rows)} ".encode()
    return head + _entries(larger, previous, body) + b" >>\nstream\n" + rows + b"\nendstream\nendobj\n"
