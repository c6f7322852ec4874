"""Item: a numbered heading of a section - a minute, an agenda item, a chapter of a report - and the lines under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.forms.lists.headings import (
    AGENDA_REFERENCE,
    BEHIND_TITLE,
    DECIDING_WORD,
    LINKED_FILE,
    NO_TITLE,
    PRESENTER,
    PRESENTING_ROLE,
    TELLS,
    TITLE_MARKUP,
    USUAL_HEADING,
)
from indexer.forms.lists.marks import BULLET
from indexer.forms.minutes.saved_pages import AGENDA_PAPER_INSIDE
from indexer.forms.own import HEADING, own
from indexer.forms.words import SPACES
from indexer.items.inner import inner_items
from indexer.items.numbering import numbered_headings
from indexer.items.numbering_runs import Numbered
from indexer.items.run_in import cut_labels, cut_long_lines, without_line_numbers
from indexer.items.saved_page import hearing_of
from indexer.items.tables import cells_as_lines, is_loose_table, is_table, rows_as_lines
from indexer.reading.lines import Line
from indexer.sections.boundaries import SectionKind
from indexer.sections.section import SectionText

# Titles wrap over at most this many further lines.
MAX_WRAPS = 4
# The usual longest line of a page of wrapped text; longer lines are paragraphs that came unwrapped.
WRAPPED_WIDTH = 130
# Shorter lines in capitals are separate words ("RESOLVED").
SECOND_TITLE = 20
# A title ends here at the latest.
MAX_TITLE = 300

# A heading without number is no longer than this over prose that is no shorter than that; one such line proves nothing.
LONGEST_BARE, SHORTEST_PROSE, FEWEST_ALONE = 60, 60, 3


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
    lines = text.lines
    minuted = text.section.kind is SectionKind.MINUTES
    if minuted:
        lines = cut_labels(without_line_numbers(lines))
    saved = lines is not text.lines and len(lines) != len(text.lines)
    if minuted and not saved and is_table(lines):
        lines = rows_as_lines(lines)
    elif minuted and not saved and is_loose_table(lines):
        lines = cells_as_lines(lines)
    if minuted:
        lines = cut_long_lines(lines)
    if minuted and (hearing := hearing_of(lines)):
        return (Item(hearing.number, hearing.title, lines[hearing.used :], page=text.section.page),)
    headings = numbered_headings(lines, nested=minuted) or (_bare_headings(lines) if minuted else ())
    if not headings:
        return (Item("", "", lines, page=text.section.page),)
    items = tuple(_items(lines, headings))
    return tuple(_with_inner(items)) if minuted else items


def _with_inner(items: Sequence[Item]) -> Iterator[Item]:
    """The items, each that has items inside it cut into its own opening and those."""
    letter = ""
    for item in items:
        inner = inner_items(item.lines, letters_from=letter) if item.number or item.title else ()
        if inner and inner[-1].number.isalpha():
            letter = chr(ord(inner[-1].number) + 1)
        if not inner or any(line.text.strip() for line in item.lines[: inner[0].at]) or item.title:
            yield replace(item, lines=item.lines[: inner[0].at] if inner else item.lines)
        for one, end in zip(inner, [*[n.at for n in inner[1:]], len(item.lines)], strict=True) if inner else ():
            title, presenter = _without_presenter(one.title)
            body = item.lines[one.at + one.used : end]
            page = item.lines[one.at].page
            yield Item(one.number or item.number, title, body, presenter, item.agenda_item, page)


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
    capitals = bool(usual) and lines[usual[0]].text.isupper()
    found: list[Numbered] = []
    for at in range(min([*usual[:1], *alone]), len(lines)):
        text = lines[at].text.strip()
        bold = text.startswith("**") and text.endswith("**")
        heading = (
            3 < len(text) <= 120 and not text.endswith((".", ";", ":", ",")) and ((text.isupper() and capitals) or bold)
        )
        word = DECIDING_WORD.match(text)
        if at in usual or at in alone or (heading and not word):
            found.append(Numbered(at, "", text, (0, len(found)), 1.0))
    return tuple(found)


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
    title, used = heading.title, 1
    cells = lines[0].text.split("\t", 1)
    if not title and (said := _behind_number(cells[0], heading.number)):
        body = (Line(said, lines[0].page, lines[0].printed), *lines[1:])
        return Item(heading.number.strip(), "", body, page=lines[0].page)
    while used < len(lines) and used <= MAX_WRAPS + 2:
        text = lines[used].text.strip()
        if text.strip("().") == heading.number:  # the number stands below the title
            used += 1
            break
        if not text and (not title or _second_language(title, lines[used + 1 :])):
            used += 1
        elif (
            text
            and not AGENDA_REFERENCE.match(text)
            and _title_goes_on(title, lines[used - 1].text, text, lines[used:])
        ):
            title, used = f"{title} {text}".strip(), used + 1
        else:
            break
    agenda_item = ""
    for at in range(used, min(used + 2, len(lines))):
        if match := AGENDA_REFERENCE.match(lines[at].text):
            agenda_item, used = match[1], at + 1
            break
    title, *agenda = AGENDA_PAPER_INSIDE.split(title, maxsplit=1)
    name, presenter = _without_presenter(title[:MAX_TITLE])
    body = (*(Line(text, lines[0].page, lines[0].printed) for text in agenda), *lines[used:])
    if behind := _run_in(lines[0].text, heading.title):
        body = (Line(behind, lines[0].page, lines[0].printed), *body)
    if len(cells) > 1 and cells[1].strip() and cells[1].strip() != heading.title:
        body = (Line(cells[1], lines[0].page, lines[0].printed), *body)
    return Item(heading.number.strip(), name, body, presenter, agenda_item, lines[0].page)


def _behind_number(line: str, number: str) -> str:
    """The sentence that stands behind a number which has no title; "" where none does."""
    _, found, behind = line.partition(number)
    said = behind.lstrip(" .):*")
    return said if found and len(said) > SECOND_TITLE and not said.isupper() else ""


def _run_in(line: str, title: str) -> str:
    """What stands behind a title in its own line: the text of the item runs on there."""
    _, found, behind = line.partition("\t")[0].partition(title) if title else ("", "", "")
    return behind.lstrip(" .:*–—-").strip() if found and BEHIND_TITLE.match(behind) else ""


def _second_language(title: str, rest: Sequence[Line]) -> bool:
    """True where a title in capitals is printed again below it in another language."""
    below = next((line.text.strip() for line in rest if line.text.strip()), "")
    return (
        title.isupper() and below.isupper() and len(below) > SECOND_TITLE and below.endswith(".") == title.endswith(".")
    )


def _title_goes_on(title: str, before: str, text: str, rest: Sequence[Line]) -> bool:
    """True where a line is the rest of a wrapped title and not the first of the text under it."""
    if not title:
        return True
    if len(title) + len(text) > MAX_TITLE or NO_TITLE.match(text):
        return False
    if title.count("(") > title.count(")"):
        return True
    if title.isupper() and text.isupper() and len(text) > 3:
        return not before.rstrip().endswith(".") or len(text) > SECOND_TITLE
    if any(AGENDA_REFERENCE.match(line.text) for line in rest[: MAX_WRAPS + 1]):
        return True
    if text.endswith((".", ":", ";")) or title.endswith((".", "?", "!", ")", "*")):
        return False
    full = 0.62 * WRAPPED_WIDTH / 2 < len(before) <= WRAPPED_WIDTH
    if title.endswith(("-", "–", ",", "&", " and", " of", " the", " for", " to", " in", " with", " on", " from")):
        return True
    return full and len(text) < 70 and text[:1].islower() and not TELLS.search(text)


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
