"""Loading the native library, and only the one that was installed with it.

Left to itself, c2pa-python looks for its binary in the current folder first, where a stranger's files may lie.
"""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from artistguard.errors import Unreadable

if TYPE_CHECKING:
    from types import ModuleType

_PACKAGE, _LOADER = "c2pa", "c2pa.lib"


def load() -> Any:  # noqa: ANN401 - an untyped package of 40 MB, wanted only where credentials are
    """The package ``c2pa``; its binary comes from its own folder, whatever the current one is.

    Raises:
        Unreadable: It is not installed.
    """
    if _PACKAGE not in sys.modules:
        _tell_where()
    import c2pa  # noqa: PLC0415 - only after the search is in place, and only where it is wanted

    return c2pa


def _tell_where() -> None:
    """Put the part that searches in place, before the package itself runs and asks it."""
    spec = find_spec(_PACKAGE)
    folders = list(spec.submodule_search_locations or ()) if spec is not None else []
    searching = PathFinder.find_spec(_LOADER, folders)
    if searching is None or searching.loader is None:
        raise Unreadable("The library for content credentials is missing.", remedy="Install ArtistGuard again.")
    found: ModuleType = module_from_spec(searching)
    searching.loader.exec_module(found)
    places = [Path(folder, *below) for folder in folders for below in (("libs",), ())]
    found._get_possible_search_paths = lambda: places  # type: ignore[attr-defined]  # noqa: SLF001 - its only door
    sys.modules[_LOADER] = found
