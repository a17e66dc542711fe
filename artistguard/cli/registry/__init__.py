"""What can be done with a registry of one's own, a module an action: its words, arguments and deed."""
