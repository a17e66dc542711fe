"""Looking at files found anywhere: what they say, and which registered work they are, as far as that is proven."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import msgspec
import pytest

from artistguard.credentials.values import Standing
from artistguard.errors import Unreachable
from artistguard.jobs import check as checking
from artistguard.jobs.check import Finding, check
from artistguard.jobs.studio import EMBEDDED
from artistguard.messages import Answers, Found, How, Match, WorkAnswer
from artistguard.terms import Choice
from tests.suites.lying_registry import LyingRegistry
from tests.suites.registry_makers import Sender, declared, key, opened
from tests.suites.workshop import BOOK, FOX, LAYERS, LIGHTHOUSE, LIGHTHOUSE_SMALL, PHOTO, SAMPLES, Workshop, ignore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from artistguard.messages import Registry


def checked(shop: Workshop, *paths: Path) -> list[Finding]:
    return sorted(
        check(shop.studio, [str(path) for path in paths], [EMBEDDED], 1, ignore), key=lambda found: found.path
    )


@pytest.fixture
def liar(shop: Workshop) -> LyingRegistry:
    """The registry on this computer, with two works in it, about to lie."""
    shop.one(shop.put(LIGHTHOUSE))
    shop.one(shop.put(FOX))
    made = LyingRegistry(shop.ledger)
    shop.addresses[EMBEDDED] = made
    return made


def test_an_unknown_file_says_nothing(shop: Workshop) -> None:
    (found,) = checked(shop, shop.put(FOX))
    assert (found.choice, found.matches, found.protected, found.registry_error) == (None, (), False, None)
    assert found.distinctive
    assert shop.studio.store.identities.profiles() == ()


def test_a_stated_and_registered_file(shop: Workshop) -> None:
    fox = shop.put(FOX)
    outcome = shop.one(fox, Choice.NO_AI_TRAINING)
    (found,) = checked(shop, fox)
    assert (found.choice, found.work, found.contradictions) == (Choice.NO_AI_TRAINING, outcome.work, ())
    (match,) = found.matches
    assert (match.how, match.work, match.choice) == (How.EXACT, outcome.work, Choice.NO_AI_TRAINING)
    assert found.as_json()["matches"][0]["receipt"]["origin"] == shop.ledger.key.name


@pytest.mark.parametrize(("copy", "how"), [(LIGHTHOUSE, How.PAYLOAD), (LIGHTHOUSE_SMALL, How.SAME_WORK)])
def test_a_stripped_copy_is_recognised(shop: Workshop, tmp_path: Path, copy: Path, how: How) -> None:
    outcome = shop.one(shop.put(LIGHTHOUSE))
    shutil.copy(copy, tmp_path / copy.name)
    (found,) = checked(shop, tmp_path / copy.name)
    (match,) = found.matches
    assert (match.how, match.work, found.choice, found.protected) == (how, outcome.work, None, True)


def test_works_with_nothing_in_them_never_match(shop: Workshop) -> None:
    silent = shop.put(SAMPLES / "audio" / "wav" / "sox-silence.wav")
    other = shop.put(SAMPLES / "audio" / "flac" / "flac-silence.flac")
    shop.one(silent)
    stated, unstated = sorted(checked(shop, silent, other), key=lambda found: not found.matches)
    assert (stated.path, [match.how for match in stated.matches]) == (str(silent), [How.EXACT])
    assert (unstated.matches, unstated.similar) == ((), ())


def test_a_sidecar_speaks_for_its_file(shop: Workshop) -> None:
    layers = shop.put(LAYERS)
    shop.one(layers, Choice.ASK)
    (found,) = checked(shop, layers)
    assert found.choice is Choice.ASK
    assert all(stated.place.startswith(("sidecar ", "C2PA ")) for stated in found.statements)


def test_a_sidecar_that_disagrees_is_told(shop: Workshop) -> None:
    layers, photo = shop.put(LAYERS), shop.put(PHOTO)
    shop.one(layers, Choice.NOTHING)
    shop.one(photo, Choice.ALLOW)
    layers.with_name(layers.name + ".xmp").rename(photo.with_name(photo.name + ".xmp"))
    (found,) = checked(shop, photo)
    assert found.choice is Choice.NOTHING
    assert found.contradictions


def test_a_broken_sidecar_hides_nothing(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    shop.one(photo, Choice.ASK)
    photo.with_name(photo.name + ".xmp").write_bytes(b"<broken")
    (found,) = checked(shop, photo)
    assert found.choice is Choice.ASK
    assert [warning.code for warning in found.warnings] == ["damaged"]


def test_what_cannot_be_looked_at_is_told_among_the_others(shop: Workshop) -> None:
    shop.put(FOX, "a.png")
    (shop.folder / "b.png").write_bytes(b"nothing of the kind, but long enough")
    (shop.folder / "c.png").symlink_to("nowhere.png")
    assert [found.error.code if found.error else "" for found in checked(shop, shop.folder)] == [
        "",
        "damaged",
        "vanished",
    ]


def test_credentials_are_told(shop: Workshop) -> None:
    (found,) = checked(shop, shop.put(SAMPLES / "image" / "jpeg" / "hand-credentials.jpg"))
    assert found.credentials.standing is Standing.INVALID
    assert found.error is None


def test_a_registry_out_of_reach_leaves_what_the_file_says(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    shop.one(photo, Choice.ASK)

    def nobody(_: str) -> Registry:
        raise Unreachable("nobody answers")

    shop.studio.connect = nobody
    (found,) = checked(shop, photo)
    assert (found.choice, found.matches) == (Choice.ASK, ())
    assert found.registry_error is not None
    assert found.registry_error.code == "registry-unreachable"


def test_many_files_are_asked_about_in_portions(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "AT_ONCE", 2)
    for count in range(5):
        shop.put(BOOK, f"{count}.md")
    asked: list[int] = []

    def count_items(answers: Answers) -> Answers:
        asked.append(len(answers.items))
        return answers

    shop.addresses[EMBEDDED] = LyingRegistry(shop.ledger, checking=count_items)
    assert len(checked(shop, shop.folder)) == 5
    assert asked == [2, 2, 1]


def _each(change: Callable[[Match], Match]) -> Callable[[Answers], Answers]:
    def lie(answers: Answers) -> Answers:
        items = [msgspec.structs.replace(one, matches=tuple(map(change, one.matches))) for one in answers.items]
        return msgspec.structs.replace(answers, items=tuple(items))

    return lie


def _with(**other: object) -> Callable[[Answers], Answers]:
    return _each(lambda match: msgspec.structs.replace(match, **other))


NOWHERE = "urn:uuid:00000000-0000-4000-8000-000000000000"
LIES: dict[str, Callable[[Answers], Answers]] = {
    "no receipt": _with(receipt=None),
    "another work": _with(work=NOWHERE),
    "another record": _with(record=NOWHERE),
    "another place": _with(index=17),
    "a receipt for another leaf": _each(
        lambda match: msgspec.structs.replace(match, receipt=msgspec.structs.replace(match.receipt, leaf="0" * 64))
    ),
    "a receipt of another log": _each(
        lambda match: msgspec.structs.replace(match, receipt=msgspec.structs.replace(match.receipt, origin="x.example"))
    ),
    "too few answers": lambda answers: msgspec.structs.replace(answers, items=()),
    "too many answers": lambda answers: msgspec.structs.replace(answers, items=answers.items * 2),
    "no checkpoint": lambda answers: msgspec.structs.replace(answers, checkpoint=""),
    "no note": lambda answers: msgspec.structs.replace(answers, checkpoint="trust me"),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_lie_is_found_and_nothing_of_it_shown(
    shop: Workshop, liar: LyingRegistry, lie: Callable[[Answers], Answers]
) -> None:
    liar.checking = lie
    pins = shop.studio.store.pins.all()
    (found,) = checked(shop, shop.folder / FOX.name)
    assert (found.matches, found.similar) == ((), ())
    assert found.registry_error is not None
    assert found.registry_error.code == "registry-distrusted"
    assert found.choice is Choice.SEARCH_ONLY  # the file's own words stand
    assert shop.studio.store.pins.all() == pins


@pytest.mark.parametrize("how", [How.EXACT, How.PAYLOAD])
def test_a_true_statement_about_another_file_is_no_match(shop: Workshop, liar: LyingRegistry, how: How) -> None:
    (other,) = checked(shop, shop.folder / FOX.name)
    (match,) = other.matches
    false = msgspec.structs.replace(match, how=how)
    liar.checking = lambda answers: msgspec.structs.replace(answers, items=(Found(matches=(false,)),))
    (found,) = checked(shop, shop.folder / LIGHTHOUSE.name)
    assert found.matches == ()
    assert found.registry_error is not None
    assert found.registry_error.code == "registry-distrusted"


@pytest.mark.parametrize("how", [How.PAYLOAD, How.SAME_WORK, How.SIMILAR])
def test_no_registry_makes_a_silent_work_match(shop: Workshop, liar: LyingRegistry, how: How) -> None:
    (other,) = checked(shop, shop.folder / FOX.name)
    false = msgspec.structs.replace(other.matches[0], how=how)
    liar.checking = lambda answers: msgspec.structs.replace(answers, items=(Found(similar=(false,)),))
    (found,) = checked(shop, shop.put(SAMPLES / "audio" / "wav" / "sox-silence.wav"))
    assert found.similar == ()
    assert found.registry_error is not None


def test_a_match_out_of_another_history_is_refused(tmp_path: Path, shop: Workshop, liar: LyingRegistry) -> None:
    (tmp_path / "fork").mkdir()
    fork = opened(tmp_path / "fork", shop.clock)
    Sender(fork, shop.clock, key("bob")).send(declared("of bob", by=key("bob")))
    statements = shop.studio.store.catalogue.versions()
    from artistguard.claims.statement import parse

    kept = [shop.studio.store.catalogue.statement(version.record) for version in statements]
    Sender(fork, shop.clock, key("eve")).send(*(parse(each.signed) for each in kept if each))
    asked: list[Answers] = []

    def forged(answers: Answers) -> Answers:
        asked.append(answers)
        records = fork.work(answers.items[0].matches[0].work).history
        change = _each(lambda match: msgspec.structs.replace(match, index=records[0].index, receipt=records[0].receipt))
        return change(answers)

    liar.checking = forged
    liar.working = lambda answer: fork.work(answer.work)
    (found,) = checked(shop, shop.folder / FOX.name)
    assert asked
    assert found.matches == ()
    assert found.registry_error is not None
    fork.close()


def test_a_changed_statement_is_refused(shop: Workshop, liar: LyingRegistry) -> None:
    def tampered(answer: WorkAnswer) -> WorkAnswer:
        (claim,) = answer.history
        said = msgspec.structs.replace(claim.signed.statement, choice=Choice.ALLOW)
        signed = msgspec.structs.replace(claim.signed, statement=said)
        return msgspec.structs.replace(answer, history=(msgspec.structs.replace(claim, signed=signed),))

    liar.working = tampered
    (found,) = checked(shop, shop.folder / FOX.name)
    assert found.matches == ()
    assert found.registry_error is not None
    liar.working = lambda answer: msgspec.structs.replace(answer, history=())
    (found,) = checked(shop, shop.folder / FOX.name)
    assert found.matches == ()


def test_a_registry_with_another_key_is_not_asked(shop: Workshop, liar: LyingRegistry) -> None:
    liar.describing = lambda descriptor: msgspec.structs.replace(descriptor, key="x.example+00000000+AA==")
    (found,) = checked(shop, shop.folder / FOX.name)
    assert found.registry_error is not None
    assert found.registry_error.code == "registry-distrusted"
