"""Afterwards: what was decided later on a matter that was decided, a line each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from app.compose.decisions.ruled import SLIGHT, did
from app.compose.evidence import Evidence
from app.compose.wording import Statement, whose
from corpus.papers import date_in_words
from indexer.findings.minutes import Decision
from retriever.coverage import Rarity, covered
from retriever.questions import Question
from retriever.register import ROUTINE, Ruling, matter
from retriever.words import stems

MOST = 3  # later rulings told of
LONGEST = 220  # characters of a limb that is quoted as one line
ABOUT = 0.7  # a later ruling with at least this share of the question's words is on the same matter
SAME_TITLE = 0.5  # the same share, where one title holds all the words of the other
TELLING = re.compile(
    r"(?m)^[^A-Za-z\n]*[A-Za-z].*\d|\d/\d"
)  # a minute's number that is not merely a figure: CAB 55, 23/10


def afterwards(
    question: Question, ruling: Ruling, held: Iterable[Ruling], *, room: int, rarity: Rarity
) -> list[Statement]:
    """The later rulings on the same matter in at most `room` characters, by date: those that name the earlier one first
    of all, then the latest and the next of the same body."""
    weights = matter(question, rarity)
    later = [(one, limb) for one in held if _is_later(one, ruling) and (limb := _told(weights, ruling, one))]
    own = [pair for pair in later if pair[0].section.meeting.body == ruling.section.meeting.body]
    naming = [pair for pair in later if _names(pair[1], ruling.item)]
    order = [*naming, *own[-1:], *own[:1], *reversed(own), *reversed(later)]
    chosen: list[tuple[Ruling, Decision]] = []
    for pair in order:
        if pair not in chosen and len(chosen) < MOST and len(pair[1].text) + 80 <= room:
            chosen.append(pair)
            room -= len(pair[1].text) + 80
    return [_line(ruling, one, limb) for one, limb in later if (one, limb) in chosen]


def _is_later(one: Ruling, ruling: Ruling) -> bool:
    meeting, before = one.section.meeting, ruling.section.meeting
    if meeting.held_on is None or before.held_on is None or meeting.held_on <= before.held_on:
        return False
    return meeting.organisation == before.organisation and not ROUTINE.search(f"{one.title} {one.limbs[0].text}")


def _told(weights: Mapping[str, float], ruling: Ruling, later: Ruling) -> Decision | None:
    """The limb that says what became of the matter; None where the later ruling is about something else."""
    limbs = [
        limb for limb in later.limbs if limb.outcome not in SLIGHT and not limb.amendment and len(limb.text) <= LONGEST
    ]
    if not limbs:
        return None
    if naming := next((limb for limb in limbs if _names(limb, ruling.item)), None):
        return naming
    best = max(limbs, key=lambda limb: covered(weights, limb.text))
    # Under the same title a later decision is on the same matter, in whatever words.
    least = SAME_TITLE if _same_title(ruling.title, later.title) else ABOUT
    return best if covered(weights, f"{later.title} {best.text}") >= least else None


def _names(limb: Decision, item: str) -> bool:
    return bool(TELLING.search(item)) and bool(re.search(rf"(?<!\w){re.escape(item)}(?!\w)", limb.text))


def _same_title(one: str, other: str) -> bool:
    """True where one of the titles holds all the words of the other."""
    first, second = stems(one), stems(other)
    return bool(first and second) and (first <= second or second <= first)


def _line(ruling: Ruling, one: Ruling, limb: Decision) -> Statement:
    meeting = one.section.meeting
    same = meeting.body == ruling.section.meeting.body
    body = meeting.body if same and meeting.body else whose(one.section)
    minute = f" (minute {one.item})" if one.item else ""
    opening = f"Then, on {date_in_words(meeting.held_on)}, the {body} {did([limb])}{minute}:"
    return Statement(opening, Evidence.of(limb.section, limb.text, limb.page, limb.item))
