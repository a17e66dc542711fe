"""EPUB 2 and 3: statements in the package document, every other member of the archive untouched.

Source: EPUB 3.3, sections 4.2 (OCF abstract container), 4.2.6.3 (META-INF files), 4.3 (ZIP container), 4.4 (font
obfuscation); OCF 2.0.1, section 3.5; C2PA Technical Specification 2.2, appendix A.7 (ZIP-based formats).
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import unquote

from artistguard.containers.archive import Archive
from artistguard.decoding.markup import markup
from artistguard.decoding.text import TEXT_LIMIT, plain, words
from artistguard.errors import CannotEmbed, Damaged, TooLarge
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.packets.elements import Document
from artistguard.packets.opf import Package, member_name, spine
from artistguard.vocabularies import table
from artistguard.works import Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Words
    from artistguard.terms import Inscription

_MIMETYPE = b"application/epub+zip"
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_CREDENTIAL = "META-INF/content_credential.c2pa"
_REFUSED = {
    "META-INF/signatures.xml": "The EPUB is signed, and any edit would break the signature.",
    "META-INF/rights.xml": "The EPUB is under rights management, which an edit could break.",
}
_OBFUSCATIONS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"})
_MOST_PACKAGES = 16


class Epub:
    """An electronic book."""

    name = "EPUB"
    medium = Medium.TEXT
    types = (FileType("epub", "application/epub+zip"),)

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the member ``mimetype`` comes first, likely where a container stands in the directory."""
        if not glimpse.head.startswith(b"PK\x03\x04"):
            return Certainty.NO
        if glimpse.head[30:38] == b"mimetype" and _MIMETYPE in glimpse.head[38:200]:
            return Certainty.SURE
        if _CONTAINER.encode() in glimpse.tail and (glimpse.extension == "epub" or b".opf" in glimpse.tail):
            return Certainty.LIKELY
        return Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """Everything the package documents state.

        Args:
            source: The book.

        Returns:
            Statements of all package documents, facts of the first.

        Raises:
            Damaged: No sound EPUB.
            TooLarge: Larger than any book's metadata.
        """
        archive = Archive(source)
        packages = [Package(archive.content(path)) for path in _package_paths(archive)]
        tags = [tag for package in packages for tag in package.tags()]
        binding = table.binding_of(tags)
        return Reading(
            statements=(*table.from_tags(tags, "OPF"), *(one for package in packages for one in package.rights())),
            facts=packages[0].facts(),
            record=binding.record,
            work=binding.work,
            fingerprints=binding.fingerprints,
            credentials=_CREDENTIAL in archive,
        )

    def decode(self, source: BinaryIO) -> Words:
        """The words of the spine in reading order.

        Args:
            source: The book.

        Returns:
            Words; pages that rights management encrypts are passed over. The guard covers the text, every member but
            the package documents and the credentials, and manifest and spine of the former.

        Raises:
            Damaged: No sound EPUB.
            TooLarge: More text than any book has.
        """
        archive = Archive(source)
        paths = _package_paths(archive)
        packages = [Package(archive.content(path)) for path in paths]
        text = _text(archive, posixpath.dirname(paths[0]), packages[0])
        edited = [*paths, _CREDENTIAL, posixpath.dirname(_CREDENTIAL) + "/"]  # some list the folder, too
        return words(text, archive.untouched(edited), *(package.structure() for package in packages))

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the book with the inscription in its package documents.

        Args:
            source: The book.
            target: Receives the copy.
            inscription: What to write.

        Raises:
            CannotEmbed: Signed, encrypted, or under rights management.
            Damaged: No sound EPUB.
        """
        archive = Archive(source)
        for name, reason in _REFUSED.items():
            if name in archive:
                raise CannotEmbed(reason)
        if _encrypted(archive):
            raise CannotEmbed("The EPUB is encrypted by a rights management, which an edit could break.")
        changes = {path: Package(archive.content(path)).merged(inscription) for path in _package_paths(archive)}
        archive.rewrite(target, changes)


def _package_paths(archive: Archive) -> list[str]:
    """The package documents that the container names, in its order."""
    root = Document(archive.content(_CONTAINER)).root
    files = [file for folder in root.all("rootfiles") for file in folder.all("rootfile")]
    paths = [file.attributes.get("full-path", "") for file in files if _is_package(file.attributes.get("media-type"))]
    found = list(dict.fromkeys(path if path in archive else unquote(path) for path in paths if path))
    if not found:
        raise Damaged("The EPUB names no package document.")
    if len(found) > _MOST_PACKAGES:
        raise TooLarge("The EPUB names more package documents than any book has.")
    return found


def _is_package(media_type: str | None) -> bool:
    return media_type in {None, "", "application/oebps-package+xml"}


def _encrypted(archive: Archive) -> frozenset[str]:
    """Members that are truly encrypted; fonts that are only obfuscated are no concern of ours."""
    if _ENCRYPTION not in archive:
        return frozenset()
    found: set[str] = set()
    for data in Document(archive.content(_ENCRYPTION)).root.children:
        method = data.child("EncryptionMethod")
        cipher = data.child("CipherData")
        reference = cipher.child("CipherReference") if cipher else None
        if method is None or method.attributes.get("Algorithm") not in _OBFUSCATIONS:
            found.add(unquote(reference.attributes.get("URI", "")) if reference else "")
    return frozenset(found)


def _text(archive: Archive, folder: str, package: Package) -> str:
    hidden = _encrypted(archive)
    pages: list[str] = []
    room, seen = TEXT_LIMIT, set()
    for href, media_type in spine(package):
        path = member_name(folder, href)
        if path in seen or path in hidden or path not in archive:
            continue
        seen.add(path)
        content = archive.content(path, room)
        room -= len(content)
        page = _page(content, media_type)
        if page:
            pages.append(page)
    return "\n".join(pages)


def _page(content: bytes, media_type: str) -> str:
    if not content.strip():
        return ""
    if media_type.lower() in _PAGES:
        return markup(content)
    return plain(content) if media_type.lower() == "text/plain" else ""
