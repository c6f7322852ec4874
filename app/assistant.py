"""Assistant: a question in, a proved Answer out; the one place where the parts are put together."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from app.answers.answer import Answer
from app.answers.filters import Filters, as_printed
from app.answers.restricted import restricted_note
from app.assumptions import understood
from app.compose import closest, compose, joined
from app.compose.records import Records, records_of
from app.compose.wording import Draft
from app.holdings.holdings import Holdings, holdings_of
from app.holdings.library import Library, library_of
from app.holdings.paper_pages import PaperPages
from app.matters.research import Research
from app.model.prompts import numbered
from app.model.rewriting import Show, written
from app.model.writer import Writer, open_writer
from app.proof import prove
from app.saved.answers import recalled
from app.suggestions import first_questions, next_questions
from corpus.errors import WrongInput
from corpus.settings import Settings
from indexer.build import stamp_of
from indexer.passages.embedding import Embedder, MiniLM
from indexer.store import PUBLIC, AnyStore, Right, Version, Where, index_at
from retriever.cross_encoder import CrossEncoder, Reranker
from retriever.questions import Question, QuestionKind, halves, two_matters
from retriever.search import Hit, Retriever

LONGEST_QUESTION = 2000  # characters; what comes after them is not read
MOST_PASSAGES = 40  # of the ranked retrieval, kept with the answer
EVERYTHING = Filters()
READ_HISTORY = 6  # earlier questions that can still say what this one is about


class Assistant(PaperPages):
    """Answers questions over one index for people with one right to see; safe to share between threads."""

    def __init__(
        self,
        store: AnyStore,
        embedder: Embedder,
        *,
        corpus: Path,
        exempt: Sequence[str] = (),
        right: Right = PUBLIC,
        writer: Writer | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        super().__init__(store, corpus=corpus, exempt=exempt, right=right)
        self._embedder = embedder
        self._retriever = Retriever(store, embedder, right=right, reranker=reranker)
        self._writer = writer
        self._known: tuple[Version, Holdings, Records] | None = None
        self._reranker = reranker
        self._research = Research(store, self._retriever, right=right, where=self._where)

    def seen_by(self, right: Right) -> Assistant:
        """An assistant for people with another right; no language model reads what is not public."""
        return Assistant(
            self._store,
            self._embedder,
            corpus=self._corpus,
            exempt=self._access_now.exempt,
            right=right,
            writer=self._writer if right == PUBLIC else None,
            reranker=self._reranker,
        )

    def ask(self, question: str, history: Sequence[str] = (), *, filters: Filters = EVERYTHING) -> Answer:
        """The answer, every quote of it checked against its page; raises WrongInput where nothing is asked."""
        while True:
            born = self._store.version().born
            answer = self._asked(question, history, filters)
            if self._store.version().born == born:
                return answer
            # a rebuilt index took the place of the one that was asked: half of the answer may come from either

    def _asked(self, question: str, history: Sequence[str], filters: Filters) -> Answer:
        started = time.perf_counter()
        text = _readable(question)
        if not text:
            raise WrongInput("There is no question.", hint="Ask in a sentence, or name a topic.")
        earlier = _earlier(history)
        where = self._where(filters)
        first, *others = two_matters(text) or (text,)
        asked, hits, draft = self._drafted(first, earlier, where)
        for other in others:
            draft = joined(draft, self._drafted(other, earlier, where)[2], other)
        proved = prove(draft, self._page_text_or_nothing)
        if draft.answered and not proved.citations and hits:  # an answer is never empty
            proved = prove(closest(asked, hits), self._page_text_or_nothing)
        meant = understood(
            asked, proved.citations if proved.answered else (), hits, filtered=bool(filters.organisation)
        )
        return Answer(
            question=text,
            text=proved.text,
            answered=proved.answered,
            kind=draft.kind,
            citations=proved.citations,
            passages=tuple(hit.passage for hit in hits),
            scores=tuple(hit.score for hit in hits),
            notes=(*restricted_note((*proved.citations, *proved.more)), *meant.notes),
            alternatives=meant.alternatives,
            suggestions=next_questions(proved.citations, self._held_now()[1], asked=[*earlier, text]),
            seconds=time.perf_counter() - started,
            more=proved.more,
        )

    def _drafted(self, text: str, earlier: Sequence[str], where: Where) -> tuple[Question, list[Hit], Draft]:
        """A question understood, what was found for it, and the draft of its answer."""
        asked = self._retriever.understand(text, earlier)
        hits = self._retriever.search(asked, where=where, limit=MOST_PASSAGES)
        holdings, records = self._held_now()
        draft = compose(
            asked,
            hits,
            then=self._second_half(asked, earlier, where),
            embedder=self._embedder,
            vocabulary=self._retriever.vocabulary(),
            records=records.within(where),
            holdings=holdings,
        )
        return asked, hits, draft

    def write(
        self,
        answer: Answer,
        history: Sequence[str] = (),
        *,
        show: Show = lambda _: None,
        writer: Writer | None = None,
    ) -> Answer:
        """The answer in the words of the language model, as far as the papers prove them; without a model, as it is.

        What the papers do not answer no model is asked. `show` is called with the text so far.
        """
        writer = writer or self._writer
        if writer is None or not answer.answered:
            return answer
        return written(
            answer,
            _earlier(history),
            numbered(answer, self._held_now()[1].rulings),
            writer=writer,
            ordinary=self._retriever.vocabulary().ordinary,
            page_text=self._page_text_or_nothing,
            show=show,
        )

    def warm(self) -> None:
        """Reads and opens what the first question, and the first chronology, would else have to wait for."""
        self._held_now()
        self._retriever.search(self._retriever.understand("What was decided?"))
        self._research.warm()

    def version(self) -> Version:
        """Which state of which index is asked; every change and every rebuild makes another one."""
        return self._store.version()

    def recall(self, kept: str) -> Answer | None:
        """A kept answer as it may be shown now, None where a citation of it no longer holds."""
        return recalled(
            kept,
            self.version(),
            labels=self._right.labels,
            passages_of=lambda file: self._store.passages_of_paper(file, right=self._right),
            page_text=self._page_text_or_nothing,
        )

    def _held_now(self) -> tuple[Holdings, Records]:
        """Counts and records of what is indexed, taken again after a sync."""
        version = self._store.version()
        if self._known is None or self._known[0] != version:
            self._known = (version, holdings_of(self._store, self._right), records_of(self._store, self._right))
        return self._known[1], self._known[2]

    def _where(self, filters: Filters) -> Where:
        """The filters as the store wants them; raises WrongInput for a name without papers, whatever its capitals."""
        organisation = as_printed(filters.organisation, self.organisations(), "organisation")
        body = as_printed(filters.body, self.bodies(organisation), "body")
        return Where(
            organisations=(organisation,) if organisation else (),
            bodies=(body,) if body else (),
            since=filters.since,
            until=filters.until,
        )

    def _second_half(self, asked: Question, earlier: Sequence[str], where: Where) -> tuple[Question, list[Hit]] | None:
        """What is asked beside what something is, with the passages for it; a course is best searched whole."""
        both = halves(asked.text) if asked.kind is QuestionKind.OVERVIEW else None
        if both is None:
            return None
        second = self._retriever.understand(both[1], [*earlier, both[0]])
        return second, self._retriever.search(second, where=where, limit=MOST_PASSAGES)

    @property
    def research(self) -> Research:
        """The register, chronologies and briefings of what is indexed."""
        return self._research

    def examples(self) -> list[str]:
        """A few questions that these papers answer, drawn from what they hold."""
        _, records = self._held_now()
        limbs = [limb for ruling in records.rulings for limb in ruling.limbs]
        return first_questions(records.matters, limbs, records.acronyms)

    def organisations(self) -> list[str]:
        """The names of the organisations whose papers we have, sorted."""
        return [name for name in self._store.organisations(right=self._right) if name]

    def bodies(self, organisation: str = "") -> list[str]:
        """The names of the bodies of an organisation ("" for all), sorted."""
        where = Where(organisations=(organisation,)) if organisation else Where()
        return [name for name in self._store.bodies(right=self._right, where=where) if name]

    def holdings(self) -> Holdings:
        """What is indexed, in counts, and what could not be read."""
        return self._held_now()[0]

    def library(self) -> Library:
        """What is indexed by organisation, body, meeting and paper, and what seems to be missing."""
        return library_of(self._store, self._right)


def open_assistant(settings: Settings, *, brief: bool = False) -> Assistant:
    """The assistant over the index of these settings; `brief` for a program that asks once and ends.

    Raises IndexMissing, IndexMismatch, IndexDamaged, ModelMissing, and WrongInput for the settings of a language model.
    """
    writer = open_writer(settings.model, settings.index)
    embedder = MiniLM()
    store = index_at(settings.index, settings.store).open(stamp_of(embedder), brief=brief)
    embedder.embed(["ready"])  # the model loads now, not under the first question
    reranker = CrossEncoder(settings.cross_encoder) if settings.cross_encoder else None
    return Assistant(store, embedder, corpus=settings.corpus, exempt=settings.exempt, writer=writer, reranker=reranker)


def _earlier(history: Sequence[str]) -> list[str]:
    """The earlier questions that are read, oldest first."""
    return [said for said in map(_readable, history) if said][-READ_HISTORY:]


def _readable(text: str) -> str:
    """The text with control characters made spaces, cut at the longest question."""
    return " ".join("".join(c if c.isprintable() else " " for c in text[:LONGEST_QUESTION]).split())
