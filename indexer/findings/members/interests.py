"""Interest: who declared an interest in what, of what kind, and whether that member left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.findings.attendance import people_named
from indexer.forms.minutes.attendance import DECLARATIONS_ITEM
from indexer.forms.minutes.interests import (
    ABOUT,
    BETWEEN_NAMES,
    DECLARED_BY,
    DECLARED_FROM,
    DECLARES,
    DECLARES_THAT,
    ITEM_NAMED,
    KIND,
    LEAD,
    LEFT,
    LISTED,
    NAMED_BY_OFFICE,
    NOBODY,
    STAYED,
    THIS_ITEM,
)
from indexer.forms.words import SPACES
from indexer.items.clauses import SENTENCES, Clause, clauses
from indexer.items.item import Item
from indexer.sections.section import Section

# What became of a member who declared an interest is said within so many sentences behind it.
LEFT_WITHIN = 2


@dataclass(frozen=True, slots=True)
class Interest:
    """One member's declaration; `about` is what it is in, `kind` as printed, both "" where not said.

    `leaving` is "left", "stayed" or "" where nothing is said of it. `item` is that under which it was minuted.
    """

    section: Section
    member: str
    text: str
    about: str = ""
    kind: str = ""
    leaving: str = ""
    item: str = ""
    page: int | None = None


def interests_of(section: Section, items: Sequence[Item]) -> tuple[Interest, ...]:
    """The interests that members declared, in order, wherever in the minutes they did so."""
    leavings = [(item, one) for item in items for one in _sentences(item) if LEFT.search(one)]
    found = [one for item in items for one in _declared(section, item, leavings)]
    return _once(found)


def _once(found: Sequence[Interest]) -> tuple[Interest, ...]:
    """The interests without those that only name a member who says more elsewhere."""
    whole: dict[str, int] = {}
    for one in found:
        whole[one.member] = max(len(one.text), whole.get(one.member, 0))
    return tuple(dict.fromkeys(one for one in found if one.about or len(one.text) == whole[one.member]))


def _sentences(item: Item) -> Iterator[str]:
    for part in clauses(item.lines):
        yield from SENTENCES.split(part.text)


def _declared(section: Section, item: Item, leavings: Sequence[tuple[Item, str]]) -> Iterator[Interest]:
    """The interests declared under one item."""
    heading = DECLARATIONS_ITEM.search(item.title) is not None
    for part in clauses(item.lines):
        said = [" ".join(piece.split()) for piece in SENTENCES.split(_row(part))]
        for at, text in enumerate(said):
            who, what = _taken_apart(text, heading=heading)
            behind = " ".join(said[at : at + 1 + LEFT_WITHIN]) if len(who) == 1 else text
            about = _about(what, text, item, heading=heading)
            for member in who:
                leaving = _leaving(behind) or _left_later(member, about, leavings)
                yield Interest(section, member, text, about, _kind(text), leaving, item.number, part.page)


def _kind(text: str) -> str:
    """The kind of interest that a sentence names, as it is printed."""
    found = KIND.search(text)
    return SPACES.sub(" ", found.group()) if found else ""


def _row(part: Clause) -> str:
    """A paragraph with the last cell of its row behind it."""
    return f"{part.text}\t{part.owner}" if part.owner else part.text


def _taken_apart(text: str, *, heading: bool) -> tuple[tuple[str, ...], str]:
    """The members who declare an interest in a sentence, and what it says of it; nobody where it declares none."""
    if NOBODY.search(text):
        return (), ""
    for form in (DECLARES, DECLARED_BY, DECLARED_FROM, *((LISTED, DECLARES_THAT) if heading else ())):
        if (match := form.match(LEAD.sub("", text) if form is LISTED else text)) and (who := _named(match["who"])):
            return who, match["what"]
    return (), ""


def _named(text: str) -> tuple[str, ...]:
    """The members in a run of names, letters or offices; nobody where a part of it is none of these."""
    if found := people_named(text):
        return found
    pieces = tuple(piece.strip(" .,") for piece in BETWEEN_NAMES.split(text) if piece.strip(" .,"))
    return pieces if all(NAMED_BY_OFFICE.match(piece) for piece in pieces) else ()


def _about(what: str, text: str, item: Item, *, heading: bool) -> str:
    """What an interest is in: in the words of the sentence, else the item under which it was declared."""
    match = ABOUT.search(what) or ABOUT.search(text)
    about = match["about"].strip(" '\"“”‘’") if match else ""
    if not about and (named := ITEM_NAMED.search(what) or ITEM_NAMED.search(text)):
        about = named.group()
    return (item.title if not heading else "") if THIS_ITEM.match(about) else about


def _leaving(text: str) -> str:
    """What a few sentences say of whether a member left; "" for nothing."""
    if LEFT.search(text):
        return "left"
    return "stayed" if STAYED.search(text) else ""


def _left_later(member: str, about: str, leavings: Sequence[tuple[Item, str]]) -> str:
    """What the minutes say under the item in which the interest was declared: "left", or ""."""
    number = named["number"].strip("().") if (named := ITEM_NAMED.search(about)) else ""
    surname = member.split()[-1]
    under = (said for item, said in leavings if about and (item.title == about or item.number.strip("().") == number))
    return "left" if any(surname in said for said in under) else ""
