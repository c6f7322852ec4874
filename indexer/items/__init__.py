"""A section in, its numbered items, paragraphs, clauses and sentences out. Never says what any of them decides.

Files in working order:
    run_in      titles and texts that share a line, cut into lines
    numbering_runs  which numbered lines belong together
    numbering   which lines are the headings of items        tables      minutes laid out as a table, as plain lines
    inner       items inside an item                         saved_page  the heading of a saved page of one item
    wrapped_titles  titles put together where they wrap
    item        Item: a heading and the lines under it        paragraphs  wrapped lines joined
    clauses     paragraphs with the mark of a list taken off  sentences   a passage cut into sentences
    limbs       the limbs of a list, deeper lists inside
    statements  sentences with their neighbours and their place
    record_fields  what the record of a decision says was decided, apart from its other fields
    table_rows  TableRow: a row of a table, each figure named by row and column
"""

from indexer.items.clauses import Clause
from indexer.items.item import Item, items_of
from indexer.items.paragraphs import Block, BlockKind, is_heading

__all__ = ["Block", "BlockKind", "Clause", "Item", "is_heading", "items_of"]
