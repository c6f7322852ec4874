"""Changes to the papers: who may make them, files added and removed, the index brought up to date.

Never touches the index itself: `python -m indexer sync` does, in a separate process.

Files in working order:
    sign_in  who has given the password
    filing   papers put into the folder, taken out, and put back
    restricting  a paper kept from the public by a line in the manifest
    syncing  the indexer in a separate process, watched from the pages
    checking    whether all that is stored is whole, and what can be mended
    backing_up  a copy of all that papers do not give back, and the way back
    personal    what is stored of one person, given out or erased
    limits      how often one person, browser or program may ask
    counts      how much was asked, for a monitor
    commands    check, backup, restore, people, audit on the command line
"""

from app.upkeep.filing import Filing, Removed
from app.upkeep.sign_in import Keepers
from app.upkeep.syncing import Syncing

__all__ = ["Filing", "Keepers", "Removed", "Syncing"]
