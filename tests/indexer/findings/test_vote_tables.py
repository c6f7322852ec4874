"""Who voted for, against and not at all, where names stand in columns, beside marks or in a roll call."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_up import minutes_of

from indexer.findings.actions import item_actions
from indexer.findings.minutes import events_of
from indexer.items.item import items_of
from indexer.sections.section import SectionText

HEAD = "2. Swimming baths\nCouncillor Marsh moved that the baths be closed on Mondays. A recorded vote was taken.\n"
END = "\nThe motion was lost.\n3. Close\nNone."


def minutes(votes: str) -> SectionText:
    return minutes_of(f"{HEAD}{votes}{END}")


def sides(text: SectionText) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    (event,) = events_of(text)
    return event.ayes, event.noes, event.abstained


@pytest.mark.parametrize(
    "votes",
    [
        "For\tAgainst\tAbstained\nCllr Marsh\tCllr Tench\tCllr Nye\n\tCllr Frome\t",
        "For (1)\tAgainst (2)\tAbstentions (1)\nMarsh\tTench\tNye\n\tFrome",
        "Councillor\tVote\nCllr Marsh\tFor\nCllr Tench\tAgainst\nCllr Frome\tAgainst\nCllr Nye\tAbstained",
        "Member\tFor\tAgainst\tAbstained\nMarsh\tX\t\t\nTench\t\tX\t\nFrome\t\tX\t\nNye\t\t\tX",
        "Ayes: Marsh\nNays: Tench, Frome\nAbstain: Nye",
        "AYES: Council Member Marsh.\nNAYS: Council Members Tench and Frome.\nABSTAIN: Council Member Nye.",
        "Roll call vote: Marsh, aye; Tench, nay; Frome, nay; Nye, abstain.",
    ],
)
def test_each_name_is_on_the_side_at_the_head_of_its_column(votes: str) -> None:
    assert sides(minutes(votes)) == (("Marsh",), ("Tench", "Frome"), ("Nye",))


def test_a_name_stands_under_its_column_also_where_the_ones_before_are_empty() -> None:
    votes = "For Against\nCllr Marsh Cllr Tench\nCllr Frome"
    text = minutes(votes)
    cells = {"For Against": (4,), "Cllr Marsh Cllr Tench": (11,), "Cllr Frome": (0,)}
    lines = tuple(
        replace(line, looks=replace(line.looks, cells=cells.get(line.text.strip(), ()))) for line in text.lines
    )
    assert sides(replace(text, lines=lines)) == (("Marsh",), ("Tench", "Frome"), ())


def test_nobody_is_no_name() -> None:
    assert sides(minutes("Ayes: Marsh, Tench\nNays: None")) == (("Marsh", "Tench"), (), ())


def test_nobody_is_to_do_anything_in_a_table_of_votes() -> None:
    text = minutes("For\tAgainst\nCllr Marsh\tCllr Tench\nCllr Oake\tCllr Frome")
    assert [action for item in items_of(text) for action in item_actions(text.section, item)] == []
