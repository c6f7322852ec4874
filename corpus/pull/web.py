"""Web: asks one site, one request at a time. The only file of the program that asks another machine for something.

Only the host that a person named is asked: an address or a redirect that leads elsewhere is not followed, whatever a
page or a service says.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

import httpx

from corpus.errors import SourceRefused, SourceTrouble, WrongInput
from corpus.pull.politeness import Manners, Rules, wait_asked_for

T = TypeVar("T")

LARGEST_ANSWER = 64 << 20  # bytes of a list or a page
LARGEST_FILE = 500 << 20  # bytes of a document
REDIRECTS = 5
BUSY = (429, 503)
NOT_THERE = (404, 410)
REFUSED = (401, 403, 407, 451)
MOST_REFUSALS = 3
"""Documents that may be refused one after the other; then the site means all of them."""

BLOCK = 1 << 16
USUAL_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class State:
    """What a server said of a file, by which it can say later that nothing has changed."""

    etag: str = ""
    modified: str = ""
    size: int = 0

    @property
    def asks(self) -> dict[str, str]:
        """The headers that ask for the file only where it is another one now."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in named.items() if value}


class Web:
    """One site, asked politely. `sleep` waits; the tests give one that only counts."""

    def __init__(self, address: str, manners: Manners, sleep: Callable[[float], None] = time.sleep) -> None:
        """Takes an address of the site; raises WrongInput where it is none."""
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password:
            raise WrongInput(f"{address} is not the address of a site.", hint="It begins with https:// and a host.")
        self._host = _host(address)
        self._manners = manners
        self._sleep = sleep
        self._rules: Rules | None = None
        self._last: float | None = None
        self._refusals = 0
        self.requests = 0
        self._client = httpx.Client(
            headers={"User-Agent": manners.user_agent, "Accept-Language": "en"},
            timeout=httpx.Timeout(manners.patience),
            follow_redirects=False,
            limits=httpx.Limits(max_connections=1),
            trust_env=True,
        )

    def __enter__(self) -> Web:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def is_ours(self, address: str) -> bool:
        """True for an address on the site; the other scheme of it counts too where the ports are the usual ones."""
        return _host(address) == self._host

    def read(self, address: str, understood: Callable[[bytes], T]) -> T:
        """What an answer says, as `understood` reads it; one that cannot be used is asked for again.

        `understood` raises SourceTrouble for an answer that cannot be used.
        """

        def whole(answer: httpx.Response) -> T:
            body = b"".join(self._blocks(answer, LARGEST_ANSWER))
            return understood(body)

        return self._tried(address, {}, whole)

    def fetch(
        self, address: str, part: Path, known: State, checked: Callable[[Path, bool], T]
    ) -> tuple[T, State] | None:
        """Writes a file to `part` and gives what `checked` says of it; None where the server says it is as known.

        `checked` is given the file and whether the server had said how long it is; it raises SourceTrouble for a file
        that is not whole, or is something else.
        """

        def written(answer: httpx.Response) -> tuple[T, State] | None:
            if answer.status_code == httpx.codes.NOT_MODIFIED:
                return None
            with part.open("wb") as out:
                for block in self._blocks(answer, LARGEST_FILE):
                    out.write(block)
                out.flush()
                os.fsync(out.fileno())
            sized = "content-length" in answer.headers
            state = State(answer.headers.get("etag", ""), answer.headers.get("last-modified", ""), part.stat().st_size)
            return checked(part, sized), state

        return self._tried(address, known.asks, written)

    def _tried(self, address: str, headers: Mapping[str, str], use: Callable[[httpx.Response], T]) -> T:
        """What `use` makes of the answer, tried a few times; raises SourceTrouble with the last fault."""
        self._check(address)
        fault = SourceTrouble("It was not asked for.")
        for attempt in range(self._manners.tries):
            if attempt:
                self._sleep(self._manners.between_tries * 2 ** (attempt - 1))
            try:
                with self._answer(address, headers) as answer:
                    return use(answer)
            except SourceTrouble as exc:
                fault = exc
                if not exc.retryable:
                    break
            except httpx.TimeoutException:
                fault = SourceTrouble(f"No answer came within {self._manners.patience:g} seconds.")
            except httpx.RemoteProtocolError:
                fault = SourceTrouble("The answer broke off before its end.")
            except (httpx.HTTPError, httpx.InvalidURL) as exc:
                fault = SourceTrouble(f"The site could not be reached ({type(exc).__name__}).")
        raise fault

    @contextmanager
    def _answer(self, address: str, headers: Mapping[str, str]) -> Iterator[httpx.Response]:
        """The answer to one request, on the site itself, its status good; raises SourceTrouble and SourceRefused."""
        for _ in range(REDIRECTS):
            self._pause()
            self.requests += 1
            try:
                with self._client.stream("GET", address, headers=dict(headers)) as answer:
                    if answer.is_redirect and answer.status_code != httpx.codes.NOT_MODIFIED:
                        address = urljoin(address, answer.headers.get("location", ""))
                        if not self.is_ours(address):
                            raise _final("It leads to another site, which is not followed.")
                        continue
                    self._judge(answer)
                    yield answer
                    return
            finally:
                self._last = time.monotonic()
        raise _final("It leads from one address to the next without end.")

    def _judge(self, answer: httpx.Response) -> None:
        """Raises what the status of an answer means for us."""
        status = answer.status_code
        if status in REFUSED:
            self._refusals += 1
            if self._refusals >= MOST_REFUSALS:
                raise SourceRefused(
                    f"The site refuses us (status {status}).",
                    hint="It may block programs. Ask the council, or save the papers by hand.",
                )
            raise _final(f"The site refuses it (status {status}).")
        self._refusals = 0
        if status in BUSY:
            self._wait_as_asked(answer)
            raise SourceTrouble(f"The site is too busy (status {status}).")
        if status in NOT_THERE:
            raise _final(f"It is not there any more (status {status}).")
        if status >= 400:
            raise SourceTrouble(f"The site has a fault (status {status}).")

    def _wait_as_asked(self, answer: httpx.Response) -> None:
        asked = wait_asked_for(answer.headers.get("retry-after", ""))
        if asked is None:
            return
        if asked > self._manners.longest_wait:
            raise SourceRefused(
                f"The site asks us to come back in {asked / 60:.0f} minutes.", hint="Run pull again then."
            )
        self._sleep(asked)

    def _blocks(self, answer: httpx.Response, most: int) -> Iterator[bytes]:
        """The bytes of an answer; raises SourceTrouble for one that is too long or takes too long."""
        begun, size = time.monotonic(), 0
        for block in answer.iter_bytes(BLOCK):
            size += len(block)
            if size > most:
                raise _final(f"It is larger than {most >> 20} MB.")
            if time.monotonic() - begun > self._manners.whole:
                raise SourceTrouble(f"It had not come within {self._manners.whole:g} seconds.")
            yield block

    def _check(self, address: str) -> None:
        if not self.is_ours(address):
            raise _final("It is on another site, which is not asked.")
        if self._rules is None:
            self._rules = Rules()  # for robots.txt itself
            self._rules = self._robots(urljoin(address, "/robots.txt"))
        self._rules.check(address)

    def _robots(self, address: str) -> Rules:
        """The rules of the site; none where it has no such file. Raises SourceRefused where it cannot be read."""
        try:
            return self.read(address, lambda body: Rules(body.decode("utf-8", "replace")))
        except SourceTrouble as fault:
            if not fault.retryable:
                self._refusals = 0
                return Rules()
            raise SourceRefused(
                f"What the site allows programs to read could not be found out. {fault}", hint="Try again later."
            ) from fault

    def _pause(self) -> None:
        if self._last is not None:
            wanted = (self._rules or Rules()).pause(self._manners.pause)
            self._sleep(max(0.0, wanted - (time.monotonic() - self._last)))


def _host(address: str) -> tuple[str, int | None] | None:
    """Host and port of a web address, None for the port that its scheme has anyway; None for anything else."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in USUAL_PORTS or not parts.hostname:
        return None
    return parts.hostname, None if port == USUAL_PORTS[parts.scheme] else port


def _final(sentence: str) -> SourceTrouble:
    """A fault that asking again does not mend."""
    fault = SourceTrouble(sentence)
    fault.retryable = False
    return fault
