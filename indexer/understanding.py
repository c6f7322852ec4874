"""Understood: all that our rules find in one paper; a fault in them is a sentence in its report, and ends no run.

understood(paper, reading, labels)   -> Understood   its sections, and what they say to the papers beside them
with_findings(held)                  -> Understood, passages, Findings   without what a failing rule would find
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.access import EXEMPT_LABEL, PageLabel
from corpus.listed import NOTHING, Listed
from corpus.papers import Meeting, Paper
from indexer.findings.findings import Findings, findings_of
from indexer.items.table_rows import rows_of
from indexer.linking.copies import likeness_key
from indexer.linking.missing_meetings import Said, said_of
from indexer.passages.passage import Passage, passages_of
from indexer.reading.pages import Reading
from indexer.sections.section import Line, Section, SectionKind, SectionText, understand
from indexer.time_limit import TookTooLong, time_limit

NO_FINDINGS = Findings((), (), (), (), ())

SECONDS, SECONDS_A_PAGE = 60.0, 1.0
"""Computing time that each of the steps below may take for one paper, and for each of its pages on top: what the
reading of a file may take as well. The longest honest papers take a few seconds."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A paper that has been read and understood; `said` is what each section says itself, before it is settled.

    `wording` is the same for papers that say the same to the letter, "" for one that cannot be compared.
    """

    paper: Paper
    reading: Reading
    sections: tuple[SectionText, ...]
    said: tuple[Said, ...]
    wording: str = ""

    def settled(self, sections: Sequence[Section]) -> Understood:
        """The same with its sections settled."""
        parts = zip(self.sections, sections, strict=True)
        return replace(self, sections=tuple(replace(part, section=section) for part, section in parts))

    def with_problem(self, problem: str) -> Understood:
        """The same with one more sentence on what could not be read of it."""
        said = " ".join(filter(None, (self.reading.problem, problem)))
        return replace(self, reading=replace(self.reading, problem=said))


def understood(paper: Paper, reading: Reading, labels: Sequence[PageLabel], listed: Listed = NOTHING) -> Understood:
    """The paper in sections; one that our own rules stumble over, or take too long for, is kept whole and named."""
    try:
        with time_limit(_seconds(reading)):
            sections = understand(paper, reading, listed)
            said = tuple(said_of(part, labels) for part in sections)
            return Understood(paper, reading, sections, said, likeness_key(reading, sections))
    except Exception as exc:  # any fault in a rule: one odd paper must not end the run for all the others
        section = Section(paper, SectionKind.UNKNOWN, Meeting(), access=EXEMPT_LABEL)  # marks unseen
        lines = tuple(Line(text, page.number) for page in reading.pages for text in page.text.split("\n"))
        held = Understood(paper, reading, (SectionText(section, lines),), (Said(section, public=False),))
        return held.with_problem(f"Its parts could not be told apart, so it is left out ({_why(exc)}).")


def with_findings(held: Understood) -> tuple[Understood, tuple[Passage, ...], Findings]:
    """The paper with its passages and findings; if a rule fails or takes too long, what it would find is missing."""
    held, passages = _with_passages(held)
    try:
        with time_limit(_seconds(held.reading)):
            found = findings_of(held.sections)
    except Exception as exc:
        problem = f"Its decisions, actions and people could not be told, its text is stored ({_why(exc)})."
        held, found = held.with_problem(problem), NO_FINDINGS
    try:
        with time_limit(_seconds(held.reading)):
            return held, passages, replace(found, table_rows=rows_of(held.reading, held.sections))
    except Exception as exc:  # as above
        return held.with_problem(f"Its tables could not be read, its text is stored ({_why(exc)})."), passages, found


def _with_passages(held: Understood) -> tuple[Understood, tuple[Passage, ...]]:
    """The paper with its passages: item by item, else its text cut without regard to items, else none."""
    for itemised, problem in (
        (True, "Its items could not be told apart, its text is stored"),
        (False, "Its text could not be cut into passages, so it cannot be found"),
    ):
        try:
            with time_limit(_seconds(held.reading)):
                return held, tuple(p for part in held.sections for p in passages_of(part, itemised=itemised))
        except Exception as exc:  # as above: what can still be found, quoted and proved of it is kept
            held = held.with_problem(f"{problem} ({_why(exc)}).")
    return held, ()


def _seconds(reading: Reading) -> float:
    return SECONDS + len(reading.pages) * SECONDS_A_PAGE


def _why(exc: Exception) -> str:
    return "it took too long" if isinstance(exc, TookTooLong) else type(exc).__name__
