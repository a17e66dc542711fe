"""Several people about one work: nobody is blocked, everybody is told, and less evidence changes nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.claims.signing import sign_batch
from artistguard.messages import Answer, Evidence, How, Item, Question, State
from artistguard.terms import Choice
from artistguard.transparency.receipt import Receipt
from tests.suites.registry_makers import Clock, Sender, declared, drafted, key, opened, sha, withdrawn, work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.ledger.ledger import Ledger
    from artistguard.messages import WorkAnswer

PEOPLE = ("ada", "bob", "eve")
LEVELS = list(Evidence)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = opened(tmp_path, origin="registry.example/log")
    yield made
    made.close()


def sender(ledger: Ledger, who: str = "ada") -> Sender:
    return Sender(ledger, Clock(), key(who))


def test_who_comes_second_is_told_and_registered_all_the_same(ledger: Ledger) -> None:
    first = declared("song", choice=Choice.ASK)
    sender(ledger).send(first)
    mine = declared("song", by=key("bob"), of="bob's song")
    answer = sender(ledger, "bob").send(declared("other", by=key("bob")), mine)
    assert [type(item) for item in answer.items] == [Receipt, Receipt]
    (conflict,) = answer.conflicts
    assert (conflict.item, conflict.work, conflict.record) == (1, work("song"), first.statement.record)  # type: ignore[union-attr]
    assert (conflict.how, conflict.similarity, conflict.index) == (How.EXACT, 1.0, 0)
    assert (conflict.evidence, conflict.choice) == (Evidence.UNVERIFIED, Choice.ASK)


def test_likeness_is_told_and_own_versions_are_not(ledger: Ledger) -> None:
    code = sha("code")
    sender(ledger).send(declared("a", pdq_v1=code, phash256_v1=code))
    mine = sender_of(ledger, "ada", 2).send(declared("b", of="a", pdq_v1=code, phash256_v1=code))
    assert mine.conflicts == ()
    answer = sender(ledger, "bob").send(declared("c", by=key("bob"), pdq_v1=code, phash256_v1=code))
    assert [(each.item, each.how) for each in answer.conflicts] == [(0, How.SAME_WORK)]


def test_who_was_first_is_never_told_of_who_came_later(ledger: Ledger) -> None:
    mine = declared("a")
    sender(ledger).send(mine)
    sender(ledger, "bob").send(declared("a", by=key("bob"), of="x"))
    assert Sender(ledger, Clock(), key("carrier")).send(mine).conflicts == ()


def test_who_takes_anothers_work_number_is_told_of_her(ledger: Ledger) -> None:
    sender(ledger).send(declared("a"))
    answer = sender(ledger, "eve").send(declared("a", by=key("eve"), choice=Choice.ALLOW))
    assert [each.work for each in answer.conflicts] == [work("a")]


def test_in_a_large_batch_the_very_file_is_told(ledger: Ledger) -> None:
    sender(ledger).send(declared("7"))
    batch = sign_batch([drafted(str(n), by=key("bob"), of=f"bob {n}") for n in range(100)], key("bob"))
    assert [each.item for each in sender(ledger, "bob").send(*batch).conflicts] == [7]


def test_what_was_taken_back_is_told_with_no_choice(ledger: Ledger) -> None:
    first = declared("a")
    sender(ledger).send(first, withdrawn(first))
    (conflict,) = sender(ledger, "bob").send(declared("a", by=key("bob"), of="b")).conflicts
    assert conflict.choice is None


# ---- laws over random histories ------------------------------------------------------------------------------------

acts = st.sampled_from(["declare", "change", "withdraw"])
said = st.tuples(st.sampled_from(PEOPLE), acts, st.sampled_from(list(Choice)))
histories = st.lists(said, max_size=12)
standing = st.fixed_dictionaries({who: st.sampled_from(LEVELS) for who in PEOPLE})


def tell(ledger: Ledger, history: list[tuple[str, str, Choice]], known: dict[str, Evidence], start: int = 0) -> None:
    """Everybody says her part about one file, under one work number."""
    latest: dict[str, str] = {}
    statements = {}
    for number, (who, act, choice) in enumerate(history, start):
        before = latest.get(who, "")
        if act == "withdraw" and before:
            sender_of(ledger, who, number).send(withdrawn(statements[before], by=key(who)))
            latest.pop(who)
            continue
        supersedes = before if act == "change" else ""
        signed = declared("it", by=key(who), choice=choice, supersedes=supersedes, nth=number)
        answer = sender_of(ledger, who, number).send(signed)
        assert isinstance(answer.items[0], Receipt)  # nobody is ever blocked
        record = signed.statement.record  # type: ignore[union-attr]
        latest[who], statements[record] = record, signed
    for who, evidence in known.items():
        ledger.vouch(key(who).did, evidence)


def sender_of(ledger: Ledger, who: str, number: int) -> Sender:
    made = Sender(ledger, Clock(), key(who))
    made.sent = number * 10
    return made


def outcome(ledger: Ledger) -> tuple[Choice | None, State | None, Answer]:
    found: WorkAnswer = ledger.work(work("it"))
    (checked,) = ledger.check(Question((Item({"sha256": sha("it")}),))).items
    if checked.matches:
        assert (checked.choice, checked.state, checked.answer) == (found.choice, found.state, found.answer)
    return found.choice, found.state, found.answer


@given(histories, standing)
@settings(derandomize=True, max_examples=25, deadline=None)
def test_permitted_only_where_somebody_verified_allows_and_nobody_equal_says_otherwise(
    history: list[tuple[str, str, Choice]], known: dict[str, Evidence]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ledger = opened(Path(folder), origin="registry.example/log")
        tell(ledger, history, known)
        choice, state, answer = outcome(ledger)
        ledger.close()
    if answer is Answer.PERMITTED:
        assert Evidence.VERIFIED in known.values()
        assert (choice, state) == (Choice.ALLOW, State.STATED)
    if state is State.CONTESTED:
        assert answer is not Answer.PERMITTED
    assert (answer is Answer.RESERVED) == (choice not in {None, Choice.ALLOW})


@given(histories, st.lists(st.tuples(st.just("eve"), acts, st.sampled_from(list(Choice))), max_size=8))
@settings(derandomize=True, max_examples=25, deadline=None)
def test_whoever_is_known_less_changes_no_answer_of_somebody_verified(
    before: list[tuple[str, str, Choice]], after: list[tuple[str, str, Choice]]
) -> None:
    known = {"ada": Evidence.VERIFIED, "bob": Evidence.VOUCHED, "eve": Evidence.UNVERIFIED}
    with tempfile.TemporaryDirectory() as folder:
        ledger = opened(Path(folder), origin="registry.example/log")
        sender_of(ledger, "ada", 900).send(declared("it", choice=Choice.ASK, nth=900))
        tell(ledger, [each for each in before if each[0] != "ada"], known)
        first = outcome(ledger)
        tell(ledger, after, known, start=100)
        assert outcome(ledger) == first == (Choice.ASK, State.STATED, Answer.RESERVED)
        ledger.close()


@given(histories)
@settings(derandomize=True, max_examples=25, deadline=None)
def test_among_equals_the_most_protective_choice_holds(history: list[tuple[str, str, Choice]]) -> None:
    known = dict.fromkeys(PEOPLE, Evidence.VERIFIED)
    last: dict[str, Choice | None] = {}
    for who, act, choice in history:
        last[who] = None if act == "withdraw" and last.get(who) else choice
    # A declaration beside an older one that was not replaced leaves the older one standing when it is taken back.
    if any(act == "declare" for _, act, _ in history[1:]) and any(act == "withdraw" for _, act, _ in history):
        return
    with tempfile.TemporaryDirectory() as folder:
        ledger = opened(Path(folder), origin="registry.example/log")
        tell(ledger, history, known)
        choice, state, _ = outcome(ledger)
        ledger.close()
    standing_now = [each for each in last.values() if each is not None]
    assert choice == max(standing_now, key=lambda each: each.strictness, default=None)
    assert (state is State.CONTESTED) == (len(standing_now) > 1)
