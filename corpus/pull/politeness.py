"""Politeness: who we say we are, how long we pause, what robots.txt allows, how often we try again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.robotparser import RobotFileParser

from corpus.errors import SourceRefused

AGENT = "board-papers"
"""The name that robots.txt may give rules for."""

LONGEST_CRAWL_DELAY = 60.0
"""Seconds between two requests that a robots.txt may ask for; a site that asks for more wants no visitors."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How a site is asked: all in seconds, but `tries`.

    `pause` is kept between the end of one request and the beginning of the next. A site that is slow gets `patience`
    for each piece of an answer and `whole` for all of it: councils' own servers can take a minute to begin. What it
    asks for in Retry-After is waited for up to `longest_wait`; a longer wait ends the run.
    """

    contact: str = ""
    pause: float = 1.0
    patience: float = 60.0
    whole: float = 900.0
    tries: int = 3
    between_tries: float = 10.0
    longest_wait: float = 900.0

    @property
    def user_agent(self) -> str:
        """The name that we give with each request, with whom to write to."""
        return f"{AGENT}/1.0 (reads published council papers; contact: {self.contact or 'not given'})"


class Rules:
    """What a robots.txt allows us; without one, everything."""

    def __init__(self, text: str = "") -> None:
        """Takes the text of the file."""
        self._rules = RobotFileParser()
        self._rules.parse(text.splitlines())

    def check(self, address: str) -> None:
        """Raises SourceRefused where the address must not be asked for."""
        if not self._rules.can_fetch(AGENT, address):
            raise SourceRefused(
                f"The robots.txt of the site does not allow programs to read {address}.",
                hint="Ask the council to allow 'board-papers', or save the papers by hand.",
            )

    def pause(self, wanted: float) -> float:
        """The pause between two requests: ours, or the site's where that is longer. Raises SourceRefused."""
        asked = self._rules.crawl_delay(AGENT)
        if asked is None:
            return wanted
        if float(asked) > LONGEST_CRAWL_DELAY:
            raise SourceRefused(f"The robots.txt of the site asks for {asked} seconds between requests.")
        return max(wanted, float(asked))


def wait_asked_for(header: str, now: datetime | None = None) -> float | None:
    """The seconds that a Retry-After asks for, as a number or as a date; None where it says neither."""
    text = header.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - (now or datetime.now(UTC))).total_seconds())
