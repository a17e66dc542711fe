"""The tables of a ledger in SQLite.

Only `entry` and `checkpoint` are the truth; `fsck` rebuilds or checks everything else from them, except `enclosure`
and what operators enter about persons.
"""

from __future__ import annotations

VERSION = 1

SCHEMA = (
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE entry (idx INTEGER PRIMARY KEY, leaf BLOB NOT NULL UNIQUE, received TEXT NOT NULL,
        content BLOB NOT NULL) STRICT""",
    "CREATE TABLE tile (place INTEGER PRIMARY KEY, hashes BLOB NOT NULL) STRICT",
    "CREATE TABLE checkpoint (size INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT",
    """CREATE TABLE claim (idx INTEGER PRIMARY KEY, record TEXT NOT NULL, work TEXT NOT NULL, creator TEXT NOT NULL,
        party TEXT NOT NULL, act TEXT NOT NULL, choice TEXT NOT NULL, medium TEXT NOT NULL,
        distinctive INTEGER NOT NULL, supersedes TEXT NOT NULL)""",
    "CREATE INDEX claim_record ON claim (record)",
    "CREATE INDEX claim_work ON claim (work)",
    "CREATE INDEX claim_creator ON claim (creator)",
    "CREATE INDEX claim_supersedes ON claim (supersedes) WHERE supersedes <> ''",
    "CREATE TABLE digest (name TEXT, value TEXT, idx INTEGER, PRIMARY KEY (name, value, idx)) WITHOUT ROWID",
    """CREATE TABLE code (space TEXT, idx INTEGER, value BLOB NOT NULL,
        PRIMARY KEY (space, idx)) WITHOUT ROWID, STRICT""",
    "CREATE TABLE enclosure (idx INTEGER, kind TEXT, content BLOB NOT NULL, PRIMARY KEY (idx, kind)) STRICT",
    "CREATE TABLE key (did TEXT PRIMARY KEY, party TEXT NOT NULL, ended INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX key_party ON key (party)",
    "CREATE TABLE party (party TEXT PRIMARY KEY, recovery TEXT NOT NULL, evidence TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE nonce (sender TEXT, nonce TEXT, time TEXT NOT NULL, PRIMARY KEY (sender, nonce)) WITHOUT ROWID",
    "CREATE INDEX nonce_time ON nonce (time)",
    "CREATE TABLE quota (sender TEXT, day TEXT, count INTEGER NOT NULL, PRIMARY KEY (sender, day)) WITHOUT ROWID",
    # What stands in the log stays: no program, ours included, changes or deletes it by mistake.
    "CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entries never change'); END",
    "CREATE TRIGGER entry_kept BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END",
    "CREATE TRIGGER checkpoint_stays BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'signed for good'); END",
)
