"""What ArtistGuard tells a desktop about itself, made from the one list of formats.

``python bundle/declare.py`` writes the files under ``resources/desktop``; ``--check`` says whether they still fit.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from artistguard import __version__  # noqa: E402  the source tree need not be installed
from artistguard.formats.table import FORMATS  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.formats.protocol import Format

IDENTIFIER = "org.artistguard.ArtistGuard"
DEVELOPER = "The makers of ArtistGuard"
SUMMARY = "Say what AI may do with your art, music and writing"
DESKTOP = ROOT / "resources" / "desktop"

UNKNOWN_TO_DESKTOPS = (
    "application/x-clip-studio",
    "application/x-procreate",
    "application/x-final-draft",
    "text/x-fountain",
    "application/x-musescore",
    "application/x-musescore+xml",
)
"""Those that shared-mime-info has no entry for, so that ours must say what their files are called."""


def media_types() -> tuple[str, ...]:
    """Every MIME type of every format, each once, in the order of the table."""
    return tuple(dict.fromkeys(kind.mime for each in FORMATS for kind in each.types))


def desktop_entry() -> str:
    """For menus and for "Open with".

    Source: Desktop Entry Specification 1.4, sections 6 and 10.
    """
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.4",
        "Name=ArtistGuard",
        "GenericName=AI consent for artists",
        "GenericName[de]=KI-Einwilligung für Kunstschaffende",
        "GenericName[es]=Consentimiento de IA para artistas",
        "GenericName[fr]=Consentement IA pour artistes",
        f"Comment={SUMMARY}",
        "Comment[de]=Sagen, was KI mit Ihren Bildern, Ihrer Musik und Ihren Texten darf",
        "Comment[es]=Diga qué puede hacer la IA con sus imágenes, su música y sus textos",
        "Comment[fr]=Dire ce que l'IA peut faire de vos images, de votre musique et de vos textes",
        "Exec=ArtistGuard %F",
        "TryExec=ArtistGuard",
        "Icon=artistguard",
        "Terminal=false",
        "Categories=Graphics;Publishing;",
        "Keywords=AI;training;opt-out;copyright;metadata;fingerprint;TDM;",
        "StartupNotify=true",
        "StartupWMClass=ArtistGuard",
        f"MimeType={';'.join(media_types())};",
    )
    return "\n".join(lines) + "\n"


def shared_mime() -> str:
    """Names for the kinds of file that desktops do not know.

    Source: Shared MIME-info Database 0.21, section 2.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">',
        *(line for each, mime in _unknown() for line in _mime_type(each, mime)),
        "</mime-info>",
    ]
    return "\n".join(lines) + "\n"


def _unknown() -> Iterator[tuple[Format, str]]:
    for each in FORMATS:
        for mime in dict.fromkeys(kind.mime for kind in each.types):
            if mime in UNKNOWN_TO_DESKTOPS:
                yield each, mime


def _mime_type(each: Format, mime: str) -> Iterator[str]:
    yield f"  <mime-type type={quoteattr(mime)}>"
    yield f"    <comment>{escape(each.name)}</comment>"
    if mime.startswith("text/"):
        yield '    <sub-class-of type="text/plain"/>'
    for kind in each.types:
        if kind.mime == mime:
            yield f'    <glob pattern="*.{escape(kind.extension)}"/>'
    yield "  </mime-type>"


def metainfo() -> str:
    """For software catalogues.

    Source: AppStream 1.0, sections 2.1 and 2.2.
    """
    types = "\n".join(f"    <mediatype>{escape(mime)}</mediatype>" for mime in media_types())
    return (
        (ROOT / "bundle" / "linux" / "metainfo.xml")
        .read_text(encoding="utf-8")
        .replace("@IDENTIFIER@", IDENTIFIER)
        .replace("@SUMMARY@", SUMMARY)
        .replace("@DEVELOPER@", DEVELOPER)
        .replace("@VERSION@", __version__)
        .replace("    @MEDIATYPES@", types)
    )


def document_types() -> list[dict[str, object]]:
    """What macOS offers "Open with" for: as another choice, never instead of the program that made the file.

    Source: Apple, Information Property List, CFBundleDocumentTypes.
    """
    return [
        {
            "CFBundleTypeName": each.name,
            "CFBundleTypeRole": "Editor",
            "CFBundleTypeExtensions": [kind.extension for kind in each.types],
            "CFBundleTypeMIMETypes": list(dict.fromkeys(kind.mime for kind in each.types)),
            "LSHandlerRank": "Alternate",
        }
        for each in FORMATS
    ]


def version_resource(name: str) -> object:
    """What Windows shows under Properties, Details; can be made on Windows only.

    Args:
        name: Of the program, without its ending.
    """
    from PyInstaller.utils.win32 import versioninfo as win  # noqa: PLC0415  there only with PyInstaller

    numbers = (*(int(part) for part in re.findall(r"\d+", __version__)[:3]), 0)
    words = {
        "CompanyName": DEVELOPER,
        "FileDescription": "ArtistGuard",
        "FileVersion": __version__,
        "InternalName": name,
        "LegalCopyright": "GPL-3.0-or-later",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "ArtistGuard",
        "ProductVersion": __version__,
    }
    american_unicode = (1033, 1200)
    strings = [win.StringStruct(key, value) for key, value in words.items()]
    return win.VSVersionInfo(
        ffi=win.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            win.StringFileInfo([win.StringTable("040904B0", strings)]),
            win.VarFileInfo([win.VarStruct("Translation", list(american_unicode))]),
        ],
    )


def files() -> dict[Path, str]:
    """Every file made here, with what it must hold."""
    return {
        DESKTOP / "artistguard.desktop": desktop_entry(),
        DESKTOP / "artistguard-mime.xml": shared_mime(),
        DESKTOP / f"{IDENTIFIER}.metainfo.xml": metainfo(),
    }


def stale() -> list[Path]:
    """Those that are not what they must be."""
    return [path for path, text in files().items() if not path.is_file() or path.read_text(encoding="utf-8") != text]


def main(words: list[str]) -> int:
    """Write the files, or say which are stale."""
    old = stale()
    if "--check" in words:
        for path in old:
            print(f"{path.relative_to(ROOT)} is stale: run python bundle/declare.py", file=sys.stderr)
        return 1 if old else 0
    for path in old:
        path.write_text(files()[path], encoding="utf-8")
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
