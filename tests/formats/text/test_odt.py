from __future__ import annotations

import io
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import Locked
from artistguard.formats.text.docx import Docx
from artistguard.formats.text.odt import Odt
from artistguard.formats.text.rtf import Rtf
from tests.suites.format_suite import SAMPLES, FormatSuite, inscription, write
from tests.suites.mutations import MutationSuite

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = SAMPLES / "text"


class TestOdt(FormatSuite, MutationSuite):
    plugin = Odt()
    folder = "text"

    def test_xmllint_reads_the_statement_and_the_mimetype_stays_first(self, sample: Path, tmp_path: Path) -> None:
        content = write(self.plugin, sample.read_bytes(), inscription())
        assert content[30:38] == b"mimetype"
        file = tmp_path / "meta.xml"
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            file.write_bytes(archive.read("meta.xml"))
        asked = "string(//*[local-name()='user-defined'][@*[local-name()='name']='TDM-RESERVATION'])"
        done = subprocess.run(["xmllint", "--xpath", asked, file], check=True, capture_output=True, text=True)
        assert done.stdout.strip() == "1"


def test_fields_of_the_creator_stay() -> None:
    content = write(Odt(), (FOLDER / "handmade.odt").read_bytes(), inscription())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        meta = archive.read("meta.xml").decode()
    assert '<meta:user-defined meta:name="Draft" meta:value-type="float">3</meta:user-defined>' in meta
    assert '<meta:user-defined meta:name="ARTISTGUARD-CHOICE">search-only</meta:user-defined>' in meta


def test_words_without_deleted_ones() -> None:
    assert Odt().decode(io.BytesIO((FOLDER / "handmade.odt").read_bytes())).text == "Net\nThe nets hung full."


def test_a_password_locks_it() -> None:
    for task in (Odt().read, Odt().decode):
        with pytest.raises(Locked):
            task(io.BytesIO((FOLDER / "broken-locked.odt").read_bytes()))


def test_libreoffice_opens_what_was_written_and_finds_the_same_words(tmp_path: Path) -> None:
    plugins = {"pandoc.odt": Odt(), "libreoffice.docx": Docx(), "word.docx": Docx(), "pandoc.rtf": Rtf()}
    plugins |= {"libreoffice.rtf": Rtf(), "handmade.odt": Odt()}
    for name, plugin in plugins.items():
        content = (FOLDER / name).read_bytes()
        stem, ending = name.replace(".", "-"), name[name.rindex(".") :]
        (tmp_path / f"before-{stem}{ending}").write_bytes(content)
        (tmp_path / f"after-{stem}{ending}").write_bytes(write(plugin, content, inscription()))
    # All in one start, for that is what takes long.
    command = [f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "txt:Text"]
    files = sorted(file for file in tmp_path.iterdir() if file.is_file())
    subprocess.run(
        ["soffice", *command, "--outdir", tmp_path / "out", *files], check=True, capture_output=True, timeout=300
    )
    texts = sorted((tmp_path / "out").glob("before-*"))
    assert len(texts) == len(plugins)
    for text in texts:
        assert text.with_name(text.name.replace("before-", "after-")).read_bytes() == text.read_bytes()
        assert text.read_bytes().strip()
