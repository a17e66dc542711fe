"""A proof with every part that there is: whatever a careless hand or a forger changes in it is found, with its reason.

A careless edit breaks the digest of the whole. A forger makes a new digest: then signatures, the log and the time stamp
find the change, but for hints that prove nothing, which are named here one by one.
"""

from __future__ import annotations

import base64
import dataclasses
import json
import random
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from artistguard.claims.bundle import Bundle, Proven, closed, parse_bundle
from artistguard.claims.canonical import canonical
from artistguard.claims.drafting import Draft
from artistguard.claims.forms import Identifier
from artistguard.claims.rotation import introduction
from artistguard.claims.signing import sign, sign_batch
from artistguard.cli.main import main
from artistguard.errors import ArtistGuardError
from artistguard.jobs.dating import dated
from artistguard.jobs.handing import save_certificate
from artistguard.jobs.verify import Known, verify
from artistguard.terms import Choice
from artistguard.transparency.receipt import Receipt
from tests.conftest import ROOT
from tests.suites.authority import authority
from tests.suites.registry_makers import MADE, Clock, Sender, drafted, key, opened, seed
from tests.suites.workshop import FOX, workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artistguard.jobs.verdict import Verdict

    Way = tuple[str | int, ...]

HINTS = {"received", "authority"}
"""Parts that a forger may change unseen: the time that a registry names is its own word, and a time stamp is known by
its signature, not by the address that it was had from."""


@dataclasses.dataclass(frozen=True)
class Whole:
    """A stamped proof of two works that were signed together, one of them with all that can be said, and of a key."""

    proof: Path
    content: bytes
    known: Known

    def judged(self, content: bytes) -> Verdict:
        self.proof.write_bytes(content)
        return verify(str(self.proof), (), self.known)

    def reasons(self, content: bytes, *, forger: bool = False) -> list[str]:
        """Why it does not hold; nothing where it does. A forger makes a digest of his own."""
        try:
            verdict = self.judged(canonical(closed(parse_bundle(content))) if forger else content)
        except ArtistGuardError as problem:
            return [problem.message]
        errors = [each.error for each in (*verdict.statements, *verdict.stamps)]
        found = [each.message for each in (verdict.error, *errors) if each is not None]
        assert bool(found) is not verdict.holds
        return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    folder = tmp_path_factory.mktemp("whole")
    ledger = opened(folder)
    rich = drafted("rich", choice=Choice.ASK, contact="https://zoe.example", licence="https://zoe.example/licence")
    more = {"right": "recording", "identifiers": (Identifier("isrc", "XXAG12600001"),), "origin": "human-made"}
    statements = [
        *sign_batch([Draft(replace(rich.statement, **more), rich.enclosures), drafted("plain")], key()),
        sign(Draft(introduction(seed=seed(1), key=key().did, recovery=key("safe").did, made=MADE)), key()),
    ]
    receipts = [each for each in Sender(ledger, Clock()).send(*statements).items if isinstance(each, Receipt)]
    proven = tuple(Proven(signed, (receipt,)) for signed, receipt in zip(statements, receipts, strict=True))
    with authority(tmp_path_factory.mktemp("authority")) as served:
        bundle = closed(dated(Bundle(proven, (str(ledger.key),)), served.address))
        known = Known((str(ledger.key),), roots=(str(served.root),))
        made = Whole(folder / "proof.json", canonical(bundle), known)
        assert made.judged(made.content).holds
        yield made
    ledger.close()


def ways(value: object, way: Way = ()) -> Iterator[Way]:
    """To every value that is no list and no object."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if inside is None:
        yield way
        return
    for step, each in inside:
        yield from ways(each, (*way, step))


def at(value: Any, way: Way) -> Any:
    for step in way:
        value = value[step]
    return value


def edited(content: bytes, way: Way, value: object) -> bytes:
    bundle = json.loads(content)
    at(bundle, way[:-1])[way[-1]] = value
    return canonical_json(bundle)


def canonical_json(bundle: object) -> bytes:
    return json.dumps(bundle, ensure_ascii=False).encode()


def changes(value: object, dice: random.Random) -> Iterator[object]:
    """Other values of the same kind: signs changed at both ends and in between, cut, emptied; bytes within base64."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, 2**40)
    elif isinstance(value, str):
        for place in {0, len(value) - 1, *(dice.randrange(len(value)) for _ in range(3))}:
            yield value[:place] + ("0" if value[place] != "0" else "1") + value[place + 1 :]
        yield from (value[:-1], "", value + "0")
        yield from _inside(value, dice)


def _inside(value: str, dice: random.Random) -> Iterator[str]:
    try:
        raw = bytearray(base64.b64decode(value, validate=True))
    except ValueError:
        return
    if len(raw) >= 32 and base64.b64encode(raw).decode() == value:
        for _ in range(6):
            mutated = bytearray(raw)
            mutated[dice.randrange(len(raw))] ^= 1 << dice.randrange(8)
            yield base64.b64encode(mutated).decode()


def test_it_has_every_part_that_there_is(whole: Whole) -> None:
    parts = {each for way in ways(json.loads(whole.content)) for each in way if isinstance(each, str)}
    assert parts >= {
        "proven", "signed", "statement", "signature", "batch", "path", "enclosures", "salt", "content", "receipts",
        "leaf", "index", "origin", "received", "proof", "keys", "stamps", "authority", "response", "digest", "type",
        "fingerprints", "identifiers", "right", "offer", "choice", "creator", "record", "work", "nonce", "made",
    }  # fmt: skip


def test_every_careless_edit_of_every_value_is_found(whole: Whole) -> None:
    dice, bundle, seen = random.Random(1), json.loads(whole.content), 0
    for way in ways(bundle):
        for value in changes(at(bundle, way), dice):
            reasons = whole.reasons(edited(whole.content, way, value))
            assert reasons, (way, value)
            assert all(reasons)
            seen += 1
    assert seen > 500


READ = """
import { checkProof } from "./reader.mjs";
import { readFileSync } from "node:fs";
const { key, proofs } = JSON.parse(readFileSync("proofs.json", "utf8"));
const told = [];
for (const each of proofs) told.push(await checkProof(each, [key]).then((found) => found.holds, () => false));
console.log(JSON.stringify(told));
"""


def test_the_reader_in_javascript_finds_them_too(whole: Whole, tmp_path: Path) -> None:
    dice, bundle = random.Random(1), json.loads(whole.content)
    proofs = [edited(whole.content, way, each) for way in ways(bundle) for each in changes(at(bundle, way), dice)]
    told = {"key": whole.known.keys[0], "proofs": [each.decode() for each in (whole.content, *proofs)]}
    (tmp_path / "proofs.json").write_text(json.dumps(told), encoding="utf-8")
    (tmp_path / "read.mjs").write_text(READ, encoding="utf-8")
    shutil.copy(ROOT / "resources" / "reader.mjs", tmp_path)
    ran = subprocess.run(["node", "read.mjs"], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=300)
    assert json.loads(ran.stdout) == [True, *(False for _ in proofs)]


def unseen(whole: Whole, content: bytes, step: int = 1) -> set[str]:
    """What a forger can change in a proof so that it still holds; it then says the very same."""
    dice, bundle, found = random.Random(2), json.loads(content), set()
    truth = whole.judged(content)
    for way in ways(bundle):
        for value in list(changes(at(bundle, way), dice))[::step]:
            forged = edited(content, way, value)
            if way == ("digest",) or whole.reasons(forged, forger=True):
                continue
            assert whole.judged(canonical(closed(parse_bundle(forged)))) == truth, (way, value)
            found |= HINTS & set(way) or {str(way)}
    return found


def test_under_a_stamp_a_forger_changes_nothing_unseen_but_where_it_came_from(whole: Whole) -> None:
    assert unseen(whole, whole.content) == {"authority"}


def test_without_a_stamp_the_hints_too(whole: Whole) -> None:
    bare = canonical_json(json.loads(whole.content) | {"stamps": []})
    assert unseen(whole, canonical(closed(parse_bundle(bare))), step=3) == {"received"}


@pytest.mark.parametrize("part", ["proven", "keys", "stamps", "digest", "type"])
def test_a_part_that_was_taken_out_is_missed(whole: Whole, part: str) -> None:
    bundle = json.loads(whole.content)
    del bundle[part]
    assert whole.reasons(canonical_json(bundle))


def test_a_part_that_was_put_in_is_found(whole: Whole) -> None:
    bundle = json.loads(whole.content)
    for part, value in (("witnesses", ["witness.example+00000000+AAAA"]), ("more", 1), ("keys", bundle["keys"] * 2)):
        assert whole.reasons(canonical_json(bundle | {part: value})), part


def test_parts_that_changed_places_are_found(whole: Whole) -> None:
    for path in (("signed", "batch"), ("receipts",), ("signed", "enclosures")):
        bundle = json.loads(whole.content)
        first, second = (at(each, path[:-1]) for each in bundle["proven"][:2])
        first[path[-1]], second[path[-1]] = second.get(path[-1], []), first.get(path[-1], [])
        forged = canonical(closed(parse_bundle(canonical_json(bundle))))
        assert whole.reasons(forged), path


@pytest.mark.parametrize("count", range(4))
def test_the_program_ends_with_its_status_and_names_the_reason(
    whole: Whole, count: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    nonce = ("proven", 0, "signed", "statement", "nonce")
    way, value, forger, reason = (
        (nonce, "0" * 32, False, "the proof file was changed after it was made"),
        (nonce, "0" * 32, True, "signature"),
        (("proven", 1, "receipts", 0, "leaf"), "0" * 64, True, "the receipt is for another statement"),
        (("type",), "artistguard-proof-v9", False, "proof file"),
    )[count]
    monkeypatch.setenv("ARTISTGUARD_HOME", str(tmp_path / "home"))
    content = edited(whole.content, way, value)
    (tmp_path / "forged.json").write_bytes(canonical(closed(parse_bundle(content))) if forger else content)
    assert main(["verify", str(tmp_path / "forged.json"), "--key", whole.known.keys[0]]) == 3
    said = capsys.readouterr()
    assert reason in said.out + said.err


def test_bytes_of_a_page_that_are_changed_never_make_it_belong_to_another_proof(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    with workshop(tmp_path / "shop") as shop:
        shop.one(shop.put(FOX))
        handed = save_certificate(shop.studio, (), tmp_path / "fox.pdf")
    page, dice = handed.page.read_bytes(), random.Random(4)
    stated = page.index(b"sha256:") + len(b"sha256:")
    places = [*range(stated, stated + 64, 7), *(dice.randrange(len(page)) for _ in range(40))]
    for place in places:
        mutated = bytearray(page)
        mutated[place] ^= 1
        handed.page.write_bytes(mutated)
        (told,) = verify(str(handed.proof), [str(handed.page)], Known()).files
        assert told.certificate is (told.error is None)
        assert told.error is not None or not stated <= place < stated + 64
