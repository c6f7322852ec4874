"""Lists that the records hold whole: people, votes, agendas, actions, decisions, meetings, papers, acronyms."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.compose.decisions.before_that import before_that
from app.compose.evidence import Evidence
from app.compose.extract import quotes
from app.compose.lists.abbreviations import abbreviations
from app.compose.lists.agenda import agenda_list
from app.compose.lists.coming import bodies_list, next_meeting
from app.compose.lists.figures import figure_decided
from app.compose.lists.meetings import meetings_list, papers_list
from app.compose.lists.members import elections_list, interests_list, motions_list, oaths_list
from app.compose.lists.people import apologies_said, attendance_list
from app.compose.lists.register import register_list
from app.compose.lists.remit import remit
from app.compose.lists.tasks import actions_list
from app.compose.lists.votes import votes_list
from app.compose.records import Records
from app.compose.traces.mention import last_mentions
from app.compose.wording import Draft, Statement
from retriever.coverage import Rarity, covered
from retriever.questions import Question
from retriever.search import Hit
from retriever.words import stem, stems

BUDGET = 1250  # characters of quotes and of what introduces them
BEARS_ON_IT = 0.5  # share of the words of that rest which a sentence must have
FEWEST = 2  # such words; a single one ("and for whom did they come?") is answered by the list or by nothing


def listing(
    question: Question, hits: Sequence[Hit], evidence: Sequence[Evidence], records: Records, rarity: Rarity
) -> Draft | None:
    """The list that is asked for with what else bears on the question behind it; None where no record holds one."""
    makers: tuple[Callable[[], list[Statement]], ...] = (
        lambda: interests_list(question, records),
        lambda: motions_list(question, records),
        lambda: oaths_list(question, hits, rarity),
        lambda: attendance_list(question, hits, records),
        lambda: votes_list(question, hits, records, rarity),
        lambda: abbreviations(question, hits, records),
        lambda: agenda_list(question, hits, records),
        lambda: actions_list(question, hits, records),
        lambda: register_list(question, hits, records, rarity),
        lambda: papers_list(question, records, rarity),
        lambda: remit(question, hits, records),
        lambda: figure_decided(question, records, rarity),
        lambda: last_mentions(question, evidence, records, rarity),
    )
    for make in makers:
        if found := make():
            return _draft((*found, *_further(question, found, evidence, rarity)))
    return None


def held_list(question: Question, records: Records, rarity: Rarity) -> Draft | None:
    """The list for which no passage has to be found: bodies, meetings, the next one, apologies, who was chosen."""
    found = (
        next_meeting(question, records)
        or bodies_list(question, records)
        or meetings_list(question, records)
        or apologies_said(question, records)
        or elections_list(question, records, rarity)
        or before_that(question, records, rarity)
    )
    return _draft(found) if found else None


def _draft(statements: Sequence[Statement]) -> Draft:
    return Draft("list", answered=True, statements=tuple(statements))


def _further(
    question: Question, found: Sequence[Statement], evidence: Sequence[Evidence], rarity: Rarity
) -> tuple[Statement, ...]:
    """What else of the same meeting bears on the rest of a question that asks for more than the list."""
    quoted = [s.evidence for s in found if s.evidence]
    said = " ".join(e.sentence for e in quoted)
    known = stems(f"{said} {' '.join(s.text for s in found)}")
    weights = {s: rarity(s) for word in question.reading.more if (s := stem(word)) not in known}
    if len(weights) < FEWEST or not quoted:
        return ()
    left = BUDGET - sum(len(s.text) for s in found) - sum(len(e.sentence) for e in quoted)
    meeting = quoted[-1].passage.section.meeting
    fresh = [
        e
        for e in evidence
        if e.passage.section.meeting == meeting
        and e.sentence not in said
        and covered(weights, e.sentence) >= BEARS_ON_IT
    ]
    return quotes(fresh, budget=left, before=quoted[-1])
