"""Where the files that come with ArtistGuard are: beside the sources, or inside the installed package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource_path(name: str) -> Path:
    """A file or folder under `resources`.

    Args:
        name: Such as ``icons/image.svg``.
    """
    installed = _PACKAGE / "_resources"
    return (installed if installed.is_dir() else _PACKAGE.parent / "resources") / name
