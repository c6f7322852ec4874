"""Section: a stretch of a paper that is one thing - a front sheet, minutes, a report - and the meeting it belongs
to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.listed import NOTHING, Listed, before_guesses
from corpus.papers import Meeting, Paper
from indexer.forms.names import tidy_body
from indexer.forms.papers.titles import YEAR_IN_NAME
from indexer.forms.words import MINUTE_WORD
from indexer.reading.lines import Line, clean
from indexer.reading.pages import Reading
from indexer.sections.agenda import AgendaItem
from indexer.sections.boundaries import Part, SectionKind
from indexer.sections.exempt import Mark, marks_in
from indexer.sections.meetings.dates import Trust
from indexer.sections.meetings.listed import item_as_listed, kinds_as_listed, title_as_listed
from indexer.sections.meetings.meeting import find_meeting
from indexer.sections.parts import parts_of
from indexer.sections.titles import title_of

__all__ = ["Line", "Section", "SectionKind", "SectionText", "calls_itself_minutes", "split", "understand"]

# The access label of what carries a mark that it is not for the public
EXEMPT = "exempt"
# The kinds of section that name the meeting they are laid before, the surest first
_NAMES_MEETING = (
    SectionKind.FRONT_SHEET,
    SectionKind.REPORT,
    SectionKind.DECISION_RECORD,
    SectionKind.PROPOSED_DECISION_RECORD,
    SectionKind.ACTION_LOG,
    SectionKind.FORWARD_PLAN,
    SectionKind.PRESENTATION,
    SectionKind.UNKNOWN,
    SectionKind.APPENDIX,
    SectionKind.EXEMPT,
)


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a paper with its place: kind, item of the agenda, and its OWN meeting.

    For minutes the meeting is the one they record, for everything else the one the paper was laid before.
    `page` and `page_end` are physical pages from 1, None in a file without pages. `access` is the label of what is
    printed on the section itself, or that people gave its pages; a reader needs the right to see it AND the paper's
    own, so it can only restrict. `mark` is the form of the mark found ("" for none), `reason` what people said about a
    label.
    """

    paper: Paper
    kind: SectionKind
    meeting: Meeting
    title: str = ""
    item: str = ""
    page: int | None = None
    page_end: int | None = None
    access: str = "public"
    mark: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section together with its lines in reading order."""

    section: Section
    lines: tuple[Line, ...]


def understand(paper: Paper, reading: Reading, listed: Listed = NOTHING) -> tuple[SectionText, ...]:
    """The sections of a paper in order, from the pages as read; empty where nothing could be read.

    What is `listed` of the paper beside it goes before what its text says.
    """
    lines = clean(reading)
    return split(paper, lines, marks_in(reading, lines), listed)


def split(
    paper: Paper, lines: Sequence[Line], marks: Sequence[Mark] = (), listed: Listed = NOTHING
) -> tuple[SectionText, ...]:
    """The sections of a paper in order; together they hold every line except stamps that name an agenda item."""
    parts, agenda = parts_of(lines, paper.file, marks)
    parts = kinds_as_listed(parts, listed)
    own = before_guesses(listed.meeting, _own_meeting(parts, years_in(paper.file)))
    return tuple(
        _as_listed(_section(paper, part, own, agenda), listed, first=number == 0) for number, part in enumerate(parts)
    )


def _as_listed(text: SectionText, listed: Listed, *, first: bool) -> SectionText:
    """A section with the item and the title that are listed; in a paper that is minutes, of the meeting listed."""
    if listed == NOTHING:
        return text
    section = text.section
    minutes = section.kind is SectionKind.MINUTES and listed.kind == "minutes"
    public = section.kind is not SectionKind.EXEMPT
    return replace(
        text,
        section=replace(
            section,
            meeting=before_guesses(listed.meeting, section.meeting) if minutes else section.meeting,
            title=(title_as_listed(listed, first=first) if public else "") or section.title,
            item=item_as_listed(listed, section.kind) or section.item,
        ),
    )


def years_in(file: str) -> tuple[int, ...]:
    """The years that the name of a file and of its folders give."""
    return tuple(sorted({int(year) for year in YEAR_IN_NAME.findall(file)}))


def _own_meeting(parts: Sequence[Part], years: Sequence[int]) -> Meeting:
    """The meeting that the paper was laid before: its front sheet's, else its first report's; minutes record another.

    What is exempt is only asked where all of the paper is, so that nothing of it comes to stand on a public part.
    """
    found, shared = Meeting(), False
    for part in _naming(parts):
        # A second report may name the meeting before last, to which it refers.
        if found.held_on and found.body and found.organisation:
            break
        named = find_meeting([line.text for line in part.lines], trust=_trust_in(part.kind), years=years)
        # one paper, one meeting: what a report says counts only where the front sheet is silent
        found = _filled(found, named.meeting if not shared else replace(named.meeting, organisation=""))
        # "Ashford and Elmham Councils" over a joint committee: neither is the one whose paper it is.
        shared = shared or (named.shared and not found.organisation)
    return found


def _naming(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts that can name the meeting of their paper, those that are most likely to do so first."""
    private = all(part.kind is SectionKind.EXEMPT for part in parts)
    for kind in _NAMES_MEETING if private else _NAMES_MEETING[:-1]:
        yield from (part for part in parts if part.kind is kind)


def _trust_in(kind: SectionKind) -> Trust:
    """How much of what the head of a part says is believed to be about the meeting."""
    if kind is SectionKind.FRONT_SHEET:
        return Trust.HEADING
    return Trust.LABEL if kind in _NAMES_MEETING[:4] else Trust.NAME


def calls_itself_minutes(lines: Sequence[Line]) -> bool:
    """True where the first lines of an exempt stretch say that it is a minute."""
    return any(MINUTE_WORD.search(line.text) for line in lines[:8])


def _filled(meeting: Meeting, other: Meeting) -> Meeting:
    """A meeting with its empty fields taken from another."""
    return Meeting(
        organisation=meeting.organisation or other.organisation,
        body=meeting.body or other.body,
        held_on=meeting.held_on or other.held_on,
        time=meeting.time or other.time,
        venue=meeting.venue or other.venue,
        chair=meeting.chair or other.chair,
    )


def _section(paper: Paper, part: Part, own: Meeting, agenda: Sequence[AgendaItem]) -> SectionText:
    """A part as a section: with its meeting, its title and its pages."""
    exempt = part.kind is SectionKind.EXEMPT
    minuted = part.kind is SectionKind.MINUTES or (exempt and calls_itself_minutes(part.lines))
    pages = [line.page for line in part.lines if line.page is not None and line.text.strip()]
    listed = next((item.title for item in agenda if item.number == part.item), "")
    section = Section(
        paper=paper,
        kind=part.kind,
        # Minutes in a pack are those of the last meeting: the day of the pack is the day on which they were confirmed.
        meeting=_recorded(part, own, years_in(paper.file)) if minuted else own,
        title=title_of(part.kind, part.lines, listed),
        item=part.item,
        page=min(pages, default=None),
        page_end=max(pages, default=None),
        # What a mark restricts stays so, whatever else is found out about the section.
        access=EXEMPT if exempt else "public",
        mark=part.mark,
    )
    return SectionText(section, part.lines)


def _recorded(part: Part, own: Meeting, years: Sequence[int]) -> Meeting:
    """The meeting that minutes record, with the organisation and body of the paper's own where they name none."""
    named = find_meeting([line.text for line in part.lines], trust=Trust.MINUTES, years=years).meeting
    organisation = named.organisation or own.organisation
    # a letterhead that names a council and nothing else: the council itself met
    body = named.body or own.body or tidy_body(organisation, organisation)
    return replace(named, organisation=organisation, body=body)
