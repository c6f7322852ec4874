"""Minutes that came as a few long lines are cut in front of each number that counts on."""

from __future__ import annotations

from made_up import minutes_of

from indexer.findings.minutes import read_minutes
from indexer.items.run_in import LONG_LINE, cut_long_lines
from indexer.reading.lines import Line

TALK = (
    "The members looked at the slip and the oak for it and asked what it would cost to have it done before the spring. "
)


def test_numbers_of_minutes_that_count_on_are_cut_apart() -> None:
    text = f"Present: all. 94/31 Welcome {TALK}95/31 Minutes {TALK}96/31 Slip {TALK}97/31 Oak {TALK}"
    assert len(text) > LONG_LINE
    cut = [line.text[:13] for line in cut_long_lines([Line(text)]) if line.text]
    assert cut == ["Present: all.", "94/31 Welcome", "95/31 Minutes", "96/31 Slip Th", "97/31 Oak The"]


def test_a_few_numbers_of_papers_cut_nothing() -> None:
    text = f"The paper 94/31 Slip was read. {TALK}{TALK}{TALK}Then 12/30 Oak came. {TALK}"
    assert len([line for line in cut_long_lines([Line(text)]) if line.text]) == 1


IN_CELLS = """Minutes of the meeting of the Marrow Parish Council on 12 May 2031
31/11\tApologies\tApologies from Miss Ash (away) were received and accepted.
31/12\tPlanning
31/13\tAccounts\tThe payments below were read and agreed by all present.
Clerk, wages for April\t£112.40
31/14\tVillage pump\tThe handle is loose. It was decided to buy a new one (£68).
31/15\tNext meeting\tMonday 9 June 2031 at 7 in the hall."""


def test_number_title_and_text_between_tabs_are_a_minute_and_no_action() -> None:
    minutes = read_minutes(minutes_of(IN_CELLS))
    assert minutes.actions == ()
    assert [(one.item, one.title) for one in minutes.decisions if "new one" in one.text] == [("31/14", "Village pump")]


def test_a_row_with_an_owner_in_its_last_cell_is_still_an_action() -> None:
    rows = "1. Pump\nThe pump leaks.\nMend the handle of the pump\tClerk\n2. Slip\nThe slip was looked at."
    assert [one.owner for one in read_minutes(minutes_of(rows)).actions] == ["Clerk"]


def test_an_action_in_the_last_cell_of_a_numbered_row_has_its_own_words_and_owner() -> None:
    said = "Jo to create a list of all the pumps in the parish and put it up by the next meeting."
    found = read_minutes(minutes_of(f"1. Pump\nThe pump leaks.\n1.\t{said}\n2. Slip\nThe slip was looked at.")).actions
    assert [(one.text.removeprefix("1.\t"), one.owner) for one in found] == [(said, "Jo")]
