"""An imitation of a council's Modern.Gov site on this machine: its service, its pages, its documents, and their traps.

Council, committees, meetings and papers are made up. `Site.faults` says what goes wrong with which request.
"""

from __future__ import annotations

import html
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

BASE = "/moderngov"
EMPTY = "\n      "
"""What an empty element holds."""

NAMES = (
    "Cabinet",
    "Council",
    "Children&#39;s Services Scrutiny Panel",  # written for HTML twice, once it is in XML
    "Licensing/Regulatory Committee",
    "Planning Committee",
    "Audit & Governance",
    "Harbour Board",
    "Health and Wellbeing Board",
    "Pensions Committee",
    "Standards Committee",
    "Leisure Forum",  # wound up
    "Members' Working Party",  # wound up
)
PLAIN_NAMES = tuple(html.unescape(name) for name in NAMES)
WOUND_UP = 2


@dataclass(slots=True)
class Paper:
    """A document of the site. `listed_kind` is "" for one of an item, else the number behind T= in its address."""

    key: int
    title: str
    body: bytes
    listed_kind: str = ""
    restricted: bool = False
    item: int = 1
    published: str = "01/02/2025"
    external: bool = False
    address: str = ""  # where its link leads, if not to the site's own address for it
    version: int = 1

    @property
    def etag(self) -> str:
        return f'"{self.key}-{self.version}"'


@dataclass(slots=True)
class Held:
    """A meeting of the site."""

    key: int
    committee: int
    day: date
    time: str = "10.00 am"
    status: str = "Confirmed"
    published: bool = True
    minutes: bool = True
    restricted_items: set[int] = field(default_factory=set)
    papers: list[Paper] = field(default_factory=list)

    def printed(self, paper: Paper) -> str:
        """The address of a document that the site puts together for this meeting, in the older or newer style."""
        day = f"{self.day:%A %d-%b-%Y}" if self.key % 2 else f"{self.day:%dth-%b-%Y}"
        letter, number = ("b", paper.key) if paper.listed_kind == "9" else ("g", self.key)
        return f"{BASE}/documents/{letter}{number}/{quote(f'{paper.title} {day} 10.00')}.pdf?T={paper.listed_kind}"


def pdf_bytes(words: str) -> bytes:
    """The smallest thing that begins and ends like a PDF, with some words in it."""
    return b"%PDF-1.4\n% " + words.encode() + b"\n" + b"x" * 600 + b"\ntrailer\n%%EOF\n"


Fault = Callable[[str, int], str]
"""Given the path of a request and how often it was asked for, what goes wrong: "" for nothing."""


@dataclass(slots=True)
class Site:
    """The state of the site; tests change it between two pulls."""

    meetings: list[Held] = field(default_factory=list)
    robots: str = "User-agent: *\nDisallow: /moderngov/private\n"
    faults: Fault = lambda path, times: ""
    redirects: dict[str, str] = field(default_factory=dict)
    validators: bool = True
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    at_once: int = 0
    most_at_once: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    def fetched(self) -> list[str]:
        """The documents that were asked for, in order."""
        return [path for path in self.asked if "/documents/" in path or "mgConvert2PDF" in path]

    def public(self) -> list[tuple[Held, Paper]]:
        """What should be among the papers, and nothing else."""
        return [
            (held, paper)
            for held in self.meetings
            if held.published
            for paper in held.papers
            if not paper.restricted
            and not paper.external
            and paper.listed_kind not in ("10", "11")
            and not (paper.listed_kind == "" and paper.item in held.restricted_items)
        ]


def make_site(bodies: int = 4, meetings: int = 3, reports: int = 3, until: date = date(2025, 9, 16)) -> Site:
    """A site with so many committees, meetings of each, a month or two apart, and reports to each meeting."""
    site, number = Site(), 1000
    apart = max(7, min(60, 1060 // max(meetings, 1)))
    for committee in range(bodies):
        for turn in range(meetings):
            number += 1
            held = Held(number, committee, until - timedelta(days=apart * turn + committee % 5))
            held.papers = [_report(held, n) for n in range(1, reports + 1)]
            held.papers.append(Paper(number * 10, "Agenda frontsheet", pdf_bytes(f"agenda {number}"), "0"))
            held.papers.append(Paper(number * 10 + 8, "Printed minutes", pdf_bytes(f"minutes {number}"), "1"))
            held.papers.append(Paper(number * 10 + 7, "Public reports pack", pdf_bytes(f"pack {number}"), "10"))
            _lay_traps(held, turn)
            site.meetings.append(held)
    return site


def _report(held: Held, n: int) -> Paper:
    titles = ("Budget monitoring", "Children&#39;s homes: a review of 3/4 of them", "CON")
    return Paper(held.key * 10 + n, titles[(n - 1) % 3], pdf_bytes(f"report {held.key} {n}"), item=n)


def _lay_traps(held: Held, turn: int) -> None:
    """What real sites have beside their ordinary papers."""
    if turn % 3 == 0:  # a restricted document, and one that only its item marks as such
        held.papers.append(Paper(held.key * 10 + 5, "SECRETWORD lease", pdf_bytes("SECRETWORD"), restricted=True))
        held.papers.append(Paper(held.key * 10 + 6, "SECRETWORD tender", pdf_bytes("SECRETWORD"), item=9))
        held.restricted_items.add(9)
        held.papers.append(
            Paper(held.key * 10 + 9, "Restricted reports pack SECRETWORD", pdf_bytes("SECRETWORD"), "11")
        )
    if turn % 3 == 1:
        held.status = "Confirmed; Rescheduled from 24 September 2026"
        held.papers.append(Paper(held.key * 10 + 4, "Webcast", b"", external=True))


@contextmanager
def served(site: Site) -> Iterator[str]:
    """The address of the site, which answers as long as the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
    finally:
        server.shutdown()
        server.server_close()


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

        def do_GET(self) -> None:
            site.at_once += 1
            site.most_at_once = max(site.most_at_once, site.at_once)
            self.open = True
            try:
                self._answer()
            except (BrokenPipeError, ConnectionResetError):
                pass  # the pull was killed, or had waited long enough
            finally:
                self._end()

        def _end(self) -> None:
            site.at_once -= self.open
            self.open = False

        def _answer(self) -> None:
            site.asked.append(self.path)
            site.agents.add(self.headers.get("User-Agent", ""))
            site.counts[self.path] += 1
            fault = site.faults(self.path, site.counts[self.path])
            status, kind, body, extra = answer(site, self.path, self.headers.get("If-None-Match", ""))
            target = next((to for end, to in site.redirects.items() if self.path.endswith(end)), "")
            if target:
                status, kind, body, extra = 302, "text/html", b"", {"Location": target}
            if fault in ("500", "403", "404", "429", "503"):
                status, kind, body, extra = int(fault), "text/html", b"<html>Fault</html>", {}
                extra = {"Retry-After": "2"} if fault in ("429", "503") else {}
            elif fault == "html":
                kind, body, extra = "text/html", b"<!DOCTYPE html><html><body>Down for maintenance</body></html>", {}
            elif fault == "double":
                body = body.replace(b"<", b"&lt;") if kind == "text/xml" else b""
            elif fault == "torso":
                body = body[: len(body) // 2]
            if fault == "slow":
                time.sleep(0.6)
            self._send(status, kind, body, extra, fault)

        def _send(self, status: int, kind: str, body: bytes, extra: dict[str, str], fault: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            for name, value in extra.items():
                self.send_header(name, value)
            if fault not in ("cut", "torso"):
                self.send_header("Content-Length", str(len(body)))
            sent = body[: len(body) // 2] if fault in ("cut", "truncated") else body
            if not sent:
                self._end()
            self.end_headers()
            self.wfile.write(sent[:-1])
            self._end()  # before the last byte: whoever has it may ask for the next paper at once
            self.wfile.write(sent[-1:])
            self.close_connection = True

    return Handler


Answer = tuple[int, str, bytes, dict[str, str]]


def answer(site: Site, path: str, known: str) -> Answer:
    """What the site says to a request: status, kind, body, further headers."""
    parts = urlsplit(path)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    method = parts.path.rpartition("/")[2]
    if parts.path == "/robots.txt":
        return 200, "text/plain", site.robots.encode(), {}
    if method == "GetCommittees":
        return _xml(committees(site))
    if method == "GetMeetings":
        return _xml(meetings_of(site, int(query["lCommitteeId"]), query["sFromDate"], query["sToDate"]))
    if method == "GetMeeting":
        held = [one for one in site.meetings if one.key == int(query["lMeetingId"])]
        return _xml(meeting(held[0])) if held else (500, "text/plain", b"Object reference not set", {})
    if method == "ieListDocuments.aspx":
        held = [one for one in site.meetings if one.key == int(query["MId"])]
        return (200, "text/html", page(held[0]).encode(), {}) if held else (404, "text/html", b"", {})
    return document(site, path, query, known)


def _xml(text: str) -> Answer:
    return 200, "text/xml", f'<?xml version="1.0" encoding="utf-8"?>\n{text}'.encode(), {}


def document(site: Site, path: str, query: dict[str, str], known: str) -> Answer:
    for held in site.meetings:
        for paper in held.papers:
            single = urlsplit(path).path.endswith("mgConvert2PDF.aspx") and query.get("ID") == str(paper.key)
            if single or (paper.listed_kind and unquote(held.printed(paper)) == unquote(path)):
                headers = {"ETag": paper.etag} if site.validators else {}
                if site.validators and known == paper.etag:
                    return 304, "application/pdf", b"", headers
                return 200, "application/pdf", paper.body, headers
    return 404, "text/html", b"<html>Not found</html>", {}


def committees(site: Site) -> str:
    used = sorted({held.committee for held in site.meetings})
    rows = "".join(
        f"<committee><committeeid>{n}</committeeid><committeetitle>{html.escape(NAMES[n])}</committeetitle>"
        f"<committeedeleted>False</committeedeleted><committeeexpired>{n >= len(NAMES) - WOUND_UP}</committeeexpired>"
        f"<committeecategory>{EMPTY}</committeecategory></committee>"
        for n in used
    )
    return f"<committees><committeescount> {len(used)}</committeescount>{rows}</committees>"


def meetings_of(site: Site, committee: int, since: str, until: str) -> str:
    first, last = (date(*map(int, text.split("/")[::-1])) for text in (since, until))
    own = [held for held in site.meetings if held.committee == committee and first <= held.day <= last]
    rows = "".join(
        f"<meeting><meetingid>{held.key}</meetingid><meetingdate>{held.day:%d/%m/%Y}</meetingdate>"
        f"<meetingstatus>{held.status}</meetingstatus><meetingtime>{held.time}</meetingtime>"
        f"<iswebcast>False</iswebcast></meeting>"
        for held in own
    )
    return (
        f"<getmeetings><meetingscount> {len(own)}</meetingscount><committeescount> 1</committeescount><committee>"
        f"<committeeid>{committee}</committeeid><committeetitle>{html.escape(NAMES[committee])}</committeetitle>"
        f"<committeemeetingcount> {len(own)}</committeemeetingcount><committeemeetings>{rows}</committeemeetings>"
        "</committee></getmeetings>"
    )


def meeting(held: Held) -> str:
    """A meeting as the service gives it: numbers that differ from those displayed, a heading without a number."""
    items = sorted({paper.item for paper in held.papers if not paper.listed_kind})
    rows = _item(held, 0, "PART A: business in public", "", ()) + "".join(
        _item(held, number, f"Item about {number}", f"{number}.", [p for p in held.papers if _is_of(p, number)])
        for number in items
    )
    return (
        f"<meeting><meetingid>{held.key}</meetingid><meetingdate>{held.day:%d/%m/%Y}</meetingdate>"
        f"<meetingstatus>{held.status}</meetingstatus><isdisplayallowed>True</isdisplayallowed>"
        f"<meetingtime>{held.time}</meetingtime><meetinglocation>Room 1&amp;nbsp;, Town Hall</meetinglocation>"
        f"<iswebcast>False</iswebcast><agendaid>{held.key}</agendaid><agendapublished>{held.published}</agendapublished>"
        f"<decisionpublished>False</decisionpublished><minutepublished>{held.minutes}</minutepublished>"
        f"<agendaitems>{rows}</agendaitems><attendees><attendee membertype='1' name='Cllr A'/></attendees></meeting>"
    )


def _is_of(paper: Paper, item: int) -> bool:
    return not paper.listed_kind and paper.item == item


def _item(held: Held, number: int, title: str, shown: str, papers: Any) -> str:
    documents = "".join(_linked(held, paper) for paper in papers)
    return (
        f"<agendaitem><agendaitemid>{held.key}{number}</agendaitemid><agendaitemtitle>{title}</agendaitemtitle>"
        f"<agendatext>&lt;p&gt;The committee&amp;#39;s item&lt;/p&gt;</agendatext>"
        f"<agendaitemnumber>{number + 3 if number else 0}</agendaitemnumber>"
        f"<fulldisplaynumberformat>{shown or EMPTY}</fulldisplaynumberformat>"
        f"<isrestricted>{number in held.restricted_items}</isrestricted><isdisplayallowed>True</isdisplayallowed>"
        f"<linkeddocuments>{documents or EMPTY}</linkeddocuments></agendaitem>"
    )


def _linked(held: Held, paper: Paper) -> str:
    own = f"mgConvert2PDF.aspx?ID={paper.key}"
    url = "https://elsewhere.example/webcast" if paper.external else paper.address or own
    return (
        f"<linkeddoc><attachmentid>{paper.key}</attachmentid><title>{html.escape(paper.title)}</title>"
        f"<isurl>{paper.external}</isurl><url>{url}</url><isrestricted>{paper.restricted}</isrestricted>"
        f"<restrictionsRef>{'3' if paper.restricted else EMPTY}</restrictionsRef><itemnum>{paper.item}</itemnum>"
        f"<publicationdate>{paper.published}</publicationdate><meetingdate>{held.day:%d/%m/%Y}</meetingdate>"
        f"<isdecisionattachment>False</isdecisionattachment></linkeddoc>"
    )


def page(held: Held) -> str:
    """The page of a meeting, with links to what the site puts together, and to much else."""
    links = "".join(
        f'<li><a href="{html.escape(held.printed(paper))}">{html.escape(paper.title)} PDF 2 MB</a></li>'
        for paper in held.papers
        if paper.listed_kind
    )
    other = f'<a href="{BASE}/documents/g1/Public%20reports%20pack%20Other.pdf?T=10">Another meeting</a>'
    return f"<!DOCTYPE html><html><body><ul>{links}</ul>{other}<a href='javascript:void(0)'>Menu</a></body></html>"


def changed(paper: Paper, words: str) -> Paper:
    """The paper as the council replaces it, under the same number."""
    return replace(paper, body=pdf_bytes(words), version=paper.version + 1)
