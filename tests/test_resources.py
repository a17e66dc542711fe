from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from artistguard import resources
from artistguard.resources import resource_path

ROOT = Path(__file__).resolve().parent.parent


def test_in_the_source_tree_they_lie_beside_the_package() -> None:
    assert resource_path() == ROOT / "resources"
    assert resource_path("samples/pictures/Lighthouse.jpg").is_file()


def test_in_an_installed_package_they_lie_inside(tmp_path: Path) -> None:
    package = tmp_path / "artistguard"
    (package / "_resources" / "icons").mkdir(parents=True)
    shutil.copy(resources.__file__, package / "resources.py")
    (package / "__init__.py").touch()
    script = "from artistguard.resources import resource_path; print(resource_path('icons'))"
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()) == (package / "_resources" / "icons").resolve()


@pytest.mark.parametrize("name", ["../pyproject.toml", "icons/../../LICENSE", str(ROOT / "LICENSE")])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"LICENSE|pyproject"):
        resource_path(name)
