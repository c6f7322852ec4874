"""How minutes, logs and reports word what is found in them, as rows with examples; each file serves its namesake in findings.

Takes a line or a sentence, gives what it says by its form. Imports only what a row is.

Files in working order:
    resolutions      what stands around an announced decision: what its limbs hang on, and what closes it
    debate           who moved what in the course of a debate, and what became of it
    told             what stands around a sentence that decides
    interests        who declared an interest, in what, and whether they left
    moved            the small words around a motion
    motions          the fate of a motion in a sentence
    votes            who moved and seconded; counts of votes
    events           what sort of thing was put; the sides of a vote
    decisions        which items decide nothing; to whom something is delegated
    attendance       who was there, in what role; declarations
    actions          who is to do what, and by when
    recommendations  how reports ask a body to do something
    another_day      what was done at another time, or is reported elsewhere
    acronyms         how a short form is spelled out
    saved_pages      how saved pages of committee software label an item
"""

__all__: list[str] = [
    "acronyms",
    "actions",
    "another_day",
    "attendance",
    "debate",
    "decisions",
    "events",
    "motions",
    "moved",
    "recommendations",
    "resolutions",
    "saved_pages",
    "told",
    "votes",
]
