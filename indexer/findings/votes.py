"""Who moved and seconded what, and how the votes fell, from the paragraphs around a decision."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from indexer.forms.minutes.votes import (
    AMENDMENT_WORD,
    AROUND_A_NAME,
    COUNTED,
    MOVED_BY,
    MOVER,
    OPENS_VOTE,
    SECONDER,
    SPEAKS_OF_A_VOTE,
    TALLY,
    TELLS_OF_THE_VOTE,
    X_MOVED,
    X_MOVED_BY,
    X_SECONDED,
)
from indexer.items.clauses import SENTENCES, Clause

# A vote is recorded within this many paragraphs of its decision: names for and against run over several.
VOTE_WITHIN = 8
# A paragraph longer than this argues rather than counts.
MAX_VOTE = 1500
# Mover and seconder stand within so many characters of the word "seconded": two names with their offices.
NAMES_WITHIN = 600


def is_moved(text: str) -> bool:
    """True where a paragraph says who moved something."""
    return _moved(text) is not None or MOVER.match(text) is not None


def _moved(text: str) -> re.Match[str] | None:
    """The mover and seconder inside a sentence; None where it names none."""
    spans = list(_around_seconders(text))
    for form in (MOVED_BY, X_MOVED, X_SECONDED, X_MOVED_BY):
        for start, end in spans:
            if match := form.pattern.search(text, start, end):
                return match
    return None


def _around_seconders(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a paragraph in which mover and seconder can stand: all of it, or near each "seconded".

    Without this, one line of 50,000 capital letters takes most of a minute.
    """
    for word in re.finditer("second", text, re.I):
        if len(text) <= MAX_VOTE:
            yield 0, len(text)
            return
        yield max(0, word.start() - NAMES_WITHIN), word.end() + NAMES_WITHIN


class Proposers:
    """The movers and seconders named in one item; each is used for one decision only."""

    def __init__(self, parts: Sequence[Clause]) -> None:
        self._parts = parts
        self._free = [at for at, part in enumerate(parts) if is_moved(part.text)]

    def of(self, at: int, *, amendment: bool) -> tuple[str, str]:
        """Who moved and seconded the decision at an index: the nearest above that is not of another; "" where nobody."""
        for above in reversed(self._free[: bisect_right(self._free, at)]):
            of_amendment = AMENDMENT_WORD.search(self._parts[above].text)
            if above == at or amendment or not of_amendment:
                self._free.remove(above)
                return self._named(above, amendment=amendment)
        return "", ""

    def used(self, at: int, mover: str) -> None:
        """Take away the nearest paragraph at or above an index that names a mover whose motion is known already."""
        above = [free for free in self._free[: bisect_right(self._free, at)] if mover in self._parts[free].text]
        if above:
            self._free.remove(above[-1])

    def below(self, after: int) -> tuple[str, str]:
        """Who moved and seconded the decision that ends before an index, named in a separate line right below it."""
        if after in self._free and MOVER.match(self._parts[after].text):
            self._free.remove(after)
            return self._named(after, amendment=False)
        return "", ""

    def _named(self, at: int, *, amendment: bool) -> tuple[str, str]:
        """The mover and seconder in a paragraph; the seconder may stand in the next."""
        text = self._parts[at].text
        of_amendment = (part for part in SENTENCES.split(text) if AMENDMENT_WORD.search(part))
        if match := _moved(next(of_amendment, text) if amendment else text):
            return match["mover"], match["seconder"]
        match = MOVER.match(text)
        below = next((m for part in self._parts[at + 1 : at + 3] if (m := SECONDER.match(part.text))), None)
        mover = match["mover"] if match else ""
        return mover, (match and match["seconder"]) or (below["seconder"] if below else "")


def name_only(text: str) -> str:
    """A name without the words and marks that stood around it."""
    return AROUND_A_NAME.sub("", (text or "").strip(' :,;–-*"“”'))


def votes_in(parts: Sequence[Clause]) -> tuple[str, ...]:
    """For each paragraph what it says of a vote, "" for most."""
    return tuple(_vote_in(part.text) for part in parts)


def votes_on(parts: Sequence[Clause], votes: Sequence[str], own: range, *, floor: int, until: int) -> str:
    """The words of the vote on a decision: in it, else above it, else below it; "" where none is recorded."""
    for at in own:
        if (match := TALLY.search(parts[at].text)) and SPEAKS_OF_A_VOTE.search(parts[at].text):
            return match.group().strip("() ")
    above = votes[max(floor, own.start - VOTE_WITHIN) : own.start]
    below = votes[own.stop : min(until, own.stop + VOTE_WITHIN)]
    return "; ".join(list(filter(None, above)) or list(filter(None, below)))


def _vote_in(text: str) -> str:
    """What a paragraph says of a vote: all of it where it counts votes, else the sentence that does; "" for none."""
    if len(text) > MAX_VOTE or not COUNTED.search(text):
        return ""
    if OPENS_VOTE.match(text):
        return text
    found = (part for part in re.split(r"(?<=[a-z0-9)][.])\s+(?=[A-Z])", text) if COUNTED.search(part))
    return next(
        (part for part in found if TELLS_OF_THE_VOTE.search(part)),
        "",
    )
