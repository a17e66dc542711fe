"""`publish-kit` as a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.jobs.facts import readers
from artistguard.jobs.publish_kit import GUIDE
from tests.suites.artworks import picture

if TYPE_CHECKING:
    from pathlib import Path

    from tests.suites.program import Program


def test_a_kit_with_a_page_for_each_named_work(program: Program, works: Path) -> None:
    for name in ("a.png", "b.png"):
        picture(ord(name[0]), (160, 120)).save(works / name)
    program("protect", "works", "-q", "--choice", "nothing")
    program("config", "set", "contact", "https://zoe.example/ask")
    ran = program("publish-kit", "works/a.png", "-o", "kit", "--name", "Zoë")
    kit = works.parent / "kit"
    assert ran.out.strip() == str(kit)
    assert GUIDE in ran.err
    assert all(each.place in ran.err for each in readers().readers)
    assert len(list((kit / "works").glob("0*.html"))) == 1
    assert "License: https://zoe.example/license.xml" in (kit / "robots.txt").read_text("utf-8")
    again = program("publish-kit", "-o", "kit", "--choice", "allow", "-q", status=1)
    assert "another file stands there" in again.err
    assert program("publish-kit", "-o", "other", "-q").err == ""
