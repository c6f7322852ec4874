"""Gate: what a request of a program passes before a door answers it - its key, its door, its limit."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from app.connect.keys import Key, Keys
from app.upkeep.limits import Limits
from corpus.errors import BoardPapersError

PER_MINUTE = 60
"""Requests of one key a minute, in a row or spread: an answer takes tenths of a second of computing."""

AT_ONCE = 8
"""Requests of one key that are answered at the same time: more would keep the threads from everybody else."""

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


class Gate:
    """Lets requests with a key for this door through to it, as often as the limit allows."""

    def __init__(self, app: ASGIApp, door: str, keys: Keys, limits: Limits) -> None:
        self.app = app
        self._door = door
        self._keys = keys
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what may pass, and answers everything else."""
        if scope["type"] != "http":
            return  # no door speaks by a socket
        passed = self._passed(Headers(scope=scope).get("authorization", ""))
        if isinstance(passed, JSONResponse):
            await passed(scope, receive, send)
            return
        with self._limits.one_more(passed.name) as may:
            await (self.app if may else _too_many(1))(scope, receive, send)

    def _passed(self, sent: str) -> Key | JSONResponse:
        """The key of a request that may pass, or what is answered to any other."""
        scheme, _, bearer = sent.partition(" ")
        try:
            key = self._keys.of(bearer.strip()) if scheme.lower() == "bearer" and bearer else None
        except BoardPapersError as error:
            return problem(503, "Not available", str(error))
        if key is None:
            asks = {"WWW-Authenticate": 'Bearer realm="board-papers"'}
            return problem(401, "No key", "Send a key of this server: Authorization: Bearer KEY.", asks)
        if self._door not in key.doors:
            return problem(403, "Not this door", f"This key does not open {self._door!r}.")
        seconds = self._limits.wait(key.name)
        return _too_many(seconds) if seconds else key


def _too_many(seconds: int) -> JSONResponse:
    again = {"Retry-After": str(seconds)}
    return problem(429, "Too many requests", f"Ask again in {seconds} seconds.", again)
