"""Where the files that come with ArtistGuard lie: icons, translations, demo works, desktop entries."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_PLACES = (_HERE / "_resources", _HERE.parent / "resources")
"""In an installed package and in the bundle they lie inside the package; in the source tree beside it."""


def resource_path(name: str = "") -> Path:
    """The place of one of them; whether something lies there is for the caller to ask.

    Args:
        name: Relative to the folder of all of them, with forward slashes: ``icons/fox.svg``; empty for that folder.

    Returns:
        An absolute path in the file system.

    Raises:
        ValueError: The name leads out of the folder; the program itself is wrong.
    """
    folder = next((place for place in _PLACES if place.is_dir()), _PLACES[0])
    if ".." in Path(name).parts or Path(name).is_absolute():
        raise ValueError(name)
    return folder / name
