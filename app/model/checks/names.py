"""Names in a sentence, and the words that a text must hold for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retriever.words import STOP_WORDS, fold

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Styles before a name, which papers shorten or leave out.
STYLES = frozenset(
    "cllr cllrs councillor councillors mr mrs ms miss dr sir dame lord lady prof professor rev ald".split()
)
# Words that open a sentence and say nothing about the papers.
OPENERS = frozenset(
    "however overall additionally finally later subsequently meanwhile instead therefore moreover members officers "
    "according since although because once together earlier next today here nothing none".split()
)


def missing_names(sentence: str, text: str) -> list[str]:
    """The names of a sentence that a text does not hold, their words one after the other; folded."""
    held = f" {' '.join(_folded(word) for word in WORD.findall(text))} "
    return [name for name in names_in(sentence) if f" {name} " not in held]


def names_in(sentence: str) -> Iterator[str]:
    """The runs of words with a capital, without the styles in them and the word that only opens the sentence;
    folded.
    """
    return (name for name, _, _ in placed_names(sentence))


def placed_names(sentence: str) -> Iterator[tuple[str, int, int]]:
    """The same, each with where it begins and ends."""
    run: list[str] = []
    start = end = last = 0
    for number, match in enumerate(WORD.finditer(sentence)):
        gap = sentence[end : match.start()]
        named = _is_of_name(match.group(), opens=number == 0)
        if run and not (named and gap in (" ", "")):
            yield " ".join(run), start, last
            run = []
        if named:
            start = start if run else match.start()
            run.append(_folded(match.group()))
            last = match.end()
        end = match.end()
    if run:
        yield " ".join(run), start, last


def _is_of_name(word: str, *, opens: bool) -> bool:
    """True for a word with a capital, but for titles of people and for what any sentence can open with."""
    folded = _folded(word)
    if folded in STYLES or (opens and (folded in STOP_WORDS or folded in OPENERS)):
        return False
    return any(letter.isupper() or letter.istitle() for letter in word)


def _folded(word: str) -> str:
    return fold(word).removesuffix("'s").replace("-", " ")
