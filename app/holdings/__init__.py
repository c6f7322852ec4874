"""The store in, what is in it out: as counts, and as a person browses it. Never shows what the right to see does not cover.

Files in working order:
    holdings  Holdings: how many papers, of which bodies, of which years
    library   Library: organisation, body, meeting, paper, outline; and what seems to be missing
"""

from app.holdings.holdings import Holdings, holdings_of
from app.holdings.library import Library, Missing, Sitting, library_of

__all__ = ["Holdings", "Library", "Missing", "Sitting", "holdings_of", "library_of"]
