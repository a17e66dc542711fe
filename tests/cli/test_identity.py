"""Names and keys: made, chosen, carried elsewhere, handed over, secured on paper; never asked for on a pipe."""

from __future__ import annotations

import json
import os
import pty
import stat
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from tests.suites import credentialed
from tests.suites.artworks import picture
from tests.suites.program import Program

if TYPE_CHECKING:
    from pathlib import Path

SECRET = {"ARTISTGUARD_PASSPHRASE": "correct horse"}


def names(program: Program) -> dict[str, dict[str, object]]:
    return {str(each["name"]): each for each in program("identity", "show", "--json").entries}


def signers(program: Program) -> set[str]:
    program("certificate", "-o", "signed.pdf")
    proof = program("verify", "signed.json", "--json").entries[0]
    for name in ("signed.pdf", "signed.json"):
        (program.folder / name).unlink()
    return {each["creator"] for each in proof["statements"]}


def test_the_first_key_is_made_at_first_use_and_only_its_user_reads_it(program: Program) -> None:
    first = program("identity", "show", "--json")
    assert "readable by you only" in first.err
    (entry,) = first.entries
    assert (entry["name"], entry["place"], entry["signs"]) == ("me", "file", True)
    (key,) = (program.home / "keys").iterdir()
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert "did:key:z6Mk" in program("identity", "show").out
    assert program("identity", "show").err == ""


def test_a_pen_name_signs_with_its_own_key_and_gives_nobody_away(program: Program, works: Path) -> None:
    program("config", "set", "name", "Ada Vale")
    program("config", "set", "contact", "mailto:ada@example.org")
    picture(1, (160, 120)).save(works / "own.png")
    picture(2, (160, 120)).save(works / "pen.png")
    program("protect", "works/own.png", "-q")
    program("identity", "create", "Nom de Plume")
    assert "there is a profile of this name" in program("identity", "create", "Nom de Plume", status=2).err
    program("protect", "works/pen.png", "--profile", "Nom de Plume", "-q")
    own, pen = (works / "own.png").read_bytes(), (works / "pen.png").read_bytes()
    assert b"Ada Vale" in own
    assert b"ada@example.org" in own
    assert b"Nom de Plume" in pen
    assert b"Ada" not in pen
    assert b"ada@example.org" not in pen
    profiles = names(program)
    assert signers(program) == {profiles["me"]["did"], profiles["Nom de Plume"]["did"]}
    assert program("protect", "works", "--profile", "nobody", status=1).err.count("\n") == 1

    program("identity", "choose", "Nom de Plume")
    assert names(program)["Nom de Plume"]["signs"] is True


def test_whoever_acts_for_somebody_states_that_name(program: Program, works: Path) -> None:
    picture(1, (160, 120)).save(works / "a.png")
    program("identity", "show")
    program("identity", "create", "Agency", "--acts-for", "Ada Vale")
    program("protect", "works", "--profile", "Agency", "-q")
    assert b"Ada Vale" in (works / "a.png").read_bytes()


def test_a_key_is_carried_to_another_computer(program: Program, works: Path) -> None:
    picture(1, (160, 120)).save(works / "a.png")
    ours = names(program)["me"]["did"]
    refused = program("identity", "export", "key.json", status=2)
    assert "ARTISTGUARD_PASSPHRASE" in refused.err
    assert not (program.folder / "key.json").exists()
    known = Program(program.home, program.folder, SECRET)
    known("identity", "export", "key.json")
    copy = program.folder / "key.json"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert "seed" not in json.loads(copy.read_text("utf-8"))
    before = copy.read_bytes()
    assert "stands there already" in known("identity", "export", "key.json", status=1).err
    assert copy.read_bytes() == before

    elsewhere = Program(program.folder / "other home", program.folder, SECRET)
    wrong = Program(elsewhere.home, program.folder, {"ARTISTGUARD_PASSPHRASE": "wrong"})
    assert "does not open" in wrong("identity", "import", "key.json", status=1).err
    elsewhere("identity", "import", "key.json")
    assert names(elsewhere)["me"]["did"] == ours
    elsewhere("protect", "works", "-q")
    assert signers(elsewhere) == {ours}
    # There the key is locked: without the passphrase nothing is signed, and nobody is asked.
    locked = Program(elsewhere.home, program.folder)
    stands = (works / "a.png").read_bytes()
    ran = locked("protect", "works", "--choice", "nothing", status=1)
    assert "ARTISTGUARD_PASSPHRASE" in ran.err
    assert (works / "a.png").read_bytes() == stands
    (program.folder / "no key.json").write_text("{}")
    assert "not a sound ArtistGuard key file" in elsewhere("identity", "import", "no key.json", status=1).err


def test_a_new_key_takes_over_and_the_works_stay_its_creators(program: Program, works: Path) -> None:
    picture(1, (160, 120)).save(works / "a.png")
    program("protect", "works", "-q")
    old = names(program)["me"]["did"]
    line = program("identity", "recovery").out.strip()
    assert line.startswith("AG-")
    assert line not in "".join(each.read_text("utf-8", "replace") for each in program.home.rglob("*") if each.is_file())
    assert "recovery key already" in program("identity", "recovery", status=2).err
    program("identity", "rotate")
    new = names(program)["me"]["did"]
    assert new != old
    # The registry knows that the new key may change what the old one said.
    (entry,) = program("change", "works/a.png", "--choice", "nothing", "--json").entries
    assert (entry["status"], entry["registered"], entry["warnings"]) == ("protected", "receipt", [])
    assert signers(program) == {new}

    for key in (program.home / "keys").iterdir():
        key.unlink()
    assert program("change", "works/a.png", "--choice", "allow", status=1).err
    wrong = Program(
        program.home, program.folder, {"ARTISTGUARD_RECOVERY_LINE": line[:-1] + ("0" if line[-1] != "0" else "1")}
    )
    assert "mistyped" in wrong("identity", "rotate", "--lost", status=1).err
    saved = Program(program.home, program.folder, {"ARTISTGUARD_RECOVERY_LINE": line})
    saved("identity", "rotate", "--lost")
    (entry,) = program("change", "works/a.png", "--choice", "ask", "--json").entries
    assert (entry["status"], entry["registered"]) == ("protected", "receipt")
    program("withdraw", "works/a.png")


def test_at_a_terminal_a_new_passphrase_is_asked_for_twice(program: Program) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "artistguard", "identity", "create", "Locked", "--locked"],
        cwd=program.folder, env=program.environment(), stdin=theirs, stdout=theirs, stderr=theirs,
        start_new_session=True,
    ) as process:  # fmt: skip
        os.close(theirs)
        shown = b""
        for question in (b"A passphrase for this key: ", b"The same again: "):
            while question not in shown:
                shown += os.read(ours, 4096)
            os.write(ours, b"correct horse\n")
        assert process.wait(60) == 0
    os.close(ours)
    assert b"correct horse" not in shown
    assert names(program)["Locked"]["place"] == "sealed-file"


def test_a_revoked_key_signs_no_more_and_what_it_said_stands(program: Program, works: Path) -> None:
    picture(1, (160, 120)).save(works / "a.png")
    program("protect", "works", "-q")
    old = names(program)["me"]["did"]
    told = program("identity", "revoke", status=2)
    assert "never signs again" in told.err
    assert "--sure" in told.err
    assert names(program)["me"]["did"] == old
    program("identity", "create", "Nom de Plume")
    assert "signs no more" in program("identity", "revoke", "--profile", "me", "--sure").out
    profiles = names(program)
    assert set(profiles) == {"Nom de Plume"}
    assert profiles["Nom de Plume"]["signs"]
    assert signers(program) == {old}
    picture(2, (160, 120)).save(works / "b.png")
    (entry,) = program("protect", "works/b.png", "--json").entries
    assert entry["registered"] == "receipt"
    assert "there is no such profile" in program("protect", "works/b.png", "--profile", "me", status=1).err


def test_a_bought_certificate_signs_until_it_is_removed(program: Program, works: Path) -> None:
    picture(1, (160, 120)).save(works / "a.png")
    assert "There is none yet" in program("identity", "certificate").out
    bought = credentialed.identity("Zoë Ünal")
    (program.folder / "bought.pem").write_bytes(bought.chain)
    locked = load_pem_private_key(bought.key, None).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"open sesame")
    )
    (program.folder / "key.pem").write_bytes(locked)
    words = ("identity", "certificate", "--import", "bought.pem", "--key", "key.pem", "--json")
    assert "ARTISTGUARD_CERTIFICATE_PASSPHRASE" in program(*words, status=2).err
    opening = replace(program, more={"ARTISTGUARD_CERTIFICATE_PASSPHRASE": "open sesame"})
    (told,) = opening(*words).entries
    assert (told["name"], told["bought"]) == ("Zoë Ünal", True)
    (entry,) = program("protect", "works", "--json").entries
    assert (entry["credentials"], {"cawg", "c2pa"} <= {each["layer"] for each in entry["layers"]}) == ("inside", True)
    (found,) = program("check", "works", "--json").entries
    assert found["credentials"] == "valid"
    assert (found["credentials_by"]["signer"], found["credentials_by"]["known"]) == ("Zoë Ünal", True)
    assert not [path for path in program.home.rglob("*") if path.is_file() and b"BEGIN PRIVATE" in path.read_bytes()]

    program("identity", "certificate", "--renew")  # one's own, which waits behind the bought one
    assert "Made by its holder" in program("identity", "certificate", "--remove").out
    assert "No bought certificate" in program("identity", "certificate", "--remove", status=2).err
    (told,) = program("identity", "certificate", "--json").entries
    assert (told["name"], told["bought"]) == ("me", False)
    assert "--import FILE" in program("identity", "certificate", "--key", "key.pem", status=2).err
