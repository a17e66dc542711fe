"""Speaking to a consent registry elsewhere."""
