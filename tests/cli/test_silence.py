"""What foreign decoders write to standard error reaches nobody; what we say does."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import os, sys
from artistguard.cli.output import say
from artistguard.cli.silence import decoders_are_silent
with decoders_are_silent():
    os.write(2, b"noise of a library\\n")
    say("our own words: Zoë")
    os.system("echo noise of a child >&2")
os.write(2, b"loud again\\n")
say("and we too")
{more}
"""


def told(more: str = "") -> str:
    done = subprocess.run([sys.executable, "-c", SCRIPT.format(more=more)], capture_output=True, check=False)
    return done.stderr.decode()


def test_only_our_words_are_heard() -> None:
    assert told() == "our own words: Zoë\nloud again\nand we too\n"


def test_an_error_on_the_way_out_is_heard() -> None:
    assert "KeyError: 'lost'" in told("with decoders_are_silent():\n    raise KeyError('lost')")


def test_without_standard_error_nothing_happens() -> None:
    script = """
import sys
sys.stderr = None
from artistguard.cli.silence import decoders_are_silent
with decoders_are_silent():
    print("went on")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout == b"went on\n"
