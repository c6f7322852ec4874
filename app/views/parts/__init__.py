"""Pieces that make up the pages. Each draws what it is given, and stores nothing.

Files in working order:
    answers/   an answer with its sources, and what a reader can do with it
    excerpt    a quote between the words around it       source     the page behind a citation
    rows       what pages with a table share             course     what happened with a matter
    downloads  a document to download                    history    the visitor's conversations
    sidebar    filters for the next question             keeper     papers added and removed
    additions  papers added lately                       chart      counts a year as bars
    meetings/  a meeting, a member, the lists of them    home       before the first question
    follows/   a button to follow what a page is about
    links      from one page to another, and its name
    problems   what a visitor sees of an error
"""

__all__: list[str] = [
    "additions",
    "answers",
    "chart",
    "course",
    "downloads",
    "excerpt",
    "follows",
    "history",
    "home",
    "keeper",
    "links",
    "meetings",
    "problems",
    "rows",
    "sidebar",
    "source",
]
