"""Acronyms are learnt where a section spells them out."""

from __future__ import annotations

import pytest
from made_up import minutes_of

from corpus.papers import Meeting, Paper
from indexer.findings.acronyms import acronyms_of
from indexer.reading.lines import Line
from indexer.sections.boundaries import SectionKind
from indexer.sections.section import Section, SectionText


def spelt_out(text: str) -> dict[str, str]:
    return {acronym.short: acronym.long for acronym in acronyms_of(minutes_of(text))}


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("the Joint Local Transport Plan (JLTP) was", "Joint Local Transport Plan", "JLTP"),
        ("the Director of Public Health (DPH) said", "Director of Public Health", "DPH"),
        ("several Lower Layer Areas (LLAs) were", "Lower Layer Areas", "LLA"),
        ("the UK Pilotage Fund (UKPF) paid", "UK Pilotage Fund", "UKPF"),
        ("an Estuary Quality Assessment (EsQA) was", "Estuary Quality Assessment", "EsQA"),
        ("the “Quay Repair Fund” (“QRF”) paid", "Quay Repair Fund", "QRF"),
        ("the Quay\nRepair Fund (QRF) paid", "Quay Repair Fund", "QRF"),
    ],
)
def test_an_acronym_is_learnt_where_it_is_spelt_out(text: str, long: str, short: str) -> None:
    assert spelt_out(text) == {short: long}


def test_nothing_is_learnt_where_the_letters_do_not_fit() -> None:
    assert spelt_out("the Swimming Baths (JLTP) were Approved Budget (see Appendix) and Tidal River Flow (TR)") == {}


def test_nothing_is_learnt_from_words_that_are_no_name() -> None:
    assert spelt_out("Every boat must pay (EBMP) here.") == {}


def test_an_acronym_has_the_page_of_its_bracket() -> None:
    lines = (Line("The Quay Repair", 4), Line("Fund (QRF) and the Tide Office (TO)", 5))
    section = Section(Paper("a.pdf", "", 0, 0), SectionKind.REPORT, Meeting())
    found = acronyms_of(SectionText(section, lines))
    assert [(one.short, one.long, one.page) for one in found] == [
        ("QRF", "Quay Repair Fund", 5),
        ("TO", "Tide Office", 5),
    ]


def test_each_long_form_is_given_once_a_section() -> None:
    found = acronyms_of(minutes_of("The Tide Office (TO). The Tide Office (TO). The Toll Order (TO)."))
    assert [one.long for one in found] == ["Tide Office", "Toll Order"]
