from collections.abc import Sequence
from datetime import date

from app.compose.evidence import Evidence
from app.compose.overview import overview
from app.compose.records import Records
from corpus.papers import Meeting, Paper
from indexer.findings.acronyms import Acronym
from indexer.findings.decisions import Decision
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.register import rulings
from retriever.search import Hit
from retriever.vocabulary import Place, Vocabulary

COUNCIL = "Wexbridge District Council"
WORDS = Vocabulary([Place(COUNCIL, "Cabinet")], {}, passages=200, holding=lambda _: 5)
MEETING = Meeting(COUNCIL, "Cabinet", date(2024, 3, 4))
REPORT = Section(Paper("a.pdf", "0" * 64, 1, 1), SectionKind.REPORT, MEETING, title="Harbour Fund")
MINUTES = Section(Paper("b.pdf", "1" * 64, 1, 1), SectionKind.MINUTES, MEETING)
TEXT = "The Harbour Fund was discussed in May. The Harbour Fund is a sum of money for mending quays."
NOTED, DEFINED = TEXT.split(". ")[0] + ".", TEXT.split(". ")[1]
PASSAGE = Passage(REPORT, TEXT, TEXT)


def said(
    *evidence: Evidence,
    decided: str = "",
    more: Sequence[Evidence] = (),
    asked: str = "What is the Harbour Fund?",
    acronyms: Sequence[Acronym] = (),
) -> list[tuple[str, str]]:
    passage = Passage(MINUTES, decided, decided, item="7")
    limbs = [Decision(MINUTES, 1, "7", "Harbour Fund", decided, "approved")] if decided else []
    draft = overview(
        understand(asked, vocabulary=WORDS),
        evidence,
        more,
        hits=[Hit(PASSAGE, 1.0), Hit(passage, 0.9)],
        records=Records(rulings=tuple(rulings(limbs)), acronyms=tuple(acronyms)),
        vocabulary=WORDS,
    )
    return [(s.text, s.evidence.sentence if s.evidence else "") for s in draft.statements]


def piece(text: str, order: int, score: float, *, passage: Passage = PASSAGE, coverage: float = 1.0) -> Evidence:
    return Evidence(text, passage, score, coverage=coverage, order=order)


def test_the_definition_leads() -> None:
    assert said(piece(NOTED, 0, 1.0), piece(DEFINED, 2, 0.0))[0][1] == DEFINED


def test_a_weaker_definition_than_is_quoted_at_all_does_not_lead() -> None:
    assert said(piece(NOTED, 0, 1.0), piece(DEFINED, 2, -9.0))[0][1] == NOTED


def test_a_line_of_the_contents_and_what_is_of_something_else_are_left_out() -> None:
    contents = piece("The Harbour Fund and its Purpose 12", 4, 2.0)
    other = piece("Ferries run daily.", 0, 2.0, passage=Passage(REPORT, "Ferries", "Ferries"), coverage=0.0)
    assert [quote for _, quote in said(piece(DEFINED, 2, 1.0), contents, other)] == [DEFINED]


def test_what_was_decided_on_the_subject_comes_last() -> None:
    ruling = "That the Harbour Fund be closed."
    assert said(piece(DEFINED, 2, 1.0), decided=ruling)[-1] == (
        f"Decided by the {COUNCIL} Cabinet on 4 March 2024:",
        ruling,
    )


def test_a_ruling_that_does_not_name_the_subject_is_not_told() -> None:
    assert len(said(piece(DEFINED, 2, 1.0), decided="That the ferries be painted.")) == 1


def test_room_is_kept_for_a_second_question_asked_with_the_first() -> None:
    spent = piece("The fund has spent £41,000 on quays.", 0, -9.0, passage=Passage(REPORT, "Spent", "Spent"))
    long = [
        piece(f"The Harbour Fund {word} " + "and mends the quays " * 18 + ".", 2 * n, 1.0)
        for n, word in enumerate("abcd", 1)
    ]
    quoted = [quote for _, quote in said(*long, more=[spent])]
    assert spent.sentence in quoted
    assert spent.sentence not in [quote for _, quote in said(*long, spent)]


def test_the_definition_leads_though_the_paper_has_another_word_for_what_sort_of_thing_it_is() -> None:
    defined = "The Council runs a “Dry Cellars” initiative, which was set up in 2005 to keep floods out of cellars."
    told = "The Dry Cellars scheme was praised in a letter from the minister."
    pieces = piece(told, 0, 1.0), piece(defined, 2, 0.0)
    assert said(*pieces, asked="What is the Dry Cellars scheme in Wexbridge?")[0][1] == defined


def test_a_line_that_is_no_sentence_does_not_stand_alone() -> None:
    bare = piece("Members of the Harbour Fund in Context", 6, 2.0)
    assert [quote for _, quote in said(piece(DEFINED, 2, 1.0), bare)] == [DEFINED]


def test_what_a_report_is_for_is_not_what_its_subject_is() -> None:
    purpose = piece("The purpose of this report is to tell members of the Harbour Fund.", 6, 2.0)
    assert [quote for _, quote in said(piece(DEFINED, 2, 1.0), purpose)] == [DEFINED]


def test_short_forms_that_nothing_spells_out_are_given_in_full() -> None:
    told = piece("The Harbour Fund is held by the JQB and the WPA.", 2, 1.0)
    spelt = Acronym(REPORT, "JQB", "Joint Quays Board", 1), Acronym(REPORT, "WPA", "Wexbridge Port Authority", 2)
    assert said(told, acronyms=spelt)[1:] == [
        ("In full: JQB –", "Joint Quays Board"),
        ("WPA –", "Wexbridge Port Authority"),
    ]


def test_a_short_form_that_a_quote_spells_out_is_not_given_again() -> None:
    told = piece("The Harbour Fund is held by the Joint Quays Board (JQB).", 2, 1.0)
    assert len(said(told, acronyms=[Acronym(REPORT, "JQB", "Joint Quays Board", 1)])) == 1
