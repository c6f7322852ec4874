"""Letters: the messages to somebody who follows something - to confirm the address, and what is new."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from email.utils import formatdate
from urllib.parse import quote

from app.alerts.newsroom import MOST, Alert
from app.answers.escaping import readable, shorten, visible
from app.answers.phrases import counted
from app.answers.sources import source_label
from app.answers.wording import joined
from app.saved.follows import Follow, Following, FollowKind

LONGEST_QUOTE = 600  # characters of a quote in a message; the link leads to all of it
LONGEST_SUBJECT = 80
CONFIRM, STOP = "/follow/confirm", "/follow/stop"
"""The addresses, below that of the pages, that confirm and end a follow."""

Told = Sequence[tuple[Following, Sequence[Alert]]]
Link = Callable[[Following, Alert], str]


def named(follow: Follow) -> str:
    """What is followed, in words."""
    return visible(joined(follow.name, follow.organisation if follow.organisation != follow.name else ""))


def headline(alert: Alert) -> str:
    """One line on what is new: "Decision: Ferry fares"."""
    return visible(f"{alert.lead}: {alert.title}" if alert.title else alert.lead)


def said_of(alert: Alert) -> str:
    """The quote and where it stands."""
    return f"“{readable(shorten(alert.citation.quote, LONGEST_QUOTE))}”\n{visible(source_label(alert.citation))}"


def to_confirm(following: Following, sender: str) -> EmailMessage:
    """The message that asks whether the address is right.

    Anybody can cause it to be sent, so it has no word that they wrote.
    """
    what = "a topic" if following.follow.kind is FollowKind.TOPIC else named(following.follow)
    lines = (
        f"Somebody, perhaps you, asked us to send news on {what} to this address.",
        f"To get it, open this page and confirm:\n{_address(following, CONFIRM)}",
        "If it was not you, do nothing: we will not write to you about this, and forget the address in two days.",
    )
    return _message(following, sender, "Confirm what you follow", "\n\n".join(lines), f"confirm-{following.id}")


def digest_letter(told: Told, link: Link, sender: str) -> EmailMessage:
    """The news of everything that one address follows, each with its quote, its page and its link."""
    first = told[0][0]
    parts = []
    for following, alerts in told:
        parts.append(f"{named(following.follow)}\n{'=' * min(60, len(named(following.follow)))}")
        parts += [f"{headline(one)}\n{said_of(one)}\n{link(following, one)}" for one in alerts]
        if len(alerts) == MOST:
            parts.append("There may be more: look at the pages.")
        parts.append(f"Stop news on this: {_address(following, STOP)}")
    parts.append(f"--\nStop all news to this address: {_address(first, STOP)}&all=1")
    count = sum(len(alerts) for _, alerts in told)
    subject = f"{counted(count, 'piece')} of news: " + "; ".join(named(one.follow) for one, _ in told)
    ids = " ".join(f"{one.id} {alert.id}" for one, alerts in told for alert in alerts)
    message = _message(first, sender, subject, "\n\n".join(parts), hashlib.sha256(ids.encode()).hexdigest()[:32])
    message["List-Unsubscribe"] = f"<{_address(first, STOP)}&all=1>"
    message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return message


def _message(following: Following, sender: str, subject: str, text: str, own: str) -> EmailMessage:
    """A message; the same news has the same Message-ID, so that a server can tell when it is sent twice."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = following.email
    message["Subject"] = shorten(visible(subject), LONGEST_SUBJECT)
    message["Date"] = formatdate()
    domain = sender.rpartition("@")[2].rstrip("> ")
    message["Message-ID"] = f"<{hashlib.sha256(own.encode()).hexdigest()[:32]}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text + "\n")
    return message


def _address(following: Following, path: str) -> str:
    return f"{following.home}{path}?key={quote(following.id, safe='')}"
