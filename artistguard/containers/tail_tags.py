"""The tags that stand at the end of an MP3 file, read only: ID3v1 and APEv2.

They are never changed. Players that see an ID3v2 tag pass them over, so what they say is said again in a tag that is
made new.

Source: id3.org, "ID3v1" (128 bytes, with the track number of ID3v1.1); Hydrogenaudio, "APEv2 specification".
"""

from __future__ import annotations

import struct

LEGACY_BYTES = 128
FOOTER_BYTES = 32
MOST_ITEMS = 1000
_APE_FIELDS = {
    "title": "TIT2",
    "artist": "TPE1",
    "album": "TALB",
    "track": "TRCK",
    "year": "TYER",
    "genre": "TCON",
    "isrc": "TSRC",
    "copyright": "TCOP",
    "composer": "TCOM",
}


def fields(tail: bytes) -> dict[str, str]:
    """What the tags at the end say, by the name of the ID3v2 text frame that says the same; APEv2 goes first.

    Args:
        tail: The last bytes of the file; an APEv2 tag that reaches before them is passed over.
    """
    legacy = tail[-LEGACY_BYTES:] if tail[-LEGACY_BYTES:].startswith(b"TAG") else b""
    before = tail[: len(tail) - len(legacy)]
    found = {**_legacy(legacy), **_ape(before)}
    return {name: words for name, words in found.items() if words}


def _legacy(block: bytes) -> dict[str, str]:
    if len(block) < LEGACY_BYTES:
        return {}
    parts = struct.unpack("3x30s30s30s4s30sB", block)
    title, artist, album, year, comment = (part.partition(b"\0")[0].decode("latin-1").strip() for part in parts[:5])
    numbered = parts[4][28] == 0 and parts[4][29] != 0
    return {
        "TIT2": title,
        "TPE1": artist,
        "TALB": album,
        "TYER": year,
        "COMM": comment,
        "TRCK": str(parts[4][29]) if numbered else "",
        "TCON": f"({parts[5]})" if parts[5] < 148 else "",
    }


def _ape(tail: bytes) -> dict[str, str]:
    footer = tail[-FOOTER_BYTES:]
    if len(footer) < FOOTER_BYTES or not footer.startswith(b"APETAGEX"):
        return {}
    _, size, count, _ = struct.unpack_from("<IIII", footer, 8)
    if not FOOTER_BYTES <= size <= len(tail) or count > MOST_ITEMS:
        return {}
    return _items(tail[-size:-FOOTER_BYTES], count)


def _items(body: bytes, count: int) -> dict[str, str]:
    found: dict[str, str] = {}
    at = 0
    for _ in range(count):
        name_end = body.find(b"\0", at + 8)
        if at + 8 > len(body) or name_end < 0:
            break
        length, flags = struct.unpack_from("<II", body, at)
        value = body[name_end + 1 : name_end + 1 + length]
        name = body[at + 8 : name_end].decode("latin-1").lower()
        if flags & 6 == 0 and name in _APE_FIELDS:
            found[_APE_FIELDS[name]] = value.decode("utf-8", "replace").replace("\0", " / ").strip()
        at = name_end + 1 + length
    return found
