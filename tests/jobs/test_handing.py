"""Files for other people: the certificate with its proof, and the tables."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

from artistguard.claims.bundle import parse_bundle
from artistguard.errors import OutputExists, UnknownWork, UsageProblem
from artistguard.jobs.handing import save_certificate, save_table
from artistguard.jobs.overview import overview
from artistguard.jobs.tables import COLUMNS, sheet
from tests.suites.workshop import FOX, LIGHTHOUSE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.suites.workshop import Workshop


def test_a_certificate_is_a_page_and_a_proof(shop: Workshop, tmp_path: Path) -> None:
    work = shop.one(shop.put(FOX)).work
    shop.protect(shop.put(LIGHTHOUSE), address=None)
    handed = save_certificate(shop.studio, (), tmp_path / "proof.pdf")
    assert handed.page.read_bytes().startswith(b"%PDF")
    (proven,) = parse_bundle(handed.proof.read_bytes()).proven
    assert proven.signed.statement.work == work
    assert [path.name for path in handed.missing] == ["Lighthouse.jpg"]


def test_nothing_is_written_over_and_nothing_is_left_half_done(shop: Workshop, tmp_path: Path) -> None:
    shop.one(shop.put(FOX))
    with pytest.raises(UsageProblem, match=r"\.pdf"):
        save_certificate(shop.studio, (), tmp_path / "proof.doc")
    (tmp_path / "proof.json").write_text("mine")
    with pytest.raises(OutputExists):
        save_certificate(shop.studio, (), tmp_path / "proof.pdf")
    assert not (tmp_path / "proof.pdf").exists()
    assert (tmp_path / "proof.json").read_text() == "mine"


def test_without_a_receipt_there_is_no_certificate(shop: Workshop, tmp_path: Path) -> None:
    shop.protect(shop.put(FOX), address=None)
    with pytest.raises(UnknownWork):
        save_certificate(shop.studio, (), tmp_path / "proof.pdf")
    assert not (tmp_path / "proof.json").exists()


def test_tables_hold_every_version(shop: Workshop, tmp_path: Path) -> None:
    shop.protect(shop.put(FOX), shop.put(LIGHTHOUSE), name="Zoë, Ünal")
    rows = list(csv.DictReader(io.StringIO(sheet(overview(shop.studio)))))
    assert [tuple(row) for row in rows] == [COLUMNS, COLUMNS]
    assert {row["name"] for row in rows} == {"Zoë, Ünal"}
    assert all(row["iscc"].startswith("ISCC:") for row in rows)
    assert save_table(shop.studio, tmp_path / "works.csv").read_text("utf-8") == sheet(overview(shop.studio))
    lines = save_table(shop.studio, tmp_path / "works.json").read_text("utf-8").splitlines()
    assert [json.loads(line)["title"] for line in lines] == [row["title"] for row in rows]
    with pytest.raises(OutputExists):
        save_table(shop.studio, tmp_path / "works.csv")
    with pytest.raises(UsageProblem):
        save_table(shop.studio, tmp_path / "works.txt")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
def test_a_name_that_is_no_text_hides_no_table(shop: Workshop, tmp_path: Path) -> None:
    odd = shop.put(FOX).rename(shop.folder / os.fsdecode(b"f\xf6x.png"))
    shop.protect(odd)
    assert "f\\udcf6x.png" in save_table(shop.studio, tmp_path / "works.csv").read_text("utf-8")
    (line,) = save_table(shop.studio, tmp_path / "works.json").read_text("utf-8").splitlines()
    assert json.loads(line)["path"] == str(odd)
