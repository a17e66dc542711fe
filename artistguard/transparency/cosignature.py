"""Cosignatures: how somebody independent says that a log only grew, and how many such voices a checkpoint has.

Source: C2SP tlog-cosignature v1 (c2sp.org/tlog-cosignature).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from artistguard.errors import ProofProblem
from artistguard.transparency.checkpoint import Line, Note, NoteKey
from artistguard.transparency.signature import SIGNATURE_BYTES, holds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artistguard.transparency.signature import Signer

_TIME = struct.Struct(">Q")
"""Seconds since 1970, 64 bits, big-endian, before the signature (tlog-cosignature, "Format")."""


@dataclass(frozen=True, slots=True)
class WitnessKey(NoteKey):
    """The public key of a witness; its text form carries another type byte than that of a log."""

    kind: ClassVar[int] = 0x04


def cosign(text: str, key: WitnessKey, signer: Signer, seconds: int) -> Line:
    """The line by which a witness stands up for a checkpoint.

    Args:
        text: Of the checkpoint, as its log signed it.
        key: Of the witness, whose secret half `signer` has.
        signer: The witness.
        seconds: Since 1970, by the clock of the witness.
    """
    return Line(key.name, key.identifier, _TIME.pack(seconds) + signer.sign(_message(text, seconds)))


def cosigned(note: Note, key: WitnessKey) -> int | None:
    """When a witness stood up for a checkpoint.

    Args:
        note: The checkpoint with everything under it.
        key: Of the witness.

    Returns:
        Seconds since 1970, the earliest where there are several; None where the witness is not among the signers.

    Raises:
        ProofProblem: A line claims to be of this witness and does not hold.
    """
    moments = []
    for signature in note.by(key):
        moment = _TIME.unpack(signature[: _TIME.size])[0] if len(signature) == _TIME.size + SIGNATURE_BYTES else 0
        if not holds(key.public, signature[_TIME.size :], _message(note.text, moment)):
            raise ProofProblem(f"the witness {key.name} did not sign this state of the log")
        moments.append(moment)
    return min(moments, default=None)


def witnesses(note: str, keys: Iterable[WitnessKey]) -> dict[str, int]:
    """Which of some witnesses stand up for a checkpoint, and since when.

    Args:
        note: The checkpoint with everything under it.
        keys: Of the witnesses that count here; lines of any other are passed over.

    Returns:
        Name to seconds since 1970.

    Raises:
        ProofProblem: It is no note, or a line of one of these witnesses does not hold.
    """
    opened = Note.parse(note)
    found = {key.name: cosigned(opened, key) for key in keys}
    return {name: moment for name, moment in found.items() if moment is not None}


def _message(text: str, seconds: int) -> bytes:
    """What a witness signs (tlog-cosignature, "Signed message")."""
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()
