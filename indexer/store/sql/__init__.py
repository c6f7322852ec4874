"""The tables of the store: records in, rows out, and back. Knows SQLite; never Chroma, and never a paper's meaning.

Files in working order:
    database  connections, transactions, stamp           tables    of the SQLite file
    pool      connections that threads share
    digests   keys and checksums                         labels    what people said of pages, on sections
    rows      records to rows, and back                  findings  decisions, people, actions and their like
    matters   what came to each meeting, and what belongs together
    readings  what each file said when it was read, in a file beside the store
    queries   the SQL of the reading end, each limited by the right to see
    connection    what that SQL asks of a connection         counts    how much is stored
    words     terms to a safe MATCH                      slips     words misspelt in a question
    taking    embeddings and ids taken over from another store
"""

__all__: list[str] = ["database", "digests", "findings", "labels", "matters", "pool", "queries", "readings", "rows"]
