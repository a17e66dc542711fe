"""What is written is read back and decoded before anybody sees it; what fails goes no further."""

from __future__ import annotations

import io

import pytest

from artistguard.errors import CannotEmbed, Damaged, WouldHarm
from artistguard.formats import sidecar
from artistguard.formats import table as formats
from artistguard.jobs.inscribe import beside, inside
from artistguard.terms import Choice
from artistguard.works import Digest
from tests.suites.declarations import RECORD, WORK, inscription
from tests.suites.fake_format import MARK, FakeFormat
from tests.suites.workshop import LAYERS, PHOTO, SAMPLES

CONTENT = MARK + b"once upon a time\n"
GUARD = Digest.of(CONTENT)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeFormat:
    made = FakeFormat()
    monkeypatch.setattr(formats, "by_name", lambda name: made if name == "Fake" else formats.UNKNOWN)
    return made


def test_all_is_well(fake: FakeFormat) -> None:
    source, draft = io.BytesIO(CONTENT), io.BytesIO()
    source.seek(5)  # wherever somebody left it
    written = inside(fake.name, source, draft, inscription(Choice.ASK), GUARD)
    assert draft.getvalue() == CONTENT + f"@choice ask\n@record {RECORD}\n@work {WORK}\n".encode()
    assert written.codes["sha256"] == Digest.of(draft.getvalue()).hex
    assert [stated.choice for stated in written.statements] == [Choice.ASK]
    assert written.sidecar is None
    assert written.warnings == ()


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("harms", "changed the work"),
        ("mute", "does not read back as the choice"),
        ("twists", "does not read back as the choice"),
        ("forgets", "record number does not read back"),
        ("breaks", "could not be read back: The metadata is torn"),
        ("rotten", "could not be read back: The words are rotten"),
        ("sealed", "could not be read back: It asks"),
    ],
)
def test_what_would_harm_is_found(fake: FakeFormat, fault: str, words: str) -> None:
    fake.fault = fault
    with pytest.raises(WouldHarm, match=words):
        inside(fake.name, io.BytesIO(CONTENT), io.BytesIO(), inscription(Choice.ASK), GUARD)


def test_another_guard_than_the_surveys_is_harm(fake: FakeFormat) -> None:
    with pytest.raises(WouldHarm, match="changed the work"):
        inside(fake.name, io.BytesIO(CONTENT), io.BytesIO(), inscription(), Digest.of(b"another work"))


def test_a_refusal_passes_through(fake: FakeFormat) -> None:
    fake.fault = "refuses"
    with pytest.raises(CannotEmbed, match="no room"):
        inside(fake.name, io.BytesIO(CONTENT), io.BytesIO(), inscription(), GUARD)


@pytest.mark.parametrize("kind", ["Clip Studio document", "no format at all"])
def test_a_format_without_a_place_inside_says_so(kind: str) -> None:
    with pytest.raises(CannotEmbed):
        inside(kind, io.BytesIO(LAYERS.read_bytes()), io.BytesIO(), inscription(), GUARD)


def test_a_contradiction_is_told_not_overruled(fake: FakeFormat) -> None:
    content = CONTENT + b"@other allow\n"
    draft = io.BytesIO()
    written = inside(fake.name, io.BytesIO(content), draft, inscription(Choice.NOTHING), GUARD)
    (warning,) = written.warnings
    assert warning.code == "contradiction"
    assert "Fake other" in warning.message
    assert b"@other allow" in draft.getvalue()


def test_the_same_other_choice_is_none(fake: FakeFormat) -> None:
    content = CONTENT + b"@other nothing\n"
    assert inside(fake.name, io.BytesIO(content), io.BytesIO(), inscription(Choice.NOTHING), GUARD).warnings == ()


@pytest.mark.parametrize("choice", Choice)
def test_a_sidecar_reads_back_every_choice(choice: Choice) -> None:
    written = beside(None, inscription(choice))
    assert written.sidecar is not None
    assert written.codes == {}
    assert written.warnings == ()
    reading = sidecar.read(written.sidecar)
    assert reading.statements == written.statements
    assert (reading.record, reading.work) == (RECORD, WORK)
    assert beside(written.sidecar, inscription(choice)).sidecar == written.sidecar


@pytest.mark.parametrize("existing", [b"not XML", b"<a/>", b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>"])
def test_a_broken_sidecar_is_not_thrown_away(existing: bytes) -> None:
    with pytest.raises(Damaged):
        beside(existing, inscription())


@pytest.mark.parametrize("choice", Choice)
def test_a_real_picture_takes_every_choice(choice: Choice) -> None:
    content = PHOTO.read_bytes()
    guard = formats.by_name("JPEG").decode(io.BytesIO(content)).guard
    draft = io.BytesIO()
    written = inside("JPEG", io.BytesIO(content), draft, inscription(choice), guard)
    assert choice in {stated.choice for stated in written.statements}
    assert written.codes["sha256"] == Digest.of(draft.getvalue()).hex


def test_a_recording_that_another_reader_does_not_understand_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    class Mute(FakeFormat):
        """Writes an untouched recording, and claims that the statement is in it."""

        def write(self, source: object, target: object, said: object) -> None:
            target.write(source.read())  # type: ignore[attr-defined]

        def read(self, source: object) -> object:  # type: ignore[override]
            told = FakeFormat().read(io.BytesIO(f"@choice search-only\n@record {RECORD}\n@work {WORK}\n".encode()))
            source.read()  # type: ignore[attr-defined]
            return told

        def decode(self, _source: object) -> object:  # type: ignore[override]
            return FakeFormat().decode(io.BytesIO(CONTENT))

    monkeypatch.setattr(formats, "by_name", lambda _: Mute(name="WAV"))
    song = (SAMPLES / "audio" / "wav" / "sox-plain.wav").read_bytes()
    with pytest.raises(WouldHarm, match="Another program"):
        inside("WAV", io.BytesIO(song), io.BytesIO(), inscription(), GUARD)
