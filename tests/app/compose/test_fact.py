from datetime import date

from app.compose.evidence import Evidence
from app.compose.fact import fact
from corpus.papers import Meeting, Paper
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.vocabulary import Place, Vocabulary

COUNCIL = "Wexbridge District Council"
WORDS = Vocabulary([Place(COUNCIL, "Cabinet")], {}, passages=200, holding=lambda _: 5)
QUESTION = "How many lamps are there on North Quay?"


def passage(text: str, day: int = 4) -> Passage:
    section = Section(
        Paper(f"{day}.pdf", "0" * 64, 1, 1), SectionKind.REPORT, Meeting(COUNCIL, "Cabinet", date(2024, 3, day))
    )
    return Passage(section, text, text)


def piece(text: str, within: Passage, order: int = 0, *, score: float = 0.0, fits: bool = True) -> Evidence:
    return Evidence(text, within, score, coverage=0.8 if fits else 0.2, fits=fits, order=order)


def said(*evidence: Evidence) -> list[tuple[str, str]]:
    draft = fact(understand(QUESTION, vocabulary=WORDS), evidence, rarity=WORDS.rarity)
    return [(s.text, s.evidence.sentence if s.evidence else "") for s in draft.statements]


def test_the_quote_that_gives_the_figure_leads() -> None:
    report = passage("Works began in May. The weather held. There are 41 lamps on North Quay.")
    first = piece("Works began on North Quay in May 2024.", report)
    answer = piece("There are 41 lamps on North Quay.", report, order=2)
    assert next(quote for _, quote in said(first, answer)) == "There are 41 lamps on North Quay."


def test_what_has_neither_the_form_nor_the_matter_is_left_out() -> None:
    answer = piece("There are 41 lamps on North Quay.", passage("a"))
    noise = piece("The Cabinet thanked its officers warmly.", passage("b", 5), score=3.0, fits=False)
    assert [quote for _, quote in said(answer, noise)] == ["There are 41 lamps on North Quay."]


def test_papers_that_differ_are_said_to_differ() -> None:
    before = piece("There are 41 lamps on North Quay.", passage("a"))
    after = piece("There are 38 lamps on North Quay.", passage("b", 18))
    assert said(before, after) == [
        (
            f"The papers give more than one figure. {COUNCIL} Cabinet, 4 March 2024 (report):",
            "There are 41 lamps on North Quay.",
        ),
        ("18 March 2024 (report):", "There are 38 lamps on North Quay."),
    ]


def test_papers_that_agree_are_not() -> None:
    before = piece("There are 41 lamps on North Quay.", passage("a"))
    after = piece("On North Quay the new masts carry 41 lamps in all.", passage("b", 18))
    assert not said(before, after)[0][0].startswith("The papers give more than one figure")


def test_a_row_is_quoted_with_the_head_of_its_table() -> None:
    table = passage("Quay Lamps\nSouth Quay 9\nNorth Quay lamps 41")
    head = Evidence("Quay Lamps", table, 0.0, 0.5, fits=False, order=0, opens=True)
    row = Evidence("North Quay lamps 41", table, 0.0, 0.5, 0.8, order=2, head=(0,))
    assert [quote for _, quote in said(row, head)] == ["Quay Lamps", "North Quay lamps 41"]
