"""What a creator signs: the statement about a work, and the envelope in which it is delivered."""
