"""The command line as plain values, read from its parser: what completion and the manual page are made of."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Option:
    """One option.

    Attributes:
        flags: As they are typed, ``-q`` and ``--quiet``.
        value: What follows it, as shown; empty where nothing does.
        choices: The words that may follow; empty where any may.
        words: What it does.
    """

    flags: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Operand:
    """Something that stands without an option.

    Attributes:
        value: As shown, with brackets and dots where it may be missing or many.
        choices: The words it may be; empty where any may.
        words: What it is.
    """

    value: str
    choices: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Outline:
    """One command, or one action of a command.

    Attributes:
        names: The words that call it, ``("identity", "export")``; empty for the program itself.
        words: What it does.
        options: In the order of the help.
        operands: The same.
        parts: Its commands or actions.
    """

    names: tuple[str, ...]
    words: str
    options: tuple[Option, ...] = ()
    operands: tuple[Operand, ...] = ()
    parts: tuple[Outline, ...] = field(default=())

    def all(self) -> Iterator[Outline]:
        """This one and everything below it."""
        yield self
        for part in self.parts:
            yield from part.all()


def outline(parser: argparse.ArgumentParser) -> Outline:
    """The whole command line.

    Args:
        parser: With every command described.
    """
    return _outline(parser, (), parser.description or "")


def _outline(parser: argparse.ArgumentParser, names: tuple[str, ...], words: str) -> Outline:
    options: list[Option] = []
    operands: list[Operand] = []
    parts: list[Outline] = []
    for action in parser._actions:  # noqa: SLF001 - argparse shows its tree nowhere else
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            summaries = {choice.dest: choice.help or "" for choice in action._choices_actions}  # noqa: SLF001
            parts += [_outline(each, (*names, name), summaries[name]) for name, each in action.choices.items()]
        elif action.option_strings:
            options.append(Option(tuple(action.option_strings), _value(action), _choices(action), _help(action)))
        else:
            operands.append(Operand(_operand(action), _choices(action), _help(action)))
    return Outline(names, words, tuple(options), tuple(operands), tuple(parts))


def _choices(action: argparse.Action) -> tuple[str, ...]:
    return tuple(str(each) for each in action.choices or ())


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    if isinstance(action.metavar, str):
        return action.metavar
    return "|".join(_choices(action)) or action.dest.upper()


def _operand(action: argparse.Action) -> str:
    shown = action.metavar if isinstance(action.metavar, str) else "|".join(_choices(action)) or action.dest.upper()
    return {"*": f"[{shown} ...]", "+": f"{shown} ...", "?": f"[{shown}]"}.get(str(action.nargs), shown)


def _help(action: argparse.Action) -> str:
    return (action.help or "").replace("%%", "%")
