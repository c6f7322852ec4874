"""A plain web folder of papers, and a site that speaks OParl."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import SourceTrouble
from corpus.pull.pulling import Wish, pull
from corpus.pull.sources.oparl import Oparl
from corpus.pull.sources.web_folder import WebFolder
from tests.corpus.pull.imitation import pdf_bytes
from tests.corpus.pull.pulls import FROM_THE_START, NOW, QUICK, listed_in, papers_in

Pages = dict[str, bytes]


@contextmanager
def web(pages: Pages) -> Iterator[str]:
    """The address of a server that gives these pages."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

        def do_GET(self) -> None:
            body = pages.get(self.path)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def listing(*links: str) -> bytes:
    shown = "".join(f'<a href="{link}">{link}</a>' for link in links)
    return f"<html><body><h1>Index of /papers/</h1><a href='../'>Up</a>{shown}</body></html>".encode()


def test_a_web_folder_is_taken_with_the_folders_below_it(tmp_path: Path) -> None:
    pages = {
        "/papers/": listing("May%20minutes.pdf", "2025/", "?C=M;O=A", "/style.css", "https://elsewhere.example/x.pdf"),
        "/papers/2025/": listing("June.pdf", "a%2Fb.pdf", "gone.pdf"),
        "/papers/May%20minutes.pdf": pdf_bytes("may"),
        "/papers/2025/June.pdf": pdf_bytes("june"),
        "/papers/2025/a%2Fb.pdf": pdf_bytes("slash"),
        "/secret.pdf": pdf_bytes("secret"),
    }
    with web(pages) as address:
        report = pull(lambda w: WebFolder(w, f"{address}/papers/"), address, tmp_path, Wish(), QUICK, now=NOW)
        assert [path.relative_to(tmp_path).as_posix() for path in papers_in(tmp_path)] == [
            "2025/June.pdf",
            "2025/b.pdf",
            "May minutes.pdf",
        ]
        assert report.last.troubles == (
            f"{address}/papers/2025/, 'gone': It is not there any more (status 404). "
            "It is asked for again after a week.",
        )
        del pages["/papers/2025/June.pdf"]
        pages["/papers/2025/"] = listing("a%2Fb.pdf")
        pages["/papers/May%20minutes.pdf"] = pdf_bytes("may, corrected and longer")
        again = pull(
            lambda w: WebFolder(w, f"{address}/papers/"), address, tmp_path, Wish(), QUICK, now=NOW + timedelta(days=1)
        )
    assert again.withdrawn == ("2025/June.pdf",)
    line = listed_in(tmp_path)["May minutes.pdf"]
    assert (line["title"], line["body"], line["date"]) == ("", "", "")


def oparl(address: str) -> dict[str, Any]:
    """A small body: two committees, two meetings on two pages, a private item, a deleted file."""

    def file(name: str, **more: Any) -> dict[str, Any]:
        return {"id": f"{address}/file/{name}", "name": name, "downloadUrl": f"{address}/dl/{name}.pdf", **more}

    meeting = {
        "id": f"{address}/meeting/1",
        "type": "https://schema.oparl.org/1.1/Meeting",
        "organization": [f"{address}/organization/a"],
        "start": "2025-06-04T18:00:00+02:00",
        "location": {"description": "Rathaus"},
        "invitation": file("Agenda"),
        "resultsProtocol": file("Minutes"),
        "agendaItem": [
            {"number": "3.", "name": "Harbour dues", "public": True, "auxiliaryFile": [file("Dues")]},
            {"number": "4.", "name": "Lease", "public": False, "auxiliaryFile": [file("SECRET")]},
            {"number": "5.", "name": "Old", "auxiliaryFile": [file("Gone", deleted=True)]},
        ],
    }
    second = {**meeting, "id": f"{address}/meeting/2", "start": "2025-07-02T18:00:00+02:00", "agendaItem": []}
    second |= {"invitation": file("Agenda of July"), "resultsProtocol": None}
    return {
        "/body": {"id": f"{address}/body", "organization": f"{address}/orgs", "meeting": f"{address}/meetings"},
        "/orgs": {"data": [{"id": f"{address}/organization/a", "name": "Hafenausschuss"}], "links": {}},
        "/meetings": {"data": [meeting], "links": {"next": f"{address}/meetings?page=2"}},
        "/meetings?page=2": {"data": [second], "links": {"next": f"{address}/meetings"}},  # in a circle
        "/meeting/1": meeting,
        "/meeting/2": second,
    }


def test_an_oparl_site_is_taken_with_its_public_items(tmp_path: Path) -> None:
    pages: Pages = {}
    with web(pages) as address:
        pages |= {path: json.dumps(record).encode() for path, record in oparl(address).items()}
        names = ("Agenda", "Minutes", "Dues", "SECRET", "Gone", "Agenda%20of%20July")
        pages |= {f"/dl/{name}.pdf": pdf_bytes(name) for name in names}
        pages |= {"/dl/Agenda of July.pdf": pdf_bytes("july")}
        report = pull(lambda w: Oparl(w, f"{address}/body"), address, tmp_path, FROM_THE_START, QUICK, now=NOW)
    assert sorted(report.came) == [
        "Hafenausschuss/2025-06-04/Agenda.pdf",
        "Hafenausschuss/2025-06-04/Dues.pdf",
        "Hafenausschuss/2025-06-04/Minutes.pdf",
        "Hafenausschuss/2025-07-02/Agenda of July.pdf",
    ]
    line = listed_in(tmp_path)["Hafenausschuss/2025-06-04/Dues.pdf"]
    assert (line["item"], line["item_title"], line["time"], line["venue"], line["kind"]) == (
        "3",
        "Harbour dues",
        "18:00",
        "Rathaus",
        "report",
    )
    assert (report.last.restricted, report.is_clean) == (1, True)


@pytest.mark.parametrize("body", [b"<html></html>", b"[1, 2", b"[]", b'{"id": "x"}', b'{"meeting": "x"}'])
def test_what_is_no_oparl_is_said_to_be_none(tmp_path: Path, body: bytes) -> None:
    with web({"/body": body}) as address, pytest.raises(SourceTrouble):
        pull(lambda w: Oparl(w, f"{address}/body"), address, tmp_path, Wish(), QUICK, now=NOW)
