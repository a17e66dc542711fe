"""The native library is taken from where it was installed, whatever lies in the current folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import c2pa
import pytest

from artistguard.credentials import library
from artistguard.errors import Unreadable
from tests.conftest import ROOT

LIBRARIES = Path(c2pa.__file__).parent / "libs"
LOADED = "import os; print(os.getcwd()); import c2pa.c2pa; print(c2pa.c2pa._lib._name)"


def started(folder: Path, loading: str) -> tuple[Path, Path]:
    """The folder in which a Python of its own is in the end, and the library that it loaded."""
    script = f"import sys; sys.path.insert(0, {str(ROOT)!r}); {loading}; {LOADED}"
    ran = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True)
    where, name = ran.stdout.splitlines()
    return Path(where), Path(name)


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A folder in which somebody's library of the right name lies."""
    for installed in LIBRARIES.iterdir():
        (tmp_path / installed.name).symlink_to(installed)
    return tmp_path


def test_left_to_itself_it_takes_what_lies_there(trap: Path) -> None:
    where, name = started(trap, "import c2pa")
    assert name.parent == where == trap


def test_ours_is_taken_and_the_folder_is_not_left(trap: Path) -> None:
    where, name = started(trap, "from artistguard.credentials import library; library.load().sdk_version()")
    assert where == trap
    assert name.parent == LIBRARIES


def test_what_is_loaded_is_not_loaded_again() -> None:
    assert library.load() is c2pa
    assert library.load() is library.load()


@pytest.mark.parametrize("missing", ["package", "loader"])
def test_a_library_that_is_not_installed_is_told(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "c2pa")
    if missing == "package":
        monkeypatch.setattr(library, "find_spec", lambda _: None)
    else:
        monkeypatch.setattr(library.PathFinder, "find_spec", lambda *_: None)
    with pytest.raises(Unreadable) as problem:
        library.load()
    assert problem.value.remedy == "Install ArtistGuard again."
