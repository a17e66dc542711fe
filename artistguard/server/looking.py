"""Looking into a file that a stranger sent: in a process of its own, bounded in time and memory, and forgotten at once.

The bytes go through a pipe and never touch a disk. Whatever a decoder does with them, the server goes on.
"""

from __future__ import annotations

import io
import multiprocessing
import sys
import threading
from pathlib import PurePath
from typing import TYPE_CHECKING

import msgspec

from artistguard.errors import ArtistGuardError, Damaged, TooLarge
from artistguard.fingerprints import table as fingerprints
from artistguard.formats import table as formats
from artistguard.formats.protocol import GLIMPSE_BYTES, Glimpse, Reading
from artistguard.messages import Item
from artistguard.terms import Choice
from artistguard.vocabularies.verdict import verdict

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from artistguard.formats.protocol import Format

AT_ONCE = 2
SECONDS = 60.0
MEMORY_BYTES = 4 << 30
_ANSWER_BYTES = 64 << 20
_NAME_CHARACTERS = 255


class Looked(msgspec.Struct, frozen=True, tag="looked"):
    """What a file tells.

    Attributes:
        item: To be looked up.
        kind: The format's name.
        said: The strictest choice that the file itself states; None where it states nothing.
    """

    item: Item
    kind: str
    said: Choice | None


class _Failed(msgspec.Struct, frozen=True, tag="failed"):
    """Why nothing can be told."""

    message: str
    remedy: str


class Looker:
    """Looks into files, a few at a time.

    Args:
        seconds: How long one may take.
        memory: Bytes that the process of one may take, where the system can bound that.
    """

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY_BYTES) -> None:
        self._seconds = seconds
        self._memory = memory
        self._places = threading.BoundedSemaphore(AT_ONCE)

    def look(self, content: bytes, name: str = "") -> Looked:
        """Look into a file.

        Args:
            content: The whole file.
            name: As the sender calls it; a hint only.

        Raises:
            FileProblem: It cannot be looked into; the message says why.
        """
        with self._places:
            ours, theirs = multiprocessing.get_context("spawn").Pipe()
            with ours, theirs:
                arguments = (theirs, PurePath(name[-_NAME_CHARACTERS:]).suffix[1:].lower(), self._memory)
                process = multiprocessing.get_context("spawn").Process(target=_work, args=arguments, daemon=True)
                process.start()
                try:
                    return self._answer(ours, theirs, content)
                finally:
                    process.kill()
                    process.join()
                    process.close()

    def _answer(self, ours: Connection, theirs: Connection, content: bytes) -> Looked:
        theirs.close()  # so that the pipe ends when the other process does
        try:
            ours.send_bytes(content)
            if not ours.poll(self._seconds):
                raise TooLarge(f"The file could not be looked into within {self._seconds:.0f} seconds.")
            # Not a pickle: whoever took the decoder over must not take the server over, too.
            found = _ANSWER.decode(ours.recv_bytes(_ANSWER_BYTES))
        except (EOFError, OSError, msgspec.MsgspecError) as problem:
            raise Damaged("Looking into this file made the decoder end.") from problem
        if isinstance(found, _Failed):
            raise Damaged(found.message, remedy=found.remedy)
        return found


_ANSWER: msgspec.json.Decoder[Looked | _Failed] = msgspec.json.Decoder(Looked | _Failed)


def _work(connection: Connection, extension: str, memory: int) -> None:
    """The other process: one file, one answer."""
    _bound(memory)
    content = connection.recv_bytes()
    connection.send_bytes(msgspec.json.encode(_attempt(content, extension)))


def _attempt(content: bytes, extension: str) -> Looked | _Failed:
    try:
        return _look(content, extension)
    except ArtistGuardError as problem:
        return _Failed(problem.message, problem.remedy)
    except MemoryError:
        return _Failed("The file needs more memory than there is for it.", "Send a smaller one.")


def _look(content: bytes, extension: str) -> Looked:
    source = io.BytesIO(content)
    codes = fingerprints.of_file(source)
    format_ = formats.recognise(Glimpse(content[:GLIMPSE_BYTES], content[-GLIMPSE_BYTES:], len(content), extension))
    source.seek(0)
    found = fingerprints.compute(format_.decode(source))
    item = Item({**codes, **found.values}, distinctive=found.distinctive, medium=format_.medium)
    return Looked(item, format_.name, verdict(_read(format_, content).statements).choice)


def _read(format_: Format, content: bytes) -> Reading:
    try:
        return format_.read(io.BytesIO(content))
    except ArtistGuardError:
        return Reading()  # metadata too broken to be read states nothing


def _bound(memory: int) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
