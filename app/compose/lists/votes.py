"""Votes: who voted which way, or by how many, told from the one thing that was put to the meeting and is meant.

Of several votes under one item it is the last one on the matter itself, not one on an amendment, unless the question
names an amendment. Where the minutes give no names, or no vote, the first line says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.answers.phrases import calmed, in_a_row, in_a_sentence
from app.compose.decisions.headline import LOST, NAMES_TOLD, Headline
from app.compose.decisions.ruled import source
from app.compose.evidence import Evidence
from app.compose.lists.vote_meant import (
    AMENDMENTS,
    CHANGES,
    CLOSE,
    UNANIMOUS,
    VOTE,
    bears_on,
    has_vote,
    is_named,
    item_meant,
    vote_meant,
)
from app.compose.records import Records
from app.compose.wording import Statement, sentence
from indexer.findings.events import VoteEvent
from retriever.coverage import Rarity
from retriever.question_forms import Ask
from retriever.questions import Question
from retriever.register import ROUTINE
from retriever.search import Hit
from retriever.words import stem, stems, words

MOST_OTHERS = 2  # other votes of the item that are given
LONGEST_PUT = 300  # characters of a proposal that is quoted with its vote
LONGEST_SIDE = 900  # characters of the names on a side that are quoted
SHORT_VOTE = 80  # characters of the words of a vote that fit into a sentence of ours

UNANIMOUSLY = stem("unanimous")
SIDE = {"for": "for", "against": "against", "abstained": "abst"}
SPOKEN_OF = re.compile(r"\bvot(?:e[sd]?|ing)\b|\bballot", re.IGNORECASE)
DID = {"for": "voted for", "against": "voted against", "abstained": "abstained on"}
SPLIT = re.compile(r"\bvotes? to (?!none|nil|nought|0)\w+", re.IGNORECASE)  # "seven votes to three"
NONE = r"\s*:\s*(?:none|nil|nobody|0)\b"
NONE_ON = {
    "for": re.compile(rf"\b(?:ayes?|yeas?|for|in favou?r){NONE}", re.IGNORECASE),
    "against": re.compile(rf"\b(?:no|noes|nays?|against){NONE}", re.IGNORECASE),
    "abstained": re.compile(rf"\babst\w+{NONE}", re.IGNORECASE),
}
# "Against (7): Councillors Ash and Elm", "9 for", "14 in favor (Ash, Elm)"
LABELLED = re.compile(r"\b(?P<side>for|in favou?r|against|abst\w+)\s*\((?P<number>\d{1,3})\)\s*:?[^;]*", re.IGNORECASE)
COUNTED = re.compile(
    r"\b(?P<number>\d{1,3}) (?:votes? )?(?P<side>for|in favou?r|against|abst\w+)\b(?:\s*\([^)]*\))?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a vote: how many were on it, and its words as the minutes print them."""

    number: int
    words: str


def votes_list(question: Question, hits: Sequence[Hit], records: Records, rarity: Rarity) -> list[Statement]:
    """The vote that is asked about, in one line with its proof; none where no vote is asked for, or none is meant."""
    if not (_asks(question, records) or _asks_for_amendment(question)):
        return []
    item = item_meant(question, hits, records, rarity)
    told = vote_meant(question, item, rarity) if item else None
    if told is None or _told_in_other_words(told, records):
        return []
    bearing = () if question.reading.side else [one for one in item if bears_on(question, one, rarity)]
    return [*_told(question, told, item), *_other_votes(told, bearing)]


def _told_in_other_words(event: VoteEvent, records: Records) -> bool:
    """True where no record has a vote and the minutes of the item speak of one: "On a ballot she had four"."""
    if has_vote(event):
        return False
    passages = (one for one in records.passages_of(event.section) if one.item == event.item)
    return any(SPOKEN_OF.search(one.text) for one in passages)


def _asks(question: Question, records: Records) -> bool:
    """Whether it is asked who voted which way, or how a vote fell."""
    reading = question.reading
    if reading.side and Ask.VOTED in reading.asks and Ask.HOW_VOTED not in reading.asks:
        anybody = Ask.YES_OR_NO in reading.asks and not _names_member(question, records)
        return Ask.WHICH_MEMBERS in reading.asks or anybody
    how = Ask.DETAIL in reading.asks and not reading.form and reading.stems[:1] == (VOTE,)
    return how or Ask.HOW_VOTED in reading.asks or {VOTE, CLOSE} <= set(reading.stems)


def _asks_for_amendment(question: Question) -> bool:
    """True for "Did the amendment pass?": what was decided in the end is the motion."""
    reading = question.reading
    return Ask.YES_OR_NO in reading.asks and not AMENDMENTS.isdisjoint(words(reading.folded))


def _names_member(question: Question, records: Records) -> bool:
    """Whether a question names somebody: how one member voted is another question."""
    members = {one.name for one in records.attendance}
    return any(stems(name) <= stems(member) for name in question.reading.names for member in members)


def _told(question: Question, event: VoteEvent, item: Sequence[VoteEvent]) -> list[Statement]:
    """The vote in one line, then what was put."""
    side = question.reading.side
    if not has_vote(event):
        return _without_vote(event, item)
    first = _of_side(side, event, item) if side else _line(event)
    if {UNANIMOUSLY, Ask.YES_OR_NO} <= {*question.reading.stems, *question.reading.asks}:
        first = [replace(one, text=_small_after(_all_agreed(event), one.text)) for one in first]
    quoted = {one.evidence.sentence for one in first if one.evidence}
    return [*first, *(one for one in _put(event) if one.evidence and one.evidence.sentence not in quoted)]


def _all_agreed(event: VoteEvent) -> str:
    """Yes or no, where the minutes say whether a vote was unanimous; else ""."""
    if UNANIMOUS.search(event.votes):
        return "Yes."
    against = any(side != "for" and one.number for side, one in _sides(event.votes).items())
    return "No." if against or SPLIT.search(event.votes) else ""


def _small_after(word: str, text: str) -> str:
    return f"{word} {text}" if word and text else text


def _of_side(side: str, event: VoteEvent, item: Sequence[VoteEvent]) -> list[Statement]:
    """Who was on one side, or that the minutes do not say it."""
    counted = _sides(event.votes).get(side)
    names = {"for": event.ayes, "against": event.noes, "abstained": event.abstained}[side]
    itself, here = _itself(event, item), f" {source(event.section, event.item)}:"
    if names and counted:
        number = "One" if counted.number == 1 else str(counted.number)
        said = f"{itself}{number} {DID[side]} {_what(event)}, which {_became(event)}."
        return [_quoted(event, said + here, counted.words if len(counted.words) <= LONGEST_SIDE else event.votes)]
    if names:
        what = f"{DID[side]} {_what(event)}, which {_became(event)}."
        told = Headline(f"{itself}{in_a_row(names)} {what}{here}", names) if len(names) <= NAMES_TOLD else Headline()
        quoted = _quoted(event, f"{itself}Who {what}{here}", event.votes)
        return [replace(quoted, headline=told.text, spans=told.spans)]
    return _proved(event, itself + _without_names(side, event, counted) + here)


def _without_names(side: str, event: VoteEvent, counted: Side | None) -> str:
    """What can be said of a side that the minutes give without a name."""
    nobody = NONE_ON[side].search(event.votes) or (side != "for" and UNANIMOUS.search(event.votes))
    if nobody or (counted and not counted.number):
        return f"Nobody {DID[side]} {_what(event)}."
    if is_named(event):
        # The names of the other side are there: this one was empty, or is printed in a way that was not understood.
        return f"The minutes give the vote on {_what(event)}, which {_became(event)}, as follows."
    count = f": they say only “{event.votes}”" if len(event.votes) <= SHORT_VOTE else ""
    return f"The minutes do not name who {DID[side]} {_what(event)}, which {_became(event)}{count}."


def _line(event: VoteEvent) -> list[Statement]:
    """How a vote fell, in one line with its proof."""
    sides = _sides(event.votes)
    here = f" {source(event.section, event.item)}:"
    short = event.votes if len(event.votes) <= SHORT_VOTE else ""
    count = ", ".join(f"{one.number} {side}" for side, one in sides.items()) or short
    said = f"{_what(event)} {_became(event)}{f': {count}' if count else ''}."
    return _proved(event, sentence(said) + here)


def _without_vote(event: VoteEvent, item: Sequence[VoteEvent]) -> list[Statement]:
    """That no vote is minuted on what was decided, and the votes that are, on amendments to it."""
    here = source(event.section, event.item)
    put = [Statement(f"The minutes record no vote on {_what(event)}, only what was decided. {here}:", one)
           for one in _proposal(event)][:1]  # fmt: skip
    return [*put, *_other_votes(event, item)]


def _other_votes(event: VoteEvent, item: Sequence[VoteEvent]) -> list[Statement]:
    """How the last other votes of the item fell."""
    others = [one for one in item if one is not event and has_vote(one)]
    return [line for one in others[-MOST_OTHERS:] for line in _line(one)]


def _put(event: VoteEvent) -> list[Statement]:
    """The words of what was put to the vote."""
    # Words that confirm minutes, under another title, were read from the item before.
    if ROUTINE.search(event.proposal) and not ROUTINE.search(event.title):
        return []
    what = "What was proposed:" if event.outcome in LOST else "What was decided:"
    return [Statement(what if n == 0 else "", one) for n, one in enumerate(_proposal(event))]


def _proposal(event: VoteEvent) -> list[Evidence]:
    """A proposal limb by limb, as far as its limbs are short enough to be quoted."""
    pieces: list[Evidence] = []
    left = LONGEST_PUT
    for text in event.limbs or (event.proposal,):
        if pieces and len(text) > left:
            break
        pieces.append(_evidence(event, text))
        left -= len(text)
    return pieces


def _quoted(event: VoteEvent, said: str, words: str) -> Statement:
    return Statement(said, _evidence(event, words))


def _evidence(event: VoteEvent, words: str) -> Evidence:
    """Words of an event: they may stand on the page before that of its decision."""
    page = max(1, event.page - 1) if event.page else None
    # The sides of a vote may stand on separate lines: each is looked for alone where all together are not found.
    return Evidence.of(event.section, words.replace("; ", ";\n"), page, event.item, event.title)


def _sides(votes: str) -> dict[str, Side]:
    """The sides of a vote that the minutes give with a number, in the order for, against, abstained."""
    found: dict[str, Side] = {}
    for match in (*LABELLED.finditer(votes), *COUNTED.finditer(votes)):
        side = next(
            (name for name, begins in SIDE.items() if match["side"].lower().startswith(begins)), "for"
        )  # "in favour"
        found.setdefault(side, Side(int(match["number"]), match[0].strip(" ;,.")))
    return {side: found[side] for side in SIDE if side in found}


def _proved(event: VoteEvent, said: str) -> list[Statement]:
    """A line with the words of the vote, or of what was put where those of the vote are too few to be a quote."""
    if event.votes in event.result:
        return [_quoted(event, said, event.result)]
    if is_named(event) or len(event.votes) > SHORT_VOTE or _sides(event.votes):
        return [_quoted(event, said, event.votes)]
    first = next(iter(_proposal(event)))
    return [Statement("", first, headline=said, spans=(event.votes,))]


def _what(event: VoteEvent) -> str:
    thing = "the amendment" if event.kind in CHANGES else "the motion" if event.mover else "the proposal"
    title = in_a_sentence(calmed(event.title, event.proposal))
    return f"{thing} under “{title}”" if title else thing


def _itself(event: VoteEvent, item: Sequence[VoteEvent]) -> str:
    """Words that tell the vote on a motion from those on amendments to it."""
    changed = any(one.kind in CHANGES and one.votes for one in item)
    return "On the motion itself, not the amendment: " if changed and event.kind not in CHANGES else ""


def _became(event: VoteEvent) -> str:
    return "was lost" if event.outcome in LOST else "was carried"
