"""Cards: what other sites and messages show of a link to a page of ours, by Open Graph: a title and a line about it.

Only what everybody may see, and only of things that are stored: no word of the address itself comes back.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.answers.escaping import shorten, visible
from app.answers.phrases import counted
from app.answers.wording import joined, short_day, sitting
from app.connect.service import decision_id
from app.matters.research import Research
from corpus.errors import BoardPapersError

log = logging.getLogger(__name__)

LONGEST = 200  # characters of a line about a page
HEAD = b"<head>"


@dataclass(frozen=True, slots=True)
class Card:
    """The title of a page and a line about it."""

    title: str = "Board Papers"
    line: str = "Answers from the council's published papers, each with its quote and page."


PLAIN = Card()


class Cards:
    """Puts a card into each page that a browser, or a program that looks at links, asks for."""

    def __init__(self, app: ASGIApp, research: Callable[[], Research | None]) -> None:
        """Take what gives the papers as everybody sees them, None where nobody may without signing in."""
        self.app = app
        self._research = research

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on everything; a page comes back with its card."""
        if scope["type"] != "http" or scope["method"] != "GET" or not _may_be_a_page(scope["path"]):
            await self.app(scope, receive, send)
            return
        # what is packed could not be written into
        scope = {**scope, "headers": [one for one in scope["headers"] if one[0].lower() != b"accept-encoding"]}
        await self.app(scope, receive, _Page(self, scope, send).send)

    async def card(self, scope: Scope) -> bytes:
        """The card of the page that is asked for, as HTML."""
        found = await run_in_threadpool(self._found, dict(Request(scope).query_params))
        told = {
            "og:site_name": PLAIN.title,
            "og:type": "website",
            "og:title": found.title,
            "og:description": found.line,
        }
        return "".join(
            f'<meta property="{name}" content="{escape(shorten(visible(text), LONGEST))}" />'
            for name, text in told.items()
        ).encode()

    def _found(self, named: Mapping[str, str]) -> Card:
        try:
            research = self._research() if named.keys() & CARDS.keys() else None
            for name, made in CARDS.items() if research else ():
                if research and name in named and (card := made(research, named[name])):
                    return card
        except BoardPapersError as error:
            log.info("A link was shown without its card: %s", error)
        return PLAIN


class _Page:
    """One answer on its way out: held back while it may be a page, then sent with its card."""

    def __init__(self, cards: Cards, scope: Scope, send: Send) -> None:
        self._cards, self._scope, self._send = cards, scope, send
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        """Passes on what is no page; a page is sent when all of it has come."""
        if message["type"] == "http.response.start":
            headers = Headers(raw=message["headers"])
            is_page = message["status"] == 200 and headers.get("content-type", "").startswith("text/html")
            if is_page and "content-encoding" not in headers:
                self._start = message
                return
        if self._start is None or message["type"] != "http.response.body":
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if message.get("more_body"):
            return
        body = self._body.replace(HEAD, HEAD + await self._cards.card(self._scope), 1)
        MutableHeaders(scope=self._start)["content-length"] = str(len(body))
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": body})


def _may_be_a_page(path: str) -> bool:
    """False for scripts, pictures and Streamlit's own addresses, which stay packed."""
    return "/_stcore/" not in path and "." not in path.rpartition("/")[2]


def _matter(research: Research, address: str) -> Card | None:
    matter = research.matter(address)
    if matter is None:
        return None
    last = f"last on {short_day(matter.last)}" if matter.last else ""
    return Card(matter.title, joined(matter.organisation, counted(len(matter.days), "meeting"), last))


def _meeting(research: Research, address: str) -> Card | None:
    session = research.proceedings().session(address)
    if session is None:
        return None
    decided = counted(len(session.decisions), "decision") if session.decisions else ""
    return Card(sitting(session.meeting), joined(session.meeting.organisation, decided))


def _member(research: Research, address: str) -> Card | None:
    member = research.proceedings().member(address)
    return Card(member.name, joined(member.organisation, *member.bodies)) if member else None


def _decision(research: Research, address: str) -> Card | None:
    decision = next((one.decision for one in research.register() if decision_id(one.decision) == address), None)
    cited = research.sources.of_decision(decision) if decision else None
    if decision is None or cited is None:
        return None
    return Card(f"{decision.title or 'Decision'}: {sitting(decision.section.meeting)}", f"“{cited.quote}”")


CARDS: Mapping[str, Callable[[Research, str], Card | None]] = {
    "matter": _matter,
    "meeting": _meeting,
    "member": _member,
    "decision": _decision,
}
"""What makes a card, by the parameter of the address that names the thing."""
