from dataclasses import replace

import pytest

from app.compose.evidence import CLOSES, Evidence, chosen, stretch
from app.compose.wording import place
from corpus.papers import Meeting, Paper
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind

SECTION = Section(Paper("a.pdf", "0" * 64, 1, 1), SectionKind.REPORT, Meeting("Aldermere Borough Council", "Cabinet"))
BATHS = Passage(SECTION, "The baths need a new roof. It costs £90,000. Swimmers were told.", "", page=3, page_end=3)
TREES = Passage(SECTION, "Street trees are watered weekly.", "", page=4, page_end=4)


def piece(sentence: str, order: int, score: float, *, passage: Passage = BATHS, opens: bool = False) -> Evidence:
    return Evidence(sentence, passage, score, coverage=0.0, order=order, opens=opens)


def quoted(*pieces: Evidence, budget: int = 500) -> list[str]:
    return [e.sentence for e in chosen(pieces, budget=budget)]


def test_neighbouring_sentences_are_one_quote() -> None:
    assert quoted(piece("The baths need a new roof.", 0, 1.0), piece("It costs £90,000.", 1, 0.5)) == [
        "The baths need a new roof.\nIt costs £90,000."
    ]


def test_sentences_that_do_not_touch_stay_apart() -> None:
    assert quoted(piece("The baths need a new roof.", 0, 1.0), piece("Swimmers were told.", 2, 0.5)) == [
        "The baths need a new roof.",
        "Swimmers were told.",
    ]


def test_what_was_said_is_not_said_again() -> None:
    again = piece("The baths need a new roof.", 0, 0.9, passage=TREES)
    assert quoted(piece("The baths need a new roof.", 0, 1.0), again) == ["The baths need a new roof."]


def test_another_figure_is_no_repetition() -> None:
    one, two = piece("The roof costs £90,000.", 0, 1.0), piece("The roof costs £95,000.", 0, 0.9, passage=TREES)
    assert quoted(one, two) == ["The roof costs £90,000.", "The roof costs £95,000."]


def test_an_opening_line_comes_with_what_it_opens_only() -> None:
    opening = piece("The roof needs:", 0, 2.0, opens=True)
    assert quoted(opening) == []
    assert quoted(opening, piece("new slates of one colour;", 1, 1.0)) == ["The roof needs:\nnew slates of one colour;"]


def test_the_budget_is_kept() -> None:
    assert quoted(piece("The baths need a new roof.", 0, 1.0), budget=40) == []


def test_what_is_far_weaker_than_the_best_is_left_out() -> None:
    weak = piece("Street trees are watered weekly.", 0, -4.0, passage=TREES)
    assert quoted(piece("The baths need a new roof.", 0, 1.0), weak) == ["The baths need a new roof."]


def test_a_stretch_begins_with_the_line_that_opens_it() -> None:
    passage = Passage(SECTION, "Present:\nCllr Ash\nApologies:\nCllr Elm\nCllr Oak\nThe meeting began.", "")
    found = stretch(passage, lambda line: line in ("Cllr Elm", "Cllr Oak"))
    assert found is not None
    assert found.sentence == "Apologies:\nCllr Elm\nCllr Oak"


def test_a_passage_without_such_a_line_has_no_stretch() -> None:
    assert stretch(BATHS, lambda line: "lido" in line) is None


@pytest.mark.parametrize(
    ("organisation", "body", "named"),
    [("Dunmere City Council", "City Council", "Dunmere City Council"), ("", "", "Body not named")],
)
def test_a_council_is_not_named_twice_and_an_unknown_body_is_said_so(organisation: str, body: str, named: str) -> None:
    section = replace(SECTION, meeting=Meeting(organisation, body))
    assert place(Passage(section, "", "", 1, 1)) == f"{named} (report)"


def test_what_a_record_says_bears_the_title_of_its_item() -> None:
    assert Evidence.of(replace(SECTION, title="Minutes"), "It was agreed.", 1, "4", "Baths").passage.title == "Baths"


@pytest.mark.parametrize(
    ("closing", "is_one"),
    [
        ("There being no further business, the Mayor declared the meeting closed at 12.50pm.", True),
        ("The meeting was adjourned at 8:21 p.m.", True),
        ("The council closed the lido in May.", False),
    ],
)
def test_that_a_meeting_was_over_is_known(closing: str, is_one: bool) -> None:
    assert bool(CLOSES.search(closing)) is is_one
