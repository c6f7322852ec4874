"""A server that speaks OpenAI's chat completions as a stream, on localhost, and misbehaves in the way it is told."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Mode = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Keeps what it is sent, and answers as the server's mode has it."""

    server: MisbehavingServer

    def do_POST(self) -> None:
        """Answers a request."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.received.append(json.loads(body))
        try:
            self.server.mode(self)
        except (BrokenPipeError, ConnectionResetError):
            self.server.left.set()
        self.close_connection = True

    def begin(self, status: int = 200, kind: str = "text/event-stream") -> None:
        """The head of the reply; it ends where the connection does."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Connection", "close")
        self.end_headers()

    def say(self, text: str) -> None:
        """A chunk of a streamed reply."""
        delta = {"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": None}
        self.event({"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [delta]})

    def event(self, record: dict[str, Any]) -> None:
        """An event of the stream."""
        self.send_raw(f"data: {json.dumps(record)}\n\n".encode())

    def send_raw(self, data: bytes) -> None:
        """Bytes as they are."""
        self.wfile.write(data)
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


class MisbehavingServer(ThreadingHTTPServer):
    """Listens on a free port of localhost; `received` are the requests, `left` is set when a reader has gone away."""

    daemon_threads = True

    def __init__(self, mode: Mode) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.mode = mode
        self.received: list[dict[str, Any]] = []
        self.left = threading.Event()
        self.url = f"http://127.0.0.1:{self.server_port}/v1"


@contextmanager
def serving(mode: Mode) -> Iterator[MisbehavingServer]:
    """The server, for as long as the block runs."""
    server = MisbehavingServer(mode)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def says(*pieces: str) -> Mode:
    """Says these pieces, as a well-behaved server does."""

    def mode(to: Handler) -> None:
        to.begin()
        for piece in pieces:
            to.say(piece)
        to.send_raw(b"data: [DONE]\n\n")

    return mode


def fails_with(status: int) -> Mode:
    """Answers with an error."""

    def mode(to: Handler) -> None:
        to.begin(status, "application/json")
        to.send_raw(b'{"error": {"message": "<b>no</b> key sk-secret", "type": "t", "code": "c"}}')

    return mode


def sends_bytes(data: bytes) -> Mode:
    """Sends bytes that are no stream of events."""

    def mode(to: Handler) -> None:
        to.begin()
        to.send_raw(data)

    return mode


def hangs(to: Handler) -> None:
    """Never answers."""
    time.sleep(3)


def hangs_after(text: str) -> Mode:
    """Says something and then nothing more."""

    def mode(to: Handler) -> None:
        to.begin()
        to.say(text)
        time.sleep(3)

    return mode


def never_ends(piece: str) -> Mode:
    """Says the same until nobody listens."""

    def mode(to: Handler) -> None:
        to.begin()
        while True:
            to.say(piece)

    return mode


def drips(to: Handler) -> None:
    """Sends a character now and then, so that no single wait is long."""
    to.begin()
    while True:
        to.say("a")
        time.sleep(0.05)


def closes_at_once(to: Handler) -> None:
    """Closes the connection without a word."""
