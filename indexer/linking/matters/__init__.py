"""Takes what came to the meetings of one organisation, gives the matters that it belongs to. Never reads a store.

Files in working order:
    subjects   what a title names, without the stage that it is at
    came       one thing that came to a meeting
    pairs      which titles name one matter
    joining    which matter a restricted item belongs to
    links      which items are of one matter
    matter     Matter: its items, its title and its other names, from what one person may see
"""

from indexer.linking.matters.came import Came
from indexer.linking.matters.links import groups_of
from indexer.linking.matters.matter import KIND_OF, ItemKind, Matter, MatterItem, matter_of

__all__ = ["KIND_OF", "Came", "ItemKind", "Matter", "MatterItem", "groups_of", "matter_of"]
