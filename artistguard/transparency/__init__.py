"""The mathematics of a log nobody can rewrite unseen: pure, used by client and registry alike."""
