"""The ledger's HTTP face."""
