"""What somebody undertook at a meeting: actions with owner and deadline, and reports that were promised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from indexer.findings.members.vote_tables import without_vote_tables
from indexer.forms.minutes.actions import DEADLINE, LABELLED, LOG_COLUMNS, PROMISE, TO_BE_DONE, TO_DO
from indexer.items.clauses import SENTENCES, Clause, clauses
from indexer.items.item import Item
from indexer.sections.section import Section, SectionText


@dataclass(frozen=True, slots=True)
class Action:
    """Something that somebody is to do; `owner`, `deadline` and `status` as printed, "" where not said.

    `item` is the item of minutes, or the number in an action log, under which it stands. `promise` marks what was said
    to come back to the body: "a report would be submitted to a future meeting".
    """

    section: Section
    text: str
    owner: str = ""
    deadline: str = ""
    item: str = ""
    page: int | None = None
    status: str = ""
    promise: bool = False


# A cell in the head of a log is shorter than this: a longer one is an action that speaks of an owner or a date.
LONGEST_HEADING = 40


def item_actions(section: Section, item: Item) -> Iterator[Action]:
    """The actions and promises of one item of minutes, in order."""
    for clause in clauses(without_vote_tables(item.lines)):
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
        named = _columns_named(cells)
        if _is_head(cells, named):
            columns = named
        elif columns and len(cells) > columns["text"] and cells[columns["text"]].strip("-"):
            found.append(_logged(text.section, cells, columns, line.page))
    return tuple(found)


def _columns_named(cells: Sequence[str]) -> dict[str, int]:
    """The fields of an action that the cells of a row name, each with the first cell that does."""
    return {
        field: next(at for at, cell in enumerate(cells) if pattern.search(cell))
        for field, pattern in LOG_COLUMNS.items()
        if any(pattern.search(cell) for cell in cells)
    }


def _is_head(cells: Sequence[str], named: Mapping[str, int]) -> bool:
    """True for the head of a log: it names what is to be done and something about it, in short cells."""
    # "Ms Ash, the lead officer, is to report by the due date" in one cell has the words of a head, and is an action
    return len(cells) > 2 and "text" in named and len(named) >= 2 and max(map(len, cells)) < LONGEST_HEADING


def _logged(section: Section, cells: Sequence[str], columns: Mapping[str, int], page: int | None) -> Action:
    """A row of a log as an action; a cell that the row lacks is empty."""
    value = {field: cells[at] if at < len(cells) else "" for field, at in columns.items()}
    return Action(
        section,
        value["text"],
        value.get("owner", ""),
        value.get("deadline", ""),
        # a number is known only by standing in front of the text
        cells[0] if columns["text"] else "",
        page,
        value.get("status", ""),
    )
