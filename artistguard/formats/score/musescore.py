"""MuseScore, plain and compressed: statements as properties of the score, every other byte as it stands.

Source: MuseScore 3 and 4 handbooks, "File formats"; files as the program writes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.decoding.markup import tree
from artistguard.errors import Damaged
from artistguard.formats import markup
from artistguard.formats.notes import Notes
from artistguard.formats.protocol import Certainty, FileType
from artistguard.packets.musescore import Properties
from artistguard.works import Facts

if TYPE_CHECKING:
    from lxml.etree import _Element

    from artistguard.containers.archive import Archive
    from artistguard.formats.protocol import Glimpse

_CONTAINER = "META-INF/container.xml"
_SCORE = ".mscx"


class MuseScore(Notes):
    """Scores of MuseScore."""

    name = "MuseScore"
    types = (FileType("mscz", "application/x-musescore"), FileType("mscx", "application/x-musescore+xml"))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the outermost element is MuseScore's, or an archive lists a score of it."""
        if markup.root_of(glimpse.head) == "museScore":
            return Certainty.SURE
        listed = glimpse.head.startswith(b"PK\3\4") and _SCORE.encode() in glimpse.tail
        return Certainty.SURE if listed and glimpse.extension == "mscz" else Certainty(2 * listed)

    def path(self, archive: Archive) -> str:
        """Where the whole score is: what the container names first; parts lie in folders of their own.

        Raises:
            Damaged: There is none.
        """
        named: list[str] = []
        if _CONTAINER in archive:
            listed = tree(archive.content(_CONTAINER))
            named = [str(one.get("full-path")) for one in listed.iter("{*}rootfile")]
        found = [name for name in (*named, *archive.names) if name.endswith(_SCORE) and name in archive]
        if not found:
            raise Damaged("The archive holds no score of MuseScore.")
        return found[0]

    def header(self, content: bytes, root: _Element) -> Properties:
        """The properties.

        Raises:
            Damaged: It is no score.
            TooLarge: What stands before the parts is larger than ever.
        """
        if root.tag != "museScore":
            raise Damaged("The file holds no score of MuseScore.")
        return Properties(content)

    def facts(self, root: _Element) -> Facts:
        """Title, composer and number of the work."""
        found = {one.get("name"): " ".join((one.text or "").split()) for one in root.iterfind("Score/metaTag")}
        title = found.get("workTitle") or found.get("movementTitle", "")
        return Facts(title=title, creator=found.get("composer", ""), number=found.get("workNumber", ""))
