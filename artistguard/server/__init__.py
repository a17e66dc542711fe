"""The registry's HTTP face over a ledger; the only package that knows Litestar and granian."""
