"""Digest: what is due, sent - one message to each address, and noted as sent only after the server has taken it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from app.alerts.letters import Told, digest_letter
from app.alerts.newsroom import Alert, Newsroom
from app.alerts.post import send
from app.connect.service import PAGE, PAPER
from app.saved.follows import Following
from corpus.errors import WrongInput
from corpus.mail_settings import MailSettings


@dataclass(frozen=True, slots=True)
class Sent:
    """How many messages went out, how many were due but have no news, how many the server did not take."""

    messages: int = 0
    without_news: int = 0
    refused: int = 0


def send_due(newsroom: Newsroom, mail: MailSettings) -> Sent:
    """Sends what is due; raises PostTrouble where the server cannot be used, and the next run tries again."""
    follows = newsroom.follows
    follows.purge()
    upto = newsroom.notice()
    due = {whose: _told(newsroom, own) for whose, own in follows.due().items()}
    letters = [told for told in due.values() if told]
    taken = [_sent(newsroom, mail, told, upto) for told in letters]
    return Sent(sum(taken), len(due) - len(letters), len(taken) - sum(taken))


def _sent(newsroom: Newsroom, mail: MailSettings, told: Told, upto: float) -> bool:
    """Sends one message; False where the server refuses the address, which is tried again when the next one is due."""
    letter = digest_letter(told, lambda one, alert: paper_address(one.home, alert), mail.sender)
    taken = send(letter, mail)
    newsroom.follows.sent({one.id: upto if taken else one.upto for one, _ in told})
    return taken


def _told(newsroom: Newsroom, own: Sequence[Following]) -> list[tuple[Following, Sequence[Alert]]]:
    """The follows of one address on which there is news."""
    return [(one, found) for one in own if (found := _found(newsroom, one))]


def _found(newsroom: Newsroom, one: Following) -> Sequence[Alert]:
    try:
        return newsroom.alerts(one.follow, one.upto)
    except WrongInput:
        return ()  # a topic whose words mean nothing in the papers as they are now


def paper_address(home: str, alert: Alert) -> str:
    """The address of the page on which a quote stands, below that of the pages."""
    file, page = alert.citation.passage.section.paper.file, alert.citation.page
    return f"{home}{PAPER}{quote(file, safe='')}" + (f"{PAGE}{page}" if page else "")
