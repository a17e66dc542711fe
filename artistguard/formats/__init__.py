"""One module a file format; ``table`` is the one list of them, ``protocol`` says what each must do.

``previews`` makes a small picture of a work of any format.
"""
