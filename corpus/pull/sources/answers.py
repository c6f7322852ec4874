"""Answers: what a Modern.Gov service and its pages say, as records.

Everything is stripped: counts have spaces before them, empty elements hold a line break. What is restricted, or not
meant to be displayed, is left out here, so that neither its title nor its address goes any further.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import parse_qs, unquote, urljoin, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from corpus.errors import SourceTrouble
from corpus.pull.records import Body, Detail, Document, Kind, Sitting
from corpus.pull.values import day, is_false, is_true, number, plain

CONTROLS = bytes(range(0x20)).translate(None, b"\t\n\r")
"""Characters that Word leaves in a text and XML does not allow."""

PRINTED = re.compile(r"/documents/(?P<letter>[gb])(?P<id>\d+)/", re.I)
"""A document that the site put together itself: g for what belongs to a meeting, b for a supplement to it."""

KINDS = {
    "0": Kind.AGENDA,
    "1": Kind.MINUTES,
    "2": Kind.DECISION,
    "9": Kind.SUPPLEMENT,
    "10": Kind.PACK,
}
"""The kinds of these documents, by the number that stands behind T= in their address."""

NAMED = (
    (Kind.PACK, ("reports pack", "agenda pack", "public pack")),
    (Kind.MINUTES, ("minutes",)),
    (Kind.DECISION, ("decisions",)),
    (Kind.SUPPLEMENT, ("supplement", "to follow", "addendum")),
    (Kind.AGENDA, ("agenda", "frontsheet")),
)
"""The same by words of their names, for addresses without that number."""

NOT_PUBLIC = ("private", "restricted", "exempt", "confidential", "part ii", "part 2 ")
"""Words in the name of a printed pack that is not meant for the public."""


def tree_of(body: bytes, root: str) -> Element:
    """The answer as a tree whose root has this name; raises SourceTrouble for a web page, a torso or another answer."""
    start = body[:300].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if b"<!doctype" in start or b"<html" in start:
        raise SourceTrouble("A web page came in place of data: the service may be switched off, or its site is down.")
    try:
        tree = ElementTree.fromstring(body.translate(None, CONTROLS))
        if _name(tree) == "string":  # the same answer, wrapped as text
            tree = ElementTree.fromstring(tree.text or "")
    except ElementTree.ParseError as exc:
        raise SourceTrouble("The answer is not whole: it cannot be read as XML.") from exc
    if _name(tree) != root:
        raise SourceTrouble(f"The answer is about something else ({_name(tree)[:40]} in place of {root}).")
    return tree


def bodies_in(body: bytes) -> tuple[Body, ...]:
    """The committees of a site, those that were wound up among them: history lives there."""
    tree = tree_of(body, "committees")
    found = tuple(
        Body(
            key=_text(entry, "committeeid"),
            name=plain(_text(entry, "committeetitle")),
            active=not (is_true(_text(entry, "committeeexpired")) or is_true(_text(entry, "committeedeleted"))),
        )
        for entry in _all(tree, "committee")
    )
    _agree(_text(tree, "committeescount"), len(found), "committees")
    return tuple(one for one in found if one.key and one.name)


def sittings_in(body: bytes, of: Body) -> tuple[Sitting, ...]:
    """The meetings of one committee."""
    tree = tree_of(body, "getmeetings")
    found = []
    for committee in _all(tree, "committee"):
        if _text(committee, "committeeid") != of.key:
            continue
        own = [_sitting(entry, of) for entry in _all(committee, "meeting")]
        _agree(_text(committee, "committeemeetingcount"), len(own), "meetings")
        found += own
    return tuple(one for one in found if one.key)


def _sitting(entry: Element, of: Body) -> Sitting:
    words = [_text(entry, name) for name in ("meetingdate", "meetingtime", "meetingstatus")]
    listed = hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]
    return Sitting(_text(entry, "meetingid"), of, day(words[0]), plain(words[1]), plain(words[2]), listed=listed)


def detail_in(body: bytes, of: Sitting, base: str) -> Detail:
    """A meeting with the documents of its items that the public may read; `base` completes their addresses."""
    tree = tree_of(body, "meeting")
    if _text(tree, "meetingid") != of.key:
        raise SourceTrouble("The answer is about another meeting.")
    closed = is_false(_text(tree, "isdisplayallowed")) or is_false(_text(tree, "agendapublished"))
    documents, restricted, elsewhere = [], set(), 0
    for item, entry in _linked(tree):
        key = f"a{_text(entry, 'attachmentid')}"
        if closed or not _is_public(item, entry):
            restricted.add(key)
        elif is_true(_text(entry, "isurl")):
            elsewhere += 1
        else:
            documents.append(_document(key, item, entry, base))
    open_documents = tuple(one for one in documents if one.key not in restricted and one.address)
    unfinished = not is_true(_text(tree, "minutepublished"))
    return Detail(_sitting_in(tree, of), open_documents, frozenset(restricted), unfinished, elsewhere, closed)


def _sitting_in(tree: Element, of: Sitting) -> Sitting:
    """The meeting with what only its own answer says of it."""
    return replace(
        of,
        held_on=day(_text(tree, "meetingdate")) or of.held_on,
        time=plain(_text(tree, "meetingtime")) or of.time,
        status=plain(_text(tree, "meetingstatus")) or of.status,
        venue=plain(_text(tree, "meetinglocation")),
    )


def _linked(tree: Element) -> Iterator[tuple[Element | None, Element]]:
    """Each document of a meeting with the item that it belongs to, None for the meeting as a whole."""
    for item in _all(_child(tree, "agendaitems"), "agendaitem"):
        yield from ((item, entry) for entry in _all(_child(item, "linkeddocuments"), "linkeddoc"))
    yield from ((None, entry) for entry in _all(_child(tree, "linkeddocuments"), "linkeddoc"))


def _is_public(item: Element | None, entry: Element) -> bool:
    """True where neither the document nor its item is marked as restricted or as not to be displayed."""
    marked = is_true(_text(entry, "isrestricted")) or bool(_text(entry, "restrictionsRef"))
    if item is None or marked:
        return not marked
    return not is_true(_text(item, "isrestricted")) and not is_false(_text(item, "isdisplayallowed"))


def _document(key: str, item: Element | None, entry: Element, base: str) -> Document:
    title = plain(_text(entry, "title"))
    return Document(
        key=key,
        title=title,
        address=_joined(f"{base}/", plain(_text(entry, "url"))),
        kind=Kind.DECISION if is_true(_text(entry, "isdecisionattachment")) else Kind.REPORT,
        number=plain(_text(item, "fulldisplaynumberformat")).rstrip(". "),  # not the agendaitemnumber: that differs
        item=plain(_text(item, "agendaitemtitle")),
        published=day(_text(entry, "publicationdate")),
    )


def _joined(base: str, address: str) -> str:
    """The whole address; one that is none stays as it is, and is said not to be on the site when it is asked for."""
    try:
        return urljoin(base, address) if address else ""
    except ValueError:
        return address


class _Links(HTMLParser):
    """Collects the links of a page with their words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []
        self._inside: str | None = None
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._inside, self._words = dict(attrs).get("href") or "", []

    def handle_data(self, data: str) -> None:
        if self._inside is not None:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._inside:
            self.found.append((self._inside, " ".join("".join(self._words).split())))
            self._inside = None


def links_in(body: bytes, address: str) -> list[tuple[str, str]]:
    """The links of a web page in order: whole address without what stands behind #, and words."""
    reader = _Links()
    reader.feed(body.decode("utf-8", "replace"))
    reader.close()
    return [(_joined(address, target.strip()).partition("#")[0], words) for target, words in reader.found]


def printed_in(body: bytes, address: str, meeting: str) -> Iterator[Document]:
    """The documents that the page of a meeting offers as a whole: agenda, pack, supplements, minutes, decisions."""
    if b"<" not in body[:1000]:
        raise SourceTrouble("The page of the meeting cannot be read.")
    seen: set[str] = set()
    for target, words in links_in(body, address):
        match = PRINTED.search(target)
        if match is None or (match["letter"].lower() == "g" and match["id"] != meeting):
            continue
        parts = urlsplit(target)
        name = unquote(parts.path.rpartition("/")[2]).removesuffix(".pdf")
        said = f"{name} {words} ".casefold()
        if any(word in said for word in NOT_PUBLIC):
            continue
        kind = _kind_of(parse_qs(parts.query).get("T", [""])[0], said)
        key = f"{match['letter'].lower()}{match['id']}-{kind.value}"
        if kind is not Kind.OTHER and key not in seen:
            seen.add(key)
            yield Document(key=key, title=name, address=target, kind=kind)


def _kind_of(number_in_address: str, said: str) -> Kind:
    named = (kind for kind, words in NAMED if any(word in said for word in words))
    return KINDS.get(number_in_address) or next(named, Kind.OTHER)


def _agree(count: str, found: int, what: str) -> None:
    """Raises SourceTrouble where an answer says how many there are, and has another number of them."""
    said = number(count)
    if said is not None and said != found:
        raise SourceTrouble(f"The answer is not whole: it has {found} of {said} {what}.")


def _name(entry: Element) -> str:
    return entry.tag.rpartition("}")[2].casefold()


def _child(entry: Element, name: str) -> Element | None:
    return next((one for one in entry if _name(one) == name.casefold()), None)


def _all(entry: Element | None, name: str) -> Iterator[Element]:
    """The elements of a name, which stand in the element itself or in the list that is made for them."""
    if entry is None:
        return
    for one in entry:
        if _name(one) == name:
            yield one
        elif _name(one) in (f"{name}s", f"committee{name}s"):
            yield from _all(one, name)


def _text(entry: Element | None, name: str) -> str:
    found = None if entry is None else _child(entry, name)
    return ((found.text if found is not None else "") or "").strip()
