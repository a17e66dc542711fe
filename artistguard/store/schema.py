"""The tables, as the steps that make them: a step once released is never changed, a new one is added at the end.

Paths are kept as the bytes of the file system, since a name need not be text. Times are UTC, ISO 8601.

* ``changes`` and ``replacements`` are the journal: one change is all files that must change together.
* ``works``, ``versions``, ``runs`` are the catalogue; ``wanted`` is what a run was to do, until it comes to its end.
* ``statements`` are the signed words of the creator; ``outbox`` says to whom they still go; ``receipts`` came back.
"""

from __future__ import annotations

_FIRST = (
    """CREATE TABLE runs (
        id TEXT PRIMARY KEY, command TEXT NOT NULL, started TEXT NOT NULL, finished TEXT) STRICT""",
    """CREATE TABLE holds (path BLOB PRIMARY KEY, owner TEXT NOT NULL) STRICT""",
    """CREATE TABLE drafting (folder BLOB NOT NULL, owner TEXT NOT NULL, PRIMARY KEY (folder, owner)) STRICT""",
    """CREATE TABLE changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        run TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('write', 'put-back')),
        state TEXT NOT NULL CHECK (state IN ('kept', 'done', 'dropped', 'edited')),
        owner TEXT NOT NULL,
        at TEXT NOT NULL,
        records BLOB NOT NULL,
        undone_by INTEGER REFERENCES changes (id)) STRICT""",
    "CREATE INDEX changes_by_run ON changes (run, id)",
    "CREATE INDEX changes_unfinished ON changes (id) WHERE state = 'kept'",
    """CREATE TABLE replacements (
        change INTEGER NOT NULL REFERENCES changes (id),
        position INTEGER NOT NULL,
        path BLOB NOT NULL,
        draft BLOB,
        before TEXT,
        after TEXT,
        way_back TEXT,
        mode INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        open INTEGER NOT NULL,
        PRIMARY KEY (change, position)) STRICT, WITHOUT ROWID""",
    "CREATE UNIQUE INDEX one_open_change ON replacements (path) WHERE open = 1",
    "CREATE INDEX replacements_by_path ON replacements (path, change)",
    "CREATE INDEX replacements_by_after ON replacements (after)",
    """CREATE TABLE wayback (digest TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT""",
    """CREATE TABLE works (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, medium TEXT NOT NULL, at TEXT NOT NULL) STRICT""",
    """CREATE TABLE versions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        change INTEGER NOT NULL REFERENCES changes (id),
        run TEXT NOT NULL,
        work TEXT NOT NULL REFERENCES works (id),
        path BLOB NOT NULL,
        source BLOB NOT NULL,
        sidecar BLOB,
        record TEXT NOT NULL,
        choice TEXT NOT NULL,
        inscription BLOB NOT NULL,
        medium TEXT NOT NULL,
        format TEXT NOT NULL,
        before TEXT,
        after TEXT NOT NULL,
        distinctive INTEGER NOT NULL,
        details BLOB NOT NULL,
        at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('protected', 'superseded', 'put-back', 'withdrawn'))) STRICT""",
    "CREATE INDEX versions_by_path ON versions (path, id)",
    "CREATE INDEX versions_by_source ON versions (source, id)",
    "CREATE INDEX versions_by_work ON versions (work, id)",
    "CREATE INDEX versions_by_run ON versions (run, id)",
    "CREATE INDEX versions_by_change ON versions (change)",
    "CREATE INDEX versions_by_record ON versions (record)",
    "CREATE INDEX versions_by_after ON versions (after)",
    """CREATE TABLE statements (
        record TEXT PRIMARY KEY, work TEXT NOT NULL, kind TEXT NOT NULL, signed BLOB NOT NULL,
        at TEXT NOT NULL) STRICT""",
    "CREATE INDEX statements_by_work ON statements (work)",
    """CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        record TEXT NOT NULL REFERENCES statements (record),
        address TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused', 'cancelled')),
        attempts INTEGER NOT NULL DEFAULT 0,
        next_try TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        owner TEXT NOT NULL DEFAULT '',
        UNIQUE (record, address)) STRICT""",
    "CREATE INDEX outbox_waiting ON outbox (address, next_try) WHERE state = 'waiting'",
    """CREATE TABLE receipts (
        record TEXT NOT NULL, origin TEXT NOT NULL, address TEXT NOT NULL, content BLOB NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (record, origin)) STRICT""",
    """CREATE TABLE pins (
        origin TEXT PRIMARY KEY, address TEXT NOT NULL, key TEXT NOT NULL, checkpoint TEXT NOT NULL,
        size INTEGER NOT NULL, root BLOB NOT NULL, first_seen TEXT NOT NULL, last_seen TEXT NOT NULL) STRICT""",
    """CREATE TABLE profiles (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        acts_for TEXT NOT NULL,
        did TEXT NOT NULL UNIQUE,
        place TEXT NOT NULL,
        recovery TEXT NOT NULL,
        made TEXT NOT NULL,
        replaced_by TEXT NOT NULL DEFAULT '',
        chosen INTEGER NOT NULL) STRICT""",
    "CREATE UNIQUE INDEX one_profile_of_a_name ON profiles (name) WHERE replaced_by = ''",
)

_WANTED = (
    "ALTER TABLE runs ADD COLUMN owner TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE runs ADD COLUMN asked BLOB NOT NULL DEFAULT x''",
    """CREATE TABLE wanted (
        run TEXT NOT NULL REFERENCES runs (id), path BLOB NOT NULL,
        PRIMARY KEY (run, path)) STRICT, WITHOUT ROWID""",
)

_CARDS = ("ALTER TABLE pins ADD COLUMN card TEXT NOT NULL DEFAULT ''",)

_LOOKS = (
    """CREATE TABLE looks (
        path BLOB PRIMARY KEY, device TEXT NOT NULL, inode TEXT NOT NULL, size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL, sha256 TEXT NOT NULL) STRICT, WITHOUT ROWID""",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _WANTED, _CARDS, _LOOKS)
