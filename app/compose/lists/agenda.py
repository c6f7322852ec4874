"""The agenda of a meeting: the items on its front sheets, and its reports that no sheet names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.answers.citations import bare
from app.compose.evidence import Evidence
from app.compose.records import Records, meant
from app.compose.wording import Statement, whose
from corpus.papers import date_in_words
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.question_forms import Ask
from retriever.questions import Question, QuestionKind
from retriever.search import Hit

NUMBERED = re.compile(r"^\W{0,4}\d{1,2}(?:\.\d{1,2})?[.)]?\s+(?=\D|\d+/)")
NOTHING = re.compile(r"^\W*(?:none|nil)\W*$", re.IGNORECASE)
PAGES = re.compile(r"(?<!\s)\s*\(pages?\b.*$", re.IGNORECASE | re.DOTALL)
# What is on every agenda; the order of business begins behind it.
ROUTINE = re.compile(
    r"\b(?:apolog|declarations?|minutes|(?:to )?confirm|urgent|any other business|welcome|date (?:and time )?of next)",
    re.IGNORECASE,
)
OPENS = 60  # characters of an item that say whether it is routine


def agenda_list(question: Question, hits: Sequence[Hit], records: Records) -> list[Statement]:
    """The business on the agenda of the meeting that is asked about, without what every agenda has."""
    if question.kind is QuestionKind.TRACE or Ask.AGENDA not in question.reading.asks:
        return []
    sheets = meant(question, [s for s in records.sections if s.kind is SectionKind.FRONT_SHEET], hits)
    found = [item for sheet in sheets for item in _on(sheet, records)]
    # a supplement prints again what the agenda had
    # The longest sheet is the whole agenda; a supplement has one item of it.
    found.sort(key=lambda evidence: -len(evidence.sentence) if len(sheets) > 1 else 0)
    business: list[Evidence] = []
    for item in found:
        if not all(_said(line, business) for line in item.sentence.splitlines() if NUMBERED.match(line)):
            business.append(item)
    for section in records.sections if sheets else ():
        report = section.kind is SectionKind.REPORT and section.item and section.meeting == sheets[0].meeting
        if report and not _said(section.title, business):
            business.append(Evidence.of(section, section.title, section.page, section.item))
    if not business:
        return []
    held = sheets[0].meeting.held_on
    of = f"{whose(sheets[0])} of {date_in_words(held)}" if held else whose(sheets[0])
    return [Statement(f"On the agenda of the {of}:" if n == 0 else "", item) for n, item in enumerate(business)]


def _on(sheet: Section, records: Records) -> Iterator[Evidence]:
    """The items of business on a front sheet, those that stand together as one stretch."""
    for passage in records.passages_of(sheet):
        if passage.item:
            if not NOTHING.match(passage.text) and not ROUTINE.search(passage.title):
                yield Evidence.of(sheet, passage.title, passage.page, passage.item)
        elif stretch := _business(passage):
            yield Evidence(stretch, passage, score=0.0, coverage=1.0)


def _business(passage: Passage) -> str:
    """The lines of a passage from its first item of business to the end of its last, "" where it has none."""
    lines = passage.text.splitlines()
    items = [n for n, line in enumerate(lines) if NUMBERED.match(line)]
    telling = [n for n in items if not ROUTINE.search(lines[n][:OPENS])]
    if not telling:
        return ""
    ends = next((n for n in items if n > telling[-1]), len(lines))
    # after the last item of all there stands whatever a sheet ends with
    last = next((n for n in range(telling[-1] + 1, ends) if _ends_item(lines[n])), ends)
    return "\n".join(lines[telling[0] : last])


def _ends_item(line: str) -> bool:
    """True for a line that no longer belongs to an item of an agenda: a heading, or a sentence about the papers."""
    return line.isupper() or not re.match(r"[(a-z]|\w+\W*$", line.strip())


def _said(line: str, business: Sequence[Evidence]) -> bool:
    """True where an item is on the list already, whatever its number and its pages."""
    title = bare(PAGES.sub("", NUMBERED.sub("", line)))
    return any(title in bare(item.sentence) for item in business)
