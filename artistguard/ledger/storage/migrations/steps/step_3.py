"""Batches whose upload broke off; and where in the log stands what is said about a person's keys."""

from __future__ import annotations

from artistguard.ledger.storage.migrations.executing import executing

revision = "0003"
down_revision = "0002"

SQLITE = (
    """CREATE TABLE upload (id TEXT PRIMARY KEY, begun TEXT NOT NULL, received INTEGER NOT NULL,
        content BLOB NOT NULL) STRICT""",
    "CREATE INDEX upload_begun ON upload (begun)",
    "CREATE TABLE about_keys (party TEXT, idx INTEGER, PRIMARY KEY (party, idx)) WITHOUT ROWID, STRICT",
)

POSTGRES = (
    """CREATE TABLE upload (id text PRIMARY KEY, begun text NOT NULL, received bigint NOT NULL,
        content bytea NOT NULL)""",
    "CREATE INDEX upload_begun ON upload (begun)",
    "CREATE TABLE about_keys (party text, idx bigint, PRIMARY KEY (party, idx))",
)

upgrade = executing(POSTGRES)
