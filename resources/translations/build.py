"""Gathers the sentences of the window into the files for translators (.ts), and makes of those what Qt reads (.qm).

What is translated already is kept; what is said no more goes; new sentences are marked as unfinished. English gets
its forms for one and many from the code. With --check nothing is written: it only says whether all is current.

    python resources/translations/build.py [--check]

A sentence is found where it stands in the code: as the value of a constant in one of the modules of words, or as text
handed to `translate`, `many`, `label` or `button`.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import PySide6
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent.parent / "artistguard"
WINDOW = PACKAGE / "desktop"
CONTEXT = "ArtistGuard"
SOURCE = "en"
LANGUAGES = (SOURCE, "de", "fr", "es")
WORDS = tuple(
    WINDOW / f"{name}.py"
    for name in ("words", "counts", "sayings", "housewords", "credentialwords", "phrases", "troubles")
)
"""Modules in which every constant that is text, or holds text, is a sentence."""
SHARED = {PACKAGE / "vocabularies" / "plain.py": {"CHOICES", "MEANINGS"}}
"""Constants of other packages that the window shows."""
NO_SENTENCES = {"CONTEXT", "TITLE", "EVERY"}
SHOWN = {"translate": (0,), "label": (0,), "button": (0,), "many": (2,)}
"""Functions that show a sentence, and the places of their arguments that are sentences."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the window.

    Attributes:
        text: In English; with a number, the form for many.
        place: Where it stands, for translators.
        one: With a number, the form for one.
    """

    text: str
    place: str
    one: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """English."""
        return (self.one, self.text) if self.one else (self.text,)


def sentences() -> list[Sentence]:
    """Every sentence once, in the order of the files and lines in which they stand."""
    found: dict[str, Sentence] = {}
    for path in [*WORDS, *sorted(set(WINDOW.rglob("*.py")) - set(WORDS)), *SHARED]:
        tree = ast.parse(path.read_text("utf-8"))
        names = SHARED.get(path)
        told = [] if path in SHARED else list(_shown(tree, path.stem))
        if path in WORDS or names is not None:
            told += _constants(tree, path.stem, names)
        for each in told:
            found.setdefault(each.text, each)
    return list(found.values())


def _constants(tree: ast.Module, module: str, names: set[str] | None) -> Iterator[Sentence]:
    for node in tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        called = [each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)]
        if set(called) & NO_SENTENCES or (names is not None and not set(called) & names):
            continue
        for text in _texts(node.value):
            yield Sentence(text, f"{module}.{', '.join(called)}")


def _texts(node: ast.expr) -> Iterator[str]:
    """Text in a value; the keys of a table are none."""
    match node:
        case ast.Constant(value=str(text)) if text:
            yield text
        case ast.Dict(values=values):
            for each in values:
                yield from _texts(each)
        case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Call(args=elements):
            for each in elements:
                yield from _texts(each)


def _shown(tree: ast.Module, module: str) -> Iterator[Sentence]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for place in SHOWN.get(name, ()):
            argument = node.args[place] if len(node.args) > place else None
            for text in _texts(argument) if isinstance(argument, ast.Constant) else ():
                one = node.args[1].value if name == "many" and isinstance(node.args[1], ast.Constant) else ""
                yield Sentence(text, module, str(one))


def written(language: str, known: dict[str, list[str]]) -> str:
    """A file for translators.

    Args:
        language: ISO 639-1.
        known: What is translated already: the forms of each sentence.
    """
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="{SOURCE}">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for each in sentences():
        if language == SOURCE and not each.one:
            continue
        lines += _message(each, _english(each) if language == SOURCE else known.get(each.text, []))
    return "\n".join([*lines, "</context>", "</TS>", ""])


def _english(sentence: Sentence) -> list[str]:
    """Numbers are written as people of the place write them."""
    return [form.replace("%n", "%Ln") for form in sentence.forms]


def _message(sentence: Sentence, forms: list[str]) -> Iterator[str]:
    finished = "" if forms and all(forms) else ' type="unfinished"'
    yield '    <message numerus="yes">' if sentence.one else "    <message>"
    yield f"        <source>{escape(sentence.text)}</source>"
    yield f"        <extracomment>{escape(sentence.place)}</extracomment>"
    if sentence.one:
        yield f"        <translation{finished}>"
        for form in forms or ["", ""]:
            yield f"            <numerusform>{escape(form)}</numerusform>"
        yield "        </translation>"
    else:
        yield f"        <translation{finished}>{escape(''.join(forms))}</translation>"
    yield "    </message>"


def known(path: Path) -> dict[str, list[str]]:
    """What a file for translators says: the forms of each sentence that is translated."""
    if not path.exists():
        return {}
    found = {}
    for message in etree.parse(path, etree.XMLParser(resolve_entities=False)).iter("message"):
        translation = message.find("translation")
        if translation is not None:
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            found[message.findtext("source", "")] = [form for form in forms if form.strip()]
    return found


def released(source: Path, target: Path) -> None:
    """Make of a file for translators what Qt reads.

    Raises:
        subprocess.CalledProcessError: The file is no such.
    """
    program = Path(PySide6.__file__).with_name("lrelease")
    subprocess.run([program, "-silent", "-removeidentical", source, "-qm", target], check=True)  # noqa: S603 - Qt's own


def main(words: list[str]) -> int:
    """Write the files, or compare them.

    Returns:
        0, or 1 where something is older than the words in the code or is not translated.
    """
    stale = list(_check() if "--check" in words else _write())
    for each in stale:
        print(each)
    return 1 if stale else 0


def _write() -> Iterable[str]:
    for language in LANGUAGES:
        path = HERE / f"artistguard_{language}.ts"
        path.write_text(written(language, known(path)), encoding="utf-8")
        # Put in place at once: a window that runs reads its words from the file, whenever it says them.
        made = path.with_suffix(".new")
        released(path, made)
        made.replace(path.with_suffix(".qm"))
        yield from _open_in(path)


def _check() -> Iterator[str]:
    for language in LANGUAGES:
        path = HERE / f"artistguard_{language}.ts"
        if not path.exists() or path.read_text("utf-8") != written(language, known(path)):
            yield f"{path.name} is not what the window says now: python resources/translations/build.py"
            continue
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "made.qm"
            released(path, made)
            if path.with_suffix(".qm").read_bytes() != made.read_bytes():
                yield f"{path.stem}.qm is older than {path.name}: python resources/translations/build.py"
        yield from _open_in(path)


def _open_in(path: Path) -> Iterator[str]:
    """Sentences that are not translated."""
    for message in etree.parse(path, etree.XMLParser(resolve_entities=False)).iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") == "unfinished":
            yield f"{path.name}: not translated: {message.findtext('source')}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
