"""Lists that are asked for and that no record holds: votes, who was there, the day of a next meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.compose.decisions.ruled import SIDES
from app.compose.lists.asked import bodies_named, meant_by
from app.compose.lists.people import asks_who_was_there
from app.compose.records import Records
from indexer.sections.section import SectionKind
from retriever.question_forms import Ask
from retriever.questions import Question
from retriever.search import Hit

TELLS = frozenset({SectionKind.MINUTES, SectionKind.REPORT})  # of how people voted; an agenda only of how they may
BY_NAME = re.compile(
    r"\bvoted\b|\bvotes? (?:for|against|to)\b|\b(?:For|Against|Abst\w+) \(\d+\)|\babstain", re.IGNORECASE
)


def unlisted(question: Question, hits: Sequence[Hit], records: Records) -> str | None:
    """Why a list that is asked for cannot be given, in a sentence ("" where none is needed); None where it may be.

    The next meeting of a body is looked for before: here no indexed paper gives it.
    """
    asks = question.reading.asks
    if Ask.NEXT_MEETING_ONLY in asks:
        return "The papers do not give the date of the next meeting."
    bodies = bodies_named(question, records.sections)
    if question.periods and asks_who_was_there(question):
        return None if any(meant_by(question, section, bodies) for section in records.sections) else ""
    meant = [ruling for ruling in records.rulings if meant_by(question, ruling.section, bodies)]
    if Ask.VOTES in asks and not any(SIDES.search(limb.votes) for ruling in meant for limb in ruling.limbs):
        return "The papers do not record who voted how."
    if {Ask.VOTED, Ask.WHICH_MEMBERS} <= asks:
        told = (hit.passage.text for hit in hits if hit.passage.section.kind in TELLS)
        return None if any(map(BY_NAME.search, told)) else "The papers do not record who voted how."
    return None
