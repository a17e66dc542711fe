"""Signed notes and checkpoints: how a log states its size and root, and with which key.

Source: C2SP signed-note v1.0.0 and tlog-checkpoint v1.0.0 (c2sp.org/signed-note, c2sp.org/tlog-checkpoint).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from artistguard.errors import ProofProblem
from artistguard.transparency.merkle import HASH_BYTES, check_consistency
from artistguard.transparency.signature import KEY_BYTES, holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.transparency.signature import Signer

ED25519 = 0x01
"""Signature type byte of plain Ed25519 (signed-note, "Signature types")."""

NOTE_CHARACTERS = 131072
"""A note longer than this is not looked at; 16 post-quantum signatures need about 110,000."""

NOTE_SIGNATURES = 64
_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,18})\Z", re.ASCII)
_DASH = "\N{EM DASH}"


@dataclass(frozen=True, slots=True)
class NoteKey:
    """The public key of a log, as it is pinned.

    Attributes:
        name: The log's origin; no spaces, no plus.
        public: 32 bytes.
    """

    kind: ClassVar[int] = ED25519

    name: str
    public: bytes

    def __post_init__(self) -> None:
        if not self.name or "+" in self.name or any(letter.isspace() or letter < " " for letter in self.name):
            raise ProofProblem(f"not the name of a log: {self.name!r}")
        if len(self.public) != KEY_BYTES:
            raise ProofProblem(f"not an Ed25519 key: {len(self.public)} bytes")

    @property
    def identifier(self) -> bytes:
        """Four bytes that name this key in signature lines (signed-note, "Signatures")."""
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    def __str__(self) -> str:
        """``name+identifier+key``, the text form in which keys of notes travel."""
        return f"{self.name}+{self.identifier.hex()}+{encode64(bytes([self.kind]) + self.public)}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the text form.

        Raises:
            ProofProblem: It is not one, or name, identifier and key do not fit one another.
        """
        parts = text.strip().split("+", 2)
        if len(parts) != 3:
            raise ProofProblem("not a public key: it is written as name+identifier+key")
        raw = decode64(parts[2], "public key")
        if raw[:1] != bytes([cls.kind]):
            raise ProofProblem("the public key is not an Ed25519 key of the kind that is needed here")
        key = cls(parts[0], raw[1:])
        if key.identifier.hex() != parts[1]:
            raise ProofProblem("the public key was mistyped: its parts do not fit one another")
        return key


@dataclass(frozen=True, slots=True)
class Line:
    """One signature under a note.

    Attributes:
        name: Of the key.
        identifier: Four bytes.
        signature: As the key's kind has it.
    """

    name: str
    identifier: bytes
    signature: bytes

    def __str__(self) -> str:
        return f"{_DASH} {self.name} {encode64(self.identifier + self.signature)}\n"

    @classmethod
    def parse(cls, row: str) -> Line:
        """Read one line, without its newline.

        Raises:
            ProofProblem: It is no signature.
        """
        dash, _, rest = row.partition(" ")
        name, _, encoded = rest.partition(" ")
        if dash != _DASH or not name or not encoded:
            raise ProofProblem("not a signed note: a line under it is no signature")
        raw = decode64(encoded, "signature under the note")
        if len(raw) < 5:
            raise ProofProblem("not a signed note: a signature is too short")
        return cls(name, raw[:4], raw[4:])


@dataclass(frozen=True, slots=True)
class Note:
    """A text with signatures under it.

    Attributes:
        text: Ends in a newline; what is signed.
        lines: One or more signatures.
    """

    text: str
    lines: tuple[Line, ...]

    def __str__(self) -> str:
        return f"{self.text}\n{''.join(map(str, self.lines))}"

    @classmethod
    def parse(cls, note: str) -> Note:
        """Take a note apart; no signature is checked yet.

        Raises:
            ProofProblem: It is not a note.
        """
        if len(note) > NOTE_CHARACTERS or any(letter < " " and letter != "\n" for letter in note):
            raise ProofProblem("not a signed note: too long, or with control characters")
        text, blank, below = note.rpartition("\n\n")
        if not blank or not text or not below.endswith("\n"):
            raise ProofProblem("not a signed note: there is no signature under it")
        rows = below[:-1].split("\n")
        if len(rows) > NOTE_SIGNATURES:
            raise ProofProblem("not a signed note: too many signatures")
        return cls(text + "\n", tuple(map(Line.parse, rows)))

    def by(self, key: NoteKey) -> tuple[bytes, ...]:
        """The signatures that claim to be of one key; none of them is checked."""
        return tuple(
            line.signature for line in self.lines if line.name == key.name and line.identifier == key.identifier
        )

    def check(self, key: NoteKey) -> None:
        """Check the signature of one key.

        Raises:
            ProofProblem: The key did not sign this note, or its signature does not fit.
        """
        mine = self.by(key)
        if not mine:
            raise ProofProblem(f"the statement of the log is not signed with the known key of {key.name}")
        if not all(holds(key.public, signature, self.text.encode()) for signature in mine):
            raise ProofProblem(f"the signature of {key.name} under the statement of the log does not fit")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a log says of itself.

    Attributes:
        origin: Its name.
        size: How many entries it has.
        root: Merkle root over them, 32 bytes.
        extensions: Further lines, none in our own logs.
    """

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The text that is signed."""
        rows = (self.origin, str(self.size), encode64(self.root), *self.extensions)
        return "".join(f"{row}\n" for row in rows)

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """Read the text of a note.

        Raises:
            ProofProblem: It is not a checkpoint.
        """
        rows = text.split("\n")
        if len(rows) < 4 or rows.pop() or not all(rows):
            raise ProofProblem("not a checkpoint: three lines at least, none of them empty")
        size = decimal(rows[1], "size of the log")
        root = decode64(rows[2], "root of the log")
        if len(root) != HASH_BYTES:
            raise ProofProblem("not a checkpoint: the root is not a SHA-256")
        return cls(rows[0], size, root, tuple(rows[3:]))


def sign(checkpoint: Checkpoint, signer: Signer) -> str:
    """A checkpoint with the log's own signature under it.

    Args:
        checkpoint: Its origin is the name of the key.
        signer: The log's key.
    """
    key = NoteKey(checkpoint.origin, signer.public)
    text = str(checkpoint)
    return str(Note(text, (Line(key.name, key.identifier, signer.sign(text.encode())),)))


def open_checkpoint(note: str, key: NoteKey) -> Checkpoint:
    """Read a signed checkpoint of a known log.

    Args:
        note: As the log sent it.
        key: Obtained earlier.

    Raises:
        ProofProblem: Another key, another log, a signature that does not fit, or no checkpoint at all.
    """
    opened = Note.parse(note)
    opened.check(key)
    checkpoint = Checkpoint.parse(opened.text)
    if checkpoint.origin != key.name:
        raise ProofProblem(f"the checkpoint is of {checkpoint.origin}, not of {key.name}")
    return checkpoint


def check_growth(old: Checkpoint, new: Checkpoint, path: Sequence[bytes]) -> None:
    """Check that a log only grew between two visits.

    Args:
        old: Seen earlier, already opened with the key.
        new: Seen now, already opened with the key.
        path: The consistency proof from the one to the other.

    Raises:
        ProofProblem: It was rolled back or forked, or it is another log.
    """
    if old.origin != new.origin:
        raise ProofProblem(f"two logs: {old.origin} and {new.origin}")
    check_consistency(old.size, new.size, path, old.root, new.root)


def decimal(text: str, what: str) -> int:
    """A number without sign or leading zeros.

    Raises:
        ProofProblem: It is not one.
    """
    if not _DECIMAL.match(text):
        raise ProofProblem(f"the {what} is not a number: {text[:40]!r}")
    return int(text)


def decode64(text: str, what: str) -> bytes:
    """Standard base64 with padding, in its one canonical spelling.

    Raises:
        ProofProblem: It is not that.

    Source: RFC 4648, section 4 and 3.5 (canonical encoding).
    """
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as problem:
        raise ProofProblem(f"the {what} is not base64") from problem
    if encode64(raw) != text:
        raise ProofProblem(f"the {what} is not base64 in its canonical spelling")
    return raw


def encode64(raw: bytes) -> str:
    """Standard base64 with padding (RFC 4648, section 4)."""
    return base64.b64encode(raw).decode("ascii")
