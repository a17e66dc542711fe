"""Declarations and inscriptions for tests: plain ones and drawn ones."""

from __future__ import annotations

from hypothesis import strategies as st

from artistguard.terms import Choice, Declaration, Inscription, Origin

NAME = "Zoë Ünal"
CONTACT = "zoe@artist.example"
LICENCE = "https://artist.example/rights"
POLICY = "https://artist.example/tdm-policy.json"
RECORD = "urn:uuid:6f1f9f9e-4c8e-4d53-9a2b-0f5c8a7d1e01"
WORK = "urn:uuid:0b7d3c62-1f52-4f0e-8a57-6f6f2f0f9b02"
ADDRESS = "https://registry.example/record/1"
FINGERPRINTS = {"iscc": "ISCC:EAAZKKSVFJKSWVR7", "phash64_v1": "d0c1b2a3948576e7"}


def declaration(choice: Choice = Choice.SEARCH_ONLY, **terms: object) -> Declaration:
    """A full declaration; give an empty text to leave something out."""
    told = {"name": NAME, "contact": CONTACT, "licence": LICENCE, "policy": POLICY} | terms
    return Declaration(choice=choice, **told)  # type: ignore[arg-type]


def bare(choice: Choice = Choice.SEARCH_ONLY) -> Declaration:
    """A declaration that says nothing but the choice."""
    return Declaration(choice=choice)


def inscription(choice: Choice = Choice.SEARCH_ONLY, **terms: object) -> Inscription:
    """A full inscription."""
    return Inscription(declaration(choice, **terms), RECORD, WORK, ADDRESS, FINGERPRINTS)


_LINES = st.text(max_size=40)  # control characters and lone surrogates too: creators paste anything
_WEB = st.from_regex(r"\Ahttps?://[a-z]{1,8}\.example/[A-Za-z0-9_%?=&.-]{0,12}\Z")
_MAIL = st.from_regex(r"\A[a-z]{1,8}@[a-z]{1,8}\.example\Z")

declarations = st.builds(
    Declaration,
    choice=st.sampled_from(Choice),
    name=_LINES,
    contact=_WEB | _MAIL | _LINES,
    licence=_WEB | st.just(""),
    policy=_WEB | _LINES,
    origin=st.sampled_from(Origin) | st.none(),
)

inscriptions = st.builds(
    Inscription,
    declaration=declarations,
    record=st.uuids().map(lambda drawn: drawn.urn),
    work=st.uuids().map(lambda drawn: drawn.urn),
    address=_WEB | st.just(""),
    fingerprints=st.dictionaries(
        st.from_regex(r"\A[a-z][a-z0-9_]{0,12}\Z").filter(
            lambda name: name not in {"choice", "origin", "record", "work", "address", "written", "fingerprints"}
        ),
        st.from_regex(r"\A[A-Za-z0-9:_-]{1,30}\Z"),
        max_size=4,
    ),
)
