"""The lines of a PDF page, or a text with cells, in; the tables among them out. Runs in the child process only.

This door imports nothing, like the one above it.

Files in working order:
    levels    what stands side by side, and in which columns    rules    where rules are drawn, lines cut at them
    heads     the head of a table                               on_page  where a table begins and ends, its rows
    figures   whether there are figures in a column             in_text  tables of a text whose cells have tabs between
    places    under which head each cell of a line stands
"""

__all__: list[str] = ["figures", "heads", "in_text", "levels", "on_page", "places", "rules"]
