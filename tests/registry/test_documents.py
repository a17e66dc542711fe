"""The examples of docs/protocol.md are real: they decode, their signatures hold, and every address is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

import msgspec
import pytest

from artistguard.claims.envelope import Submission, check_seal
from artistguard.claims.signing import verify
from artistguard.claims.statement import entry
from artistguard.messages import Answers, Descriptor, Problem, Question, Reason, Refusal, SubmissionAnswer
from artistguard.server.problems import STATUSES
from artistguard.transparency.checkpoint import NoteKey
from artistguard.transparency.receipt import Receipt, check
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = (ROOT / "docs" / "protocol.md").read_text("utf-8")
BLOCKS: Sequence[str] = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)

_T = TypeVar("_T")


def example(kind: type[_T], nth: int) -> _T:
    return msgspec.json.decode(BLOCKS[nth], type=kind)


def test_the_delivery_and_its_receipt_hold() -> None:
    key = NoteKey.parse(example(Descriptor, 0).key)
    submission = example(Submission, 1)
    check_seal(submission)
    (signed,) = submission.statements
    verify(signed)
    (receipt,) = example(SubmissionAnswer, 2).items
    assert isinstance(receipt, Receipt)
    assert check(receipt, entry(signed), key).size == 1


def test_question_answer_and_problem_are_of_their_types() -> None:
    assert len(example(Question, 3).items) == 1
    assert BLOCKS[4].count('"…"') == 3  # left out for brevity, so that it is no whole receipt
    msgspec.json.decode(re.sub(r'"receipt": \{[^}]*\}', '"receipt": null', BLOCKS[4]), type=Answers)
    problem = example(Problem, 5)
    assert problem.status == STATUSES[Reason(problem.code)]
    assert len(BLOCKS) == 6


def test_the_refusal_in_the_text_is_one() -> None:
    (text,) = re.findall(r'`(\{"type": "artistguard-refusal-v1".*?\})`', TEXT)
    assert msgspec.json.decode(text, type=Refusal).retry


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_told(reason: Reason) -> None:
    assert f"`{reason}`" in TEXT


def test_every_address_is_told() -> None:
    from artistguard.server.openapi import document

    for path in msgspec.json.decode(document())["paths"]:
        plain = path.replace("{level}", "<L>").replace("{tile}", "<N>")
        assert plain in TEXT, path
