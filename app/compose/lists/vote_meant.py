"""Which vote a question means: the last one on the matter itself, or that on an amendment where one is named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from app.compose.lists.asked import bodies_named
from app.compose.records import Records
from corpus.papers import Meeting
from indexer.findings.events import EventKind, VoteEvent
from indexer.sections.section import SectionKind
from retriever.coverage import Rarity, covered
from retriever.questions import Question
from retriever.register import ROUTINE, matter
from retriever.search import Hit
from retriever.words import stem, stems, words

IN_PART = 0.4  # share of them that its title and proposals must have themselves
ALL = 0.95  # share that its text must have, where its title has only a part of them
NAMES = 0.7  # share of the question's words that an item and what was put under it must have
CHANGES = frozenset({EventKind.AMENDMENT})
ASIDE = frozenset({EventKind.AMENDMENT, EventKind.PROCEDURAL, EventKind.PART})
VOTE = stem("vote")
CLOSE = stem("close")
AMENDMENTS = frozenset({"amendment", "amendments"})  # "the amended motion" is the motion
# Words that ask about a vote, and say nothing of what it was on.
ASKS = frozenset(
    map(
        stem,
        "vote voted against favour abstain abstained abstention motion amendment amended went result name record "
        "recorded count tally split unanimous pass passed carry carried lost lose fall fell fail failed "
        "member members councillor councillors".split(),
    )
)
UNANIMOUS = re.compile(r"\bunanimous|\bnem(?:ine)?\.? con|\ball (?:in favou?r|agreed)\b", re.IGNORECASE)
SAID = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|majority|casting|show)\b")


def item_meant(question: Question, hits: Sequence[Hit], records: Records, rarity: Rarity) -> list[VoteEvent]:
    """What was put under the item that is meant, in order: the best by its words, then one with a vote, the latest."""
    weights = _weights(question, rarity)
    if not weights:
        return []
    items: dict[tuple[Meeting, str, str], dict[int, VoteEvent]] = {}
    for event in records.events:
        if _may_be_meant(question, event):
            # Minutes that are printed twice count once.
            key = (event.section.meeting, event.item, event.title)
            items.setdefault(key, {}).setdefault(event.paragraph, event)
    said, bodies = _said_under(hits), bodies_named(question, records.sections)
    rated = [(_fit(question, weights, list(events.values()), said), list(events.values())) for events in items.values()]
    fitting = [(fit, events) for fit, events in rated if fit[0] >= NAMES]
    # "the Board Bylaws" name no committee: votes of a Board come first, and others still count.
    best = max(fitting, key=lambda one: (one[1][0].section.meeting.body in bodies, one[0]), default=None)
    return best[1] if best else []


def _may_be_meant(question: Question, event: VoteEvent) -> bool:
    """Whether what was put is of the council and the time that a question names; its title may name that time too."""
    meeting = event.section.meeting
    named = _organisations_said(question)
    if named and meeting.organisation not in named:
        return False
    if ROUTINE.search(event.title or event.proposal):
        return False
    times = question.reading.times
    return question.in_time(meeting.held_on) or (bool(times) and times <= set(words(event.title)))


def _organisations_said(question: Question) -> list[str]:
    """The organisations that a question names itself: "the Board Bylaws" has the name of a body, and of none else."""
    said = {stem(word) for word in (*question.terms, *question.context_terms)}
    return [one for one in question.organisations if one in question.expansions or said & stems(one)]


def _weights(question: Question, rarity: Rarity) -> dict[str, float]:
    """The weight of each stem that says what the vote was on."""
    asks = ASKS | {CLOSE} if VOTE in question.reading.stems else ASKS
    return {word: weight for word, weight in matter(question, rarity).items() if word not in asks}


def _said_under(hits: Sequence[Hit]) -> dict[tuple[Meeting, str, str], str]:
    """What the passages found say under each item of minutes: a motion may be named as it was before it was amended."""
    said: dict[tuple[Meeting, str, str], str] = {}
    for passage in (hit.passage for hit in hits if hit.passage.section.kind is SectionKind.MINUTES):
        key = (passage.section.meeting, passage.item, passage.title)
        said[key] = f"{said.get(key, '')} {passage.text}"
    return said


def _fit(
    question: Question,
    weights: Mapping[str, float],
    events: Sequence[VoteEvent],
    said_under: Mapping[tuple[Meeting, str, str], str],
) -> tuple[float, float, bool, bool, str]:
    meeting, item, title = events[0].section.meeting, events[0].item, events[0].title
    own = " ".join((title, *map(_words, _candidates(question, weights, events)), *_short_names(question, events[0])))
    around = said_under.get((meeting, item, title), "")
    whole, its_own = covered(weights, f"{own} {around}"), covered(weights, own)
    # What was only said under an item does not make the vote one on it, unless the meeting is named as well.
    is_its = bool(question.periods) or its_own >= IN_PART or (its_own > 0 and whole >= ALL)
    share = whole if is_its else 0.0
    voted = [one for one in events if has_vote(one)]
    return round(share, 1), round(its_own, 1), any(map(is_named, voted)), bool(voted), str(meeting.held_on)


def bears_on(question: Question, event: VoteEvent, rarity: Rarity) -> bool:
    """Whether another vote of an item is on the matter: an amendment, or a motion in words of the question."""
    return event.kind in CHANGES or covered(_weights(question, rarity), _words(event)) >= IN_PART


def _candidates(question: Question, weights: Mapping[str, float], events: Sequence[VoteEvent]) -> list[VoteEvent]:
    """The amendments where one is named, by that word or by its own; else what was put on the matter itself."""
    changes = [one for one in events if one.kind in CHANGES]
    main = [one for one in events if one.kind not in ASIDE]
    by_word = not AMENDMENTS.isdisjoint(question.terms)
    if changes and (by_word or _only_changes_say_it(weights, changes, main)):
        return changes
    return main or list(events)


def _only_changes_say_it(weights: Mapping[str, float], changes: Sequence[VoteEvent], main: Sequence[VoteEvent]) -> bool:
    """True where an amendment has the words of a question, and neither the motion nor the title has them."""
    said = f"{changes[0].title} {' '.join(map(_words, main))}"
    return covered(weights, said) < IN_PART and any(covered(weights, _words(one)) >= NAMES for one in changes)


def has_vote(event: VoteEvent) -> bool:
    """Whether the minutes say how a vote fell, and not only that there was one."""
    return bool(is_named(event) or SAID.search(event.votes) or UNANIMOUS.search(event.votes))


def is_named(event: VoteEvent) -> bool:
    return bool(event.ayes or event.noes or event.abstained)


def _words(event: VoteEvent) -> str:
    return f"{event.proposal} {' '.join(event.limbs)} {event.mover} {event.seconder}"


def _short_names(question: Question, event: VoteEvent) -> tuple[str, ...]:
    """The short forms in a question, where they are of the body or the organisation whose vote it was."""
    meeting = event.section.meeting
    return question.reading.shorts if {meeting.organisation, meeting.body} & set(question.expansions) else ()


def vote_meant(question: Question, item: Sequence[VoteEvent], rarity: Rarity) -> VoteEvent:
    """What was put in the most words of the question, then what was voted on, then what was put last."""
    weights = _weights(question, rarity)
    found = _candidates(question, weights, item)
    return max(found, key=lambda one: (has_vote(one), round(covered(weights, _words(one)), 1), one.paragraph))
