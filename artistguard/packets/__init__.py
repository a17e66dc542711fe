"""Metadata packets as bytes: what is inside an XMP, Exif or IPTC block, wherever a container keeps it."""
