"""Chronology: a topic in; every step of it that the papers hold out, by date, each with its proved quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.answers.answer import Citation
from app.answers.phrases import calmed, without_joint
from app.answers.sources import Sources
from app.matters.ledger import Quote
from app.matters.promises import Promise, promises_of
from app.matters.steps import CALL_IN, Step, StepKind, most_telling_first, ruling_of
from app.matters.topics import Topic
from app.matters.turns import quotes_of
from app.matters.undertakings import LaterPapers, undertakings
from corpus.papers import Meeting
from indexer.findings.actions import Action
from indexer.findings.minutes import Decision
from indexer.findings.recommendations import Recommendation
from indexer.forms.subjects import PUT_TO_ANOTHER
from indexer.linking.fates import Fate, FateKind, leaves_open
from indexer.linking.matters import ItemKind, Matter
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.register import Ruling

MOST_QUOTES = 8  # of one step; the page shows the rest
LEAD = 120  # characters before the first limb of a ruling, which say whom it is put to

OPENING = re.compile(r"\W*(?:apolog|declaration|disclosure|minutes\b)", re.IGNORECASE)
"""Items with which every meeting opens: what is named there is no step."""

ENDED = re.compile(r"[.;:?!]\W*$")
"""How a sentence ends: a line of a table that only names a topic tells no step of it."""

LAID_BEFORE = (SectionKind.REPORT, SectionKind.APPENDIX, SectionKind.PRESENTATION, SectionKind.PROPOSED_DECISION_RECORD)
"""Kinds of section that report to a meeting."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the papers hold that may be about a topic: all of the register, and the passages that were searched out.

    `own` are the items of the matter that the topic means; none where it means none for sure.
    """

    rulings: Sequence[Ruling]
    recommendations: Sequence[Recommendation]
    actions: Sequence[Action]
    fates: Sequence[Fate]
    passages: Sequence[Passage]
    superseded: frozenset[Section] = frozenset()
    later: LaterPapers = field(default_factory=LaterPapers)
    own: frozenset[tuple[object, str]] = frozenset()

    def is_own(self, section: Section, item: str) -> bool:
        """Whether an item of minutes is one of the matter, whatever its title."""
        return (section.meeting.sitting, item) in self.own


@dataclass(frozen=True, slots=True)
class Chronology:
    """The steps of a matter, the earliest first and those without a date last; and what was promised on the way."""

    topic: str
    steps: tuple[Step, ...]
    promises: tuple[Promise, ...]

    @property
    def dated(self) -> tuple[Step, ...]:
        """The steps that a timeline can show."""
        return tuple(step for step in self.steps if step.held_on)

    @property
    def mixed(self) -> bool:
        """Whether the steps are of more than one organisation, so that each has to say of which."""
        return len({step.meeting.organisation for step in self.steps}) > 1


def items_of(matter: Matter) -> frozenset[tuple[object, str]]:
    """The items of minutes of a matter, by meeting and number."""
    minuted = (one for one in matter.items if one.kind in (ItemKind.MINUTES, ItemKind.RECORD))
    return frozenset((one.section.meeting.sitting, one.item) for one in minuted)


def chronology_of(text: str, topic: Topic, found: Found, sources: Sources) -> Chronology:
    """The chronology of a topic; whatever cannot be proved on its page is left out of it."""
    rulings = [one for one in found.rulings if topic.concerns(one.section.meeting)]
    decided = list(_decided(topic, rulings, found, sources))
    recommended = list(_recommended(topic, found, sources))
    # A minute with a decision is one step, not two: its discussion is not told again.
    taken = {(step.meeting, step.title) for step in decided}
    reports = {citation.passage.section for step in recommended for citation in step.citations}
    told = _told(topic, found, sources, taken, reports)
    # A paper without a date comes last: put first, it would read as the beginning.
    found_steps = sorted([*decided, *recommended, *told], key=_in_order)
    steps = [replace(step, title=calmed(step.title, text)) for step in found_steps]
    items = {(ruling.section.meeting, ruling.item) for ruling in rulings if topic.names(ruling.title)}

    def wanted(action: Action) -> bool:
        section = action.section
        here = (section.meeting, action.item) in items or found.is_own(section, action.item)
        return (here or topic.names(section.title, action.text)) and topic.concerns(section.meeting)

    limbs = (limb for ruling in rulings for limb in _limbs(topic, ruling, found))
    requests = [limb for limb in limbs if limb.outcome == "requested"]
    tracked = undertakings(found.actions, requests, found.later, wanted=wanted)
    return Chronology(text, tuple(steps), tuple(promises_of(tracked, sources)))


def _in_order(step: Step) -> tuple[date, bool, int]:
    """By date; on one day what was laid before the meeting comes first."""
    return step.held_on or date.max, bool(step.said), _ORDER[step.kind]


_ORDER = {kind: n for n, kind in enumerate((StepKind.REPORTED, StepKind.RECOMMENDED, StepKind.RAISED))} | {
    kind: 9 for kind in StepKind if kind not in (StepKind.REPORTED, StepKind.RECOMMENDED, StepKind.RAISED)
}
"""On one day: what was laid before the meeting, what was said, what was done."""


def _decided(topic: Topic, rulings: Iterable[Ruling], found: Found, sources: Sources) -> Iterator[Step]:
    """A step for each ruling on the topic: all of its limbs where its title names the topic, else those that do."""
    changed = {
        (fate.decision.section.meeting, fate.decision.item)
        for fate in found.fates
        # Whatever is decided where the report left the choice is not otherwise than recommended.
        if fate.decision and fate.kind is FateKind.AMENDED and not leaves_open(fate.recommendation)
    }
    for ruling in rulings:
        asked = (ruling.section.meeting, ruling.item) in changed
        if step := step_of(ruling, _limbs(topic, ruling, found), sources, changed=asked):
            yield step


def step_of(ruling: Ruling, limbs: Sequence[Decision], sources: Sources, *, changed: bool = False) -> Step | None:
    """The step that these limbs of a ruling are, None where none of them stands on its page.

    `changed` says that it departs from what was recommended.
    """
    asks = bool(limbs) and asks_another(limbs[0], sources)
    kind, said, further = ruling_of(limbs, changed=changed, asks=asks)
    telling = most_telling_first(limbs, kind)
    citations = _cited(_proof(one, sources) for limb in telling for one in quotes_of(limb))
    if not citations:
        return None
    return Step(kind, ruling.section.meeting, ruling.title, citations, said, further)


def _proof(quote: Quote, sources: Sources) -> Citation | None:
    """The words with their page; those of a motion may stand on the page before that of its vote."""
    return sources.cited(quote.section, without_joint(quote.text), quote.page, item=quote.item, title=quote.title)


def asks_another(limb: Decision, sources: Sources) -> bool:
    """True where the words before the first limb recommend it to another body: "RESOLVED to recommend to Council:"."""
    page = sources.page_text(limb.section.paper.file, limb.page)
    before = " ".join(page.split()).partition(" ".join(limb.text.split()))[0]
    return bool(PUT_TO_ANOTHER.search(before[-LEAD:]))


def _limbs(topic: Topic, ruling: Ruling, found: Found) -> list[Decision]:
    if found.is_own(ruling.section, ruling.item) or topic.names(ruling.title):
        return list(ruling.limbs)
    return [limb for limb in ruling.limbs if topic.names(ruling.title, limb.put)]


def _recommended(topic: Topic, found: Found, sources: Sources) -> Iterator[Step]:
    """A step for each report that asks for something on the topic; a report that was printed twice counts once."""
    reports: dict[Section, list[Recommendation]] = {}
    for one in found.recommendations:
        if one.section not in found.superseded and _asks_on(topic, one):
            reports.setdefault(one.section, []).append(one)
    seen = set()
    for section, limbs in reports.items():
        said = (section.meeting, " ".join(limb.text for limb in limbs))
        cited = _cited(
            _proof(Quote(section, limb.text, limb.page, section.item, section.title), sources) for limb in limbs
        )
        if cited and said not in seen:
            seen.add(said)
            yield Step(StepKind.RECOMMENDED, section.meeting, section.title, cited)


def _asks_on(topic: Topic, one: Recommendation) -> bool:
    """True for a recommendation on the topic, by the title of its report or with its own words."""
    title = one.section.title
    return topic.concerns(one.section.meeting) and (topic.names(title) or topic.names(title, one.text))


def _told(
    topic: Topic, found: Found, sources: Sources, taken: set[tuple[Meeting, str]], reports: set[Section]
) -> Iterator[Step]:
    """A step for each report and each minute that tells of the topic and is no step yet, by its best sentence."""
    seen: set[tuple[Meeting, str]] = set(taken)
    for passage in found.passages:
        section = passage.section
        laid = section.kind in LAID_BEFORE
        title = section.title if laid else passage.title
        key = (section.meeting, title)
        if not (laid or section.kind is SectionKind.MINUTES) or key in seen or not topic.concerns(section.meeting):
            continue
        # "Minutes of the last meeting" names every matter there is, and tells of none.
        if section in found.superseded or section in reports or OPENING.match(title):
            continue
        sentence = topic.best_sentence(passage.text)
        # "Kingsmill Baths" in a list of sites has no full stop: it is mentioned, and nothing is said of it.
        if not (ENDED.search(sentence) or topic.names(title)):
            continue
        # The words of a topic may be shared out: "Baths" in the title, "Kingsmill" in the sentence.
        if not sentence or not (topic.names(sentence) or topic.names(title, passage.heading, sentence)):
            continue
        item = passage.item or section.item
        citation = sources.of_sentence(passage, sentence, item=item, title=title)
        if citation:
            seen.add(key)
            kind = StepKind.REPORTED if laid else StepKind.CALLED_IN if CALL_IN.match(title) else StepKind.RAISED
            yield Step(kind, section.meeting, title, (citation,))


def _cited(found: Iterable[Citation | None]) -> tuple[Citation, ...]:
    return tuple(citation for citation in found if citation)[:MOST_QUOTES]
