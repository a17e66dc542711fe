"""Content credentials (C2PA): what is attached to a file, who signed it, and whether it holds. Reads only."""
