"""The same tests against every kind of registry: the one in this process, and one over HTTP."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING

import msgspec
import pytest

from artistguard.claims.envelope import seal
from artistguard.claims.rotation import introduction
from artistguard.claims.signing import sign, sign_batch, verify
from artistguard.claims.statement import Draft, entry
from artistguard.errors import Refused, Unreachable
from artistguard.messages import Answer, How, Item, Question, Reason, Refusal, State
from artistguard.terms import Choice
from artistguard.transparency.checkpoint import NoteKey, check_growth, decode64, open_checkpoint
from artistguard.transparency.receipt import Receipt, check
from artistguard.works import Medium
from tests.suites.registry_makers import MADE, Clock, declared, drafted, key, seed, sha, withdrawn, work

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from artistguard.claims.envelope import Submission
    from artistguard.claims.keys import PrivateKey
    from artistguard.claims.statement import SignedStatement
    from artistguard.messages import Found, Registry, SubmissionAnswer

PHASH = "8f373714acfcf4d0"


@dataclass
class Counter:
    """A registry, and somebody at its counter with a fresh envelope for every delivery.

    Attributes:
        registry: Whichever.
        clock: Its own.
        taken: How many envelopes were used.
    """

    registry: Registry
    clock: Clock
    taken: int = 0
    key: NoteKey = field(init=False)

    def __post_init__(self) -> None:
        self.key = NoteKey.parse(self.registry.describe().key)

    def envelope(
        self,
        statements: Sequence[SignedStatement],
        *,
        by: PrivateKey | None = None,
        origin: str = "",
        at: datetime | None = None,
    ) -> Submission:
        self.taken += 1
        moment = (at or self.clock()).strftime("%Y-%m-%dT%H:%M:%SZ")
        nonce = seed("counter", self.taken)[:16]
        return seal(statements, by or key(), origin=origin or self.key.name, time=moment, nonce=nonce)

    def send(self, *statements: SignedStatement) -> SubmissionAnswer:
        return self.registry.submit(self.envelope(statements))

    def receipts(self, *statements: SignedStatement) -> list[Receipt]:
        items = self.send(*statements).items
        assert all(isinstance(item, Receipt) for item in items), items
        return list(items)  # type: ignore[arg-type]

    def refusal(self, *statements: SignedStatement) -> Refusal:
        item = self.send(*statements).items[-1]
        assert isinstance(item, Refusal)
        return item

    def look(self, *, distinctive: bool = True, medium: Medium | None = Medium.IMAGE, **fingerprints: str) -> Found:
        question = Question((Item(fingerprints, distinctive, medium),), receipts=True)
        (found,) = self.registry.check(question).items
        return found


class RegistrySuite:
    """Subclass it with a fixture `counter` over an empty registry that nobody else uses."""

    def test_says_what_it_is(self, counter: Counter) -> None:
        descriptor = counter.registry.describe()
        assert descriptor.origin == counter.key.name
        assert descriptor.limits.window_seconds == 600
        assert open_checkpoint(counter.registry.checkpoint(), counter.key).size == 0
        assert counter.registry.entries(0, 256) == ()

    def test_every_statement_gets_a_receipt_that_holds(self, counter: Counter) -> None:
        statements = [declared(str(number)) for number in range(12)]
        answer = counter.send(*statements)
        assert [item.index for item in answer.items if isinstance(item, Receipt)] == list(range(12))
        for item, signed in zip(answer.items, statements, strict=True):
            assert isinstance(item, Receipt)
            assert check(item, entry(signed), counter.key).size == 12
        assert open_checkpoint(answer.checkpoint, counter.key).size == 12
        assert counter.registry.entries(0, 12) == tuple(map(entry, statements))

    def test_a_batch_under_one_signature(self, counter: Counter) -> None:
        statements = sign_batch([drafted(str(number)) for number in range(30)], key())
        receipts = counter.receipts(*statements)
        for receipt, signed in zip(receipts, statements, strict=True):
            check(receipt, entry(signed), counter.key)
        (claim,) = counter.registry.record(statements[7].statement.record).claims  # type: ignore[union-attr]
        verify(claim.signed)

    def test_sent_again_keeps_its_place(self, counter: Counter) -> None:
        (first,) = counter.receipts(declared("a"))
        counter.receipts(declared("b"))
        counter.clock.forward(days=3)
        (again,) = counter.receipts(declared("a"))
        assert (again.index, again.received) == (first.index, first.received)
        assert len(counter.registry.entries(0, 9)) == 2

    def test_an_envelope_sent_twice_is_answered_twice_and_taken_once(self, counter: Counter) -> None:
        envelope = counter.envelope([declared("a")])
        assert counter.registry.submit(envelope) == counter.registry.submit(envelope)
        assert len(counter.registry.entries(0, 9)) == 1
        counter.taken -= 1
        with pytest.raises(Refused, match="another delivery"):
            counter.registry.submit(counter.envelope([declared("b")]))

    def test_an_envelope_for_another_registry_is_refused(self, counter: Counter) -> None:
        with pytest.raises(Refused, match="the delivery is for elsewhere"):
            counter.registry.submit(counter.envelope([declared("a")], origin="elsewhere.example/log"))
        assert counter.registry.entries(0, 1) == ()

    @pytest.mark.parametrize("minutes", [-11, 11])
    def test_an_envelope_of_another_time_is_refused(self, counter: Counter, minutes: int) -> None:
        late = counter.envelope([declared("a")], at=counter.clock() + timedelta(minutes=minutes))
        with pytest.raises((Refused, Unreachable), match="minutes apart"):
            counter.registry.submit(late)

    def test_a_broken_seal_is_refused(self, counter: Counter) -> None:
        envelope = counter.envelope([declared("a"), declared("b")])
        swapped = msgspec.structs.replace(envelope, statements=envelope.statements[::-1])
        with pytest.raises(Refused, match="envelope"):
            counter.registry.submit(swapped)
        other = counter.envelope([declared("a"), declared("b")])
        with pytest.raises(Refused, match="signature of the envelope"):
            counter.registry.submit(msgspec.structs.replace(envelope, signature=other.signature))

    def test_a_false_signature_is_refused_and_the_others_are_taken(self, counter: Counter) -> None:
        good, bad = declared("a"), declared("b")
        forged = msgspec.structs.replace(bad, signature=good.signature)
        taken, refused = counter.send(good, forged).items
        assert isinstance(taken, Receipt)
        assert isinstance(refused, Refusal)
        assert refused.reason is Reason.SIGNATURE
        assert len(counter.registry.entries(0, 9)) == 1

    def test_a_record_is_used_once_and_changed_by_its_creator_only(self, counter: Counter) -> None:
        first = declared("a")
        counter.receipts(first)
        mallory = key("mallory")
        assert counter.refusal(withdrawn(first, by=mallory)).reason is Reason.NOT_YOURS
        twice = sign(Draft(msgspec.structs.replace(first.statement, made="2026-11-22T11:00:01Z")), key())
        assert counter.refusal(twice).reason is Reason.RECORD_USED

    def test_the_very_file_and_its_content(self, counter: Counter) -> None:
        payload = sha("pixels")
        signed = declared("a", payload_sha256=payload)
        counter.receipts(signed)
        (match,) = counter.look(sha256=sha("a")).matches
        assert (match.how, match.similarity, match.work) == (How.EXACT, 1.0, work("a"))
        assert match.receipt is not None
        check(match.receipt, entry(signed), counter.key)
        (match,) = counter.look(payload_sha256=payload).matches
        assert match.how is How.PAYLOAD
        assert counter.look(payload_sha256=payload, distinctive=False).matches == ()
        assert counter.look(sha256=sha("b")) == msgspec.convert({}, type(counter.look(sha256=sha("c"))))

    def test_something_alike(self, counter: Counter) -> None:
        code = "ISCC:" + iscc_image(hashlib.sha256(b"picture").digest())
        counter.receipts(declared("a", iscc=code, phash64_v1=PHASH))
        found = counter.look(iscc=code, phash64_v1=PHASH)
        hits = (*found.matches, *found.similar)
        assert [hit.work for hit in hits] == [work("a")]
        assert counter.look(iscc=code, phash64_v1=PHASH, distinctive=False).matches == ()

    def test_many_items_keep_their_order(self, counter: Counter) -> None:
        counter.receipts(*(declared(str(number)) for number in range(0, 40, 2)))
        question = Question(tuple(Item({"sha256": sha(str(number))}) for number in range(40)))
        answers = counter.registry.check(question).items
        assert [bool(found.matches) for found in answers] == [number % 2 == 0 for number in range(40)]

    def test_changed_and_taken_back(self, counter: Counter) -> None:
        first = declared("a")
        second = declared("a", choice=Choice.NOTHING, supersedes=first.statement.record)  # type: ignore[union-attr]
        counter.receipts(first, second)
        now = counter.registry.work(work("a"))
        assert (now.choice, now.state, now.answer) == (Choice.NOTHING, State.STATED, Answer.RESERVED)
        assert [claim.state for claim in now.history] == [State.WITHDRAWN, State.STATED]
        counter.receipts(withdrawn(second))
        gone = counter.registry.work(work("a"))
        assert (gone.choice, gone.state, gone.answer) == (None, State.WITHDRAWN, Answer.UNKNOWN)
        assert len(gone.history) == 3

    def test_where_a_licence_is_offered(self, counter: Counter) -> None:
        offered = declared("a", choice=Choice.ASK, licence="https://ada.example/licence")
        counter.receipts(
            offered, declared("b", choice=Choice.ASK), declared("c", licence="https://ada.example/licence")
        )
        found = {name: counter.look(sha256=sha(name)).matches[0] for name in "abc"}
        assert [found[name].offer for name in "abc"] == ["https://ada.example/licence", "", ""]
        assert found["a"].answer is Answer.RESERVED
        assert counter.registry.work(work("a")).offer == "https://ada.example/licence"
        # Whose offer holds is not for the registry to say where two of equal standing claim the work.
        counter.receipts(declared("a", by=key("bob"), choice=Choice.ASK, licence="https://bob.example/buy"))
        assert counter.registry.work(work("a")).offer == ""
        counter.receipts(withdrawn(offered))
        assert counter.look(sha256=sha("a")).matches[0].offer == "https://bob.example/buy"

    def test_two_people_about_one_work(self, counter: Counter) -> None:
        counter.receipts(declared("a", choice=Choice.ALLOW))
        counter.receipts(declared("a", by=key("bob"), choice=Choice.SEARCH_ONLY))
        held = counter.registry.work(work("a"))
        assert (held.state, held.choice) == (State.CONTESTED, Choice.SEARCH_ONLY)

    def test_what_is_enclosed_comes_back(self, counter: Counter) -> None:
        signed = declared("a", contact="https://ada.example/ask")
        counter.receipts(signed)
        (claim,) = counter.registry.record(signed.statement.record).claims  # type: ignore[union-attr]
        assert claim.signed == signed
        assert claim.receipt is not None
        check(claim.receipt, entry(signed), counter.key)

    def test_keys_are_stated_too(self, counter: Counter) -> None:
        ada = key()
        named = introduction(seed=seed("intro"), key=ada.did, recovery=key("paper").did, made=MADE)
        receipts = counter.receipts(sign(Draft(named), ada), declared("a"))
        assert [receipt.index for receipt in receipts] == [0, 1]

    def test_the_unknown_is_an_answer(self, counter: Counter) -> None:
        nothing = counter.registry.work(work("nowhere"))
        assert (nothing.state, nothing.answer, nothing.history) == (None, Answer.UNKNOWN, ())
        assert counter.registry.record(work("nowhere")).claims == ()

    def test_growth_between_every_two_sizes(self, counter: Counter) -> None:
        notes = [counter.registry.checkpoint()]
        notes += [counter.send(declared(str(number))).checkpoint for number in range(9)]
        for old, new in combinations_with_replacement(range(len(notes)), 2):
            path = [decode64(step, "step") for step in counter.registry.growth(old, new).path]
            check_growth(open_checkpoint(notes[old], counter.key), open_checkpoint(notes[new], counter.key), path)
        for never in ((9, 10), (10**18, 10**18), (-1, 9), (5, 4)):
            with pytest.raises(Refused):
                counter.registry.growth(*never)

    def test_entries_by_any_range(self, counter: Counter) -> None:
        statements = sign_batch([drafted(str(number)) for number in range(530)], key())
        counter.receipts(*statements)
        whole = tuple(map(entry, statements))
        for start, end in [
            (0, 1),
            (0, 256),
            (200, 400),
            (255, 257),
            (511, 513),
            (520, 900),
            (530, 540),
            (9, 3),
            (-5, 4),
        ]:
            begin = max(0, start)
            assert counter.registry.entries(start, end) == whole[begin : max(begin, min(end, begin + 256))]

    def test_many_at_once_make_one_log(self, counter: Counter) -> None:
        envelopes = [counter.envelope([declared(f"{at} {n}") for n in range(3)]) for at in range(24)]
        with ThreadPoolExecutor(8) as threads:
            answers = list(threads.map(counter.registry.submit, envelopes))
        places = [item.index for answer in answers for item in answer.items if isinstance(item, Receipt)]
        assert sorted(places) == list(range(72))
        for envelope, answer in zip(envelopes, answers, strict=True):
            for item, signed in zip(answer.items, envelope.statements, strict=True):
                assert isinstance(item, Receipt)
                check(item, entry(signed), counter.key)


def iscc_image(body: bytes) -> str:
    """A 256-bit Content-Code Image of ISO 24138: header, then the body, in base 32 without padding."""
    import base64

    return base64.b32encode(bytes([0x21, 0x07]) + body).decode().rstrip("=")
