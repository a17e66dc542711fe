from __future__ import annotations

import io
import zipfile

import pytest

from artistguard.errors import Damaged, EmptyFile
from artistguard.formats.layered import ClipStudio, Procreate
from artistguard.formats.protocol import Certainty, Embeds, Format, Reading
from artistguard.works import Digest, Medium
from tests.suites.format_suite import SAMPLES, glimpse_of

PLUGINS = (ClipStudio(), Procreate())


def archive(**members: bytes) -> bytes:
    """A ZIP archive; ``_`` in a name stands for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in members.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(name.replace("_", "."), content, kind)
    return out.getvalue()


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
    [(0, CLIP, ""), (1, PROCREATE, "procreate")],
)
def test_each_is_recognised_by_its_own_kind_only(index: int, content: bytes, extension: str) -> None:
    found = [plugin.recognise(glimpse_of(content, extension)) for plugin in PLUGINS]
    assert found[index] is Certainty.SURE
    assert all(certainty is Certainty.NO for at, certainty in enumerate(found) if at != index)


def test_procreate_without_its_name_is_likely() -> None:
    assert Procreate().recognise(glimpse_of(PROCREATE)) is Certainty.LIKELY


def test_archives_cut_short_are_told() -> None:
    for cut in (len(PROCREATE) // 2, len(PROCREATE) - 1, 10):
        for action in (Procreate().decode, Procreate().read):
            with pytest.raises(Damaged):
                action(io.BytesIO(PROCREATE[:cut]))
    with pytest.raises(EmptyFile):
        Procreate().decode(io.BytesIO())


def test_procreate_and_clip_studio_are_known_by_their_bytes() -> None:
    assert Procreate().decode(io.BytesIO(PROCREATE)).payload == Digest.of(PROCREATE)
    assert Procreate().read(io.BytesIO(PROCREATE)) == Reading()
    assert ClipStudio().decode(io.BytesIO(CLIP)).payload == Digest.of(CLIP)
    assert ClipStudio().read(io.BytesIO(CLIP)) == Reading()
