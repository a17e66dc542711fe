"""Word documents (Office Open XML): statements as custom properties, every other part untouched.

Source: ECMA-376 (5th edition), part 1, sections 17.3 (paragraphs and runs), 17.11 (footnotes and endnotes); part 2,
sections 9 (package), 13 (digital signatures); MS-OFFCRYPTO, section 2.3.2 (EncryptedPackage).
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers.archive import Archive
from artistguard.decoding.markup import tree
from artistguard.decoding.text import TEXT_LIMIT, words
from artistguard.errors import CannotEmbed, Damaged, Locked, TooLarge
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.packets import custom
from artistguard.packets.elements import Document
from artistguard.packets.keys import is_known, is_sentence
from artistguard.terms import Stated
from artistguard.vocabularies import table
from artistguard.works import Facts, Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Words
    from artistguard.terms import Inscription

_COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CREDENTIAL = "META-INF/content_credential.c2pa"
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DC = "http://purl.org/dc/elements/1.1/"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "p": "\n", "ptab": "\t"}


class Docx:
    """A Word document."""

    name = "DOCX"
    medium = Medium.TEXT
    types = (
        FileType("docx", _MIME + "document"),
        FileType("docm", "application/vnd.ms-word.document.macroEnabled.12"),
        FileType("dotx", _MIME + "template"),
    )

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """By the names of the parts; an encrypted one by its outer shell."""
        if glimpse.head.startswith(_COMPOUND):
            hidden = _ENCRYPTED in glimpse.head or _ENCRYPTED in glimpse.tail
            return Certainty.LIKELY if hidden and glimpse.extension in {"docx", "docm", "dotx"} else Certainty.NO
        if not glimpse.head.startswith(b"PK\x03\x04"):
            return Certainty.NO
        seen = glimpse.head + glimpse.tail
        if b"[Content_Types].xml" in seen and b"word/document" in seen:
            return Certainty.SURE
        return Certainty.LIKELY if b"[Content_Types].xml" in seen and b"word/" in seen else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """What the custom properties state.

        Args:
            source: The document.

        Returns:
            Statements, and title and creator of the core properties.

        Raises:
            Damaged: No sound document.
            Locked: It is encrypted.
        """
        package = _Package(source)
        tags = custom.tags(package.archive.content(package.custom)) if package.custom in package.archive else ()
        binding = table.binding_of(tags)
        sentences = (Stated("rights", f"DOCX {tag.key}", tag.value) for tag in tags if is_sentence(tag) and tag.value)
        known = [tag for tag in tags if is_known(tag.key)]
        return Reading(
            statements=(*table.from_tags(known, "DOCX"), *sentences),
            facts=package.facts(),
            record=binding.record,
            work=binding.work,
            fingerprints=binding.fingerprints,
            credentials=_CREDENTIAL in package.archive,
        )

    def decode(self, source: BinaryIO) -> Words:
        """The words of the body, then of footnotes and endnotes; deleted text is left out.

        Args:
            source: The document.

        Returns:
            Words; the guard covers the text and every part but custom properties and credentials.

        Raises:
            Damaged: No sound document.
            Locked: It is encrypted.
            TooLarge: More text than any manuscript has.
        """
        package = _Package(source)
        archive = package.archive
        edited = {custom.TYPES, custom.RELATIONS, package.custom, _CREDENTIAL}
        outlines = package.relations.outline(), custom.types_outline(archive.content(custom.TYPES), package.custom)
        return words(package.text(), archive.untouched(edited), *outlines)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the document with the inscription among its custom properties.

        Args:
            source: The document.
            target: Receives the copy.
            inscription: What to write.

        Raises:
            CannotEmbed: It is signed.
            Damaged: No sound document.
            Locked: It is encrypted.
        """
        package = _Package(source)
        archive = package.archive
        if any(name.startswith("_xmlsignatures/") for name in archive.names):
            raise CannotEmbed("The document is signed, and any edit would break the signature.")
        existing = archive.content(package.custom) if package.custom in archive else None
        strict = package.relations.strict
        changes = {package.custom: custom.merged(existing, inscription, strict=strict)}
        changes[custom.TYPES] = custom.typed(archive.content(custom.TYPES), package.custom)
        if not package.has_relation:
            changes[custom.RELATIONS] = package.relations.with_custom()
        archive.rewrite(target, changes)


class _Package:
    """The parts that we need, found through relationships."""

    def __init__(self, source: BinaryIO) -> None:
        source.seek(0)
        if source.read(len(_COMPOUND)) == _COMPOUND:
            raise Locked("The document is protected by a password.")
        self.archive = Archive(source)
        self.relations = custom.Relations(self.archive.content(custom.RELATIONS))
        targets = self.relations.targets(*custom.CUSTOM)
        self.has_relation = bool(targets)
        self.custom = targets[0] if targets else custom.PART
        main = self.relations.targets("officeDocument")
        if not main:
            raise Damaged("The document names no body.")
        self._main = main[0]

    def facts(self) -> Facts:
        try:
            return self._facts()
        except (Damaged, Locked, TooLarge):
            # Nothing is written there, so a fault there is no reason to refuse the document.
            return Facts()

    def _facts(self) -> Facts:
        targets = [name for name in self.relations.targets("core-properties", "coreProperties") if name in self.archive]
        if not targets:
            return Facts()
        root = Document(self.archive.content(targets[0])).root
        title, creator = root.child("title", _DC), root.child("creator", _DC)
        return Facts(
            title=" ".join(title.text.split()) if title else "",
            creator=" ".join(creator.text.split()) if creator else "",
        )

    def text(self) -> str:
        folder, name = posixpath.split(self._main)
        parts = [self._main]
        beside = posixpath.join(folder, "_rels", f"{name}.rels")
        if beside in self.archive:
            parts += custom.Relations(self.archive.content(beside), folder).targets("footnotes", "endnotes")
        texts, room = [], TEXT_LIMIT
        for part in dict.fromkeys(parts):
            if part in self.archive:
                content = self.archive.content(part, room)
                room -= len(content)
                texts.append(_words(content))
        if self._main not in self.archive:
            raise Damaged("The document's body is missing.")
        return "\n".join(filter(None, texts))


def _words(content: bytes) -> str:
    root = tree(content)
    for fallback in list(root.iter("{*}Fallback")):
        # The same text box stands there a second time, for older programs.
        parent = fallback.getparent()
        if parent is not None:
            parent.remove(fallback)
    pieces: list[str] = []
    for node in root.iter("{*}t", *("{*}" + name for name in _SIGNS)):
        name = str(node.tag).rpartition("}")[2]
        pieces.append(node.text or "" if name == "t" else _sign(node, name))
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _sign(node: object, name: str) -> str:
    # A tab stop in the paragraph's properties has the name of a typed tab, and a position.
    attributes = getattr(node, "attrib", {})
    return "" if name == "tab" and attributes else _SIGNS[name]
