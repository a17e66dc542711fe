"""Every packet we write, in every format and for every choice, through the XMP parsers of ExifTool and exiv2.

The parser in exiv2 is Adobe's own: what it rejects, most picture programs reject. One call of each program a choice.
ARTISTGUARD_PARSERS is the number of samples of each format; one by itself.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from artistguard.formats.table import by_name
from artistguard.terms import Choice, Declaration, Inscription, Origin
from artistguard.vocabularies import plus
from tests.suites.format_suite import ISCC, RECORD, WORK, read, write
from tests.suites.whole import FOLDERS, samples

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
NAMES = ("", "Zoë Ünal", 'Ada & <Ida> "Sons"', "草間 弥生", "Ćira's \U0001f3a8 Atelier", "a" * 300)
CONTACTS = ("", "zoe@zoe.example", "https://zoe.example/ask?a=1&b=2", "ring me <up> & ask")
UNREAD = ("hand-bw64-adm.wav",)
"""ExifTool knows no BW64."""
PAINTINGS = (".kra", ".ora")
NOT_OURS = "Failed to convert Xmp.xmp.ModifyDate"
"""GIMP writes its dates in a form that exiv2 cannot put into Exif."""
LICENCES = ("", "https://zoe.example/rights?lang=fr&x='1'")


def share() -> int:
    """How many samples of each format."""
    return int(os.environ.get("ARTISTGUARD_PARSERS", "1"))


def inscription(choice: Choice, chance: random.Random) -> Inscription:
    """Every letter that XML has a meaning for may stand in the terms."""
    declaration = Declaration(
        choice=choice,
        name=chance.choice(NAMES),
        contact=chance.choice(CONTACTS),
        licence=chance.choice(LICENCES),
        origin=chance.choice(list(Origin)),
    )
    return Inscription(declaration, RECORD, WORK, fingerprints={"iscc": ISCC})


def written(choice: Choice, folder: Path) -> list[Path]:
    """Samples of every format that carries XMP, each with terms of its own."""
    chance = random.Random(f"parsers {choice}")
    files: list[Path] = []
    for name in FOLDERS:
        kind = by_name(name)
        plain = [sample for sample in samples(name) if sample.suffix != ".svgz" and sample.name not in UNREAD]
        for sample in chance.sample(plain, min(share(), len(plain))):
            said = inscription(choice, chance)
            content = write(kind, sample.read_bytes(), said)  # type: ignore[arg-type]
            if any("XMP plus:DataMining" in stated.place for stated in read(kind, content).statements):  # type: ignore[arg-type]
                file = folder / f"{name} {sample.name}"
                file.write_bytes(content)
                files.append(file)
    return files


def packets(files: list[Path]) -> list[Path]:
    """The packets as ExifTool takes them out; that of an SVG is a part of the drawing, that of a painting a member."""
    others = [file for file in files if file.suffix not in {".svg", *PAINTINGS}]
    subprocess.run(["exiftool", "-q", "-b", "-XMP", "-w!", "%d%f.%e.xmp", *others], check=True, capture_output=True)
    for file in files:
        if file.suffix == ".svg":
            Path(f"{file}.xmp").write_bytes(descriptions(file.read_bytes()))
        if file.suffix in PAINTINGS:
            with zipfile.ZipFile(file) as painting:
                Path(f"{file}.xmp").write_bytes(painting.read("META-INF/metadata.xml"))
    return [Path(f"{file}.xmp") for file in files]


def descriptions(drawing: bytes) -> bytes:
    """The descriptions in an SVG; what drawing programs put beside them (``cc:Work``) is no XMP."""
    found = next(etree.fromstring(drawing).iter(f"{{{RDF}}}RDF"))
    rows = b"".join(etree.tostring(each, with_tail=False) for each in found if each.tag == f"{{{RDF}}}Description")
    head = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}">'.encode()
    return head + rows + b"</rdf:RDF></x:xmpmeta>"


@pytest.mark.parametrize("choice", list(Choice))
def test_both_parsers_take_every_packet(choice: Choice, tmp_path: Path) -> None:
    files = written(choice, tmp_path)
    assert len({file.suffix for file in files}) >= 14
    rows = packets(files)
    for packet in rows:
        assert b"rslstandard.org" not in packet.read_bytes(), packet
    by_exiftool(files, choice)
    by_exiv2(rows, choice)


def by_exiftool(files: list[Path], choice: Choice) -> None:
    tags = ("-XMP-plus:DataMining", "-XMP-ag:Record", "-XMP-plus:OtherConstraints", "-Warning", "-Error")
    paths = [f"{file}.xmp" for file in files]
    done = subprocess.run(["exiftool", "-j", "-n", "-G1", *tags, *paths], check=True, capture_output=True)
    found = {row.pop("SourceFile"): row for row in json.loads(done.stdout)}
    assert found.keys() == set(paths)
    for path, row in found.items():
        assert row.pop("XMP-plus:DataMining") == plus.uri(choice), path
        assert row.pop("XMP-ag:Record") == RECORD, path
        asked = row.pop("XMP-plus:OtherConstraints", "")
        assert bool(asked) == (choice is Choice.ASK), path
        assert row == {}, path


def by_exiv2(rows: list[Path], choice: Choice) -> None:
    done = subprocess.run(["exiv2", "-PXkt", *map(str, rows)], check=False, capture_output=True, text=True)
    assert done.returncode == 0
    assert [line for line in done.stderr.splitlines() if NOT_OURS not in line] == []
    lines = done.stdout.splitlines()
    for path in rows:
        own = [line.removeprefix(str(path)).split(maxsplit=1) for line in lines if line.startswith(f"{path} ")]
        told = {row[0]: row[1] if len(row) > 1 else "" for row in own}
        assert told["Xmp.plus.DataMining"] == plus.uri(choice), path
        assert told["Xmp.ag.record"] == RECORD, path
        assert ("Xmp.plus.OtherConstraints" in told) == (choice is Choice.ASK), path
