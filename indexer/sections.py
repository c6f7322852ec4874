"""Section: a stretch of a paper that is one thing - a front sheet, minutes, a report - and the meeting it belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.papers import Meeting, Paper
from indexer.agenda import AgendaItem, agenda_items
from indexer.furniture import Line, clean
from indexer.heads import SLIDE_CHARACTERS, Head, SectionKind, find_heads
from indexer.meetings import Trust, find_meeting
from indexer.pages import Reading
from indexer.titles import LIKE_FROM, likeness, same_title, subject_of, title_of

__all__ = ["Line", "Section", "SectionKind", "SectionText", "split", "understand"]

# Signals that lie within this many written lines of each other speak of the same beginning.
SAME_HEAD = 10
# A stretch shorter than this many characters is no section of its own but the end of the one before.
MIN_CHARACTERS = 30
# Fewer pages than this are no presentation, however little stands on them.
MIN_SLIDES = 3
EXEMPT = "exempt"


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
class SectionText:
    """A section together with its lines in reading order."""

    section: Section
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of lines with what its signals say, before its meeting is known."""

    lines: tuple[Line, ...]
    kind: SectionKind
    item: str


def understand(paper: Paper, reading: Reading) -> tuple[SectionText, ...]:
    """The sections of a paper in order, from the pages as read; empty where nothing could be read."""
    return split(paper, clean(reading))


def split(paper: Paper, lines: Sequence[Line]) -> tuple[SectionText, ...]:
    """The sections of a paper in order; together they hold every line except stamps that name an agenda item."""
    heads = list(find_heads(lines))
    agenda = _agenda(lines, heads)
    heads += _printed_ranges(lines, agenda)
    parts = list(_parts(lines, heads))
    parts = list(_with_items(_settled_kinds(parts, agenda, paper), agenda))
    own = _own_meeting(parts)
    return tuple(_section(paper, part, own, agenda) for part in parts)


def _agenda(lines: Sequence[Line], heads: Sequence[Head]) -> tuple[AgendaItem, ...]:
    """The items of the first front sheet in the paper, with the entries of supplements added."""
    items: dict[str, AgendaItem] = {}
    starts = sorted({head.at for head in heads if head.weight >= 3})
    for head in heads:
        if head.kind is SectionKind.FRONT_SHEET:
            end = next((at for at in starts if at > head.at), len(lines))
            for item in agenda_items(lines[head.at : end]):
                items.setdefault(item.number, item)
    return tuple(items.values())


def _printed_ranges(lines: Sequence[Line], agenda: Sequence[AgendaItem]) -> Iterator[Head]:
    """A signal on each page that carries the first printed number of an item's range."""
    first_on: dict[str, int] = {}
    for at, line in enumerate(lines):
        if line.printed:
            first_on.setdefault(line.printed, at)
    for item in agenda:
        if item.first is not None and (at := first_on.get(str(item.first))) is not None:
            yield Head(at, SectionKind.UNKNOWN, 2.0, item.number)


def _parts(lines: Sequence[Line], heads: Sequence[Head]) -> Iterator[_Part]:
    """The lines cut where signals say that something begins, each stretch with the kind that won."""
    groups = list(_without_repeats(lines, [group for group in _groups(lines, heads) if _opens(group)]))
    if not groups or groups[0][0].at > 0:
        groups.insert(0, [Head(0, SectionKind.UNKNOWN, 0.0)])
    for group, following in zip(groups, [*groups[1:], None], strict=True):
        end = following[0].at if following else len(lines)
        stretch = tuple(line for line in lines[group[0].at : end] if not _is_stamp(line))
        if sum(len(line.text) for line in stretch) < MIN_CHARACTERS and len(groups) > 1:
            continue
        votes: Counter[SectionKind] = Counter()
        for head in group:
            votes[head.kind] += head.weight if head.kind is not SectionKind.UNKNOWN else 0
        kind, weight = votes.most_common(1)[0]
        item = next((head.item for head in group if head.item), "")
        yield _Part(stretch, kind if weight else SectionKind.UNKNOWN, item)


def _without_repeats(lines: Sequence[Line], groups: Sequence[list[Head]]) -> Iterator[list[Head]]:
    """The groups without those that only repeat what runs already: a stamp or an appendix's label on every page."""
    item, label, was_exempt = "", "", False
    for group in groups:
        here = next((head.item for head in group if head.item), "")
        own = _label_at(lines, group[0].at) if any(head.kind is SectionKind.APPENDIX for head in group) else ""
        only_stamp = all(head.kind is SectionKind.UNKNOWN for head in group)
        only_label = all(head.kind in (SectionKind.UNKNOWN, SectionKind.APPENDIX) for head in group)
        exempt = any(head.kind is SectionKind.EXEMPT for head in group)
        if (only_stamp and here and here == item) or (only_label and own and own == label) or (exempt and was_exempt):
            continue
        was_exempt = exempt
        item, label = here or ("" if own else item), own
        yield group


def _label_at(lines: Sequence[Line], at: int) -> str:
    """The label of the appendix that begins at a line, "appendix b", in lower case."""
    head = (line.text.casefold() for line in lines[at : at + 4])
    return next((match[0] for text in head if (match := re.search(r"\b(?:appendix|annex\w*)\W+\w{1,3}\b", text))), "")


def _is_stamp(line: Line) -> bool:
    return re.fullmatch(r"\W*agenda item(?: no\.?)?:?\s+\d{1,3}[a-z]?(?:\.\d{1,2})?\W*", line.text, re.I) is not None


def _opens(group: Sequence[Head]) -> bool:
    """True where the signals together are enough to begin a section."""
    return sum(head.weight for head in group) >= 2.0


def _groups(lines: Sequence[Line], heads: Sequence[Head]) -> list[list[Head]]:
    """Signals that lie close together, each group's earliest first; none reaches over the turn of a page."""
    groups: list[list[Head]] = []
    for head in sorted(heads, key=lambda head: head.at):
        if groups and _same_place(lines, groups[-1], head):
            groups[-1].append(head)
        else:
            groups.append([head])
    return groups


def _same_place(lines: Sequence[Line], group: Sequence[Head], head: Head) -> bool:
    """True where a signal speaks of the same beginning as those of a group."""
    before = group[-1]
    if head.item and any(other.item and _number(other.item) != _number(head.item) for other in group):
        return False
    if head.at == before.at:
        return True
    between = [line for line in lines[before.at : head.at] if line.text.strip() and not _is_stamp(line)]
    if SectionKind.EXEMPT in (before.kind, head.kind):
        return False
    return len(between) <= SAME_HEAD and lines[before.at].page == lines[head.at].page


def _settled_kinds(parts: Sequence[_Part], agenda: Sequence[AgendaItem], paper: Paper) -> Iterator[_Part]:
    """The parts with a kind also where no signal gave one: by the agenda's title, the look of it, or the file's name."""
    titles = {item.number: item.title for item in agenda}
    for part in parts:
        kind = part.kind
        if kind is SectionKind.UNKNOWN:
            kind = _kind_by_title(titles.get(part.item, ""))
        if kind is SectionKind.UNKNOWN:
            kind = _kind_by_look(part.lines)
        if kind is SectionKind.UNKNOWN and len(parts) == 1:
            kind = _kind_by_title(paper.file.rsplit("/", 1)[-1])
        yield replace(part, kind=kind)


_BY_TITLE = (
    (re.compile(r"\bappendix|\bannex|impact assessment|\beqia\b|\bdpia\b", re.I), SectionKind.APPENDIX),
    (re.compile(r"\baction (?:log|tracker|list)\b", re.I), SectionKind.ACTION_LOG),
    (re.compile(r"\bforward plan\b|\bwork(?:ing)? programme\b|\bforward work", re.I), SectionKind.FORWARD_PLAN),
    (re.compile(r"\bpresentation\b|\bslides\b", re.I), SectionKind.PRESENTATION),
    (re.compile(r"\bfront ?sheet\b|^agenda\b", re.I), SectionKind.FRONT_SHEET),
    (re.compile(r"\breport\b|\bcover\b", re.I), SectionKind.REPORT),
)


def _kind_by_title(title: str) -> SectionKind:
    """The kind that a title names; minutes never, because their text must say so itself."""
    return next((kind for pattern, kind in _BY_TITLE if pattern.search(title)), SectionKind.UNKNOWN)


def _kind_by_look(lines: Sequence[Line]) -> SectionKind:
    """A report where it makes recommendations, a presentation where many pages hold few words each."""
    pages = {line.page for line in lines if line.page is not None}
    if any(re.match(r"\W*(?:\d+\.?\s+)?recommendations?\b\W*$", line.text, re.I) for line in lines):
        return SectionKind.REPORT
    if len(pages) >= MIN_SLIDES and sum(len(line.text) for line in lines) / len(pages) < SLIDE_CHARACTERS:
        return SectionKind.PRESENTATION
    return SectionKind.UNKNOWN


def _number(item: str) -> str:
    """An item's number so that "05" and "5" are the same."""
    return item.lstrip("0").casefold()


def _with_items(parts: Iterator[_Part], agenda: Sequence[AgendaItem]) -> Iterator[_Part]:
    """The parts with their items: as stamped, by a title that is the agenda's, or that of the report they belong to."""
    last = ""
    numbers = {_number(entry.number): entry.number for entry in agenda}
    for part in parts:
        item = numbers.get(_number(part.item), part.item) or _corner_number(part, numbers)
        if not item and part.kind not in (SectionKind.FRONT_SHEET, SectionKind.MINUTES):
            item = _item_by_title(part, agenda)
        if not item and part.kind in (SectionKind.APPENDIX, SectionKind.PRESENTATION, SectionKind.UNKNOWN):
            item = last
        if part.kind is SectionKind.MINUTES and not item:
            item = next((entry.number for entry in agenda if re.search(r"\bminutes\b", entry.title, re.I)), "")
        last = item if part.kind is not SectionKind.FRONT_SHEET else ""
        yield replace(part, item=item)


def _corner_number(part: _Part, numbers: Mapping[str, str]) -> str:
    """The item in the number that some packs print in the corner of a paper's first page: "5.1" for item 5 or 5.1."""
    first = next((line.text for line in part.lines if line.text.strip()), "")
    match = re.match(r"^(\d{1,2})\.(\d{1,2})(?:\s+(?:appendix|annex)\b.*)?$", first.strip(), re.I)
    return numbers.get(f"{match[1]}.{match[2]}", numbers.get(match[1], "")) if match else ""


def _item_by_title(part: _Part, agenda: Sequence[AgendaItem]) -> str:
    """The number of the agenda's item that a part is about: by its subject where it has one, else by its headings."""
    subject = subject_of(part.lines)
    if subject:
        ranked = sorted(((likeness(item.title, subject), item.number) for item in agenda), reverse=True)
        return ranked[0][1] if ranked and ranked[0][0] >= LIKE_FROM else ""
    head = [line.text for line in part.lines[:30] if line.text.strip()][:15]
    return next((item.number for item in agenda if any(same_title(item.title, text) for text in head)), "")


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


def _own_meeting(parts: Sequence[_Part]) -> Meeting:
    """The meeting that the paper was laid before: its front sheet's, else its first report's; minutes record another."""
    found, shared = Meeting(), False
    for kind in _NAMES_MEETING:
        for part in parts:
            if part.kind is not kind or (found.held_on and found.body and found.organisation):
                continue
            trust = (
                Trust.HEADING
                if kind is SectionKind.FRONT_SHEET
                else Trust.LABEL
                if kind in _NAMES_MEETING[:4]
                else Trust.NAME
            )
            named = find_meeting([line.text for line in part.lines], trust=trust)
            # one paper, one meeting: what a report says counts only where the front sheet is silent
            found = _filled(found, named.meeting if not shared else replace(named.meeting, organisation=""))
            shared = shared or (named.shared and not found.organisation)
    return found


def calls_itself_minutes(lines: Sequence[Line]) -> bool:
    """True where the first lines of an exempt stretch say that it is a minute."""
    return any(re.search(r"\bminutes?\b", line.text, re.I) for line in lines[:8])


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


def _section(paper: Paper, part: _Part, own: Meeting, agenda: Sequence[AgendaItem]) -> SectionText:
    """A part as a section: with its meeting, its title and its pages."""
    meeting = own
    if part.kind is SectionKind.MINUTES or (part.kind is SectionKind.EXEMPT and calls_itself_minutes(part.lines)):
        recorded = find_meeting([line.text for line in part.lines], trust=Trust.MINUTES).meeting
        meeting = replace(
            recorded, organisation=recorded.organisation or own.organisation, body=recorded.body or own.body
        )
    pages = [line.page for line in part.lines if line.page is not None and line.text.strip()]
    exempt = part.kind is SectionKind.EXEMPT
    section = Section(
        paper=paper,
        kind=part.kind,
        meeting=meeting,
        title=title_of(part.kind, part.lines, next((i.title for i in agenda if i.number == part.item), "")),
        item=part.item,
        page=min(pages) if pages else None,
        page_end=max(pages) if pages else None,
        access=EXEMPT if exempt else "public",
    )
    return SectionText(section, part.lines)
