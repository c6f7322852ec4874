"""The Store: records come back whole, in order, and inside the limits."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_up_papers import CABINET, HARBOUR, SCRUTINY, axis, indexed

from corpus.papers import Meeting
from indexer.reading.pages import Page, PageState
from indexer.store import PUBLIC, AnyStore, AnyWriter, Right, Scored, Weights, Where

EXEMPT_TOO = Right.of("public", "exempt")


def found_texts(store: AnyStore, scored: list[Scored]) -> list[str]:
    """The passages that were found, best first."""
    return [passage.text for passage in store.passages([one.id for one in scored], right=PUBLIC)]


def test_passages_come_back_whole_with_section_meeting_and_paper(writer: AnyWriter, store: AnyStore) -> None:
    made = indexed("a.pdf", ["The dyke is repaired."], copies=["b.pdf"])
    writer.replace(made)
    (scored,) = store.search_text(["dyke"], limit=5, right=PUBLIC)
    (passage,) = store.passages([scored.id], right=PUBLIC)
    (written,) = made.passages
    assert passage == type(written)(**{**{f: getattr(written, f) for f in written.__slots__}, "id": scored.id})
    assert passage.section.meeting.chair == "Cllr Ada Wren"
    assert passage.section.paper.copies == ("b.pdf",)


def test_passages_keep_the_order_in_which_they_were_asked_for(three: AnyWriter, store: AnyStore) -> None:
    ids = [one.id for one in store.search_text(["dyke"], limit=5, right=PUBLIC)]
    assert [passage.id for passage in store.passages([*ids[::-1], 999], right=PUBLIC)] == ids[::-1]


def test_decisions_come_back_whole(writer: AnyWriter, store: AnyStore) -> None:
    made = indexed("a.pdf", ["The dyke is repaired.", "The mill is sold."])
    writer.replace(made)
    assert store.decisions(right=PUBLIC) == list(made.decisions)


@pytest.mark.parametrize("kind", ["attendance", "interests", "actions", "recommendations", "acronyms"])
def test_every_kind_of_finding_comes_back_whole(writer: AnyWriter, store: AnyStore, kind: str) -> None:
    made = indexed("a.pdf", ["The dyke.", "The mill."])
    writer.replace(made)
    writer.replace(indexed("b.pdf", ["The harbour."], meeting=HARBOUR))
    where = Where(organisations=(CABINET.organisation,))
    found = getattr(store, kind)(right=PUBLIC, where=where)
    assert found == list(getattr(made, kind))
    assert repr(found) == repr(list(getattr(made, kind)))  # a capacity is not only its letters, nor True a 1


def test_pages_come_back_by_any_place_of_their_paper(writer: AnyWriter, store: AnyStore) -> None:
    writer.replace(indexed("a.pdf", ["One.", "Two."], copies=["b.pdf"]))
    assert store.pages("b.pdf", right=PUBLIC)[1] == Page(2, "Two.", PageState.TEXT, "", "p2")
    assert store.page_text("a.pdf", 2, right=PUBLIC) == "Two."
    assert store.page_text("a.pdf", 3, right=PUBLIC) is None


def test_papers_and_counts(three: AnyWriter, store: AnyStore) -> None:
    assert [held.paper.file for held in store.papers(right=PUBLIC)] == [
        "a/cabinet.pdf",
        "b/scrutiny.pdf",
        "c/harbour.pdf",
    ]
    status = store.status(right=PUBLIC)
    assert (status.papers, status.meetings, status.sections, status.passages, status.decisions) == (3, 3, 3, 5, 5)
    assert (status.page_states, status.revision) == ({"text": 5}, 3)


def test_names_and_meetings_are_sorted(three: AnyWriter, store: AnyStore) -> None:
    assert store.organisations(right=PUBLIC) == ["Fenmoor District Council", "Saltby Town Council"]
    assert store.bodies(right=PUBLIC) == ["Cabinet", "Harbour Committee", "Scrutiny Committee"]
    assert store.bodies(right=PUBLIC, where=Where(("Saltby Town Council",))) == ["Harbour Committee"]
    assert store.meetings(right=PUBLIC) == [HARBOUR, CABINET, SCRUTINY]


def test_a_meeting_is_named_once_with_what_any_paper_says_of_it(writer: AnyWriter, store: AnyStore) -> None:
    writer.replace(indexed("a.pdf", ["One."], meeting=Meeting(CABINET.organisation, CABINET.body, CABINET.held_on)))
    writer.replace(indexed("b.pdf", ["Two."], meeting=CABINET))
    assert store.meetings(right=PUBLIC) == [CABINET]


def test_words_are_found_in_all_their_forms(three: AnyWriter, store: AnyStore) -> None:
    assert found_texts(store, store.search_text(["repairing"], limit=5, right=PUBLIC)) == ["The dyke is repaired."]


def test_more_words_found_is_better(three: AnyWriter, store: AnyStore) -> None:
    best = store.search_text(["dyke", "leaks"], limit=5, right=PUBLIC)
    assert found_texts(store, best) == ["The dyke leaks again.", "The dyke is repaired."]
    assert best[0].score > best[1].score


def test_every_term_can_be_asked_for(three: AnyWriter, store: AnyStore) -> None:
    best = store.search_text(["dyke", "leaks"], limit=5, right=PUBLIC, every=True)
    assert found_texts(store, best) == ["The dyke leaks again."]


def test_a_term_of_two_words_is_a_phrase(writer: AnyWriter, store: AnyStore) -> None:
    writer.replace(indexed("a.pdf", ["Under 24/00096 it was sold.", "00096 came before 24."]))
    assert found_texts(store, store.search_text(["24/00096"], limit=5, right=PUBLIC)) == ["Under 24/00096 it was sold."]


def test_weights_say_where_a_word_counts(writer: AnyWriter, store: AnyStore) -> None:
    writer.replace(indexed("a.pdf", ["Nothing here.", "The item is a heading."]))
    by_title = store.search_text(["item"], limit=5, right=PUBLIC, weights=Weights(0, 10, 0, 0.1))
    by_text = store.search_text(["item"], limit=5, right=PUBLIC, weights=Weights(0, 0.1, 0, 10))
    assert found_texts(store, by_text)[0] == "The item is a heading."
    assert found_texts(store, by_title)[0] == "Nothing here."


@pytest.mark.parametrize(
    ("where", "files"),
    [
        (Where(), ["a/cabinet.pdf", "b/scrutiny.pdf", "c/harbour.pdf"]),
        (Where(organisations=("Fenmoor District Council",)), ["a/cabinet.pdf", "b/scrutiny.pdf"]),
        (Where(bodies=("Cabinet", "Harbour Committee")), ["a/cabinet.pdf", "c/harbour.pdf"]),
        (Where(since=date(2023, 5, 9)), ["a/cabinet.pdf", "b/scrutiny.pdf"]),
        (Where(until=date(2023, 5, 9)), ["a/cabinet.pdf", "c/harbour.pdf"]),
        (Where(since=date(2023, 5, 10), until=date(2024, 1, 15)), []),
        (Where(organisations=("Saltby Town Council",), bodies=("Cabinet",)), []),
        (Where(organisations=("' OR 1=1 --",)), []),
    ],
)
def test_limits_hold_in_every_search(three: AnyWriter, store: AnyStore, where: Where, files: list[str]) -> None:
    def files_of(scored: list[Scored]) -> list[str]:
        return sorted({p.section.paper.file for p in store.passages([one.id for one in scored], right=PUBLIC)})

    assert files_of(store.search_text(["is", "leaks"], limit=9, right=PUBLIC, where=where)) == files
    assert files_of(store.nearest(axis(0), 9, right=PUBLIC, where=where)) == files
    assert sorted({d.section.paper.file for d in store.decisions(right=PUBLIC, where=where)}) == files
    assert sorted({s.paper.file for s in store.sections(right=PUBLIC, where=where)}) == files


def test_a_paper_without_a_date_is_outside_any_period(writer: AnyWriter, store: AnyStore) -> None:
    writer.replace(indexed("a.pdf", ["The dyke."], meeting=Meeting("Fenmoor District Council", "Cabinet")))
    assert store.search_text(["dyke"], limit=9, right=PUBLIC, where=Where(since=date(1900, 1, 1))) == []
    assert store.nearest(axis(0), 9, right=PUBLIC, where=Where(until=date(2100, 1, 1))) == []
    assert len(store.nearest(axis(0), 9, right=PUBLIC)) == 1


def test_the_nearest_come_first_with_their_cosine(three: AnyWriter, store: AnyStore) -> None:
    asked = 0.8 * axis(1) + 0.6 * axis(3)
    best = store.nearest(asked, 2, right=PUBLIC)
    assert found_texts(store, best) == ["The mill is sold.", "The dyke leaks again."]
    assert [round(one.score, 4) for one in best] == [0.8, 0.6]


@pytest.mark.parametrize(("k", "count"), [(0, 0), (3, 3), (5, 5), (50, 5)])
def test_no_more_than_asked_for_and_no_more_than_there_are(
    three: AnyWriter, store: AnyStore, k: int, count: int
) -> None:
    assert len(store.nearest(axis(0), k, right=PUBLIC)) == count


def test_vectors_come_back_as_they_were_written(three: AnyWriter, store: AnyStore) -> None:
    (passage,) = store.passages_of_paper("c/harbour.pdf", right=PUBLIC)
    (vector,) = store.vectors([passage.id or 0], right=PUBLIC).values()
    assert np.array_equal(vector, axis(4))


def test_the_search_sees_what_was_written_after_it_was_opened(three: AnyWriter, store: AnyStore) -> None:
    store.nearest(axis(0), 1, right=PUBLIC)
    three.replace(indexed("d.pdf", ["New."], axes=[9]))
    three.remove("a/cabinet.pdf")
    assert found_texts(store, store.nearest(axis(9), 1, right=PUBLIC)) == ["New."]
    assert len(store.nearest(axis(9), 50, right=PUBLIC)) == 3


def test_an_empty_store_answers_with_nothing(writer: AnyWriter, store: AnyStore) -> None:
    assert store.nearest(axis(0), 5, right=PUBLIC) == []
    assert store.search_text(["dyke"], limit=5, right=PUBLIC) == []
    assert store.meetings(right=PUBLIC) == []


HOSTILE = ["O'Brien", "24/00096", "C++", "£3.5m", "-school", "", "AND", 'a"b', "title:secret", "{title body}:x", "x*"]
HOSTILE += ["NEAR(a b)", "a\x00b", "^a", "(", '"', "_", "\u202ea", "\ud800", "words MATCH 'x'", "a" * 100_000]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_is_an_operator(three: AnyWriter, store: AnyStore, text: str) -> None:
    store.search_text([text], limit=5, right=PUBLIC)
    store.search_text(text.split(), limit=5, right=PUBLIC, every=True)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(terms=st.lists(st.text(max_size=40), max_size=40), every=st.booleans())
def test_any_terms_can_be_searched_for(three: AnyWriter, store: AnyStore, terms: list[str], every: bool) -> None:
    store.search_text(terms, limit=5, right=PUBLIC, every=every)


def test_a_column_cannot_be_picked_by_a_term(three: AnyWriter, store: AnyStore) -> None:
    assert store.search_text(["title:dyke"], limit=5, right=PUBLIC) == []  # the phrase "title dyke" stands nowhere


dates = st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2020, 1, 5)))
names = st.lists(st.sampled_from(["", "A", "B"]), max_size=2, unique=True).map(tuple)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.builds(Where, names, names, dates, dates))
def test_limits_mean_the_same_in_memory_and_in_sql(many_meetings: AnyStore, where: Where) -> None:
    by_meaning = {one.id for one in many_meetings.nearest(axis(0), 500, right=PUBLIC, where=where)}
    by_words = {one.id for one in many_meetings.search_text(["dyke"], limit=500, right=PUBLIC, where=where)}
    assert by_meaning == by_words


@pytest.fixture
def many_meetings(writer: AnyWriter, store: AnyStore) -> AnyStore:
    """A paper for every combination of organisation, body and date."""
    days = [None, *(date(2020, 1, day) for day in range(1, 6))]
    for number, (organisation, body, day) in enumerate(
        (o, b, d) for o in ["", "A", "B"] for b in ["", "A", "B"] for d in days
    ):
        writer.replace(indexed(f"{number}.pdf", ["The dyke."], meeting=Meeting(organisation, body, day)))
    return store


def test_a_word_or_figure_is_found_with_or_without_the_note_on_it(writer: AnyWriter, store: AnyStore) -> None:
    writer.replace(indexed("a.pdf", ["The dykes¹ are 46² in all."]))
    for term in ("dyke", "dykes¹", "46", "46²"):
        assert found_texts(store, store.search_text([term], limit=5, right=PUBLIC)) == ["The dykes¹ are 46² in all."]
    for term in ("462", "²"):
        assert store.search_text([term], limit=5, right=PUBLIC) == []


def test_a_slip_is_read_as_the_stem_most_like_it_also_where_that_stem_has_another(
    writer: AnyWriter, store: AnyStore
) -> None:
    # the stem of "committee" is "committe", and of that "committ"; of "aldermeer" nothing is taken off
    writer.replace(indexed("a.pdf", ["The committee of Aldermere met.", "The Aldermere committee rose."]))
    assert store.likest("commitee", "commite", right=PUBLIC) == "committe"
    assert store.likest("aldermeer", "alderm", right=PUBLIC) == "aldermer"
    assert store.likest("zebra", "zebra", right=PUBLIC) == ""
