"""Feed: the news of a follow as an Atom feed (RFC 4287)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time
from xml.etree import ElementTree

from app.alerts.letters import headline, named, said_of
from app.alerts.newsroom import Alert
from app.answers.escaping import readable, visible
from app.saved.follows import Following
from indexer.passages.passage import Passage

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml; charset=utf-8"

Link = Callable[[Alert], str]
"""The address of the page on which the quote of an alert stands."""


def feed_of(following: Following, alerts: Sequence[Alert], own: str, link: Link) -> bytes:
    """The feed; `own` is its own address."""
    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(f"{{{ATOM}}}feed")
    _put(feed, "id", f"urn:board-papers:{hashlib.sha256(following.id.encode()).hexdigest()[:32]}")
    _put(feed, "title", f"Board Papers: {named(following.follow)}")
    _put(feed, "updated", max((_moment(one) for one in alerts), default=_iso(following.made)))
    _put(feed, "author").append(_with("name", "Board Papers"))
    _put(feed, "link", rel="self", href=own)
    for alert in alerts:
        entry = _put(feed, "entry")
        _put(entry, "id", f"urn:board-papers:{alert.id}")
        _put(entry, "title", headline(alert))
        _put(entry, "updated", _moment(alert))
        _put(entry, "link", rel="alternate", href=link(alert))
        _put(entry, "content", said_of(alert), type="text")
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _moment(alert: Alert) -> str:
    """When it was first there; for what was there before anybody looked, the day of its meeting."""
    passage: Passage = alert.citation.passage
    held_on = passage.section.meeting.held_on
    if alert.at or held_on is None:
        return _iso(alert.at)
    return datetime.combine(held_on, time(), UTC).isoformat()


def _iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _put(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    own = _with(name, text, **attributes)
    parent.append(own)
    return own


def _with(name: str, text: str, **attributes: str) -> ElementTree.Element:
    element = ElementTree.Element(f"{{{ATOM}}}{name}", attributes)
    element.text = readable(text) if name == "content" else visible(text)
    return element
