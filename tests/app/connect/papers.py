"""A few papers of a council that does not exist, indexed, and the doors for programs over them."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from word_embedder import WordEmbedder

from app.assistant import Assistant
from app.connect.keys import Keys
from app.connect.routes import connected
from app.connect.service import Alone, Service
from corpus.settings import DOORS
from indexer.build import build_index, stamp_of
from indexer.store import Store
from tests.test_access_matrix import write_papers

ADDRESS = "https://papers.example.org"
COUNCIL = "Wharfside Town Council"

MINUTES = """WHARFSIDE TOWN COUNCIL
{body}
Minutes of a meeting of the {body} held in the Net Loft on {day}.
Present: Councillor Una Thole (Chair) and Councillor Ivo Kerr
1. Apologies for absence
None.
2. {title}
{text}
RESOLVED that {decision}
3. Any other business
There was none."""

SITTINGS = (
    ("LEISURE COMMITTEE", "Tuesday, 7 May 2019", "Opening hours of the library", "Visits had fallen on Mondays.",
     "the library be closed on Mondays from September."),
    ("LEISURE COMMITTEE", "Tuesday, 2 July 2019", "Opening hours of the library", "A petition of 412 names came in.",
     "the closing of the library on Mondays be deferred until a survey has been made."),
    ("HARBOUR COMMITTEE", "Monday, 1 July 2019", "Ferry fares", "The ferry had lost £12,000.",
     "ferry fares be raised by 5% from October."),
    ("FINANCE COMMITTEE", "Wednesday, 3 July 2019", "Grant to the museum", "The roof of the museum leaks.",
     "a grant of £40,000 be made to the museum for its roof."),
)  # fmt: skip


def write_connected_papers(corpus: Path) -> None:
    """Writes public minutes of four meetings, and the papers of the access matrix, restricted in every way."""
    write_papers(corpus)
    for number, (body, day, title, text, decision) in enumerate(SITTINGS):
        minutes = MINUTES.format(body=body, day=day, title=title, text=text, decision=decision)
        (corpus / f"minutes {number}.txt").write_text(minutes, encoding="utf-8")


def index_them(folder: Path) -> tuple[Path, Path]:
    """The corpus and its index in a folder."""
    corpus, index = folder / "papers", folder / "index"
    write_connected_papers(corpus)
    build_index(corpus, index, embedder=WordEmbedder(), exempt=("private",))
    return corpus, index


def assistant_over(corpus: Path, index: Path) -> Assistant:
    """An assistant of the public over the index."""
    embedder = WordEmbedder()
    return Assistant(Store(index, stamp_of(embedder)), embedder, corpus=corpus, exempt=("private",))


def service_over(corpus: Path, index: Path) -> Service:
    """The papers for programs."""
    return Service(Alone(assistant_over(corpus, index)), ADDRESS)


@contextmanager
def served(corpus: Path, index: Path, data: Path) -> Iterator[tuple[str, str]]:
    """The address of a server with every door open, and a key to all of them."""
    key = Keys(data).add("test", DOORS)
    doors = connected(Alone(assistant_over(corpus, index)), DOORS, data, ADDRESS)
    app = Starlette(routes=doors.routes, lifespan=lambda _: doors.running())
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}", key
    finally:
        server.should_exit = True
        thread.join(timeout=10)
