"""The log, what is looked up by, persons and their keys, nonces and counts; PostgreSQL: the posting table too."""

from __future__ import annotations

from artistguard.ledger.storage.migrations.executing import executing

revision = "0001"
down_revision = None

SQLITE = (
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

_KEPT = ("entry", "checkpoint")

POSTGRES = (
    "CREATE TABLE setting (name text PRIMARY KEY, value text NOT NULL)",
    """CREATE TABLE entry (idx bigint PRIMARY KEY, leaf bytea NOT NULL UNIQUE, received text NOT NULL,
        content bytea NOT NULL)""",
    "CREATE TABLE tile (place bigint PRIMARY KEY, hashes bytea NOT NULL)",
    "CREATE TABLE checkpoint (size bigint PRIMARY KEY, note text NOT NULL)",
    """CREATE TABLE claim (idx bigint PRIMARY KEY, record text NOT NULL, work text NOT NULL, creator text NOT NULL,
        party text NOT NULL, act text NOT NULL, choice text NOT NULL, medium text NOT NULL,
        distinctive boolean NOT NULL, supersedes text NOT NULL)""",
    "CREATE INDEX claim_record ON claim (record)",
    "CREATE INDEX claim_work ON claim (work)",
    "CREATE INDEX claim_creator ON claim (creator)",
    "CREATE INDEX claim_supersedes ON claim (supersedes) WHERE supersedes <> ''",
    "CREATE TABLE digest (name text, value text, idx bigint, PRIMARY KEY (name, value, idx))",
    "CREATE TABLE code (space text, idx bigint, value bytea NOT NULL, PRIMARY KEY (space, idx))",
    "CREATE TABLE enclosure (idx bigint, kind text, content bytea NOT NULL, PRIMARY KEY (idx, kind))",
    "CREATE TABLE key (did text PRIMARY KEY, party text NOT NULL, ended boolean NOT NULL)",
    "CREATE INDEX key_party ON key (party)",
    "CREATE TABLE party (party text PRIMARY KEY, recovery text NOT NULL, evidence text NOT NULL)",
    "CREATE TABLE nonce (sender text, nonce text, time text NOT NULL, PRIMARY KEY (sender, nonce))",
    "CREATE INDEX nonce_time ON nonce (time)",
    "CREATE TABLE quota (sender text, day text, count bigint NOT NULL, PRIMARY KEY (sender, day))",
    # As above: what stands in the log stays.
    """CREATE FUNCTION artistguard_stays() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'what stands in the log never changes and is never deleted'; END $$""",
    *(
        f"""CREATE TRIGGER {table}_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION artistguard_stays()"""
        for table in _KEPT
    ),
    # Derived, and without a foreign key to anything, so that its rows may lie on other servers, spread by k.
    """CREATE TABLE posting_space (number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, space text NOT NULL,
        bands integer NOT NULL, covers bigint NOT NULL DEFAULT 0, UNIQUE (space, bands))""",
    "CREATE TABLE posting (k bigint NOT NULL, place bigint NOT NULL, code bit(256) NOT NULL)",
    "CREATE INDEX posting_k ON posting (k) INCLUDE (place, code)",
)

upgrade = executing(POSTGRES)
