"""The first page of a certificate, to hang on a wall, and the edges of those that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import segno
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import Frame, Spacer
from reportlab.platypus.flowables import Flowable, KeepInFrame

from artistguard.jobs.letters import BOLD, LATIN, fitting
from artistguard.jobs.paper import ACCENT, FAINT, GOLD, INK, line, put_line
from artistguard.jobs.rows import Picture, printable, put
from artistguard.vocabularies.plain import READERS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from artistguard.jobs.certify import Certificate, Certified
    from artistguard.store.catalogue import Version
    from artistguard.terms import Choice

_WIDTH, _HEIGHT = A4
_SIDE = 28 * mm
_INNER = _WIDTH - 2 * _SIDE
_FLOOR = 84 * mm
"""Where the facts at the foot of the first page begin."""

_ROOM = _HEIGHT - _FLOOR - 49 * mm
_ABOVE = 0.4
"""Of what is free on the first page, how much is above: the middle looks too low."""

_QR = 30 * mm
_AIR = 1.5 * mm
_PIXELS = 640
"""On a side of a picture on the first page, at most."""

_MOSAIC = 12
"""Pictures of a run on its first page."""


_PLURALS = {
    "This work may": "These works may",
    "use this work": "use these works",
    "list it": "list them",
    "Ask its": "Ask their",
}


class Front:
    """The first page.

    Args:
        certificate: What it is about.
        proof: SHA-256 of the proof file.
        picture: A picture of a version of so many pixels at most, where there is one.
    """

    def __init__(self, certificate: Certificate, proof: str, picture: Callable[[Version, int], bytes | None]) -> None:
        self._entries = certificate.entries
        self._works = list({each.version.work: each for each in certificate.entries}.values())
        self._proof = proof
        self._picture = picture
        self.title = self._titled()
        names = dict.fromkeys(each.version.inscription.declaration.name for each in self._entries)
        self.name = ", ".join(name for name in names if name)

    @property
    def common_choice(self) -> Choice | None:
        """What all of them say, if they do."""
        choices = {each.version.choice for each in self._entries}
        return choices.pop() if len(choices) == 1 else None

    def _titled(self) -> str:
        first = self._works[0]
        return first.title or first.version.path.name if len(self._works) == 1 else f"{len(self._works):,} works"

    def frame(self) -> Frame:
        """Where `story` goes."""
        return Frame(_SIDE, _FLOOR, _INNER, _ROOM + 1, 0, 0, 0, 0)

    def story(self) -> list[Flowable]:
        """Title, name, pictures and what is said, made smaller where they have no room."""
        found: list[Flowable] = [
            line(_cut(self.title, 160), size=24, bold=True, centred=True, colour=ACCENT),
            Spacer(1, 2 * mm),
        ]
        if self.name:
            found += [line(f"by {self._by()}", size=11.5, centred=True), Spacer(1, 5 * mm)]
        if pictures := self._pictures():
            found += [_Pictures(pictures), Spacer(1, 6 * mm)]
        found.append(line(self._said(), size=13, bold=True, centred=True))
        used = sum(each.wrap(_INNER, _ROOM)[1] for each in found)
        return [Spacer(1, max(0.0, _ROOM - used) * _ABOVE), KeepInFrame(_INNER, min(used, _ROOM), found, mode="shrink")]

    def _by(self) -> str:
        few = 160
        return self.name if len(self.name) <= few else f"{self.name[:few].rsplit(',', 1)[0]} and others, named inside"

    def _said(self) -> str:
        common = self.common_choice
        if common is None:
            return "What AI may do with these works stands with each of them on the following pages."
        return READERS[common] if len(self._works) == 1 else _of_many(READERS[common])

    def _pictures(self) -> list[Picture]:
        found: list[Picture] = []
        for each in self._works:
            shown = printable(self._picture(each.version, _PIXELS))
            if shown is not None:
                found.append(shown)
            if len(found) == _MOSAIC:
                break
        return found

    def draw(self, canvas: Any, _document: object) -> None:  # noqa: ANN401 - the library has no types
        """The border, the heading and the facts at the foot."""
        canvas.saveState()
        _border(canvas)
        _heading(canvas, "this work" if len(self._works) == 1 else "these works")
        self._foot(canvas)
        canvas.restoreState()

    def _foot(self, canvas: Any) -> None:  # noqa: ANN401 - as above
        at = _FLOOR - 9 * mm
        canvas.setStrokeColor(GOLD)
        canvas.setLineWidth(0.5)
        canvas.line(_SIDE, at + 5 * mm, _WIDTH - _SIDE, at + 5 * mm)
        for name, words in self._facts().items():
            canvas.setFont(LATIN, 6.6)
            canvas.setFillColor(FAINT)
            canvas.drawString(_SIDE, at, name)
            canvas.setFillColor(INK)
            put_line(canvas, fitting(words, 7.6, _INNER - 25 * mm - _QR - 4 * mm), (_SIDE + 25 * mm, at), 7.6)
            at -= 5.1 * mm
        self._code(canvas)

    def _code(self, canvas: Any) -> None:  # noqa: ANN401 - as above
        first = self._works[0]
        words, text = ("Look it up", first.address) if first.address else ("Its record", first.version.record)
        left, bottom = _WIDTH - _SIDE - _QR, _FLOOR - 14 * mm - _QR
        rows = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix]
        side = _QR / len(rows)
        canvas.setFillColor(INK)
        for number, row in enumerate(rows):
            for place, dark in enumerate(row):
                if dark:
                    canvas.rect(left + place * side, bottom + _QR - (number + 1) * side, side, side, stroke=0, fill=1)
        canvas.setFont(LATIN, 6.6)
        canvas.setFillColor(FAINT)
        canvas.drawCentredString(
            left + _QR / 2, bottom - 4 * mm, words if len(self._works) == 1 else f"{words} (first)"
        )

    def _facts(self) -> Mapping[str, str]:
        first, receipts = self._entries[0], self._entries[0].proven.receipts
        found = (
            {"Files": f"{len(self._entries):,}, each in full on the following pages"}
            if len(self._entries) > 1
            else _file(first)
        )
        found["Stated"] = _span([each.version.at[:10] for each in self._entries])
        for receipt in receipts[:2]:
            found[_fresh(found, "Registered")] = f"{receipt.received[:10]}, entry {receipt.index}" + (
                " and further ones" if len(self._entries) > 1 else ""
            )
            found[_fresh(found, "Registry")] = receipt.origin
            found[_fresh(found, "Witnesses")] = (
                first.witnessed[receipt.origin]
                if receipt.kind == "registered"
                else "kept on its creator's own computer: no proof of date"
            )
        found["Signed by"] = short(first.proven.signed.statement.signer, 22)
        found["Proof"] = f"SHA-256 {grouped(self._proof)}"
        return found


def _of_many(words: str) -> str:
    """A sentence about one work, about several."""
    for one, many in _PLURALS.items():
        words = words.replace(one, many)
    return words


class _Pictures(Flowable):  # type: ignore[misc]  # the library has no types
    """One large picture, or several in rows."""

    def __init__(self, pictures: list[Picture]) -> None:
        super().__init__()
        self._pictures = pictures
        self._columns = 1 if len(pictures) == 1 else 3 if len(pictures) <= 6 else 4

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as the page; as high as the rows are."""
        rows = -(-len(self._pictures) // self._columns)
        self.width, self._cell = width, 86 * mm if len(self._pictures) == 1 else width / self._columns
        return width, rows * (self._cell if len(self._pictures) == 1 else self._cell * 0.8)

    def draw(self) -> None:
        """Row by row, from the top."""
        high = self._cell if len(self._pictures) == 1 else self._cell * 0.8
        wide = self.width / self._columns
        rows = -(-len(self._pictures) // self._columns)
        for number, picture in enumerate(self._pictures):
            down, across = divmod(number, self._columns)
            short_of = self._columns - min(self._columns, len(self._pictures) - down * self._columns)
            left = (across + short_of / 2) * wide
            corner = left + _AIR, (rows - down - 1) * high + _AIR
            put(self.canv, picture, corner, (wide - 2 * _AIR, high - 2 * _AIR))


def later_page(proof: str) -> Callable[[Any, Any], None]:
    """What stands at the foot of every further page."""

    def draw(canvas: Any, _document: object) -> None:  # noqa: ANN401 - the library has no types
        canvas.saveState()
        canvas.setFont(LATIN, 6.6)
        canvas.setFillColor(FAINT)
        canvas.drawString(22 * mm, 12 * mm, f"Belongs to the proof with the SHA-256 {grouped(proof)}")
        canvas.drawRightString(_WIDTH - 22 * mm, 12 * mm, f"Page {canvas.getPageNumber()}")
        canvas.restoreState()

    return draw


def grouped(digest: str) -> str:
    """A digest in its short form: its ends, in groups of four."""
    return f"{digest[:4]} {digest[4:8]} … {digest[-8:-4]} {digest[-4:]}"


def short(text: str, most: int) -> str:
    """A long name in its short form: both of its ends."""
    return text if len(text) <= most else f"{text[: most - 7]}…{text[-6:]}"


def _file(entry: Certified) -> dict[str, str]:
    version = entry.version
    found = {"File": version.path.name, "SHA-256": grouped(version.after.hex)}
    if code := version.details.get("fingerprints", {}).get("iscc"):
        found["Fingerprint"] = short(code, 24)
    return found


def _span(days: list[str]) -> str:
    first, last = min(days), max(days)
    return first if first == last else f"{first} to {last}"


def _fresh(found: Mapping[str, str], name: str) -> str:
    return f"{name} too" if name in found else name


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _border(canvas: Any) -> None:  # noqa: ANN401 - the library has no types
    canvas.setStrokeColor(GOLD)
    for inset, width in ((11 * mm, 1.6), (13.2 * mm, 0.4)):
        canvas.setLineWidth(width)
        canvas.rect(inset, inset, _WIDTH - 2 * inset, _HEIGHT - 2 * inset)


def _heading(canvas: Any, what: str) -> None:  # noqa: ANN401 - as above
    canvas.setFillColor(ACCENT)
    canvas.setFont(BOLD, 9)
    canvas.drawCentredString(_WIDTH / 2, _HEIGHT - 29 * mm, "CERTIFICATE OF STATED TERMS", charSpace=3)
    canvas.setFont(LATIN, 8)
    canvas.setFillColor(FAINT)
    canvas.drawCentredString(_WIDTH / 2, _HEIGHT - 35 * mm, f"what AI may do with {what}, as signed by the creator")
    canvas.setStrokeColor(GOLD)
    canvas.setLineWidth(0.8)
    canvas.line(_WIDTH / 2 - 14 * mm, _HEIGHT - 40 * mm, _WIDTH / 2 + 14 * mm, _HEIGHT - 40 * mm)
