"""Section: a stretch of a paper that is one thing - a front sheet, minutes, a report - and the meeting it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.papers import Meeting, Paper


class SectionKind(StrEnum):
    """What a stretch of a paper is; UNKNOWN when the signals do not agree."""

    FRONT_SHEET = "front_sheet"
    MINUTES = "minutes"
    REPORT = "report"
    APPENDIX = "appendix"
    ACTION_LOG = "action_log"
    FORWARD_PLAN = "forward_plan"
    PRESENTATION = "presentation"
    DECISION_RECORD = "decision_record"
    PROPOSED_DECISION_RECORD = "proposed_decision_record"
    EXEMPT = "exempt"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a paper with its place: kind, item of the agenda, and its OWN meeting.

    For minutes the meeting is the one they record, for everything else the one the paper was laid before.
    `page` and `page_end` are physical pages from 1, None in a file without pages. `access` is the label of what is
    printed on the section itself; a reader needs the right to see it AND the paper's own, so it can only restrict.
    """

    paper: Paper
    kind: SectionKind
    meeting: Meeting
    title: str = ""
    item: str = ""
    page: int | None = None
    page_end: int | None = None
    access: str = "public"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of verbatim text without page furniture; `page` as in Section, `printed` the number the pack prints there."""

    text: str
    page: int | None = None
    printed: str = ""


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section together with its lines in reading order."""

    section: Section
    lines: tuple[Line, ...]
