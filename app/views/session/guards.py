"""Guards: what every request passes before Streamlit sees it - whose page sent it, what it asks for, which visitor."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from app.views.session.address import Address, base_path
from app.views.session.desk import Desk
from app.views.session.signed_in import may_keep_papers
from app.views.session.visitor import VISITOR_HEADER, cookie_name, cookie_of, is_visitor, new_visitor
from corpus.errors import BoardPapersError
from corpus.settings import SignIn

NOT_YOURS = "This request came from a page of another site, so it is not answered."
NOT_OPEN = "There is nothing here."
NOT_OPEN_TO_OTHERS = (
    "This server listens to other machines, but nobody signs in. "
    "Set BOARD_PAPERS_SIGN_IN, or set server.address to localhost."
)
LOOPBACK = ("localhost", "127.0.0.1", "::1")
NO_KEEPER = "Only a keeper of the papers may add any."

STREAMLIT = "/_stcore/"
OPEN_DOORS = ("stream", "health", "host-config", "upload_file/", "bidi-components/")
"""What the pages ask of Streamlit's own addresses. All others are closed, those for statistics and agents among them.
"""

UPLOADS = f"{STREAMLIT}upload_file/"
"""Where Streamlit takes files."""

_HOST = re.compile(r"[\w.\-]+(:\d+)?|\[[0-9A-Fa-f:.]+\](:\d+)?")


def _own_scripts() -> str:
    """The hashes of the scripts that stand inline in Streamlit's own page, as the policy wants them."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    return "".join(f" 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in scripts)


PAGE_POLICY = (
    f"default-src 'self'; script-src 'self' 'wasm-unsafe-eval' blob:{_own_scripts()}; style-src 'self' "
    f"'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self'; worker-src 'self' blob:; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'self'; connect-src 'self'"
)
"""Nothing from another host. Streamlit's styles are inline, and it imports the script of a component from a blob."""


def guards(desk: Desk) -> list[Middleware]:
    """In their order: which host names are answered, headers, whose page asks and for what, visitors, who may
    upload.
    """
    hosts = list(st.get_option("server.allowedHosts") or [])
    trusted = [Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False)] if hosts else []
    address = Address(desk)
    return [
        *trusted,
        Middleware(SafeHeaders, address=address),
        Middleware(OwnMachine, desk=desk),
        Middleware(OwnOrigin, address=address),
        Middleware(OpenDoors),
        Middleware(Visitors, address=address),
        Middleware(Uploads, desk=desk, address=address),
    ]


class SafeHeaders:
    """Puts the page policy and its companions on every HTTP response."""

    def __init__(self, app: ASGIApp, address: Address) -> None:
        self.app = app
        self._address = address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on; adds the headers when the response starts."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        secure = self._address.origin(scope).startswith("https:")
        policy = PAGE_POLICY + _own_sockets(Headers(scope=scope).get("host", ""))

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", policy)
                headers.setdefault("X-Content-Type-Options", "nosniff")
                headers.setdefault("Referrer-Policy", "no-referrer")
                headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                if secure:
                    message["headers"] = [_over_https_only(*header) for header in message["headers"]]
            await send(message)

        await self.app(scope, receive, send_with_headers)


class OwnMachine:
    """Refuses everything while the server listens to other machines but nobody has to say who they are."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self.app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on where people sign in, or nobody but this machine is listened to."""
        if scope["type"] in ("http", "websocket") and not self._is_safe():
            await _refused(scope, receive, send, NOT_OPEN_TO_OTHERS, 403)
            return
        await self.app(scope, receive, send)

    def _is_safe(self) -> bool:
        if str(st.get_option("server.address") or "") in LOOPBACK:
            return True
        try:
            return self._desk.settings().people.sign_in is not SignIn.OFF
        except BoardPapersError:
            return False


class OwnOrigin:
    """Refuses what the page of another site, or of another port of this host, has sent.

    Streamlit takes a socket from any port of this host, with the visitor's cookie, and looks up outside hosts to judge
    the others. What is not a browser sends no Origin, and has no visitor's cookie but its own.
    """

    def __init__(self, app: ASGIApp, address: Address) -> None:
        self.app = app
        self._address = address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what has no Origin, or exactly ours."""
        if scope["type"] in ("http", "websocket"):
            named = Headers(scope=scope).getlist("origin")
            if named and named != [self._address.origin(scope)]:
                await _refused(scope, receive, send, NOT_YOURS, 403)
                return
        await self.app(scope, receive, send)


class OpenDoors:
    """Closes every address of Streamlit's own that our pages do not need."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what is needed."""
        if scope["type"] in ("http", "websocket"):
            _, found, asked = scope["path"].partition(STREAMLIT)
            needed = any(asked == door or (door.endswith("/") and asked.startswith(door)) for door in OPEN_DOORS)
            if found and not needed:
                await _refused(scope, receive, send, NOT_OPEN, 404)
                return
        await self.app(scope, receive, send)


class Visitors:
    """Tells the pages which visitor's browser it is, and gives every new one an id in a cookie that no script can read.

    Only this header is believed further on: what a browser sends under its name is dropped.
    """

    def __init__(self, app: ASGIApp, address: Address) -> None:
        self.app = app
        self._address = address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on; who asks for a page without a good cookie gets one."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        origin, base = self._address.origin(scope), base_path()
        kept = HTTPConnection(scope).cookies.get(cookie_name(origin, base), "")
        known = kept if is_visitor(kept) else ""
        named = VISITOR_HEADER.encode()
        headers = [(name, value) for name, value in scope["headers"] if name.lower() != named]
        headers += [(named, known.encode())] if known else []
        scope = {**scope, "headers": headers}
        if known or scope["type"] != "http" or not _may_be_given_an_id(Request(scope)):
            await self.app(scope, receive, send)
            return

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("Set-Cookie", cookie_of(new_visitor(), origin, base))
            await send(message)

        await self.app(scope, receive, send_with_cookie)


class Uploads:
    """Refuses what anybody but a keeper sends to be stored: Streamlit itself would take files from every visitor."""

    def __init__(self, app: ASGIApp, desk: Desk, address: Address) -> None:
        self.app = app
        self._desk = desk
        self._address = address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on everything but the uploads of others."""
        upload = scope["type"] == "http" and UPLOADS in scope["path"] and scope["method"] in ("PUT", "POST")
        if upload and not self._is_keeper(Request(scope)):
            await _refused(scope, receive, send, NO_KEEPER, 403)
            return
        await self.app(scope, receive, send)

    def _is_keeper(self, request: Request) -> bool:
        try:
            visitor = request.headers.get(VISITOR_HEADER, "")
            if self._desk.office().keepers.has(visitor):
                return True
            return may_keep_papers(self._desk, request, self._address.origin(request.scope))
        except BoardPapersError:
            return False  # nobody is, while nothing can be kept


def _may_be_given_an_id(request: Request) -> bool:
    """True for a page that a browser loads, or its first word to the server, unless another site led there.

    A browser keeps the cookie back when a link of another site brings it here. It sends it again with the page's first
    word, so a visitor who comes back by such a link keeps their id, and a new one gets theirs.
    """
    if request.method != "GET" or request.headers.get("sec-fetch-site") in ("cross-site", "same-site"):
        return False
    return "text/html" in request.headers.get("accept", "") or request.url.path.endswith(f"{STREAMLIT}health")


async def _refused(scope: Scope, receive: Receive, send: Send, why: str, status: int) -> None:
    """Answers a request with the sentence; a socket that is not accepted is answered 403 by the server."""
    answer = WebSocketClose() if scope["type"] == "websocket" else PlainTextResponse(why, status_code=status)
    await answer(scope, receive, send)


def _over_https_only(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """A header; a cookie is only sent over https: Streamlit leaves that open for the one of the sign-in."""
    is_open = name.lower() == b"set-cookie" and b"; secure" not in value.lower()
    return name, value + b"; Secure" if is_open else value


def _own_sockets(host: str) -> str:
    """This host's web sockets, which older Safaris do not count as 'self'."""
    return f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
