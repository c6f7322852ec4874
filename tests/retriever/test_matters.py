"""Which matter some words mean."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.papers import Meeting, Paper
from indexer.linking.matters import ItemKind, Matter, MatterItem, matter_of
from indexer.sections.section import Section, SectionKind
from retriever.matters import SURELY, matters_for


def matter(*titles: str, organisation: str = "Saltby Town Council") -> Matter:
    section = Section(
        Paper("a.pdf", "0", 1, 1), SectionKind.MINUTES, Meeting(organisation, "Cabinet", date(2031, 1, 7))
    )
    return matter_of(MatterItem(section, ItemKind.MINUTES, "7", title, 1, title) for title in titles)


MILL, DUES = matter("Tide Mill", "Tide Mill: lease to the Friends"), matter("Mooring dues")
CLEAN = matter("Clean Harbour Action Plan 2031-2036 (CHAP)")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tide mill", MILL),
        ("What about the mooring dues?", DUES),
        ("lease of the tide mill", MILL),
        ("clean harbour action plan", CLEAN),
        ("CHAP", CLEAN),
    ],
)
def test_the_words_of_its_name_mean_a_matter(text: str, expected: Matter) -> None:
    best = matters_for(text, [DUES, MILL, CLEAN])[0]
    assert best.matter == expected
    assert best.fit >= SURELY


def test_words_of_no_matter_mean_none() -> None:
    assert matters_for("the price of herring", [MILL, DUES]) == []


def test_a_named_council_leaves_out_the_matters_of_others() -> None:
    other = matter("Tide Mill", organisation="Eelham Parish Council")
    found = matters_for("tide mill", [MILL, other], organisations=("Eelham Parish Council",))
    assert [one.matter for one in found] == [other]
