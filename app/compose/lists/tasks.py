"""The actions that came out of a meeting, or that somebody was left with."""

from __future__ import annotations

from collections.abc import Sequence

from app.answers.phrases import counted
from app.compose.evidence import Evidence
from app.compose.lists.asked import bodies_named, left_over, meant_by
from app.compose.records import Records, meant
from app.compose.wording import Statement, whose
from corpus.papers import date_in_words
from indexer.findings.actions import Action
from indexer.linking.followed_actions import Followed, State, followed
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
    if Ask.OPEN_ACTIONS in question.reading.asks and (still_open := _open(question, records)):
        return still_open
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


def _open(question: Question, records: Records) -> list[Statement]:
    """The actions that no later paper calls done, each at its latest mention, with owner and date."""
    bodies = bodies_named(question, records.sections)
    asked = left_over(question, Ask.OPEN_ACTIONS, bodies)
    meant_ones = [one for one in records.actions if meant_by(question, one.section, bodies)]
    left = [one for one in followed(meant_ones) if one.state is not State.DONE]
    left = [one for one in left if asked <= stems(f"{one.last.owner} {one.last.text}")]
    if not left:
        return []
    shown = "" if len(left) <= MOST else f" The latest {MOST} of them:"
    opening = f"The papers do not say of {counted(len(left), 'action')} that it was done.{shown}"
    return [Statement(opening), *map(_entry, left[-MOST:])]


def _entry(one: Followed) -> Statement:
    """An open action in a line: since when, whose, by when, and its words at the latest mention."""
    first, last = one.action.section, one.last
    held = first.meeting.held_on
    said = [date_in_words(held) if held else "", whose(first), last.owner]
    said += [f"by {last.deadline}" if last.deadline else "", one.state if one.later else ""]
    return Statement(f"{', '.join(filter(None, said))}:", Evidence.of(last.section, last.text, last.page, last.item))


def _owns(owner: str, action: Action) -> bool:
    return bool(stems(owner)) and stems(owner) <= stems(action.owner)


def _of(action: Action) -> str:
    held = action.section.meeting.held_on
    return f"{whose(action.section)} of {date_in_words(held)}" if held else whose(action.section)
