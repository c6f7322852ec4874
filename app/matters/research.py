"""Research: the register, chronologies and briefings of one index, for people with one right to see."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.answers.documents import Document, Item
from app.answers.filters import Filters
from app.answers.phrases import names_in
from app.answers.sources import Sources
from app.matters.briefings import Known, briefing_on_body, briefing_on_topic, subjects_of
from app.matters.chronology import Chronology, Found, chronology_of, items_of
from app.matters.ledger import Ledger
from app.matters.monitor import Recorded, monitor_of
from app.matters.position import Position, position_of
from app.matters.register import Entry, entries
from app.matters.standing import actions_of, later_papers, ledger_of, position_line
from app.matters.topics import Topic, topic_of
from app.matters.undertakings import LaterPapers, Tracked
from app.meetings import Coming, Name, Proceedings, names_of
from app.meetings.coming import coming_of
from app.meetings.planned import planned_in
from app.meetings.proceedings import proceedings_of
from corpus.errors import WrongInput
from corpus.papers import Meeting
from indexer.findings.recommendations import Recommendation
from indexer.linking.fates import Fate
from indexer.linking.matters import ItemKind, Matter, MatterItem
from indexer.passages.passage import Passage
from indexer.sections.section import Section
from indexer.store import AnyStore, Right, Version, Where
from retriever.matters import SURELY, matters_for
from retriever.questions import Question, QuestionKind
from retriever.register import Ruling, rulings
from retriever.search import Retriever

MOST_PASSAGES = 120  # searched out for a chronology: as many as the search looks at
LONGEST_QUERY = 2_000  # characters of a search; what comes after them is not read
LONGEST_TOPIC = 200  # characters; what comes after them is not read
EVERYTHING = Filters()
MOST_MATTERS = 8  # of a committee, in its briefing


@dataclass(frozen=True, slots=True)
class _Held:
    """What was worked out for one version of the store."""

    version: Version
    entries: list[Entry]
    rulings: list[Ruling]
    fates: list[Fate]
    sources: Sources
    ledger: Ledger
    matters: list[Matter]
    tracked: dict[Where, list[Tracked]] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)
    proceedings: list[Proceedings] = field(default_factory=list)
    later: list[LaterPapers] = field(default_factory=list)
    capitals: list[str] = field(default_factory=list)


class Research:
    """Gives back what the papers record, each quote proved; safe to share between threads."""

    def __init__(
        self, store: AnyStore, retriever: Retriever, *, right: Right, where: Callable[[Filters], Where]
    ) -> None:
        """Takes the store and its search, the right of who asks, and what makes limits of the store of filters."""
        self._store = store
        self._retriever = retriever
        self._right = right
        self._where = where
        self._known: _Held | None = None

    @property
    def sources(self) -> Sources:
        """What proves the words of the papers as they are indexed now."""
        return self._held().sources

    def register(self) -> list[Entry]:
        """Every decision that may be seen, each once, by date."""
        return self._held().entries

    def answered(self, entry: Entry) -> list[Fate]:
        """The recommendations that the ruling of this decision answered, each once, with what became of them."""
        decision = entry.decision
        found = self._store.answered(decision.section, decision.item, right=self._right)
        return list({fate.recommendation.text: fate for fate in found}.values())

    def matters(self, *, filters: Filters = EVERYTHING) -> list[Matter]:
        """The matters of which something came up within the filters, the latest first."""
        where = self._where(filters)
        return [one for one in self._held().matters if any(_within(where, item.section.meeting) for item in one.items)]

    @property
    def capitals(self) -> str:
        """The words that keep their capital where a title that is all in capitals is put into a sentence."""
        held = self._held()
        if not held.capitals:
            held.capitals.append(names_in(item.title for one in held.matters for item in one.items))
        return held.capitals[0]

    def check(self, filters: Filters) -> None:
        """Raises WrongInput for filters that name what is not in the index."""
        self._where(filters)

    def about(self, question: str, history: Sequence[str]) -> str:
        """What a question leans on of those before it: the matter that they name, else the last one; "" for none."""
        if not history or not self._retriever.understand(question, history).context_terms:
            return ""
        fits = matters_for(history[-1], self._held().matters)
        return fits[0].matter.title if fits and fits[0].fit >= SURELY else history[-1]

    def names(self) -> list[Name]:
        """What somebody may be typing: matters, committees, members, acronyms; worked out once until the next sync."""
        held, right = self._held(), self._right
        if not held.names:
            bodies = filter(None, self._store.bodies(right=right))
            members = [member.name for member in self.proceedings().members]
            held.names[:] = names_of(held.matters, bodies, members, self._store.acronyms(right=right))
        return held.names

    def passages(self, text: str, *, filters: Filters = EVERYTHING, limit: int) -> list[Passage]:
        """The passages that fit a text best, best first; raises WrongInput where there is none to look for."""
        if not text.strip():
            raise WrongInput("There is nothing to look for.", hint="Give a few words.")
        asked = self._retriever.understand(" ".join(text[:LONGEST_QUERY].split()))
        return [hit.passage for hit in self._retriever.search(asked, where=self._where(filters), limit=limit)]

    def proceedings(self) -> Proceedings:
        """Every meeting and every member; worked out once until the next sync."""
        held = self._held()
        if not held.proceedings:
            decisions = [entry.decision for entry in held.entries]
            held.proceedings.append(proceedings_of(self._store, self._right, decisions))
        return held.proceedings[0]

    def matter(self, address: str) -> Matter | None:
        """The matter of the item with this address, None where there is none that may be seen."""
        return self._store.matter(address, right=self._right)

    def position(self, matter: Matter) -> Position:
        """Where a matter stands."""
        return position_of(matter, self._held().ledger)

    def monitor(self, filters: Filters = EVERYTHING) -> list[Tracked]:
        """What was recommended, moved, asked for or promised within the filters, with what surely became of it.

        Kept for the committee, which may have thousands, until the next sync.
        """
        held, where = self._held(), self._where(filters)
        if where not in held.tracked:
            right = self._right
            recorded = Recorded(
                fates=self._store.fates(right=right, where=where),
                events=self._store.events(right=right, where=where),
                actions=actions_of(self._store, self._right, held.rulings, where),
                decisions=self._store.decisions(right=right, where=where),
                superseded=self._store.superseded(right=right),
            )
            held.tracked[where] = monitor_of(recorded, self._later())
        return held.tracked[where]

    def matter_at(self, section: Section, item: str) -> Matter | None:
        """The matter of an item of minutes, or of a report, None for none."""
        own = (one for one in self._held().matters if any(_stands_at(at, section, item) for at in one.items))
        return next(own, None)

    def coming(self, today: date) -> Coming:
        """What is ahead: meetings, planned decisions, and what can still be called in."""
        return coming_of(self._store, self._right, self.proceedings().sessions, today)

    def recommendations(self) -> list[Recommendation]:
        """What the reports ask for."""
        return self._store.recommendations(right=self._right)

    def topic(self, text: str) -> Topic:
        """What a text is about; raises WrongInput where it names nothing."""
        return self._topic(text)[1]

    def warm(self) -> None:
        """Reads the register, which every chronology and briefing is made from."""
        self._held()

    def chronology(self, topic: str, *, filters: Filters = EVERYTHING, matter: Matter | None = None) -> Chronology:
        """Every step of a topic that the papers within the filters hold; raises WrongInput where no topic is given.

        `matter` is the matter that the topic means, whose items are steps by whatever name they have.
        """
        return self._followed(topic, filters, matter)[0]

    def without_minutes(self, chronology: Chronology, position: Position | None = None) -> list[Meeting]:
        """The meetings at which a matter came up, or before which it was laid, and whose minutes we do not have."""
        minuted = {one.meeting.sitting for one in self.proceedings().sessions if one.minutes}
        came_up = [step.meeting for step in chronology.steps] + list(position.without_minutes if position else ())
        gone = {one.sitting: one for one in came_up if one.held_on and one.sitting not in minuted}
        return sorted(gone.values(), key=lambda one: str(one.held_on))

    def briefing_on_topic(self, topic: str, *, filters: Filters = EVERYTHING) -> Document:
        """What somebody new has to know of a topic; raises WrongInput where none is given."""
        chronology, about, found = self._followed(topic, filters, None)
        known = Known(
            acronyms=self._store.acronyms(right=self._right, where=self._where(filters)),
            passages=found.passages,
            planned=planned_in(self._store.all_table_rows(right=self._right, where=self._where(filters)), date.min),
        )
        return briefing_on_topic(chronology, about, known, self.sources)

    def briefing_on_body(self, organisation: str, body: str) -> Document:
        """What somebody new has to know of a body; raises WrongInput for a name that is not held."""
        own = Filters(organisation=organisation, body=body)
        where, right, held = self._where(own), self._right, self._held()
        council = self._where(Filters(organisation=organisation))
        asked = self._retriever.understand(f"What is the purpose, remit and role of the {body or organisation}?")
        known = Known(
            meetings=self._store.meetings(right=right, where=where),
            attendance=self._store.attendance(right=right, where=where),
            rulings=[one for one in held.rulings if _within(where, one.section.meeting)],
            actions=actions_of(self._store, self._right, held.rulings, council),
            acronyms=self._store.acronyms(right=right, where=council),
            passages=[hit.passage for hit in self._retriever.search(asked, where=where)],
            elsewhere=[hit.passage for hit in self._retriever.search(asked, where=council)],
            standing=self._standing(own),
            subjects=subjects_of(self.matters(filters=own), lambda meeting: _within(where, meeting)),
            planned=planned_in(self._store.all_table_rows(right=right, where=where), date.min),
            later=self._later(),
            capitals=self.capitals,
        )
        return briefing_on_body(organisation, body, known, held.sources)

    def _standing(self, filters: Filters) -> list[Item]:
        """One line for each of the last matters of a committee that came up more than once."""
        where = self._where(filters)
        found = []
        for one in [one for one in self.matters(filters=filters) if len(one.days) > 1][:MOST_MATTERS]:
            here = {item.section.meeting.sitting for item in one.items if _within(where, item.section.meeting)}
            if line := position_line(self.position(one), self.sources):
                came_up = f" (came up here at {len(here)} meetings)" if len(here) > 1 else ""
                found.append(replace(line, text=f"{line.text}{came_up}"))
        return found

    def _followed(self, topic: str, filters: Filters, matter: Matter | None) -> tuple[Chronology, Topic, Found]:
        """The chronology of a topic, the topic as it was understood, and what it was made of."""
        asked, about = self._topic(topic)
        where, held = self._where(filters), self._held()
        hits = self._retriever.search(asked, where=where, limit=MOST_PASSAGES)
        found = Found(
            rulings=[one for one in held.rulings if _within(where, one.section.meeting)],
            recommendations=self._store.recommendations(right=self._right, where=where),
            actions=actions_of(self._store, self._right, held.rulings, where),
            fates=held.fates,
            passages=[hit.passage for hit in hits],
            superseded=self._store.superseded(right=self._right),
            later=self._later(),
            own=items_of(matter) if matter else frozenset(),
        )
        text = " ".join(topic[:LONGEST_TOPIC].split())
        return chronology_of(text, about, found, held.sources), about, found

    def _topic(self, topic: str) -> tuple[Question, Topic]:
        """What is looked for of a topic, and the topic as it was understood."""
        text = " ".join(topic[:LONGEST_TOPIC].split())
        asked = replace(self._retriever.understand(text), kind=QuestionKind.TRACE)
        about = topic_of(asked, self._retriever.vocabulary())
        if not about.weights:
            raise WrongInput("There is no topic.", hint="Name a place, a service or a scheme in a few words.")
        return asked, about

    def _later(self) -> LaterPapers:
        """What is known of the papers behind a meeting; worked out once until the next sync."""
        held = self._held()
        if not held.later:
            held.later.append(later_papers(self._store, self._right, held.matters))
        return held.later[0]

    def _held(self) -> _Held:
        """What is indexed now, worked out again after a sync."""
        version, known = self._store.version(), self._known
        if known is None or known.version != version:
            decisions = self._store.decisions(right=self._right)
            known = self._known = _Held(
                version,
                entries(decisions),
                rulings(decisions),
                self._store.fates(right=self._right),
                Sources(self._store, self._right),
                ledger_of(self._store, self._right),
                self._store.matters(right=self._right),
            )
        return known


def _stands_at(at: MatterItem, section: Section, item: str) -> bool:
    return at.section == section and (at.item == item or at.kind is not ItemKind.MINUTES)


def _within(where: Where, meeting: Meeting) -> bool:
    return where.admits(meeting.organisation, meeting.body, meeting.held_on)
