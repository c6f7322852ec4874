"""Wordings by which a section is cut into items, paragraphs, clauses and sentences.

Takes a line, says by its form what it may open or end; `indexer/items` decides what it does.

headings  headings of items     inner  headings of items inside an item
run_in    titles before a text  marks  marks of lists, ends of paragraphs and sentences
masks     what is particular to one body, for the labeller
minutes_in_tables  minutes laid out as a table
vote_tables        votes by name in a table, and roll calls
"""

__all__ = ["headings", "inner", "marks", "masks", "minutes_in_tables", "run_in", "vote_tables"]
