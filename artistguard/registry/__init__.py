"""Speaking to a consent registry and believing only what its proofs show."""
