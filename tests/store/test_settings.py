"""Settings: known by name, checked when set, safe from half-written files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from artistguard.errors import StoreDamaged, UsageProblem
from artistguard.store.settings import KEYS

if TYPE_CHECKING:
    from artistguard.store import Store


def test_defaults_hold_until_something_is_set(store: Store) -> None:
    assert store.settings.text("choice") == "search-only"
    assert store.settings.way_back
    assert store.settings.keep_mtime
    assert store.settings.all().keys() == {key.name for key in KEYS}
    assert not store.home.settings.exists()


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("choice", "nothing", "nothing"),
        ("name", " Ada Lovelace ", "Ada Lovelace"),
        ("name", "小田", "小田"),
        ("contact", "ada@example.org", "ada@example.org"),
        ("contact", "https://ada.example/ask", "https://ada.example/ask"),
        ("contact", "", ""),
        ("licence", "https://ada.example/l", "https://ada.example/l"),
        ("location", "https://ada.example/prints", "https://ada.example/prints"),
        ("registry", "http://localhost:8080", "http://localhost:8080"),
        ("registry", "https://a.example, https://b.example  https://a.example", "https://a.example https://b.example"),
        ("isni", "0000 0001 2103 2683", "0000000121032683"),
        ("orcid", "https://orcid.org/0000-0002-1825-0097", "0000000218250097"),
        ("ipi", "", ""),
        ("keep-mtime", "No", False),
        ("wayback", "off", False),
        ("register", "TRUE", True),
        ("jobs", "4", 4),
        ("identity.store", "file", "file"),
    ],
)
def test_what_fits_is_kept(name: str, text: str, value: object, store: Store) -> None:
    assert store.settings.set(name, text) == value
    assert store.settings.get(name) == value
    assert type(store.settings.get(name)) is type(value)
    store.settings.unset(name)
    assert store.settings.get(name) == {key.name: key.default for key in KEYS}[name]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("choice", "maybe"), ("contact", "call me"), ("contact", "a b@c.d"), ("licence", "ftp://x"), ("registry", "https://"),
        ("location", "https://"),
        ("wayback", "perhaps"), ("jobs", "-1"), ("jobs", "many"), ("jobs", "9999"), ("jobs", "²"), ("name", "a\nb"),
        ("name", "x" * 501), ("identity.store", "cloud"), ("colour", "red"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_and_nothing_changes(name: str, text: str, store: Store) -> None:
    before = store.settings.all()
    with pytest.raises(UsageProblem) as caught:
        store.settings.set(name, text)
    assert caught.value.message.startswith(name)
    assert store.settings.all() == before


def test_unknown_names(store: Store) -> None:
    for ask in (store.settings.get, store.settings.unset):
        with pytest.raises(UsageProblem, match="no such setting"):
            ask("colour")


def test_one_setting_leaves_the_others(store: Store) -> None:
    store.settings.set("name", "Ada")
    store.settings.set("jobs", "2")
    assert (store.settings.text("name"), store.settings.get("jobs")) == ("Ada", 2)
    assert store.home.settings.stat().st_mode & 0o777 == 0o600


def test_a_file_that_people_broke(store: Store) -> None:
    for content in (b"", b"choice = nothing", b"[1]", b"\xff"):
        store.home.settings.write_bytes(content)
        with pytest.raises(StoreDamaged, match="settings"):
            store.settings.get("choice")
    store.home.settings.write_bytes(b'{"jobs": "two", "wayback": 1, "later": true}')
    assert store.settings.get("jobs") == 0  # a value of another kind does not count
    assert store.settings.way_back is True
    store.settings.set("jobs", "3")
    assert b'"later": true' in store.home.settings.read_bytes()  # a newer ArtistGuard's setting stays
