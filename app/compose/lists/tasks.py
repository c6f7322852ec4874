"""The actions that came out of a meeting, or that somebody was left with."""

from __future__ import annotations

from collections.abc import Sequence

from app.answers.phrases import counted
from app.compose.evidence import Evidence
from app.compose.lists.asked import bodies_named, meant_by
from app.compose.records import Records, meant
from app.compose.wording import Statement, whose
from corpus.papers import date_in_words
from indexer.findings.actions import Action
from retriever.periods import MONTHS
from retriever.question_forms import Ask
from retriever.questions import Question
from retriever.search import Hit
from retriever.words import stems

MOST = 12  # entries of the list; the rest is counted


def actions_list(question: Question, hits: Sequence[Hit], records: Records) -> list[Statement]:
    """The actions of the meeting that is asked about, or of whoever is named, with their owners."""
    if Ask.ACTIONS not in question.reading.asks:
        return []
    open_to_all = [action for action in records.actions if not action.promise]
    bodies = bodies_named(question, records.sections)
    owners = [
        name
        for name in question.reading.owners
        if not any(name in whole for whole in (*bodies, *question.organisations))
    ]
    if owner := next((name for name in owners if name.split()[0].lower() not in MONTHS), ""):
        found = [a for a in open_to_all if _owns(owner, a) and meant_by(question, a.section, bodies)]
        opening = f"The papers record {counted(len(found), 'action')} for {owner}."
    else:
        found = meant(question, open_to_all, hits)
        opening = f"The minutes of the {_of(found[0])} record {counted(len(found), 'action')}." if found else ""
    if not found:
        return []
    statements = [Statement(opening)]
    for action in found[:MOST]:
        said = action.owner or "Action"
        if owner and action.section.meeting.held_on:
            said = f"{date_in_words(action.section.meeting.held_on)}, {action.section.meeting.body}".strip(", ")
        statements.append(Statement(f"{said}:", Evidence.of(action.section, action.text, action.page, action.item)))
    return statements


def _owns(owner: str, action: Action) -> bool:
    return bool(stems(owner)) and stems(owner) <= stems(action.owner)


def _of(action: Action) -> str:
    held = action.section.meeting.held_on
    return f"{whose(action.section)} of {date_in_words(held)}" if held else whose(action.section)
