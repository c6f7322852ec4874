"""Whose meeting it is: the organisation and the body, from the places where a paper names its own - never from prose.

letterhead(head, trust)        -> the lines over the first item and over who was there
organisation_of(zone, trust)   -> the organisation that those lines name as their own, and whether they name two
body_of(zone, joined, name)    -> the body that meets
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise

from indexer.forms.names import body_in, governed_in, is_plain_name, organisations_in, titled
from indexer.forms.papers.deciders import DECIDED_BY, MEANT_FOR, NOUN_ALONE, OFFICER
from indexer.forms.papers.enclosed import RECORD
from indexer.forms.papers.meeting_heads import (
    AFTER_NAME,
    BEFORE_NAME,
    COUNCIL_OF,
    HELD_BEHIND,
    OPENING_ITEM,
    OWN_NAME,
    PAGE_TITLE,
    PEOPLE_IN_HEAD,
    TWO_LANGUAGES,
)
from indexer.sections.meetings.dates import Trust

# An organisation that is no council is named within this many written lines from the top.
TOP_LINES = 8
# The labels of a report and the title of an appendix stand within this many.
SHORT_HEAD = 12
# A heading longer than this is a sentence.
MAX_NAME = 90
# Among the people on a front sheet, the council of at least this many, and of this many times as many as the next.
MIN_MENTIONS = 2
COUNCIL = 2  # a council's meeting is more likely than a partner's
CLEAR_LEAD = 1.6


def letterhead(head: Sequence[str], trust: Trust) -> list[str]:
    """The lines of a head in which its paper says whose it is: for minutes and agendas those over the first item.

    Where a whole meeting stands in one paragraph, what comes before the people is its letterhead.
    """
    zone: list[str] = []
    if trust < Trust.HEADING:
        return list(head[:SHORT_HEAD])
    for text in head:
        if OPENING_ITEM.match(text) and any(zone):
            break
        people = PEOPLE_IN_HEAD.search(text) if trust is Trust.MINUTES else None
        if people and sum(map(bool, [*zone, text[: people.start()]])) >= 2:
            zone.append(text[: people.start()])
            break
        zone.append(text)
    return zone


def organisation_of(zone: Sequence[str], trust: Trust) -> tuple[str, bool]:
    """The organisation that a letterhead names, or "" and whether it names two as their own."""
    votes = Counter(chain.from_iterable(map(_own_in, zone))) or _named_over_two_lines(zone)
    # "Ashford Borough Council" and "Elmham District Council" over the paper of a joint committee: neither is its
    # council.
    if _as_often(votes) and _joint(votes):
        return "", True
    if votes:
        return votes.most_common(1)[0][0], False
    written = list(filter(None, zone))[:TOP_LINES]
    governed = next(filter(None, map(governed_in, written)), "")
    # A label in the text may name any council: only a heading speaks of the paper's own.
    if trust < Trust.HEADING or governed:
        return governed, False
    named = next(filter(None, map(_own_name, written)), "")
    # "Ash Parish" six times over is a name only on the paper's own front sheet
    return _of_most_people(zone) if not named and trust is Trust.HEADING else (named, False)


def _named_over_two_lines(zone: Sequence[str]) -> Counter[str]:
    """The organisations whose name is set in capitals over two lines: "ANYTOWN BOROUGH" over "COUNCIL"."""
    capitals = (" ".join(pair) for pair in pairwise(zone) if all(map(str.isupper, pair)))
    return Counter(name for text in capitals for name in _own_in(text))


def _as_often(votes: Counter[str]) -> bool:
    """True where two are named, one as often as the other: a joint committee of both, perhaps."""
    return len(votes) == 2 and len(set(votes.values())) == 1


def _of_most_people(zone: Sequence[str]) -> tuple[str, bool]:
    """The council of most of the people whom a front sheet lists with their offices.

    "" and True where two have as many.
    """
    votes: Counter[str] = Counter()
    for text in zone:
        for name in organisations_in(text):
            votes[name] += COUNCIL if name.endswith("Council") else 1
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < MIN_MENTIONS:
        return "", False
    shared = len(ranked) == 2 and ranked[0][1] < CLEAR_LEAD * ranked[1][1]
    return ("", True) if shared else (ranked[0][0], False)


def _joint(votes: Counter[str]) -> bool:
    """True where no name is part of the other, so that the two are two councils."""
    first, second = votes
    return first.casefold() not in second.casefold() and second.casefold() not in first.casefold()


def _own_in(text: str) -> list[str]:
    """The organisations that a line names as its own: nothing but the kind of paper before the name, no sentence
    behind.
    """
    line = COUNCIL_OF.sub(r"\2 \1 Council", HELD_BEHIND.sub("", titled(text) if text.isupper() else text))
    found = []
    for side in TWO_LANGUAGES.split(line):  # the two languages of one letterhead
        for name in organisations_in(side):
            start = side.find(name)
            before, after = side[:start], side[start + len(name) :]
            if is_plain_name(name) and BEFORE_NAME.fullmatch(before) and AFTER_NAME.match(after):
                found.append(name)
    return found


def _own_name(text: str) -> str:
    """The name of an organisation that is no council, where a line is nothing else."""
    match = OWN_NAME.match(HELD_BEHIND.sub("", text))
    if not match or len(match[1]) > MAX_NAME:
        return ""
    name = titled(match[1]) if match[1].isupper() else match[1]
    return name.strip(" .,–-") if is_plain_name(name) else ""


def body_of(zone: Sequence[str], joined: Sequence[str], organisation: str, trust: Trust) -> str:
    """The body that a letterhead names: in the title of what it heads before its own line, and before the
    organisation.

    A report or a record of decision bears the council's name whoever it is for, so that the name alone names none.
    """
    if officer := _officer_of(zone, trust):
        return officer
    whole = map(_with_last_word, zone, [*zone[1:], ""], joined)
    lines = sorted(whole, key=lambda line: not PAGE_TITLE.search(line[0]))
    named = [name for text, more in lines if (name := _in_one_language(text) or body_in(text, more))]
    own = [name for name in named if not organisation or not name.endswith(organisation)]
    return next(iter(own or (named if trust is not Trust.LABEL else ())), "")


def _with_last_word(text: str, below: str, joined: str) -> tuple[str, str]:
    """A line, alone and `joined`, with the one below where that is the last word of the name which the line begins."""
    parted = NOUN_ALONE.match(below) and (MEANT_FOR.match(text) or text.isupper())
    return (f"{text} {below}",) * 2 if parted else (text, joined)


def _officer_of(zone: Sequence[str], trust: Trust) -> str:
    """The office of who took a decision alone, where the record of one says so."""
    if trust is not Trust.LABEL or not any(map(RECORD.search, zone)):
        return ""
    decided = (match[1] for text in zone if (match := DECIDED_BY.match(text)))
    return next((office[1] for text in decided if (office := OFFICER.search(text))), "")


def _in_one_language(text: str) -> str:
    """The body that one side of a line in two languages names: "Bwrdd Gweithredol / Executive Board"."""
    sides = TWO_LANGUAGES.split(text)
    return next((name for side in sides[::-1] if (name := body_in(side))), "") if len(sides) > 1 else ""
