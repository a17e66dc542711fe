"""What is found, and what holds: exact, by content, by likeness; changes, withdrawals, several persons."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import iscc_lib
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.claims.drafting import Draft
from artistguard.claims.rotation import introduction, revocation, rotation
from artistguard.claims.signing import sign
from artistguard.claims.statement import entry
from artistguard.errors import Refused
from artistguard.fingerprints.match import compare
from artistguard.fingerprints.values import Fingerprints
from artistguard.ledger.index.codes import codes_of, radii
from artistguard.ledger.index.scan import ScanIndex
from artistguard.ledger.state import Standing, judge
from artistguard.messages import Answer, Evidence, How, Item, Question, Reason, Refusal, State
from artistguard.terms import Choice
from artistguard.transparency.receipt import Receipt, check
from artistguard.works import Medium
from tests.suites.registry_makers import MADE, Clock, Sender, declared, key, opened, seed, sha, withdrawn, work

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.ledger.ledger import Ledger
    from artistguard.messages import Found

BODY = hashlib.sha256(b"a picture").digest()


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return opened(tmp_path)


@pytest.fixture
def sender(ledger: Ledger) -> Sender:
    return Sender(ledger, Clock())


def flipped(bits: int, body: bytes = BODY) -> bytes:
    """The same code with that many bits changed, spread over it."""
    number = int.from_bytes(body, "big")
    for bit in range(bits):
        number ^= 1 << (bit * 2)
    return number.to_bytes(32, "big")


def iscc(body: bytes, medium: Medium = Medium.TEXT) -> str:
    """An ISCC Content-Code of 256 bits."""
    kind = {Medium.TEXT: 0, Medium.IMAGE: 1, Medium.AUDIO: 2}[medium]
    import base64

    return "ISCC:" + base64.b32encode(bytes([0x20 | kind, 0x07]) + body).decode().rstrip("=")


def ask(ledger: Ledger, *, distinctive: bool = True, medium: Medium | None = Medium.TEXT, **values: str) -> Found:
    return ledger.check(Question((Item(values, distinctive, medium),))).items[0]


def test_the_codes_made_here_are_isccs() -> None:
    assert iscc_lib.iscc_decode(iscc(BODY))[-1] == BODY
    assert codes_of({"iscc": iscc(BODY)}, Medium.TEXT) == {"text-iscc": BODY}
    assert codes_of({"pdq_v1": BODY.hex(), "iscc": "ISCC:???"}, Medium.IMAGE) == {"image-pdq_v1": BODY}
    assert codes_of({"pdq_v1": "00", "iscc": ""}, Medium.IMAGE) == {}
    assert codes_of({"iscc": iscc(BODY)}, None) == {}
    assert set(codes_of({"iscc": iscc(BODY)}, Medium.AUDIO)) <= set(radii())


def test_nothing_is_found_in_an_empty_registry(ledger: Ledger) -> None:
    found = ask(ledger, sha256=sha("a"), payload_sha256=sha("p"), iscc=iscc(BODY))
    assert (found.matches, found.similar, found.choice, found.state, found.answer) == (
        (),
        (),
        None,
        None,
        Answer.UNKNOWN,
    )


def test_the_very_file(ledger: Ledger, sender: Sender) -> None:
    signed = declared("a", choice=Choice.ASK)
    sender.send(declared("other"), signed)
    found = ask(ledger, sha256=sha("a"))
    (match,) = found.matches
    assert (match.work, match.how, match.similarity, match.codes) == (work("a"), How.EXACT, 1.0, "sha256")
    assert (match.choice, match.state, match.answer, match.index) == (Choice.ASK, State.STATED, Answer.RESERVED, 1)
    assert (found.choice, found.state, found.answer) == (Choice.ASK, State.STATED, Answer.RESERVED)
    assert match.receipt is None
    proven = ledger.check(Question((Item({"sha256": sha("a")}),), receipts=True)).items[0].matches[0]
    assert proven.receipt is not None
    check(proven.receipt, entry(signed), ledger.key)


def test_the_same_content_in_another_file(ledger: Ledger, sender: Sender) -> None:
    sender.send(declared("a", payload_sha256=sha("p")))
    (match,) = ask(ledger, sha256=sha("b"), payload_sha256=sha("p")).matches
    assert (match.how, match.codes) == (How.PAYLOAD, "payload_sha256")


@pytest.mark.parametrize(("stored", "asked"), [(False, True), (True, False), (False, False)])
def test_a_work_with_too_little_content_is_only_its_very_file(
    ledger: Ledger, sender: Sender, stored: bool, asked: bool
) -> None:
    silence = {"payload_sha256": sha("silence"), "iscc": iscc(BODY)}
    sender.send(declared("silent", distinctive=stored, medium=Medium.TEXT, **silence))
    other = ask(ledger, distinctive=asked, sha256=sha("another silence"), **silence)
    assert (other.matches, other.similar) == ((), ())
    (match,) = ask(ledger, distinctive=asked, sha256=sha("silent"), **silence).matches
    assert match.how is How.EXACT


@pytest.mark.parametrize(
    ("bits", "how"),
    [(0, How.SAME_WORK), (20, How.SAME_WORK), (80, How.SAME_WORK), (81, How.SIMILAR), (96, How.SIMILAR)],
)
def test_texts_by_likeness(ledger: Ledger, sender: Sender, bits: int, how: How) -> None:
    sender.send(declared("a", medium=Medium.TEXT, iscc=iscc(BODY)))
    found = ask(ledger, sha256=sha("b"), iscc=iscc(flipped(bits)))
    (match,) = found.matches or found.similar
    assert match.how is how
    assert match.similarity == pytest.approx(1 - bits / 128, abs=1e-3)
    assert bool(found.matches) == (how is How.SAME_WORK)
    assert found.choice == (Choice.SEARCH_ONLY if found.matches else None)  # a hint decides nothing


def test_unlike_texts_are_not_shown(ledger: Ledger, sender: Sender) -> None:
    sender.send(declared("a", medium=Medium.TEXT, iscc=iscc(BODY)))
    found = ask(ledger, sha256=sha("b"), iscc=iscc(flipped(100)))
    assert (found.matches, found.similar) == ((), ())
    found = ask(ledger, medium=Medium.AUDIO, sha256=sha("b"), iscc=iscc(BODY, Medium.AUDIO))
    assert (found.matches, found.similar) == ((), ())


def test_pictures_by_likeness_need_more_than_one_code(ledger: Ledger, sender: Sender) -> None:
    picture = {"pdq_v1": BODY.hex(), "phash256_v1": BODY.hex(), "iscc": iscc(BODY, Medium.IMAGE)}
    sender.send(declared("a", **picture))
    near = {"pdq_v1": flipped(20).hex(), "phash256_v1": flipped(20).hex(), "iscc": iscc(flipped(30), Medium.IMAGE)}
    (match,) = ask(ledger, medium=Medium.IMAGE, sha256=sha("b"), **near).matches
    assert match.how is How.SAME_WORK
    only = ask(ledger, medium=Medium.IMAGE, sha256=sha("b"), iscc=near["iscc"])
    assert [match.how for match in only.similar] == [How.SIMILAR]


def test_what_another_process_registered_is_found_too(tmp_path: Path) -> None:
    one, other = opened(tmp_path), opened(tmp_path)
    for number in range(3):
        body = hashlib.sha256(bytes([number])).digest()
        Sender(one, Clock(), key(str(number))).send(declared(str(number), medium=Medium.TEXT, iscc=iscc(body)))
        (match,) = ask(other, sha256=sha("x"), iscc=iscc(flipped(9, body))).matches
        assert match.work == work(str(number))


def test_the_best_match_comes_first_and_each_work_once(ledger: Ledger, sender: Sender) -> None:
    sender.send(
        declared("far", medium=Medium.TEXT, iscc=iscc(flipped(60))),
        declared("near", medium=Medium.TEXT, iscc=iscc(flipped(5))),
        declared("near-mp3", of="near", medium=Medium.TEXT, iscc=iscc(flipped(9))),
        declared("content", medium=Medium.TEXT, payload_sha256=sha("p")),
        declared("file", medium=Medium.TEXT),
    )
    found = ask(ledger, sha256=sha("file"), payload_sha256=sha("p"), iscc=iscc(BODY))
    assert [match.work for match in found.matches] == [work(name) for name in ("file", "content", "near", "far")]


def test_many_items_at_once_are_answered_in_order(ledger: Ledger, sender: Sender) -> None:
    sender.send(*(declared(str(number)) for number in range(50)))
    items = tuple(Item({"sha256": sha(str(number))}) for number in range(100))
    found = ledger.check(Question(items)).items
    assert [bool(each.matches) for each in found] == [True] * 50 + [False] * 50
    assert [each.matches[0].work for each in found[:50]] == [work(str(number)) for number in range(50)]
    with pytest.raises(Refused):
        ledger.check(Question(()))


def test_a_change_holds_from_then_on_for_old_and_new_files(ledger: Ledger, sender: Sender) -> None:
    first = declared("a", choice=Choice.ALLOW)
    sender.send(first)
    record = first.statement.record  # type: ignore[union-attr]
    sender.send(declared("a2", of="a", choice=Choice.NOTHING, supersedes=record))
    for name in ("a", "a2"):
        assert ask(ledger, sha256=sha(name)).choice is Choice.NOTHING
    answer = ledger.work(work("a"))
    assert (answer.choice, answer.state) == (Choice.NOTHING, State.STATED)
    assert [claim.state for claim in answer.history] == [State.WITHDRAWN, State.STATED]
    assert [claim.index for claim in answer.history] == [0, 1]


def test_a_withdrawal_leaves_nothing_standing_and_everything_readable(ledger: Ledger, sender: Sender) -> None:
    signed = declared("a")
    sender.send(signed, withdrawn(signed))
    found = ask(ledger, sha256=sha("a"))
    (match,) = found.matches
    assert (match.choice, match.state, match.answer) == (None, State.WITHDRAWN, Answer.UNKNOWN)
    assert (found.choice, found.state) == (None, State.WITHDRAWN)
    assert len(ledger.work(work("a")).history) == 2
    sender.send(declared("a", nth=1, choice=Choice.ASK))
    assert ask(ledger, sha256=sha("a")).choice is Choice.ASK


def test_withdrawing_a_change_brings_nothing_back(ledger: Ledger, sender: Sender) -> None:
    first = declared("a", choice=Choice.ALLOW)
    change = declared("a", nth=1, supersedes=first.statement.record, choice=Choice.ASK)  # type: ignore[union-attr]
    sender.send(first, change, withdrawn(change))
    assert ledger.work(work("a")).state is State.WITHDRAWN


def test_statements_may_arrive_in_any_order(ledger: Ledger, sender: Sender) -> None:
    first = declared("a", choice=Choice.ALLOW)
    change = declared("b", of="a", supersedes=first.statement.record, choice=Choice.ASK)  # type: ignore[union-attr]
    sender.send(change)
    sender.send(first)
    assert ledger.work(work("a")).choice is Choice.ASK


def test_somebody_elses_early_change_does_not_count(ledger: Ledger, sender: Sender) -> None:
    mine = declared("a")
    theirs = declared("x", by=key("eve"), supersedes=mine.statement.record)  # type: ignore[union-attr]
    sender.send(theirs)  # the record is not known yet, so nobody can refuse it
    sender.send(mine)
    assert ledger.work(work("a")).choice is Choice.SEARCH_ONLY


def test_versions_of_one_work_share_what_holds(ledger: Ledger, sender: Sender) -> None:
    sender.send(declared("a.flac", of="a"), declared("a.mp3", of="a", choice=Choice.NOTHING))
    assert ask(ledger, sha256=sha("a.flac")).choice is Choice.NOTHING


def test_a_regrouped_version_still_answers(ledger: Ledger, sender: Sender) -> None:
    first = declared("a", of="old", choice=Choice.ALLOW)
    sender.send(first)
    sender.send(declared("a2", of="new", choice=Choice.ASK, supersedes=first.statement.record))  # type: ignore[union-attr]
    assert ledger.work(work("old")).choice is Choice.ASK
    assert ask(ledger, sha256=sha("a")).choice is Choice.ASK


def test_two_persons_contest_and_the_most_protective_holds(ledger: Ledger, sender: Sender) -> None:
    sender.send(declared("a", choice=Choice.ASK))
    sender.send(declared("a", of="copy", by=key("eve"), choice=Choice.ALLOW))
    found = ask(ledger, sha256=sha("a"))
    assert {match.work for match in found.matches} == {work("a"), work("copy")}
    assert (found.choice, found.state, found.answer) == (Choice.ASK, State.CONTESTED, Answer.RESERVED)


def test_an_unverified_yes_never_permits(ledger: Ledger, sender: Sender) -> None:
    sender.send(declared("a", choice=Choice.ALLOW))
    assert ask(ledger, sha256=sha("a")).answer is Answer.UNVERIFIED
    ledger.vouch(key().did, Evidence.VERIFIED)
    assert ask(ledger, sha256=sha("a")).answer is Answer.PERMITTED
    assert ledger.work(work("a")).history[0].evidence is Evidence.VERIFIED


def test_a_counter_claim_with_less_evidence_changes_nothing(ledger: Ledger, sender: Sender) -> None:
    ledger.vouch(key().did, Evidence.VERIFIED)
    sender.send(declared("a", choice=Choice.ALLOW))
    sender.send(declared("a", of="copy", by=key("eve"), choice=Choice.NOTHING))
    found = ask(ledger, sha256=sha("a"))
    assert (found.choice, found.state, found.answer) == (Choice.ALLOW, State.STATED, Answer.PERMITTED)
    assert len(found.matches) == 2  # and yet every claim is listed


STANDINGS = st.lists(
    st.builds(Standing, st.sampled_from("abc"), st.sampled_from(Evidence), st.sampled_from(Choice), st.integers(0, 9)),
    max_size=6,
)


@given(STANDINGS, st.randoms(use_true_random=False))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_the_rule_of_what_holds(said: list[Standing], random: object) -> None:
    held = judge(said)
    mixed = list(said)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert judge(mixed) == held
    if not said:
        assert (held.choice, held.state, held.answer) == (None, State.WITHDRAWN, Answer.UNKNOWN)
        return
    levels = list(Evidence)
    most = max(levels.index(each.evidence) for each in said)
    counting = [each for each in said if levels.index(each.evidence) == most]
    assert all(each.choice.strictness <= held.choice.strictness for each in counting)  # type: ignore[union-attr]
    assert held.choice in {each.choice for each in counting}
    assert (held.state is State.CONTESTED) == (len({each.party for each in counting}) > 1)
    if held.answer is Answer.PERMITTED:
        assert held.choice is Choice.ALLOW
        assert levels[most] is Evidence.VERIFIED
        assert held.state is State.STATED
    weaker = Standing("z", levels[most - 1], Choice.NOTHING, 99) if most else None
    if weaker:
        assert judge([*said, weaker]) == held


def test_records_are_found_with_receipts(ledger: Ledger, sender: Sender) -> None:
    signed = declared("a", contact="https://ada.example", codes="x" * 1000)
    sender.send(signed)
    (claim,) = ledger.record(signed.statement.record).claims  # type: ignore[union-attr]
    assert claim.signed == signed
    assert claim.receipt is not None
    check(claim.receipt, entry(claim.signed), ledger.key)
    assert ledger.find("sha256", sha("a")) == (claim,)
    assert ledger.record(work("unknown")).claims == ()
    assert ledger.work(work("unknown")).state is None


def test_what_is_personal_can_be_forgotten_and_every_proof_stays(ledger: Ledger, sender: Sender) -> None:
    signed = declared("a", contact="mailto:ada@example.org")
    (receipt,) = sender.send(signed).items
    record = signed.statement.record  # type: ignore[union-attr]
    assert ledger.forget(record) == 1
    assert ledger.forget(record) == 0
    (claim,) = ledger.record(record).claims
    assert claim.signed.enclosures == ()
    assert isinstance(receipt, Receipt)
    check(receipt, entry(claim.signed), ledger.key)
    assert ledger.fsck().sound


# ---- keys -------------------------------------------------------------------------------------------------------

OLD, NEW, SAFE, THIEF = key(), key("new"), key("safe"), key("thief")


def handed(by: str = "rotate", nth: int = 0, to: object = NEW, of: str = OLD.did, recovery: str = "") -> object:
    signer = {"rotate": OLD, "recover": SAFE}[by]
    return sign(
        Draft(rotation(seed=seed(by, nth), key=of, by=signer, successor=to, made=MADE, recovery=recovery)),  # type: ignore[arg-type]
        signer,
    )


def introduced() -> object:
    return sign(Draft(introduction(seed=seed("intro"), key=OLD.did, recovery=SAFE.did, made=MADE)), OLD)


def reason(sender: Sender, statement: object) -> Reason:
    (item,) = sender.send(statement).items  # type: ignore[arg-type]
    assert isinstance(item, Refusal), item
    return item.reason


def taken(sender: Sender, statement: object) -> None:
    (item,) = sender.send(statement).items  # type: ignore[arg-type]
    assert isinstance(item, Receipt), item


def test_a_new_key_speaks_for_the_old_ones_works(ledger: Ledger, sender: Sender) -> None:
    first = declared("a", choice=Choice.ALLOW)
    sender.send(first)
    change = declared("b", of="a", by=NEW, choice=Choice.ASK, supersedes=first.statement.record)  # type: ignore[union-attr]
    assert reason(sender, change) is Reason.NOT_YOURS
    taken(sender, handed())
    taken(sender, change)
    answer = ledger.work(work("a"))
    assert (answer.choice, answer.state) == (Choice.ASK, State.STATED)
    assert {claim.party for claim in answer.history} == {OLD.did}
    assert reason(sender, declared("c")) is Reason.KEY_ENDED
    assert reason(sender, handed(nth=1, to=key("third"))) is Reason.KEY_ENDED
    assert ledger.fsck().sound


def test_a_stolen_key_is_taken_back_with_the_recovery_key(sender: Sender) -> None:
    taken(sender, introduced())
    taken(sender, handed(nth=2, to=THIEF, recovery=key("thief's safe").did))
    taken(sender, handed("recover"))
    assert reason(sender, declared("x", by=THIEF)) is Reason.KEY_ENDED
    taken(sender, declared("y", by=NEW))
    back = rotation(seed=seed("back"), key=NEW.did, by=key("thief's safe"), successor=key("thief2"), made=MADE)
    assert reason(sender, sign(Draft(back), key("thief's safe"))) is Reason.NOT_YOURS


def test_a_recovery_key_must_be_the_one_named_first(sender: Sender) -> None:
    assert reason(sender, handed("recover")) is Reason.NOT_YOURS
    taken(sender, introduced())
    other = introduction(seed=seed("again"), key=OLD.did, recovery=THIEF.did, made=MADE)
    assert reason(sender, sign(Draft(other), OLD)) is Reason.NOT_YOURS
    taken(sender, handed("recover", recovery=key("safe 2").did))
    assert reason(sender, handed("recover", nth=1, to=key("third"))) is Reason.NOT_YOURS


def test_a_key_in_use_cannot_be_a_successor(sender: Sender) -> None:
    sender.send(declared("a", by=NEW))
    assert reason(sender, handed()) is Reason.KEY_ENDED


def test_a_revoked_key_signs_nothing_more_and_what_it_signed_stands(ledger: Ledger, sender: Sender) -> None:
    sender.send(declared("a"))
    taken(sender, sign(Draft(revocation(seed=seed("end"), key=OLD.did, by=OLD.did, made=MADE)), OLD))
    assert reason(sender, declared("b")) is Reason.KEY_ENDED
    assert ask(ledger, sha256=sha("a")).choice is Choice.SEARCH_ONLY


def test_a_hand_over_and_its_first_use_may_come_together(sender: Sender) -> None:
    answer = sender.send(handed(), declared("b", by=NEW), declared("c"))  # type: ignore[arg-type]
    assert [type(item) for item in answer.items] == [Receipt, Receipt, Refusal]


# ---- the index --------------------------------------------------------------------------------------------------


@given(st.integers(0, 2**32), st.integers(0, 3000), st.integers(0, 256))
@settings(derandomize=True, max_examples=25, deadline=None)
def test_every_answer_of_the_index_is_that_of_looking_at_each_code(random: int, count: int, radius: int) -> None:
    source = np.random.default_rng(random)
    codes = source.integers(0, 256, (count, 32), dtype=np.uint8)
    places = np.cumsum(source.integers(1, 5, count)).astype(np.int64)
    index = ScanIndex()
    half = count // 2
    index.add([(places[:half], codes[:half])], half)
    index.add([(places[half:], codes[half:])], count)
    index.remove(places[::7])
    asked = np.concatenate([codes[:2] ^ np.uint8(1), source.integers(0, 256, (1, 32), dtype=np.uint8)])
    kept = [at for at in range(count) if at % 7]
    hits = index.view().search(asked, radius)
    for number, code in enumerate(asked):
        distances = [(int.from_bytes(code) ^ int.from_bytes(codes[at])).bit_count() for at in kept]
        expected = sorted((d, int(places[at])) for at, d in zip(kept, distances, strict=True) if d <= radius)
        mine = hits.queries == number
        found = list(zip(hits.distances[mine].tolist(), hits.places[mine].tolist(), strict=True))
        assert found == expected
    assert index.covers == count
    assert len(index) == len(kept)


def test_no_crowd_of_nearer_ones_hides_a_match(ledger: Ledger, sender: Sender) -> None:
    sender.send(declared("true", medium=Medium.TEXT, iscc=iscc(flipped(70)), choice=Choice.NOTHING))
    crowd = [flipped(number % 60, BODY[::-1]) for number in range(90)]
    for number, body in enumerate(crowd):
        near = bytes(a ^ b ^ c for a, b, c in zip(body, BODY[::-1], BODY, strict=True))
        sender.send(declared(f"decoy {number}", medium=Medium.TEXT, iscc=iscc(near), choice=Choice.ALLOW))
    found = ask(ledger, sha256=sha("x"), iscc=iscc(BODY))
    assert work("true") in {match.work for match in found.matches}
    assert found.choice is Choice.NOTHING


def pictures(count: int) -> list[dict[str, str]]:
    """Codes of pictures that are more and less near to one another, in each of their codes."""
    source = np.random.default_rng(20261122)
    made = []
    for _ in range(count):
        bodies = [flipped(int(source.integers(0, 128))) for _ in range(3)]
        made.append({
            "phash256_v1": bodies[0].hex(), "pdq_v1": bodies[1].hex(), "iscc": iscc(bodies[2], Medium.IMAGE),
        })  # fmt: skip
    return made


def test_pictures_are_found_as_if_each_were_compared(ledger: Ledger, sender: Sender) -> None:
    """Whatever the index is asked for first: every work that is evidence is found, and no other."""
    known = pictures(60)
    sender.send(*(declared(f"p{at}", medium=Medium.IMAGE, **values) for at, values in enumerate(known)))
    matched = 0
    for values in pictures(70)[60:] + known[:10]:
        asked = Fingerprints(values, distinctive=True, medium=Medium.IMAGE)
        likenesses = [compare(asked, Fingerprints(each, distinctive=True, medium=Medium.IMAGE)) for each in known]
        found = ask(ledger, medium=Medium.IMAGE, **values)
        expected = {work(f"p{at}") for at, likeness in enumerate(likenesses) if likeness.evidence}
        assert {match.work for match in found.matches} == expected
        hints = [at for at, likeness in enumerate(likenesses) if likeness.kind != "none" and not likeness.evidence]
        assert {match.work for match in found.similar} <= {work(f"p{at}") for at in hints}
        assert len(found.similar) == min(20, len(hints))
        matched += len(expected)
    assert matched > 50


def test_hints_are_looked_for_only_where_that_costs_little(
    ledger: Ledger, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender.send(
        declared("same", medium=Medium.TEXT, iscc=iscc(flipped(80))),
        declared("like", medium=Medium.TEXT, iscc=iscc(flipped(90))),
    )
    assert [match.work for match in ask(ledger, iscc=iscc(BODY)).similar] == [work("like")]
    monkeypatch.setattr("artistguard.ledger.finding._LOOKS", 1)
    found = ask(ledger, iscc=iscc(BODY))
    assert [match.work for match in found.matches] == [work("same")]
    assert found.similar == ()
