"""Findings: all that the sections of a paper say - decisions, people, actions, recommendations, acronyms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from indexer.findings.acronyms import Acronym, acronyms_of
from indexer.findings.actions import Action, log_actions
from indexer.findings.attendance import Attendance
from indexer.findings.members.interests import Interest
from indexer.findings.minutes import Decision, VoteEvent, decisions_of, events_of, read_minutes, records_a_meeting
from indexer.findings.recommendations import Recommendation, recommendations_of
from indexer.items.table_rows import TableRow
from indexer.sections.section import SectionKind, SectionText


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a paper, each kind in the order in which it is printed."""

    decisions: tuple[Decision, ...]
    attendance: tuple[Attendance, ...]
    actions: tuple[Action, ...]
    recommendations: tuple[Recommendation, ...]
    acronyms: tuple[Acronym, ...]
    events: tuple[VoteEvent, ...] = ()
    table_rows: tuple[TableRow, ...] = ()
    interests: tuple[Interest, ...] = ()


def findings_of(sections: Iterable[SectionText]) -> Findings:
    """What the sections of a paper say; only minutes and signed records decide, only reports recommend."""
    decisions: list[Decision] = []
    attendance: list[Attendance] = []
    actions: list[Action] = []
    recommendations: list[Recommendation] = []
    acronyms: list[Acronym] = []
    events: list[VoteEvent] = []
    interests: list[Interest] = []
    for text in sections:
        if records_a_meeting(text):
            minutes = read_minutes(text)
            decisions += minutes.decisions
            events += minutes.events
            attendance += minutes.attendance
            actions += minutes.actions
            interests += minutes.interests
        else:
            decisions += decisions_of(text)
            events += events_of(text)
            recommendations += recommendations_of(text)
            if text.section.kind is SectionKind.ACTION_LOG:
                actions += log_actions(text)
        acronyms += acronyms_of(text)
    return Findings(
        decisions=tuple(decisions),
        attendance=tuple(attendance),
        actions=tuple(actions),
        recommendations=tuple(recommendations),
        acronyms=tuple(acronyms),
        events=tuple(events),
        interests=tuple(interests),
    )
