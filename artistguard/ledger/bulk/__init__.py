"""Answers in bulk and offline: snapshots, what changed since, ranges that keep a question private, large questions."""
