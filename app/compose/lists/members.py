"""What members did, as whole lists: their interests, their motions, who was chosen, who took office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from app.answers.phrases import counted
from app.compose.decisions.ruled import opening
from app.compose.evidence import Evidence
from app.compose.lists.asked import bodies_named, left_over, meant_by
from app.compose.records import Records
from app.compose.wording import Statement, place, whose
from corpus.papers import date_in_words
from indexer.findings.decisions import Decision
from indexer.findings.events import EventKind, VoteEvent
from indexer.findings.members.interests import Interest
from indexer.forms.minutes.attendance import OATH, OATH_TO_COME
from indexer.items.sentences import sentences
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.coverage import Rarity, covered
from retriever.question_forms import Ask
from retriever.questions import Question
from retriever.register import matter
from retriever.search import Hit
from retriever.words import stem, stems, words

MOVES = re.compile("mov|propos")
SWORN = frozenset(map(stem, "sworn swear swore oath acceptance".split()))
CHOSEN = frozenset(map(stem, "elected appointed opted nominated re-elected reappointed".split()))
OF_THE_POST = 0.8  # share of a question's other words in the decision by which somebody was chosen, and its title
OF_THE_OFFICE = 0.5  # share of a question's other words in the sentence that says who took an office, and its title
MOST_OATHS = 3
MOST = 20  # entries of a list; the rest is counted


def interests_list(question: Question, records: Records) -> list[Statement]:
    """The interests declared by whoever, in whatever, or at whatever time is asked about."""
    if Ask.INTERESTS not in question.reading.asks:
        return []
    bodies = bodies_named(question, records.sections)
    topic = left_over(question, Ask.INTERESTS, bodies)
    held = [one for one in records.interests if meant_by(question, one.section, bodies)]
    left = question.reading.besides(Ask.INTERESTS)
    numbers = (
        {word for word in left if word.isdigit()} if not question.periods else set()
    )  # those of items, not of days
    found = _asked_about([one for one in held if numbers <= set(words(one.about))], topic)
    return _counted("declaration", " of interest", len(found), list(_declarations(found)))


def _numbers(question: Question) -> set[str]:
    """The numbers of items that a question names; of a question that names a time they may be days."""
    left = question.reading.besides(Ask.INTERESTS)
    return set() if question.periods else {word for word in left if word.isdigit()}


def _asked_about(held: Sequence[Interest], topic: set[str]) -> list[Interest]:
    """The interests of the members that a question names, all where it names none, in what it is about."""
    members = {one.member for one in held if _surname(one.member) in topic}
    topic = topic - {stem(word) for member in members for word in words(member)}
    meant = [one for one in held if not members or one.member in members]
    return [one for one in meant if topic <= stems(f"{one.about} {one.text} {one.kind}")]


def _declarations(found: Sequence[Interest]) -> Iterator[Statement]:
    """Each sentence once, with all who declare an interest in it."""
    by_text: dict[tuple[Section, str], list[Interest]] = {}
    for one in found:
        by_text.setdefault((one.section, one.text), []).append(one)
    for (section, text), ones in by_text.items():
        yield _declaration(section, text, ones)


def _declaration(section: Section, text: str, ones: Sequence[Interest]) -> Statement:
    who = " and ".join(one.member for one in ones)
    quote = Evidence.of(section, text, ones[0].page, ones[0].item)
    return Statement(f"{_when(section)} – {who}{_left(ones[0])}:", quote)


def motions_list(question: Question, records: Records) -> list[Statement]:
    """What the member who is asked about moved or seconded, with what became of it."""
    if Ask.MOVED not in question.reading.asks:
        return []
    bodies = bodies_named(question, records.sections)
    asked = left_over(question, Ask.MOVED, bodies)
    held = [one for one in records.events if meant_by(question, one.section, bodies)]
    entries = [_motion(one, did) for one in held if (did := _did(one, asked, question.reading.folded))]
    return _counted("motion", " moved or seconded", len(entries), entries)


def _did(one: VoteEvent, asked: set[str], folded: str) -> str:
    """Whether a member who is asked about moved or seconded something, as far as the question wants to know."""
    moved = bool(MOVES.search(folded)) and _surname(one.mover) in asked
    seconded = "second" in folded and _surname(one.seconder) in asked
    return " and ".join(word for word, done in (("moved", moved), ("seconded", seconded)) if done)


def _motion(one: VoteEvent, did: str) -> Statement:
    named = ", ".join(filter(None, (_when(one.section), one.item, one.title)))
    return Statement(f"{named} – {did}, {_became(one)}:", _words_of(one))


def _surname(name: str) -> str:
    """The stem of the last word of a name."""
    last = words(name)[-1:]
    return stem(last[0]) if last else ""


def _when(section: Section) -> str:
    held = section.meeting.held_on
    return ", ".join(filter(None, (date_in_words(held) if held else "", whose(section))))


def _left(one: Interest) -> str:
    return {"left": ", who left or took no part", "stayed": ", who stayed"}.get(one.leaving, "")


def _became(one: VoteEvent) -> str:
    return "no outcome recorded" if one.outcome in ("", "other") else one.outcome


def _words_of(one: VoteEvent) -> Evidence:
    """The words of a motion as the paper has them: its first limb where it has several."""
    text = one.limbs[0] if one.limbs else one.proposal or one.result
    return Evidence.of(one.section, text, one.page, one.item, one.title)


def _counted(what: str, behind: str, count: int, entries: Iterable[Statement]) -> list[Statement]:
    """The entries under a sentence that counts all of them; nothing for none."""
    listed: Sequence[Statement] = list(entries)
    if not listed:
        return []
    more = len(listed) - MOST
    rest = [Statement(f"{counted(more, 'further entry', 'further entries')} of this list are not shown here.")]
    opening = f"The minutes record {counted(count, what)}{behind}."
    return [Statement(opening), *listed[:MOST], *(rest if more > 0 else [])]


def oaths_list(question: Question, hits: Sequence[Hit], rarity: Rarity) -> list[Statement]:
    """The sentences that say how somebody took office, where it is asked who was sworn in, or when; the newest first.

    Minutes have an oath, or a declaration of acceptance of office, where people say "sworn in".
    """
    if SWORN.isdisjoint(question.reading.stems):
        return []
    weights = {word: n for word, n in matter(question, rarity).items() if word not in SWORN}
    near = [one for hit in hits if question.in_time(_day(hit)) for one in _oaths(hit.passage) if _is_of(weights, one)]
    newest = sorted(near, key=lambda one: str(one.passage.section.meeting.held_on), reverse=True)
    once = {one.sentence: one for one in newest}
    return [Statement(f"{place(one.passage)}:", one) for one in list(once.values())[:MOST_OATHS]]


def _day(hit: Hit) -> date | None:
    return hit.passage.section.meeting.held_on


def elections_list(question: Question, records: Records, rarity: Rarity) -> list[Statement]:
    """The decisions by which somebody was elected, appointed or co-opted, where it is asked who, or when."""
    asks_for_one = Ask.WHICH_MEMBERS in question.reading.asks or question.reading.form == "date"
    if not asks_for_one or CHOSEN.isdisjoint(question.reading.stems):
        return []
    weights = {word: n for word, n in matter(question, rarity).items() if word not in CHOSEN}
    found = [limb for limb in _choices(question, records) if _says(weights, limb)]
    newest = sorted(found, key=lambda one: str(one.section.meeting.held_on), reverse=True)
    once = {one.text: one for one in newest}
    return [_choice(one) for one in list(once.values())[:MOST_OATHS]]


def _choice(one: Decision) -> Statement:
    quote = Evidence.of(one.section, one.text, one.page, one.item, one.title)
    return Statement(opening(one.section, one.item, [one]), quote)


def _choices(question: Question, records: Records) -> Iterator[Decision]:
    """The decisions by which the meetings that are meant chose somebody."""
    bodies = bodies_named(question, records.sections)
    for ruling in records.rulings:
        if _is_meant(question, ruling.section, bodies):
            yield from filter(_chooses, ruling.limbs)


def _is_meant(question: Question, section: Section, bodies: set[str]) -> bool:
    """Whether a meeting is of the council and the time named; a body that is named may be where somebody was sent."""
    meeting = section.meeting
    own = not question.organisations or meeting.organisation in question.organisations
    return own and question.in_time(meeting.held_on) and (not question.periods or not bodies or meeting.body in bodies)


def _chooses(limb: Decision) -> bool:
    return limb.outcome == "appointed" or limb.kind == EventKind.ELECTION or not CHOSEN.isdisjoint(stems(limb.put))


def _says(weights: Mapping[str, float], limb: Decision) -> bool:
    """Whether a choice is that of the person or to the post that is asked about; any is where none is named."""
    return not weights or covered(weights, f"{limb.title} {limb.put}") >= OF_THE_POST


def _oaths(passage: Passage) -> Iterator[Evidence]:
    """The sentences of minutes by which somebody took office."""
    for sentence in sentences(passage.text) if passage.section.kind is SectionKind.MINUTES else ():
        if OATH.search(sentence) and not OATH_TO_COME.search(sentence):
            yield Evidence(sentence, passage, score=0.0, coverage=1.0)


def _is_of(weights: Mapping[str, float], one: Evidence) -> bool:
    """Whether an oath is that of the person or the office that is asked about; any is where none is named."""
    return not weights or covered(weights, f"{one.passage.title} {one.sentence}") >= OF_THE_OFFICE
