"""Golden files, made again by one command: ``python tests/vectors/build.py``; ``--check`` only compares.

A builder is a module ``builders/<name>.py`` with a function ``build()`` that returns something JSON can hold;
``<name>.json`` beside this script is its golden file. A change of a golden file is a change of what ArtistGuard writes
or computes: it belongs into the same commit as its reason.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if str(HERE.parent.parent) not in sys.path:
    sys.path.insert(0, str(HERE.parent.parent))

BUILDERS = HERE / "builders"


def names() -> list[str]:
    """Every builder there is."""
    return sorted(path.stem for path in BUILDERS.glob("*.py"))


def built(name: str) -> str:
    """The golden file as the builder makes it now."""
    spec = importlib.util.spec_from_file_location(f"tests.vectors.builders.{name}", BUILDERS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return json.dumps(module.build(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def golden(name: str) -> Path:
    """Where the golden file lies."""
    return HERE / f"{name}.json"


def stale() -> list[str]:
    """Builders whose golden file is missing or says something else."""
    return [
        name for name in names() if not golden(name).exists() or golden(name).read_text(encoding="utf-8") != built(name)
    ]


def main(arguments: list[str]) -> int:
    """Write every golden file, or with ``--check`` name those that differ and fail."""
    if arguments == ["--check"]:
        for name in stale():
            sys.stderr.write(f"{golden(name).name} differs from what its builder makes\n")
        return 1 if stale() else 0
    for name in names():
        golden(name).write_text(built(name), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
