"""Newsroom: all news of a store, when each was first there, and what concerns a follow, proved when it is asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from app.alerts.news import News, news_of
from app.answers.answer import Citation
from app.matters.research import MOST_PASSAGES, Research
from app.saved.follows import Follow, FollowKind, Follows
from corpus.errors import WrongInput
from indexer.passages.passage import Passage
from indexer.sections.section import Section
from indexer.store import Version

MENTIONED = "Mentioned"
MOST = 50
"""News of one follow at a time: of more than that nobody reads each."""


class Papers(Protocol):
    """What is asked of an assistant of the public."""

    def version(self) -> Version: ...
    @property
    def research(self) -> Research: ...


@dataclass(frozen=True, slots=True)
class Alert:
    """News with its quote as it stands on its page now, and when it was first there, in seconds since the epoch."""

    id: str
    lead: str
    title: str
    citation: Citation
    at: float


@dataclass(frozen=True, slots=True)
class _Known:
    """What was worked out for one version of the store."""

    version: Version
    news: list[News]
    noticed: dict[str, float]


@dataclass(slots=True)
class Newsroom:
    """The news of one store, for the public; safe to share between threads."""

    papers: Callable[[], Papers]
    follows: Follows
    _known: _Known | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def notice(self) -> float:
        """The moment of the latest news; notes what is there now, which is no news for a follow that begins later."""
        return max(self._now().noticed.values(), default=0.0)

    def name_of(self, follow: Follow) -> Follow:
        """A follow under the name that the public knows; raises WrongInput for what is not there for the public."""
        research = self.papers().research
        if follow.kind is FollowKind.MATTER and (matter := research.matter(follow.address)):
            return replace(follow, name=matter.title, organisation=matter.organisation)
        if follow.kind is FollowKind.MEMBER and (member := research.proceedings().member(follow.address)):
            return replace(follow, name=member.name, organisation=member.organisation)
        if follow.kind is FollowKind.BODY and (follow.organisation, follow.body) in research.proceedings().bodies:
            return replace(follow, name=follow.body or follow.organisation)
        if follow.kind is FollowKind.TOPIC:
            research.topic(follow.name)
            return follow
        raise WrongInput("This cannot be followed.", hint="There are no public papers on it now.")

    def alerts(self, follow: Follow, after: float = -1.0, most: int = MOST) -> list[Alert]:
        """What came after a moment and concerns a follow, the newest first; what cannot be proved now is left out."""
        known, research = self._now(), self.papers().research
        found: list[Alert] = []
        told: set[tuple[str, str]] = set()
        for at, news, quote in sorted(self._candidates(follow, known, research, after), key=_newest_first):
            if len(found) == most:
                break
            if (citation := quote()) is None:
                continue
            said = (citation.quote, str(citation.passage.section.meeting.sitting))
            if said not in told:
                told.add(said)
                found.append(Alert(news.id, news.lead, news.title, citation, at))
        return found

    def _candidates(
        self, follow: Follow, known: _Known, research: Research, after: float
    ) -> Iterator[tuple[float, News, Callable[[], Citation | None]]]:
        """What may be news for a follow, with when it came and how its quote is found."""
        concerns = _concern(follow, research)
        covered = set[Section]()
        for news in known.news:
            at = known.noticed.get(news.id, 0.0)
            if at > after and concerns(news):
                covered.add(news.section)
                yield at, news, lambda own=news: _quoted(own, research)  # type: ignore[misc]
        if follow.kind is FollowKind.TOPIC:
            for passage, sentence in _mentions(follow.name, research):
                section = passage.section
                at = known.noticed.get(section.paper.sha256, 0.0)
                if at > after and section not in covered:
                    covered.add(section)
                    yield at, _mention(passage, sentence), _finder(passage, sentence, research)

    def _now(self) -> _Known:
        with self._lock:
            papers = self.papers()
            version = papers.version()
            if self._known is None or self._known.version != version:
                news = news_of(papers.research)
                files = {one.section.paper.sha256 for one in news}
                self._known = _Known(version, news, self.follows.notice([*(one.id for one in news), *sorted(files)]))
            return self._known


def _newest_first(one: tuple[float, News, object]) -> tuple[float, int]:
    held_on = one[1].section.meeting.held_on
    return -one[0], -(held_on.toordinal() if held_on else 0)


def _concern(follow: Follow, research: Research) -> Callable[[News], bool]:
    """What tells whether news concerns a follow."""
    if follow.kind is FollowKind.MEMBER:
        return lambda news: news.member == follow.address
    if follow.kind is FollowKind.BODY:
        whose = (follow.organisation, follow.body)
        return lambda news: not news.member and (news.section.meeting.organisation, news.section.meeting.body) == whose
    if follow.kind is FollowKind.MATTER:
        matter = research.matter(follow.address)
        own = {item.address for item in matter.items} if matter else set()
        return lambda news: news.at in own and not news.member
    topic = research.topic(follow.name)
    return lambda news: (
        not news.member and topic.concerns(news.section.meeting) and topic.names(news.title, *news.words)
    )


def _quoted(news: News, research: Research) -> Citation | None:
    """The first of the words that stands on its page."""
    cited, section = research.sources.cited, news.section
    pages = [news.page, *range(section.page, (section.page_end or section.page) + 1)] if section.page else [news.page]
    found = (cited(section, text, page, item=news.item, title=news.title) for text in news.words for page in pages)
    return next(filter(None, found), None)


def _mentions(topic: str, research: Research) -> Iterator[tuple[Passage, str]]:
    """Passages that speak of a topic, with the sentence that says most of it."""
    about = research.topic(topic)
    for passage in research.passages(topic, limit=MOST_PASSAGES):
        if about.concerns(passage.section.meeting) and about.names(passage.text):
            sentence = about.best_sentence(passage.text)
            if sentence and about.names(sentence, passage.title):
                yield passage, sentence


def _mention(passage: Passage, sentence: str) -> News:
    section = passage.section
    id_ = f"{section.paper.sha256[:16]}-{section.page or 0}"
    return News(id_, MENTIONED, section, passage.item, passage.title, (sentence,), passage.page)


def _finder(passage: Passage, sentence: str, research: Research) -> Callable[[], Citation | None]:
    return lambda: research.sources.of_sentence(passage, sentence)
