"""An index in, what its keeper should check by eye out. Never changes the index.

Files in working order:
    misprints   dates that cannot be as printed
    restricted  what is not for the public, and who restricted it
    health      what was not understood: minutes without a decision, meetings without a day
    said_twice  the same words in a restricted and in a public place
    outline     a paper as it was understood, line by line
"""

from indexer.review.health import Doubt, Doubts, doubts_of
from indexer.review.misprints import misprints_in
from indexer.review.outline import named, outline
from indexer.review.restricted import restricted_line, restricted_record

__all__ = ["Doubt", "Doubts", "doubts_of", "misprints_in", "named", "outline", "restricted_line", "restricted_record"]
