"""The figure that was decided last: the decision that set it answers "what is the council tax for next year?"."""

from __future__ import annotations

from collections.abc import Iterator

from app.compose.decisions.headline import LOST
from app.compose.decisions.ruled import opening
from app.compose.evidence import Evidence
from app.compose.forms import FORMS, has_form
from app.compose.records import Records
from app.compose.wording import Statement
from indexer.findings.decisions import Decision
from retriever.coverage import Rarity, covered, wanted
from retriever.question_forms import Ask
from retriever.questions import Question, QuestionKind
from retriever.register import elsewhere
from retriever.words import stem

OF_TIME = frozenset(map(stem, "this next coming current currently new latest year month going".split()))
"""Words that only say that it is asked how things are now, or will be: no decision says "next year"."""

SETS_NOTHING = LOST | {"deferred", "noted", "requested", "referred", "other"}
GIVES = (FORMS["money"], FORMS["share"])
ALL = 0.85  # share of a question's other words that a limb must have; "increased" for "rise" counts a little less


def figure_decided(question: Question, records: Records, rarity: Rarity) -> list[Statement]:
    """The newest decision that gives the sum or the share that is asked for now, or for a year to come."""
    if not _asks_for_one(question):
        return []
    weights = {word: n for word, n in wanted(question, rarity, places=False).items() if word not in OF_TIME}
    found = [limb for limb in _setting(question, records) if covered(weights, limb.put) >= ALL and _has_figure(limb)]
    if not found:
        return []
    last = max(found, key=lambda limb: str(limb.section.meeting.held_on))
    text = opening(last.section, last.item, [last])
    return [Statement(text, Evidence.of(last.section, last.text, last.page, last.item, last.title))]


def _asks_for_one(question: Question) -> bool:
    """Whether it is asked what something is now, or will be, and no time is named by its date."""
    asks_now = Ask.NOW in question.reading.asks and not OF_TIME.isdisjoint(question.reading.stems)
    return asks_now and not question.periods and question.kind in (QuestionKind.FACT, QuestionKind.OVERVIEW)


def _has_figure(limb: Decision) -> bool:
    return any(has_form(form, limb.put) for form in GIVES)


def _setting(question: Question, records: Records) -> Iterator[Decision]:
    """What bodies decided and did not only note, put off or pass on."""
    for ruling in records.rulings:
        if elsewhere(question, ruling.section):
            continue
        yield from (limb for limb in ruling.limbs if limb.outcome not in SETS_NOTHING and not limb.amendment)
