"""Damaged files, made from sound ones by chance that is the same every time; and what must hold for each of them.

A format's test subclasses MutationSuite beside FormatSuite, or calls ``survives`` itself. How many damaged files are
tried for a format is set by ARTISTGUARD_MUTATIONS; the long run takes 1000.
"""

from __future__ import annotations

import io
import os
import random
from typing import TYPE_CHECKING, ClassVar, TypeVar

from artistguard.errors import FileProblem
from tests.suites.format_suite import glimpse_of, inscription, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from artistguard.formats.protocol import Embeds, Format

Result = TypeVar("Result")

DEFAULT_COUNT = 60
HEAD = 2048
"""Most headers and tables stand in the first bytes, so half of the damage is done there."""


def count() -> int:
    """How many damaged files to try for one format."""
    return int(os.environ.get("ARTISTGUARD_MUTATIONS", str(DEFAULT_COUNT)))


def mutations(content: bytes, number: int, seed: str) -> Iterator[bytes]:
    """Damaged copies of a file.

    Args:
        content: A sound file.
        number: How many.
        seed: Same seed, same damage.
    """
    chance = random.Random(seed)
    kinds: tuple[Callable[[bytearray, random.Random], None], ...] = (_flip, _flip, _cut, _number, _blank, _drop, _twice)
    for _ in range(number):
        damaged = bytearray(content)
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            if damaged:
                chance.choice(kinds)(damaged, chance)
        yield bytes(damaged)


def _place(damaged: bytearray, chance: random.Random) -> int:
    return chance.randrange(min(len(damaged), HEAD) if chance.random() < 0.5 else len(damaged))


def _flip(damaged: bytearray, chance: random.Random) -> None:
    damaged[_place(damaged, chance)] ^= 1 << chance.randrange(8)


def _cut(damaged: bytearray, chance: random.Random) -> None:
    del damaged[_place(damaged, chance) :]


def _number(damaged: bytearray, chance: random.Random) -> None:
    """A length or offset becomes one of those that break readers."""
    size = chance.choice((1, 2, 4, 8))
    value = chance.choice((0, 1, (1 << 8 * size) - 1, 1 << 8 * size - 1, len(damaged) % (1 << 8 * size)))
    at = _place(damaged, chance)
    order = chance.choice(("little", "big"))
    damaged[at : at + size] = value.to_bytes(size, "little" if order == "little" else "big")


def _blank(damaged: bytearray, chance: random.Random) -> None:
    at = _place(damaged, chance)
    end = min(len(damaged), at + chance.randrange(1, 64))
    damaged[at:end] = bytes(end - at)


def _drop(damaged: bytearray, chance: random.Random) -> None:
    at = _place(damaged, chance)
    del damaged[at : at + chance.randrange(1, 64)]


def _twice(damaged: bytearray, chance: random.Random) -> None:
    at = _place(damaged, chance)
    damaged[at:at] = damaged[at : at + chance.randrange(1, 64)]


def survives(plugin: Format, content: bytes) -> bool:
    """Put damaged bytes through everything a format does; any error but a FileProblem comes out of here.

    Returns:
        Whether they were written and read back: then they decoded to the same before and after.
    """
    plugin.recognise(glimpse_of(content))
    read = _tried(lambda: plugin.read(io.BytesIO(content)))
    before = _tried(lambda: plugin.decode(io.BytesIO(content)))
    written = _tried(lambda: _written(plugin, content))
    if before is None or written is None:
        return False
    assert read is not None, "what can be written must be readable"
    after = plugin.decode(io.BytesIO(written))
    assert after.guard == before.guard
    assert _written(plugin, written) == written
    return True


def _written(plugin: Format, content: bytes) -> bytes:
    embeds: Embeds = plugin  # type: ignore[assignment]
    return write(embeds, content, inscription())


def _tried(job: Callable[[], Result]) -> Result | None:
    try:
        return job()
    except FileProblem as trouble:
        told = trouble
    assert told.message
    assert told.remedy
    return None


class MutationSuite:
    """Mix into a format's test class: every sound sample gets its share of the damage."""

    plugin: ClassVar[Embeds]

    def test_damaged_files_end_in_a_clear_error_or_a_sound_file(self) -> None:
        samples = self._samples()
        share = max(1, -(-count() // len(samples)))
        for sample in samples:
            content = sample.read_bytes()
            for index, damaged in enumerate(mutations(content, share, sample.name)):
                try:
                    survives(self.plugin, damaged)
                except Exception as trouble:
                    raise AssertionError(f"{sample.name}, damage {index}: {trouble!r}") from trouble

    @classmethod
    def _samples(cls) -> list[Path]:
        found: list[Path] = cls.files("")  # type: ignore[attr-defined]
        return found
