"""Item: a numbered heading of a section - a minute, an agenda item, a chapter of a report - and the lines under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from indexer.forms.lists.headings import (
    AGENDA_REFERENCE,
    BEHIND_TITLE,
    DECIDING_WORD,
    LINKED_FILE,
    PRESENTER,
    PRESENTING_ROLE,
    TITLE_MARKUP,
    USUAL_HEADING,
)
from indexer.forms.lists.marks import BULLET
from indexer.forms.minutes.saved_pages import AGENDA_PAPER_INSIDE
from indexer.forms.own import HEADING, own
from indexer.forms.words import SPACES
from indexer.items.inner import Inner, inner_items, with_ends
from indexer.items.numbering import numbered_headings
from indexer.items.numbering_runs import Numbered
from indexer.items.run_in import cut_labels, cut_long_lines, cut_minutes_in_cells, without_line_numbers
from indexer.items.saved_page import hearing_of
from indexer.items.tables import cells_as_lines, is_loose_table, is_table, rows_as_lines
from indexer.items.wrapped_titles import MAX_TITLE, SECOND_TITLE, whole_title
from indexer.reading.lines import Line
from indexer.sections.boundaries import SectionKind
from indexer.sections.section import SectionText

# A heading without number is no longer than this over prose that is no shorter than that; one such line proves nothing.
LONGEST_BARE, SHORTEST_PROSE, FEWEST_ALONE = 60, 60, 3
# One in capitals or bold is no longer than this.
LONGEST_CAPITALS = 120


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a section; `number` as printed, "" for what stands before the first. `lines` leave out the heading.

    `agenda_item` is the number that the agenda gave the business of a minute ("(Item 3)"), where it is printed.
    """

    number: str
    title: str
    lines: tuple[Line, ...]
    presenter: str = ""
    agenda_item: str = ""
    page: int | None = None


def items_of(text: SectionText) -> tuple[Item, ...]:
    """The items of a section in order.

    The lines before the first (attendance, a report's labels) are one without number.

    For a report these are its numbered chapters; a section without numbering is one item with the section's own title.
    """
    minuted = text.section.kind is SectionKind.MINUTES
    lines = _as_minuted(text.lines) if minuted else text.lines
    # A saved page of one item has its own heading, and no numbers that could be counted.
    if minuted and (hearing := hearing_of(lines)):
        return (Item(hearing.number, hearing.title, lines[hearing.used :], page=text.section.page),)
    # Reports have short lines of all sorts: without numbers they are one item; minutes are cut by their look.
    headings = numbered_headings(lines, nested=minuted) or (_bare_headings(lines) if minuted else ())
    if not headings:
        return (Item("", "", lines, page=text.section.page),)
    items = tuple(_items(lines, headings))
    return tuple(_with_inner(items)) if minuted else items


def _as_minuted(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of minutes without what only their layout added: numbers in the margin, labels, cells, long lines."""
    found = cut_labels(without_line_numbers(lines))
    # where labels stood in front of the text, tabs are the width of these and no table
    if len(found) == len(lines):
        if is_table(found):
            found = rows_as_lines(found)
        elif is_loose_table(found):
            found = cells_as_lines(found)
        else:
            found = cut_minutes_in_cells(found)
    return cut_long_lines(found)


def _with_inner(items: Sequence[Item]) -> Iterator[Item]:
    """The items, each that has items inside it cut into its own opening and those."""
    letter = ""
    for item in items:
        inner = inner_items(item.lines, number=item.number, letters_from=letter) if item.number or item.title else ()
        if not inner:
            yield item
            continue
        if inner[-1].number.isalpha():
            # "A" to "C" under one item, "D" under the next: the count may run through the minutes
            letter = chr(ord(inner[-1].number) + 1)
        opening = item.lines[: inner[0].at]
        if item.title or any(line.text.strip() for line in opening):
            yield replace(item, lines=opening)
        yield from (_inner_item(item, one, end) for one, end in with_ends(inner, len(item.lines)))


def _inner_item(item: Item, one: Inner, end: int) -> Item:
    """An item inside another, with the lines up to an index."""
    title, presenter = _without_presenter(one.title)
    body = item.lines[one.at + one.used : end]
    return Item(one.number or item.number, title, body, presenter, item.agenda_item, item.lines[one.at].page)


def _usual(text: str) -> bool:
    """True for a heading that meetings have without a number, in ours or the council's own words."""
    labels = text.rstrip().endswith(":")  # "Minutes:" over what was minuted
    return not labels and any(form.match(text) for form in (USUAL_HEADING, *own(HEADING)))


def _bare_headings(lines: Sequence[Line]) -> tuple[Numbered, ...]:
    """Headings without numbers: the usual opening ones, lines like them in capitals or bold, and short lines over
    prose.
    """
    usual = [at for at, line in enumerate(lines) if _usual(line.text)]
    alone = {at for at in range(len(lines)) if _stands_over_prose(lines, at)} | _over_bullets(lines)
    if not usual and len(alone) < FEWEST_ALONE:
        return ()
    sure = alone.union(usual)
    capitals = bool(usual) and lines[usual[0]].text.isupper()
    found = _from_first(lines, min([*usual[:1], *alone]), sure, capitals=capitals)
    return tuple(Numbered(at, "", lines[at].text.strip(), (0, n), 1.0) for n, at in enumerate(found))


def _from_first(lines: Sequence[Line], first: int, sure: Set[int], *, capitals: bool) -> Iterator[int]:
    """The sure headings and those that stand out, from the first sure one on."""
    return (
        at for at in range(first, len(lines)) if at in sure or _stands_out(lines[at].text.strip(), capitals=capitals)
    )


def _stands_out(text: str, *, capitals: bool) -> bool:
    """True for a short line in bold, or in capitals where the usual headings are: "CARRIED" in capitals is none."""
    if not 3 < len(text) <= LONGEST_CAPITALS or text.endswith((".", ";", ":", ",")):
        return False
    bold = text.startswith("**") and text.endswith("**")
    return (bold or (capitals and text.isupper())) and not DECIDING_WORD.match(text)


def _stands_over_prose(lines: Sequence[Line], at: int) -> bool:
    """True for a short line between empty ones that names what the paragraph below it is about."""
    if not _names_something(lines[at].text):
        return False
    between = 0 < at < len(lines) - 2 and not lines[at - 1].text.strip() and not lines[at + 1].text.strip()
    return between and len(lines[at + 2].text) >= SHORTEST_PROSE and lines[at + 2].text.rstrip().endswith((".", ":"))


def _over_bullets(lines: Sequence[Line]) -> set[int]:
    """The short lines right above a list of bullets and below an empty line; none where there are only a few."""
    found = {
        at
        for at in range(1, len(lines) - 1)
        if not lines[at - 1].text.strip() and BULLET.match(lines[at + 1].text) and _names_something(lines[at].text)
    }
    return found if len(found) >= FEWEST_ALONE else set()


def _names_something(text: str) -> bool:
    """True for a short line that says nothing: no stop at its end, no cells."""
    bare = text.strip()
    short = 3 < len(bare) <= LONGEST_BARE and "\t" not in text
    return short and bare[-1] not in ".;:,?!" and bare[0].isupper()


def _items(lines: Sequence[Line], headings: Sequence[Numbered]) -> Iterator[Item]:
    """The stretches between headings, each with its heading taken apart."""
    if any(line.text.strip() for line in lines[: headings[0].at]):
        yield Item("", "", tuple(lines[: headings[0].at]), page=lines[0].page)
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        end = following.at if following else len(lines)
        yield _item(lines[heading.at : end], heading)


def _item(lines: Sequence[Line], heading: Numbered) -> Item:
    """An item from its lines, the first of them the heading."""
    first = lines[0]
    cells = first.text.split("\t", 1)
    if not heading.title and (said := _behind_number(cells[0], heading.number)):
        body = (Line(said, first.page, first.printed), *lines[1:])
        return Item(heading.number.strip(), "", body, page=first.page)
    title, used = whole_title(lines, heading)
    agenda_item, used = _agenda_item(lines, used)
    # A saved page has the link to the agenda's paper on the line of the title.
    title, *agenda = AGENDA_PAPER_INSIDE.split(title, maxsplit=1)
    name, presenter = _without_presenter(title[:MAX_TITLE])
    cell = cells[1] if len(cells) > 1 and cells[1].strip() not in ("", heading.title) else ""
    # what stood on the line of the heading, behind its title, is text
    beside = [*filter(None, (cell, _run_in(first.text, heading.title))), *agenda]
    body = (*(Line(text, first.page, first.printed) for text in beside), *lines[used:])
    return Item(heading.number.strip(), name, body, presenter, agenda_item, first.page)


def _agenda_item(lines: Sequence[Line], used: int) -> tuple[str, int]:
    """The item of the agenda to which the line below a title refers, and how many lines are used up; "" for none."""
    for at in range(used, min(used + 2, len(lines))):
        if match := AGENDA_REFERENCE.match(lines[at].text):
            return match[1], at + 1
    return "", used


def _behind_number(line: str, number: str) -> str:
    """The sentence that stands behind a number which has no title; "" where none does."""
    _, found, behind = line.partition(number)
    said = behind.lstrip(" .):*")
    return said if found and len(said) > SECOND_TITLE and not said.isupper() else ""


def _run_in(line: str, title: str) -> str:
    """What stands behind a title in its own line: the text of the item runs on there."""
    _, found, behind = line.partition("\t")[0].partition(title) if title else ("", "", "")
    return behind.lstrip(" .:*–—-").strip() if found and BEHIND_TITLE.match(behind) else ""


def _without_presenter(title: str) -> tuple[str, str]:
    """A title and who presented it, where that stands behind it in brackets or italics."""
    bare = SPACES.sub(" ", title.replace("\t", " "))
    match = PRESENTER.search(bare)
    presenter = (match["in"] or match["after"]) if match else ""
    if match and PRESENTING_ROLE.search(presenter):
        return _clean(bare[: match.start()]), _clean(presenter)
    return _clean(bare), ""


def _clean(text: str) -> str:
    """A title without the markup around and inside it."""
    bare = SPACES.sub(" ", TITLE_MARKUP.sub("", text))
    return LINKED_FILE.sub("", bare).strip(" .:-–—_|")
