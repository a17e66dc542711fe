"""Similar codes in PostgreSQL: exact, in plain SQL without any extension, over one server or many.

Every code stands in the table `posting` once for each of its bands, under a key that is made of the kind of code, the
band and its bits. Where few enough values of the bands have to be tried, they are asked for by their keys; where the
radius is too wide for that, the first band's postings, which are all codes, are looked at one by one. The table refers
to no other, so it can be spread over servers by its key: what is asked stays the same.

Source: for the bands see `bands`; postgresql.org/docs/current, "Bit String Functions and Operators" (bit_count),
"COPY", section Binary Format.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from artistguard.ledger.index.bands import cut, flips, shares, trials
from artistguard.ledger.index.codes import radii
from artistguard.ledger.index.protocol import CODE_BITS, CODE_BYTES, Hits
from artistguard.ledger.index.reading import AT_ONCE, read_codes
from artistguard.ledger.index.scanning import words
from artistguard.ledger.storage.postgres import connections, take_turn
from artistguard.ledger.storage.postgres_troubles import named, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray
    from psycopg import Connection as Driver
    from sqlalchemy import URL, Connection

    from artistguard.ledger.index.protocol import Coded

BANDS = cut(1 << 19)
"""Fourteen: for the radius of pictures fewer would be tried too long, more would lead to too many codes.

Stored keys depend on them: cut into another number, codes are stored anew.
"""
_MOST_TRIALS = 4_000
"""Values of bands tried for one code; where a kind's usual radius needs more, it is kept under one band only."""
_TRIAL = 12
"""Trying a value costs as much as looking at so many codes in a row."""
_SPACE_SHIFT = 40
_BAND_SHIFT = 32
_TOGETHER = 64
"""Codes asked for before the first answer is waited for."""
_FILLER = 0x4152_5446_0000_0000  # "ARTF", of all who fill this kind of code
_SECONDS = 600.0
_BY_KEYS = "SET enable_seqscan = off"
"""The keys lead to every posting; a server that has not yet counted them would read the whole table instead."""

_ROW = np.dtype(
    [
        ("fields", ">i2"), ("k_bytes", ">i4"), ("k", ">i8"), ("place_bytes", ">i4"), ("place", ">i8"),
        ("code_bytes", ">i4"), ("bits", ">i4"), ("code", "u1", CODE_BYTES),
    ]
)  # fmt: skip
_HEAD = b"PGCOPY\n\xff\r\n\0" + bytes(8)
_END = b"\xff\xff"

_NEAR = "SELECT place, bit_count(code # %(code)s::bit(256)) FROM posting WHERE"
_LIKE = "AND bit_count(code # %(code)s::bit(256)) <= %(radius)s"
_TRY = f"{_NEAR} k = ANY(%(keys)s::bigint[]) {_LIKE}"
_SCAN = f"{_NEAR} k >= %(first)s AND k < %(last)s {_LIKE}"


@dataclass(slots=True)
class _Space:
    """A kind of code as it is kept.

    Attributes:
        number: In its keys.
        bands: How many of them its codes stand under: all, or only the first.
        covers: Size of the log up to which it was filled, as far as is known here; never less afterwards.
    """

    number: int
    bands: int
    covers: int

    def key(self, band: int) -> int:
        """The smallest key of a band."""
        return self.number << _SPACE_SHIFT | band << _BAND_SHIFT


class PostgresShelf:
    """See Shelf.

    Args:
        url: Of the database.
        reach: Kind of code to its usual radius.
    """

    def __init__(self, url: URL, reach: Mapping[str, int] | None = None) -> None:
        self._name = named(url)
        # Its own connections: whoever reads a ledger holds one already, and would wait for a second.
        self._engine = connections(url, _SECONDS, _BY_KEYS)
        self._reach = radii() if reach is None else reach
        self._spaces: dict[str, _Space] = {}
        self._turn = threading.Lock()

    def search(self, rows: Coded, space: str, codes: NDArray[np.uint8], radius: int) -> Hits:
        """See Shelf; whatever the ledger has and the table lacks is added first, whoever wrote it."""
        size = rows.size()
        held = self._filled(rows, space, size)
        asked = list(_asked(held, codes, radius))
        found: list[tuple[int, int, int]] = []
        with told(self._name), self._engine.connect() as connection:
            for start in range(0, len(asked), _TOGETHER):
                found.extend(_answers(_driver(connection), asked[start : start + _TOGETHER], start))
        queries, places, distances = np.array(found, np.int64).reshape(-1, 3).T
        return Hits.sorted(queries, places, distances).before(size)

    def remove(self, space: str, places: NDArray[np.int64]) -> None:
        """See Shelf."""
        with told(self._name), self._engine.connect() as connection:
            held = self._space(connection, space)
            connection.exec_driver_sql(
                "DELETE FROM posting WHERE k >= %s AND k < %s AND place = ANY(%s)",
                (held.key(0), held.key(held.bands), places.tolist()),
            )
            connection.commit()

    def check(self, rows: Coded, space: str) -> bool:
        """See Shelf."""
        held = self._filled(rows, space, rows.size())
        with told(self._name), self._engine.connect() as connection:
            count = connection.exec_driver_sql(
                "SELECT count(*) FROM posting WHERE k >= %s AND k < %s", (held.key(0), held.key(held.bands))
            ).scalar_one()
            return bool(_equal(_driver(connection), rows, space, held) == count)

    def rebuild(self, rows: Coded, space: str) -> None:
        """See Shelf; until it is done, others search what there was."""
        with told(self._name), self._engine.connect() as connection:
            held = self._space(connection, space)
            take_turn(connection, _FILLER + held.number)
            _clear(connection, held.number)
            for places, codes in read_codes(rows, space, 0):
                _add(connection, held, places, codes)
            _cover(connection, held, rows.size())
            connection.commit()

    def close(self) -> None:
        """See Shelf."""
        self._engine.dispose()

    def _filled(self, rows: Coded, space: str, size: int) -> _Space:
        """A kind of code once it is as far as the ledger."""
        held = self._spaces.get(space)
        if held is not None and held.covers >= size:
            return held
        with self._turn, told(self._name), self._engine.connect() as connection:
            held = self._space(connection, space)
            while held.covers < size:
                take_turn(connection, _FILLER + held.number)
                covers = _fill(connection, held, rows, space, size)
                connection.commit()
                held.covers = covers
            return held

    def _space(self, connection: Connection, space: str) -> _Space:
        if space not in self._spaces:
            bands = len(BANDS) if trials(BANDS, self._reach.get(space, CODE_BITS)) <= _MOST_TRIALS else 1
            self._spaces[space] = _known(connection, space, bands)
            connection.commit()
        return self._spaces[space]


def _known(connection: Connection, space: str, bands: int) -> _Space:
    """The space of this name, made where it is new; one that was cut in another way is forgotten."""
    connection.exec_driver_sql(
        "INSERT INTO posting_space (space, bands) VALUES (%s, %s) ON CONFLICT DO NOTHING", (space, bands)
    )
    others = connection.exec_driver_sql(
        "DELETE FROM posting_space WHERE space = %s AND bands <> %s RETURNING number", (space, bands)
    )
    for (number,) in others.fetchall():
        _clear(connection, number)
    number, covers = connection.exec_driver_sql(
        "SELECT number, covers FROM posting_space WHERE space = %s AND bands = %s", (space, bands)
    ).one()
    return _Space(number, bands, covers)


def _cover(connection: Connection, held: _Space, covers: int) -> None:
    connection.exec_driver_sql("UPDATE posting_space SET covers = %s WHERE number = %s", (covers, held.number))


def _clear(connection: Connection, number: int) -> None:
    connection.exec_driver_sql(
        "DELETE FROM posting WHERE k >= %s AND k < %s", (number << _SPACE_SHIFT, number + 1 << _SPACE_SHIFT)
    )


def _fill(connection: Connection, held: _Space, rows: Coded, space: str, size: int) -> int:
    """Add the next codes that a ledger has and the table lacks; how far it is filled now."""
    found = connection.exec_driver_sql("SELECT covers FROM posting_space WHERE number = %s", (held.number,))
    covers = int(found.scalar_one())
    if covers >= size:
        return covers
    # It is derived: what a crash takes is added again, so nobody waits for the disk.
    connection.exec_driver_sql("SET LOCAL synchronous_commit = off")
    places, codes = rows.codes(space, covers, AT_ONCE)
    _add(connection, held, places, codes)
    covers = int(places[-1]) + 1 if len(places) == AT_ONCE else size
    _cover(connection, held, covers)
    return covers


def _add(connection: Connection, held: _Space, places: NDArray[np.int64], codes: NDArray[np.uint8]) -> None:
    if not len(places):
        return
    stored = np.empty(len(places), _ROW)
    stored["fields"], stored["k_bytes"], stored["place_bytes"] = 3, 8, 8
    stored["code_bytes"], stored["bits"] = 4 + CODE_BYTES, CODE_BITS
    stored["place"], stored["code"] = places, codes
    parts = words(codes)
    with _driver(connection).cursor() as cursor, cursor.copy(
        "COPY posting (k, place, code) FROM STDIN (FORMAT BINARY)"
    ) as copy:  # fmt: skip
        copy.write(_HEAD)
        for at, band in enumerate(BANDS[: held.bands]):
            stored["k"] = band.keys(parts).astype(np.int64) + held.key(at)
            copy.write(stored.tobytes())
        copy.write(_END)


def _asked(held: _Space, codes: NDArray[np.uint8], radius: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """A query for every code, and its values."""
    parts = words(codes)
    values = trials(BANDS, radius)
    tried = held.bands == len(BANDS) and values <= _MOST_TRIALS and values * _TRIAL <= held.covers
    for code, part in zip(codes, parts, strict=True):
        about = {"code": (np.unpackbits(code) + ord("0")).tobytes().decode(), "radius": radius}
        if tried:
            yield _TRY, about | {"keys": _keys(held, part[np.newaxis], radius)}
        else:
            yield _SCAN, about | {"first": held.key(0), "last": held.key(1)}


def _keys(held: _Space, code: NDArray[np.uint64], radius: int) -> str:
    """All keys that have to be tried for a code, as PostgreSQL writes an array."""
    keys = [
        (band.keys(code) ^ flips(band.width, share)).astype(np.int64) + held.key(at)
        for at, (band, share) in enumerate(zip(BANDS, shares(BANDS, radius), strict=True))
        if share >= 0
    ]
    return "{" + ",".join(map(str, np.concatenate(keys).tolist())) + "}"


def _answers(
    driver: Driver[Any], asked: Sequence[tuple[str, dict[str, Any]]], start: int
) -> Iterator[tuple[int, int, int]]:
    """Number of the query, place and distance; a code is near in several bands, and counts once."""
    with driver.pipeline():
        cursors = [driver.execute(query, values) for query, values in asked]
    for number, cursor in enumerate(cursors, start):
        for place, distance in set(cursor.fetchall()):
            yield number, place, distance


def _equal(driver: Driver[Any], rows: Coded, space: str, held: _Space) -> int:
    """How many postings there must be; -1 where a code is missing or is another one."""
    count, size = 0, rows.size()
    with driver.cursor("codes") as cursor:
        cursor.execute(
            "SELECT place, code::text FROM posting WHERE k >= %s AND k < %s AND place < %s ORDER BY place",
            (held.key(0), held.key(1), size),
        )
        for places, codes in read_codes(rows, space, 0):
            found = cursor.fetchmany(len(places))
            bits = np.frombuffer("".join(text for _, text in found).encode(), np.uint8) - ord("0")
            if [place for place, _ in found] != places.tolist() or np.packbits(bits).tobytes() != codes.tobytes():
                return -1
            count += len(places)
    return count * held.bands


def _driver(connection: Connection) -> Driver[Any]:
    return cast("Driver[Any]", connection.connection.driver_connection)
