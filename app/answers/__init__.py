"""Answer and Citation, and the words in which they are shown. Never searches, and never decides what is true.

Files in working order:
    answer     Answer, Citation: what a person is shown, and its proof
    citations  whether a quote is word for word on its page
    sources    words of a register or a report -> a Citation
    documents  Document: headings, and items with their quotes
    filters    Filters: the part of the papers that a question is asked of
    phrases    a number with its noun, a title inside a sentence
    restricted how what is not public is marked, wherever somebody who may see it sees it
    basis      what sort of answer it is, and what it was drawn from
    blocks     the text of an answer: our words, and each quote set apart
    wording    a citation, its meeting and its pages in words
    papers     the sources of an answer, by paper and page
    escaping   text from outside, so that it shows as text and does nothing
"""

from app.answers.answer import Alternative, Answer, Citation
from app.answers.citations import PageText, locate, stands_on
from app.answers.documents import Document, Heading, Item
from app.answers.escaping import plain, readable, visible
from app.answers.filters import Filters
from app.answers.phrases import counted, in_a_sentence
from app.answers.sources import Sources, source_label

__all__ = [
    "Alternative",
    "Answer",
    "Citation",
    "Document",
    "Filters",
    "Heading",
    "Item",
    "PageText",
    "Sources",
    "counted",
    "in_a_sentence",
    "locate",
    "plain",
    "readable",
    "source_label",
    "stands_on",
    "visible",
]
