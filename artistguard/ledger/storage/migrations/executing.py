"""What alembic calls in a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def executing(statements: Iterable[str]) -> Callable[[], None]:
    """A function that runs, or in alembic's offline mode prints, statements.

    Args:
        statements: SQL without values; a colon would be taken for one.
    """

    def upgrade() -> None:
        # A ledger in SQLite reads its steps without alembic, which only the extra "registry" installs.
        from alembic import op  # noqa: PLC0415

        for statement in statements:
            op.execute(statement)

    return upgrade
