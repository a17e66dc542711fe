"""Notes of witnesses: what others cosigned of this log, and what this registry cosigned of others."""

from __future__ import annotations

from artistguard.ledger.storage.migrations.executing import executing

revision = "0002"
down_revision = "0001"

SQLITE = ("CREATE TABLE note (name TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID, STRICT",)

POSTGRES = ("CREATE TABLE note (name text PRIMARY KEY, content text NOT NULL)",)

upgrade = executing(POSTGRES)
