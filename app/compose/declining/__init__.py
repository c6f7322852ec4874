"""Whether the papers answer at all: what speaks against the best draft, weighed, and why it is not shown.

doubts    what speaks against an answer, each with a sentence       topic    the matter named, if any paper speaks of it
score     the signs of a draft, and whether it is shown
weights.json   fitted by `python -m bench.fit_declining`
"""

__all__: list[str] = ["doubts", "score", "topic"]
