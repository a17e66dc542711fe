"""Formats of music as notes."""
