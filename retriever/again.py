"""Again: a follow-up that names no matter itself and asks the question before once more, shorter, or of less."""

from __future__ import annotations

from collections.abc import Iterable

from retriever.periods import SEASONS
from retriever.question_forms.follow_ups import ASKS_MORE, BRIEFER, LAID_OUT, OTHER_COUNCIL, WORDED
from retriever.question_forms.times import MONTHS
from retriever.words import content_words, words

MEANS_NOTHING_MORE = frozenset(
    "show put limit limited restrict please answer version full exact exactly text ok okay thanks time".split()
)


def asks_again(text: str, *, places: Iterable[str], dated: bool) -> bool:
    """True for a follow-up of which nothing is left but a form, a time or a place.

    `places` are the names of those it names, `dated` tells that it names a time.
    """
    named = {word for name in places for word in words(name)}
    rest = text
    for form in (BRIEFER, WORDED, LAID_OUT, OTHER_COUNCIL):
        rest = form.sub(" ", rest)
    # "And the baths?" names no form, time or place: it asks about another matter
    if rest == text and not named and not dated:
        return False
    left = set(content_words(rest)) - named - MEANS_NOTHING_MORE - MONTHS.keys() - SEASONS.keys()
    return not any(map(str.isalpha, left)) and not ASKS_MORE.search(rest)
