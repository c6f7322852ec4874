"""How the answers to two questions in one are put together."""

from __future__ import annotations

from datetime import date

from app.compose.evidence import Evidence
from app.compose.parts import OF_SECOND, joined
from app.compose.wording import Draft, Statement, length
from corpus.papers import Meeting, Paper
from indexer.sections.section import Section, SectionKind
from retriever.questions import two_matters

MINUTES = Section(
    Paper("a.pdf", "0" * 64, 1, 1), SectionKind.MINUTES, Meeting("Marlham Town Council", "Cabinet", date(2031, 3, 4))
)


def drafted(*quotes: str) -> Draft:
    return Draft("decision", True, tuple(Statement("Minutes:", Evidence.of(MINUTES, quote, 1)) for quote in quotes))


def quotes(draft: Draft) -> list[str]:
    return [said.evidence.sentence for said in draft.statements if said.evidence]


def test_the_second_answer_stands_under_the_words_of_its_question() -> None:
    found = joined(drafted("The quay is lit."), drafted("The mill is let."), "and what about the mill?")
    assert quotes(found) == ["The quay is lit.", "The mill is let."]
    assert found.statements[1].text == "As to “and what about the mill”: Minutes:"


def test_what_the_first_answer_says_is_not_said_again() -> None:
    first = drafted("The quay is lit.")
    assert joined(first, drafted("The quay is lit."), "is it lit?") == first


def test_only_the_heart_of_the_second_answer_is_shown_and_nothing_is_lost() -> None:
    found = joined(
        drafted("The quay is lit."), drafted(*(f"The mill is let to tenant {n}." for n in range(4))), "mill?"
    )
    second = [said for said in found.statements if said.evidence and "mill" in said.evidence.sentence]
    assert sum(map(length, second)) <= OF_SECOND + 40
    shown_or_behind = quotes(found) + [said.evidence.sentence for said in found.more if said.evidence]
    assert len(shown_or_behind) == 5


def test_two_matters_behind_one_verb_are_two_questions() -> None:
    assert two_matters("What was decided about the quay and about the mill?") == (
        "What was decided about the quay?",
        "What was decided about the mill?",
    )
    assert two_matters("What was decided about the quay?") is None
