"""A file of matters and an index in, figures out: how well items are linked, and how often a position is right.

__main__    the whole of it, as a command
"""

__all__: list[str] = []
