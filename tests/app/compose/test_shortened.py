from datetime import date

from app.compose.evidence import Evidence
from app.compose.wording import Draft, Statement, shortened
from indexer.sections.section import SectionKind
from tests.app.few_passages import section


def _quote(text: str) -> Evidence:
    return Evidence.of(section(SectionKind.MINUTES, "lorries.pdf", date(2024, 6, 11)), text, 1)


STATEMENTS = (
    Statement("Yes. The Cabinet approved:", _quote("that the lorries be bought")),
    Statement("", _quote("that the old ones be sold")),
    Statement("The report had recommended:", _quote("buy the lorries")),
)


def test_the_heart_of_an_answer_is_the_paragraph_in_front() -> None:
    assert shortened(Draft("decision", True, STATEMENTS)).statements == STATEMENTS[:2]


def test_of_a_course_the_first_quote_of_each_step_is_left() -> None:
    assert shortened(Draft("trace", True, STATEMENTS)).statements == (STATEMENTS[0], STATEMENTS[2])


def test_a_list_stays_whole() -> None:
    assert shortened(Draft("list", True, STATEMENTS)).statements == STATEMENTS


def test_a_long_paragraph_is_cut_between_quotes() -> None:
    quotes = tuple(Statement("", _quote("word " * 60)) for _ in range(4))
    assert len(shortened(Draft("overview", True, quotes)).statements) == 2
