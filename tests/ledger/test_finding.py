"""What else an item can be found by: BLAKE3, and the address where it was."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import blake3
import msgspec
import pytest

from artistguard.claims.drafting import Draft
from artistguard.claims.locations import LOCATION, digest_of
from artistguard.claims.signing import sign
from artistguard.fingerprints.iscc import bits_of, instance_code, of_file
from artistguard.messages import Answer, How, Item, Question
from tests.suites.registry_makers import Clock, Sender, declared, drafted, key, opened, sha, work

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.messages import Found

FILE = b"any file at all" * 500
INSTANCE = of_file(io.BytesIO(FILE))["iscc-instance"]
DIGEST = blake3.blake3(FILE).hexdigest()


@pytest.fixture
def sender(tmp_path: Path) -> Sender:
    clock = Clock()
    return Sender(opened(tmp_path, clock), clock)


def found(sender: Sender, item: Item) -> Found:
    return sender.ledger.check(Question((item,))).items[0]


def test_an_instance_code_is_a_blake3() -> None:
    assert instance_code(DIGEST) == INSTANCE
    assert bits_of(INSTANCE).hex() == DIGEST
    for odd in ("", "00", "zz" * 32, DIGEST[:-2]):
        assert instance_code(odd) == ""


@pytest.mark.parametrize(
    "values", [{"blake3": DIGEST}, {"iscc-instance": INSTANCE}, {"blake3": DIGEST, "sha256": sha("x")}]
)
def test_the_very_file_by_its_blake3(sender: Sender, values: dict[str, str]) -> None:
    sender.send(declared("silent", distinctive=False, **{"iscc-instance": INSTANCE}))
    (match,) = found(sender, Item(values)).matches
    assert (match.work, match.how, match.codes) == (work("silent"), How.EXACT, "iscc-instance")


def test_another_blake3_is_another_file(sender: Sender) -> None:
    sender.send(declared("a", **{"iscc-instance": INSTANCE}))
    for values in ({"blake3": sha("x")}, {"blake3": "nonsense"}, {"blake3": DIGEST, "iscc-instance": "ISCC:X"}):
        assert found(sender, Item(values)) == found(sender, Item())


def test_an_address_hints_and_proves_nothing(sender: Sender) -> None:
    draft = drafted("a")
    told = msgspec.structs.replace(draft.statement, extensions={LOCATION: digest_of("https://ada.example/prints")})
    sender.send(sign(Draft(told), key()), declared("b"))
    here = found(sender, Item(url="https://ada.example/prints/1.jpg"))
    assert (here.matches, here.answer) == ((), Answer.UNKNOWN)
    (hint,) = here.similar
    assert (hint.work, hint.how, hint.codes, hint.answer) == (work("a"), How.SIMILAR, LOCATION, Answer.RESERVED)
    assert found(sender, Item(url="https://ada.example/")).similar == ()
    both = found(sender, Item({"sha256": sha("a")}, url="https://ada.example/prints"))
    assert [match.how for match in both.matches] == [How.EXACT]
    assert both.similar == ()
    assert sender.ledger.fsck().sound


def test_a_digest_of_an_address_is_no_fingerprint(sender: Sender) -> None:
    sender.send(declared("a", location=digest_of("https://ada.example")))
    assert found(sender, Item({LOCATION: digest_of("https://ada.example")})) == found(sender, Item())
