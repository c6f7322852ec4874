from dataclasses import replace

from app.compose.evidence import Evidence
from app.compose.wording import Draft, Statement
from app.proof import prove
from corpus.papers import Meeting, Paper
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind

SECTION = Section(Paper("a.pdf", "0" * 64, 1, 1), SectionKind.MINUTES, Meeting("Aldermere Borough Council", "Cabinet"))
PASSAGE = Passage(SECTION, "The baths stay open. The lorries are sold.", "", page=3, page_end=3)


def evidence(sentence: str) -> Evidence:
    return Evidence(sentence, PASSAGE, score=1.0, coverage=1.0)


def page_text(_: str, page: int | None) -> str:
    return {3: "The baths stay\nopen. The lorries are sold."}.get(page or 0, "")


def test_a_quote_that_stands_on_its_page_is_shown_with_its_number() -> None:
    proved = prove(Draft("fact", True, (Statement("Minutes:", evidence("The baths stay open.")),)), page_text)
    assert proved.text == "Minutes: “The baths stay open.” [1]"
    assert [(c.number, c.page, c.quote) for c in proved.citations] == [(1, 3, "The baths stay open.")]


def test_a_quote_that_does_not_stand_there_is_left_out() -> None:
    statements = (Statement("", evidence("The baths are closed.")), Statement("", evidence("The lorries are sold.")))
    proved = prove(Draft("fact", True, statements), page_text)
    assert proved.text == "“The lorries are sold.” [1]"


def test_an_answer_without_any_proof_is_none() -> None:
    proved = prove(Draft("fact", True, (Statement("", evidence("The baths are closed.")),)), page_text)
    assert (proved.answered, proved.citations) == (False, ())


def test_several_quotes_under_the_same_words_have_a_line_each() -> None:
    baths, lorries = evidence("The baths stay open."), evidence("The lorries are sold.")
    draft = Draft("fact", True, (Statement("Minutes:", baths), Statement("", lorries), Statement("Report:", baths)))
    assert prove(draft, page_text).text == (
        "Minutes:\n“The baths stay open.” [1]\n“The lorries are sold.” [2]\n\nReport: “The baths stay open.” [3]"
    )


def test_what_would_make_an_answer_too_long_is_left_out() -> None:
    statements = [Statement(f"{'Minutes ' * 50}:", evidence("The baths stay open.")) for _ in range(9)]
    proved = prove(Draft("fact", True, tuple(statements)), page_text)
    assert len(proved.text) <= 1500
    assert len(proved.citations) == 3


def test_words_that_join_go_on_in_the_paragraph_before() -> None:
    statements = (
        Statement("In March:", evidence("The baths stay open.")),
        Statement("in May:", evidence("The lorries are sold."), joins=True),
    )
    proved = prove(Draft("trace", True, statements), page_text)
    assert proved.text == "In March: “The baths stay open.” [1] in May: “The lorries are sold.” [2]"


def test_of_a_quote_that_a_stray_line_parts_the_longest_run_of_lines_is_shown() -> None:
    sentence = "The baths\nwill be pulled down.\nThe lorries are sold.\nOpen. The lorries"
    page = "The baths stay open. Page 3 will be pulled down. The lorries are sold. Table 2"
    proved = prove(Draft("fact", True, (Statement("Minutes:", evidence(sentence)),)), lambda *_: page)
    assert proved.text == "Minutes: “… will be pulled down. The lorries are sold. …” [1]"


def test_a_run_of_a_few_words_is_not_shown_for_a_quote() -> None:
    sentence = "The lorries are sold.\nThe baths are closed, and the school as well."
    proved = prove(Draft("fact", True, (Statement("", evidence(sentence)),)), page_text)
    assert not proved.citations


def test_a_headline_is_shown_where_each_of_its_spans_stands_on_the_page() -> None:
    said = Statement(
        "Minutes:", evidence("The lorries are sold."), headline="They stay open.", spans=("baths stay open",)
    )
    assert prove(Draft("fact", True, (said,)), page_text).text == "They stay open. “The lorries are sold.” [1]"


def test_a_headline_with_a_name_that_the_page_does_not_have_is_left_out() -> None:
    said = Statement("Minutes:", evidence("The lorries are sold."), headline="Ash moved it:", spans=("Ash",))
    assert prove(Draft("fact", True, (said,)), page_text).text == "Minutes: “The lorries are sold.” [1]"


def test_what_stands_behind_is_proved_too_and_says_nothing_twice() -> None:
    shown, behind = Statement("", evidence("The baths stay open.")), Statement("", evidence("The lorries are sold."))
    draft = Draft("fact", True, (shown,), more=(shown, behind, Statement("", evidence("The baths are closed."))))
    assert [(one.number, one.quote) for one in prove(draft, page_text).more] == [(0, "The lorries are sold.")]


def test_of_lines_over_the_turn_of_a_page_those_of_one_page_are_quoted() -> None:
    pages: dict[int | None, str] = {
        3: "The baths stay open until the spring of next year. The",
        4: "Page 4\nlorries are sold.",
    }
    over = replace(PASSAGE, page_end=4)
    both = "The baths stay open until the spring of next year.\nThe lorries are sold."
    said = Statement("", Evidence(both, over, score=1.0, coverage=1.0))
    (cited,) = prove(Draft("fact", True, (said,)), lambda _, page: pages.get(page, "")).citations
    assert (cited.quote, cited.page, cited.page_end) == ("The baths stay open until the spring of next year.", 3, 3)
