"""The command `digest`: what is due is sent by e-mail, once or on a schedule."""

from __future__ import annotations

import argparse
import logging
import time
from collections.abc import Callable, Iterator

from app.alerts.digest import send_due
from app.alerts.newsroom import Newsroom, Papers
from app.answers.phrases import counted
from app.saved.served import follows_of
from corpus.errors import BoardPapersError, WrongInput
from corpus.pull.intervals import interval
from corpus.settings import Settings

log = logging.getLogger(__name__)


def add_digest(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Adds the command and gives its parser."""
    digest = commands.add_parser("digest", help="send by e-mail what is new for those who follow something")
    digest.add_argument("--every", type=interval, metavar="1h", help="again after as long as this, until stopped")
    return digest


def digest_lines(
    options: argparse.Namespace,
    settings: Settings,
    papers: Papers,
    *,
    wait: Callable[[float], None] = time.sleep,
) -> Iterator[str]:
    """Sends what is due, and says how much; on a schedule a server that cannot be used is tried again at the next turn.

    Raises WrongInput where no mail server is set.
    """
    if not settings.mail.server:
        raise WrongInput("BOARD_PAPERS_MAIL names no mail server.", hint="docs/connect.md says how to set one.")
    newsroom = Newsroom(lambda: papers, follows_of(settings))
    while True:
        try:
            sent = send_due(newsroom, settings.mail)
            refused = f", {counted(sent.refused, 'address', 'addresses')} refused" if sent.refused else ""
            yield f"{counted(sent.messages, 'message')} sent, {sent.without_news} due without news{refused}."
        except BoardPapersError as error:
            if not options.every:
                raise
            yield f"Not sent: {error} The next turn tries again."
        if not options.every:
            return
        wait(options.every)
