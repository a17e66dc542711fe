"""Standard numbers that files do not carry: named for one work, or set once for whoever makes the works."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from tests.suites.artworks import picture

if TYPE_CHECKING:
    from pathlib import Path

    from tests.suites.program import Program


def test_numbers_of_the_work_and_its_maker_are_stated_and_listed(program: Program, works: Path) -> None:
    picture(1, (160, 120)).save(works / "a.png")
    program("config", "set", "orcid", "0000-0002-1825-0097")
    assert "this is no ISNI" in program("config", "set", "isni", "123", status=2).err
    assert "no standard number" in program("protect", "works/a.png", "--identifier", "isrc:nonsense", status=2).err
    told = program("protect", "works/a.png", "--identifier", "isbn:3-16-148410-X", "--choice", "ask", "--json")
    assert [each["code"] for each in told.entries[0]["warnings"]] == ["ask-without-page"]
    (entry,) = program("status", "--json").entries
    assert entry["identifiers"] == [
        {"kind": "isbn", "value": "9783161484100"},
        {"kind": "orcid", "value": "0000000218250097"},
    ]
    assert [(each["state"], each["registry"]) for each in entry["deliveries"]] == [("receipt", "embedded")]
    (row,) = csv.DictReader(io.StringIO(program("export", "--csv").out))
    assert row["identifiers"] == "isbn:9783161484100 orcid:0000000218250097"
    assert "ISBN 9783161484100" in program("status").out


def test_a_number_of_one_work_is_refused_for_several(program: Program, works: Path) -> None:
    for number in range(2):
        picture(number, (160, 120)).save(works / f"{number}.png")
    before = [each.read_bytes() for each in sorted(works.iterdir())]
    told = program("protect", "works", "--identifier", "isrc:USRC17607839", status=2)
    assert "--works one" in told.err
    assert [each.read_bytes() for each in sorted(works.iterdir())] == before
    program("protect", "works", "--identifier", "isrc:USRC17607839", "--works", "one", "-q")
    assert len({each["work"] for each in program("status", "--json").entries}) == 1
