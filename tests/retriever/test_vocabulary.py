from corpus.papers import Meeting, Paper
from indexer.acronyms import Acronym
from indexer.sections import Section, SectionKind
from retriever.questions import understand
from retriever.vocabulary import Place, Vocabulary, by_organisation, most_spelt_out

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
    assert Vocabulary(PLACES, {}).places_in("What did the Cabinet decide?") == []


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
