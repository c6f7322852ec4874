"""Decisions told in prose: the sentences of an item that say what was decided, in minutes that have no word for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from indexer.clauses import Clause
from indexer.items import Item
from indexer.labeller import likelihood, stored_weights
from indexer.prose import NOT_TOLD, POINTS_BACK, SURE, told
from indexer.resolutions import Found, bare
from indexer.statements import Statement, looks, statements

# What stands before "This was agreed" is the proposal where it is no longer than this.
MAX_BACK = 400
# A sentence in a sure form is left out below the first likelihood, one in another form counts from the second on, one
# without a form from the third on.
LEAST_SURE, LEAST_FORM, LEAST = 0.15, 0.4, 0.7


def told_in(
    parts: Sequence[Clause], item: Item, *, taken: Set[int] = frozenset(), weights: Mapping[str, float] | None = None
) -> Iterator[Found]:
    """The decisions that the sentences of an item tell, each with the line that says what became of it."""
    fitted = stored_weights() if weights is None else weights
    for one in statements(parts):
        form, text = told(one.text)
        if one.at in taken or not _decides(one, form, item, fitted):
            continue
        fallback = "agreed" if "agree" in form else "other"
        page = parts[one.at].page
        if _points_back(one):
            yield Found(((bare(one.before), page),), one.at, one.at + 1, fallback=fallback, result=one.text)
        else:
            yield Found(((bare(text or one.text), page),), one.at, one.at + 1, fallback=fallback)


def _decides(one: Statement, form: str, item: Item, weights: Mapping[str, float]) -> bool:
    """True where a sentence decides by itself."""
    if NOT_TOLD.search(one.text):
        return False
    likely = likelihood(looks(one, item.title, form, marked=False), weights)
    return likely >= (LEAST_SURE if form in SURE else LEAST_FORM if form else LEAST)


def _points_back(one: Statement) -> bool:
    """True for "This was agreed." behind the sentence that says what."""
    return bool(one.place and POINTS_BACK.match(one.text) and len(one.before) <= MAX_BACK and not told(one.before)[0])
