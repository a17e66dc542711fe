"""The consent registry itself, without HTTP: used in-process on this computer, and by the server."""
