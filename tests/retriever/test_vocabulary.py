from datetime import date

import pytest

from corpus.papers import Meeting, Paper
from indexer.findings.acronyms import Acronym
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.vocabulary import Place, Vocabulary, by_organisation, most_spelt_out
from retriever.words import stem

PLACES = [
    Place("Aldermere Borough Council", "Cabinet"),
    Place("Aldermere Borough Council", "Health and Wellbeing Board"),
    Place("Glanrhyd Vale Council", "Cabinet"),
]


def test_a_council_is_named_by_its_own_word() -> None:
    found = Vocabulary(PLACES, {}).places_in("What did Aldermere decide about the baths?")
    assert {p.organisation for p in found} == {"Aldermere Borough Council"}


def test_a_body_of_a_named_council_is_found() -> None:
    found = Vocabulary(PLACES, {}).places_in("What did Glanrhyd's Cabinet decide?")
    assert found == [Place("Glanrhyd Vale Council", "Cabinet", by_body=True)]


def test_a_body_that_two_councils_have_names_neither() -> None:
    assert Vocabulary(PLACES, {}).places_in("What did the Cabinet decide?") == [Place("", "Cabinet", True)]


def test_a_body_that_one_council_has_names_it() -> None:
    found = Vocabulary(PLACES, {}).places_in("the Health and Wellbeing Board's view")
    assert [p.organisation for p in found] == ["Aldermere Borough Council"]


def test_acronyms_are_expanded_both_ways() -> None:
    vocabulary = Vocabulary([], {"JLTP": "Joint Local Transport Plan"})
    assert list(vocabulary.expansions("Is the JLTP adopted?")) == ["Joint Local Transport Plan"]
    assert list(vocabulary.expansions("Is the joint local transport plan adopted?")) == ["JLTP"]


def test_an_acronym_means_what_most_sections_say() -> None:
    section = Section(Paper("a.pdf", "", 0, 0), SectionKind.REPORT, Meeting())
    longs = ["Quay Repair Fund", "Queen's Road Ferry", "Quay Repair Fund"]
    assert most_spelt_out(Acronym(section, "QRF", long) for long in longs) == {"QRF": "Quay Repair Fund"}


SHIRES = [
    Place("North Wenshire Council", "Cabinet"),
    Place("South Wenshire Council", "Cabinet"),
    Place("", "Upper Lodden Board"),
    Place("Glanrhyd Vale Council", "Cabinet"),
]


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("What did North Wenshire decide?", {"North Wenshire Council"}),
        ("What did North Wens decide?", {"North Wenshire Council"}),
        ("What did NWC decide?", {"North Wenshire Council"}),
        ("What did Wenshire decide?", {"North Wenshire Council", "South Wenshire Council"}),
        ("Which roads in the north were closed?", set()),
        ("What did the Lodden board say?", {""}),
    ],
)
def test_points_tell_places_apart_only_beside_another_word(text: str, organisations: set[str]) -> None:
    assert {place.organisation for place in Vocabulary(SHIRES, {}).places_in(text)} == organisations


BODIES = [
    Place("Aldermere Borough Council", "Council"),
    Place("Aldermere Borough Council", "Overview and Scrutiny Committee"),
    Place("Glanrhyd Vale Council", "Cabinet"),
    Place("Reading Vale Council", "Cabinet"),
]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("What did the scrutiny committee say?", {"Overview and Scrutiny Committee"}),
        ("What did OSC say?", {"Overview and Scrutiny Committee"}),
        ("Which of the cabinets met?", {"Cabinet"}),
        ("What did the cabnet decide?", {"Cabinet"}),
        ("What did full council decide?", {"Council"}),
        ("How much is the council tax?", set()),
        ("Are council houses let?", set()),
        ("Which committee met?", set()),
    ],
)
def test_a_body_is_named_by_a_shorter_name_its_initials_or_a_slip(text: str, bodies: set[str]) -> None:
    vocabulary = Vocabulary(BODIES, {}, passages=9, likest=lambda word: {"cabnet": "cabinet"}.get(word, ""))
    assert {place.body for place in vocabulary.places_in(text)} == bodies


def test_initials_that_the_papers_spell_out_otherwise_name_no_body() -> None:
    assert Vocabulary(BODIES, {"OSC": "Old Swimming Club"}).places_in("What did OSC say?") == []


@pytest.mark.parametrize(("text", "named"), [("What did Aldermre decide?", True), ("Was the report read?", False)])
def test_a_place_is_named_by_a_slip_and_not_by_a_word_of_the_same_stem(text: str, named: bool) -> None:
    vocabulary = Vocabulary(BODIES, {}, passages=9, likest=lambda word: {"aldermre": stem("aldermere")}.get(word, ""))
    assert bool(vocabulary.places_in(text)) is named


def test_the_days_are_those_of_the_places_meant() -> None:
    met = [(SHIRES[0], date(2024, 1, 9)), (SHIRES[0], date(2024, 3, 4)), (SHIRES[1], date(2024, 2, 1))]
    vocabulary = Vocabulary(SHIRES, {}, met=met)
    assert vocabulary.days_of([SHIRES[0]]) == [date(2024, 1, 9), date(2024, 3, 4)]
    assert vocabulary.days_of([]) == []  # it is left open whose meetings are meant
    assert Vocabulary(SHIRES, {}, met=met[:2]).days_of([]) == [date(2024, 1, 9), date(2024, 3, 4)]


def test_only_a_long_word_that_stands_nowhere_can_be_a_slip() -> None:
    counts = {"school": 20}
    vocabulary = Vocabulary(
        [], {}, passages=50, holding=lambda word: counts.get(stem(word), 0), likest=lambda word: f"like {word}"
    )
    assert vocabulary.correction("potholess") == "like potholess"
    assert vocabulary.correction("schools") == ""  # it stands in the papers
    assert vocabulary.correction("scol") == ""  # too short to tell
    assert vocabulary.correction("24/0009") == ""  # no word


def spelt(organisation: str, long: str) -> Acronym:
    return Acronym(
        Section(Paper("a.pdf", "", 0, 0), SectionKind.REPORT, Meeting(organisation=organisation)), "QRF", long
    )


def test_an_acronym_means_what_the_organisation_that_is_asked_about_means_by_it() -> None:
    found = [
        spelt("Aldermere Borough Council", "Quay Repair Fund"),
        spelt("Aldermere Borough Council", "Quay Repair Fund"),
        spelt("Glanrhyd Vale Council", "Queen's Road Ferry"),
    ]
    vocabulary = Vocabulary(PLACES, most_spelt_out(found), own=by_organisation(found))
    assert understand("What is the QRF in Glanrhyd?", vocabulary=vocabulary).expansions == ("Queen's Road Ferry",)
    assert understand("What is the QRF in Aldermere?", vocabulary=vocabulary).expansions == ("Quay Repair Fund",)
    assert understand("What is the QRF?", vocabulary=vocabulary).expansions == ("Quay Repair Fund",)
    assert understand("Does the Queen's Road Ferry run?", vocabulary=vocabulary).expansions == ("QRF",)


def test_an_organisation_that_spells_no_acronym_out_is_read_as_the_others_are() -> None:
    found = [spelt("Aldermere Borough Council", "Quay Repair Fund")]
    vocabulary = Vocabulary(PLACES, most_spelt_out(found), own=by_organisation(found))
    assert understand("What is the QRF in Glanrhyd?", vocabulary=vocabulary).expansions == ("Quay Repair Fund",)
