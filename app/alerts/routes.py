"""Routes: a feed at its address, and the pages that confirm and stop a follow; no account is needed for any of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Scope

from app.alerts.digest import paper_address
from app.alerts.feed import MEDIA_TYPE, feed_of
from app.alerts.letters import CONFIRM, STOP, named
from app.alerts.newsroom import Newsroom
from app.saved.follows import Following, Follows
from corpus.errors import BoardPapersError, WrongInput

FEED = "/feed/"
FRESH = 15 * 60  # seconds for which a reader of feeds need not ask again
NOTHING = "There is nothing here. What was followed may have been stopped."
PRIVATE = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>{title} - Board Papers</title><style>body{{font:1.1rem/1.5 sans-serif;max-width:36rem;margin:3rem auto;"
    "padding:0 1rem}}button{{font:inherit;padding:.5rem 1rem}}</style><h1>{title}</h1><p>{said}</p>{form}"
)
FORM = '<form method="post" action="{address}"><button>{label}</button></form>'


@dataclass(frozen=True, slots=True)
class Step:
    """A page with one button: its title, what it asks, its button, what is done, and what is said then.

    Opening the page does nothing: programs that check mail open every address in it.
    """

    title: str
    asks: str
    button: str
    do: Callable[[Follows, str, bool], object]
    done: str


CONFIRMING = Step(
    "Confirm what you follow",
    "Send news on {} to this address?",
    "Yes, send it",
    lambda follows, id_, _: follows.confirm(id_),
    "Thank you. We will write when there is news. Each message has a link that stops it.",
)
STOPPING = Step(
    "Stop news",
    "Stop news on {}?",
    "Stop",
    lambda follows, id_, every: follows.stop(id_, every=every),
    "Stopped. We have removed your address.",
)


def follow_routes(newsroom: Callable[[], Newsroom], home: Callable[[Scope], str], base: str) -> list[BaseRoute]:
    """The routes; `home` says where the pages are for a request, `base` is the path that all pages share."""

    def feed(request: Request) -> Response:
        try:
            room = newsroom()
            one = room.follows.of(request.path_params["id"])
            if one is None or one.email:
                return PlainTextResponse(NOTHING, 404, PRIVATE)
            room.follows.read(one)
            return _feed(request, room, one, home(request.scope))
        except WrongInput:
            return PlainTextResponse(NOTHING, 404, PRIVATE)
        except BoardPapersError as error:
            return PlainTextResponse(str(error), 503, {**PRIVATE, "Retry-After": str(FRESH)})

    def confirm(request: Request) -> Response:
        return _answered(request, newsroom, CONFIRMING)

    def stop(request: Request) -> Response:
        return _answered(request, newsroom, STOPPING)

    methods = ["GET", "POST"]
    return [
        Route(f"{base}{FEED}{{id}}", feed, methods=["GET", "HEAD"]),
        Route(f"{base}{CONFIRM}", confirm, methods=methods),
        Route(f"{base}{STOP}", stop, methods=methods),
    ]


def _feed(request: Request, room: Newsroom, one: Following, home: str) -> Response:
    """The feed, or that it has not changed."""
    alerts = room.alerts(one.follow)
    body = feed_of(one, alerts, f"{home}{FEED}{one.id}", lambda alert: paper_address(home, alert))
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {**PRIVATE, "ETag": tag, "Cache-Control": f"private, max-age={FRESH}"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=MEDIA_TYPE, headers=headers)


def _answered(request: Request, newsroom: Callable[[], Newsroom], step: Step) -> Response:
    """The page of a step, or what is said after its button, or after the one click of a mail program (RFC 8058)."""
    id_, every = request.query_params.get("key", ""), request.query_params.get("all") == "1"
    try:
        follows = newsroom().follows
        one = follows.of(id_)
        if one is None or not one.email:
            return _page(step.title, NOTHING, status=404)
        if request.method == "POST":
            step.do(follows, id_, every)
            return _page(step.title, step.done)
    except BoardPapersError as error:
        return _page("Try again later", str(error), status=503)
    what = "everything that you follow" if every else f"“{named(one.follow)}”"
    address = f"{request.url.path}?key={quote(id_, safe='')}{'&all=1' if every else ''}"
    form = FORM.format(address=escape(address), label=escape(step.button))
    return _page(step.title, step.asks.format(what), form)


def _page(title: str, said: str, form: str = "", *, status: int = 200) -> Response:
    text = PAGE.format(title=escape(title), said=escape(said), form=form)
    return HTMLResponse(text, status, {**PRIVATE, "Cache-Control": "no-store"})
