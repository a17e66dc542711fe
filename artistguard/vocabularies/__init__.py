"""The same terms in each standard's own words, one module a vocabulary; ``table`` lists them.

``plain`` says the six choices to people.
"""
