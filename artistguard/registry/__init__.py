"""Speaking to a consent registry elsewhere, by the same protocol as to the one on this computer."""
