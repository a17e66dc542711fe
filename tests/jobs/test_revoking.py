"""A key that is ended for good: the registry is told, takes nothing more from it, and keeps what it said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from artistguard.errors import NoIdentity
from artistguard.jobs import identity
from artistguard.jobs.deliver import deliver
from artistguard.jobs.studio import EMBEDDED
from tests.suites.workshop import BOOK, PHOTO

if TYPE_CHECKING:
    from tests.suites.workshop import Workshop


def test_the_registry_takes_nothing_more_from_a_revoked_key(shop: Workshop) -> None:
    shop.one(shop.put(PHOTO))
    shop.one(shop.put(BOOK), address=None)
    (late,) = shop.studio.store.catalogue.history(shop.folder / BOOK.name)
    did = shop.studio.key().did
    ended = identity.revoke(shop.studio)
    assert [each.waiting for each in ended.deliveries] == [None]
    (key,) = shop.ledger.party(did).keys
    assert (key.did, bool(key.until)) == (did, True)
    # What it signed before, and sends only now, comes too late.
    shop.studio.store.outbox.put([late.record], EMBEDDED)
    assert set(deliver(shop.studio, EMBEDDED).refused) == {late.record}
    (first,) = shop.studio.store.catalogue.history(shop.folder / PHOTO.name)
    assert shop.studio.store.receipts.has(first.record, EMBEDDED)


def test_another_name_signs_then_or_a_new_key(shop: Workshop) -> None:
    first = shop.studio.key().did
    second = identity.create(shop.studio, "Nom de Plume")
    shop.studio.store.settings.set("profile", "me")
    identity.revoke(shop.studio)
    assert shop.studio.store.settings.get("profile") == ""
    assert shop.studio.introduce_yourself() == shop.studio.store.identities.profile("Nom de Plume")
    identity.revoke(shop.studio)
    fresh = shop.studio.key().did
    assert fresh not in {first, second.did}
    assert [each.did for each in identity.profiles(shop.studio)] == [fresh]


def test_there_must_be_a_key_to_revoke(shop: Workshop) -> None:
    with pytest.raises(NoIdentity):
        identity.revoke(shop.studio)
