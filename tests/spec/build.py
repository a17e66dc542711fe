"""The JSON schemas of docs/spec, made from the types of the program: ``python tests/spec/build.py``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from artistguard.claims.bundle import Bundle  # noqa: E402 - only now can it be found
from artistguard.claims.envelope import Submission  # noqa: E402
from artistguard.claims.forms import SignedStatement  # noqa: E402

FOLDER = ROOT / "docs" / "spec"
KINDS = {"statement": SignedStatement, "envelope": Submission, "proof": Bundle}


def schema(name: str) -> str:
    """The text of one schema."""
    made = msgspec.json.schema(KINDS[name], ref_template="#/$defs/{name}")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:artistguard:schema:{name}:1"}
    return json.dumps(_portable(head | made), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _portable(value: Any) -> Any:
    """Patterns as JSON Schema knows them (ECMA-262 has no ``\\Z``), and no words from the program's own pages."""
    if isinstance(value, list):
        return [_portable(each) for each in value]
    if not isinstance(value, dict):
        return value
    kept = {name: _portable(each) for name, each in value.items() if name not in {"description", "discriminator"}}
    if isinstance(kept.get("pattern"), str):
        kept["pattern"] = kept["pattern"].replace("\\Z", "$")
    return kept


def place(name: str) -> Path:
    """Where one schema lies."""
    return FOLDER / f"{name}.schema.json"


if __name__ == "__main__":
    for each in KINDS:
        place(each).write_text(schema(each), encoding="utf-8", newline="\n")
        print(place(each).name)
