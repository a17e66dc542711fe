"""What can be known of the distributable without building it; `.ci/bundle` builds and tries it."""

from __future__ import annotations

import ast
import plistlib
import re
import subprocess
from configparser import RawConfigParser
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from artistguard import __version__
from artistguard.formats.table import FORMATS
from bundle import declare

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "build.spec"
MEDIA_TYPES = {kind.mime for each in FORMATS for kind in each.types}
EXTENSIONS = {kind.extension for each in FORMATS for kind in each.types}
METAINFO = declare.DESKTOP / f"{declare.IDENTIFIER}.metainfo.xml"
SHARED_MIME = declare.DESKTOP / "artistguard-mime.xml"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def entry() -> dict[str, str]:
    parser = RawConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(declare.DESKTOP / "artistguard.desktop", encoding="utf-8")
    return dict(parser["Desktop Entry"])


def joined(node: ast.AST) -> Path | None:
    """The path that `NAME / "a" / "b"` is, for the names that the spec defines."""
    known = {"ROOT": ROOT, "DESKTOP": declare.DESKTOP, "ENTRIES": ROOT / "bundle" / "entry"}
    if isinstance(node, ast.Name):
        return known.get(node.id)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and isinstance(node.right, ast.Constant):
        left = joined(node.left)
        return None if left is None else left / str(node.right.value)
    return None


def test_the_spec_is_python_and_every_file_it_names_exists() -> None:
    named = {path for node in ast.walk(ast.parse(SPEC.read_text(encoding="utf-8"))) if (path := joined(node))}
    optional = {path for path in named if (ROOT / "artistguard" / "desktop") in (path, *path.parents)}
    assert len(named) > 5
    assert {path for path in named - optional if not path.exists()} == set()


def test_the_spec_packs_what_a_receipt_and_a_key_need() -> None:
    words = SPEC.read_text(encoding="utf-8")
    assert 'collect_data_files("reportlab", subdir="fonts")' in words
    assert 'collect_submodules("keyring.backends")' in words


def test_the_two_programs_differ_by_more_than_capitals_where_folders_do_not_tell_them() -> None:
    assert '"ArtistGuard" if sys.platform == "linux" else "ArtistGuardWindow"' in SPEC.read_text(encoding="utf-8")
    assert "ArtistGuardWindow".lower() != "artistguard"


@pytest.mark.parametrize("name", ["command.py", "window.py"])
def test_workers_turn_off_before_anything_of_ours_is_loaded(name: str) -> None:
    body = ast.parse((ROOT / "bundle" / "entry" / name).read_text(encoding="utf-8")).body
    told = [ast.unparse(node) for node in body]
    first = next(order for order, line in enumerate(told) if "artistguard" in line and line.startswith("from"))
    assert told.index("freeze_support()") < first


def test_what_desktops_are_told_is_made_from_the_list_of_formats() -> None:
    assert declare.stale() == []


def test_a_stale_file_is_told_and_renewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(declare, "DESKTOP", tmp_path / "resources")
    monkeypatch.setattr(declare, "ROOT", tmp_path)
    (tmp_path / "resources").mkdir()
    template = tmp_path / "bundle" / "linux" / "metainfo.xml"
    template.parent.mkdir(parents=True)
    template.write_bytes((ROOT / "bundle" / "linux" / "metainfo.xml").read_bytes())
    assert declare.main(["--check"]) == 1
    assert declare.main([]) == 0
    assert declare.main(["--check"]) == 0


def test_the_entry_offers_every_format() -> None:
    found = entry()
    assert set(found["MimeType"].strip(";").split(";")) == MEDIA_TYPES
    assert found["Exec"].split() == ["ArtistGuard", "%F"]
    assert (declare.DESKTOP / f"{found['Icon']}.svg").is_file()


def test_the_catalogue_names_every_format_and_this_version() -> None:
    root = etree.parse(METAINFO).getroot()
    assert {node.text for node in root.iter("mediatype")} == MEDIA_TYPES
    assert [node.get("version") for node in root.iter("release")] == [__version__]
    assert [node.text for node in root.iter("launchable")] == ["artistguard.desktop"]


def test_types_that_desktops_do_not_know_have_their_endings() -> None:
    root = etree.parse(SHARED_MIME).getroot()
    told = {node.get("type"): {glob.get("pattern") for glob in node.iter(f"{MIME}glob")} for node in root}
    assert set(told) == set(declare.UNKNOWN_TO_DESKTOPS)
    for mime, patterns in told.items():
        assert patterns == {f"*.{kind.extension}" for each in FORMATS for kind in each.types if kind.mime == mime}


def test_macos_offers_every_ending_and_takes_none_from_others() -> None:
    kinds = plistlib.loads(plistlib.dumps({"CFBundleDocumentTypes": declare.document_types()}))["CFBundleDocumentTypes"]
    assert {ending for kind in kinds for ending in kind["CFBundleTypeExtensions"]} == EXTENSIONS
    assert {kind["LSHandlerRank"] for kind in kinds} == {"Alternate"}


def test_entitlements_are_a_property_list() -> None:
    told = plistlib.loads((ROOT / "bundle" / "macos" / "entitlements.plist").read_bytes())
    assert all(name.startswith("com.apple.security.cs.") and value is True for name, value in told.items())


@pytest.mark.parametrize(("name", "largest"), [("ico", (256, 256)), ("icns", (1024, 1024)), ("png", (256, 256))])
def test_icons_can_be_read(name: str, largest: tuple[int, int]) -> None:
    with Image.open(declare.DESKTOP / f"artistguard.{name}") as icon:
        assert icon.size == largest


def test_the_programs_of_freedesktop_accept_the_files() -> None:
    checks = (
        ["desktop-file-validate", "--no-hints", str(declare.DESKTOP / "artistguard.desktop")],
        ["appstreamcli", "validate", "--no-net", str(METAINFO)],
        ["xmllint", "--noout", str(SHARED_MIME)],
    )
    for command in checks:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", [".ci/bundle", "bundle/linux/tree", "bundle/linux/deb", "bundle/linux/appimage"])
def test_recipes_are_sound_and_name_files_that_exist(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert subprocess.run(["sh", "-n", str(ROOT / path)], check=False).returncode == 0
    named = re.findall(r"\b(?:bundle|resources)/[a-z/]+\.(?:py|desktop|svg|png|xml)\b", text)
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_package_lays_links_and_desktop_files(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    for name in ("bundle", "resources"):
        (tree / name).parent.mkdir(exist_ok=True)
        (tree / name).symlink_to(ROOT / name)
    built = tree / "dist" / "ArtistGuard"
    built.mkdir(parents=True)
    for name in ("artistguard", "ArtistGuard"):
        (built / name).write_text("#!/bin/sh\necho here\n", encoding="utf-8")
        (built / name).chmod(0o755)
    root = tmp_path / "root"
    recipe = (ROOT / "bundle" / "linux" / "tree").read_text(encoding="utf-8")
    moved = tree / "recipe" / "linux" / "tree"
    moved.parent.mkdir(parents=True)
    moved.write_text(recipe, encoding="utf-8")
    subprocess.run(["sh", str(moved), str(root)], check=True)
    for name in ("artistguard", "ArtistGuard"):
        done = subprocess.run([str(root / "usr" / "bin" / name)], capture_output=True, text=True, check=True)
        assert done.stdout == "here\n"
    assert (root / "usr/share/applications/artistguard.desktop").read_bytes() == (
        declare.DESKTOP / "artistguard.desktop"
    ).read_bytes()
