"""The user's own disk: works, way back, outbox, receipts, keys, and the one way to replace a file."""
