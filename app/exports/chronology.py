"""chronology_document: a chronology as a document for a scrutiny report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.answers.documents import Document, Heading, Item
from app.matters.chronology import Chronology
from app.matters.promises import Promise, promise_text, promised_at
from app.matters.steps import sitting, step_lead, step_text
from corpus.papers import Meeting

STANDS, STEPS = "Where it stands", "Steps, in date order"
PROMISES = "Promises, and what happened"
WHAT_STATES_MEAN = (
    "“Done” means that a later log or minute says so. “Taken up again” means that a later paper is about it: check "
    "whether it keeps the promise. “Late” means that its day has passed and we found no later paper about it."
)
GAPS = "Meetings whose minutes we do not have"


def chronology_document(
    chronology: Chronology, standing: Sequence[Item] = (), gaps: Sequence[Meeting] = ()
) -> Document:
    """Where the matter stands, the steps in date order, the promises, each with its sources, and what is missing."""
    opening: tuple[Heading | Item, ...] = (Heading(STANDS), *standing, Heading(STEPS)) if standing else ()
    missing = [Item(text=sitting(one, whose=chronology.mixed)) for one in gaps]
    ending: tuple[Heading | Item, ...] = (Heading(GAPS), *missing) if missing else ()
    return Document(f"Chronology: {chronology.topic}", (*opening, *_parts(chronology), *ending))


def _parts(chronology: Chronology) -> Iterator[Heading | Item]:
    if not chronology.steps:
        yield Item(text="We found nothing about this in the papers.")
    for step in chronology.steps:
        yield Item(step_lead(step, whose=chronology.mixed), step_text(step), step.citations)
    if chronology.promises:
        yield Heading(PROMISES)
        yield Item(text=WHAT_STATES_MEAN)
        yield from (_promised(one, whose=chronology.mixed) for one in chronology.promises)


def _promised(promise: Promise, *, whose: bool) -> Item:
    text = f"{promise.state.value}. {promise_text(promise, whose=whose)}".strip()
    later = (promise.later,) if promise.later else ()
    return Item(promised_at(promise, whose=whose), text, (promise.citation, *later))
