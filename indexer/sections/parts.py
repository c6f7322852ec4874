"""The parts of a paper: its lines with kind and item, cut where signals say that something begins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from indexer.forms.papers.titles import ACTION_LOG_TITLE, APPENDIX_NAME, CORNER_NUMBER
from indexer.forms.words import MINUTES_WORD, STAMP
from indexer.reading.lines import Line
from indexer.sections import enclosures, openings, pack
from indexer.sections.agenda import AgendaItem, agenda_items, item_on
from indexer.sections.boundaries import Head, Part, SectionKind, page_starts
from indexer.sections.embedded_reports import inside_minutes, whole_minutes
from indexer.sections.exempt import Mark, quarantined, speaking
from indexer.sections.kinds import settled_kinds
from indexer.sections.report_endings import enclosed
from indexer.sections.titles import LIKE_FROM, likeness, same_title, subject_of

# Signals that lie within this many written lines of each other speak of the same beginning.
SAME_HEAD = 10
# A stretch shorter than this many characters is no section but the end of the one before.
MIN_CHARACTERS = 30
# A mark that a part is not for the public weighs more than all signals of what it is.
MARK_WEIGHT = 20.0
# What begins under its own heading, so that a short agenda or the end of an appendix close above is none of it.
_OWN_HEADING = {
    SectionKind.APPENDIX: (SectionKind.REPORT, SectionKind.MINUTES),
    SectionKind.FRONT_SHEET: (SectionKind.MINUTES,),
}

FINDERS: tuple[Callable[[Sequence[Line], Sequence[int]], Iterator[Head]], ...] = (
    pack.front_sheets,
    openings.minutes,
    pack.reports,
    pack.stamps,
    enclosures.logs_and_plans,
    enclosures.records,
    enclosures.decision_pages,
    enclosures.appendices,
    enclosures.assessments,
    enclosures.presentations,
)

# What has no title is found in the agenda by the word for it
_NAMED_IN_AGENDA = {
    SectionKind.MINUTES: MINUTES_WORD,
    SectionKind.ACTION_LOG: ACTION_LOG_TITLE,
}


def parts_of(
    lines: Sequence[Line], file: str, marks: Sequence[Mark] = ()
) -> tuple[tuple[Part, ...], tuple[AgendaItem, ...]]:
    """The parts of a paper in order, and the items of the agendas in it; `file` is the paper's name, a last hint.

    A mark outweighs every other signal: what stands under one is exempt.
    """
    heads = _find_heads(lines)
    heads += enclosed(lines, heads)
    if marks:
        marks = speaking(marks, list(_parts(lines, heads)), lines)
        heads += [Head(mark.at, SectionKind.EXEMPT, MARK_WEIGHT) for mark in marks]
    agenda = _agenda(lines, heads)
    heads += _printed_ranges(lines, agenda)
    parts = list(inside_minutes(_parts(lines, heads)))
    settled = _with_items(whole_minutes(settled_kinds(parts, agenda, file)), agenda)
    return tuple(quarantined(tuple(settled), marks)), agenda


def _find_heads(lines: Sequence[Line]) -> list[Head]:
    """Every signal in the lines of a paper, in no order; each finder looks at the whole paper once."""
    pages = page_starts(lines)
    return [head for finder in FINDERS for head in finder(lines, pages)]


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
        if item.first is not None and str(item.first) in first_on:
            yield Head(first_on[str(item.first)], SectionKind.UNKNOWN, 2.0, item.number)


def _parts(lines: Sequence[Line], heads: Sequence[Head]) -> Iterator[Part]:
    """The lines cut where signals say that something begins, each stretch with the kind that won."""
    groups = list(_without_repeats(lines, list(filter(_opens, _groups(lines, heads)))))
    marked = {group[0].at for group in groups if _marked(group)}
    starts = _starts(lines, [group[0].at for group in groups], marked)
    voters = {group[0].at: group for group in groups}
    for start, end in pairwise([*starts, len(lines)]):
        stretch = tuple(line for line in lines[start if start > starts[0] else 0 : end] if not _is_stamp(line))
        group = voters.get(start, [Head(start, SectionKind.UNKNOWN, 0.0)])
        # What a part would be without its mark decides how far the mark reaches: a whole report, or one page of it.
        kind, natural = _elected(group)
        item = _item_of(group)
        yield Part(stretch, kind, item, start, natural, item)


def _elected(group: Sequence[Head]) -> tuple[SectionKind, SectionKind]:
    """The kind for which most signals speak, and the one that it would be if nothing were marked exempt."""
    votes: dict[SectionKind, float] = defaultdict(float)
    for head in group:
        votes[head.kind] += head.weight if head.kind is not SectionKind.UNKNOWN else 0
    kind, weight = max(votes.items(), key=lambda vote: vote[1])
    votes.pop(SectionKind.EXEMPT, None)
    natural = max(votes, key=lambda name: votes[name], default=SectionKind.UNKNOWN)
    return kind if weight else SectionKind.UNKNOWN, natural


def _starts(lines: Sequence[Line], opened: Sequence[int], marked: Set[int]) -> list[int]:
    """Where the parts begin: at the first line, at each mark, and at each opening behind which more than a few words
    stand.
    """
    starts = [
        start
        for start, end in pairwise([*opened, len(lines)])
        if start in marked or _length(lines[start:end]) >= MIN_CHARACTERS
    ]
    # a few words in front of the first opening are its letterhead; more than that is a part
    # A pack that opens with a letter has a part before its first heading.
    if not starts or _length(lines[: starts[0]]) >= MIN_CHARACTERS:
        return [0, *filter(None, starts)]
    return starts


def _length(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _without_repeats(lines: Sequence[Line], groups: Sequence[list[Head]]) -> Iterator[list[Head]]:
    """The groups without those that only repeat what runs already: a stamp or an appendix's label on every page."""
    item, label, was = "", "", SectionKind.UNKNOWN
    for group in groups:
        kinds = {head.kind for head in group}
        here, own, kind = _item_of(group), _own_label(lines, group), _weightiest(group).kind
        stamp = kinds <= {SectionKind.UNKNOWN} and "" != here == item
        same_label = kinds <= {SectionKind.UNKNOWN, SectionKind.APPENDIX} and "" != own == label
        # each slide has the look of a first one
        next_slide = was is kind is SectionKind.PRESENTATION
        if not (stamp or same_label or next_slide):
            was = kind
            item, label = here or ("" if own else item), own
            yield group


def _item_of(group: Sequence[Head]) -> str:
    """The first item that a signal of a group names."""
    return next(filter(None, (head.item for head in group)), "")


def _own_label(lines: Sequence[Line], group: Sequence[Head]) -> str:
    """The label of an appendix at which a group stands; "" for any other group."""
    return _label_at(lines, group[0].at) if any(head.kind is SectionKind.APPENDIX for head in group) else ""


def _weightiest(group: Sequence[Head]) -> Head:
    """The surest signal of a group, the first of several."""
    return max(group, key=lambda head: head.weight)


def _label_at(lines: Sequence[Line], at: int) -> str:
    """The label of the appendix that begins at a line, "appendix b", in lower case."""
    head = (line.text.casefold() for line in lines[at : at + 4])
    return next((match[0] for text in head if (match := APPENDIX_NAME.search(text))), "")


def _is_stamp(line: Line) -> bool:
    return STAMP.fullmatch(line.text) is not None


def _marked(group: Sequence[Head]) -> bool:
    return any(head.kind is SectionKind.EXEMPT for head in group)


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
    if _names_another_item(group, head):
        return False
    if head.at == before.at:
        return True
    if _always_begins(head) or SectionKind.EXEMPT in (before.kind, head.kind):
        return False
    # a Word file has no pages: there a kind that always has its own heading begins at it
    if lines[head.at].page is None and head.kind in _OWN_HEADING.get(before.kind, ()):
        return False
    return _written_between(lines, before.at, head.at) <= SAME_HEAD and lines[before.at].page == lines[head.at].page


def _names_another_item(group: Sequence[Head], head: Head) -> bool:
    """True where a signal names an item, and those of a group another."""
    own = _number(head.item)
    return bool(head.item) and any(other.item and _number(other.item) != own for other in group)


def _written_between(lines: Sequence[Line], start: int, end: int) -> int:
    """How many lines with words of the paper stand between two places."""
    return sum(bool(line.text.strip()) and not _is_stamp(line) for line in lines[start:end])


def _always_begins(head: Head) -> bool:
    """True for a hearing: several stand on one page, and each is minutes by itself."""
    return head.kind is SectionKind.MINUTES and head.weight >= openings.HEARING_WEIGHT


def _number(item: str) -> str:
    """An item's number so that "05" and "5" are the same."""
    return item.lstrip("0").casefold()


def _with_items(parts: Iterator[Part], agenda: Sequence[AgendaItem]) -> Iterator[Part]:
    """The parts with their items: as stamped, by a title that is the agenda's, or that of the report they belong to."""
    last = ""
    numbers = {_number(entry.number): entry.number for entry in agenda}
    for part in parts:
        # "Agenda Item 7A" on the page is "7a" on the agenda: the agenda's way of writing it is kept.
        stamped = numbers.get(_number(part.item), part.item) or _corner_number(part, numbers)
        item = stamped or next(filter(None, _items_by_signs(part, agenda, last)), "")
        # Behind the agenda of the next meeting no item of this one goes on.
        last = item if part.kind is not SectionKind.FRONT_SHEET else ""
        yield replace(part, item=item)


def _items_by_signs(part: Part, agenda: Sequence[AgendaItem], last: str) -> Iterator[str]:
    """The items that signs other than a stamp give a part, the surest first, "" for those that give none."""
    kind = part.kind
    if kind not in (SectionKind.FRONT_SHEET, SectionKind.MINUTES):
        yield _item_by_title(part, agenda)
    # an appendix belongs to the report in front of it
    if kind in (SectionKind.APPENDIX, SectionKind.PRESENTATION, SectionKind.UNKNOWN):
        yield last
    if kind is not SectionKind.FRONT_SHEET:
        printed = (line.printed for line in part.lines if line.printed.isdecimal())
        yield item_on(agenda, next(printed, ""))
    if named := _NAMED_IN_AGENDA.get(kind):
        yield next((entry.number for entry in agenda if named.search(entry.title)), "")


def _corner_number(part: Part, numbers: Mapping[str, str]) -> str:
    """The item in the number that some packs print in the corner of a paper's first page: "5.1" for item 5 or 5.1."""
    first = next((line.text for line in part.lines if line.text.strip()), "")
    match = CORNER_NUMBER.match(first.strip())
    return numbers.get(f"{match[1]}.{match[2]}", numbers.get(match[1], "")) if match else ""


def _item_by_title(part: Part, agenda: Sequence[AgendaItem]) -> str:
    """The number of the agenda's item that a part is about: by its subject where it has one, else by its headings."""
    subject = subject_of(part.lines)
    if subject:
        ranked = sorted(((likeness(item.title, subject), item.number) for item in agenda), reverse=True)
        return ranked[0][1] if ranked and ranked[0][0] >= LIKE_FROM else ""
    head = [line.text for line in part.lines[:30] if line.text.strip()][:15]
    head.append(" ".join(head[:2]))  # the title of slides often wraps
    return next((item.number for item in agenda if any(same_title(item.title, text) for text in head)), "")
