"""WebFolder: a web page that lists papers, and the folders below it, as a source.

Such a page says nothing of meetings, so the papers themselves must. It is also the way to the papers of a council whose
system has no service.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from corpus.errors import SourceTrouble
from corpus.folder import SUFFIXES
from corpus.pull.records import Body, Detail, Document, Kind, Sitting
from corpus.pull.sources.answers import links_in
from corpus.pull.web import Web

MOST_FOLDERS = 2000
PAGES = (".html", ".htm")
"""Web pages among the papers are not fetched: most of them are the site's own pages."""


class WebFolder:
    """The page and the folders below it. `whole` takes the papers that the page links to, wherever on the site."""

    name = "web-folder"

    def __init__(self, web: Web, address: str) -> None:
        """Takes the address of the page."""
        self._web = web
        self.address = address.partition("#")[0].strip()
        self._links: dict[str, list[tuple[str, str]]] = {}

    def bodies(self) -> Sequence[Body]:
        """The folders, each as a body without a name; a folder that cannot be read is met again in `sittings`."""
        waiting, found = [self.address], dict[str, Body]()
        while waiting and len(found) < MOST_FOLDERS:
            address = waiting.pop(0)
            if address in found:
                continue
            found[address] = Body(address, self._path(address))
            try:
                waiting += self._folders(address)
            except SourceTrouble:
                if address == self.address:
                    raise
        return tuple(found.values())

    def sittings(self, body: Body, since: date, until: date) -> Sequence[Sitting]:
        """The one sitting that stands for all papers of a folder."""
        return (Sitting(key=body.key, body=Body(body.key, ""), folder=self._path(body.key)),)

    def detail(self, sitting: Sitting) -> Detail:
        """The papers that the page of a folder links to; it is never finished."""
        papers: dict[str, Document] = {}
        for address, _ in self._read(sitting.key):
            if not self._web.is_ours(address):
                continue
            path = PurePosixPath(unquote(urlsplit(address).path))
            if path.suffix.lower() in SUFFIXES and path.suffix.lower() not in PAGES:
                papers.setdefault(address, Document(address, path.stem, address, Kind.OTHER))
        return Detail(sitting, tuple(papers.values()), unfinished=True)

    def _folders(self, address: str) -> Iterator[str]:
        """The folders that a page lists right below it."""
        for target, _ in self._read(address):
            if not self._web.is_ours(target):
                continue
            below = urlsplit(target).path.removeprefix(urlsplit(address).path.rpartition("/")[0] + "/")
            inside = urlsplit(target).path != below and below.endswith("/") and below.count("/") == 1
            if inside and not urlsplit(target).query:
                yield target

    def _read(self, address: str) -> list[tuple[str, str]]:
        """The links of a page, read once a run."""
        if address not in self._links:
            self._links[address] = self._web.read(address, lambda body: _links_of(body, address))
        return self._links[address]

    def _path(self, address: str) -> str:
        """The folder of an address below the first page, "" for that page."""
        top = urlsplit(self.address).path.rpartition("/")[0] + "/"
        own = urlsplit(address).path.rpartition("/")[0] + "/"
        return unquote(own.removeprefix(top).strip("/")) if own.startswith(top) else ""


def _links_of(body: bytes, address: str) -> list[tuple[str, str]]:
    if b"</html" not in body.lower() and b"</body" not in body.lower():
        raise SourceTrouble("The page is not whole: its end is missing.")
    return links_in(body, address)
