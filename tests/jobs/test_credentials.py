"""Content credentials of what is protected: signed last, inside or beside, and never at the cost of a file."""

from __future__ import annotations

import io
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from artistguard.credentials import library, signing
from artistguard.credentials.reading import examine
from artistguard.credentials.values import Place, Standing
from artistguard.errors import CannotEmbed, Damaged
from artistguard.formats.table import by_extension
from artistguard.jobs import crediting
from artistguard.jobs import protect as protecting
from artistguard.jobs.check import check
from artistguard.jobs.crew import CRASHED, Crew
from artistguard.jobs.drafting import Order
from artistguard.jobs.outcome import Status
from artistguard.jobs.planning import Request
from artistguard.jobs.protect import protect
from artistguard.jobs.put_back import put_back
from artistguard.jobs.survey import SurveyOrder, survey
from artistguard.terms import Choice, Declaration
from tests.suites import credentialed
from tests.suites.artworks import picture
from tests.suites.declarations import inscription
from tests.suites.workshop import BOOK, FOX, LAYERS, PHOTO, PICTURE, SAMPLES, SONG, ignore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.credentials.values import Credentials
    from artistguard.jobs.check import Finding
    from artistguard.jobs.outcome import Outcome
    from tests.suites.workshop import Workshop

OGG = SAMPLES / "audio" / "ogg" / "oggenc-tags.ogg"
FLAC = SAMPLES / "audio" / "flac" / "flac-tags-cover.flac"
INSIDE, BESIDE = (PHOTO, PICTURE, SONG), (OGG, FLAC, BOOK, LAYERS)
"""A few of both kinds; every format is asked in tests/formats/test_everywhere.py."""
SLICE = int(os.environ.get("ARTISTGUARD_SIGNED", "8"))
"""How many different pictures are signed; .ci/long signs a thousand."""


def stated(shop: Workshop, *paths: Path, credentials: bool | None = None, **how: object) -> dict[str, Outcome]:
    request = Request(tuple(map(str, paths)), Declaration(name="Zoë Ünal"), registries=(), credentials=credentials)
    return {Path(each.path).name: each for each in protect(shop.studio, replace(request, **how), ignore)}  # type: ignore[arg-type]


def one(shop: Workshop, path: Path, choice: Choice = Choice.SEARCH_ONLY, **how: object) -> Outcome:
    return stated(shop, path, declaration=Declaration(choice, name="Zoë Ünal"), **how)[path.name]


def checked(shop: Workshop, *paths: Path) -> Iterator[Finding]:
    """As `check` tells it: a process is started for them."""
    return check(shop.studio, [str(path) for path in paths], [], 1, ignore)


def held(shop: Workshop, path: Path) -> Credentials:
    """The same of one file, without."""
    beside = Path(f"{path}.c2pa")
    mime = by_extension(path.suffix[1:]).types[0].mime
    lying = beside.read_bytes() if beside.exists() else None
    return examine(io.BytesIO(path.read_bytes()), mime, lying, shop.studio.store.certificates.chains())


def manifests(path: Path, mime: str) -> list[dict[str, object]]:
    """Every manifest in a file, the oldest first, as the reference implementation tells them."""
    c2pa = library.load()
    with c2pa.Reader(mime, io.BytesIO(path.read_bytes())) as reader:
        told = json.loads(reader.json())
    assert told["validation_state"] == "Valid"
    return list(told["manifests"].values())


def state(shop: Workshop) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in shop.folder.iterdir()}


def test_they_go_inside_or_beside_and_hold_for_whoever_checks(shop: Workshop) -> None:
    works = [shop.put(sample) for sample in (*INSIDE, *BESIDE)]
    told = stated(shop, *works)
    assert {told[path.name].credentials for path in INSIDE} == {Place.INSIDE}
    assert {told[path.name].credentials for path in BESIDE} == {Place.BESIDE}
    assert {each.status for each in told.values()} == {Status.PROTECTED}
    for work in works:
        assert Path(f"{work}.c2pa").exists() == (told[work.name].credentials is Place.BESIDE)
        assert {"cawg", "c2pa"} <= {each.layer for each in told[work.name].layers}
    for found in checked(shop, *works):
        assert found.credentials.standing is Standing.VALID, found
        assert found.credentials.sentences[-1] == "Signed by you, as Zoë Ünal."
        assert found.choice is Choice.SEARCH_ONLY
        assert not found.contradictions
    assert shop.hidden() == []


def test_a_rehearsal_tells_the_same_and_makes_neither_key_nor_certificate(shop: Workshop) -> None:
    works = [shop.put(sample) for sample in (PHOTO, OGG, LAYERS)]
    rehearsed = stated(shop, *works, dry_run=True)
    assert not shop.told
    assert shop.studio.store.certificates.chains() == ()
    made = stated(shop, *works)
    for name, each in made.items():
        assert rehearsed[name].credentials is each.credentials
        assert set(rehearsed[name].layers) == set(each.layers)
        assert each.as_json()["credentials"] == str(each.credentials)


def test_undo_brings_back_every_byte_and_takes_away_what_lies_beside(shop: Workshop) -> None:
    works = [shop.put(sample) for sample in (PHOTO, SONG, OGG, LAYERS)]
    before = state(shop)
    stated(shop, *works)
    stated(shop, *works, declaration=Declaration(Choice.NOTHING))
    assert not [each.error for each in put_back(shop.studio, [], everything=True) if each.error]
    assert state(shop) == before


def test_copies_have_theirs_beside_them_and_the_originals_nothing(shop: Workshop) -> None:
    work = shop.put(OGG)
    out = shop.folder.parent / "out"
    told = one(shop, work, out=str(out))
    assert told.credentials is Place.BESIDE
    assert sorted(path.name for path in out.iterdir()) == [OGG.name, f"{OGG.name}.c2pa"]
    assert [path.name for path in shop.folder.iterdir()] == [OGG.name]
    assert held(shop, out / OGG.name).standing is Standing.VALID
    assert one(shop, work, out=str(out)).status is Status.UNCHANGED


def test_the_same_again_writes_nothing(shop: Workshop) -> None:
    works = [shop.put(sample) for sample in (PHOTO, OGG, LAYERS)]
    stated(shop, *works)
    before = state(shop)
    again = stated(shop, *works)
    assert {each.status for each in again.values()} == {Status.UNCHANGED}
    assert {each.credentials for each in again.values()} == {Place.INSIDE, Place.BESIDE}
    assert all({"cawg", "c2pa"} <= {layer.layer for layer in each.layers} for each in again.values())
    assert state(shop) == before


def test_credentials_that_were_taken_away_from_beside_a_file_are_made_again(shop: Workshop) -> None:
    work = shop.put(OGG)
    one(shop, work)
    Path(f"{work}.c2pa").unlink()
    assert one(shop, work, credentials=False).status is Status.UNCHANGED
    assert one(shop, work).status is Status.PROTECTED
    assert Path(f"{work}.c2pa").exists()


def test_another_choice_is_signed_anew_over_the_former_file(shop: Workshop) -> None:
    work = shop.put(PHOTO)
    one(shop, work)
    assert len(manifests(work, "image/jpeg")) == 1
    assert one(shop, work, Choice.ALLOW).credentials is Place.INSIDE
    assert len(manifests(work, "image/jpeg")) == 2
    found = held(shop, work)
    assert (found.standing, {each.choice for each in found.statements}) == (Standing.VALID, {Choice.ALLOW})


def test_without_first_and_with_later_signs_and_the_other_way_round_changes_nothing(shop: Workshop) -> None:
    work = shop.put(PHOTO)
    assert one(shop, work, credentials=False).credentials is None
    assert held(shop, work).standing is Standing.ABSENT
    assert one(shop, work, credentials=False).status is Status.UNCHANGED
    assert one(shop, work).credentials is Place.INSIDE
    before = state(shop)
    assert one(shop, work, credentials=False).status is Status.UNCHANGED
    assert state(shop) == before


def test_the_setting_holds_where_nothing_is_asked(shop: Workshop) -> None:
    shop.studio.store.settings.set("credentials", "no")
    assert one(shop, shop.put(PHOTO)).credentials is None
    assert not shop.studio.store.certificates.chains()
    assert one(shop, shop.put(PICTURE), credentials=True).credentials is Place.INSIDE


def test_flac_goes_inside_where_that_is_set(shop: Workshop) -> None:
    shop.studio.store.settings.set("credentials.flac", "inside")
    work = shop.put(FLAC)
    assert one(shop, work).credentials is Place.INSIDE
    assert [path.name for path in shop.folder.iterdir()] == [FLAC.name]
    assert held(shop, work).standing is Standing.VALID


def test_what_somebody_else_signed_stays_as_the_parent(shop: Workshop) -> None:
    work = shop.put(FOX)
    work.write_bytes(credentialed.embedded(work.read_bytes(), "image/png", name="A Camera"))
    assert one(shop, work).credentials is Place.INSIDE
    theirs, ours = sorted(manifests(work, "image/png"), key=lambda each: "A Camera" not in json.dumps(each))
    (parent,) = ours["ingredients"]  # type: ignore[misc]
    assert parent["relationship"] == "parentOf"
    assert parent["active_manifest"] == theirs["label"]
    assert held(shop, work).sentences[-1] == "Signed by you, as Zoë Ünal."


def test_what_somebody_else_signed_is_not_touched_where_no_credentials_are_wanted(shop: Workshop) -> None:
    work = shop.put(FOX)
    signed = credentialed.embedded(work.read_bytes(), "image/png")
    work.write_bytes(signed)
    told = one(shop, work, credentials=False)
    assert (told.credentials, told.sidecar) == (None, f"{work}.xmp")
    assert [warning.code for warning in told.warnings] == ["cannot-embed"]
    assert work.read_bytes() == signed
    assert held(shop, work).standing is Standing.VALID
    assert "nobody known here vouches" in held(shop, work).sentences[-1]


def test_what_lay_beside_a_file_becomes_the_parents_and_comes_back(shop: Workshop) -> None:
    work = shop.put(PHOTO)
    lying = Path(f"{work}.c2pa")
    lying.write_bytes(credentialed.beside(work.read_bytes(), name="A Camera"))
    before = state(shop)
    assert one(shop, work).credentials is Place.BESIDE
    assert b"A Camera" in lying.read_bytes()
    assert lying.read_bytes() != before[lying.name]
    assert held(shop, work).sentences[-1] == "Signed by you, as Zoë Ünal."
    assert not [each.error for each in put_back(shop.studio, [str(work)]) if each.error]
    assert state(shop) == before


@pytest.mark.parametrize("content", [b"", b"no credentials at all"], ids=["empty", "odd"])
def test_what_lies_beside_a_file_and_cannot_be_read_is_left_alone(shop: Workshop, content: bytes) -> None:
    work = shop.put(PHOTO)
    lying = Path(f"{work}.c2pa")
    lying.write_bytes(content)
    told = one(shop, work)
    assert (told.status, told.credentials) == (Status.PROTECTED, None)
    assert told.sidecar == f"{work}.xmp"
    assert (work.read_bytes(), lying.read_bytes()) == (PHOTO.read_bytes(), content)
    assert one(shop, work).status is Status.UNCHANGED


def test_where_signing_inside_fails_they_lie_beside_and_the_reason_is_told(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object, target: io.BytesIO, *__: object) -> None:
        target.write(b"half of it")
        raise CannotEmbed("The library broke.")

    monkeypatch.setattr(signing, "embed", broken)
    work = shop.put(PHOTO)
    told = one(shop, work)
    assert (told.status, told.credentials) == (Status.PROTECTED, Place.BESIDE)
    assert [(warning.code, "The library broke." in warning.message) for warning in told.warnings] == [
        ("credentials-beside", True)
    ]
    assert held(shop, work).standing is Standing.VALID


def test_a_signed_file_that_holds_another_work_is_never_kept(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    real = signing.embed

    def harms(source: io.BytesIO, target: io.BytesIO, mime: str, how: signing.Signing) -> None:
        other = io.BytesIO((SAMPLES / "image" / "jpeg" / "ffmpeg-mjpeg.jpg").read_bytes())
        real(other, target, mime, how)

    monkeypatch.setattr(signing, "embed", harms)
    work = shop.put(PHOTO)
    assert one(shop, work).credentials is Place.BESIDE
    assert [found.choice for found in checked(shop, work)] == [Choice.SEARCH_ONLY]


def test_where_nothing_can_be_signed_the_file_is_protected_and_not_written_again(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise CannotEmbed("The library broke.")

    monkeypatch.setattr(signing, "embed", broken)
    monkeypatch.setattr(signing, "beside", broken)
    works = [shop.put(sample) for sample in (PHOTO, OGG, LAYERS)]
    told = stated(shop, *works)
    assert {(each.status, each.credentials) for each in told.values()} == {(Status.PROTECTED, None)}
    for each in told.values():
        assert "no-credentials" in [warning.code for warning in each.warnings]
    assert not list(shop.folder.glob("*.c2pa"))
    before = state(shop)
    assert {each.status for each in stated(shop, *works).values()} == {Status.UNCHANGED}
    assert state(shop) == before
    assert shop.hidden() == []


class Breaking(Crew):
    """Its processes die over whatever is to be signed."""

    def each(self, function: object, items: object) -> Iterator[tuple[object, object]]:
        for item in list(items):  # type: ignore[call-overload]
            if isinstance(item, Order):
                died = item.commission is not None
                yield item, Damaged(CRASHED) if died else function(item)  # type: ignore[operator]
            else:
                yield from super().each(function, [item])  # type: ignore[arg-type]


def test_where_the_library_breaks_down_the_file_is_protected_without(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protecting, "Crew", Breaking)
    works = [shop.put(sample) for sample in (PHOTO, OGG)]
    for each in stated(shop, *works).values():
        assert (each.status, each.credentials, each.sidecar) == (Status.PROTECTED, None, "")
        assert "no-credentials" in [warning.code for warning in each.warnings]
    assert {each.status for each in stated(shop, *works).values()} == {Status.UNCHANGED}
    assert shop.hidden() == []


def test_a_file_changed_after_it_was_signed_is_told(shop: Workshop) -> None:
    works = [shop.put(PHOTO), shop.put(BOOK)]
    stated(shop, *works)
    for work in works:
        content = bytearray(work.read_bytes())
        content[-9] ^= 1
        work.write_bytes(content)
    for found in checked(shop, *works):
        assert found.credentials.standing is Standing.INVALID
        assert "The file was changed after it was signed." in found.credentials.reasons


def test_the_certificate_is_made_once_and_told_once_for_each_name(shop: Workshop) -> None:
    assert crediting.certificate(shop.studio) is None
    one(shop, shop.put(PHOTO))
    one(shop, shop.put(PICTURE))
    (words,) = (told for told in shop.told if told.startswith("A certificate"))
    assert "It says “Zoë Ünal”, which is what you call yourself; nobody vouches for it." in words
    stated(shop, shop.put(FOX), declaration=Declaration(name="Nom de Plume"))
    assert held(shop, shop.folder / FOX.name).signer == "Nom de Plume"
    assert held(shop, shop.folder / PHOTO.name).signer == "Zoë Ünal"
    assert "Ünal".encode() not in (shop.folder / FOX.name).read_bytes()


def test_an_authority_that_does_not_answer_is_told_once_and_costs_the_time_stamps(shop: Workshop) -> None:
    shop.studio.store.settings.set("tsa", "http://127.0.0.1:9/stamp")
    works = [shop.put(PHOTO), shop.put(PICTURE)]
    told = stated(shop, *works)
    assert {each.status for each in told.values()} == {Status.PROTECTED}
    assert [word for word in shop.told if "time-stamping" in word] == [
        "The time-stamping authority does not answer; content credentials get no time stamp this time."
    ]
    assert {(held(shop, work).standing, held(shop, work).signed) for work in works} == {(Standing.VALID, "")}


def test_a_new_key_has_a_new_certificate_and_the_old_one_is_still_known(shop: Workshop) -> None:
    work, later = shop.put(PHOTO), shop.put(PICTURE)
    one(shop, work)
    old = crediting.make(shop.studio)
    identities = shop.studio.store.identities
    identities.rotate(identities.profile(), store="file")
    assert crediting.certificate(shop.studio) is None
    one(shop, later)
    assert crediting.make(shop.studio).fingerprint != old.fingerprint
    assert {held(shop, each).sentences[-1] for each in (work, later)} == {"Signed by you, as Zoë Ünal."}


def test_no_secret_is_shown_where_an_order_is_written_out(shop: Workshop) -> None:
    who = crediting.signatory(shop.studio, "Zoë")
    found = crediting.commission(shop.studio, survey(SurveyOrder(str(shop.put(PHOTO)))), inscription())
    shown = repr(replace(found, signatory=who)) + repr(who)
    assert "PRIVATE" not in shown


def test_many_pictures_are_signed_and_none_is_damaged(shop: Workshop) -> None:
    works = [shop.folder / f"{number}.png" for number in range(SLICE)]
    for number, work in enumerate(works):
        picture(number, (160, 120)).save(work)
    before = state(shop)
    told = stated(shop, *works, jobs=2)
    assert {(each.status, each.credentials) for each in told.values()} == {(Status.PROTECTED, Place.INSIDE)}
    assert {held(shop, work).standing for work in works} == {Standing.VALID}
    assert not [each.error for each in put_back(shop.studio, [], everything=True) if each.error]
    assert state(shop) == before
