from dataclasses import replace

from app.compose.evidence import Evidence
from app.compose.traces.figures import figure_that_moved, said_by, same_thing
from corpus.papers import Meeting, Paper
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind

REPORT = Section(Paper("a.pdf", "0" * 64, 1, 1), SectionKind.REPORT, Meeting("Wexbridge", "Cabinet"))
LATER = replace(REPORT, paper=Paper("b.pdf", "1" * 64, 1, 1))


def quote(text: str, section: Section = REPORT) -> Evidence:
    return Evidence(text, Passage(section, text, text), score=0.0, coverage=1.0)


def moved(one: str, other: str, later: Section = LATER) -> list[str]:
    found = figure_that_moved([quote(one), quote(other, later)])
    return [found.first.sentence, found.then.sentence] if found else []


def moved_by(one: str, other: str) -> str:
    found = figure_that_moved([quote(one), quote(other, LATER)])
    return found.by if found else "nothing moved"


def test_two_figures_for_the_same_thing_differ() -> None:
    assert moved(
        "Repairs to the pool roof would cost £2.1m.", "Repairs to the pool roof would cost £2.74m by now."
    ) == [
        "roof would cost £2.1m.",
        "roof would cost £2.74m by now.",
    ]


def test_the_difference_is_given_in_the_unit_of_the_figures() -> None:
    cost = "Repairs to the pool roof would cost £{}."
    assert moved_by(cost.format("2.1m"), cost.format("2.74m")) == "£0.64m more"
    assert moved_by(cost.format("8,501"), cost.format("8,450")) == "£51 less"
    share = "The share of pupils who walk to the school rose to {}."
    assert moved_by(share.format("57%"), share.format("66%")) == "9 percentage points more"
    assert (
        moved_by("The pool club counts 40 members who swim.", "The pool club counts 38 members who swim.") == "2 fewer"
    )


def test_of_figures_in_words_no_difference_is_given() -> None:
    eight = "A consultation of eight weeks on the transfer of the pool is approved."
    assert moved_by(eight, eight.replace("eight", "ten")) == ""


def test_a_sum_and_a_share_are_not_compared() -> None:
    assert moved("Repairs to the pool roof would cost £21.", "Repairs to the pool roof would cost 21% of it.") == []


def test_numbers_without_a_sign_have_to_count_the_same() -> None:
    eight = "A consultation of eight weeks on the transfer of the pool is approved."
    assert len(moved(eight, eight.replace("eight", "ten"))) == 2
    assert moved(eight, eight.replace("eight weeks", "three meetings")) == []


def test_the_number_of_a_minute_is_no_figure() -> None:
    assert (
        moved("The decision on the pool roof is CAB 55 of March.", "The decision on the pool roof is CAB 62 of March.")
        == []
    )


def test_figures_of_other_things_are_not_compared() -> None:
    assert moved("Repairs to the pool roof would cost £2.1m.", "The lorries were sold for £74,000.") == []


def test_the_same_figure_did_not_move() -> None:
    assert moved("Repairs to the pool roof would cost £2.1m.", "Repairs to the pool roof would cost £2.1m.") == []


def test_a_quote_that_gives_both_figures_says_it_itself() -> None:
    both = "Repairs to the pool roof would cost £2.74m, not £2.1m."
    assert moved("Repairs to the pool roof would cost £2.1m.", both) == []


def test_one_paper_is_not_set_against_itself() -> None:
    assert moved("The pool roof would cost £2.1m.", "The pool roof would cost £2.74m.", REPORT) == []


def test_a_date_is_no_figure_and_a_number_in_words_is_one() -> None:
    assert said_by("Eight lorries were sold on 4 March 2024.").figures == {"eight"}


def test_quotes_with_most_words_in_common_are_of_the_same_thing() -> None:
    eight = said_by("Eight indicators did not meet the floor standard.")
    assert same_thing(eight, said_by("Nine indicators did not meet the floor standard."))
    assert not same_thing(eight, said_by("Nine lorries were bought in the spring."))
