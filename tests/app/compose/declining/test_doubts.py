from collections.abc import Sequence
from datetime import date

import pytest

from app.compose.declining.doubts import Doubt, doubts, suspected
from app.compose.declining.score import declined
from app.compose.evidence import Evidence
from app.compose.records import Records
from app.compose.tries import Try
from app.compose.wording import Draft, Statement
from corpus.papers import Meeting, Paper
from indexer.findings.attendance import Attendance, Capacity
from indexer.passages.embedding import Vectors
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.search import Hit
from retriever.vocabulary import Place, Vocabulary
from tests.word_embedder import WordEmbedder

COUNCIL = "Wexbridge District Council"
MINUTES = Section(Paper("a.pdf", "0" * 64, 1, 1), SectionKind.MINUTES, Meeting(COUNCIL, "Cabinet", date(2024, 3, 4)))
TEXT = "The Otter Brook flood wall was built by Pemberley Marine in June 2024."
PASSAGE = Passage(MINUTES, TEXT, TEXT)
HELD = set(TEXT.lower().replace(".", "").split()) | {"wexbridge", "cabinet"}
WORDS = Vocabulary([Place(COUNCIL, "Cabinet")], {}, passages=200, holding=lambda word: 5 if word in HELD else 0)


def reason(question: str, *, text: str = TEXT, coverage: float = 0.8, fits: bool = True) -> str | None:
    evidence = [Evidence(text, PASSAGE, 1.0, coverage=coverage, fits=fits)]
    asked = understand(question, vocabulary=WORDS)
    found = doubts(
        asked,
        [Hit(PASSAGE, 1.0)],
        evidence,
        records=Records(sections=(MINUTES,)),
        vocabulary=WORDS,
        embedder=WordEmbedder(),
    )
    return next((doubt.why for doubt in found), None)


def test_what_the_papers_say_is_answered() -> None:
    assert reason("Who built the flood wall at Otter Brook?") is None


def test_where_the_words_are_few_the_meaning_decides() -> None:
    question = "What was the flood wall built against?"
    assert reason(question, coverage=0.3) is None
    assert reason(question, text="Bins, bottles, batteries.", coverage=0.3) == ""


def test_a_name_that_no_paper_holds_is_named() -> None:
    assert reason("Who built the flood wall in Birchester?") == "No paper names “Birchester”."


def test_a_council_that_no_paper_names_is_named_in_small_letters_too() -> None:
    assert reason("did birchester borough council build the flood wall?") == (
        "No paper names “birchester borough council”."
    )
    assert reason("did wexbridge district council build the flood wall?") is None
    assert reason("when did borough council staff see the flood wall built?") is None


@pytest.mark.parametrize("when", ["on 6 May 2024", "in May 2024"])
def test_a_meeting_without_minutes_is_named(when: str) -> None:
    assert reason(f"What did Cabinet decide about the flood wall {when}?") == (
        f"We have no minutes of {when.removeprefix('on ').removeprefix('in ')}."
    )


def test_a_year_before_the_first_minutes_is_named_and_a_later_one_may_be_what_was_decided() -> None:
    assert reason("What did Cabinet decide about the flood wall in 2019?") == "We have no minutes of 2019."
    assert reason("What did Cabinet decide about the flood wall for 2027?") is None


def test_a_meeting_with_minutes_is_answered_from_them() -> None:
    assert reason("What did Cabinet decide about the flood wall in March 2024?") is None


def test_a_matter_without_the_figure_asked_for_is_said_to_have_none() -> None:
    assert reason("How much did the flood wall at Otter Brook cost?", fits=False) == ("We could not find the figure.")


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Who chairs the flood board of Otter Brook?", "name"),
        ("What rating did the flood wall at Otter Brook get?", "rating"),
        ("When was the flood wall at Otter Brook painted?", "date"),
    ],
)
def test_what_was_missing_is_named(question: str, missing: str) -> None:
    assert str(reason(question)).startswith(f"We could not find the {missing}")


@pytest.mark.parametrize(
    "question",
    ["When was it agreed that the flood wall at Otter Brook be built?", "On what day was the flood wall approved?"],
)
def test_the_day_of_the_meeting_answers_when_something_was_decided(question: str) -> None:
    assert reason(question, text="RESOLVED that the Otter Brook flood wall be built.") is None


def test_who_was_at_a_meeting_of_a_day_is_answered_from_the_record() -> None:
    there = (Attendance(MINUTES, "Elm", Capacity.APOLOGIES, page=1),)
    asked = understand("who was absent from the Cabinet on 4 March 2024?", vocabulary=WORDS)
    held = Records(sections=(MINUTES,), attendance=there)
    hits, said = [Hit(PASSAGE, 1.0)], [Evidence(TEXT, PASSAGE, 1.0, coverage=0.1)]
    assert doubts(asked, hits, said, records=held, vocabulary=WORDS, embedder=WordEmbedder()) == []


def test_where_nothing_was_found_there_is_no_answer() -> None:
    asked = understand("Who built the flood wall?", vocabulary=WORDS)
    found = doubts(asked, [], [], records=Records(), vocabulary=WORDS, embedder=WordEmbedder())
    assert [doubt.name for doubt in found] == ["nothing"]


def test_a_number_that_stands_nowhere_is_named() -> None:
    assert reason("What was decided under minute FW 12?") == "No paper found has “FW12”."
    text = "FW 12 Otter Brook: that the flood wall be built."
    passage = Passage(MINUTES, text, text, item="FW 12")
    asked = understand("What was decided under minute FW 12?", vocabulary=WORDS)
    found = doubts(
        asked,
        [Hit(passage, 1.0)],
        [Evidence(text, passage, 1.0, coverage=0.8)],
        records=Records(sections=(MINUTES,)),
        vocabulary=WORDS,
        embedder=WordEmbedder(),
    )
    assert "no such number" not in [doubt.name for doubt in found]


class NoEmbedder(WordEmbedder):
    """Fails where any meaning is compared."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        raise AssertionError(f"compared {texts}")


def test_meanings_are_not_compared_where_they_would_settle_nothing() -> None:
    asked = understand("What was the flood wall built against?", vocabulary=WORDS)
    hits = [Hit(PASSAGE, 1.0)]
    said = [Evidence(TEXT, PASSAGE, 1.0, coverage=0.3)]
    found = suspected(asked, hits, said, records=Records(), vocabulary=WORDS, embedder=NoEmbedder())
    assert [doubt.name for doubt in found] == ["far"]
    quote = Statement("", Evidence(TEXT, PASSAGE, 1.0, coverage=1.0))
    sure, hopeless = (Try("blocks", Draft("fact", True, (quote,)), worth) for worth in (9.0, -9.0))
    assert declined(asked, hits, said, sure, found, WORDS.rarity) is None
    assert declined(asked, hits, said, hopeless, found, WORDS.rarity) == Doubt("far")
    with pytest.raises(AssertionError, match="compared"):
        assert found[0].stands


def test_what_is_counted_is_named_with_the_figure() -> None:
    assert reason("How many otters did Otter Brook have?", text="Bins, bottles, batteries.", coverage=0.2) == (
        "We could not find the figure for “otters”."
    )


def test_a_financial_year_that_no_passage_names_is_named() -> None:
    assert reason("What was spent on the flood wall in 2031/32?") == "No paper names “2031/32”."


def test_a_meeting_in_a_month_of_which_no_paper_is() -> None:
    assert (
        reason("What was said of the flood wall at the January meeting?")
        == "We have no minutes of a meeting in January."
    )
    assert reason("What was said of the flood wall at the March meeting?") is None


def declined_for(question: str, text: str, worth: float = 1.0) -> bool:
    """Whether a quote alone is shown as the answer to a question; its doubts are left out."""
    passage = Passage(MINUTES, text, text)
    quote = Evidence(text, passage, 1.0, coverage=0.8)
    best = Try("blocks", Draft("fact", True, (Statement("", quote),)), worth)
    asked = understand(question, vocabulary=WORDS)
    return declined(asked, [Hit(passage, 2.5)], [quote], best, [], WORDS.rarity) is not None


def test_a_cost_is_not_answered_by_what_was_given_towards_it() -> None:
    question = "What did the flood wall cost?"
    assert not declined_for(question, "The flood wall was built for £500.")
    assert declined_for(question, "A donation of £500 towards the cost of the flood wall came in.")


def test_a_cost_is_not_answered_by_a_quote_without_a_sum() -> None:
    assert declined_for("What did the flood wall cost?", "The flood wall was built by the brook.")
