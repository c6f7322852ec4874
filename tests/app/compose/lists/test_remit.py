"""What a committee is for, and the figure that was decided last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.compose.lists.listing import listing
from app.compose.records import Records
from corpus.papers import Meeting, Paper
from indexer.findings.minutes import Decision
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.register import Ruling
from retriever.search import Hit
from retriever.vocabulary import Vocabulary

WORDS = Vocabulary([], {}, passages=100)
COUNCIL, BODY = "Wexbridge District Council", "Harbour Scrutiny Panel"
MARCH = Section(Paper("a.pdf", "0" * 64, 1, 1), SectionKind.MINUTES, Meeting(COUNCIL, BODY, date(2024, 3, 4)))
MAY = replace(MARCH, meeting=replace(MARCH.meeting, held_on=date(2024, 5, 6)))
SAYS = "The Harbour Scrutiny Panel has a duty to look into whatever the Harbour Board decides."


def limb(section: Section, text: str, title: str = "Quay", outcome: str = "agreed") -> Ruling:
    return Ruling(section, "4", title, (Decision(section, 1, "4", title, text, outcome),))


def said(question: str, records: Records, *hits: Passage) -> list[tuple[str, str]]:
    found = [Hit(passage, 1.0) for passage in hits]
    draft = listing(understand(question, vocabulary=WORDS), found, [], records, WORDS.rarity)
    return [(s.text, s.evidence.sentence if s.evidence else "") for s in draft.statements] if draft else []


def test_what_a_committee_does_is_the_sentence_that_says_it() -> None:
    beside = "The Harbour Scrutiny Panel met in the hall. Its papers have been moved, and a fund was set up to mend it."
    passage = Passage(MARCH, f"{beside} {SAYS}", "", 1, 1)
    assert [
        quote for _, quote in said("What does the Harbour Scrutiny Panel do?", Records(sections=(MARCH,)), passage)
    ] == [SAYS]


def test_where_no_paper_says_it_the_latest_decisions_are_given() -> None:
    routine = limb(MAY, "that the work programme be approved.", "Work programme")
    held = Records(sections=(MARCH, MAY), rulings=(limb(MARCH, "that the quay be mended."), routine))
    for question in ("What does the Harbour Scrutiny Panel do?", "What does HSP do?"):
        assert said(question, held) == [
            (
                "We have no paper that says in a sentence what the Harbour Scrutiny Panel does. We have papers of 2 meetings "
                "of the Wexbridge District Council Harbour Scrutiny Panel, 4 March 2024 to 6 May 2024. Its latest decisions:",
                "",
            ),
            ("4 March 2024, Quay – agreed:", "that the quay be mended."),
        ]


def test_a_question_for_more_than_what_a_committee_does_is_left_to_others() -> None:
    held = Records(sections=(MARCH,), rulings=(limb(MARCH, "that the quay be mended."),))
    assert said("What does the Harbour Scrutiny Panel say about the slip?", held) == []


def test_a_figure_for_a_year_to_come_is_the_one_that_was_decided_last() -> None:
    held = Records(
        rulings=(
            limb(MARCH, "that the mooring fee be increased by 3 per cent."),
            limb(MAY, "that the mooring fee be increased by 5 per cent."),
            limb(MAY, "that the mooring fee be increased by 9 per cent.", outcome="lost"),
            limb(MAY, "that the mooring fee be looked at next year."),
        )
    )
    for question in ("What is the mooring fee for next year?", "What is the mooring fee rise for next year?"):
        assert [quote for _, quote in said(question, held)] == ["that the mooring fee be increased by 5 per cent."]
    assert said("What is the mooring fee?", held) == []
