"""Decisions told in prose: the sentences of an item that say what was decided, in minutes that have no word for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.clauses import SENTENCES, Clause
from indexer.items import Item
from indexer.prose import NOT_TOLD, POINTS_BACK, SURE, told
from indexer.resolutions import Found, bare

# A sentence longer than this that only points back says enough by itself.
MAX_BACK = 400


def told_in(parts: Sequence[Clause], item: Item) -> Iterator[Found]:
    """The decisions that the sentences of an item tell, each with the line that says what became of it."""
    for at, clause in enumerate(parts):
        pieces = [" ".join(piece.split()) for piece in SENTENCES.split(clause.text) if piece.strip()]
        for place, piece in enumerate(pieces):
            form, text = told(piece)
            if not _decides(form, piece, item):
                continue
            if POINTS_BACK.match(piece):
                before = pieces[place - 1] if place else ""
                if before and len(before) <= MAX_BACK and not told(before)[0]:
                    yield Found(((bare(before), clause.page),), at, at + 1, fallback="agreed", result=piece)
                    continue
            yield Found(((bare(text), clause.page),), at, at + 1, fallback="agreed" if "agree" in form else "other")


def _decides(form: str, sentence: str, item: Item) -> bool:
    """True where a sentence decides by itself."""
    return (form in SURE or form in ("done", "one word", "moved and seconded")) and not NOT_TOLD.search(sentence)
