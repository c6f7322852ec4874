"""Service: what the papers say, for other programs, by way of the one assistant, its right to see and its proof."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from urllib.parse import quote, unquote

from app.answers.answer import Answer, Citation
from app.answers.documents import Document, Heading, Item
from app.answers.filters import Filters
from app.answers.sources import label_of, source_label
from app.connect.records import Decided, Found, PageText, Quote, Reply, Searched, StepOf
from app.holdings.holdings import Holdings
from app.holdings.library import Library
from app.matters.register import Criteria, Entry, selected
from app.matters.research import Research
from app.matters.steps import step_lead, step_text
from app.people.audit import Audit
from corpus.errors import BoardPapersError, PageUnavailable, WrongInput
from indexer.findings.minutes import Decision
from indexer.store import Version

HERE = "http://localhost:8501"
"""Where the pages are if nobody says otherwise."""

PAPER = "/paper?file="
PAGE = "#page="
MOST = 50
"""Results of one question: a model that is given more reads none of them well."""

LONGEST_TEXT = 2_000  # characters of a passage that a search gives; `fetch` gives the page
ASKED_WRONG = (WrongInput, PageUnavailable)
"""Errors that another question may not have; everything else is ours, or passes."""

NOT_INDEXED = (
    "Only the papers of these bodies and days are indexed. Papers that are not for publication are left out, and so is "
    "everything that no paper says."
)


class Assistant(Protocol):
    """What is asked of the assistant."""

    def version(self) -> Version: ...
    def organisations(self) -> list[str]: ...
    def holdings(self) -> Holdings: ...
    def library(self) -> Library: ...
    def page_text(self, file: str, page: int | None) -> str: ...
    @property
    def research(self) -> Research: ...


class Asked(Protocol):
    """Whoever has the one assistant and lets questions through to it, one at a time."""

    def assistant(self) -> Assistant: ...
    def ask(self, question: str, history: Sequence[str], filters: Filters) -> Answer: ...
    def audit(self) -> Audit | None: ...


class Answering(Assistant, Protocol):
    """An assistant that is asked directly."""

    def ask(self, question: str, history: Sequence[str] = (), *, filters: Filters) -> Answer: ...
    def write(self, answer: Answer, history: Sequence[str] = ()) -> Answer: ...


@dataclass(frozen=True, slots=True)
class Alone:
    """An assistant that no pages share: each question is answered at once."""

    own: Answering

    def assistant(self) -> Assistant:
        """The assistant."""
        return self.own

    def ask(self, question: str, history: Sequence[str], filters: Filters) -> Answer:
        """The answer, in the words of a language model if there is one."""
        return self.own.write(self.own.ask(question, history, filters=filters), history)

    def audit(self) -> Audit | None:
        """No log: one program on one machine."""
        return None


@dataclass(frozen=True, slots=True)
class Service:
    """The papers for other programs; `address` is where visitors reach the pages, for the links."""

    asked: Asked
    address: str

    def search(self, query: str, filters: Filters, limit: int) -> list[Found]:
        """The passages that fit best, best first; raises WrongInput where nothing is asked."""
        passages = self.asked.assistant().research.passages(query, filters=filters, limit=limit)
        return [
            Found(
                id=paper_id(one.section.paper.file, one.page),
                title=label_of(one.section, one.item, one.page, one.printed_page),
                text=one.text[:LONGEST_TEXT],
                url=self.url(one.section.paper.file, one.page),
            )
            for one in passages
        ]

    def fetch(self, identity: str) -> PageText:
        """The text of a page; raises PageUnavailable if it is not indexed or may not be seen."""
        file, page = place_of(identity)
        text = self.asked.assistant().page_text(file, page)
        title = f"{file}, PDF page {page}" if page else file
        return PageText(paper_id(file, page), title, text, self.url(file, page))

    def ask(self, question: str, history: Sequence[str], filters: Filters) -> Reply:
        """The answer, every quote of it proved."""
        answer = self.asked.ask(question, history, filters)
        quotes = tuple(self.quote(one) for one in answer.citations)
        return Reply(answer.question, answer.answered, answer.text, quotes, answer.notes)

    def decisions(self, criteria: Criteria, limit: int) -> list[Decided]:
        """The decisions of the register that fit, the newest first; one that cannot be proved is left out."""
        research = self.asked.assistant().research
        self.check(criteria.filters)
        found = list[Decided]()
        for entry in selected(research.register(), criteria):
            if len(found) == limit:
                break
            if decided := self.decided(entry, research):
                found.append(decided)
        return found

    def decided(self, entry: Entry, research: Research) -> Decided | None:
        """A decision with its proof, None if it cannot be proved."""
        citation = research.sources.of_decision(entry.decision)
        if citation is None:
            return None
        decision = entry.decision
        return Decided(decision_id(decision), decision.outcome, decision.votes, self.quote(citation))

    def trace(self, topic: str, filters: Filters) -> list[StepOf]:
        """The steps of a matter, the earliest first; raises WrongInput where no topic is given."""
        chronology = self.asked.assistant().research.chronology(topic, filters=filters)
        return [
            StepOf(step_lead(step, whose=chronology.mixed), step_text(step), self._quotes(step.citations))
            for step in chronology.steps
        ]

    def briefing(self, body: str, topic: str, organisation: str) -> tuple[str, list[StepOf]]:
        """What somebody new has to know of a body or of a topic: its title and its statements."""
        research = self.asked.assistant().research
        if topic:
            filters = Filters(organisation=organisation)
            return self._statements(research.briefing_on_topic(topic, filters=filters))
        if not (body or organisation):
            raise WrongInput("A briefing is on a body or on a topic.", hint="Give one of them.")
        return self._statements(research.briefing_on_body(organisation, body))

    def holdings(self) -> Searched:
        """What is indexed."""
        held = self.asked.assistant().holdings()
        return Searched(
            organisations=held.organisations,
            bodies=held.bodies,
            since=str(held.since or ""),
            until=str(held.until or ""),
            papers=held.papers,
            meetings=held.meetings,
            decisions=held.decisions,
            not_indexed=NOT_INDEXED,
        )

    def check(self, filters: Filters) -> None:
        """Raises WrongInput for an organisation or body without papers."""
        self.asked.assistant().research.check(filters)

    def quote(self, citation: Citation) -> Quote:
        """A citation as other programs get it."""
        passage = citation.passage
        section = passage.section
        meeting = section.meeting
        return Quote(
            quote=citation.quote,
            file=section.paper.file,
            page=citation.page or 0,
            printed_page=passage.printed_page,
            organisation=meeting.organisation,
            body=meeting.body,
            meeting_date=str(meeting.held_on or ""),
            section=section.kind.value,
            item=passage.item,
            title=passage.title,
            source=source_label(citation),
            url=self.url(section.paper.file, citation.page),
        )

    def url(self, file: str, page: int | None) -> str:
        """The whole address of a paper, at a page."""
        return f"{self.address}{PAPER}{quote(file, safe='')}" + (f"{PAGE}{page}" if page else "")

    def _quotes(self, citations: Iterable[Citation]) -> tuple[Quote, ...]:
        return tuple(self.quote(one) for one in citations)

    def _statements(self, document: Document) -> tuple[str, list[StepOf]]:
        """The statements of a document, each under the last heading."""
        heading, found = "", list[StepOf]()
        for part in document.parts:
            if isinstance(part, Heading):
                heading = part.text
            elif isinstance(part, Item):
                lead = f"{heading}: {part.lead}" if part.lead else heading
                found.append(StepOf(lead, part.text, self._quotes(part.citations)))
        return document.title, found


def said_of(error: BoardPapersError) -> str:
    """What a program reads of an error: what to ask otherwise or when, else no word that may name a folder of ours."""
    return (
        str(error) if isinstance(error, ASKED_WRONG) else "The papers cannot be asked at the moment. Ask again later."
    )


def paper_id(file: str, page: int | None) -> str:
    """What names a page of a paper, or a whole paper without pages."""
    return quote(file, safe="/") + (f"{PAGE}{page}" if page else "")


def place_of(identity: str) -> tuple[str, int | None]:
    """The file and the page that an id names; raises PageUnavailable for anything else."""
    file, _, page = identity.strip().partition(PAGE)
    if not file or (page and not (page.isascii() and page.isdigit() and len(page) < 7)):
        raise PageUnavailable("There is no such page.", hint="Take the id from a result of `search`.")
    return unquote(file), int(page) if page else None


def decision_id(decision: Decision) -> str:
    """The stable name of a decision: of its meeting, its item and its words, not of the file or its place in it."""
    meeting = decision.section.meeting
    words = " ".join(decision.text.lower().split())
    return digest(meeting.organisation, meeting.body, str(meeting.held_on or ""), decision.item, words)


def digest(*words: str) -> str:
    """A short name made of words; the same words give the same name."""
    return hashlib.sha256("\x1f".join(words).encode()).hexdigest()[:20]


def day_of(text: str, name: str) -> date | None:
    """The day in an argument, None for an empty one; raises WrongInput for anything else."""
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as exc:
        raise WrongInput(f"{name} is not a date: {text[:40]!r}.", hint="Write it as 2024-03-19.") from exc


def limit_of(text: str, default: int = 10) -> int:
    """How many results are asked for, at most MOST; raises WrongInput for what is no number."""
    stripped = text.strip()
    if not stripped:
        return default
    if not (stripped.isascii() and stripped.isdigit() and int(stripped[:4]) > 0):
        raise WrongInput(f"limit is not a number: {text[:40]!r}.", hint=f"Give one from 1 to {MOST}.")
    return min(int(stripped[:4]), MOST)


def filters_of(organisation: str = "", body: str = "", since: str = "", until: str = "") -> Filters:
    """The limits in four arguments; raises WrongInput for days that are none."""
    return Filters(organisation.strip(), body.strip(), day_of(since, "since"), day_of(until, "until"))
