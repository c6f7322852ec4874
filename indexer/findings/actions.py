"""What somebody undertook at a meeting: actions with owner and deadline, and reports that were promised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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


# "ACTION: Jo Ash to write", "Action – CF"
_LABELLED = re.compile(r"^\W*actions?(?: point)?s?\b\s*(?:\d+)?\s*[:–-]+\s*(?P<text>.+)$", re.I)
# "Jo Ash to send the dates", "The Director of Place to report in May"
_TO_DO = re.compile(
    r"^\W*(?P<owner>(?!(?:Agree|Note|That|It|They|He|She|We|This|There|Further|However|Members|To|In|On|"
    r"For|Following|Work|All|Approve|Endorse)\b)(?:The )?[A-Z][\w’'.&-]*(?:[ ,/]+(?:[A-Z][\w’'.&-]*|of|"
    r"for|and|the|&)){0,10}?) (?:to|will) (?P<verb>send|circulate|write|report|provide|contact|bring|"
    r"prepare|arrange|share|link|check|follow|explore|"
    r"consider|investigate|update|publish|review|confirm|speak|meet|draft|add|ask|raise|produce|ensure|"
    r"liaise|amend|distribute|submit)\b"
)
# What is to come back to a meeting
_PROMISE = re.compile(
    r"\b(?:(?:further |progress |update[d]? |separate |final |interim |detailed |annual )*(?:report|paper|"
    r"update|presentation|plan|strategy|review|figures|item)s?\b.{0,80}?\b(?:be|being|come|bring|"
    r"brought)\b.{0,25}?"
    r"\b(?:submitted|brought(?: back)?|presented|provided|reported|received|circulated|back|made|taken|"
    r"considered)\b.{0,60}?\b(?:meeting|board|committee|cabinet|council|panel|partnership|members)\b"
    r"|(?:bring|report|come) back\b.{0,80}|reported (?:back )?to (?:a|the) (?:future|next|following) meeting)",
    re.I,
)
_DEADLINE = re.compile(
    r"\b(?:by|before|in|at|to|for|until|no later than)\s+(?P<when>(?:the )?(?:end of )?(?:next|following|"
    r"future|[A-Z][a-z]+day|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|spring|summer|autumn|winter|\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]+)"
    r"\b(?:\s(?:meeting|\d{4}|month|year|week|[A-Z][a-z]+))*)"
)
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
        label = _LABELLED.match(clause.text)
        to_do = _TO_DO.match(label["text"] if label else clause.text)
        if clause.owner or label or to_do:
            text = label["text"] if label else clause.text
            owner = clause.owner or (to_do["owner"] if to_do else "")
            yield Action(section, text, owner, _deadline(text), item.number, clause.page)
        yield from _promises(section, clause, item)


def _promises(section: Section, clause: Clause, item: Item) -> Iterator[Action]:
    """The sentences of a clause that promise something to a later meeting."""
    for sentence in SENTENCES.split(clause.text):
        if _PROMISE.search(sentence) and re.search(r"\b(?:would|will|should|be|could|to)\b", sentence):
            yield Action(section, sentence, "", _deadline(sentence), item.number, clause.page, promise=True)


def _deadline(text: str) -> str:
    match = _DEADLINE.search(text)
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
