"""chronology_document: a chronology as a document for a scrutiny report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.answers.documents import Document, Heading, Item
from app.matters.chronology import Chronology
from app.matters.promises import Promise, promise_text
from app.matters.steps import sitting, step_lead, step_text

STANDS, STEPS = "Where it stands", "Steps, in date order"
KEPT = "Promises done, or mentioned in a later paper"
OPEN = "Promises still open: we found no later paper about them"
JUDGE = "A later paper covers the same subject. Check whether it keeps the promise."


def chronology_document(chronology: Chronology, standing: Sequence[Item] = ()) -> Document:
    """Where the matter stands, the steps in date order, then the promises, each with its sources."""
    opening: tuple[Heading | Item, ...] = (Heading(STANDS), *standing, Heading(STEPS)) if standing else ()
    return Document(f"Chronology: {chronology.topic}", (*opening, *_parts(chronology)))


def _parts(chronology: Chronology) -> Iterator[Heading | Item]:
    if not chronology.steps:
        yield Item(text="We found nothing about this in the papers.")
    for step in chronology.steps:
        yield Item(step_lead(step, whose=chronology.mixed), step_text(step), step.citations)
    if chronology.kept:
        yield Heading(KEPT)
        yield Item(text=JUDGE)
        yield from (_promised(one, whose=chronology.mixed) for one in chronology.kept)
    if chronology.open:
        yield Heading(OPEN)
        yield from (_promised(one, whose=chronology.mixed) for one in chronology.open)


def _promised(promise: Promise, *, whose: bool) -> Item:
    return Item(
        sitting(promise.meeting, whose=whose),
        promise_text(promise),
        (promise.citation, *(promise.later.citations[:1] if promise.later else ())),
    )
