"""OParl: a site that gives its meetings by the OParl interface (JSON) as a source.

Organisations are the bodies. What is deleted or not public is left out. Lists come in pages, each naming the next.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from corpus.errors import SourceTrouble
from corpus.pull.records import Body, Detail, Document, Kind, Sitting
from corpus.pull.values import day, plain
from corpus.pull.web import Web

Object = Mapping[str, Any]
MOST_PAGES = 10_000
WHOLE = (("invitation", Kind.AGENDA), ("resultsProtocol", Kind.MINUTES), ("verbatimProtocol", Kind.MINUTES))
"""The documents of a whole meeting, by the names of their fields."""


class Oparl:
    """The site, by the address of its body or of its system."""

    name = "oparl"

    def __init__(self, web: Web, address: str) -> None:
        """Takes the address of an oparl:Body, or of an oparl:System whose first body is taken."""
        self._web = web
        self.address = address.strip()
        self._body: Object | None = None
        self._meetings: list[Object] | None = None

    def bodies(self) -> Sequence[Body]:
        """The organisations of the body that are committees, councils or the like: all that have meetings."""
        organisations = self._list(_text(self._top(), "organization"))
        return tuple(
            Body(_text(one, "id"), plain(_text(one, "name")) or plain(_text(one, "shortName")), not one.get("endDate"))
            for one in organisations
            if _text(one, "id") and not one.get("deleted")
        )

    def sittings(self, body: Body, since: date, until: date) -> Sequence[Sitting]:
        """The meetings of an organisation between two days."""
        if self._meetings is None:
            self._meetings = list(self._list(_text(self._top(), "meeting")))
        own = [one for one in self._meetings if _first(one.get("organization")) == body.key and not one.get("deleted")]
        sittings = [_sitting(one, body) for one in own]
        return [one for one in sittings if one.held_on is None or since <= one.held_on <= until]

    def detail(self, sitting: Sitting) -> Detail:
        """A meeting with its files and those of its public agenda items."""
        meeting = self._web.read(sitting.key, _object)
        if meeting.get("deleted"):
            return Detail(sitting)
        found: dict[str, Document] = {}
        restricted: set[str] = set()
        for document, public in _documents(meeting):
            if not public:
                restricted.add(document.key)
            elif document.address:
                found.setdefault(document.key, document)
        documents = tuple(one for key, one in found.items() if key not in restricted)
        ours = tuple(one for one in documents if self._web.is_ours(one.address))
        unfinished = not any(one.kind is Kind.MINUTES for one in documents)
        elsewhere = len(documents) - len(ours)
        return Detail(_sitting(meeting, sitting.body), ours, frozenset(restricted), unfinished, elsewhere)

    def _top(self) -> Object:
        """The oparl:Body."""
        if self._body is None:
            top = self._web.read(self.address, _object)
            if "System" in _text(top, "type"):
                top = next(self._list(_text(top, "body")), {})
            if not (_text(top, "meeting") and _text(top, "organization")):
                raise SourceTrouble("This is no OParl body: it names no lists of organisations and meetings.")
            self._body = top
        return self._body

    def _list(self, address: str) -> Iterator[Object]:
        """The objects of a list, page after page."""
        seen: set[str] = set()
        while address and address not in seen and len(seen) < MOST_PAGES:
            seen.add(address)
            page = self._web.read(address, _object)
            if not isinstance(page.get("data"), list):
                raise SourceTrouble("The answer is no OParl list: it has no data.")
            yield from (one for one in page["data"] if isinstance(one, dict))
            links = page.get("links")
            address = _text(links, "next") if isinstance(links, dict) else ""


def _object(body: bytes) -> Object:
    """The object in an answer; raises SourceTrouble for anything else."""
    try:
        found = json.loads(body)
    except ValueError as exc:
        raise SourceTrouble("The answer is not whole: it cannot be read as JSON.") from exc
    if not isinstance(found, dict):
        raise SourceTrouble("The answer is no OParl object.")
    return found


def _sitting(meeting: Object, body: Body) -> Sitting:
    start, place = _text(meeting, "start"), meeting.get("location")
    words = f"{start}\n{_text(meeting, 'modified')}\n{_text(meeting, 'meetingState')}\n{meeting.get('cancelled')}"
    return Sitting(
        key=_text(meeting, "id"),
        body=body,
        held_on=day(start),
        time=start[11:16],
        status="Cancelled" if meeting.get("cancelled") else plain(_text(meeting, "meetingState")),
        venue=plain(_text(place, "description")) if isinstance(place, dict) else "",
        listed=hashlib.sha256(words.encode()).hexdigest()[:16],
    )


def _documents(meeting: Object) -> Iterator[tuple[Document, bool]]:
    """The files of a meeting, and whether the item that each belongs to is public."""
    for field, kind in WHOLE:
        for file in _files(meeting.get(field)):
            yield _document(file, kind), True
    for file in _files(meeting.get("auxiliaryFile")):
        yield _document(file, Kind.OTHER), True
    for item in meeting.get("agendaItem") or ():
        if not isinstance(item, dict) or item.get("deleted"):
            continue
        public = item.get("public") is not False
        for field, kind in (("auxiliaryFile", Kind.REPORT), ("resolutionFile", Kind.DECISION)):
            for file in _files(item.get(field)):
                yield _document(file, kind, _text(item, "number"), plain(_text(item, "name"))), public


def _document(file: Object, kind: Kind, number: str = "", item: str = "") -> Document:
    return Document(
        key=_text(file, "id"),
        title=plain(_text(file, "name")) or _text(file, "fileName"),
        address=_text(file, "downloadUrl") or _text(file, "accessUrl"),
        kind=kind,
        number=number.strip(". "),
        item=item,
        published=day(_text(file, "date")),
        stated=_text(file, "sha512Checksum") or _text(file, "sha1Checksum") or _text(file, "modified"),
    )


def _files(value: object) -> Iterator[Object]:
    """The files in a field: one or a list of them, without those that are deleted."""
    for one in value if isinstance(value, list) else (value,):
        if isinstance(one, dict) and _text(one, "id") and not one.get("deleted"):
            yield one


def _first(value: object) -> str:
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, str) else ""


def _text(entry: Object, name: str) -> str:
    found = entry.get(name)
    return found.strip() if isinstance(found, str) else ""
