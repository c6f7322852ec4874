import pytest

from retriever.vocabulary import Place, Vocabulary, acronyms_in

PLACES = [
    Place("Aldermere Borough Council", "Cabinet"),
    Place("Aldermere Borough Council", "Health and Wellbeing Board"),
    Place("Glanrhyd Vale Council", "Cabinet"),
]


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("the Joint Local Transport Plan (JLTP) was", "Joint Local Transport Plan", "JLTP"),
        ("the Director of Public Health (DPH) said", "Director of Public Health", "DPH"),
        ("several Lower Layer Areas (LLAs) were", "Lower Layer Areas", "LLA"),
    ],
)
def test_learns_an_acronym_where_it_is_spelt_out(text: str, long: str, short: str) -> None:
    assert acronyms_in([text]) == {short: long}


def test_learns_nothing_where_the_letters_do_not_fit() -> None:
    assert acronyms_in(["the Swimming Baths (JLTP) were", "Approved Budget (see Appendix)"]) == {}


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
