"""Looking into strangers' files: whatever a decoder does, an answer comes, and the server goes on."""

from __future__ import annotations

import gzip
import io
import json
import os
import pickle
import threading
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from artistguard.errors import Damaged, FileProblem, TooLarge
from artistguard.server import looking
from artistguard.server.looking import Looked, Looker
from artistguard.terms import Choice
from artistguard.works import Medium
from tests.suites.public_face import codes, jpeg, protected

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

pytestmark = pytest.mark.network  # it starts processes, as the server does

SAMPLES = Path(__file__).parents[1] / "samples"


def children() -> int:
    return len(list(Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text().split()))


@pytest.fixture(autouse=True)
def _nothing_is_left_behind() -> Any:
    before = children()
    files = len(list(Path("/proc/self/fd").iterdir()))
    yield
    assert children() <= before + 1  # multiprocessing keeps one that tracks resources
    assert len(list(Path("/proc/self/fd").iterdir())) <= files + 2


def test_a_protected_picture_is_read_whole() -> None:
    content = protected(jpeg(1), Choice.ASK, "mine")
    looked = Looker().look(content, "mine.jpg")
    assert looked.kind == "JPEG"
    assert looked.said is Choice.ASK
    assert looked.item.medium is Medium.IMAGE
    assert looked.item.distinctive
    assert looked.item.fingerprints == codes(content)


KINDS = [
    ("image/png/exiftool-tagged.png", Medium.IMAGE),
    ("image/webp", Medium.IMAGE),
    ("image/gif/pillow.gif", Medium.IMAGE),
    ("image/avif/pillow.avif", Medium.IMAGE),
    ("image/heic/heif-enc.heic", Medium.IMAGE),
    ("image/tiff", Medium.IMAGE),
    ("image/svg", Medium.IMAGE),
    ("audio/flac", Medium.AUDIO),
    ("audio/mp3", Medium.AUDIO),
    ("audio/wav", Medium.AUDIO),
    ("audio/ogg", Medium.AUDIO),
    ("audio/m4a", Medium.AUDIO),
    ("text/hugo.md", Medium.TEXT),
    ("text/libreoffice.docx", Medium.TEXT),
    ("text/libreoffice.odt", Medium.TEXT),
    ("text/libreoffice.epub", Medium.TEXT),
    ("text/qpdf-linearised.pdf", Medium.TEXT),
    ("text/libreoffice.rtf", Medium.TEXT),
]
"""Every third of them, and all where ARTISTGUARD_LOOKS says so: each takes a process of its own."""

STEP = 1 if os.environ.get("ARTISTGUARD_LOOKS") else 3


@pytest.mark.parametrize(("name", "medium"), KINDS[::STEP])
def test_every_kind_of_file(name: str, medium: Medium) -> None:
    path = SAMPLES / name
    if path.is_dir():
        good = ("broken", "odd", "SAMPLES", "empty")
        path = next(each for each in sorted(path.iterdir()) if not each.name.startswith(good) and each.suffix != ".md")
    looked = Looker().look(path.read_bytes(), path.name)
    assert looked.item.medium is medium
    assert {"sha256", "iscc-data", "iscc-instance"} <= set(looked.item.fingerprints)


def bomb() -> bytes:
    """A book that unpacks to gigabytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(SAMPLES / "text" / "libreoffice.docx") as sound,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for member in sound.namelist():
            if member != "word/document.xml":
                archive.writestr(member, sound.read(member))
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(b"<w:p/>" * 200_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty.jpg"),
        (jpeg(1)[:500], "torn.jpg"),
        ((SAMPLES / "image/png/broken-bomb.png").read_bytes(), "bomb.png"),
        ((SAMPLES / "text/broken-locked.pdf").read_bytes(), "locked.pdf"),
    ],
    ids=["empty", "torn", "bomb", "locked"],
)
def test_what_cannot_be_looked_into_is_told_in_words(content: bytes, name: str) -> None:
    with pytest.raises(FileProblem) as told:
        Looker().look(content, name)
    assert told.value.message
    assert told.value.remedy
    assert "Traceback" not in told.value.message


def test_a_book_that_unpacks_to_gigabytes_is_refused() -> None:
    with pytest.raises(FileProblem) as told:
        Looker().look(bomb(), "bomb.docx")
    assert "rels" not in told.value.message


def test_a_picture_nested_without_end_counts_as_the_bare_file() -> None:
    looked = Looker().look(b"<svg>" + b"<g>" * 200_000, "deep.svg")
    assert not looked.item.distinctive
    assert looked.said is None


def test_packed_files_are_not_unpacked() -> None:
    looked = Looker().look(gzip.compress(bytes(10_000_000)), "zeros.gz")
    assert looked.item.medium is None
    assert "iscc" not in looked.item.fingerprints


def test_a_name_is_a_hint_only() -> None:
    for name in ("", "x" * 10_000, "../../etc/passwd", "a\0b.jpg", "picture.png"):
        assert Looker().look(jpeg(1), name).kind == "JPEG"


class _Answering:
    """Takes the place of the other process's work."""

    def __init__(self, how: str) -> None:
        self.how = how

    def __call__(self, connection: Connection, extension: str, memory: int) -> None:
        content = connection.recv_bytes()
        if self.how == "dies":
            os._exit(139)
        if self.how == "sleeps":
            time.sleep(3600)
        if self.how == "hungry":
            looking._bound(memory)
            connection.send_bytes(looking.msgspec.json.encode(_swallowed(content)))
        if self.how == "pickle":
            connection.send(_Taking())
        if self.how == "nonsense":
            connection.send_bytes(b'{"type":"looked","item":5}')
        if self.how == "torrent":
            connection._send(b"\x7f\xff\xff\xff")  # type: ignore[attr-defined]  # a length without end
            connection._send(b"x" * 1000)  # type: ignore[attr-defined]


def _swallowed(content: bytes) -> object:
    held = []
    try:
        for _ in range(10_000):
            held.append(bytearray(1 << 20))
            held[-1][:] = b"x" * (1 << 20)
    except MemoryError:
        held.clear()
        return looking._Failed("The file needs more memory than there is for it.", "Send a smaller one.")
    return looking._Failed("not bounded", "")


class _Taking:
    """What a decoder that was taken over would like the server to unpack."""

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return os.mkdir, (os.environ["LOOKING_TRAP"],)


@pytest.mark.parametrize("how", ["dies", "pickle", "nonsense", "torrent"])
def test_an_answer_that_is_none(how: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    monkeypatch.setenv("LOOKING_TRAP", str(trap))
    monkeypatch.setattr(looking, "_work", _Answering(how))
    with pytest.raises(Damaged) as told:
        Looker().look(b"a file")
    assert "decoder" in told.value.message
    assert not trap.exists()
    assert json.dumps(told.value.message)
    pickled = pickle.dumps(_Taking())
    pickle.loads(pickled)
    assert trap.exists()  # so would it have ended


def test_a_decoder_that_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "_work", _Answering("sleeps"))
    with pytest.raises(TooLarge) as told:
        Looker(seconds=0.5).look(b"a file")
    assert "within" in told.value.message


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "_work", _Answering("hungry"))
    with pytest.raises(Damaged) as told:
        Looker(memory=1 << 30).look(b"a file")
    assert "memory" in told.value.message


def test_a_real_decoder_runs_into_the_bound_and_says_so() -> None:
    with pytest.raises(FileProblem):
        Looker(memory=150 << 20).look(jpeg(1), "picture.jpg")


def test_many_wait_for_their_turn() -> None:
    looker = Looker()
    with ThreadPoolExecutor(4) as pool:
        found: list[Looked] = list(pool.map(looker.look, [jpeg(number) for number in range(4)]))
    assert len({each.item.fingerprints["sha256"] for each in found}) == 4
