"""An answer on the page Ask, and what a reader can do with it.

Files in working order:
    answer      its words with their sources, what it assumed, what to ask instead
    response    copy it, share it, say whether it is right
    going_on    what to ask next, and what the question was taken to be about
"""

__all__: list[str] = ["answer", "going_on", "response"]
