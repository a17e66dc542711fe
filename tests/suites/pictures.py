"""Odd pictures put together by hand, and questions that are asked of every format of pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tests.suites import foreign
from tests.suites.format_suite import RECORD, inscription, read, write

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.formats.protocol import Embeds


KEPT = (
    "XMP-dc:Title", "XMP-dc:Subject", "XMP-dc:Creator", "EXIF:Artist", "EXIF:Copyright", "EXIF:UserComment",
    "EXIF:Make", "EXIF:Orientation", "IPTC:ObjectName", "IPTC:Keywords", "IPTC:By-line", "Comment", "PNG:Author",
    "PNG:Copyright",
)  # fmt: skip
NAMES = ("Artist", "By-line", "Creator", "Author")


class ForeignReaders:
    """Mix into a format's test class: exiftool reads back what was written into every sample."""

    plugin: ClassVar[Embeds]

    def written(self, sample: Path, folder: Path) -> Path:
        """The sample with an inscription, on disk."""
        file = folder / sample.name
        file.write_bytes(write(self.plugin, sample.read_bytes(), inscription()))
        return file

    def test_exiftool_reads_the_statements(self, sample: Path, tmp_path: Path) -> None:
        file = self.written(sample, tmp_path)
        told = foreign.table(file, "XMP-plus:DataMining", "XMP:Reservation", "XMP:Record", "Warning", "Error")
        assert told["XMP-plus:DataMining"] == foreign.SEARCH_ONLY_URI
        assert {str(value) for value in told.values()} >= {"1", RECORD}
        faults = {name: value for name, value in told.items() if name.endswith(("Warning", "Error"))}
        assert faults == foreign.table(sample, "Warning", "Error")

    def test_own_tags_are_kept(self, sample: Path, tmp_path: Path) -> None:
        before = foreign.table(sample, *KEPT)
        after = foreign.table(self.written(sample, tmp_path), *KEPT)
        # A profile in text form has no group of its own in the original; names are what counts.
        assert {name: after.get(name) for name in before} == before

    def test_no_second_name_is_put_beside_the_creators(self, sample: Path, tmp_path: Path) -> None:
        before = read(self.plugin, sample.read_bytes()).facts.creator
        told = foreign.table(self.written(sample, tmp_path), *KEPT)
        names = {str(value) for name, value in told.items() if name.endswith(NAMES)}
        assert names == {before or "Zoë Ünal"}


class ExifReaders(ForeignReaders):
    """The same for formats that carry Exif: exiv2 and Pillow too, and a newer exiftool where one is named."""

    def test_exiv2_reads_the_statements(self, sample: Path, tmp_path: Path) -> None:
        file = self.written(sample, tmp_path)
        assert foreign.SEARCH_ONLY_URI in foreign.exiv2(file, "-px", "-g", "DataMining")

    def test_the_opt_out_is_read(self, sample: Path, tmp_path: Path) -> None:
        file = self.written(sample, tmp_path)
        assert foreign.opt_out_words(file.read_bytes()) == foreign.SEARCH_ONLY_PAIRS
        if foreign.newer_exiftool():
            told = foreign.learning_opt_out(file).lower()
            assert "generative" in told
            assert "opt" in told
