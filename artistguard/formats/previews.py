"""A small picture of any work, to be recognised by: the picture itself, a cover, a first page, a waveform.

Everything here is for looking at and for nothing else; no fingerprint is taken from a preview. The PDF library behind
it serves one thread at a time.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, Final

import pypdfium2

from artistguard.containers import psd
from artistguard.decoding import loudness, reduced
from artistguard.decoding.values import Words
from artistguard.errors import Damaged, FileProblem, Locked, TooLarge
from artistguard.formats import covers, drawn, heif_pictures
from artistguard.formats.drawn import Style
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PIL.Image import Image

    from artistguard.formats.protocol import Format

SMALLEST: Final = 16
LARGEST: Final = 1024
MOST_TEXT_BYTES: Final = 64 * 1024 * 1024
"""Of a manuscript whose first words are to be drawn: it is decoded for them as a whole."""
LARGEST_HEIC: Final = 256 * 1024 * 1024
_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD
_INSIDE: Final = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a preview should be like.

    Attributes:
        side: Its longer side in pixels, SMALLEST to LARGEST; a smaller picture keeps its size.
        style: Colours of what is drawn.
    """

    side: int = 256
    style: Style = field(default_factory=Style)

    def __post_init__(self) -> None:
        if not SMALLEST <= self.side <= LARGEST:
            raise ValueError(f"a preview has {SMALLEST} to {LARGEST} pixels, not {self.side}")


def preview(kind: Format, source: BinaryIO, wish: Wish) -> bytes | None:
    """A small picture of a work.

    Args:
        kind: The file's format.
        source: The whole file, seekable.
        wish: Size and colours.

    Returns:
        A JPEG file for pictures, a PNG file for what was drawn; sRGB, opaque. None where works of this kind have
        nothing to be shown by.

    Raises:
        FileProblem: The work cannot be decoded.
    """
    problem: FileProblem | None = None
    for way in _ways(kind):
        source.seek(0)
        try:
            found = way(kind, source, wish)
        except FileProblem as trouble:
            # The next way may still show something: a book whose cover is damaged has words.
            problem = problem or trouble
            continue
        if found is not None:
            return _encoded(found)
    if problem is not None:
        raise problem
    return None


@dataclass(frozen=True, slots=True)
class _Shown:
    """A preview before it is a file.

    Attributes:
        image: RGB.
        drawn: Whether it has flat colours and hard edges, which JPEG would smear.
    """

    image: Image
    drawn: bool = False


def _encoded(shown: _Shown) -> bytes:
    file = io.BytesIO()
    if shown.drawn:
        shown.image.save(file, "PNG", compress_level=6)
    else:
        shown.image.save(file, "JPEG", quality=90, subsampling=0)
    return file.getvalue()


def _ways(kind: Format) -> tuple[_Way, ...]:
    if kind.name in _OWN:
        return _OWN[kind.name]
    if kind.name in _PILLOW:
        return (_still,)
    if kind.name in _SILENT:
        return ()
    return _BY_MEDIUM.get(kind.medium, ()) if kind.medium else ()


def _still(kind: Format, source: BinaryIO, wish: Wish) -> _Shown:
    return _Shown(reduced.reduced(source, _PILLOW[kind.name], wish.side))


def _heic(_kind: Format, source: BinaryIO, wish: Wish) -> _Shown:
    if source.seek(0, 2) > LARGEST_HEIC:
        raise TooLarge("The picture's file is too long to be held in memory for a preview.")
    heif_pictures.check(source)
    return _Shown(reduced.heif_reduced(source, wish.side))


def _photoshop(_kind: Format, source: BinaryIO, wish: Wish) -> _Shown:
    return _Shown(reduced.reduced(psd.flat(source, psd.outline(source)), ("PSD",), wish.side))


def _photoshop_thumbnail(_kind: Format, source: BinaryIO, wish: Wish) -> _Shown | None:
    return _inside(covers.of_photoshop(source), wish)


def _small_first(_kind: Format, source: BinaryIO, wish: Wish) -> _Shown | None:
    """The thumbnail of a painting where it is as large as wanted, else the merged picture."""
    try:
        found = _inside(covers.member(source, *_THUMBNAILS), wish)
    except FileProblem:
        return None
    return found if found is not None and max(found.image.size) >= wish.side else None


def _merged(_kind: Format, source: BinaryIO, wish: Wish) -> _Shown | None:
    return _inside(covers.member(source, "mergedimage.png"), wish)


def _any_thumbnail(_kind: Format, source: BinaryIO, wish: Wish) -> _Shown | None:
    return _inside(covers.member(source, *_THUMBNAILS), wish)


def _thumbnail_of_page(_kind: Format, source: BinaryIO, wish: Wish) -> _Shown | None:
    found = _inside(covers.member(source, *_PAGE_THUMBNAILS), wish)
    # One much smaller than wanted could not be told from any other page.
    if found is None or max(found.image.size) < wish.side * 0.6:
        return None
    return _Shown(drawn.framed(found.image, wish.style))


def _inside(content: bytes, wish: Wish) -> _Shown | None:
    return _Shown(reduced.reduced(io.BytesIO(content), _INSIDE, wish.side)) if content else None


def _cover_of_book(_kind: Format, source: BinaryIO, wish: Wish) -> _Shown | None:
    return _inside(covers.of_book(source), wish)


def _cover_of_comic(_kind: Format, source: BinaryIO, wish: Wish) -> _Shown | None:
    return _inside(covers.of_comic(source), wish)


def _cover_of_recording(_kind: Format, source: BinaryIO, wish: Wish) -> _Shown | None:
    return _inside(loudness.cover(source), wish)


def _waveform(_kind: Format, source: BinaryIO, wish: Wish) -> _Shown:
    levels = loudness.loudness(source, drawn.bars_for(wish.side))
    return _Shown(drawn.waveform(levels, wish.side, wish.style), drawn=True)


def _words(kind: Format, source: BinaryIO, wish: Wish) -> _Shown | None:
    if source.seek(0, 2) > MOST_TEXT_BYTES:
        raise TooLarge("The manuscript is too long to be decoded for a preview.")
    decoded = kind.decode(source)
    if not isinstance(decoded, Words):
        return None
    return _Shown(drawn.page(_title(kind, source), decoded.text, wish.side, wish.style), drawn=True)


def _title(kind: Format, source: BinaryIO) -> str:
    source.seek(0)
    try:
        return kind.read(source).facts.title
    except FileProblem:
        return ""


def _first_page(_kind: Format, source: BinaryIO, wish: Wish) -> _Shown:
    try:
        with pypdfium2.PdfDocument(source) as document:
            return _Shown(drawn.framed(_rendered(document, wish.side), wish.style), drawn=True)
    except FileProblem:
        raise
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise Locked("The PDF asks for a password before it can be read.") from error
        raise Damaged(f"The PDF's first page cannot be drawn: {error}.") from error
    except Exception as error:  # a border: seen ValueError, OverflowError, MemoryError, ctypes.ArgumentError
        raise Damaged("The PDF's first page cannot be drawn.") from error


def _rendered(document: pypdfium2.PdfDocument, side: int) -> Image:
    if not len(document):
        raise Damaged("The PDF has no page.")
    page = document[0]
    longest = max(page.get_size())
    if not 0 < longest < float("inf"):
        raise Damaged("The PDF's first page has no size.")
    bitmap = page.render(scale=side / longest, may_draw_forms=False)
    image: Image = bitmap.to_pil().convert("RGB")
    page.close()
    image.thumbnail((side, side))
    return image


if TYPE_CHECKING:
    _Way = Callable[[Format, BinaryIO, Wish], _Shown | None]

_PILLOW: Mapping[str, tuple[str, ...]] = {
    "JPEG": ("JPEG",),
    "PNG": ("PNG",),
    "WebP": ("WEBP",),
    "TIFF": ("TIFF",),
    "GIF": ("GIF",),
    "AVIF": ("AVIF",),
}
_THUMBNAILS = ("Thumbnails/thumbnail.png", "QuickLook/Thumbnail.png", "preview.png")
_PAGE_THUMBNAILS = (
    "Thumbnails/thumbnail.png",
    "docProps/thumbnail.jpeg",
    "docProps/thumbnail.jpg",
    "docProps/thumbnail.png",
)
_OWN: Mapping[str, tuple[_Way, ...]] = {
    "HEIC": (_heic,),
    "Photoshop document": (_photoshop, _photoshop_thumbnail),
    "Krita document": (_small_first, _merged, _any_thumbnail),
    "OpenRaster": (_small_first, _merged, _any_thumbnail),
    "Procreate document": (_any_thumbnail,),
    "CBZ comic": (_cover_of_comic,),
    "MuseScore": (_any_thumbnail,),
    "EPUB": (_cover_of_book, _words),
    "PDF": (_first_page,),
    "DOCX": (_thumbnail_of_page, _words),
    "ODT": (_thumbnail_of_page, _words),
}
_SILENT = frozenset({"SVG", "JPEG XL", "Clip Studio document", "MIDI", "MusicXML", "LilyPond", "ABC notation"})
"""Works of these kinds are shown by their kind: nothing here can draw them, or what they hold has no picture."""
_BY_MEDIUM: Mapping[Medium, tuple[_Way, ...]] = {
    Medium.AUDIO: (_cover_of_recording, _waveform),
    Medium.TEXT: (_words,),
}
