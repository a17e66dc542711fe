"""Whose terms are stated: each profile has its own, and no pen name gives the person behind it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from artistguard.errors import NoIdentity, UsageProblem
from artistguard.jobs import declaring, identity
from artistguard.terms import Choice, Declaration
from tests.suites.workshop import workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artistguard.jobs.studio import Studio


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    with workshop(tmp_path) as shop:
        yield shop.studio


def test_before_there_is_a_key_the_settings_hold(studio: Studio) -> None:
    declaring.keep(studio, "name", "Zoe Unal")
    assert declaring.standing(studio) == Declaration(Choice.SEARCH_ONLY, "Zoe Unal")
    studio.profile = "Nobody"
    with pytest.raises(NoIdentity):
        declaring.standing(studio)


def test_each_profile_has_terms_of_its_own(studio: Studio) -> None:
    declaring.keep(studio, "name", "Zoe Unal")
    declaring.keep(studio, "contact", "zoe@example.org")
    identity.profiles(studio)
    identity.create(studio, "Nightjar")
    studio.profile = "Nightjar"
    assert declaring.standing(studio) == Declaration(Choice.SEARCH_ONLY, "Nightjar")
    declaring.keep(studio, "choice", "nothing")
    declaring.keep(studio, "licence", "https://nightjar.example/licence")
    declaring.keep(studio, "name", "N. Jar")
    with pytest.raises(UsageProblem):
        declaring.keep(studio, "contact", "nowhere")
    mine = Declaration(Choice.NOTHING, "N. Jar", "", "https://nightjar.example/licence")
    assert declaring.standing(studio) == mine
    studio.profile = ""
    assert declaring.standing(studio) == Declaration(Choice.SEARCH_ONLY, "Zoe Unal", "zoe@example.org")
    # A new key takes over under the same name, with the same terms.
    studio.profile = "Nightjar"
    identity.rotate(studio)
    assert declaring.standing(studio) == mine


@pytest.mark.parametrize(
    ("acts_for", "public"), [("Mara Lind", "Mara Lind"), ("did:key:z6Mk", "Agency"), ("", "Agency")]
)
def test_who_acts_for_somebody_states_that_name(studio: Studio, acts_for: str, public: str) -> None:
    identity.profiles(studio)
    identity.create(studio, "Agency", acts_for=acts_for)
    identity.choose(studio, "Agency")
    assert declaring.standing(studio).name == public


def test_what_is_no_term_is_shared(studio: Studio) -> None:
    identity.profiles(studio)
    identity.create(studio, "Nightjar")
    studio.profile = "Nightjar"
    declaring.keep(studio, "jobs", "3")
    studio.profile = ""
    assert declaring.settings(studio)["jobs"] == 3
