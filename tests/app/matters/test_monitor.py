"""The monitor: each status is given where a paper surely says so, and to nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from app.matters.monitor import Recorded, Wanted, monitor_of, selected_of
from app.matters.undertakings import LaterPapers, Sort, Status, Tracked
from corpus.papers import Meeting, Paper
from indexer.findings.actions import Action
from indexer.findings.events import EventKind
from indexer.findings.minutes import Decision, VoteEvent
from indexer.findings.recommendations import Recommendation
from indexer.items.table_rows import TableRow
from indexer.linking.fates import Fate, FateKind
from indexer.linking.followed_actions import LogRow, logged
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind

COUNCIL = "Saltby Town Council"
JANUARY, MARCH, MAY, JULY = date(2031, 1, 7), date(2031, 3, 4), date(2031, 5, 6), date(2031, 7, 1)
MINUTES, LOG, REPORT = SectionKind.MINUTES, SectionKind.ACTION_LOG, SectionKind.REPORT


def section(day: date, kind: SectionKind = MINUTES, body: str = "Harbour Committee") -> Section:
    return Section(Paper(f"{body} {kind.value} {day}.pdf", "0", 1, 1), kind, Meeting(COUNCIL, body, day), "Tide Mill")


def passage(text: str, day: date = MAY, kind: SectionKind = REPORT, body: str = "Harbour Committee") -> Passage:
    return Passage(section(day, kind, body), text, text, 2, 2)


def later(*passages: Passage, matter: str = "mill", last: date = JULY) -> LaterPapers:
    """Papers that are all of one matter, as are the minutes of January."""

    def find(organisation: str, after: date, words: Sequence[str]) -> list[Passage]:
        assert organisation == COUNCIL
        return [one for one in passages if (one.section.meeting.held_on or date.min) > after]

    matters = {(one.section, ""): "mill" for one in passages} | {(section(JANUARY), "7"): matter}
    return LaterPapers(find, {(COUNCIL, "Harbour Committee"): last}, matters)


def action(text: str, day: date = JANUARY, kind: SectionKind = MINUTES, **more: str) -> Action:
    return Action(section(day, kind), text, item="7", page=1, **more)


def request(text: str) -> Decision:
    return Decision(section(JANUARY), 1, "7", "Tide Mill", text, "requested")


def followed_up(*actions: Action, behind: LaterPapers | None = None) -> list[Tracked]:
    return monitor_of(Recorded(actions=actions), behind or later())


def became_of(text: str, *passages: Passage, last: date = JULY, matter: str = "mill") -> Tracked:
    recorded = Recorded(decisions=[request(text)])
    return monitor_of(recorded, later(*passages, last=last, matter=matter))[0]


LETTER = "Jo Ash to write to the rowing club about the slipway"


@pytest.mark.parametrize(
    "status", ["Done", "Completed 3 May", "Now closed.", "Kept: 6 May 2031", "Late: 2 May 2031, by letter"]
)
def test_an_action_is_done_where_a_later_log_says_so(status: str) -> None:
    (one,) = followed_up(action(LETTER, owner="Jo Ash"), action(LETTER, MAY, LOG, status=status, owner="Jo Ash"))
    assert (one.status, one.evidence.section.meeting.held_on, one.evidence.text) == (Status.DONE, MAY, status)
    assert (one.owner, one.asked_on) == ("Jo Ash", JANUARY)


def test_an_action_is_done_where_later_minutes_say_so_in_its_words() -> None:
    (one,) = followed_up(action(LETTER), action(f"{LETTER} had been done: it has been completed", MAY))
    assert one.status is Status.DONE


@pytest.mark.parametrize(
    "status",
    [
        "Open; counts done in May",
        "Not done",
        "Done in part",
        "Complete by June",
        "Late: expected 2 May 2031",
        "50 % done",
    ],
)
def test_a_status_that_does_not_surely_say_done_leaves_an_action_open(status: str) -> None:
    (one,) = followed_up(action(LETTER), action(LETTER, MAY, LOG, status=status))
    assert one.status is Status.RAISED


def test_what_was_done_for_one_is_not_done_for_another_in_much_the_same_words() -> None:
    found = followed_up(
        action("Invite the police to the May meeting on the slipway"),
        action("Invite the coastguard to the May meeting on the slipway", MAY, LOG, status="Done"),
    )
    assert [(one.status, one.meeting.held_on) for one in found] == [(Status.DONE, MAY), (Status.NO_TRACE, JANUARY)]


def test_the_same_words_under_another_owner_are_another_action() -> None:
    found = followed_up(action(LETTER, owner="Jo Ash"), action(LETTER, MAY, LOG, status="Done", owner="Kit Elm"))
    assert [one.status for one in found] == [Status.DONE, Status.NO_TRACE]


def test_a_report_that_a_log_finds_on_this_agenda_is_reported_back() -> None:
    (one,) = followed_up(action(LETTER), action(LETTER, MAY, LOG, status="On this agenda"))
    assert one.status is Status.REPORTED


SURVEY = "that a report on the roof survey be brought to the Harbour Committee by the end of May 2031"


def test_a_report_is_reported_back_where_the_same_matter_comes_to_that_body_in_those_words() -> None:
    one = became_of(SURVEY, passage("The roof was bare. The survey of the roof found nothing amiss."))
    assert (one.status, one.evidence.text) == (Status.REPORTED, "The survey of the roof found nothing amiss.")
    assert (one.due, one.due_on) == ("the end of May 2031", date(2031, 5, 31))


def test_a_report_without_its_words_is_reported_back_in_the_very_month_that_was_printed() -> None:
    asked = "that progress be reported to the Harbour Committee in May 2031"
    assert became_of(asked, passage("The mill turns again.")).status is Status.REPORTED
    assert became_of(asked, passage("The mill turns again.", JULY)).status is Status.NO_TRACE


@pytest.mark.parametrize(
    "found",
    [
        passage("The survey of the roof found nothing amiss.", body="Parks Committee"),
        passage("The roof survey was asked for again.", kind=MINUTES),
    ],
)
def test_another_body_s_report_and_minutes_that_only_speak_of_it_report_nothing_back(found: Passage) -> None:
    one = became_of(SURVEY, found)
    assert (one.status, one.evidence.text) == (Status.MENTIONED, found.text)


def test_a_report_of_another_matter_reports_nothing_back() -> None:
    report = passage("The survey of the roof found nothing amiss.")
    assert became_of(SURVEY, report, matter="the quay").status is Status.NO_TRACE


def test_a_report_that_has_the_name_of_what_was_asked_for_comes_back_in_its_month_whatever_its_matter() -> None:
    asked = "that a report on four school boats be brought to the Harbour Committee in May 2031"
    named = replace(section(MAY, REPORT), title="School boats")
    second = passage("Three of the school boats sailed.", JULY)

    def found(day: date) -> Tracked:
        of = replace(named, meeting=replace(named.meeting, held_on=day))
        return became_of(asked, Passage(of, "They sail.", "They sail.", 2, 2, title="School boats"), second, matter="x")

    assert (found(MAY).status, found(MAY).evidence.section.meeting.held_on) == (Status.REPORTED, MAY)
    assert found(date(2031, 6, 3)).status is not Status.REPORTED


def test_what_only_asks_for_an_act_is_not_reported_back_by_a_report() -> None:
    asked = "that the rowing club be invited to send its plan for the slipway by 3 April 2031"
    assert became_of(asked, passage("The rowing club has a plan for the slipway.")).status is Status.MENTIONED


def test_an_undertaking_without_words_of_its_own_is_mentioned_by_the_title_of_its_item() -> None:
    asked = "that a further report be brought in six months"
    assert became_of(asked, passage("In July: the tide mill.", MAY, LOG)).status is Status.MENTIONED
    assert became_of(asked, passage("The pool has six doors."), matter="").status is Status.NO_TRACE


def logged_as(text: str, raised: str, status: str, **more: str) -> LogRow:
    return LogRow(section(MAY, LOG), text, page=1, status=status, raised=raised, **more)


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("Roof survey", "7 Jan 2031"),
        ("Report on the survey", "Harbour Committee, 7 January 2031"),
        ("Survey of the roof", "the Clerk, January 2031"),
    ],
)
def test_a_row_of_a_log_says_what_became_of_what_was_asked_on_the_day_that_it_names(text: str, raised: str) -> None:
    recorded = Recorded(decisions=[request(SURVEY)], actions=[logged_as(text, raised, "Kept: 6 May 2031")])
    (one,) = monitor_of(recorded, later())
    assert (one.sort, one.status, one.evidence.text) == (Sort.REQUEST, Status.DONE, "Kept: 6 May 2031")


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("Roof survey", "8 January 2031"),
        ("Roof survey", "Parks Committee, 7 January 2031"),
        ("Slipway", "7 January 2031"),
        ("Survey", "the Clerk, January 2031"),
        ("Roof survey", ""),
    ],
)
def test_a_row_of_another_day_body_or_thing_says_nothing_of_it(text: str, raised: str) -> None:
    recorded = Recorded(decisions=[request(SURVEY)], actions=[logged_as(text, raised, "Done")])
    found = {one.sort: one.status for one in monitor_of(recorded, later(last=MAY))}
    assert found == {Sort.REQUEST: Status.NO_TRACE, Sort.ACTION: Status.DONE}


def test_a_row_without_words_of_its_own_is_known_by_its_meeting_and_the_day_that_was_set() -> None:
    asked = request("that a further report be brought to the committee by May 2031")
    for due, status in (("May 2031", Status.DONE), ("July 2031", Status.NO_TRACE)):
        found = monitor_of(
            Recorded(decisions=[asked], actions=[logged_as("Further report", "7 January 2031", "Done", deadline=due)]),
            later(),
        )
        assert status in {one.status for one in found if one.sort is Sort.REQUEST}


def test_a_log_gives_its_column_of_when_something_was_raised_or_what_stands_before_its_words() -> None:
    def of(label: str, *columns: str) -> TableRow:
        entries = ("7 Jan 2031", "Roof", "Open")[3 - len(columns) :]
        return TableRow(section(MAY, LOG), 3, 1, "", "", "", "", label, columns, entries, ("",) * len(columns), label)

    rows = [of("Roof", "Raised", "Action", "State"), of("Board, 6 May 2031, Roof", "Action", "State")]
    assert [one.raised for one in logged(rows)] == ["7 Jan 2031", "Board, 6 May 2031"]


def test_a_request_is_overdue_where_its_day_has_passed_and_no_later_paper_speaks_of_it() -> None:
    one = became_of(SURVEY)
    assert (one.status, one.evidence) == (Status.OVERDUE, one.asked)


def test_nothing_is_overdue_before_a_later_paper_of_the_body() -> None:
    assert became_of(SURVEY, last=date(2031, 5, 31)).status is Status.NO_TRACE


def test_nothing_is_overdue_of_which_a_later_paper_speaks() -> None:
    assert became_of(SURVEY, passage("The roof waits.", kind=MINUTES)).status is not Status.OVERDUE


def test_nothing_is_overdue_without_a_day_or_without_words_to_look_for() -> None:
    assert became_of("that a report on the roof survey be brought in due course").status is Status.NO_TRACE
    assert became_of("that a further report be brought to the committee by May 2031").status is Status.NO_TRACE


def test_a_day_that_is_not_after_the_meeting_makes_nothing_overdue() -> None:
    (one,) = followed_up(action(LETTER, MAY, LOG, deadline="7 January 2031"))
    assert (one.status, one.asked_on) == (Status.NO_TRACE, None)


def recommended(kind: FateKind) -> Tracked:
    asked = Recommendation(section(MARCH, REPORT), "2.1", "That the mill be leased.", 4)
    limb = Decision(section(MARCH), 2, "7", "Tide Mill", "that the mill be leased", "approved")
    return monitor_of(Recorded(fates=[Fate(asked, kind, None if kind is FateKind.NOT_FOUND else limb)]), later())[0]


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (FateKind.APPROVED, Status.ACCEPTED),
        (FateKind.AMENDED, Status.AMENDED),
        (FateKind.REJECTED, Status.REJECTED),
        (FateKind.DEFERRED, Status.DEFERRED),
        (FateKind.REFERRED, Status.REFERRED),
        (FateKind.NOTED, Status.NOTED),
    ],
)
def test_a_recommendation_has_the_status_that_its_decision_gives_it(kind: FateKind, status: Status) -> None:
    one = recommended(kind)
    assert (one.sort, one.status, one.owner) == (Sort.RECOMMENDATION, status, "Harbour Committee")
    assert (one.evidence.text, one.evidence.page) == ("that the mill be leased", 2)


def test_a_recommendation_that_no_decision_answers_has_no_trace() -> None:
    one = recommended(FateKind.NOT_FOUND)
    assert (one.status, one.evidence) == (Status.NO_TRACE, one.asked)


def moved(proposal: str, outcome: str, result: str = "", kind: EventKind = EventKind.MOTION) -> Tracked:
    event = VoteEvent(section(MARCH), 1, "7", "Tide Mill", 3, kind, proposal, (), outcome, result, "Councillor Elm")
    return monitor_of(Recorded(events=[event]), later())[0]


@pytest.mark.parametrize(
    ("proposal", "outcome", "result", "status"),
    [
        ("that the mill be leased", "carried", "The motion was carried.", Status.ACCEPTED),
        ("that the mill be leased", "lost", "The motion was lost.", Status.REJECTED),
        ("that the mill be leased", "withdrawn", "The motion was withdrawn.", Status.WITHDRAWN),
        ("that the application be refused", "rejected", "Carried.", Status.ACCEPTED),
        ("that the mill be leased", "rejected", "The motion was rejected.", Status.REJECTED),
        ("that the mill be leased", "other", "", Status.NO_TRACE),
    ],
)
def test_a_motion_has_the_status_of_the_vote_and_the_name_of_its_mover(
    proposal: str, outcome: str, result: str, status: Status
) -> None:
    one = moved(proposal, outcome, result)
    assert (one.status, one.owner, one.evidence.text) == (status, "Councillor Elm", result or proposal)


def test_a_resolution_that_nobody_moved_is_no_motion() -> None:
    event = VoteEvent(section(MARCH), 1, "7", "", 1, EventKind.RESOLUTION, "that the mill be leased", (), "agreed")
    assert monitor_of(Recorded(events=[event]), later()) == []


def test_a_request_that_is_also_a_promise_stands_once_and_replaced_minutes_do_not_count() -> None:
    promise = Action(section(JANUARY), SURVEY, item="7", page=1, promise=True)
    both = Recorded(decisions=[request(SURVEY)], actions=[promise])
    assert [one.sort for one in monitor_of(both, later())] == [Sort.REQUEST]
    replaced = Recorded(decisions=[request(SURVEY)], actions=[promise], superseded=frozenset({section(JANUARY)}))
    assert monitor_of(replaced, later()) == []


def test_the_newest_meeting_is_first_and_filters_take_out_the_rest() -> None:
    found = followed_up(action("Jo Ash to paint the crane"), action("Kit Elm to grease the winch", MAY))
    assert [one.meeting.held_on for one in found] == [MAY, JANUARY]
    assert len(selected_of(found, Wanted(since=MARCH))) == 1
    assert selected_of(found, Wanted(sort="motion")) == []
    assert len(selected_of(found, Wanted(status="no trace"))) == 2


def row(kind: SectionKind = LOG, columns: tuple[str, ...] = ("No", "Owner", "State")) -> TableRow:
    entries = ("4", "Jo Ash", "Done, 2 May")
    of = section(MAY, kind)
    return TableRow(of, 3, 1, "", "", "", "", LETTER, columns, entries, ("",) * 3, f"4 {LETTER} Jo Ash Done, 2 May")


def test_the_rows_of_a_table_in_an_action_log_are_actions() -> None:
    (one,) = logged([row()])
    assert (one.text, one.owner, one.status, one.item, one.page) == (LETTER, "Jo Ash", "Done, 2 May", "4", 3)


def test_a_table_elsewhere_or_without_owner_and_state_is_no_log() -> None:
    assert list(logged([row(REPORT), row(columns=("No", "Ward", "Year"))])) == []
