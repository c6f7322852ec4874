"""To come: what was put off or promised, and is not settled as far as the papers go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from app.answers.citations import bare
from app.answers.documents import Heading, Item
from app.answers.escaping import shorten
from app.answers.phrases import in_a_sentence
from app.matters.promises import Promise, promised_at
from app.matters.steps import DECISIONS, Step, StepKind, newest_first, step_lead, step_text
from app.matters.undertakings.own_words import own_words

LONGEST_PROMISE = 160
MOST_QUOTES = 2

PUT_OFF = (StepKind.DEFERRED, StepKind.REFERRED)


def to_come(
    steps: Sequence[Step], recent: Sequence[Step], promises: Iterable[Promise], planned: Sequence[Item]
) -> Iterator[Heading | Item]:
    """What is planned, what was postponed and has not come back under its title, and promises that are still open."""
    since = min((one.held_on for one in recent if one.held_on), default=date.min)
    # "Deferred in March" and "agreed in May" under one title: nothing is left to come.
    put_off = [one for one in recent if _is_put_off(one) and not any(_settles(later, one) for later in steps)]
    found = [*planned, *map(_told, sorted(put_off, key=newest_first)), *map(_to_come, reversed(_open(promises, since)))]
    yield Heading("Still to come")
    yield from found or [Item(text="We found nothing that is still to come.")]


def _open(promises: Iterable[Promise], since: date) -> list[Promise]:
    """The promises of meetings from a day on that are still open."""
    return [one for one in promises if one.is_open and one.meeting.held_on and one.meeting.held_on >= since]


def _is_put_off(step: Step) -> bool:
    """Whether a step leaves its matter to come back; a motion that was withdrawn does not."""
    return step.kind in PUT_OFF and step.said != "withdrawn"


def _settles(later: Step, step: Step) -> bool:
    """Whether a later step decides what stood under the same title."""
    if later.kind not in DECISIONS or not later.held_on or not step.held_on or later.held_on <= step.held_on:
        return False
    one, other = bare(later.title), bare(step.title)
    # "Tide Mill working group" comes back as "Tide Mill: report of the working group".
    return one in other or other in one or own_words(step.title) <= own_words(later.title)


def _to_come(promise: Promise) -> Item:
    """A promise that is open, in its words, and by when."""
    due = f" Due: {promise.deadline}." if promise.deadline else ""
    said = f"A log says: \u201c{promise.later.quote}\u201d" if promise.later else f"{promise.state.value}."
    words = f"\u201c{shorten(promise.citation.quote, LONGEST_PROMISE)}\u201d{due} {said}"
    later = (promise.later,) if promise.later else ()
    return Item(promised_at(promise), words, (promise.citation, *later))


def _told(step: Step) -> Item:
    return Item(step_lead(step), in_a_sentence(step_text(step)), step.citations[:MOST_QUOTES])
