"""Who moved and seconded what, and how the votes fell, from the paragraphs around a decision."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from indexer.forms.minutes.moved import OPENS_WITH_AND
from indexer.forms.minutes.votes import (
    AMENDMENT_WORD,
    AROUND_A_NAME,
    COUNTED,
    MOVED_BY,
    MOVER,
    OPENS_VOTE,
    SECOND,
    SECONDER,
    SPEAKS_OF_A_VOTE,
    TALLY,
    TELLS_OF_THE_VOTE,
    X_MOVED,
    X_MOVED_BY,
    X_SECONDED,
)
from indexer.forms.motion_forms import COUNTS, MAX_FATE, TELLS, VOTES, fate_by_count, fate_in, seconder_in
from indexer.forms.words import SENTENCE_BREAK
from indexer.items.clauses import SENTENCES, Clause

# A vote is recorded within this many paragraphs of its decision: names for and against run over several.
VOTE_WITHIN = 8
# A paragraph longer than this argues rather than counts.
MAX_VOTE = 1500
# Mover and seconder stand within so many characters of the word "seconded": two names with their offices.
NAMES_WITHIN = 600
# What became of a motion stands within this many sentences behind its words: names and numbers of votes come between.
FATE_WITHIN = 14


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
    for word in SECOND.finditer(text):
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
        """Who moved and seconded the decision at an index: the nearest above that is free; "" where nobody."""
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
        if match and match["seconder"]:
            return match["mover"], match["seconder"]
        below = next(filter(None, (SECONDER.match(part.text) for part in self._parts[at + 1 : at + 3])), None)
        return match["mover"] if match else "", below["seconder"] if below else ""


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
    found = (part for part in SENTENCE_BREAK.split(text) if COUNTED.search(part))
    return next(
        (part for part in found if TELLS_OF_THE_VOTE.search(part)),
        "",
    )


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a motion, in a word; its votes and a seconder, and how many sentences say all this."""

    word: str | None
    votes: str
    seconder: str
    sentences: int


@dataclass(frozen=True, slots=True)
class _Behind:
    """A sentence behind a motion: the seconder, the fate in a word and the vote that it names."""

    text: str
    seconding: re.Match[str] | None
    word: str | None
    voted: bool

    @property
    def tells(self) -> bool:
        """True where it says anything of the motion."""
        return self.word is not None or self.voted or self.seconding is not None

    @property
    def votes(self) -> bool:
        """True where it speaks of a vote: "Carried, 5 to 2" does, "Carried." does not."""
        return self.voted or (self.word is not None and COUNTS.search(self.text) is not None)

    @property
    def only_reports(self) -> bool:
        """True for "It was agreed that the motion be put": it tells of the vote, and is no bare result."""
        return self.word is not None and self.seconding is None and TELLS.match(self.text) is not None


def fate_behind(said: Sequence[str], *, begins: Callable[[str], bool], told: bool) -> Fate:
    """What the sentences after the words of a motion say became of it, up to one where another motion `begins`.

    `told`: also accept "the motion was put and carried", not only a bare result.
    """
    read = list(_behind(said, begins, told=told))
    votes = [one.text for one in read if one.votes]
    words = list(filter(None, (one.word for one in read)))
    # "Vote: 6-0" settles a motion where no word does
    word = words[-1] if words else fate_by_count("".join(votes[-1:]))
    seconders = [one.seconding["seconder"] for one in read if one.seconding]
    last = max((n for n, one in enumerate(read, 1) if one.tells), default=0)
    counted = "; ".join(filter(COUNTS.search, votes))
    return Fate(word, counted, next(iter(seconders), ""), 0 if word is None else last)


def _behind(said: Sequence[str], begins: Callable[[str], bool], *, told: bool) -> Iterator[_Behind]:
    """The sentences that may speak of the motion before them."""
    settled = False
    for text in said[:FATE_WITHIN]:
        one = _read(text)
        if begins(text) or (one.only_reports and not told):
            return
        # "Carried. Against: Ash, Elm." names the votes; any other sentence behind "Carried." is about something else
        if settled and not one.voted:
            return
        yield one
        settled |= one.word is not None
        # discussion between motion and vote is longer than a result ever is
        if not settled and not one.tells and len(text) > MAX_FATE:
            return


def _read(text: str) -> _Behind:
    """What a sentence says of the motion before it."""
    match = seconder_in(text)
    word = fate_in(OPENS_WITH_AND.sub("", match["rest"]) if match else text)
    return _Behind(text, match, word, VOTES.search(text) is not None)
