"""The same tests against every storage: what is written comes back, in one order, or not at all."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from artistguard.errors import StoreProblem
from artistguard.ledger.storage import histories
from artistguard.ledger.storage.protocol import ClaimRow, KeyRow, NewEntry, PartyRow
from artistguard.ledger.storage.uploads import Upload
from artistguard.transparency.tiles import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.ledger.storage.protocol import Storage
    from tests.suites.engines import Engine

TIME = "2026-11-22T12:00:00Z"
ODD = ["it's", 'a "b"', "100 %s", "what?", "ß 水 🎨", ":name", "\\x00", "$1"]
"""Words with a meaning in some SQL, some driver or some file."""


def digest(*parts: object) -> bytes:
    return hashlib.sha256(repr(parts).encode()).digest()


def claim(index: int, **told: object) -> ClaimRow:
    said: dict[str, object] = {
        "index": index,
        "record": f"record {index}",
        "work": f"work {index % 7}",
        "creator": f"creator {index % 3}",
        "party": f"party {index % 3}",
        "act": "declare",
        "choice": "nothing",
        "medium": "image",
        "distinctive": index % 2 == 0,
        "supersedes": f"record {index - 1}" if index % 5 == 4 else "",
        "received": TIME,
        "offer": f"https://creator.example/{index}" if index % 4 == 1 else "",
    }
    return ClaimRow(**(said | told))  # type: ignore[arg-type]


def entry(index: int, *, claimed: bool = True, **told: object) -> NewEntry:
    """An entry with everything that hangs on one; every third has a code and something enclosed."""
    third = claimed and index % 3 == 0
    return NewEntry(
        index=index,
        leaf=digest("leaf", index),
        content=b"entry \x00\xff " + str(index).encode(),
        received=TIME,
        claim=claim(index, **told) if claimed else None,
        digests={"sha256": digest("file", index).hex(), "payload": f"same {index % 4}"} if claimed else {},
        codes={"image-iscc": digest("code", index)} if third else {},
        enclosures={"contact": b"{}", "title": b"\x00 title"} if third else {},
    )


def fail(storage: Storage, new: list[NewEntry]) -> None:
    """Write, and then go wrong."""
    with storage.writing() as rows:
        rows.append(new)
        rows.put_setting("half", "done")
        raise ZeroDivisionError


class StorageSuite:
    """Subclass it with a fixture `engine` that is an empty place."""

    @pytest.fixture
    def storage(self, engine: Engine) -> Iterator[Storage]:
        opened = engine.open()
        yield opened
        opened.close()

    def test_an_empty_one(self, storage: Storage) -> None:
        with storage.reading() as rows:
            assert (rows.size(), rows.checkpoint(), rows.setting("key"), list(rows.checkpoints())) == (
                0,
                None,
                None,
                [],
            )
            assert rows.tile(Place(0, 0)) == b""
            assert (rows.key("did"), rows.party("did"), rows.count("did", "day")) == (None, None, 0)
            places, codes = rows.codes("image-iscc", 0, 10)
            assert (places.shape, codes.shape, rows.spaces()) == ((0,), (0, 32), [])

    @pytest.mark.parametrize("count", [1, 7, 40, 1200])
    def test_entries_with_everything_about_them(self, storage: Storage, count: int) -> None:
        new = [entry(index, claimed=index % 10 != 9) for index in range(count)]
        with storage.writing() as rows:
            rows.append(new)
            assert rows.size() == count
        claims = [each.claim for each in new if each.claim]
        with storage.reading() as rows:
            assert rows.size() == count
            assert rows.entries(0, count + 5) == [each.content for each in new]
            assert rows.entries(count // 2, count) == [each.content for each in new[count // 2 :]]
            assert rows.contents([0, count - 1, count]) == {0: new[0].content, count - 1: new[-1].content}
            assert rows.places([each.leaf for each in new]) == {each.leaf: (each.index, TIME) for each in new}
            assert list(rows.claims(range(count, -1, -1))) == claims
            assert rows.enclosures(range(count)).keys() == {each.index for each in new if each.enclosures}
            assert sorted(rows.enclosures([0])[0]) == [b"\x00 title", b"{}"]
            places, codes = rows.codes("image-iscc", 1, 2000)
            kept = [each for each in new[1:] if each.codes]
            assert places.tolist() == [each.index for each in kept]
            assert codes.tobytes() == b"".join(each.codes["image-iscc"] for each in kept)
            assert (places.dtype, codes.dtype) == (np.int64, np.uint8)

    def test_looking_up(self, storage: Storage) -> None:
        new = [entry(index) for index in range(60)]
        with storage.writing() as rows:
            rows.append(new)
        claims = [each.claim for each in new if each.claim]
        with storage.reading() as rows:
            for column in ("work", "record", "supersedes"):
                wanted = {getattr(each, column) for each in claims[3:12]}
                found = [each for each in claims if getattr(each, column) in wanted - {""}]
                assert list(rows.claims_about(column, [*wanted, "nobody's"])) == found
            assert rows.by_digest("payload", ["same 1"]) == [("same 1", index) for index in range(1, 60, 4)]
            assert rows.by_digest("sha256", ["same 1"]) == []
            assert [rows.signed_before(did) for did in ("creator 2", "creator 3")] == [True, False]
            with pytest.raises(ValueError, match="party"):
                rows.claims_about("party", ["x"])

    def test_stretches_of_digests_and_everybody_who_is_known(self, storage: Storage) -> None:
        with storage.writing() as rows:
            rows.append([entry(index) for index in range(60)])
            for number, level in enumerate(["verified", "unverified", "vouched", "verified"]):
                rows.put_party(PartyRow(f"person {number}", "", level))
        values = sorted({entry(index).digests["sha256"] for index in range(60)})
        with storage.reading() as rows:
            assert rows.known() == [("person 0", "verified"), ("person 2", "vouched"), ("person 3", "verified")]
            assert rows.digests_between("sha256", "0" * 64, "f" * 64) == values
            assert rows.digests_between("sha256", values[7], values[11]) == values[7:12]
            assert rows.digests_between("sha256", values[7] + "0", values[8][:-1]) == []
            assert rows.digests_between("payload", "same 0", "same 9") == [f"same {number}" for number in range(4)]

    def test_very_long_lists(self, storage: Storage) -> None:
        count = 11_000
        with storage.writing() as rows:
            rows.append([entry(index) for index in range(0, count, 10)])
        with storage.reading() as rows:
            leaves = [digest("leaf", index) for index in range(count)]
            assert len(rows.places(leaves)) == count // 10
            assert len(rows.by_digest("sha256", (digest("file", index).hex() for index in range(count)))) == count // 10
            assert len(rows.claims(range(count))) == count // 10

    def test_words_of_every_kind(self, storage: Storage) -> None:
        with storage.writing() as rows:
            for number, words in enumerate(ODD):
                rows.append([entry(number, record=words, work=words)])
                rows.put_setting(words, words)
                rows.put_party(PartyRow(words, words, "vouched"))
                rows.put_nonce(words, words, TIME, "2026")
        with storage.reading() as rows:
            for number, words in enumerate(ODD):
                assert [each.index for each in rows.claims_about("work", [words])] == [number]
                assert rows.setting(words) == words
                assert rows.party(words) == PartyRow(words, words, "vouched")
                assert rows.nonce_used(words, words)

    def test_what_no_engine_can_hold_is_not_found(self, storage: Storage) -> None:
        with storage.writing() as rows:
            rows.append([entry(0)])
        with storage.reading() as rows:
            assert rows.claims_about("work", ["work 0\0", "\0", "work 0"])[0].index == 0
            assert rows.by_digest("payload", ["same 0\0"]) == []
            assert rows.claims([10**18]) == []

    def test_tiles_grow_and_checkpoints_stay(self, storage: Storage) -> None:
        far = Place(3, 2**40)
        with storage.writing() as rows:
            rows.put_tiles({Place(0, 0): b"\x00" * 32, far: b"\xff" * 32})
            rows.put_checkpoint(0, "empty\n")
        with storage.writing() as rows:
            rows.put_tiles({Place(0, 0): b"\x00" * 64})
            for size in range(1, 2100):
                rows.put_checkpoint(size, f"note {size}\n")
        with storage.reading() as rows:
            assert (rows.tile(Place(0, 0)), rows.tile(far), rows.tile(Place(0, 1))) == (bytes(64), b"\xff" * 32, b"")
            assert rows.checkpoint() == "note 2099\n"
            assert [size for size, _ in rows.checkpoints()] == list(range(2100))

    def test_a_size_is_signed_once(self, storage: Storage) -> None:
        with storage.writing() as rows:
            rows.put_checkpoint(3, "one")
        with pytest.raises(StoreProblem), storage.writing() as rows:
            rows.put_checkpoint(3, "another")
        with storage.reading() as rows:
            assert rows.checkpoint() == "one"

    def test_persons_keys_counts_and_nonces(self, storage: Storage) -> None:
        with storage.writing() as rows:
            rows.put_key(KeyRow("one", "ada", ended=False))
            rows.put_key(KeyRow("two", "ada", ended=False))
            rows.put_key(KeyRow("three", "bob", ended=True))
            rows.put_key(KeyRow("three", "bob", ended=False))
            rows.end_keys("ada")
            rows.put_party(PartyRow("ada", "", "unverified"))
            rows.put_party(PartyRow("ada", "paper", "verified"))
            rows.add_count("ada", "2026-11-22", 3)
            rows.add_count("ada", "2026-11-22", 4)
            rows.put_nonce("ada", "old", "2026-11-22T10:00:00Z", "2026-11-22T09:00:00Z")
            rows.put_nonce("ada", "new", TIME, "2026-11-22T11:00:00Z")
        with storage.reading() as rows:
            assert [rows.key(did) for did in ("one", "two", "three")] == [
                KeyRow("one", "ada", ended=True),
                KeyRow("two", "ada", ended=True),
                KeyRow("three", "bob", ended=False),
            ]
            assert rows.party("ada") == PartyRow("ada", "paper", "verified")
            assert (rows.count("ada", "2026-11-22"), rows.count("ada", "2026-11-23")) == (7, 0)
            assert [rows.nonce_used("ada", nonce) for nonce in ("old", "new")] == [False, True]

    def test_what_is_forgotten_is_gone(self, storage: Storage) -> None:
        with storage.writing() as rows:
            rows.append([entry(index) for index in range(7)])
        with storage.writing() as rows:
            rows.forget(3, {"payload": "same 3"}, ["image-iscc"])
        with storage.reading() as rows:
            assert rows.enclosures(range(7)).keys() == {0, 6}
            assert rows.contents([3])[3] == entry(3).content
            assert rows.codes("image-iscc", 0, 10)[0].tolist() == [0, 6]
            assert rows.by_digest("payload", ["same 2", "same 3"]) == [("same 2", 2), ("same 2", 6)]
            sha256 = entry(3).digests["sha256"]
            assert rows.by_digest("sha256", [sha256]) == [(sha256, 3)]

    def test_an_error_undoes_everything(self, storage: Storage) -> None:
        with storage.writing() as rows:
            rows.append([entry(0)])
        for count in (1, 30):
            with pytest.raises(ZeroDivisionError):
                fail(storage, [entry(1 + index) for index in range(count)])
        with storage.writing() as rows:
            assert (rows.size(), rows.setting("half")) == (1, None)

    @pytest.mark.parametrize("count", [1, 40])
    def test_a_place_is_taken_once(self, storage: Storage, count: int) -> None:
        new = [entry(index) for index in range(count)]
        with storage.writing() as rows:
            rows.append(new)
        with pytest.raises(StoreProblem), storage.writing() as rows:
            rows.append(new)
        with storage.writing() as rows:
            assert rows.size() == count

    def test_a_reader_sees_one_state(self, storage: Storage) -> None:
        with storage.writing() as rows:
            rows.append([entry(0)])
        with storage.reading() as before:
            assert before.size() == 1
            with storage.writing() as rows:
                rows.append([entry(1)])
                rows.put_checkpoint(2, "two")
            assert (before.size(), before.checkpoint()) == (1, None)
            with storage.reading() as after:
                assert (after.size(), after.checkpoint()) == (2, "two")

    def test_one_writes_at_a_time(self, engine: Engine) -> None:
        storages = [engine.open() for _ in range(3)]

        def grow(number: int) -> None:
            with storages[number % 3].writing() as rows:
                rows.append([entry(rows.size())])

        with ThreadPoolExecutor(6) as threads:
            list(threads.map(grow, range(60)))
        with storages[0].reading() as rows:
            assert rows.entries(0, 99) == [entry(index).content for index in range(60)]
        for storage in storages:
            storage.close()

    def test_a_writer_that_does_not_end_is_told(self, engine: Engine) -> None:
        first, second = engine.open(), engine.open(busy_seconds=0.05)
        with first.writing() as rows:
            rows.put_setting("a", "b")
            with pytest.raises(StoreProblem, match="another ArtistGuard is writing"), second.writing():
                pass
        with second.writing() as rows:
            assert rows.setting("a") == "b"
        first.close()
        second.close()

    def test_many_read_while_one_writes(self, storage: Storage) -> None:
        def look(_: int) -> int:
            with storage.reading() as rows:
                return len(rows.entries(0, 99)) - rows.size()

        with ThreadPoolExecutor(12) as threads:
            looks = threads.map(look, range(200))
            for index in range(30):
                with storage.writing() as rows:
                    rows.append([entry(index)])
            assert set(looks) == {0}

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE entry SET received = 'x' WHERE idx = 0",
            "DELETE FROM entry WHERE idx = 0",
            "UPDATE checkpoint SET note = 'x' WHERE size = 1",
        ],
    )
    def test_the_database_itself_keeps_the_log(self, engine: Engine, storage: Storage, statement: str) -> None:
        with storage.writing() as rows:
            rows.append([entry(0)])
            rows.put_checkpoint(1, "one")
        with pytest.raises(Exception, match=r"never|signed for good"):
            engine.query(statement)
        with storage.reading() as rows:
            assert (rows.entries(0, 2), rows.checkpoint()) == ([entry(0).content], "one")

    def test_uploads_that_broke_off(self, storage: Storage) -> None:
        first = Upload("a" * 64, "2026-11-22T12:00:00Z", 2, b"one\ntwo\n\x00\xff")
        later = Upload("b" * 64, "2026-11-23T12:00:00Z", 1, b"three\n")
        with storage.writing() as rows:
            assert rows.upload(first.id) is None
            rows.put_upload(first, since="2026-11-21T12:00:00Z", most=2)
            rows.put_upload(later, since="2026-11-21T12:00:00Z", most=2)
            assert (rows.upload(first.id), rows.upload(later.id)) == (first, later)
            rows.put_upload(later, since="2026-11-22T13:00:00Z", most=2)
            assert (rows.upload(first.id), rows.upload(later.id)) == (None, later)
            rows.put_upload(first, since="2026-11-21T12:00:00Z", most=1)
            assert (rows.upload(first.id), rows.upload(later.id)) == (None, later)
            rows.drop_upload(later.id)
            assert rows.upload(later.id) is None

    def test_what_is_said_about_keys(self, storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(histories, "_AT_ONCE", 1)
        with storage.writing() as rows:
            about = {1: "did:ada", 2: "did:bob"}
            rows.append([entry(0), *(replace(entry(at, claimed=False), about=who) for at, who in about.items())])
            rows.put_about_keys([("did:ada", 2)])
            rows.put_key(KeyRow("did:ada", "did:ada", ended=True))
            rows.put_key(KeyRow("did:next", "did:ada", ended=False))
            assert [place for place, _ in rows.about_keys("did:ada")] == [1, 2]
            assert rows.about_keys("did:eve") == []
            assert rows.keys_of("did:ada") == [("did:ada", True), ("did:next", False)]
            assert set(rows.every_key()) == {("did:ada", "did:ada", True), ("did:next", "did:ada", False)}
            rows.put_party(PartyRow("did:ada", "did:paper", "unverified"))
            rows.put_party(PartyRow("did:bob", "", "verified"))
            assert list(rows.every_recovery()) == [("did:ada", "did:paper")]
            assert list(rows.without_claim()) == [(1, entry(1).content), (2, entry(2).content)]

    def test_it_opens_again_as_it_was_left(self, engine: Engine) -> None:
        first = engine.open()
        with first.writing() as rows:
            rows.append([entry(0)])
        first.close()
        second = engine.open()
        with second.reading() as rows:
            assert rows.size() == 1
        second.close()

    def test_a_closed_one_says_so(self, storage: Storage) -> None:
        storage.close()
        with pytest.raises(StoreProblem), storage.reading():
            pass
