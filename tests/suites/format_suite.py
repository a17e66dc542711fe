"""The same questions put to every format that embeds; a format's test subclasses this and names its samples."""

from __future__ import annotations

import io
from pathlib import Path
from typing import ClassVar

import pytest

from artistguard.errors import CannotEmbed, FileProblem
from artistguard.formats.protocol import GLIMPSE_BYTES, Certainty, Embeds, Glimpse, Reading
from artistguard.terms import Choice, Declaration, Inscription, Origin
from artistguard.vocabularies import table

SAMPLES = Path(__file__).resolve().parent.parent / "samples"

RECORD = "urn:uuid:6f1f9f9e-4c8e-4d53-9a2b-0f5c8a7d1e01"
WORK = "urn:uuid:0b7d3c62-1f52-4f0e-8a57-6f6f2f0f9b02"
ISCC = "ISCC:EEDTM5VB4XLA7KYJ4OI6JHQDFTY7PEIDY4KQS7NBYU6AVPZ3VMYWAAI"


def inscription(choice: Choice = Choice.SEARCH_ONLY, **terms: object) -> Inscription:
    """An inscription with everything in it, letters outside ASCII included."""
    told = {"name": "Zoë Ünal", "contact": "https://zoe.example/ask", "licence": "https://zoe.example/rights"} | terms
    return Inscription(
        declaration=Declaration(choice=choice, **told),  # type: ignore[arg-type]
        record=RECORD,
        work=WORK,
        fingerprints={"iscc": ISCC},
    )


def glimpse_of(content: bytes, extension: str = "") -> Glimpse:
    """What recognising is given for a file of these bytes."""
    return Glimpse(content[:GLIMPSE_BYTES], content[-GLIMPSE_BYTES:], len(content), extension)


def write(plugin: Embeds, content: bytes, what: Inscription) -> bytes:
    """The bytes of the file with the inscription in it."""
    target = io.BytesIO()
    plugin.write(io.BytesIO(content), target, what)
    return target.getvalue()


def read(plugin: Embeds, content: bytes) -> Reading:
    """What a file of these bytes says."""
    return plugin.read(io.BytesIO(content))


class FormatSuite:
    """Subclass it, set ``plugin`` and ``folder`` (below tests/samples); every sound file in the folder is tried.

    A file whose name begins with ``odd-`` is refused for embedding; one that begins with ``broken-`` is damaged.
    """

    plugin: ClassVar[Embeds]
    folder: ClassVar[str]
    producers: ClassVar[int] = 3
    layers: ClassVar[frozenset[str]] = frozenset({"plus", "tdmrep", "artistguard"})

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """Every sound sample goes through every test that asks for one."""
        kinds = {"sample": "", "odd": "odd-", "broken": "broken-"}
        for argument, prefix in kinds.items():
            if argument in metafunc.fixturenames:
                # A format without odd files says so once, rather than skipping the question unseen.
                files: list[Path | None] = [*self.files(prefix)] or [None]
                metafunc.parametrize(argument, files, ids=[file.name if file else "none" for file in files])

    @classmethod
    def files(cls, prefix: str) -> list[Path]:
        """Samples whose name begins with the prefix; without one, the sound ones."""
        known = {f".{kind.extension}" for kind in cls.plugin.types}
        every = sorted(file for file in (SAMPLES / cls.folder).iterdir() if file.suffix.lower() in known)
        if prefix:
            return [file for file in every if file.name.startswith(prefix)]
        return [file for file in every if not file.name.startswith(("odd-", "broken-"))]

    def test_has_files_of_several_producers(self) -> None:
        assert len(self.files("")) >= self.producers

    def test_is_recognised_by_content(self, sample: Path) -> None:
        content = sample.read_bytes()
        assert self.plugin.recognise(glimpse_of(content, sample.suffix[1:].lower())) is not Certainty.NO

    def test_is_not_recognised_in_nothing(self) -> None:
        assert self.plugin.recognise(Glimpse(b"", b"", 0)) is Certainty.NO
        assert self.plugin.recognise(glimpse_of(bytes(range(256)) * 16)) is Certainty.NO

    @pytest.mark.parametrize("choice", list(Choice))
    def test_every_choice_comes_back(self, sample: Path, choice: Choice) -> None:
        found = read(self.plugin, write(self.plugin, sample.read_bytes(), inscription(choice)))
        verdict = table.verdict(found.statements)
        assert verdict.choice is choice
        assert not verdict.contradictions

    def test_every_layer_is_there(self, sample: Path) -> None:
        found = read(self.plugin, write(self.plugin, sample.read_bytes(), inscription()))
        assert {stated.layer for stated in found.statements} >= self.layers

    def test_the_binding_comes_back(self, sample: Path) -> None:
        found = read(self.plugin, write(self.plugin, sample.read_bytes(), inscription()))
        assert (found.record, found.work) == (RECORD, WORK)
        assert found.fingerprints["iscc"] == ISCC

    def test_what_the_file_said_before_is_still_said(self, sample: Path) -> None:
        before = read(self.plugin, sample.read_bytes())
        after = read(self.plugin, write(self.plugin, sample.read_bytes(), inscription()))
        assert after.facts.title == before.facts.title
        assert after.facts.creator in {before.facts.creator, "Zoë Ünal"}
        if before.facts.creator:
            assert after.facts.creator == before.facts.creator
        assert after.facts.identifiers == before.facts.identifiers
        assert after.facts.collection == before.facts.collection
        assert after.credentials == before.credentials

    def test_the_payload_is_untouched(self, sample: Path) -> None:
        content = sample.read_bytes()
        before = self.plugin.decode(io.BytesIO(content))
        after = self.plugin.decode(io.BytesIO(write(self.plugin, content, inscription())))
        assert after.payload == before.payload
        assert after.guard == before.guard

    def test_writing_again_changes_nothing(self, sample: Path) -> None:
        once = write(self.plugin, sample.read_bytes(), inscription())
        assert write(self.plugin, once, inscription()) == once

    def test_changing_the_choice_leaves_one_choice_and_no_growth(self, sample: Path) -> None:
        first = write(self.plugin, sample.read_bytes(), inscription(Choice.ASK, origin=Origin.HUMAN_MADE))
        second = write(self.plugin, first, inscription(Choice.NOTHING))
        third = write(self.plugin, second, inscription(Choice.ASK, origin=Origin.HUMAN_MADE))
        fourth = write(self.plugin, third, inscription(Choice.NOTHING))
        verdict = table.verdict(read(self.plugin, second).statements)
        assert verdict.choice is Choice.NOTHING
        assert not verdict.contradictions
        assert len(fourth) <= len(second)

    def test_terms_without_a_name_or_address(self, sample: Path) -> None:
        bare = Inscription(Declaration(), RECORD, WORK)
        found = read(self.plugin, write(self.plugin, sample.read_bytes(), bare))
        assert table.verdict(found.statements).choice is Choice.SEARCH_ONLY

    def test_an_odd_file_is_refused_with_a_reason(self, odd: Path | None) -> None:
        if odd is None:
            assert not self.files("odd-")
            return
        with pytest.raises(CannotEmbed) as refusal:
            write(self.plugin, odd.read_bytes(), inscription())
        assert refusal.value.message
        assert refusal.value.remedy

    def test_a_broken_file_is_told(self, broken: Path | None) -> None:
        if broken is None:
            assert not self.files("broken-")
            return
        with pytest.raises(FileProblem):
            self.plugin.decode(io.BytesIO(broken.read_bytes()))

    def test_truncations_end_in_a_clear_error_or_a_sound_file(self, sample: Path) -> None:
        content = sample.read_bytes()
        for cut in sorted(
            {0, 1, 3, 7, 12, 40, len(content) // 7, len(content) // 3, len(content) // 2, len(content) - 1}
        ):
            self.no_traceback(content[:cut])

    def no_traceback(self, content: bytes) -> None:
        """Whatever the bytes: a FileProblem, or a written file that decodes to the same."""
        self.plugin.recognise(glimpse_of(content))
        try:
            self.plugin.read(io.BytesIO(content))
            before = self.plugin.decode(io.BytesIO(content))
            written = write(self.plugin, content, inscription())
        except FileProblem:
            return
        assert self.plugin.decode(io.BytesIO(written)).guard == before.guard
