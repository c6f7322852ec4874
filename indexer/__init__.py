"""Papers in, an index of them out: sections, findings and passages, in the store. Never answers a question.

Data goes down this list, imports go up it; a room never imports one below it:
    forms/          how papers word things: tables of patterns, and the small functions that read them
    reading/        a file -> pages -> running lines; the only room that opens foreign files
    sections/       lines -> sections, each with its kind, its meeting and who may see it
    items/          a section -> numbered items, paragraphs, clauses, sentences
    findings/       items -> decisions, votes, people, actions, recommendations, acronyms
    linking/        papers beside each other: copies, missing meetings, versions, what became of a recommendation
    passages/       a section -> passages, and passages -> vectors
    store/          where all of it is stored: SQLite, and Chroma derived from it
    review/         what the keeper of the index checks by eye
    understanding   all of the above for one paper, up to its findings
    time_limit      how long our own rules may take over one paper
    progress        how far a build is and what it did, as records and as sentences
    own_forms       the rows of forms.csv, and which papers a change of them makes us read again
    listed_papers   what papers.csv says of each paper, and which papers a change of it makes us read again
    build           a folder of papers -> an index that has exactly those papers
    moving          an index carried to a PostgreSQL database, or back
    working         syncs that workers do for many councils
    cli, __main__   the commands sync, status, show, decisions, move, work and workers
"""

__all__: list[str] = [
    "build",
    "cli",
    "listed_papers",
    "moving",
    "own_forms",
    "progress",
    "time_limit",
    "understanding",
    "working",
]
