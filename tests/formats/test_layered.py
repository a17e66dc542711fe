from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from artistguard.decoding.values import Opaque, Pixels
from artistguard.errors import Damaged, EmptyFile
from artistguard.formats.layered import ClipStudio, Krita, OpenRaster, Procreate
from artistguard.formats.protocol import Certainty, Embeds, Format, Reading
from artistguard.works import Digest, Medium
from tests.suites.format_suite import SAMPLES, glimpse_of

PLUGINS = (Krita(), OpenRaster(), ClipStudio(), Procreate())


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
CLIP = (SAMPLES / "sidecar" / "by-hand.clip").read_bytes()


@pytest.mark.parametrize("plugin", PLUGINS, ids=[plugin.name for plugin in PLUGINS])
def test_each_is_a_picture_that_is_never_written(plugin: Format) -> None:
    assert isinstance(plugin, Format)
    assert not isinstance(plugin, Embeds)
    assert plugin.medium is Medium.IMAGE
    assert plugin.recognise(glimpse_of(b"")) is Certainty.NO
    assert plugin.recognise(glimpse_of(bytes(range(256)) * 16)) is Certainty.NO


@pytest.mark.parametrize(
    ("index", "content", "extension"),
    [(0, KRA, ""), (1, ORA, ""), (2, CLIP, ""), (3, PROCREATE, "procreate")],
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
