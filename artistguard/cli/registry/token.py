"""Make a token with which an operator acts over HTTP."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from artistguard.cli.output import say, show
from artistguard.cli.status import Status

if TYPE_CHECKING:
    import argparse

    from artistguard.cli.ledgers import Place

WORDS = "make a token for acts of an operator over HTTP"
_TOKEN_BYTES = 32


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments: there are none of its own."""


def run(_: Place, __: argparse.Namespace) -> int:
    """Do it."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    say("The token is shown once; send it as: Authorization: Bearer TOKEN")
    show(token)
    say(f'For the configuration: administrators = ["sha256:{hashlib.sha256(token.encode()).hexdigest()}"]')
    return Status.DONE
