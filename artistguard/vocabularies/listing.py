"""What there is to say about every vocabulary: its grain, its source and the edition followed here, for the docs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One vocabulary.

    Attributes:
        layer: Its name in statements.
        name: As people call it.
        fine: Whether it gives the exact choice back, or two that it has one word for.
        written: Where ArtistGuard writes it.
        loss: What it cannot say, in plain words; empty where it loses nothing.
        address: Web address of the text followed.
        edition: Edition and date of that text.
    """

    layer: str
    name: str
    fine: bool
    written: str
    loss: str
    address: str
    edition: str


VOCABULARIES = (
    Vocabulary(
        "artistguard",
        "ArtistGuard",
        fine=True,
        written="XMP, tags",
        loss="",
        address="urn:artistguard:ns:1/",
        edition="1",
    ),
    Vocabulary(
        "plus",
        "IPTC/PLUS Data Mining",
        fine=True,
        written="XMP, tags",
        loss="In tags it has one word for ask and search-only; in XMP the licensor and constraints beside it tell.",
        address="https://iptc.org/std/photometadata/specification/IPTC-PhotoMetadata",
        edition="IPTC Photo Metadata Standard 2025.1 (2025-11-04)",
    ),
    Vocabulary(
        "exif",
        "Exif 3.1 LearningOptOutIn",
        fine=True,
        written="Exif, XMP",
        loss="One word for ask and search-only.",
        address="https://www.cipa.jp/e/std/std-sec.html",
        edition="CIPA DC-008, Exif 3.1 (2026)",
    ),
    Vocabulary(
        "cawg",
        "CAWG training and data mining",
        fine=True,
        written="C2PA manifests",
        loss="One word for search-only and nothing, since it does not speak of search.",
        address="https://cawg.io/training-and-data-mining/",
        edition="1.1 (2025-05-16)",
    ),
    Vocabulary(
        "c2pa",
        "C2PA training and data mining (legacy)",
        fine=True,
        written="C2PA manifests",
        loss="The same as CAWG.",
        address="https://c2pa.org/specifications/",
        edition="C2PA 1.4",
    ),
    Vocabulary(
        "tdmrep",
        "W3C TDM Reservation Protocol",
        fine=False,
        written="XMP, tags, EPUB, PDF, DOCX",
        loss="Reserved or not: every choice but allow is one word.",
        address="https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/",
        edition="Final Community Group Report (2024-05-10)",
    ),
    Vocabulary(
        "odrl",
        "ODRL policy for TDMRep",
        fine=False,
        written="policy files",
        loss="Mining as a whole is permitted, or permitted with consent.",
        address="https://www.w3.org/TR/odrl-model/",
        edition="ODRL 2.2 (2018-02-15), profile of TDMRep (2024-05-10)",
    ),
    Vocabulary(
        "aipref",
        "IETF AI preferences",
        fine=False,
        written="tags",
        loss="Training of models that generate nothing and data mining have no word.",
        address="https://datatracker.ietf.org/doc/draft-ietf-aipref-vocab/",
        edition="draft-ietf-aipref-vocab-08 (2026-09-14)",
    ),
    Vocabulary(
        "rsl",
        "Really Simple Licensing",
        fine=False,
        written="licence files",
        loss="One word for training of any kind.",
        address="https://rslstandard.org/rsl",
        edition="1.0 (2025-12-10, errata to 2026-05-27)",
    ),
    Vocabulary(
        "onix",
        "ONIX for Books",
        fine=False,
        written="book records",
        loss="Text and data mining is permitted or prohibited.",
        address="https://www.editeur.org/93/Release-3.0-Downloads/",
        edition="3.0, code lists 145 and 146",
    ),
)
"""Finest first."""
