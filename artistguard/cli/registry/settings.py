"""What is set for a registry of one's own: its file, the environment, and what was typed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.errors import UsageProblem
from artistguard.server.configuration import Configuration, read
from artistguard.store.troubles import telling

if TYPE_CHECKING:
    import argparse

_TYPED = ("host", "port", "origin", "store")


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments that all actions have."""
    parser.add_argument(
        "--store",
        metavar="URL",
        help="sqlite:///PATH or postgresql://USER@HOST/DATABASE (default: the registry of this home)",
    )
    parser.add_argument("--config", metavar="FILE", help="TOML; what is typed goes before it (see docs/operations.md)")


def store(arguments: argparse.Namespace) -> str | None:
    """URL of the store; None for the registry of the home. Typed, but empty, it is no URL of any."""
    typed: str | None = arguments.store
    return typed if typed is not None else settings(arguments).store or None


def settings(arguments: argparse.Namespace) -> Configuration:
    """Everything that is set.

    Raises:
        UsageProblem: The file is missing, or something in it is not understood.
    """
    typed = {name: getattr(arguments, name, None) for name in _TYPED}
    text = ""
    if arguments.config:
        path = Path(arguments.config)
        with telling(path):
            content = path.read_bytes()
        try:
            text = content.decode()
        except UnicodeDecodeError as problem:
            raise UsageProblem(f"{path}: this is no text in UTF-8.", remedy="Save it as UTF-8.") from problem
    return read(text, os.environ, typed)
