"""QuestionForm: one way in which a question words what it asks for, and what can be asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from indexer.forms.form import Form
from retriever.words import content_words


class Ask(StrEnum):
    """What the wording of a question asks for; one question may ask for several of them."""

    # lists that records give whole
    ABBREVIATION = "abbreviation"
    ACTIONS = "actions"
    AGENDA = "agenda"
    APOLOGIES = "apologies"
    ATTENDANCE = "attendance"
    BODIES = "bodies"
    CHAIR = "chair"
    DECISIONS = "decisions"
    DECISIONS_OF_A_TIME = "decisions of a time"
    FROM_AFAR = "from afar"
    IN_ATTENDANCE = "in attendance"
    INTERESTS = "interests"
    MEETINGS = "meetings"
    MOVED = "moved"
    NEXT_MEETING = "next meeting"
    NEXT_MEETING_ONLY = "next meeting only"
    NEXT_MEETINGS = "next meetings"
    OPEN_ACTIONS = "open actions"
    OUTCOME = "outcome"
    PAPERS = "papers"
    SUBSTITUTES = "substitutes"
    VOTED = "voted"
    VOTES = "votes"
    WHICH_MEMBERS = "which members"
    # decisions
    AGAINST_IT = "against it"
    BACKED_IT = "backed it"
    CHANGES = "changes"
    DETAIL = "detail"
    DEALS = "deals"
    EITHER_OR = "either or"
    FOR_IT = "for it"
    FULL_COUNCIL = "full council"
    HOW_VOTED = "how voted"
    MOVER = "mover"
    NOTED = "noted"
    NOW = "now"
    PUT_OFF = "put off"
    TAKEN_FOR_GRANTED = "taken for granted"
    WAS_DECIDED = "was decided"
    WAS_SAID = "was said"
    WHY = "why"
    YES_OR_NO = "yes or no"
    # courses
    ASKED_TO = "asked to"
    EVERY_STEP = "every step"
    FIRST_TIME = "first time"
    DAY_DECIDED = "day decided"
    SINCE = "since"
    # talk
    GOODBYE = "goodbye"
    GREETING = "greeting"
    HELP = "help"
    NEWS = "news"
    THANKS = "thanks"
    # more than one thing
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class QuestionForm(Form):
    """A row: what is asked for, the pattern, a question that it must match and one that it must not.

    `asking` finds the words that only ask for it: what is left of the question without them is what it is about.
    """

    asking: re.Pattern[str] | None = None

    def besides(self, text: str) -> tuple[str, ...]:
        """The words of a question that do not merely ask for this: what it is about."""
        return tuple(content_words((self.asking or self.pattern).sub(" ", text)))


def row(name: str, pattern: str, example: str, not_this: str, *, asking: str = "") -> QuestionForm:
    """A form whose patterns take no notice of capitals."""
    words = re.compile(asking, re.IGNORECASE) if asking else None
    return QuestionForm(name, re.compile(pattern, re.IGNORECASE), example, not_this, words)
