"""Small pictures of works, made in the helper process: a decoder that crashes there costs one picture."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 120_000_000
"""Larger pictures are shown as their kind only."""
MOST_BYTES = 300 << 20


def preview(path: str, side: int) -> bytes:
    """A square PNG of what the file shows.

    Args:
        path: The file.
        side: Pixels.

    Returns:
        The PNG, or nothing where the file shows nothing or cannot be read.
    """
    try:
        picture = _picture(Path(path))
        return _square(picture, side) if picture is not None else b""
    except Exception:  # noqa: BLE001 - foreign decoders raise anything on malformed files; a preview may be missing
        return b""


def _picture(path: Path) -> Image | None:
    if path.stat().st_size > MOST_BYTES:
        return None
    match path.suffix.lower():
        case ".pdf":
            return _first_page(path)
        case ".mp3" | ".flac" | ".m4a" | ".ogg" | ".opus" | ".aiff" | ".aif" | ".wav":
            return _cover(path)
        case ".epub" | ".docx" | ".odt":
            return _book(path)
        case _:
            return _opened(path)


def _opened(source: Path | io.BytesIO) -> Image | None:
    from pi_heif import register_heif_opener
    from PIL import Image, ImageOps

    register_heif_opener()
    picture = Image.open(source)
    if picture.width * picture.height > MOST_PIXELS:
        return None
    picture.draft("RGB", (256, 256))
    return ImageOps.exif_transpose(picture)


def _first_page(path: Path) -> Image:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        page = document[0]
        page_picture: Image = page.render(scale=256 / max(page.get_width(), 1)).to_pil()
        return page_picture
    finally:
        document.close()


def _cover(path: Path) -> Image | None:
    import mutagen

    found = mutagen.File(path)
    pictures = [each.data for each in getattr(found, "pictures", ())]
    tags = getattr(found, "tags", None) or {}
    pictures += [frame.data for key, frame in tags.items() if str(key).startswith("APIC")] if tags else []
    pictures += [bytes(cover) for cover in tags.get("covr", ())] if "covr" in tags else []
    return _opened(io.BytesIO(pictures[0])) if pictures else None


def _book(path: Path) -> Image | None:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        names = [
            each
            for each in archive.infolist()
            if each.filename.lower().endswith((".jpg", ".jpeg", ".png")) and each.file_size < 20 << 20
        ]
        named = [each for each in names if "cover" in each.filename.lower() or "thumbnail" in each.filename.lower()]
        return _opened(io.BytesIO(archive.read(named[0]))) if named else None


def _square(picture: Image, side: int) -> bytes:
    from PIL import ImageOps

    small = ImageOps.fit(picture.convert("RGBA"), (side, side))
    out = io.BytesIO()
    small.save(out, "PNG", compress_level=1)
    return out.getvalue()
