"""Streams to pixels, samples or words, once per file."""
