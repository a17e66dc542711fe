"""docs/spec: schemas that fit the program and the vectors, and a reader in another language that agrees with it."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest

from artistguard.claims.bundle import check_proven, check_whole, parse_bundle
from artistguard.errors import ProofProblem
from artistguard.packets import xmp
from artistguard.transparency.checkpoint import NoteKey
from artistguard.vocabularies import own, table
from artistguard.vocabularies.properties import Tag

if TYPE_CHECKING:
    from types import ModuleType

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROOFS, REGISTRY = (
    json.loads((ROOT / "tests" / "vectors" / f"{name}.json").read_text(encoding="utf-8"))
    for name in ("proofs", "registry")
)


def _build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("spec_build", HERE / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BUILD = _build()


def validator(name: str) -> Any:
    return jsonschema_rs.Draft202012Validator(json.loads(BUILD.place(name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", list(BUILD.KINDS))
def test_the_schemas_are_those_of_the_program(name: str) -> None:
    assert BUILD.place(name).read_text(encoding="utf-8") == BUILD.schema(name)


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        (
            "statement",
            [each["travels"] for part in ("statements", "later") for each in REGISTRY[part].values()],
        ),
        ("envelope", [REGISTRY["delivery"]]),
        ("proof", [PROOFS["holds"]["proof"], *PROOFS["refused"].values()]),
    ],
)
def test_every_vector_fits_its_schema_and_what_is_added_does_not(name: str, texts: list[str]) -> None:
    known = validator(name)
    for text in texts:
        value = json.loads(text)
        assert [str(error) for error in known.iter_errors(value)] == []
        assert not known.is_valid(value | {"more": 1})
        for gone in [part for part in value if part not in {"batch", "enclosures", "keys", "digest"}]:
            assert not known.is_valid({part: each for part, each in value.items() if part != gone})


def test_what_a_later_version_says_does_not_fit() -> None:
    assert not validator("statement").is_valid(json.loads(REGISTRY["too late"]))


def test_the_program_comes_to_the_verdicts_of_the_vectors() -> None:
    key = NoteKey.parse(PROOFS["key"])

    def check(text: str) -> None:
        bundle = parse_bundle(text.encode())
        check_whole(bundle)
        for proven in bundle.proven:
            check_proven(proven, key)

    check(PROOFS["holds"]["proof"])
    for text in PROOFS["refused"].values():
        with pytest.raises(ProofProblem):
            check(text)


@pytest.mark.parametrize("choice", list(PROOFS["files"]))
def test_the_program_reads_what_stands_in_files(choice: str) -> None:
    one = PROOFS["files"][choice]
    for found in (xmp.parse(one["xmp"].encode()), [Tag(*each) for each in one["tags"]]):
        bound = own.binding(found)
        says = one["says"]
        assert (bound.record, bound.work, bound.address) == (says["record"], says["work"], says["address"])
        assert bound.fingerprints == says["fingerprints"]
    assert table.verdict(table.from_tags([Tag(*each) for each in one["tags"]], "tag")).choice == choice


def test_the_reader_in_javascript_passes_the_vectors() -> None:
    node = shutil.which("node")
    assert node, "nodejs is missing: sh .ci/readers"
    vectors = [str(ROOT / "tests" / "vectors" / f"{name}.json") for name in ("proofs", "registry")]
    done = subprocess.run(
        [node, str(HERE / "check_reader.mjs"), *vectors], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("passed\n")


def test_the_reader_needs_nothing_and_is_one_module() -> None:
    source = (ROOT / "resources" / "reader.mjs").read_text(encoding="utf-8")
    assert re.findall(r"\bimport\b[^;]*", source) == ['import("node:crypto")).webcrypto']
    assert len(source.splitlines()) < 250


def test_the_text_names_every_field_of_a_proof() -> None:
    text = (ROOT / "docs" / "spec" / "README.md").read_text(encoding="utf-8")
    names: set[str] = set()
    for name in BUILD.KINDS:
        for part in json.loads(BUILD.place(name).read_text(encoding="utf-8"))["$defs"].values():
            names |= set(part.get("properties", {}))
    assert {name for name in names if f"`{name}`" not in text} == set()
