"""A kept answer comes back as long as every page that it quotes may still be seen, and not otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.answers.answer import Alternative, Answer, Citation
from app.saved.answers import recalled, written_down
from corpus.papers import Meeting, Paper
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from indexer.store import Version

NOW = Version("first", 7)
BATHS = "RESOLVED that Kingsmill Baths be kept open until March."
FEES = "RESOLVED that the fees be noted."


def passage(text: str, page: int | None = 2, *, file: str = "a.pdf", title: str = "Baths") -> Passage:
    meeting = Meeting("Aldermere Borough Council", "Cabinet", date(2024, 4, 30))
    section = Section(Paper(file, "0", 1, 1), SectionKind.MINUTES, meeting, page=page, page_end=page)
    return Passage(section, text, text, page, page, item="5", title=title)


def answer(*citations: Citation, passages: tuple[Passage, ...] = (), answered: bool = True) -> Answer:
    text = "The Cabinet kept the baths open. [1]"
    return Answer(
        "Baths?",
        text,
        answered,
        "decision",
        citations,
        passages,
        notes=("Assumed: 2024.",),
        alternatives=(Alternative("Any time", "Baths, at any time?"),),
        suggestions=("Fees?",),
    )


def back(kept: str, *now: Passage, pages: dict[int | None, str] | None = None, version: Version = NOW) -> Answer | None:
    texts = {one.page: one.text for one in now} if pages is None else pages

    def passages_of(file: str) -> Sequence[Passage]:
        return [one for one in now if one.section.paper.file == file]

    return recalled(kept, version, passages_of=passages_of, page_text=lambda _, page: texts.get(page, ""))


CITED = Citation(1, passage(BATHS), BATHS, 2, 2)


def test_an_answer_comes_back_as_it_was() -> None:
    told = answer(CITED)
    assert back(written_down(told, NOW), passage(BATHS)) == told


def test_what_stood_behind_an_answer_comes_back_only_where_it_may_still_be_seen() -> None:
    told = replace(answer(CITED), more=(Citation(0, passage(FEES, 3), FEES, 3, 3),))
    assert back(written_down(told, NOW), passage(BATHS), passage(FEES, 3)) == told
    assert back(written_down(told, NOW), passage(BATHS)) == answer(CITED)


def test_where_a_quote_stands_is_looked_up_anew() -> None:
    both = {2: f"{FEES}\n{BATHS}"}
    found = back(written_down(answer(CITED), NOW), passage(FEES), passage(BATHS, title="Leisure"), pages=both)
    assert found is not None
    assert found.citations[0].passage.title == "Leisure"


def test_an_answer_whose_paper_is_gone_is_not_given_back() -> None:
    assert back(written_down(answer(CITED), NOW)) is None


def test_an_answer_whose_page_may_not_be_seen_is_not_given_back() -> None:
    assert back(written_down(answer(CITED), NOW), passage(BATHS), pages={}) is None
    assert back(written_down(answer(CITED), NOW), passage(FEES, 1), pages={1: FEES, 2: BATHS}) is None


def test_one_lost_citation_of_two_is_enough() -> None:
    two = answer(CITED, Citation(2, passage(FEES, 3), FEES, 3, 3))
    assert back(written_down(two, NOW), passage(BATHS)) is None


def test_a_file_without_pages_comes_back() -> None:
    told = answer(Citation(1, passage(BATHS, None), BATHS, None, None))
    assert back(written_down(told, NOW), passage(BATHS, None)) == told


def test_what_stands_beside_the_quotes_comes_back_from_the_same_index_only() -> None:
    found = back(written_down(answer(CITED), NOW), passage(BATHS), version=Version("first", 8))
    assert found is not None
    assert (found.notes, found.suggestions) == ((), ())


def test_nearest_passages_come_back_as_far_as_they_may_be_seen() -> None:
    near = answer(passages=(passage(BATHS), passage(FEES, 3)), answered=False)
    found = back(written_down(near, NOW), passage(FEES, 3))
    assert found is not None
    assert found.passages == (passage(FEES, 3),)
