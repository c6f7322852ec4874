"""The heading of a saved page of one item or of one decision, and numbers that open items of saved and typed minutes."""

from __future__ import annotations

import pytest
from made_up import minutes_of

from indexer.findings.minutes import decisions_of
from indexer.items.item import items_of
from indexer.sections.section import SectionKind

HEARING = """Meeting: 03/05/2031 - Harbour Board (Item 41)
41 Slipway dues pdf icon PDF 153 KB
Minutes:
Mr Orr spoke of the planks.
RESOLVED: That the dues be held at £4."""

DECISION_PAGE = """Marrowdale Borough Council
You are here: Home > Decisions
Decision details
Slipway dues
Decision Maker: Executive
Decision:
That the dues be held at £4."""


def test_a_hearing_of_a_matter_is_the_item_that_its_heading_names() -> None:
    (item,) = items_of(minutes_of(HEARING))

    assert (item.number, item.title) == ("41", "Slipway dues")


def test_a_page_about_a_decision_gives_the_title_above_who_decided() -> None:
    (decision,) = decisions_of(minutes_of(DECISION_PAGE, kind=SectionKind.DECISION_RECORD))

    assert decision.title == "Slipway dues"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("31.001: To elect the Mayor", "31.002: To receive apologies"),
        ("BM(31)61 - APOLOGIES", "BM(31)62 - MINUTES OF MAY"),
    ],
)
def test_a_year_beside_the_number_is_part_of_it(first: str, second: str) -> None:
    items = items_of(minutes_of(f"{first}\nMrs Tarn spoke.\n{second}\nMr Orr spoke of the planks."))

    assert [item.number for item in items] == [first.split()[0].strip(":"), second.split()[0].strip(":")]


def test_what_the_agenda_said_behind_a_paper_is_no_part_of_the_title() -> None:
    page = (
        "1. Minutes PDF 301 KB To sign the minutes of June\nMinutes:\nRESOLVED: That they be signed.\n2. Close\nNone."
    )

    assert items_of(minutes_of(page))[0].title == "Minutes"


def test_the_label_of_what_was_minuted_is_no_heading() -> None:
    items = items_of(
        minutes_of("Slipway dues\nMinutes:\nMr Orr spoke of the planks.\nRESOLVED: That the dues be held.")
    )

    assert "Minutes" not in [item.title for item in items]
