"""A PDF opened by a foreign library: what metadata stands where, what must not change, and why not to touch it.

Source: ISO 32000-2:2020, sections 7.6 (encryption), 12.8 (signatures), 14.3.2 (metadata streams), 14.3.3 (information
dictionary), 14.4 (file identifiers), 14.13 (associated files).
"""

from __future__ import annotations

import hashlib
import io
import zlib
from typing import TYPE_CHECKING, Self

import pikepdf

from artistguard.containers.update import Item, Trailer, updated
from artistguard.errors import CannotEmbed, Damaged, FileProblem, Locked, TooLarge
from artistguard.works import Digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_MOST_PAGES = 50_000
_MOST_OBJECTS = 2_000_000
_PACKET_LIMIT = 16 * 1024 * 1024
_NAME = b"content_credential.c2pa"
_FILE = (
    b"<< /Type /Filespec /AFRelationship /C2PA_Manifest /Desc (Content credentials) "
    b"/F (" + _NAME + b") /UF (" + _NAME + b") /EF << /F %b >> >>"
)
"""How a manifest is attached. Source: C2PA Technical Specification 2.2, section A.4.2.3."""


class PdfFile:
    """A document opened by the library, whose errors end here; use it as a context manager.

    Args:
        content: The whole file.
        mend: Whether a faulty cross-reference may be rebuilt, as readers do; without, it is CannotEmbed.
    """

    def __init__(self, content: bytes, *, mend: bool = True) -> None:
        if not content:
            raise Damaged("The PDF is empty.")
        self._content = content
        self._mend = mend

    def __enter__(self) -> Self:
        try:
            self._pdf = pikepdf.open(io.BytesIO(self._content), attempt_recovery=self._mend)
            self._check()
        except pikepdf.PasswordError as error:
            raise Locked("The PDF asks for a password before it can be read.") from error
        except Exception as error:  # noqa: BLE001 - the library raises almost anything on mutated files
            self._convert(error)
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if hasattr(self, "_pdf"):
            self._pdf.close()
        # Seen with mutated files: PdfError, DataDecodingError, ForeignObjectError, DependencyError, TypeError,
        # ValueError, KeyError, AttributeError, RuntimeError, OverflowError, RecursionError, NotImplementedError.
        if isinstance(error, Exception):
            self._convert(error)

    def _convert(self, error: Exception) -> None:
        if isinstance(error, FileProblem):
            raise error
        if self._mend:
            raise Damaged(f"The PDF cannot be read: {error}.") from error
        raise CannotEmbed("The PDF's own directory is faulty; programs that read it mend it each time.") from error

    def _check(self) -> None:
        pages = len(self._pdf.pages)
        if pages > _MOST_PAGES:
            raise TooLarge(f"The PDF has {pages} pages, more than any manuscript.")

    def packet(self) -> bytes | None:
        """The catalog's XMP packet, unpacked within bounds."""
        metadata = self._pdf.Root.get("/Metadata")
        if not isinstance(metadata, pikepdf.Stream):
            return None
        raw = metadata.read_raw_bytes()
        packing = metadata.get("/Filter")
        if isinstance(packing, pikepdf.Array) and len(packing) <= 1:
            packing = packing[0] if len(packing) else None
        if packing is None:
            return raw
        if packing != pikepdf.Name.FlateDecode or "/DecodeParms" in metadata:
            raise CannotEmbed("The PDF's metadata is packed in a way that metadata never should be.")
        packet = zlib.decompressobj().decompress(raw, _PACKET_LIMIT + 1)
        if len(packet) > _PACKET_LIMIT:
            raise TooLarge("The PDF's metadata is larger than any real one.")
        return packet

    def info(self) -> dict[str, str]:
        """The texts of the information dictionary, keys without the slash."""
        info = self._pdf.trailer.get("/Info")
        if not isinstance(info, pikepdf.Dictionary):
            return {}
        return {str(key)[1:]: str(value) for key, value in info.items() if isinstance(value, pikepdf.String)}

    def credentials(self) -> bool:
        """Whether a C2PA manifest is attached."""
        return bool(self._manifests())

    def _manifests(self) -> list[pikepdf.Dictionary]:
        """What is attached as a C2PA manifest."""
        attached = self._pdf.Root.get("/AF")
        files = list(attached)[:1000] if isinstance(attached, pikepdf.Array) else []
        return [
            one
            for one in files
            if isinstance(one, pikepdf.Dictionary) and one.get("/AFRelationship") == pikepdf.Name.C2PA_Manifest
        ]

    def streams(self) -> Digest:
        """One digest over all streams but metadata, credentials and the file's own bookkeeping, in no order."""
        found = sorted(self._stream_digests())
        return Digest.of(b"".join(found))

    def _stream_digests(self) -> Iterator[bytes]:
        own = {"/Metadata", "/XRef", "/ObjStm"}
        signed = {held.objgen for one in self._manifests() for held in _values(one.get("/EF"))}
        for count, one in enumerate(self._pdf.objects):
            if count > _MOST_OBJECTS:
                raise TooLarge("The PDF has more objects than any manuscript.")
            if isinstance(one, pikepdf.Stream) and str(one.get("/Type", "")) not in own and one.objgen not in signed:
                yield hashlib.sha256(one.get_raw_stream_buffer()).digest()

    def refuse_oddities(self) -> None:
        """Raise CannotEmbed, with the reason, where an update would break something."""
        if self._pdf.is_encrypted:
            raise CannotEmbed("The PDF is encrypted against changes.")
        if self._signed():
            raise CannotEmbed("The PDF is signed, and any edit would make the signature look broken.")
        if not self._content.startswith(b"%PDF-"):
            raise CannotEmbed("Other bytes stand before the PDF's beginning.")

    def _signed(self) -> bool:
        form = self._pdf.Root.get("/AcroForm")
        flags = form.get("/SigFlags", 0) if isinstance(form, pikepdf.Dictionary) else 0
        return bool(int(flags) & 1) or "/Perms" in self._pdf.Root or b"/ByteRange" in self._content

    def updated(self, packet: bytes, drop: Collection[str], entries: Mapping[str, str]) -> bytes:
        """The file with an incremental update behind it.

        Args:
            packet: New XMP packet of the catalog.
            drop: Keys to take out of the information dictionary.
            entries: Keys and texts to put there.

        Returns:
            The whole new file.

        Raises:
            CannotEmbed: The catalog is not an object of its own.
        """
        root, trailer = self._pdf.Root, self._pdf.trailer
        if not root.objgen[0]:
            raise CannotEmbed("The PDF's catalog is not an object of its own.")
        free = self._free()
        metadata, info, items = root.get("/Metadata"), trailer.get("/Info"), []
        if isinstance(metadata, pikepdf.Stream):
            place = metadata.objgen
        else:
            place, free = (free, 0), free + 1
            entry = b"/Metadata " + _reference(place)
            items.append(Item(*root.objgen, _with_entries(root, {"/Metadata"}, entry)))
        items.append(Item(*place, _stream(packet)))
        if isinstance(info, pikepdf.Dictionary) and info.objgen[0]:
            place = info.objgen
        else:
            place, free = (free, 0), free + 1
        items.append(Item(*place, _merged(info, drop, entries)))
        end = Trailer(free, _reference(root.objgen), _reference(place), self._identifier())
        return updated(self._content, items, end)

    def with_manifest(self, manifest: bytes) -> tuple[bytes, int]:
        """The file with an incremental update behind it that attaches a C2PA manifest in place of any other.

        Args:
            manifest: Content of the attachment.

        Returns:
            The whole new file, and where the manifest begins in it.

        Raises:
            CannotEmbed: The catalog is not an object of its own.
        """
        root, free = self._pdf.Root, self._free()
        if not root.objgen[0]:
            raise CannotEmbed("The PDF's catalog is not an object of its own.")
        head = f"<< /Type /EmbeddedFile /Subtype /application#2Fc2pa /Length {len(manifest)} >>\nstream\n".encode()
        items = [
            Item(free, 0, head + manifest + b"\nendstream"),
            Item(free + 1, 0, _FILE % _reference((free, 0))),
            Item(*root.objgen, self._with_attached(_reference((free + 1, 0)))),
        ]
        info = self._pdf.trailer.get("/Info")
        named = _reference(info.objgen) if isinstance(info, pikepdf.Dictionary) and info.objgen[0] else b""
        end = Trailer(free + 2, _reference(root.objgen), named, self._identifier())
        content = updated(self._content, items, end)
        return content, content.index(head, len(self._content)) + len(head)

    def _with_attached(self, reference: bytes) -> bytes:
        """The catalog with one associated file more, and without any manifest that was one."""
        former = {one.objgen for one in self._manifests()}
        attached = self._pdf.Root.get("/AF")
        files = list(attached) if isinstance(attached, pikepdf.Array) else []
        kept = pikepdf.Array([one for one in files if one.objgen not in former or not one.objgen[0]]).unparse()
        entries = b"/AF " + kept[: kept.rindex(b"]")] + b" " + reference + b" ]"
        names = self._pdf.Root.get("/Names", pikepdf.Dictionary())
        if isinstance(names, pikepdf.Dictionary) and "/EmbeddedFiles" not in names:
            # What is associated is to be named too; a tree of names that is there already is left alone.
            listed = b"/EmbeddedFiles << /Names [ (" + _NAME + b") " + reference + b" ] >>"
            return _with_entries(
                self._pdf.Root, {"/AF", "/Names"}, entries + b" /Names " + _with_entries(names, (), listed)
            )
        return _with_entries(self._pdf.Root, {"/AF"}, entries)

    def _free(self) -> int:
        """A number above all objects: the trailer's size, unless the library found that it is wrong."""
        size = int(self._pdf.trailer.get("/Size", 0))
        if size and not self._pdf.get_warnings():
            return size
        return max(self._pdf.make_indirect(pikepdf.Dictionary()).objgen[0], size)

    def _identifier(self) -> bytes:
        identifiers = self._pdf.trailer.get("/ID")
        if isinstance(identifiers, pikepdf.Array) and len(identifiers) == 2:
            return bytes(identifiers[0])
        return b""


def _values(found: object) -> list[pikepdf.Object]:
    return [value for _, value in found.items()] if isinstance(found, pikepdf.Dictionary) else []


def _with_entries(found: pikepdf.Object, without: Collection[str], entries: bytes) -> bytes:
    """A dictionary without some of its keys, and with entries more."""
    kept = pikepdf.Dictionary({str(key): value for key, value in found.items() if str(key) not in without})
    body = kept.unparse(resolved=True)
    return body[: body.rindex(b">>")] + entries + b" >>"


def _stream(packet: bytes) -> bytes:
    head = f"<< /Type /Metadata /Subtype /XML /Length {len(packet)} >>\nstream\n".encode()
    return head + packet + b"\nendstream"


def _merged(info: pikepdf.Object | None, drop: Collection[str], entries: Mapping[str, str]) -> bytes:
    found = info.items() if isinstance(info, pikepdf.Dictionary) else ()
    kept = {str(key): value for key, value in found if str(key)[1:] not in drop}
    new = {f"/{key}": pikepdf.String(text) for key, text in entries.items()}
    return pikepdf.Dictionary({**kept, **new}).unparse(resolved=True)


def _reference(place: tuple[int, int]) -> bytes:
    return f"{place[0]} {place[1]} R".encode()
