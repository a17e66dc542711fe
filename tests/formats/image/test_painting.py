from __future__ import annotations

import io
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

from artistguard.decoding.values import Opaque, Pixels
from artistguard.errors import Damaged, EmptyFile
from artistguard.formats.image.painting import Krita, OpenRaster
from artistguard.formats.protocol import Certainty, Embeds
from tests.suites import readers
from tests.suites.foreign import SEARCH_ONLY_URI
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = SAMPLES / "painting"
KRA, ORA = (FOLDER / "krita.kra").read_bytes(), (FOLDER / "krita.ora").read_bytes()


class TestKrita(FormatSuite, MutationSuite):
    plugin = Krita()
    folder = "painting"


class TestOpenRaster(FormatSuite, MutationSuite):
    plugin = OpenRaster()
    folder = "painting"


BOTH = [*TestKrita.files(""), *TestOpenRaster.files("")]


def plugin_of(path: Path) -> Embeds:
    return Krita() if path.suffix == ".kra" else OpenRaster()


def members(content: bytes) -> dict[str, bytes]:
    """What an unzip of one's own finds."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("path", BOTH, ids=[path.name for path in BOTH])
def test_another_program_finds_the_statement_and_every_layer_as_it_was(path: Path, tmp_path: Path) -> None:
    content = path.read_bytes()
    written = write(plugin_of(path), content, inscription())
    file = tmp_path / path.name
    file.write_bytes(written)
    command = [readers.exiftool_program(), "-n", "-s3", "-XMP-plus:DataMining", "-XMP-tdm:Reservation", str(file)]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
    # Newer readers leave away what all values of the vocabulary begin with.
    assert [told[0].rpartition("/")[2], *told[1:]] == [SEARCH_ONLY_URI.rpartition("/")[2], "1"]
    before, after = members(content), members(written)
    assert {name for name in after if after[name] != before.get(name)} == {"META-INF/metadata.xml"}
    assert next(iter(after)) == "mimetype"
    assert written[:80] == content[:80]


def test_the_creators_packet_is_kept_and_merged_with() -> None:
    content = (FOLDER / "hand-packet.ora").read_bytes()
    found = read(OpenRaster(), content)
    assert found.facts.title == "The Quay"
    written = write(OpenRaster(), content, inscription())
    rights = [stated.value for stated in read(OpenRaster(), written).statements if stated.place == "XMP dc:rights"]
    assert rights == ["(c) 2026 Mira Söl"]


@pytest.mark.parametrize(("plugin", "content"), [(Krita(), KRA), (OpenRaster(), ORA)], ids=["kra", "ora"])
def test_the_merged_picture_is_seen(plugin: Embeds, content: bytes) -> None:
    decoded = plugin.decode(io.BytesIO(content))
    assert isinstance(decoded, Pixels)
    assert decoded.image.size == (64, 64)


def test_without_a_merged_picture_it_is_known_by_its_members() -> None:
    assert isinstance(Krita().decode(io.BytesIO((FOLDER / "hand-packet.kra").read_bytes())), Opaque)


def test_a_changed_layer_changes_the_guard_and_not_the_picture() -> None:
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for name, content in members(ORA).items():
            archive.writestr(name, content + b" " * (name == "stack.xml"))
    before, after = OpenRaster().decode(io.BytesIO(ORA)), OpenRaster().decode(changed)
    assert after.payload == before.payload
    assert after.guard != before.guard


def test_each_is_recognised_as_its_own_kind_only() -> None:
    assert Krita().recognise(glimpse_of(KRA)) is OpenRaster().recognise(glimpse_of(ORA)) is Certainty.SURE
    assert Krita().recognise(glimpse_of(ORA)) is OpenRaster().recognise(glimpse_of(KRA)) is Certainty.NO


@pytest.mark.parametrize("head", [b"PK\3\4", b"PK\3\4" + bytes(40), KRA[:33], KRA[:40]], ids=["4", "44", "33", "40"])
def test_archives_cut_in_their_first_header_are_nothing_known(head: bytes) -> None:
    assert Krita().recognise(glimpse_of(head)) is Certainty.NO


@pytest.mark.parametrize(("plugin", "content"), [(Krita(), KRA), (OpenRaster(), ORA)], ids=["kra", "ora"])
def test_archives_cut_short_are_told(plugin: Embeds, content: bytes) -> None:
    for cut in (len(content) // 2, len(content) - 1, 10):
        for action in (plugin.decode, plugin.read):
            with pytest.raises(Damaged):
                action(io.BytesIO(content[:cut]))
    with pytest.raises(EmptyFile):
        plugin.decode(io.BytesIO())
