"""A folder of files in, papers out. Knows nothing of search, answers or pages, and imports no other room.

Files in working order:
    errors    what can go wrong, as one tree of exceptions
    settings  the one file that reads the environment
    store_settings  the database of many councils, where one is set
    mail_settings   the mail server for alerts, where one is set
    papers    Paper, its fields and its dates in words
    folder    survey(folder): every distinct document once
    reasons   why a file could not be used, in words for people
    access    who may see what: folders, the manifest beside the papers, marks
    access_now  what people say about a paper now, which the last sync may not know yet
    listed    what people or a council's system say of each paper, in papers.csv
    pulled    when each source was last read and what came
    private   files that only the account of the program can read
    own_file  a database in one such file, for any number of threads
    terminal  text made safe for printing to a terminal
    pull/     fetches a council's own papers into a folder: the only room that asks another machine for something
    __main__  python -m corpus pull
    sample/   the sample papers, and the builder that draws them
"""

__all__: list[str] = [
    "access",
    "access_now",
    "errors",
    "folder",
    "listed",
    "mail_settings",
    "own_file",
    "papers",
    "private",
    "pulled",
    "reasons",
    "settings",
    "store_settings",
    "terminal",
]
