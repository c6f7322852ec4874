"""The course of a debate: who moved what, in which words, and what became of it, amendments inside their motion.

    proposals_in(said)        each proposal with its mover, seconder and words
    results_in(said)          each sentence that says what became of one
    paired(said)              a result with the proposal that it settles

A result settles the last proposal of its sort that is still open: an amendment before its motion.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from indexer.forms.minutes.debate import (
    ALSO,
    AMENDS,
    COUNTED,
    COUNTS,
    FATE_WORD,
    LOST,
    MOVE_WORD,
    OPENS,
    OPENS_WITH_THAT,
    PROCEDURAL,
    RESULTS,
    SHAPES,
    TURN,
    WHICH,
)
from indexer.items.statements import Statement

# The counts of one vote take no more sentences than these after the first.
COUNTS_WITHIN = 2
# Fewer letters than this after the mover are not yet what was moved: "that", "to".
FEWEST_LETTERS = 8
# "Amendment 2" over what is moved has no more words than this.
LONGEST_HEAD = 4
# Results that may stand in the mover's sentence, and the words that lead over to them
_INSIDE = (RESULTS[1], *RESULTS[3:])


@dataclass(slots=True)
class Proposal:
    """What somebody moved: where it stands, who, its words, and whether a result has settled it."""

    at: int
    mover: str
    seconder: str
    words: str
    amendment: bool
    procedural: bool
    paragraph: int = 0  # the index of the paragraph in which it was moved
    settled: bool = False
    limbs: tuple[int, ...] = ()  # the paragraphs of the list that it opens


@dataclass(frozen=True, slots=True)
class Settled:
    """A sentence that says what became of a proposal, with the proposal; `lost` for one that did not pass."""

    said: Statement
    fate: str
    amendment: bool
    proposal: Proposal | None

    @property
    def lost(self) -> bool:
        """True where the proposal did not pass."""
        return bool(LOST.match(self.fate))


def debated(said: Sequence[Statement]) -> Iterator[Settled]:
    """Each result in order with the proposal that it settles, None where none is found."""
    open_: list[Proposal] = []
    for n, one in enumerate(said):
        proposal = proposed(said, n)
        if proposal:
            open_.append(proposal)
        result = _result(one.text) or (_by_counts(said, n) if open_ else None)
        if result is None or (proposal and not proposal.words):
            continue
        what, fate = result
        yield Settled(one, fate, "amendment" in what, _settles(open_, what))
        if (also := ALSO.search(one.text)) and also["what"].lower() != what:
            other = also["what"].lower()
            yield Settled(one, also["fate"].lower(), "amendment" in other, _settles(open_, other))


def words_of_proposals(said: Sequence[Statement]) -> set[int]:
    """The indexes of the paragraphs that hold only a proposal: they decide nothing until a result says so."""
    found: set[int] = set()
    for n in range(len(said)):
        one = proposed(said, n)
        if one:
            found.update(one.limbs)
        if one and not FATE_WORD.search(said[n].text) and said[n].last and not said[n].place:
            found.add(said[n].at)
    return found


def _settles(open_: list[Proposal], what: str) -> Proposal | None:
    """The last open proposal of a sort; it is settled, and what was moved upon it as well."""
    for place in range(len(open_) - 1, -1, -1):
        one = open_[place]
        if not what or ("amendment" in what) == one.amendment:
            del open_[place:]
            one.settled = True
            return one
    if "amendment" in what and len(open_) > 1:  # moved in other words upon the motion before it
        one = open_.pop()
        one.settled = one.amendment = True
        return one
    return None


def proposed(said: Sequence[Statement], n: int) -> Proposal | None:
    """The proposal that a sentence moves, with its words from there or from the next; None where it moves none."""
    text = said[n].text
    match = next(filter(None, (shape.match(text) for shape in SHAPES)), None) if MOVE_WORD.search(text) else None
    if match is None:
        return None
    named, rest = match.groupdict(), match["rest"]
    limbs = _list_below(said, n) if rest.rstrip().endswith(":") else ()
    words = _words_of(rest)
    if limbs:
        words = "" if WHICH.match(words) else words
    elif len(words) < FEWEST_LETTERS and _has_words_below(said, n, rest):
        words = said[n + 1].text.strip(' “”"')
    return Proposal(
        n,
        match["mover"],
        named.get("seconder", ""),
        words,
        bool(AMENDS.search(f"{_headed(said, n)} {named.get('what') or ''} {rest[:80]}")),
        bool(PROCEDURAL.search(words)),
        said[n].at,
        limbs=limbs,
    )


def _headed(said: Sequence[Statement], n: int) -> str:
    """The short line above a sentence: "Amendment 2" over a motion makes it one."""
    above = said[n - 1].text if n else ""
    return above if len(above.split()) <= LONGEST_HEAD else ""


def _words_of(rest: str) -> str:
    """What was moved, from after the mover's name up to a result in the same sentence."""
    opened = OPENS.match(rest)
    words = rest[opened.end() if opened else 0 :].strip(' ,:“”"')
    results = [found.start() for form in _INSIDE if (found := form.search(words))]
    # "Mr Ash moved to adjourn, and the motion was carried": what was moved is to adjourn
    return TURN.sub("", words[: min(results)]).rstrip(" ,;.") if results else words


def _has_words_below(said: Sequence[Statement], n: int, rest: str) -> bool:
    """True where the next sentence has the words: in quotation marks, behind a colon, or with "That"."""
    if n + 1 >= len(said):
        return False
    below = said[n + 1].text
    return below.lstrip()[:1] in "“\"'‘" or rest.rstrip().endswith(":") or OPENS_WITH_THAT.match(below) is not None


def _list_below(said: Sequence[Statement], n: int) -> tuple[int, ...]:
    """The paragraphs of the counted list that stands right below a sentence, by their indexes."""
    found: list[int] = []
    for one in said[n + 1 :]:
        if one.mark in ("", "bullet"):
            break
        if not found or one.at != found[-1]:
            found.append(one.at)
    return tuple(found)


def _by_counts(said: Sequence[Statement], n: int) -> tuple[str, str] | None:
    """What the count of a vote says became of a proposal, where no word behind it does."""
    if not COUNTED.match(said[n].text) or any(_result(one.text) for one in said[n : n + 2 + COUNTS_WITHIN]):
        return None
    # "For: 3. Against: 5." are separate sentences
    match = COUNTED.match(" ".join(one.text.rstrip(".") for one in said[n : n + 1 + COUNTS_WITHIN]))
    if match is None:
        return None
    return "", "carried" if int(match["ayes"]) > int(match["noes"] or 0) else "lost"


@lru_cache(maxsize=4096)  # asked for the course of a debate, for its proposals and for their fates
def _result(text: str) -> tuple[str, str] | None:
    """What a sentence says the fate of ("amendment", "motion", ""), and the fate; None where it says none."""
    if not FATE_WORD.search(text):
        return None
    text = COUNTS.sub("", text)
    for shape in RESULTS:
        if match := shape.search(text):
            return (match["what"] or "").lower(), match["fate"].lower()
    return None
