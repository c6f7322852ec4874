"""What a person has no right to see comes back from no question, and is counted by none."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_up_papers import CABINET, STAMP, axis, indexed

from corpus.papers import Meeting
from indexer.reading.pages import Page, PageState
from indexer.sections.section import Section, SectionKind
from indexer.store import PUBLIC, AnyStore, AnyWriter, Index, LocalIndex, Place, Right, Store, build_generation

SECRET = "Zanzibar"
HIDDEN = Meeting(f"{SECRET} Council", f"{SECRET} Board", CABINET.held_on)
ASKED_WITHOUT_A_RIGHT = {"close", "version", "labels", "reading", "stamp", "why_exact"}
"""What a Store says without a right: nothing of any paper."""

ALL = Right.of("public", "exempt", "a label that nobody has heard of", "")

QUESTIONS: dict[str, Callable[[AnyStore, Right, list[int]], Any]] = {
    "passages": lambda store, right, ids: store.passages(ids, right=right),
    "passages_of_paper": lambda store, right, ids: store.passages_of_paper("secret.pdf", right=right),
    "search_text": lambda store, right, ids: store.passages(
        [one.id for one in store.search_text([SECRET, "dyke"], limit=50, right=right)], right=ALL
    ),
    "holding": lambda store, right, ids: SECRET if store.holding(SECRET, right=right) else "",
    "nearest": lambda store, right, ids: store.passages(
        [one.id for one in store.nearest(axis(0), 50, right=right)], right=ALL
    ),
    "vectors": lambda store, right, ids: store.passages(store.vectors(ids, right=right), right=ALL),
    "signs": lambda store, right, ids: store.passages(store.signs(ids, right=right), right=ALL),
    "likest": lambda store, right, ids: store.likest("zanzibarr", "zanzibarr", right=right).title(),
    "page_text": lambda store, right, ids: store.page_text("secret.pdf", 1, right=right),
    "pages": lambda store, right, ids: store.pages("secret.pdf", right=right),
    "papers": lambda store, right, ids: store.papers(right=right),
    "sections": lambda store, right, ids: store.sections(right=right),
    "decisions": lambda store, right, ids: store.decisions(right=right),
    "events": lambda store, right, ids: store.events(right=right),
    "place": lambda store, right, ids: SECRET if store.place("secret.pdf", right=right) else "",
    "attendance": lambda store, right, ids: store.attendance(right=right),
    "interests": lambda store, right, ids: store.interests(right=right),
    "actions": lambda store, right, ids: store.actions(right=right),
    "recommendations": lambda store, right, ids: store.recommendations(right=right),
    "acronyms": lambda store, right, ids: store.acronyms(right=right),
    "table_rows": lambda store, right, ids: store.table_rows([SECRET], right=right),
    "all_table_rows": lambda store, right, ids: store.all_table_rows(right=right),
    "fates": lambda store, right, ids: store.fates(right=right),
    "answered": lambda store, right, ids: store.answered(store.sections(right=ALL)[-1], "0", right=right),
    "versions": lambda store, right, ids: store.versions(right=right),
    "superseded": lambda store, right, ids: store.superseded(right=right),
    "meetings": lambda store, right, ids: store.meetings(right=right),
    "organisations": lambda store, right, ids: store.organisations(right=right),
    "bodies": lambda store, right, ids: store.bodies(right=right),
    "matters": lambda store, right, ids: store.matters(right=right),
    "matter": lambda store, right, ids: [store.matter(one.address, right=right) for one in store.matters(right=ALL)],
    "status": lambda store, right, ids: store.status(right=right),
}


def asked(question: str, store: AnyStore, right: Right) -> str:
    """All that a question brings to light, written out."""
    ids = [p.id or 0 for p in store.passages_of_paper("secret.pdf", right=ALL)]
    return repr(QUESTIONS[question](store, right, ids))


def secret(place: Index, label: str, *, on: str) -> None:
    """Write a secret paper beside a public one, the label given by people or printed in it."""
    access, section_access = (label, "public") if on == "paper" else ("public", label)
    made = indexed(
        "secret.pdf",
        [f"The {SECRET} dyke.", f"{SECRET} again."],
        meeting=HIDDEN,
        access=access,
        section_access=section_access,
    )
    made = replace(made, reading=replace(made.reading, title=SECRET, problem=f"{SECRET} unread"))
    made = replace(made, passages=tuple(replace(one, title=f"{SECRET} quays") for one in made.passages))
    with place.writer(STAMP) as writer:
        writer.replace(indexed("public.pdf", ["The public dyke."]))
        writer.replace(made)
        writer.link_matters()


def test_every_question_to_the_store_is_asked_here() -> None:
    public = {name for kind in Store.__mro__[:-1] for name in vars(kind) if not name.startswith("_")}
    assert public - ASKED_WITHOUT_A_RIGHT == set(QUESTIONS)


def test_the_right_is_a_required_argument_of_every_question() -> None:
    for name in QUESTIONS:
        right = inspect.signature(getattr(Store, name)).parameters["right"]
        assert (right.kind, right.default) == (inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.empty), name


@pytest.mark.parametrize("label", ["exempt", "a label that nobody has heard of", ""])
@pytest.mark.parametrize("on", ["paper", "section"])
def test_what_may_not_be_seen_comes_back_from_no_question(place: Index, label: str, on: str) -> None:
    secret(place, label, on=on)
    with place.open(STAMP) as store:
        for question in QUESTIONS:
            assert SECRET not in asked(question, store, PUBLIC), question
            assert SECRET not in asked(question, store, Right.of("Public")), question
            assert SECRET not in asked(question, store, Right(frozenset())), question
        status = store.status(right=PUBLIC)
        assert (status.papers, status.passages, status.decisions, status.sections) == (1, 1, 1, 1)
        assert (status.meetings, status.page_states, status.problems) == (1, {"text": 1}, 0)
        assert (status.items, status.actions, status.recommendations, status.unknown) == (1, 1, 1, 0)


NOTHING_TO_SHOW = {
    "status",
    "answered",
    "versions",
    "superseded",
}  # nothing in the secret paper was replaced or answered


@pytest.mark.parametrize("question", sorted(set(QUESTIONS) - NOTHING_TO_SHOW))
def test_who_may_see_it_gets_it_from_every_question(place: Index, question: str) -> None:
    secret(place, "exempt", on="section")
    with place.open(STAMP) as store:
        assert SECRET in asked(question, store, Right.of("public", "exempt"))


def test_nothing_restricted_is_ever_given_to_chroma(index: Path) -> None:
    secret(LocalIndex(index), "exempt", on="section")
    report = build_generation(index)
    assert report.generation is not None
    assert report.generation.count == 1


def test_a_new_label_holds_from_the_next_question_on(place: Index, writer: AnyWriter, store: AnyStore) -> None:
    made = indexed("a.pdf", ["The dyke."])
    writer.replace(made)
    assert len(store.nearest(axis(0), 5, right=PUBLIC)) == 1
    writer.set_places(replace(made.paper, access="exempt"), [Place("a.pdf", 1, 1)])
    assert store.nearest(axis(0), 5, right=PUBLIC) == []
    assert store.search_text(["dyke"], limit=5, right=PUBLIC) == []
    assert store.page_text("a.pdf", 1, right=PUBLIC) is None


@pytest.fixture
def mixed(writer: AnyWriter, store: AnyStore) -> AnyStore:
    """A pack of five pages: page 1 public, page 2 both, page 3 exempt, page 4 of no section, page 5 public."""
    made = indexed("pack.pdf", ["One."])
    spans = [(1, 2, "public"), (2, 3, "exempt"), (5, 5, "public")]
    sections = tuple(
        Section(made.paper, SectionKind.REPORT, CABINET, page=page, page_end=end, access=access)
        for page, end, access in spans
    )
    pages = tuple(Page(number, f"Page {number}.", PageState.TEXT) for number in range(1, 6))
    found = dict.fromkeys(
        ("decisions", "events", "attendance", "interests", "actions", "recommendations", "acronyms", "table_rows"), ()
    )
    none = replace(made, passages=(), vectors=made.vectors[:0], **found)
    writer.replace(replace(none, sections=sections, reading=replace(made.reading, pages=pages)))
    return store


@pytest.mark.parametrize(("right", "seen"), [(PUBLIC, [1, 5]), (Right.of("public", "exempt"), [1, 2, 3, 4, 5])])
def test_a_page_is_seen_when_all_that_stands_on_it_may_be(mixed: AnyStore, right: Right, seen: list[int]) -> None:
    assert [page.number for page in mixed.pages("pack.pdf", right=right)] == seen
    assert [n for n in range(1, 6) if mixed.page_text("pack.pdf", n, right=right)] == seen
    assert mixed.status(right=right).page_states == {"text": len(seen)}


def test_a_section_without_pages_hides_the_whole_file(writer: AnyWriter, store: AnyStore) -> None:
    made = indexed("letter.txt", ["One."])
    hidden = Section(made.paper, SectionKind.EXEMPT, CABINET, access="exempt")
    reading = replace(made.reading, pages=(Page(None, "All of it.", PageState.TEXT),))
    writer.replace(replace(made, sections=(*made.sections, hidden), reading=reading))
    assert store.page_text("letter.txt", None, right=PUBLIC) is None
    assert store.page_text("letter.txt", None, right=Right.of("public", "exempt")) == "All of it."
