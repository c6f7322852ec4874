"""Who was at a meeting, in what capacity, and who voted how, quoted from the head of its minutes and the votes in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from app.citations import bare
from app.compose.evidence import Evidence, stretch
from app.compose.records import Records, meant
from app.compose.wording import Statement, date_in_words, place, whose
from indexer.attendance import Attendance, Capacity
from indexer.sections import Section
from indexer.sentences import sentences
from retriever.questions import Question
from retriever.search import Hit

LONGEST = 700  # characters of a list quoted whole; of a longer one each name is quoted
# What each question about people asks for, the more special ones first, and how the answer opens.
ASKED = (
    (Capacity.APOLOGIES, re.compile(r"\bapolog|\babsent\b|\bcould not (?:come|attend)", re.IGNORECASE), "sent apologies to"),
    (Capacity.SUBSTITUTE, re.compile(r"\bsubstitut|\bstood in\b|\bdeputis", re.IGNORECASE), "came as substitute to"),
    (
        Capacity.PRESENT,
        re.compile(r"\bwho (?:all )?(?:attended|came|went|was present|were present|was there|were there|chaired)\b|\battendance\b", re.IGNORECASE),
        "attended",
    ),
)  # fmt: skip
VOTED = re.compile(
    r"\bvoted? (?P<side>for|in favour|against)\b|\b(?P<abstained>abstained|abstentions?)\b", re.IGNORECASE
)
WHO = re.compile(r"\bwho\b|\bwhich (?:\w+ )?(?:members?|councillors?)\b", re.IGNORECASE)


def attendance_list(question: Question, hits: Sequence[Hit], records: Records) -> list[Statement]:
    """Those who were there, or sent apologies, or came for another, at the meeting that is asked about."""
    for capacity, form, said in ASKED:
        if form.search(question.text):
            people = [person for person in records.attendance if person.capacity is capacity]
            found = meant(question, people, hits)
            return _people(found, said, records) if found else []
    return []


def _people(found: Sequence[Attendance], said: str, records: Records) -> list[Statement]:
    section = found[0].section  # minutes may be held twice, as a draft and as signed
    held = f" on {date_in_words(section.meeting.held_on)}" if section.meeting.held_on else ""
    quotes = _lists([person for person in found if person.section == section], section, records)
    return [
        Statement(f"Who {said} the {whose(section)}{held}:" if n == 0 else "", quote) for n, quote in enumerate(quotes)
    ]


def _lists(found: Sequence[Attendance], section: Section, records: Records) -> list[Evidence]:
    """The stretches of the minutes that hold all the names, or each name with its role where they are too long."""
    left = {bare(person.name) for person in found}
    lists = []
    for passage in records.passages_of(section):
        here = {name for name in left if name in bare(passage.text)}
        if here and (quote := stretch(passage, partial(_names, here))):
            lists.append(quote)
            left -= here
    if left or sum(len(quote.sentence) for quote in lists) > LONGEST:
        return [Evidence.of(section, person.name, person.page) for person in found]
    return lists


def _names(names: set[str], line: str) -> bool:
    return any(name in bare(line) for name in names)


def votes_list(question: Question, hits: Sequence[Hit], records: Records) -> list[Statement]:
    """The names of those who voted as asked, where a vote is recorded by name in the best passage that has one."""
    asked = VOTED.search(question.text)
    if not asked or not WHO.search(question.text):
        return []
    side = "Abst" if asked["abstained"] else "Against" if asked["side"].lower() == "against" else r"(?:For|In favour)"
    line = re.compile(rf"^\W*{side}\w*\W*\(?\d")
    for passage in meant(question, [hit.passage for hit in hits], hits):
        if quote := stretch(passage, lambda text: bool(line.match(text)), split=sentences):
            return [Statement(f"{place(passage)}:", quote)]
    return []
