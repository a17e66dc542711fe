"""What makes bash, zsh and fish complete commands, actions, options and the words that options take.

Source: Bash Reference Manual 5.2, "Programmable Completion"; zsh 5.9 manual, "zshcompsys", `bashcompinit`; fish 3.7
documentation, "complete".
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.cli.outline import Option, Outline

SHELLS = ("bash", "zsh", "fish")


def script(shell: str, whole: Outline) -> str:
    """The script for one of `SHELLS`.

    Args:
        shell: Its name.
        whole: The command line.
    """
    if shell == "fish":
        return "\n".join(_fish(whole)) + "\n"
    lines = "\n".join(_bash(whole)) + "\n"
    return f"#compdef artistguard\nautoload -U +X bashcompinit && bashcompinit\n{lines}" if shell == "zsh" else lines


def _bash(whole: Outline) -> Iterator[str]:
    yield "_artistguard() {"
    yield '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" path="" i'
    yield "    COMPREPLY=()"
    yield "    for ((i = 1; i < COMP_CWORD; i++)); do"
    yield '        case "$path ${COMP_WORDS[i]}" in'
    yield f"            {'|'.join(_quoted(each.names) for each in whole.all() if each.names)})"
    yield '                path="$path ${COMP_WORDS[i]}" ;;'
    yield "        esac"
    yield "    done"
    yield '    case "$path:$before" in'
    for each in whole.all():
        yield from _bash_values(each)
    yield "    esac"
    yield '    case "$path" in'
    for each in whole.all():
        yield f'        {_quoted(each.names)}) COMPREPLY=($(compgen -W {shlex.quote(_words(each))} -- "$word")) ;;'
    yield "    esac"
    yield '    if [[ -n "$path" && "$word" != -* ]]; then COMPREPLY+=($(compgen -f -- "$word")); fi'
    yield "}"
    yield "complete -o filenames -F _artistguard artistguard"


def _bash_values(each: Outline) -> Iterator[str]:
    """After an option that takes a value only that value is meant."""
    for option in each.options:
        if option.value:
            patterns = "|".join(_quoted(each.names, f":{flag}") for flag in option.flags)
            words = f"-W {shlex.quote(' '.join(option.choices))}" if option.choices else "-f"
            yield f'        {patterns}) COMPREPLY=($(compgen {words} -- "$word")); return ;;'


def _quoted(names: tuple[str, ...], after: str = "") -> str:
    return f'"{"".join(f" {name}" for name in names)}{after}"'


def _words(each: Outline) -> str:
    choices = [word for operand in each.operands for word in operand.choices]
    return " ".join([*(part.names[-1] for part in each.parts), *choices, *(f for o in each.options for f in o.flags)])


def _fish(whole: Outline) -> Iterator[str]:
    yield "complete -c artistguard -e"
    for each in whole.all():
        condition = f"-n {shlex.quote(_fish_condition(each))}"
        for part in each.parts:
            yield f"complete -c artistguard {condition} -f -a {part.names[-1]} -d {_fish_text(part.words)}"
        for option in each.options:
            yield f"complete -c artistguard {condition} {_fish_option(option)}"
        for operand in each.operands:
            if operand.choices:
                yield f"complete -c artistguard {condition} -f -a {shlex.quote(' '.join(operand.choices))}"


def _fish_condition(each: Outline) -> str:
    if not each.names:
        return "__fish_use_subcommand"
    seen = "; and ".join(f"__fish_seen_subcommand_from {name}" for name in each.names)
    parts = " ".join(part.names[-1] for part in each.parts)
    return f"{seen}; and not __fish_seen_subcommand_from {parts}" if parts else seen


def _fish_option(option: Option) -> str:
    flags = " ".join(f"-l {f[2:]}" if f.startswith("--") else f"-s {f[1:]}" for f in option.flags)
    value = f" -x -a {shlex.quote(' '.join(option.choices))}" if option.choices else " -r" if option.value else ""
    return f"{flags}{value} -d {_fish_text(option.words)}"


def _fish_text(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
