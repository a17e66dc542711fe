from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from artistguard.decoding.values import Opaque, Pixels
from artistguard.errors import Damaged, EmptyFile, FileProblem
from artistguard.formats.layered import ClipStudio, Krita, OpenRaster, Procreate, Psd
from artistguard.formats.protocol import Certainty, Embeds, Format, Reading
from artistguard.works import Digest, Medium
from tests.suites.format_suite import SAMPLES, glimpse_of

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = SAMPLES / "sidecar"
PSDS = sorted(FOLDER.glob("*.psd"))
PLUGINS = (Psd(), Krita(), OpenRaster(), ClipStudio(), Procreate())


def archive(**members: bytes) -> bytes:
    """A ZIP archive; ``_`` in a name stands for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in members.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(name.replace("_", "."), content, kind)
    return out.getvalue()


def png(size: tuple[int, int] = (5, 4)) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(out, "PNG")
    return out.getvalue()


KRA = archive(mimetype=b"application/x-krita", maindoc_xml=b"<DOC/>", mergedimage_png=png())
ORA = archive(mimetype=b"image/openraster", stack_xml=b"<image/>", mergedimage_png=png())
PROCREATE = archive(Document_archive=b"bplist00", video=b"")
CLIP = b"CSFCHUNK" + bytes(40)


@pytest.mark.parametrize("plugin", PLUGINS, ids=[plugin.name for plugin in PLUGINS])
def test_each_is_a_picture_that_is_never_written(plugin: Format) -> None:
    assert isinstance(plugin, Format)
    assert not isinstance(plugin, Embeds)
    assert plugin.medium is Medium.IMAGE
    assert plugin.recognise(glimpse_of(b"")) is Certainty.NO
    assert plugin.recognise(glimpse_of(bytes(range(256)) * 16)) is Certainty.NO


@pytest.mark.parametrize(
    ("index", "content", "extension"),
    [(0, PSDS[0].read_bytes(), ""), (1, KRA, ""), (2, ORA, ""), (3, CLIP, ""), (4, PROCREATE, "procreate")],
)
def test_each_is_recognised_by_its_own_kind_only(index: int, content: bytes, extension: str) -> None:
    found = [plugin.recognise(glimpse_of(content, extension)) for plugin in PLUGINS]
    assert found[index] is Certainty.SURE
    assert all(certainty is Certainty.NO for at, certainty in enumerate(found) if at != index)


def test_procreate_without_its_name_is_likely() -> None:
    assert Procreate().recognise(glimpse_of(PROCREATE)) is Certainty.LIKELY


@pytest.mark.parametrize("head", [b"PK\3\4", b"PK\3\4" + bytes(40), KRA[:33], KRA[:40]])
def test_archives_cut_in_their_first_header_are_nothing_known(head: bytes) -> None:
    assert Krita().recognise(glimpse_of(head)) is Certainty.NO


@pytest.mark.parametrize(("plugin", "content"), [(Krita(), KRA), (OpenRaster(), ORA)])
def test_the_merged_picture_is_seen(plugin: Krita, content: bytes) -> None:
    decoded = plugin.decode(io.BytesIO(content))
    assert isinstance(decoded, Pixels)
    assert decoded.image.size == (5, 4)
    assert plugin.read(io.BytesIO(content)) == Reading()


def test_an_archive_without_a_merged_picture_is_known_by_its_bytes() -> None:
    content = archive(mimetype=b"application/x-krita", maindoc_xml=b"<DOC/>")
    decoded = Krita().decode(io.BytesIO(content))
    assert isinstance(decoded, Opaque)
    assert decoded.payload == Digest.of(content)


@pytest.mark.parametrize(("plugin", "content"), [(Krita(), KRA), (OpenRaster(), ORA), (Procreate(), PROCREATE)])
def test_archives_cut_short_are_told(plugin: Krita, content: bytes) -> None:
    for cut in (len(content) // 2, len(content) - 1, 10):
        for action in (plugin.decode, plugin.read):
            with pytest.raises(Damaged):
                action(io.BytesIO(content[:cut]))
    with pytest.raises(EmptyFile):
        plugin.decode(io.BytesIO())


def test_procreate_and_clip_studio_are_known_by_their_bytes() -> None:
    assert Procreate().decode(io.BytesIO(PROCREATE)).payload == Digest.of(PROCREATE)
    assert Procreate().read(io.BytesIO(PROCREATE)) == Reading()
    assert ClipStudio().decode(io.BytesIO(CLIP)).payload == Digest.of(CLIP)
    assert ClipStudio().read(io.BytesIO(CLIP)) == Reading()


@pytest.mark.parametrize("file", PSDS, ids=[file.name for file in PSDS])
def test_photoshop_documents_end_in_a_picture_or_are_known_by_their_bytes(file: Path) -> None:
    decoded = Psd().decode(io.BytesIO(file.read_bytes()))
    if "cmyk16" in file.name:
        assert isinstance(decoded, Opaque)
        return
    assert isinstance(decoded, Pixels)
    assert decoded.frames == 1
    with Image.open(file) as shown:
        assert decoded.image.size == shown.size


def test_the_merged_picture_of_photoshop_is_the_one_that_was_drawn() -> None:
    decoded = Psd().decode(io.BytesIO((FOLDER / "imagemagick.psd").read_bytes()))
    assert isinstance(decoded, Pixels)
    with Image.open(FOLDER / "imagemagick.psd") as shown:
        assert decoded.image.tobytes() == shown.convert("RGB").tobytes()


def test_what_a_photoshop_document_says_is_read() -> None:
    found = Psd().read(io.BytesIO((FOLDER / "imagemagick-layers.psd").read_bytes()))
    assert (found.facts.title, found.facts.creator) == ("Evening at the quay", "Mira Sol")


@pytest.mark.parametrize("file", PSDS, ids=[file.name for file in PSDS])
def test_photoshop_documents_cut_short_are_told(file: Path) -> None:
    content = file.read_bytes()
    with pytest.raises(EmptyFile):
        Psd().read(io.BytesIO())
    for cut in (3, 20, 27, 60, len(content) // 2, len(content) - 1):
        with pytest.raises(FileProblem):
            Psd().decode(io.BytesIO(content[:cut]))


def psb(method: int, body: bytes) -> bytes:
    head = b"8BPS\0\2" + bytes(6) + struct.pack(">HIIHH", 1, 2, 3, 8, 1)
    return head + bytes(4) + bytes(4) + bytes(8) + struct.pack(">H", method) + body


@pytest.mark.parametrize(
    ("method", "body"), [(0, bytes(6)), (1, struct.pack(">II", 2, 2) + b"\xfe\1\xfe\2"), (3, b"zip")]
)
def test_large_documents_are_known_by_their_bytes(method: int, body: bytes) -> None:
    content = psb(method, body)
    assert isinstance(Psd().decode(io.BytesIO(content)), Opaque)
    assert Psd().read(io.BytesIO(content)) == Reading()
    with pytest.raises(Damaged):
        Psd().decode(io.BytesIO(content[: -3 if method == 3 else -1]))


def test_damaged_resources_say_nothing() -> None:
    content = psb(0, bytes(6))
    spoiled = content[:30] + struct.pack(">I", 4) + b"oops" + content[34:]
    assert Psd().read(io.BytesIO(spoiled)) == Reading()
