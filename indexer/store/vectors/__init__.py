"""Search by meaning: a vector in, the nearest passages out. Derived from the tables, and never the truth itself.

Files in working order:
    exact        all vectors in memory, compared one by one   chroma    the one file that imports chromadb
    generations  which Chroma folder is in use                taking    that of another store with the same vectors
    building     the next one, proved in a separate process   nearest   Chroma where it fits, exact otherwise
    parts        one council's passages in memory, where the store has those of many
"""

__all__: list[str] = ["building", "chroma", "exact", "generations", "nearest", "parts", "taking"]
