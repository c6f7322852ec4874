"""Takes the store; gives what is in it, as counts and as a person browses it. Never shows more than the right to see.

Files in working order:
    holdings   Holdings: how many papers, of which bodies, of which years
    library    Library: organisation, body, meeting, paper, outline; and what may be missing
    originals  Original: the file of a paper, while it is still the one that was indexed
    paper_pages  PaperPages: pages and files, for people with one right to see
"""

from app.holdings.holdings import Holdings, holdings_of
from app.holdings.library import Library, Missing, Sitting, library_of

__all__ = ["Holdings", "Library", "Missing", "Sitting", "holdings_of", "library_of"]
