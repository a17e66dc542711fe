"""Bringing a database in PostgreSQL to the newest tables, with alembic."""
