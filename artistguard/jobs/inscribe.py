"""Writing one file's statement into a draft, and proving by decoding that the work in it is still the same.

Nothing of the user's is replaced here: the draft is handed on to the store, which keeps the way back first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from artistguard.errors import CannotEmbed, FileProblem, WouldHarm
from artistguard.fingerprints import table as fingerprints
from artistguard.formats import second_reader, sidecar
from artistguard.formats import table as formats
from artistguard.formats.protocol import Embeds
from artistguard.jobs.outcome import Trouble
from artistguard.vocabularies import table as vocabularies

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.formats.protocol import Reading
    from artistguard.terms import Inscription, Stated
    from artistguard.works import Digest

OWN_LAYER = "artistguard"


@dataclass(frozen=True, slots=True)
class Written:
    """A statement written and read back.

    Attributes:
        statements: Everything the result states, in every layer.
        codes: Digest and ISCC units of the finished file; empty where a sidecar states it and the file stays.
        sidecar: Bytes of the sidecar, or None when the statement is inside.
        warnings: Statements in the file that contradict ours.
    """

    statements: tuple[Stated, ...]
    codes: Mapping[str, str] = field(default_factory=dict)
    sidecar: bytes | None = None
    warnings: tuple[Trouble, ...] = ()


def inside(kind: str, source: BinaryIO, draft: BinaryIO, inscription: Inscription, guard: Digest) -> Written:
    """Write the statement into a copy, and prove it.

    Args:
        kind: Name of the format.
        source: The file as it is.
        draft: An empty stream open for writing and reading.
        inscription: What to write.
        guard: What must be the same before and after, from the survey.

    Raises:
        CannotEmbed: The format refuses; nothing usable is in the draft.
        WouldHarm: The draft does not decode to the same work, or does not say what it should.
    """
    write(kind, source, draft, inscription)
    return prove(kind, draft, inscription, guard)


def write(kind: str, source: BinaryIO, draft: BinaryIO, inscription: Inscription) -> None:
    """Write the statement into a copy.

    Raises:
        CannotEmbed: The format refuses; nothing usable is in the draft.
    """
    format_ = formats.by_name(kind)
    if not isinstance(format_, Embeds):
        raise CannotEmbed(f"{format_.name} files have no safe place for a statement inside.")
    format_.write(_rewound(source), draft, inscription)
    draft.flush()  # a full disk must not look like a copy that cannot be read back


def prove(kind: str, draft: BinaryIO, inscription: Inscription, guard: Digest) -> Written:
    """Read the finished copy back and decode it.

    Raises:
        WouldHarm: It does not decode to the same work, or does not say what it should.
    """
    format_ = formats.by_name(kind)
    try:
        reading = format_.read(_rewound(draft))
        after = format_.decode(_rewound(draft)).guard
    except FileProblem as problem:
        raise WouldHarm(f"The written copy could not be read back: {problem.message}") from problem
    if after != guard:
        raise WouldHarm("Writing the statement would have changed the work itself.")
    _prove(reading, inscription)
    second_reader.confirm(kind, draft)
    codes = fingerprints.of_file(_rewound(draft))
    return Written(reading.statements, codes, warnings=_contradictions(reading.statements))


def beside(existing: bytes | None, inscription: Inscription) -> Written:
    """Write the statement into a sidecar, merged with the one that is there.

    Raises:
        Damaged: The existing sidecar is no XMP and is left alone.
        WouldHarm: What was written does not read back.
    """
    packet = sidecar.write(existing, inscription)
    reading = sidecar.read(packet)
    _prove(reading, inscription)
    return Written(reading.statements, sidecar=packet, warnings=_contradictions(reading.statements))


def _prove(reading: Reading, inscription: Inscription) -> None:
    """Our own statement reads back exactly, whatever else the file states (that is told, not overruled)."""
    own = {stated.choice for stated in reading.statements if stated.layer == OWN_LAYER}
    if inscription.declaration.choice not in own:
        raise WouldHarm("The written statement does not read back as the choice that was made.")
    if (reading.record, reading.work) != (inscription.record, inscription.work):
        raise WouldHarm("The written record number does not read back.")


def _contradictions(statements: tuple[Stated, ...]) -> tuple[Trouble, ...]:
    return tuple(
        Trouble("contradiction", told, "Remove the other statement, or make the same choice there.")
        for told in vocabularies.verdict(statements).contradictions
    )


def _rewound(stream: BinaryIO) -> BinaryIO:
    stream.seek(0)
    return stream
