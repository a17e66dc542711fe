"""The manual page, made from the same parser as the help.

Source: man-pages(7) for the sections, groff_man(7) for the macros.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.vocabularies.plain import CHOICES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.cli.outline import Option, Outline

_STATUSES = (
    ("0", "All was done."),
    ("1", "Some files failed, or wait."),
    ("2", "The request itself is off, or comes with a later version."),
    ("3", "Checked and not protected, or a proof that does not hold."),
    ("130", "Interrupted; what was finished is kept, and the same command goes on."),
)
_ENVIRONMENT = (
    (
        "ARTISTGUARD_HOME",
        "Folder of all that ArtistGuard keeps: works, ways back, keys, the embedded registry.",
    ),
    ("ARTISTGUARD_REGISTRY", "Address of the consent registry; without it the one on this computer."),
    ("ARTISTGUARD_PASSPHRASE", "Opens a locked key, and locks an exported one, where nobody can be asked."),
    ("ARTISTGUARD_RECOVERY_LINE", "The line of a recovery key, for identity rotate --lost."),
    ("ARTISTGUARD_KEYRING", "off keeps keys in files instead of the keyring of the system."),
    ("NO_COLOR", "Plain text without colours."),
)


def page(whole: Outline) -> str:
    """The page in groff's man macros.

    Args:
        whole: The command line.
    """
    return "\n".join(_lines(whole)) + "\n"


def _lines(whole: Outline) -> Iterator[str]:
    yield '.TH ARTISTGUARD 1 "" "ArtistGuard" "User Commands"'
    yield from (".SH NAME", r"artistguard \- say what AI may do with your pictures, music and writing")
    yield from (".SH SYNOPSIS", r"\fBartistguard\fP \fICOMMAND\fP ...", ".SH DESCRIPTION", _text(whole.words))
    yield ".SH OPTIONS"
    for option in whole.options:
        yield from _option(option)
    yield ".SH COMMANDS"
    for each in whole.all():
        if each.names:
            yield from _command(each)
    yield ".SH CHOICES"
    for choice, words in CHOICES.items():
        yield from _entry(rf"\fB{_text(choice)}\fP", f"{words}.")
    yield ".SH EXIT STATUS"
    for status, words in _STATUSES:
        yield from _entry(status, words)
    yield ".SH ENVIRONMENT"
    for name, words in _ENVIRONMENT:
        yield from _entry(name, words)


def _command(each: Outline) -> Iterator[str]:
    operands = "".join(f" {operand.value}" for operand in each.operands)
    ending = " [OPTION ...]" if each.options[1:] else ""
    action = " ACTION" if each.parts else ""
    yield f".SS {_text(' '.join(each.names))}{_text(action or operands + ending)}"
    yield _text(f"{each.words[:1].upper()}{each.words[1:].rstrip('.')}.")
    for option in each.options:
        if "--help" not in option.flags:
            yield from _option(option)


def _option(option: Option) -> Iterator[str]:
    flags = ", ".join(rf"\fB{_text(flag)}\fP" for flag in option.flags)
    yield from _entry(rf"{flags} \fI{_text(option.value)}\fP" if option.value else flags, option.words)


def _entry(term: str, words: str) -> Iterator[str]:
    yield from (".TP", term, _text(words))


def _text(words: str) -> str:
    """Words as groff shows them unchanged; a full stop or quote at the start of a line would be a macro."""
    escaped = words.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped
