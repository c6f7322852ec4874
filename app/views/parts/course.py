"""Course: what happened with a matter - where it stands, its steps, its promises, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from app.answers.answer import Citation
from app.answers.documents import Document, Item
from app.answers.escaping import plain, readable, visible
from app.answers.phrases import figured
from app.answers.wording import joined, short_day
from app.exports import chronology_document, course_to_word
from app.exports.chronology import GAPS, PROMISES, WHAT_STATES_MEAN
from app.matters.chronology import Chronology
from app.matters.promises import promise_text, promised_at, promises_in_words
from app.matters.steps import sitting, step_text
from app.saved.follows import Follow
from app.views.parts.downloads import offer_downloads
from app.views.parts.follows.following import offer_follow
from app.views.parts.rows import cut
from app.views.parts.source import show_source
from app.views.session.desk import Desk
from app.views.session.opened import Reading, beside
from app.views.widgets.announcer import announce
from app.views.widgets.table import show_table
from app.views.widgets.timeline import show_timeline
from app.views.widgets.words import numbered_citations, show_document
from corpus.papers import Meeting

STEP_COLUMNS = ("Step", "Date", "Committee", "Item", "What the papers say")
PROMISE_COLUMNS = ("What was promised", "Promised at", "State", "What happened")

LONGEST = 300
"""Characters of a quote in the list; opening the step shows the page with all of it."""


@dataclass(frozen=True, slots=True)
class Course:
    """What is shown of a matter: `standing` says where it stands, `gaps` are meetings whose minutes we do not have."""

    title: str
    chronology: Chronology
    standing: Sequence[Item] = ()
    gaps: Sequence[Meeting] = ()


def show_course(desk: Desk, course: Course, follow: Follow, reading: Reading) -> None:
    """Draws it, with a button to follow it, and the source that is open beside it."""
    chronology = course.chronology
    reading.steps = _sources(course)
    _summary(desk, course)
    offer_follow(desk, follow, "trace")
    with beside("trace") as right:
        _standing(course, reading)
        _steps(chronology, reading)
        _promises(chronology, reading)
        if course.gaps:
            st.subheader(GAPS, anchor=False)
            st.text("\n".join(visible(sitting(meeting, whose=chronology.mixed)) for meeting in course.gaps))
        with right:
            show_source(desk, reading)
    if reading.opened:
        announce("The page of the step is open.", source=reading.mark)
    else:
        announce(f"{figured(len(chronology.steps), 'step')}.")


def _document(course: Course) -> Document:
    """Where the matter stands: our words, then each quote set apart."""
    parts = [
        part
        for item in course.standing
        for part in (Item(text=item.lead), *(Item(citations=(c,)) for c in item.citations))
    ]
    return Document(course.title, tuple(parts))


def _sources(course: Course) -> list[tuple[str, Citation]]:
    """Every source of the page in its order, each with the name of what opens it."""
    steps, promises = course.chronology.steps, course.chronology.promises
    found = [(str(one.number), one) for one in numbered_citations(_document(course))]
    found += [(f"step-{number}", step.citations[0]) for number, step in enumerate(steps)]
    for number, promise in enumerate(promises):
        found.append((f"promise-{number}", promise.citation))
        found += [(f"promise-{number}-later", promise.later)] if promise.later else []
    return [(name, replace(one, number=number)) for number, (name, one) in enumerate(found, 1)]


def _open(name: str, reading: Reading) -> None:
    reading.open(name, dict(reading.steps)[name])


def _summary(desk: Desk, course: Course) -> None:
    chronology = course.chronology
    said = joined(figured(len(chronology.steps), "step"), promises_in_words(chronology.promises))
    document = chronology_document(chronology, course.standing, course.gaps)
    word = partial(course_to_word, chronology, course.standing, course.gaps)
    offer_downloads(desk, said, "chronology", document, word=word)


def _standing(course: Course, reading: Reading) -> None:
    """Where the matter stands, above its steps; each number opens its page."""
    if course.standing:
        st.header(plain(course.title), anchor=False)
        opened = reading.opened.button if reading.opened else ""
        show_document(
            _document(course), key="words-standing", opened=opened, on_open=lambda name, _: _open(name, reading)
        )


def _steps(chronology: Chronology, reading: Reading) -> None:
    steps = chronology.steps
    names = [f"step-{number}" for number in range(len(steps))]

    def open_step(number: int) -> None:
        _open(names[number], reading)

    chosen = reading.row_of(names)
    show_timeline(steps, selected=chosen, on_open=open_step)
    rows = [
        [
            step.did.capitalize(),
            short_day(step.held_on) or "not stated",
            visible(_body(step.meeting, whose=chronology.mixed)),
            visible(step_text(step)),
            cut(visible(" / ".join(citation.quote for citation in step.citations)), LONGEST),
        ]
        for step in steps
    ]
    show_table("Steps, in date order", STEP_COLUMNS, rows, key="steps", selected=chosen, on_open=open_step)


def _promises(chronology: Chronology, reading: Reading) -> None:
    promises, whose = chronology.promises, chronology.mixed
    if not promises:
        return
    st.subheader(PROMISES, anchor=False)
    st.text(WHAT_STATES_MEAN)
    names = [f"promise-{number}" for number in range(len(promises))]
    rows = [
        [
            cut(visible(one.citation.quote), LONGEST),
            visible(promised_at(one, whose=whose)),
            one.state.value,
            readable(promise_text(one, whose=whose)),
        ]
        for one in promises
    ]
    show_table(
        PROMISES,
        PROMISE_COLUMNS,
        rows,
        key="promises",
        selected=reading.row_of(names),
        on_open=lambda number: _open(names[number], reading),
    )


def _body(meeting: Meeting, *, whose: bool) -> str:
    return joined(meeting.organisation if whose or not meeting.body else "", meeting.body)
