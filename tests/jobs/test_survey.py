"""One look at a file tells what it is, whether it can carry a statement, and why not."""

from __future__ import annotations

import io
import pickle
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import Damaged, EmptyFile, FileProblem, Unreadable, Vanished
from artistguard.formats import table as formats
from artistguard.jobs.survey import IN_MEMORY, Known, SurveyOrder, look, survey
from artistguard.terms import Choice
from artistguard.works import Digest, Medium
from tests.suites.fake_format import MARK, FakeFormat
from tests.suites.format_suite import inscription, write
from tests.suites.workshop import BOOK, FOX, LAYERS, PHOTO, PICTURE, SAMPLES, SONG

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.jobs.survey import Survey

CONTENT = MARK + b"once upon a time there was a very long story\n"


def looked(path: Path, known: Known | None = None) -> Survey:
    return survey(SurveyOrder(str(path), known=known))


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeFormat:
    made = FakeFormat()
    recognised = formats.recognise
    monkeypatch.setattr(
        formats, "recognise", lambda glimpse: made if glimpse.head.startswith(MARK) else recognised(glimpse)
    )
    return made


@pytest.mark.parametrize(
    ("path", "kind", "medium", "embeds"),
    [
        (PHOTO, "JPEG", Medium.IMAGE, True),
        (PICTURE, "PNG", Medium.IMAGE, True),
        (SONG, "WAV", Medium.AUDIO, True),
        (BOOK, "Markdown", Medium.TEXT, True),
        (LAYERS, "Clip Studio document", Medium.IMAGE, False),
    ],
    ids=lambda value: str(getattr(value, "name", value)),
)
def test_what_it_is(path: Path, kind: str, medium: Medium, embeds: bool) -> None:
    found = looked(path)
    assert (found.kind, found.medium, found.embeds) == (kind, medium, embeds)
    assert found.digest == Digest.of(path.read_bytes())
    assert found.codes["sha256"] == found.digest.hex
    assert found.size == path.stat().st_size
    assert found.warnings == ()
    assert pickle.loads(pickle.dumps(found)).guard == found.guard


def test_what_is_stated_inside_is_read(tmp_path: Path) -> None:
    (tmp_path / "stated.jpg").write_bytes(write(formats.by_name("JPEG"), PHOTO.read_bytes(), inscription()))  # type: ignore[arg-type]
    before, after = looked(PHOTO), looked(tmp_path / "stated.jpg")
    assert after.reading.record
    assert Choice.SEARCH_ONLY in {stated.choice for stated in after.reading.statements}
    assert (after.guard, after.fingerprints) == (before.guard, before.fingerprints)
    assert after.digest != before.digest


def test_a_wrong_extension_is_told_and_the_content_decides(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(PHOTO.read_bytes())
    found = looked(tmp_path / "photo.png")
    assert found.kind == "JPEG"
    assert found.embeds
    (warning,) = found.warnings
    assert warning.code == "wrong-extension"
    assert ".png" in warning.message
    assert ".jpg" in warning.remedy


@pytest.mark.parametrize("name", ["photo.JPG", "photo.jpeg", "photo.jpg"])
def test_every_extension_of_a_format_is_right(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(PHOTO.read_bytes())
    assert looked(tmp_path / name).warnings == ()


@pytest.mark.parametrize("name", ["photo.jpg", "song.mp3", "book.epub", "photo.png"])
def test_a_name_that_promises_what_is_not_there_is_damage(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(bytes(range(256)) * 8)
    with pytest.raises(Damaged, match="named like"):
        looked(tmp_path / name)


def test_an_unknown_format_is_known_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "brush.abr").write_bytes(bytes(range(256)) * 8)
    found = looked(tmp_path / "brush.abr")
    assert (found.medium, found.embeds, found.fingerprints.distinctive) == (None, False, False)
    assert found.guard == found.digest


def test_a_locked_document_is_stated_beside_and_known_by_its_bytes(tmp_path: Path) -> None:
    for name in ("broken-locked.pdf", "broken-locked.docx", "broken-locked.odt"):
        (tmp_path / name).write_bytes((SAMPLES / "text" / name).read_bytes())
        found = looked(tmp_path / name)
        assert not found.embeds
        assert not found.fingerprints.distinctive
        assert found.guard == found.digest
        assert [warning.code for warning in found.warnings][-1] in {"locked", "cannot-embed"}


def test_a_broken_packet_is_a_reason_for_a_sidecar(fake: FakeFormat, tmp_path: Path) -> None:
    fake.fault = "torn"
    (tmp_path / "a.fake").write_bytes(CONTENT)
    found = looked(tmp_path / "a.fake")
    assert not found.embeds
    assert found.reading.statements == ()
    assert [(warning.code, warning.message) for warning in found.warnings] == [
        ("cannot-embed", "The metadata is torn.")
    ]
    assert found.guard == Digest.of(CONTENT)
    assert "iscc" in found.fingerprints.values


def test_a_file_locked_for_reading_only_keeps_its_codes(fake: FakeFormat, tmp_path: Path) -> None:
    fake.fault = "closed"
    (tmp_path / "a.fake").write_bytes(CONTENT)
    found = looked(tmp_path / "a.fake")
    assert (found.embeds, fake.decoded) == (False, 1)


def test_a_broken_payload_is_damage(fake: FakeFormat, tmp_path: Path) -> None:
    fake.fault = "rotten"
    (tmp_path / "a.fake").write_bytes(CONTENT)
    with pytest.raises(Damaged, match="rotten"):
        looked(tmp_path / "a.fake")


def test_what_is_remembered_is_not_decoded_again(fake: FakeFormat, tmp_path: Path) -> None:
    (tmp_path / "a.fake").write_bytes(CONTENT)
    first = looked(tmp_path / "a.fake")
    assert fake.decoded == 1
    known = Known(first.digest, first.fingerprints, first.guard)
    assert looked(tmp_path / "a.fake", known) == first
    assert fake.decoded == 1
    (tmp_path / "a.fake").write_bytes(CONTENT + b"one line more\n")
    assert looked(tmp_path / "a.fake", known).guard != first.guard
    assert fake.decoded == 2


def test_a_long_file_is_not_kept_in_memory(tmp_path: Path) -> None:
    class Long(io.BytesIO):
        """Counts the bytes of the largest read."""

        largest = 0

        def read(self, size: int | None = -1, /) -> bytes:
            piece = super().read(size)
            self.largest = max(self.largest, len(piece))
            return piece

    source = Long(b"\xde\xad" * (IN_MEMORY // 16))
    assert look("long.bin", source).size == IN_MEMORY // 8
    assert source.largest < IN_MEMORY // 16


def test_a_package_is_one_document_and_never_written_into(tmp_path: Path) -> None:
    package = tmp_path / "novel.scriv"
    (package / "Files").mkdir(parents=True)
    (package / "Files" / "1.rtf").write_bytes(b"{\\rtf1 Hello}")
    found = survey(SurveyOrder(str(package), package=True))
    assert (found.medium, found.embeds) == (Medium.TEXT, False)
    assert found.guard == found.digest
    assert dict(found.codes) == {"sha256": found.digest.hex}
    (package / "Files" / "2.rtf").write_bytes(b"{\\rtf1 World}")
    assert survey(SurveyOrder(str(package), package=True)).digest != found.digest


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty.jpg").touch()
    for path, problem in (
        (tmp_path / "gone.jpg", Vanished),
        (tmp_path / "empty.jpg", EmptyFile),
        (tmp_path, Unreadable),
    ):
        with pytest.raises(problem):
            looked(path)


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("broken-*.*")), ids=lambda path: path.name)
def test_broken_files_are_problems_of_that_file(path: Path) -> None:
    try:
        found = looked(path)
    except FileProblem as problem:
        told = problem.message and problem.remedy
    else:
        told = found.digest.hex
    assert told


def test_codes_do_not_depend_on_the_way_of_reading() -> None:
    with FOX.open("rb") as handle:
        streamed = look(str(FOX), handle)
    assert streamed == looked(FOX)
