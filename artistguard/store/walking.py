"""From what the user names to the list of works: folders walked, what is not a work passed over, every trouble told."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.errors import ArtistGuardError, LinkLoop, NotDownloaded, Vanished
from artistguard.store.drafts import is_draft
from artistguard.store.files import is_hidden, real_path
from artistguard.store.troubles import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_NEVER = {"thumbs.db", "desktop.ini", "icon\r"}
_STUB = ".icloud"
_DEPTH = 200


@dataclass(frozen=True, slots=True)
class Found:
    """One thing to work on, or one trouble.

    Attributes:
        path: As the user named it, or below the folder that he named.
        relative: Where a copy belongs under an output folder: below the named folder, or just the name.
        package: A folder that programs show as one document.
        trouble: Why it cannot be worked on; None where it can, as far as a listing tells.
    """

    path: Path
    relative: Path
    package: bool = False
    trouble: ArtistGuardError | None = None


def walk(
    paths: Iterable[Path], *, is_package: Callable[[Path], bool] = lambda _: False, skip: Iterable[Path] = ()
) -> Iterator[Found]:
    """Everything to work on, each file once, folders in the order of their names.

    Files and folders that the user names are taken as they are. Below a folder, hidden ones, sidecars, drafts, owner
    files of other programs and whatever stands in `skip` are passed over; links are followed.

    Args:
        paths: Files and folders.
        is_package: Tells of a folder whether it is one document.
        skip: Folders never entered: the output folder, the home.
    """
    walker = _Walker(is_package, {real for each in skip for real in _real(each)})
    for path in paths:
        yield from walker.named(path)


def _real(path: Path) -> tuple[Path, ...]:
    try:
        return (real_path(path),)
    except ArtistGuardError:
        return ()


class _Walker:
    def __init__(self, is_package: Callable[[Path], bool], skip: set[Path]) -> None:
        self._is_package = is_package
        self._skip = skip
        self._done: set[Path] = set()

    def named(self, path: Path) -> Iterator[Found]:
        name = Path(path.name or path.absolute().name)
        try:
            real = real_path(path)
            found = real.stat()
        except ArtistGuardError as error:
            yield Found(path, name, trouble=error)
            return
        except OSError as error:
            yield Found(path, name, trouble=told(error, path))
            return
        if not stat.S_ISDIR(found.st_mode):
            yield from self._once(Found(path, name), real)
        elif self._is_package(path):
            yield from self._once(Found(path, name, package=True), real)
        else:
            yield from self._folder(path, Path(), (real,))

    def _once(self, found: Found, real: Path) -> Iterator[Found]:
        if real not in self._done:
            self._done.add(real)
            yield found

    def _folder(self, folder: Path, relative: Path, above: tuple[Path, ...]) -> Iterator[Found]:
        if above[-1] in self._done or above[-1] in self._skip:
            return
        self._done.add(above[-1])
        try:
            names = sorted(os.listdir(folder))  # noqa: PTH208  names, not paths
        except OSError as error:
            yield Found(folder, relative, trouble=told(error, folder))
            return
        for name in names:
            yield from self._entry(folder / name, relative / name, above)

    def _entry(self, path: Path, relative: Path, above: tuple[Path, ...]) -> Iterator[Found]:
        stub = _stub(path)
        if stub is not None:
            words = f"{stub}: it is in iCloud, not on this computer"
            yield Found(stub, relative.with_name(stub.name), trouble=NotDownloaded(words))
            return
        try:
            if passed_over(path, path.lstat()):
                return
            real = real_path(path)
            found = real.stat()
        except ArtistGuardError as error:
            yield Found(path, relative, trouble=error)
            return
        except OSError as error:
            yield Found(path, relative, trouble=_dangling(path, error))
            return
        if stat.S_ISDIR(found.st_mode):
            yield from self._below(path, relative, above, real)
        elif stat.S_ISREG(found.st_mode):
            yield from self._once(Found(path, relative), real)

    def _below(self, path: Path, relative: Path, above: tuple[Path, ...], real: Path) -> Iterator[Found]:
        if real in above:
            yield Found(path, relative, trouble=LinkLoop(f"{path}: the link leads back to a folder above it"))
        elif len(above) > _DEPTH:
            yield Found(path, relative, trouble=LinkLoop(f"{path}: folders more than {_DEPTH} deep"))
        elif self._is_package(path):
            yield from self._once(Found(path, relative, package=True), real)
        else:
            yield from self._folder(path, relative, (*above, real))


def _stub(path: Path) -> Path | None:
    name = path.name
    if name.startswith(".") and name.endswith(_STUB) and len(name) > len(_STUB) + 1:
        return path.with_name(name[1 : -len(_STUB)])
    return None


def _dangling(path: Path, error: OSError) -> ArtistGuardError:
    if path.is_symlink() and isinstance(error, FileNotFoundError):
        return Vanished(f"{path}: the link leads to nothing", remedy="Remove or mend the link.")
    return told(error, path)


def passed_over(path: Path, found: os.stat_result) -> bool:
    """Whether a file or folder below a named one is none of the user's works, by its name and kind."""
    name = path.name.lower()
    return (
        is_hidden(path, found)
        or is_draft(path)
        or name in _NEVER
        or name.startswith("~$")
        or (name.endswith((".xmp", ".c2pa")) and not stat.S_ISDIR(found.st_mode))
    )
