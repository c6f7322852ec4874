"""Lists of what is indexed: the meetings of a body, and the papers on a topic or of a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from app.answers.citations import bare
from app.answers.phrases import counted
from app.compose.evidence import Evidence
from app.compose.lists.asked import bodies_named, left_over, meant_by
from app.compose.records import Records
from app.compose.wording import Statement, sentence, whose
from corpus.papers import date_in_words
from indexer.sections.section import Section, SectionKind
from retriever.coverage import Rarity, covered, wanted
from retriever.question_forms import Ask
from retriever.questions import Question

REPORTS = (
    SectionKind.REPORT,
    SectionKind.PRESENTATION,
    SectionKind.DECISION_RECORD,
    SectionKind.PROPOSED_DECISION_RECORD,
)
FIRST = (SectionKind.MINUTES, SectionKind.FRONT_SHEET)  # kinds of section that say best when a meeting was held
MOST = 10  # entries with a quote; the rest is counted
NAMES = 0.7  # share of a topic's words that a title must have
LONGEST = 160  # characters of the line that gives a date


def meetings_list(question: Question, records: Records) -> list[Statement]:
    """The meetings of the bodies and the time that are asked about, each with the line that gives its date.

    Only where the question asks for nothing else.
    """
    bodies = bodies_named(question, records.sections)
    if Ask.MEETINGS not in question.reading.asks or left_over(question, Ask.MEETINGS, bodies):
        return []
    held: dict[tuple[str, str, date | None], list[Section]] = {}
    for section in records.sections:
        if section.meeting.held_on and section.meeting.body and meant_by(question, section, bodies):
            held.setdefault(section.meeting.sitting, []).append(section)
    dated = sorted(held.values(), key=lambda sections: (sections[0].meeting.held_on, sections[0].meeting.organisation))
    if not dated:
        return []
    minuted = sum(any(s.kind is SectionKind.MINUTES for s in sections) for sections in dated)
    whose_all = {whose(sections[0]) for sections in dated}
    of = f" of the {next(iter(whose_all))}" if len(whose_all) == 1 else ""
    opening = f"We have papers of {counted(len(dated), 'meeting')}{of}, with the minutes of {minuted}."
    statements = [Statement(opening)]
    for sections in dated[:MOST]:
        if quote := day_line(sections, records):
            statements.append(Statement(f"{_day(sections[0], named=not of)}:", quote))
    if more := dated[MOST:]:
        statements.append(Statement(f"Then: {', '.join(_day(s[0], named=not of) for s in more)}."))
    return statements


def papers_list(question: Question, records: Records, rarity: Rarity) -> list[Statement]:
    """The reports whose title names the topic that is asked about, or all of the meeting or time where none is."""
    bodies = bodies_named(question, records.sections)
    if Ask.PAPERS not in question.reading.asks:
        return []
    topic = left_over(question, Ask.PAPERS, bodies)
    weights = {word: weight for word, weight in wanted(question, rarity, places=False).items() if word in topic}
    if not weights and not question.periods:
        return []
    found = list(_once(
        section
        for section in records.sections
        if section.kind in REPORTS and section.title and section not in records.superseded
        if meant_by(question, section, bodies)
        and (not weights or covered(weights, section.title) >= NAMES)
    ))  # fmt: skip
    if not found:
        return []
    many = "report" if all(s.kind is SectionKind.REPORT for s in found) else "paper"
    which = "on this" if weights else "of that time"
    statements = [Statement(f"We have {counted(len(found), many)} {which}, by title:")]
    statements += [Statement(f"{_day(s, named=True)}:", Evidence.of(s, s.title, s.page, s.item)) for s in found[:MOST]]
    if (more := len(found) - MOST) > 0:
        statements.append(Statement(sentence(f"{counted(more, 'further paper')} can be found on the page “Papers”.")))
    return statements


def _once(sections: Iterable[Section]) -> Iterable[Section]:
    """The sections by date, one that is printed twice counted once."""
    seen: dict[tuple[object, ...], Section] = {}
    for section in sections:
        seen.setdefault((*section.meeting.sitting, section.kind, bare(section.title)), section)
    return sorted(seen.values(), key=lambda section: str(section.meeting.held_on))


def day_line(sections: Sequence[Section], records: Records) -> Evidence | None:
    """The line of the papers of a meeting that gives its day, of its minutes before all others."""
    order = sorted(sections, key=lambda s: FIRST.index(s.kind) if s.kind in FIRST else len(FIRST))
    day = sections[0].meeting.held_on
    assert day is not None
    given = re.compile(rf"\b0?{day.day}(?:st|nd|rd|th)? {day:%B},? {day.year}\b", re.IGNORECASE)
    for section in order[:2]:
        for passage in records.passages_of(section)[:2]:
            lines = passage.text.splitlines()
            at = next((n for n, line in enumerate(lines) if given.search(line) and len(line) <= LONGEST), None)
            if at is not None:
                before = "\n".join(
                    lines[max(0, at - 1) : at + 1]
                )  # "held in the Town Hall on" may stand before the day
                line = before if len(before) <= LONGEST else lines[at]
                return Evidence(line, passage, score=0.0, coverage=1.0)
    return None


def _day(section: Section, *, named: bool) -> str:
    held = section.meeting.held_on
    day = date_in_words(held) if held else "Without a date"
    return f"{day}, {whose(section)}" if named else day
