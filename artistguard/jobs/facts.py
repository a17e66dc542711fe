"""What is known about the world outside, each with its date and source: crawlers, who reads which layer, the law.

They lie in resources/facts as JSON, so that they can be brought up to date without touching code.
"""

from __future__ import annotations

import html
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from artistguard.resources import resource_path
from artistguard.vocabularies.pages import page
from artistguard.vocabularies.robots import Crawler

if TYPE_CHECKING:
    from collections.abc import Iterator


LAW = "What the statement means in law"
READERS = "Who honours what"
COMMENTED = "Sources that begin with “On” are what others wrote about it."


class Crawlers(msgspec.Struct, frozen=True):
    """Crawlers known by name.

    Attributes:
        date: When the list was made, ISO 8601.
        note: What is in it and what is not.
        crawlers: In the order of robots.txt.
    """

    date: str
    note: str
    crawlers: tuple[Crawler, ...]


class Reader(msgspec.Struct, frozen=True):
    """Somebody who reads a layer, or the fact that nobody is known.

    Attributes:
        layer: Name of the vocabulary.
        place: What it is called.
        who: Reads it.
        does: What follows from that.
        since: Date of what is known, ISO 8601 as exact as it is known.
        source: Web address where that is said; empty for our own.
        second_hand: What is there are the words of somebody else about it.
    """

    layer: str
    place: str
    who: str
    does: str
    since: str
    source: str
    second_hand: bool = False

    @property
    def known(self) -> str:
        """Since when, and how."""
        return f"{self.since}, second hand" if self.second_hand else self.since


class Readers(msgspec.Struct, frozen=True):
    """Who honours what, on one date."""

    date: str
    readers: tuple[Reader, ...]


class Source(msgspec.Struct, frozen=True):
    """Where something is said."""

    name: str
    address: str


class Place(msgspec.Struct, frozen=True):
    """What a statement means under the law of a place, in plain words."""

    name: str
    says: tuple[str, ...]
    sources: tuple[Source, ...]


class Law(msgspec.Struct, frozen=True):
    """What a statement means in several places, on one date."""

    date: str
    places: tuple[Place, ...]


@cache
def crawlers() -> Crawlers:
    """Crawlers whose makers say what they fetch for."""
    return msgspec.json.decode(resource_path("facts/crawlers.json").read_bytes(), type=Crawlers)


@cache
def readers() -> Readers:
    """Who reads which layer."""
    return msgspec.json.decode(resource_path("facts/readers.json").read_bytes(), type=Readers)


@cache
def law() -> Law:
    """What the statement means, place by place."""
    return msgspec.json.decode(resource_path("facts/law.json").read_bytes(), type=Law)


def readers_text() -> Iterator[str]:
    """Who honours what, line by line, for a terminal or a text file."""
    known = readers()
    yield f"Who honours what, as known on {known.date}:"
    for each in known.readers:
        yield f"- {each.place}: {each.who}; {each.does} ({each.known})."


def law_page() -> str:
    """The page about the law, HTML."""
    told = law()
    parts = [f"<h1>{LAW}</h1>\n<p>As known on {told.date}; this is no legal advice. {COMMENTED}</p>"]
    for each in told.places:
        parts.append(f"<h2>{html.escape(each.name)}</h2>")
        parts += [f"<p>{html.escape(paragraph)}</p>" for paragraph in each.says]
        links = "".join(f"<li>{_link(one.name, one.address)}</li>" for one in each.sources)
        parts += [f"<ul>{links}</ul>"] if links else []
    return page(LAW, "", "\n".join(parts))


def readers_page() -> str:
    """The page about who honours what, HTML."""
    known = readers()
    rows = "".join(
        f"<tr><th>{html.escape(each.place)}</th><td>{html.escape(each.who)}</td><td>{html.escape(each.does)}</td>"
        f"<td>{_link(each.known, each.source) if each.source else each.known}</td></tr>\n"
        for each in known.readers
    )
    head = "<tr><th>What is written</th><th>Who reads it</th><th>What follows</th><th>Known since</th></tr>"
    body = f"<h1>{READERS}</h1>\n<p>As known on {known.date}.</p>\n<table>\n{head}\n{rows}</table>"
    return page(READERS, "", body)


def _link(words: str, address: str) -> str:
    return f'<a href="{html.escape(address)}">{html.escape(words)}</a>'
