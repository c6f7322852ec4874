"""Pieces that make up the pages. Each draws what it is given, and stores nothing.

Files in working order:
    announcer  what changed, for screen readers
    answers/   an answer with its sources, and what a reader can do with it
    excerpt    a quote between the words around it       source     the page behind a citation
    table      rows as a real table                      timeline   steps drawn to scale by date
    downloads  a document to download                    history    the visitor's conversations
    sidebar    filters for the next question             keeper     papers added and removed
    additions  papers added lately                       visit      when this browser was here before
    meetings/  a meeting, a member, the lists of them    chart      counts a year as bars
    follows/   a button to follow what a page is about
    home       before the first question
    links      from one page to another, and its name
    problems   what a visitor sees of an error
"""

__all__: list[str] = [
    "additions",
    "announcer",
    "answers",
    "chart",
    "downloads",
    "excerpt",
    "follows",
    "history",
    "home",
    "keeper",
    "links",
    "meetings",
    "problems",
    "sidebar",
    "source",
    "table",
    "timeline",
    "visit",
]
