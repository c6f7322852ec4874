"""Serving: the papers behind the citations, the visitor's cookie, the headers that keep every page to this host."""

from __future__ import annotations

import re
import threading
from base64 import b64encode
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.views.session.desk import Desk
from app.views.session.visitor import VISITOR, is_visitor, new_visitor
from corpus.errors import BoardPapersError

PAPER = "/paper"
"""The file is named in the query, not in the path, so that no name of a paper can be read as a path."""

NOT_SERVED = (
    "This paper is not among the papers that can be opened here. "
    "A pack with pages that are not public is not opened as a whole; its public pages are shown beside an answer."
)

SERVED = {".pdf": "application/pdf", ".txt": "text/plain; charset=utf-8"}
"""What a browser shows without running it; a paper of any other kind is handed over to be saved."""


def _own_scripts() -> str:
    """The hashes of the scripts that stand inline in Streamlit's own page, as the policy wants them."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    return "".join(f" 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in scripts)


UPLOADS = "/_stcore/upload_file/"
"""Where Streamlit takes files."""

PAGE_POLICY = (
    f"default-src 'self'; script-src 'self' 'wasm-unsafe-eval' blob:{_own_scripts()}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self'; worker-src 'self' blob:; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'self'; connect-src 'self'"
)
"""Nothing from another host. Streamlit's styles are inline, and it imports the script of a component from a blob."""

A_YEAR = 365 * 24 * 60 * 60
"""Seconds for which a browser keeps the id of its visitor, and with it the list of their conversations."""

_HOST = re.compile(r"[\w.\-]+(:\d+)?|\[[0-9A-Fa-f:.]+\](:\d+)?")


def paper_routes(desk: Desk) -> list[BaseRoute]:
    """The route that opens a paper: indexed papers that are public from cover to cover, shown or handed over."""

    def paper(request: Request) -> Response:
        try:
            path = desk.assistant().whole_paper(request.query_params.get("file", ""))
        except BoardPapersError:
            return PlainTextResponse(NOT_SERVED, status_code=404)
        if not path.is_file():
            return PlainTextResponse(NOT_SERVED, status_code=404)
        shown = SERVED.get(path.suffix.lower())
        return FileResponse(
            path,
            media_type=shown or "application/octet-stream",
            filename=path.name,
            content_disposition_type="inline" if shown else "attachment",
            headers={"Cache-Control": "private, no-store", "Cross-Origin-Resource-Policy": "same-origin"},
        )

    return [Route(_base() + PAPER, paper, methods=["GET", "HEAD"])]


def paper_link(file: str, page: int | None = None) -> str:
    """The address, on this host, that opens a paper at a page."""
    return f"{_base()}{PAPER}?file={quote(file, safe='')}" + (f"#page={page}" if page else "")


def guards(desk: Desk) -> list[Middleware]:
    """The host names that are answered, where the configuration limits them; headers, visitors, who may upload."""
    hosts = list(st.get_option("server.allowedHosts") or [])
    trusted = [Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False)] if hosts else []
    return [*trusted, Middleware(SafeHeaders), Middleware(Visitors), Middleware(Uploads, desk=desk)]


def opening(desk: Desk) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    """A lifespan that opens the papers while the first visitor's browser is still loading the page."""

    @asynccontextmanager
    async def lifespan(_app: Any) -> AsyncIterator[None]:
        threading.Thread(target=desk.warm, name="open-papers", daemon=True).start()
        yield

    return lifespan


class SafeHeaders:
    """Puts the page policy and its companions on every HTTP response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on; adds the headers when the response starts."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        policy = PAGE_POLICY + _own_sockets(Headers(scope=scope).get("host", ""))

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", policy)
                headers.setdefault("X-Content-Type-Options", "nosniff")
                headers.setdefault("Referrer-Policy", "no-referrer")
                headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
            await send(message)

        await self.app(scope, receive, send_with_headers)


class Visitors:
    """Gives every browser an id of its own with its first page, in a cookie that no script can read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on; a page that is asked for without a good cookie comes back with one."""
        if scope["type"] != "http" or not _asks_for_a_page(Request(scope)):
            await self.app(scope, receive, send)
            return
        secure = "; Secure" if scope.get("scheme") == "https" else ""
        # Lax, not Strict: a link from an e-mail must not look like the first visit
        cookie = f"{VISITOR}={new_visitor()}; Path={_base() or '/'}; Max-Age={A_YEAR}; HttpOnly; SameSite=Lax{secure}"

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("Set-Cookie", cookie)
            await send(message)

        await self.app(scope, receive, send_with_cookie)


class Uploads:
    """Refuses what anybody but a keeper sends to be stored: Streamlit itself would take files from every visitor."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self.app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on everything but the uploads of others."""
        if scope["type"] == "http" and UPLOADS in scope["path"] and scope["method"] in ("PUT", "POST"):
            sender = Request(scope).cookies.get(VISITOR, "")
            if not self._desk.office().keepers.has(sender):
                await PlainTextResponse("Only a keeper of the papers may add any.", status_code=403)(
                    scope, receive, send
                )
                return
        await self.app(scope, receive, send)


def _asks_for_a_page(request: Request) -> bool:
    """True for a page that a browser loads anew, without a visitor's id."""
    wanted = "text/html" in request.headers.get("accept", "")
    return request.method == "GET" and wanted and not is_visitor(request.cookies.get(VISITOR, ""))


def _own_sockets(host: str) -> str:
    """This host's web sockets, which older Safaris do not count as 'self'."""
    return f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""


def _base() -> str:
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""
