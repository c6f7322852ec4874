"""Who was at a meeting, and in what capacity, quoted from the head of its minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from app.answers.citations import bare
from app.compose.evidence import Evidence, stretch
from app.compose.lists.asked import bodies_named, left_over, meant_by
from app.compose.records import Records, meant
from app.compose.wording import Statement, place, whose
from corpus.papers import date_in_words
from indexer.findings.attendance import Attendance, Capacity
from indexer.forms.minutes.attendance import TITLED
from indexer.items.sentences import sentences
from indexer.passages.passage import Passage
from indexer.sections.section import Section
from retriever.question_forms import Ask
from retriever.questions import Question
from retriever.search import Hit
from retriever.words import stem, words

MEETING = stem("meeting")
LONGEST = 700  # characters of a list quoted whole; of a longer one each name is quoted
COUNTED = 3  # a list with at least this many names gets their number
# What each question about people asks for, the more special ones first, and how the answer opens.
ASKED = (
    (Capacity.APOLOGIES, Ask.APOLOGIES, "sent apologies to"),
    (Capacity.SUBSTITUTE, Ask.SUBSTITUTES, "came as substitute to"),
    (Capacity.IN_ATTENDANCE, Ask.IN_ATTENDANCE, "was in attendance at"),
    (Capacity.PRESENT, Ask.ATTENDANCE, "attended"),
)
APOLOGISED = re.compile(r"\bapologies\b.{0,40}\b(?:received|submitted|given|noted|accepted|reported)\b", re.IGNORECASE)
BREAKS_OFF = re.compile(r"(?:,|\band)\s*$")
FROM_AFAR = re.compile(r"\b(?:online|virtual(?:ly)?|remote(?:ly)?|by video)\b", re.IGNORECASE)


def attendance_list(question: Question, hits: Sequence[Hit], records: Records) -> list[Statement]:
    """Those who were there, or sent apologies, or came for another, at the meeting that is asked about."""
    statements: list[Statement] = []
    asked = any(ask in question.reading.asks for _, ask, _ in ASKED) and not _of_something_else(question, records)
    meeting = meant(question, records.attendance, hits) if asked else []
    for capacity, ask, said in ASKED:
        found = [person for person in meeting if person.capacity is capacity]
        if found and ask in question.reading.asks:
            statements += _people(question, found, said, records)
    if Ask.CHAIR in question.reading.asks:
        bodies = bodies_named(question, records.sections)
        rest = left_over(question, Ask.CHAIR, bodies)
        bodies = bodies or _half_named(rest, records)
        chairs = [
            one
            for one in records.attendance
            if one.chair and one.capacity is Capacity.PRESENT and meant_by(question, one.section, bodies)
        ]  # a visitor may be the chair of something else
        if bodies or asked or not rest:  # else the chair of something that is none of our committees
            statements += _people(question, meant(question, chairs, ()), "chaired", records)  # the latest one
    return statements


def _of_something_else(question: Question, records: Records) -> bool:
    """True for "Who came to the summer fair?": it names what no meeting is called, and no meeting."""
    if Ask.ATTENDANCE not in question.reading.asks or MEETING in question.reading.stems:
        return False
    bodies = bodies_named(question, records.sections)
    return not bodies and bool(left_over(question, Ask.ATTENDANCE, bodies))


def asks_who_was_there(question: Question) -> bool:
    """True for a question that asks who was at a meeting, who sent apologies, or who took the chair."""
    return bool(question.reading.asks & {Ask.CHAIR, *(ask for _, ask, _ in ASKED)})


def apologies_said(question: Question, records: Records) -> list[Statement]:
    """The sentence on apologies of the one meeting asked about, where no name stands in the record of who was there."""
    if Ask.APOLOGIES not in question.reading.asks or not question.periods:
        return []
    bodies = bodies_named(question, records.sections)
    there = [one for one in records.attendance if meant_by(question, one.section, bodies)]
    # "Apologies were noted as on the sheet": a list of names would have been the better answer
    if len({one.section.meeting.sitting for one in there}) != 1 or Capacity.APOLOGIES in _capacities(there):
        return []
    section = there[0].section
    for passage in records.passages_of(section):
        said = next(filter(APOLOGISED.search, sentences(passage.text)), None)
        if said is not None:
            return [Statement(f"{place(passage)}:", Evidence.of(section, said, passage.page, passage.item))]
    return []


def _capacities(there: Iterable[Attendance]) -> set[Capacity]:
    """In what capacities people are named."""
    return {one.capacity for one in there}


def _half_named(said: set[str], records: Records) -> set[str]:
    """The bodies with a chair whose names hold all of these stems: "scrutiny" is a committee's."""
    held = {one.section.meeting.body for one in records.attendance if one.chair}
    return {body for body in held if said and said <= {stem(word) for word in words(body)}}


def _people(question: Question, found: Sequence[Attendance], said: str, records: Records) -> list[Statement]:
    if not found:
        return []
    section = found[0].section  # minutes may be held twice, as a draft and as signed
    people = [person for person in found if person.section == section]
    day = section.meeting.held_on
    meeting = f"the {whose(section)} on {date_in_words(day)}" if day else f"the {whose(section)}"
    from_afar = said == "was in attendance at" and Ask.FROM_AFAR in question.reading.asks
    if from_afar and (quote := _from_afar(section, records)):
        return [Statement(f"Who joined {meeting} without being in the room:", quote)]
    quoted = list(_lists(people, section, records))
    # a list that breaks off has more people than were read
    whole = not any(BREAKS_OFF.search(quote.sentence) for quote in quoted[-1:])
    many = people[0].capacity is Capacity.PRESENT and len(people) >= COUNTED and whole
    opening = f"Who {said} {meeting} ({len(people)} people):" if many else f"Who {said} {meeting}:"
    return [Statement(opening if n == 0 else "", _with_its_end(quote)) for n, quote in enumerate(quoted)]


def _with_its_end(quote: Evidence) -> Evidence:
    """The quote with the next line of its passage where it breaks off in the middle of a list."""
    _, _, after = quote.passage.text.partition(quote.sentence)
    line = next(filter(None, map(str.strip, after.splitlines())), "")
    return replace(quote, sentence=f"{quote.sentence}\n{line}") if line and BREAKS_OFF.search(quote.sentence) else quote


def _from_afar(section: Section, records: Records) -> Evidence | None:
    """The list of those who were not in the room, as the head of the minutes gives it."""
    for passage in records.passages_of(section):
        for sentence in sentences(passage.text):
            opens, colon, names = sentence.partition(":")
            if colon and names and FROM_AFAR.search(opens):
                return Evidence.of(section, sentence, passage.page)
    return None


def _lists(found: Sequence[Attendance], section: Section, records: Records) -> list[Evidence]:
    """The stretches of the minutes that hold all the names, or each name with its role where they are too long."""
    passages = records.passages_of(section)
    printed = {person: _printed(person.name, passages) for person in found}
    left = {bare(name) for name in printed.values()}
    lists = []
    for passage in passages:
        # A list of those present may run over a page, and then is two passages.
        here = {name for name in left if name in bare(passage.text)}
        if here and (quote := stretch(passage, partial(_names, here))):
            lists.append(quote)
            left -= here
    if left or sum(len(quote.sentence) for quote in lists) > LONGEST:
        return [Evidence.of(section, printed[person], person.page) for person in found]
    return lists


def _printed(name: str, passages: Sequence[Passage]) -> str:
    """A name as it is printed: "Councillors Ash, Elm" gives the second one a title that does not stand beside it."""
    as_given = any(bare(name) in bare(passage.text) for passage in passages)
    return name if as_given else TITLED.sub("", name).strip(" .")


def _names(names: set[str], line: str) -> bool:
    return any(name in bare(line) for name in names)
