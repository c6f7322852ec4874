"""ModernGov: a council's Modern.Gov site as a source, by its web service and the pages of its meetings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import quote, urlencode

from corpus.pull.records import Body, Detail, Document, Kind, Sitting
from corpus.pull.sources.answers import bodies_in, detail_in, printed_in, sittings_in
from corpus.pull.values import british
from corpus.pull.web import Web

SERVICE = "mgWebService.asmx"
PAGE = re.compile(r"/[^/]*\.as[mp]x(/.*)?$", re.I)
"""The end of an address that names one page of the site, or its service."""


def base_of(address: str) -> str:
    """The folder of the site in which the service lies, from the address of any page in it."""
    return PAGE.sub("", address.partition("?")[0].partition("#")[0].strip()).rstrip("/")


class ModernGov:
    """The site. `packs` takes each meeting's whole pack as well; otherwise only where its items have no documents."""

    name = "modern-gov"

    def __init__(self, web: Web, address: str, *, packs: bool = False) -> None:
        """Takes the address of the site or of any page in it."""
        self._web = web
        self._packs = packs
        self.address = base_of(address)

    def bodies(self) -> Sequence[Body]:
        """The committees of the council."""
        return self._web.read(self._method("GetCommittees"), bodies_in)

    def sittings(self, body: Body, since: date, until: date) -> Sequence[Sitting]:
        """The meetings of a committee between two days."""
        asked = self._method("GetMeetings", lCommitteeId=body.key, sFromDate=british(since), sToDate=british(until))
        return self._web.read(asked, lambda answer: sittings_in(answer, body))

    def detail(self, sitting: Sitting) -> Detail:
        """A meeting with the documents of its items, and those that its page offers as a whole."""
        asked = self._method("GetMeeting", lMeetingId=sitting.key)
        found = self._web.read(asked, lambda answer: detail_in(answer, sitting, self.address))
        if found.closed:
            return found
        page = f"{self.address}/ieListDocuments.aspx?CId={quote(sitting.body.key)}&MId={quote(sitting.key)}"
        printed = self._web.read(page, lambda answer: tuple(printed_in(answer, page, sitting.key)))
        return replace(found, documents=(*found.documents, *self._wanted(found.documents, printed)))

    def _wanted(self, own: Sequence[Document], printed: Sequence[Document]) -> list[Document]:
        """What the page offers besides the documents of the items, without the pack that has all of them again."""
        if self._packs or not own:
            return list(printed)
        return [one for one in printed if one.kind is not Kind.PACK]

    def _method(self, name: str, **values: str) -> str:
        return f"{self.address}/{SERVICE}/{name}?{urlencode(values)}"
