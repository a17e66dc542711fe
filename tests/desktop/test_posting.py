"""What waits for a registry is sent by itself, as soon as the registry answers and its time has come."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from multiprocessing import Pipe
from typing import TYPE_CHECKING

from artistguard.desktop.backstage import Bench
from artistguard.desktop.household import Due, LookForDue, SendNow, Sent
from artistguard.desktop.posting import LATEST_MS, SOON_MS
from artistguard.store.opening import open_store
from artistguard.store.outbox import Posting
from tests.suites.served import ORIGIN, served
from tests.suites.windows import PATIENCE_MS
from tests.suites.workshop import FOX

if TYPE_CHECKING:
    from pathlib import Path

    from tests.suites.windows import Hands


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


def time_goes_by() -> None:
    """A failed delivery is due again."""
    with open_store() as store, store.outbox._database.writing() as inside:
        inside.execute("UPDATE outbox SET next_try = '2020-01-01T00:00:00.000000Z' WHERE state = 'waiting'")


def waiting() -> int:
    with open_store() as store:
        return store.outbox.count(Posting.WAITING)


def done(errand: LookForDue | SendNow) -> list[object]:
    """What an errand tells, done here."""
    ours, theirs = Pipe()
    with ours, theirs:
        return list(errand.work(Bench(theirs)))


def test_what_waited_is_registered_when_the_registry_answers(hands: Hands, tmp_path: Path) -> None:
    port = free_port()
    with open_store() as store:
        store.settings.set("registry", f"http://127.0.0.1:{port}")
    posting, works = hands.window.posting, hands.window.my_works
    hands.protected(hands.put(FOX))
    assert waiting() == 1
    hands.window.go_to(works)
    hands.bot.waitUntil(lambda: works.model.files == 1 and not works.clerk.busy, timeout=PATIENCE_MS)
    assert "Waits" in works.model.index(0, 4).data()
    # Its time has not come: nothing is sent, and the next look is not far.
    posting.look()
    hands.bot.waitUntil(lambda: not posting.busy, timeout=PATIENCE_MS)
    assert posting.timer.isActive()
    assert SOON_MS <= posting.timer.interval() <= LATEST_MS
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "clock").write_text(datetime.now(UTC).isoformat())
    with served(tmp_path / "there", port=port):
        time_goes_by()
        with hands.bot.waitSignal(posting.arrived, timeout=PATIENCE_MS):
            posting.timer.start(0)
        hands.bot.waitUntil(lambda: "Registered at" in works.model.index(0, 4).data(), timeout=PATIENCE_MS)
        assert waiting() == 0
        assert "1 statement that waited is registered" in hands.window.offer.said.text()
        hands.bot.waitUntil(lambda: not posting.busy, timeout=PATIENCE_MS)
        assert posting.timer.interval() == SOON_MS
        works.list.selectAll()
        hands.bot.waitUntil(works.particulars.isVisible, timeout=PATIENCE_MS)
        told = works.particulars.text()
        assert ORIGIN.partition("/")[0] in told
        assert "nobody independent has confirmed it yet" in told
        assert "Your right: artwork" in told


def test_nothing_is_sent_where_registering_is_off(hands: Hands) -> None:
    with open_store() as store:
        store.settings.set("registry", f"http://127.0.0.1:{free_port()}")
    hands.protected(hands.put(FOX))
    with open_store() as store:
        store.settings.set("register", "no")
    time_goes_by()
    assert done(LookForDue()) == [Due(None)]
    posting = hands.window.posting
    posting.look()
    hands.bot.waitUntil(lambda: not posting.busy, timeout=PATIENCE_MS)
    with open_store() as store:
        (waits,) = store.outbox.due()
        assert waits[1] == 0.0
        store.settings.set("register", "yes")
    assert done(LookForDue()) == [Due(0.0)]


def test_a_registry_that_failed_is_left_alone_for_a_while(hands: Hands) -> None:
    with open_store() as store:
        store.settings.set("registry", f"http://127.0.0.1:{free_port()}")
    hands.protected(hands.put(FOX))
    (due,) = done(LookForDue())
    assert isinstance(due, Due)
    assert due.seconds is not None
    assert due.seconds > 1
    time_goes_by()
    (sent,) = done(SendNow(hurry=False))
    assert isinstance(sent, Sent)
    assert sent.trouble is not None
    assert sent.trouble.code == "registry-unreachable"
    (due,) = done(LookForDue())
    assert isinstance(due, Due)
    assert due.seconds is not None
    assert due.seconds > 60
