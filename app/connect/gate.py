"""Gate: what a request of a program passes before a door answers it - its key, its door, its limit."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from app.connect.keys import Key, Keys
from app.connect.service import ASKED_WRONG, said_of
from app.people.audit import Audit
from app.people.recording import record_call
from app.upkeep.limits import Limits
from corpus.errors import BoardPapersError

log = logging.getLogger(__name__)

PER_MINUTE = 60
"""Requests of one key a minute, in a row or spread: an answer takes tenths of a second of computing."""

AT_ONCE = 8
"""Requests of one key that are answered at the same time: more would keep the threads from everybody else."""

AGAIN = 10  # seconds after which a program asks again, where nothing says when the papers can be asked
PROBLEM = "application/problem+json"
STRICT = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
}
"""For every answer to a program: no browser shows it as a page, and nothing in between keeps it."""


def problem(status: int, title: str, detail: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """An error as RFC 9457 has it; what OpenAI's clients read stands in it as well."""
    said = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    said["error"] = {"message": detail, "type": title.lower().replace(" ", "_"), "code": str(status)}
    return JSONResponse(said, status, {**STRICT, **(headers or {})}, PROBLEM)


def trouble(error: BoardPapersError) -> JSONResponse:
    """The answer to a question that cannot be answered: 400 where another one may be, 503 where it is to come again."""
    if isinstance(error, ASKED_WRONG):
        return problem(400, "Invalid request", said_of(error))
    log.warning("A program has to ask again: %s", error)
    return problem(503, "Not available", said_of(error), {"Retry-After": str(AGAIN)})


class Gate:
    """Lets requests with a key for this door through to it, as often as the limit allows, and records them."""

    def __init__(
        self, app: ASGIApp, door: str, keys: Keys, limits: Limits, audit: Callable[[], Audit | None] = lambda: None
    ) -> None:
        self.app = app
        self._audit = audit
        self._door = door
        self._keys = keys
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what may pass, and answers everything else."""
        if scope["type"] != "http":
            return  # no door speaks by a socket
        # white space around a value is no part of it (RFC 9110), but not every server takes it off
        scope = {**scope, "headers": [(name, value.strip(b" \t")) for name, value in scope["headers"]]}
        passed = await run_in_threadpool(self._passed, Headers(scope=scope).get("authorization", ""))
        if isinstance(passed, JSONResponse):
            await passed(scope, receive, send)
            return
        with self._limits.one_more(passed.name) as may:
            await (self.app if may else _too_many(1))(scope, receive, send)

    def _passed(self, sent: str) -> Key | JSONResponse:
        """The key of a request that may pass, or what is answered to any other; it is recorded before it passes."""
        scheme, _, bearer = sent.partition(" ")
        try:
            key = self._keys.of(bearer.strip()) if scheme.lower() == "bearer" and bearer else None
        except BoardPapersError as error:
            return trouble(error)
        if key is None:
            asks = {"WWW-Authenticate": 'Bearer realm="board-papers"'}
            return problem(401, "No key", "Send a key of this server: Authorization: Bearer KEY.", asks)
        if self._door not in key.doors:
            return problem(403, "Not this door", f"This key does not open {self._door!r}.")
        seconds = self._limits.wait(key.name)
        if seconds:
            return _too_many(seconds)
        try:
            if audit := self._audit():
                record_call(audit, key.name, self._door)
        except BoardPapersError as error:
            return trouble(error)
        return key


def _too_many(seconds: int) -> JSONResponse:
    again = {"Retry-After": str(seconds)}
    return problem(429, "Too many requests", f"Ask again in {seconds} seconds.", again)
