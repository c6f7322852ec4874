"""Questions to begin with, drawn from what the papers hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.papers import date_in_words
from indexer.minutes import Decision

MOST = 4
LONGEST_TITLE = 80  # characters; a longer title makes no question that anybody would ask
# Business that every meeting has and nobody asks about.
ROUTINE = re.compile(
    r"\b(?:minutes|apolog\w+|declarations?|urgent|any other|welcome|chair(?:man|person)?'?s? announcements?|exclusion|"
    r"date of next|action log|forward plan|work programme|public questions?)\b",
    re.IGNORECASE,
)


def example_questions(decisions: Sequence[Decision]) -> list[str]:
    """Up to four questions about the latest matters that were decided, one a matter, spread over bodies."""
    found: dict[tuple[str, str], str] = {}
    for decision in sorted(decisions, key=_newest_first):
        title, meeting = decision.title.strip(" .:*"), decision.section.meeting
        if not title or len(title) > LONGEST_TITLE or ROUTINE.search(title) or meeting.held_on is None:
            continue
        key = (meeting.organisation, meeting.body)
        body = meeting.body or meeting.organisation
        found.setdefault(
            key, f"What did the {body} decide about {_in_a_sentence(title)} on {date_in_words(meeting.held_on)}?"
        )
    return list(found.values())[:MOST]


def _newest_first(decision: Decision) -> int:
    held_on = decision.section.meeting.held_on
    return -held_on.toordinal() if held_on else 0


def _in_a_sentence(title: str) -> str:
    """A title as it stands inside a sentence: capitals calmed down where all of it is in capitals."""
    return title.capitalize() if title.isupper() else title
