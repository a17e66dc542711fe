"""Where a ledger keeps its entries: one set of queries over SQLite or PostgreSQL.

How to add a table, or a column:

1. Write the next file ``migrations/steps/step_N.py``, like those before it: `SQLITE` and `POSTGRES` hold the same
   tables and columns, each in the words of its engine; `revision` is its number, `down_revision` that of the one
   before. Never change a step that was released: databases have it.
2. Put its `SQLITE` into `schema.STEPS`.
3. Say what the engine does in `protocol` (`Reading`, `Writing`), and write it once in `rows`: SQL that both engines
   understand, with ``?`` for every value. ``ON CONFLICT (…) DO UPDATE SET a = excluded.a`` is such SQL, ``INSERT OR
   REPLACE`` is not; columns are named where rows are added; yes and no are given as values, not written as 1 and 0; a
   long list of values goes through `Queries.among`, many new rows through `Queries.insert`. Where a part grows beyond
   some methods, it gets its own module with the two protocols and a class of rows, from which `Reading`, `Writing` and
   `Rows` inherit.
4. Test it in tests/suites/storage_suite.py, which runs over every engine. tests/ledger/test_storage_steps.py compares
   the tables of the engines, and brings databases of every earlier step to the newest.
"""
