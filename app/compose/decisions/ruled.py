"""A ruling as statements: who did what, when and under which minute; then its limbs, amendments and votes verbatim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.answers.phrases import in_a_row
from app.compose.decisions.headline import LOST, Headline, fate, headline
from app.compose.decisions.limbs import nearest, parted
from app.compose.decisions.verdict import verdict
from app.compose.evidence import Evidence
from app.compose.wording import KIND_IN_WORDS, Statement, length, sentence, whose
from corpus.papers import date_in_words
from indexer.findings.events import VoteEvent
from indexer.findings.minutes import Decision
from indexer.sections.section import Section
from retriever.coverage import Rarity
from retriever.question_forms import Ask
from retriever.questions import Question
from retriever.register import Ruling

MOST_VERBS = 2  # named in one sentence
DID = {
    "approved": "approved", "agreed": "agreed", "adopted": "adopted", "noted": "noted", "endorsed": "endorsed",
    "deferred": "deferred", "referred": "referred it on", "delegated": "delegated", "rejected": "rejected",
    "lost": "rejected", "carried": "carried", "thanked": "gave thanks", "confirmed": "confirmed",
    "requested": "asked for the following", "appointed": "appointed", "established": "set up",
    "withdrawn": "withdrew",
}  # fmt: skip
SLIGHT = frozenset({"noted", "thanked", "confirmed"})  # outcomes that change nothing
RESCINDED = re.compile(r"\b(?:rescind|revok|overturn)", re.IGNORECASE)
SIDES = re.compile(r"\b(?:For|Against|Abst\w+) \(\d+\)")  # of a vote recorded by name; who voted how is a list
LONGEST_CHANGE = 350  # characters of an amendment that is quoted unasked
ON_AMENDMENT = {"carried": "It first agreed an amendment:", "lost": "It rejected an amendment:"}
NOT_APPROVED = "It was not approved"  # how a verdict puts a wrong premise right


def ruled(
    question: Question, ruling: Ruling, events: Iterable[VoteEvent], *, room: int, rarity: Rarity, asked: bool
) -> list[Statement]:
    """The statements of a ruling in at most some `room` characters; `asked` where yes or no may stand in front."""
    meant, beside = parted(question, ruling, rarity)
    changes = [limb for limb in meant if limb.amendment] if any(not limb.amendment for limb in meant) else []
    main = nearest(question, [limb for limb in meant if limb not in changes], room, rarity)
    said = verdict(question, ruling, main, rarity) if asked else ""
    lost = [limb for limb in main if limb.outcome in LOST]
    done = [limb for limb in main if limb not in lost] or lost
    statements = _quoted(f"{said}{opening(ruling.section, ruling.item, done)}", done) + votes_on(done)
    statements[0] = _headed(statements[0], question, ruling, said, done[0], events)
    if lost and done is not lost:  # what was lost never stands under what was decided
        statements += _quoted(f"It {did(lost)}:", lost) + votes_on(lost)
    for change in changes:
        if len(change.motion + change.text) > LONGEST_CHANGE and Ask.CHANGES not in question.reading.asks:
            continue
        statements += _quoted(ON_AMENDMENT.get(change.outcome, "On an amendment:"), [change]) + votes_on([change])
    left = room - sum(map(length, statements))
    further = [limb for limb in nearest(question, beside, left, rarity) if len(limb.text) < left]
    return statements + _quoted("In the same minute:", further)


def _headed(
    statement: Statement, question: Question, ruling: Ruling, said: str, limb: Decision, events: Iterable[VoteEvent]
) -> Statement:
    """The statement with what is asked about the vote in front, where the record has it."""
    told = headline(question, limb, events)
    if not told.text and said and limb.outcome in LOST:
        became = fate(limb)
        premise = said.startswith(NOT_APPROVED)
        text = f"{NOT_APPROVED}: {became.text[:1].lower()}{became.text[1:]}" if premise else f"{said}{became.text}"
        told = Headline(text, became.spans) if became.text else told
    if not told.text:
        return statement
    return replace(statement, headline=f"{told.text} {source(ruling.section, ruling.item)}:", spans=told.spans)


def source(section: Section, item: str) -> str:
    """The minutes of a ruling in few words: "Cabinet minutes, 4 March 2031 (minute 7)"."""
    held = f", {date_in_words(section.meeting.held_on)}" if section.meeting.held_on else ""
    minute = f" (minute {item})" if item else ""
    return sentence(f"{whose(section)} {KIND_IN_WORDS.get(section.kind, 'paper')}{held}{minute}")


def opening(section: Section, item: str, limbs: Sequence[Decision]) -> str:
    """Who did what, when and where it is minuted, as the start of a sentence."""
    meeting = section.meeting
    held = f"On {date_in_words(meeting.held_on)} " if meeting.held_on else ""
    minute = f" (minute {item})" if item else ""
    return f"{held}{'the ' if held else 'The '}{whose(section)} {did(limbs)}{minute}:"


def did(limbs: Sequence[Decision]) -> str:
    """What a body did, in verbs; of many things that it agreed them."""
    verbs = list(dict.fromkeys(verb for limb in limbs if (verb := _verb(limb)))) or ["decided"]
    if len(verbs) > MOST_VERBS:
        return "agreed the following"
    return in_a_row(verbs)


def _verb(limb: Decision) -> str:
    return "rescinded" if RESCINDED.search(limb.text) else DID.get(limb.outcome, "")


def _quoted(opening: str, limbs: Iterable[Decision]) -> list[Statement]:
    """The limbs, after the motion where they only say what became of it; the opening stands in front of the first."""
    pieces = []
    for limb in limbs:
        if limb.motion:
            pieces.append(before(limb, limb.motion))
        pieces.append(Evidence.of(limb.section, limb.text, limb.page, limb.item))
    return [Statement(opening if n == 0 else "", piece) for n, piece in enumerate(pieces)]


def votes_on(limbs: Sequence[Decision]) -> list[Statement]:
    """The votes on the limbs, each once, where the limbs do not give them themselves."""
    said = _plain(" ".join(f"{limb.motion} {limb.text}" for limb in limbs))
    sides = {
        side: limb
        for limb in limbs
        for side in SIDES.findall(limb.votes) or [limb.votes]
        if side and _plain(side) not in said
    }
    return [Statement("Vote:" if n == 0 else "", before(limb, side)) for n, (side, limb) in enumerate(sides.items())]


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def before(limb: Decision, words: str) -> Evidence:
    """What stands before a limb: on its page, or from the page before it on."""
    return Evidence.of(limb.section, words, max(1, limb.page - 1) if limb.page else None, limb.item)
