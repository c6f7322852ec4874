"""A council's own site in, its public papers in a folder out: fetched politely, each once, and again when it changes.

Knows nothing of what the papers say. The one room that asks another machine for something, and only when a person or a
schedule of theirs says so: `python -m corpus pull`.

Files in working order:
    records     bodies, meetings and documents, as every source gives them
    intervals   how long to wait between two runs, as a person writes it
    values      dates, times, yes and no, and text in HTML, as councils' systems write them
    politeness  how long to pause, what robots.txt allows, how often to try again
    web         the only file that speaks to a network
    contents    what a downloaded file is, and whether all of it came
    names       the folder of a meeting and the name of a file
    sources/    Modern.Gov, a web folder, OParl: kinds of sites
    known       documents as the ledger has them
    ledger      what was seen and fetched so far, in SQLite beside the papers
    beside      writes papers.csv beside the papers, and the report of the last run
    pulling     one run over one source
    report      what a run did, in sentences
    cli         the command
"""

__all__: list[str] = ["cli"]
