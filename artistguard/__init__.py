"""ArtistGuard: creators state, register and prove on which terms AI may use their works."""

__version__ = "0.1.0"
