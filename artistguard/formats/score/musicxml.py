"""MusicXML and its compressed form MXL: statements in the score's identification, every other byte as it stands.

Source: MusicXML 4.0 (W3C, 2021), elements "identification" and "work", and "Compressed .MXL files".
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from artistguard.decoding.markup import tree
from artistguard.errors import Damaged
from artistguard.formats import markup
from artistguard.formats.notes import Notes
from artistguard.formats.protocol import Certainty, FileType
from artistguard.packets.musicxml import Score
from artistguard.works import Facts

if TYPE_CHECKING:
    from lxml.etree import _Element

    from artistguard.containers.archive import Archive
    from artistguard.formats.protocol import Glimpse

_ROOTS = frozenset({"score-partwise", "score-timewise"})
_CONTAINER = "META-INF/container.xml"
_MXL = b"application/vnd.recordare.musicxml"


class MusicXml(Notes):
    """Scores in MusicXML."""

    name = "MusicXML"
    types = (
        FileType("musicxml", "application/vnd.recordare.musicxml+xml"),
        FileType("mxl", "application/vnd.recordare.musicxml"),
    )

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the outermost element is a score's, or an archive declares itself to hold one."""
        if markup.root_of(glimpse.head) in _ROOTS:
            return Certainty.SURE
        if not glimpse.head.startswith(b"PK\3\4"):
            return Certainty.NO
        if _MXL in glimpse.head[:200]:
            return Certainty.SURE
        listed = _CONTAINER.encode() in glimpse.tail
        return Certainty.LIKELY if listed and glimpse.extension == "mxl" else Certainty.NO

    def path(self, archive: Archive) -> str:
        """Where the archive says that its score is; other files that it names are renditions.

        Raises:
            Damaged: It does not say.
        """
        listed = tree(archive.content(_CONTAINER))
        paths = [str(one.get("full-path")) for one in listed.iter("{*}rootfile") if one.get("full-path")]
        if not paths:
            raise Damaged("The archive does not say where its score is.")
        return posixpath.normpath(paths[0])

    def header(self, content: bytes, root: _Element) -> Score:
        """The identification.

        Raises:
            Damaged: It is no score.
            TooLarge: The header is larger than any.
        """
        if root.tag not in _ROOTS:
            raise Damaged("The file holds no score.")
        return Score(content)

    def facts(self, root: _Element) -> Facts:
        """Title, composer and number of the work."""
        creators = root.findall("identification/creator")
        composers = [one for one in creators if one.get("type", "composer") == "composer"]
        creator = " ".join((composers[0].text or "").split()) if composers else ""
        title = _found(root, "work/work-title") or _found(root, "movement-title")
        return Facts(title=title, creator=creator, number=_found(root, "work/work-number"))


def _found(root: _Element, path: str) -> str:
    return " ".join((root.findtext(path) or "").split())
