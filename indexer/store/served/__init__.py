"""The store over PostgreSQL with pgvector, for many councils and many machines: each council has a schema of tables.

What it shares with the store over SQLite is written once, in the rooms above; here is what only PostgreSQL does.

Files in working order:
    database    connections, the shared SQL in its words, its errors in ours; the one file that imports psycopg
    migrating   the tables, by the numbered SQL files of migrations/; a new store for a council, and the switch to it
    tokens      the stems of a text, as SQLite finds them      words     searches by words, ranked as SQLite ranks
    store       the reading end                                writer    the writing end
    jobs        syncs shared out among workers
    index       where a council's papers are stored: lock, rebuild, memory of restrictions
    own_tables  what is stored of people besides papers
    moving      papers moved from SQLite and back              across    which councils have something on a question
    verifying   what can be said against what is stored of a council
"""

__all__: list[str] = [
    "across",
    "database",
    "index",
    "jobs",
    "migrating",
    "moving",
    "own_tables",
    "store",
    "tokens",
    "verifying",
    "words",
    "writer",
]
