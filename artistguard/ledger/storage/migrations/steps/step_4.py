"""Where a licence is offered, beside each claim; read from the entries of those that are there."""

from __future__ import annotations

from artistguard.ledger.storage.migrations.executing import executing

revision = "0004"
down_revision = "0003"

SQLITE = (
    "ALTER TABLE claim ADD COLUMN offer TEXT NOT NULL DEFAULT ''",
    """UPDATE claim SET offer = coalesce((SELECT json_extract(CAST(content AS TEXT), '$.statement.offer')
        FROM entry WHERE entry.idx = claim.idx), '') WHERE choice = 'ask'""",
)

POSTGRES = (
    "ALTER TABLE claim ADD COLUMN offer text NOT NULL DEFAULT ''",
    """UPDATE claim SET offer = coalesce((SELECT CAST(convert_from(content, 'UTF8') AS json) -> 'statement' ->> 'offer'
        FROM entry WHERE entry.idx = claim.idx), '') WHERE choice = 'ask'""",
)

upgrade = executing(POSTGRES)
