"""The one list of commands. A command's own module is loaded when it is called: help comes at once.

Each is imported by an ordinary import of its own, long as that is: so the type checker, the import contracts and the
program that packs the bundle see it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from artistguard.cli.parser import Command

SUMMARIES = {
    "protect": "State your choice in files, register their fingerprints, and keep a way back.",
    "watch": "Protect whatever comes new into a folder, until you stop it.",
    "check": "Say what is stated in files, and which registered works they are.",
    "undo": "Put files back as they were, byte for byte.",
    "status": "List works, their versions, receipts, and what waits.",
    "deliver": "Send what waits in the outbox.",
    "withdraw": "Take statements back, wherever they were registered.",
    "change": "Make another choice for works; the earlier statements stay in the log.",
    "certificate": "Write a readable receipt (PDF) with a proof beside it (JSON) that anybody can check offline.",
    "verify": "Check a proof offline; no registry is asked.",
    "export": "Write everything that is known here as a table for other programs.",
    "publish-kit": "Write what says your choice outside of files: lines, files and pages for a website, a shop or a "
    "publisher.",
    "config": "Show and set what holds by itself.",
    "identity": "Show and look after the names under which you sign, and their keys.",
    "completion": "Print what makes your shell complete commands and options.",
    "registry": "Run a consent registry of your own, check it, or carry its statements to another.",
}
"""Every command's name, and the first line of its module; a file of the same name is named with its folder."""


def command(name: str) -> Command:
    """The command of that name.

    Raises:
        KeyError: There is none.
    """
    found = _for_works(name) or _for_the_rest(name)
    if found is None:
        raise KeyError(name)
    return found


def _for_works(name: str) -> Command | None:
    match name:
        case "protect":
            from artistguard.cli.commands import protect

            return protect
        case "watch":
            from artistguard.cli.commands import watch

            return watch
        case "check":
            from artistguard.cli.commands import check

            return check
        case "undo":
            from artistguard.cli.commands import undo

            return undo
        case "status":
            from artistguard.cli.commands import status

            return status
        case "deliver":
            from artistguard.cli.commands import deliver

            return deliver
        case "withdraw":
            from artistguard.cli.commands import withdraw

            return withdraw
        case "change":
            from artistguard.cli.commands import change

            return change
    return None


def _for_the_rest(name: str) -> Command | None:
    match name:
        case "certificate":
            from artistguard.cli.commands import certificate

            return certificate
        case "verify":
            from artistguard.cli.commands import verify

            return verify
        case "export":
            from artistguard.cli.commands import export

            return export
        case "publish-kit":
            from artistguard.cli.commands import publish_kit

            return publish_kit
        case "config":
            from artistguard.cli.commands import config

            return config
        case "identity":
            from artistguard.cli.commands import identity

            return identity
        case "completion":
            from artistguard.cli.commands import completion

            return completion
        case "registry":
            from artistguard.cli.commands import registry

            return registry
    return None


def open_window(paths: list[str]) -> int:
    """Files without a command open the window; what draws it is loaded only here.

    Returns:
        The exit status.

    Raises:
        UsageProblem: There is no display, or the window's library is missing.
    """
    from artistguard.desktop.app import run

    return run(paths)
