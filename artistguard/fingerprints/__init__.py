"""Codes computed from pixels, samples and words that know a work again; every name carries its version."""
