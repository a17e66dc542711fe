"""One module a command; each has NAME, add(parser) and run(arguments)."""
