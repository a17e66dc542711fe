"""One use case a module; each reads like a recipe."""
