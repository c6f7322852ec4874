"""What somebody undertook at a meeting: actions with owner and deadline, and reports that were promised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.forms.minutes.actions import DEADLINE, LABELLED, PROMISE, TO_BE_DONE, TO_DO
from indexer.items.clauses import SENTENCES, Clause, clauses
from indexer.items.item import Item
from indexer.sections.section import Section, SectionText


@dataclass(frozen=True, slots=True)
class Action:
    """Something that somebody is to do; `owner`, `deadline` and `status` as printed, "" where not said.

    `item` is the item of minutes, or the number in an action log, under which it stands. `promise` marks what was said to come back to the body: "a report would be submitted to a future meeting".
    """

    section: Section
    text: str
    owner: str = ""
    deadline: str = ""
    item: str = ""
    page: int | None = None
    status: str = ""
    promise: bool = False


# The head of an action log, in the words that name its columns
_COLUMN = {
    "text": re.compile(r"^(?:action(?! (?:no|ref|number))|point|what|task|promise|agreed|description)", re.I),
    "owner": re.compile(r"owner|lead|allocat|responsib|who|officer|by whom", re.I),
    "deadline": re.compile(r"due|deadline|date|when|timescale|target", re.I),
    "status": re.compile(r"status|state|progress|update|outcome|came|complete", re.I),
}


def item_actions(section: Section, item: Item) -> Iterator[Action]:
    """The actions and promises of one item of minutes, in order."""
    for clause in clauses(item.lines):
        label = LABELLED.match(clause.text)
        to_do = TO_DO.match(label["text"] if label else clause.text)
        if clause.owner or label or to_do:
            text = label["text"] if label else clause.text
            owner = clause.owner or (to_do["owner"] if to_do else "")
            yield Action(section, text, owner, _deadline(text), item.number, clause.page)
        yield from _promises(section, clause, item)


def _promises(section: Section, clause: Clause, item: Item) -> Iterator[Action]:
    """The sentences of a clause that promise something to a later meeting."""
    for sentence in SENTENCES.split(clause.text):
        if PROMISE.search(sentence) and TO_BE_DONE.search(sentence):
            yield Action(section, sentence, "", _deadline(sentence), item.number, clause.page, promise=True)


def _deadline(text: str) -> str:
    match = DEADLINE.search(text)
    return match["when"] if match else ""


def log_actions(text: SectionText) -> tuple[Action, ...]:
    """The rows of an action log whose cells are parted by tabs; its columns are known by their headings."""
    columns: dict[str, int] = {}
    found = []
    for line in text.lines:
        cells = [cell.strip() for cell in line.text.split("\t")]
        named = {
            field: at
            for field, pattern in _COLUMN.items()
            for at, cell in reversed(list(enumerate(cells)))
            if pattern.search(cell)
        }
        if len(cells) > 2 and "text" in named and len(named) >= 2 and max(map(len, cells)) < 40:
            columns = named
        elif columns and len(cells) > columns["text"] and cells[columns["text"]].strip("-"):
            value = {field: cells[at] if at < len(cells) else "" for field, at in columns.items()}
            number = cells[0] if columns["text"] else ""
            found.append(
                Action(
                    text.section,
                    value["text"],
                    value.get("owner", ""),
                    value.get("deadline", ""),
                    number,
                    line.page,
                    value.get("status", ""),
                )
            )
    return tuple(found)
