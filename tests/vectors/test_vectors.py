from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from artistguard.packets import xmp
from artistguard.terms import Choice
from artistguard.vocabularies import aipref, exif, plus, table, tdmrep
from artistguard.vocabularies.properties import Tag

if TYPE_CHECKING:
    from types import ModuleType

BUILD = Path(__file__).resolve().parent / "build.py"


def build_module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("vectors_build", BUILD)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MODULE = build_module()
CONSENT = json.loads((BUILD.parent / "consent.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", MODULE.names())
def test_the_golden_file_is_what_the_builder_makes(name: str) -> None:
    assert MODULE.golden(name).read_text(encoding="utf-8") == MODULE.built(name)


def test_every_golden_file_has_a_builder() -> None:
    assert sorted(path.stem for path in BUILD.parent.glob("*.json")) == MODULE.names()


def test_check_notices_a_change(tmp_path: Path) -> None:
    (tmp_path / "builders").mkdir()
    for name in ("consent.json", "builders/consent.py"):
        (tmp_path / name).write_bytes((BUILD.parent / name).read_bytes())
    golden = tmp_path / "consent.json"
    golden.write_text(golden.read_text(encoding="utf-8").replace("DMI-ALLOWED", "DMI-OTHER"), encoding="utf-8")
    source = BUILD.read_text(encoding="utf-8").replace(
        "HERE.parent.parent", f"Path({str(BUILD.parent.parent.parent)!r})"
    )
    (tmp_path / "build.py").write_text(source, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(tmp_path / "build.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "consent.json differs" in done.stderr
    subprocess.run([sys.executable, str(tmp_path / "build.py")], check=True)
    subprocess.run([sys.executable, str(tmp_path / "build.py"), "--check"], check=True)


@pytest.mark.parametrize("kind", ["full", "bare"])
@pytest.mark.parametrize("choice", list(Choice))
def test_the_golden_words_are_read_back(kind: str, choice: Choice) -> None:
    """Packets written by this edition must be understood by every later one."""
    words = CONSENT[kind][choice.value]
    assert table.verdict(table.from_properties(xmp.parse(words["packet"].encode()))) == table.Verdict(choice)
    tags = [Tag(key, value) for key, value in words["tags"].items()]
    assert table.verdict(table.from_tags(tags, "tag")) == table.Verdict(choice)
    assert choice in exif.decode(bytes.fromhex(words["exif"]["little"]))[1]
    assert choice in plus.read(words["plus"], "x", licensor_found=True).compatible
    assert choice in tdmrep.read(words["tdmrep"]["reservation"], "x").compatible
    assert choice in aipref.read(words["aipref"], "x").compatible
    assert table.binding_of(tags).record == "urn:uuid:6f1f9f9e-4c8e-4d53-9a2b-0f5c8a7d1e01"
