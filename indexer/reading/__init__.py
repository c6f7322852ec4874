"""A file in, its pages out: their text, how each was got, and how each line looks. Never says what the text means.

A hostile or broken file can hang, exhaust or crash whatever opens it, so only a child process opens one.

Files in working order:
    pages         Page, Reading, Limits: the records          looks        Looks: how a line is set on its page
    messages      what parent and child send each other       child        the child process as its parent sees it
    reader        read_papers: files -> readings              child_main   the program of the child
    formats/      one file for each format                    spacing      line numbers and empty lines taken out
    legible       whether what was read looks like words      tables       PageTable: a table as it is set on its page
    superscripts  raised figures as separate characters   lines        pages -> lines without headers and footers
    spelt         words whose letters are set apart
    pictures      a page as a picture                         drawing      the child's side of that
    highlight     where a quote is on a page
"""

from indexer.reading.lines import Line, clean
from indexer.reading.pages import Limits, Page, PageState, Reading
from indexer.reading.pictures import PagePicture, draw_page
from indexer.reading.reader import read_paper, read_papers

__all__ = [
    "Limits",
    "Line",
    "Page",
    "PagePicture",
    "PageState",
    "Reading",
    "clean",
    "draw_page",
    "read_paper",
    "read_papers",
]
