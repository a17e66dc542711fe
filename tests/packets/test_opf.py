from __future__ import annotations

import io
import zipfile

from artistguard.formats.text.epub import Epub
from artistguard.packets.opf import member_name
from tests.suites.format_suite import SAMPLES


def test_an_address_names_a_member_or_nothing() -> None:
    assert member_name("OEBPS", "a%20b.xhtml#c") == "OEBPS/a b.xhtml"
    assert member_name("OEBPS", "../x.xhtml") == "x.xhtml"
    assert member_name("OEBPS", "http://[x/p.xhtml") == ""


def test_a_book_with_an_address_that_is_none_is_read_without_that_page() -> None:
    source = next(path for path in sorted((SAMPLES / "text").rglob("*.epub")) if path.name.startswith("pandoc3"))
    changed = io.BytesIO()
    with zipfile.ZipFile(source) as book, zipfile.ZipFile(changed, "w") as copy:
        for member in book.infolist():
            content = book.read(member)
            if member.filename.endswith(".opf"):
                content = content.replace(b'href="text/', b'href="http://[x/', 1)
                assert b"http://[x/" in content
            copy.writestr(member, content)
    assert Epub().decode(changed).text
