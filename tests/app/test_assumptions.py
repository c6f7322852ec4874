"""What a question left open is said, with the questions that take it otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from app.answers.answer import Alternative, Citation
from app.assumptions import Understood, understood
from corpus.papers import Meeting, Paper
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.questions import Question, understand
from retriever.search import Hit
from retriever.vocabulary import Place, Vocabulary

ALDER, GLAN = "Aldermere Borough Council", "Glanrhyd Vale Council"
DAYS = (date(2023, 3, 7), date(2024, 3, 5), date(2024, 9, 3))
WORDS = Vocabulary(
    [Place(ALDER, "Cabinet"), Place(GLAN, "Cabinet")], {}, met=[(Place(ALDER, "Cabinet"), day) for day in DAYS]
)


def passage(organisation: str) -> Passage:
    section = Section(Paper("a.pdf", "0", 1, 1), SectionKind.MINUTES, Meeting(organisation, "Cabinet", DAYS[0]))
    return Passage(section, "Waste.", "Waste.", 1, 1)


def told(question: Question, *cited: str, near: tuple[str, ...] = (ALDER, GLAN), filtered: bool = False) -> Understood:
    citations = [Citation(n, passage(name), "Waste.", 1, 1) for n, name in enumerate(cited, 1)]
    return understood(question, citations, [Hit(passage(name), 1.0) for name in near], filtered=filtered)


def asked(text: str, *history: str) -> Question:
    return understand(text, history, vocabulary=WORDS, today=date(2025, 6, 1))


def test_the_council_that_answers_is_named_and_the_other_offered() -> None:
    found = told(asked("What was decided about waste?"), ALDER, ALDER)
    assert found.notes == (f"Assumed: {ALDER}.",)
    assert found.alternatives == (Alternative(GLAN, f"What was decided about waste, at {GLAN}?"),)


def test_what_is_offered_is_understood_as_the_other_council() -> None:
    (other,) = told(asked("What was decided about waste?"), ALDER).alternatives
    assert asked(other.question).organisations == (GLAN,)


def test_papers_of_two_councils_in_one_answer_are_said_and_each_is_offered_alone() -> None:
    found = told(asked("What was decided about waste?"), ALDER, GLAN)
    assert found.notes == (f"The answer draws on the papers of {ALDER} and {GLAN}.",)
    assert [other.label for other in found.alternatives] == [ALDER, GLAN]


def test_nothing_is_assumed_of_a_council_that_was_named_or_chosen_or_is_the_only_one() -> None:
    open_question = asked("What was decided about waste?")
    assert told(asked("What did Aldermere decide about waste?"), ALDER) == Understood()
    assert told(open_question, ALDER, filtered=True) == Understood()
    assert told(open_question, ALDER, near=(ALDER,)) == Understood()


@pytest.mark.parametrize(
    ("text", "history", "period"),
    [
        ("What did Aldermere decide in March?", (), "March 2024"),
        ("What did Aldermere decide last year?", (), "2024"),
        ("And about waste?", ("What did Aldermere decide on 7 March 2023?",), "7 March 2023"),
        ("And the year before?", ("What did Aldermere decide in 2024?",), "2023"),
    ],
)
def test_a_time_that_the_question_does_not_say_is_said_and_any_other_offered(
    text: str, history: tuple[str, ...], period: str
) -> None:
    found = told(asked(text, *history), ALDER, near=(ALDER,))
    assert f"Assumed: {period}." in found.notes
    assert asked(found.alternatives[-1].question, *history).periods == ()


@pytest.mark.parametrize("text", ["What did Aldermere decide in March 2023?", "What did Aldermere decide on 7/3/23?"])
def test_a_time_that_is_named_is_not_assumed(text: str) -> None:
    assert told(asked(text), ALDER) == Understood()


def test_a_slip_is_said() -> None:
    words = Vocabulary(
        [], {}, passages=9, holding=lambda word: 0 if word == "recyling" else 3, likest=lambda _: "recycl"
    )
    question = understand("Was recyling agreed?", vocabulary=words)
    assert told(question, near=()).notes == (
        "No paper has the word “recyling”; we looked for the nearest word that they have.",
    )


def test_where_nothing_answers_nothing_is_offered() -> None:
    assert told(asked("What did Aldermere decide in March?")).alternatives == ()
