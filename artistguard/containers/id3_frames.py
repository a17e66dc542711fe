"""What stands in ID3 frames: texts, web addresses, private packets; and the frames that an inscription becomes.

Source: id3.org, "ID3 tag version 2.4.0 native frames" and 2.3.0 section 4: text (4.2), TXXX (4.2.6), links (4.3),
USER (4.22), PRIV (4.27), GEOB (4.15); XMP specification part 3 (2020), section 2.3.3 (PRIV frame, owner "XMP").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.containers.freeform import laid
from artistguard.containers.id3 import Frame, Tag, unsynchronised, with_frames
from artistguard.vocabularies.properties import Tag as Pair
from artistguard.vocabularies.rights import replaceable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from artistguard.vocabularies.properties import Rights

XMP_OWNER = b"XMP\0"
_SHORT_NAMES = {
    "TXXX": "TXX",
    "TCOP": "TCR",
    "WCOP": "WCP",
    "GEOB": "GEO",
    "TIT2": "TT2",
    "TPE1": "TP1",
    "TALB": "TAL",
    "TRCK": "TRK",
    "TSRC": "TRC",
    "TPE2": "TP2",
    "TYER": "TYE",
}
"""Version 2.2 calls the same frames by three letters."""
_CODECS = {0: "latin-1", 1: "utf-16", 2: "utf-16-be", 3: "utf-8"}


def name(kind: str, version: int) -> str:
    """What a version calls a frame (given as versions 2.3 and 2.4 call it); empty when it has no such frame."""
    return _SHORT_NAMES.get(kind, "") if version == 2 else kind


def _of(tag: Tag, kind: str) -> Iterator[bytes]:
    wanted = name(kind, tag.version)
    return (tag.plain(frame) for frame in tag.frames if wanted and frame.kind == wanted)


def _parted(text: bytes, encoding: int, most: int) -> list[bytes]:
    """Split at terminators: one zero, or two at an even place in UTF-16."""
    if encoding not in {1, 2}:
        return text.split(b"\0", most)
    parts: list[bytes] = []
    start = 0
    for at in range(0, len(text) - 1, 2):
        if text[at : at + 2] == b"\0\0" and len(parts) != most:
            parts.append(text[start:at])
            start = at + 2
    return [*parts, text[start:]]


def _decoded(text: bytes, encoding: int, mark: bytes = b"") -> str:
    # Only the first string of a UTF-16 frame is sure to carry the mark of its byte order.
    if encoding == 1 and text[:2] not in {b"\xff\xfe", b"\xfe\xff"}:
        text = (mark or b"\xff\xfe") + text
    return text.decode(_CODECS[encoding], "replace").strip("\0")


def text_parts(body: bytes, most: int = -1) -> list[str]:
    """The strings of a body that begins with an encoding byte.

    Args:
        body: Encoding (0 Latin-1, 1 UTF-16 with mark, 2 UTF-16BE, 3 UTF-8), then strings parted by terminators.
        most: How many terminators part strings; those after belong to the last string. -1 for all.
    """
    if not body or body[0] not in _CODECS:
        return []
    return [_decoded(part, body[0], body[1:3]) for part in _parted(body[1:], body[0], most)]


def texts(tag: Tag, kind: str) -> str:
    """The words of the first text frame of a kind, several joined by `` / ``; empty when there is none."""
    for body in _of(tag, kind):
        if words := " / ".join(part for part in text_parts(body) if part).strip():
            return words
    return ""


def link(tag: Tag, kind: str) -> str:
    """The first web address in link frames of a kind, or empty."""
    return next((body.partition(b"\0")[0].decode("latin-1").strip() for body in _of(tag, kind) if body), "")


def terms(tag: Tag) -> str:
    """The text of the first USER frame (encoding, three letters of language, text), or empty."""
    return next((_terms(body) for body in _of(tag, "USER")), "")


def _terms(body: bytes) -> str:
    return "".join(text_parts(body[:1] + body[4:])[:1]).strip()


def pairs(tag: Tag) -> tuple[Pair, ...]:
    """Every TXXX as key and value."""
    return tuple(pair for body in _of(tag, "TXXX") if (pair := _pair(body)) is not None)


def _pair(body: bytes) -> Pair | None:
    parts = text_parts(body, 1)
    return Pair(parts[0].strip(), parts[1].replace("\0", " / ").strip()) if len(parts) == 2 else None


def packet(tag: Tag) -> bytes | None:
    """The XMP packet, or None."""
    return next((body[len(XMP_OWNER) :] for body in _of(tag, "PRIV") if body.startswith(XMP_OWNER)), None)


def credentials(tag: Tag) -> bool:
    """Whether a C2PA manifest stands in it, which any edit would break.

    Source: C2PA Technical Specification 2.2, section A.3.4: GEOB with MIME type application/c2pa (older files:
    application/x-c2pa-manifest-store).
    """
    return any(b"c2pa" in body[1:64].partition(b"\0")[0].lower() for body in _of(tag, "GEOB"))


def text_frame(tag: Tag, kind: str, *strings: str, between: bytes = b"") -> Frame:
    """A frame of text in the best encoding that the version has: Latin-1 while it fits, else UTF-8 or UTF-16.

    Args:
        tag: For which it is made.
        kind: As versions 2.3 and 2.4 call it.
        strings: Parted by terminators.
        between: Bytes that stand behind the encoding, before the first string (a language).
    """
    joined = "\0".join(strings)
    if joined.isascii() or (tag.version != 4 and _fits_latin(joined)):
        body = b"\0" + between + joined.encode("latin-1")
    elif tag.version == 4:
        body = b"\3" + between + joined.encode("utf-8", "replace")
    else:
        wide = (b"\xff\xfe" + part.encode("utf-16-le", "replace") for part in strings)
        body = b"\1" + between + b"\0\0".join(wide)
    return _frame(tag, kind, body)


def _fits_latin(text: str) -> bool:
    return all(ord(letter) < 256 for letter in text)


def _frame(tag: Tag, kind: str, body: bytes) -> Frame:
    if tag.version == 4 and tag.unsynchronised:
        return Frame(kind, unsynchronised(body), 0x0002)
    return Frame(name(kind, tag.version), body)


def inscribed(tag: Tag, own: Iterable[Pair], rights: Rights, xmp: bytes | None) -> Tag:
    """The same tag with our keys set, the standard fields filled where they are empty, and the packet exchanged.

    Args:
        tag: As found, or a new one.
        own: Our keys, each a TXXX.
        rights: TCOP, USER and WCOP, only where nobody has said anything.
        xmp: The merged packet, for a PRIV frame; None where the packet stands elsewhere. Version 2.2 has no PRIV.
    """
    txxx = name("TXXX", tag.version)

    def key_of(frame: Frame) -> str | None:
        pair = _pair(tag.plain(frame)) if frame.kind == txxx else None
        return pair.key if pair else None

    frames = laid(tag.frames, key_of, own, lambda pair: text_frame(tag, "TXXX", pair.key, pair.value))
    frames = _filled(tag, frames, "TCOP", texts(tag, "TCOP"), text_frame(tag, "TCOP", rights.copyright))
    if tag.version != 2:
        frames = _filled(tag, frames, "USER", terms(tag), text_frame(tag, "USER", rights.terms, between=b"eng"))
    if rights.licence and rights.licence.isascii():
        link_frame = _frame(tag, "WCOP", rights.licence.encode("ascii"))
        frames = _filled(tag, frames, "WCOP", link(tag, "WCOP"), link_frame)
    if xmp is not None and tag.version != 2:
        frames = _exchanged(tag, frames, _frame(tag, "PRIV", XMP_OWNER + xmp))
    return with_frames(tag, frames)


def _filled(tag: Tag, frames: list[Frame], kind: str, present: str, fresh: Frame) -> list[Frame]:
    if not replaceable(present):
        return frames
    called = name(kind, tag.version)
    places = [at for at, frame in enumerate(frames) if frame.kind == called]
    if not places:
        return [*frames, fresh]
    return [fresh if at == places[0] else frame for at, frame in enumerate(frames) if at not in places[1:]]


def _exchanged(tag: Tag, frames: list[Frame], fresh: Frame) -> list[Frame]:
    places = [at for at, frame in enumerate(frames) if frame.kind == "PRIV" and tag.plain(frame).startswith(XMP_OWNER)]
    if not places:
        return [*frames, fresh]
    return [fresh if at == places[0] else frame for at, frame in enumerate(frames) if at not in places[1:]]
