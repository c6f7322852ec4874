"""Serving: the papers behind the citations, opened in the browser or handed over."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from app.views.session.address import Address, base_path
from app.views.session.desk import Desk
from app.views.session.original_response import original_response
from app.views.session.signed_in import desk_of_request
from corpus.errors import BoardPapersError, PaperChanged

PAPER = "/paper"
"""The file is named in the query, not in the path, so that no name of a paper can be read as a path."""

NOT_SERVED = (
    "This paper is not among the papers that can be opened here. "
    "A pack with pages that are not public is not opened as a whole; its public pages are shown beside an answer."
)

SERVED = {".pdf": "application/pdf", ".txt": "text/plain; charset=utf-8"}
"""What a browser shows without running it; a paper of any other kind is handed over to be saved."""


def paper_routes(desk: Desk) -> list[BaseRoute]:
    """The route that opens a paper: indexed papers that the asker may see from cover to cover, shown or handed over."""
    address = Address(desk)

    def paper(request: Request) -> Response:
        try:
            own = desk_of_request(desk, request, address.origin(request.scope))
            original, public = own.whole_paper(request.query_params.get("file", ""))
            kind = SERVED.get(original.path.suffix.lower(), "")
            media_type = kind or "application/octet-stream"
            return original_response(original, request, media_type=media_type, shown=bool(kind), public=public)
        except PaperChanged as changed:
            return PlainTextResponse(str(changed), status_code=409, headers={"Cache-Control": "no-store"})
        except BoardPapersError:
            return PlainTextResponse(NOT_SERVED, status_code=404)

    return [Route(base_path() + PAPER, paper, methods=["GET", "HEAD"])]


def paper_link(file: str, page: int | None = None) -> str:
    """The address, on this host, that opens a paper at a page."""
    return f"{base_path()}{PAPER}?file={quote(file, safe='')}" + (f"#page={page}" if page else "")


def trace_link(matter: str) -> str:
    """The address, on this host, of the page that traces the matter with this address."""
    return f"{base_path()}/trace?matter={quote(matter, safe='')}"


def opening(
    desk: Desk, beside: Callable[[], AbstractAsyncContextManager[None]] = nullcontext
) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    """A lifespan that opens the papers while the first visitor's browser is still loading the page.

    `beside` is what has to run as long as the pages do.
    """

    @asynccontextmanager
    async def lifespan(_app: Any) -> AsyncIterator[None]:
        threading.Thread(target=desk.warm, name="open-papers", daemon=True).start()
        async with beside():
            yield

    return lifespan
