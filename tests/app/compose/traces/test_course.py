"""How a stored matter went on: where it stands, then its steps in order of date."""

from __future__ import annotations

from datetime import date, timedelta

from app.compose.traces.course import STEPS, course_of
from app.compose.wording import Statement
from app.matters.ledger import Quote
from app.matters.position import Piece, Position
from app.matters.turns import Turn, TurnKind
from corpus.papers import Meeting, Paper
from indexer.linking.matters import ItemKind, MatterItem, matter_of
from indexer.sections.section import Section, SectionKind

FIRST = date(2031, 1, 7)


def turn(
    week: int, text: str, kind: TurnKind = TurnKind.DECIDED, body: str = "Cabinet", *, aside: bool = False
) -> Turn:
    meeting = Meeting("Saltby", body, FIRST + timedelta(weeks=week))
    section = Section(Paper(f"{week}.pdf", "0", 1, 1), SectionKind.MINUTES, meeting)
    return Turn(meeting, kind, "Tide Mill", (Quote(section, text, 1, "7", "Tide Mill"),), aside=aside)


def position(*turns: Turn, pieces: tuple[Piece, ...] = ()) -> Position:
    newest, *_ = turns
    quote = newest.quotes[0]
    mill = matter_of([MatterItem(quote.section, ItemKind.MINUTES, "7", "Tide Mill", 1, quote.section.paper.file)])
    return Position(mill, newest, (Piece("The Cabinet agreed:", newest.quotes), *pieces), turns)


def said(statements: list[Statement]) -> list[str]:
    return [one.evidence.sentence if one.evidence else one.text for one in statements]


LEASED, LET, ASKED = turn(9, "that it be leased."), turn(4, "that it be let."), turn(0, "that it be looked at.")


def test_where_it_stands_comes_first_then_the_steps_from_the_oldest() -> None:
    told = said(course_of(position(LEASED, LET, ASKED)))
    assert told == ["that it be leased.", STEPS, "that it be looked at.", "that it be let."]


def test_what_was_decided_before_is_a_step_with_its_day_and_not_a_part_of_the_position() -> None:
    before = Piece("Before that, the Cabinet agreed:", LET.quotes)
    told = said(course_of(position(LEASED, LET, ASKED, pieces=(before,))))
    assert told == ["that it be leased.", STEPS, "that it be looked at.", "that it be let."]


def test_what_is_to_come_stays_in_front() -> None:
    ahead = Piece("It is on the agenda:", LET.quotes, ahead=True)
    told = said(course_of(position(LEASED, LET, ASKED, pieces=(ahead,))))
    assert told == ["that it be leased.", "that it be let.", STEPS, "that it be looked at."]


def test_what_was_only_noted_is_left_out_of_many_steps_and_told_among_few() -> None:
    noted = turn(3, "that the report be noted.", TurnKind.NOTED)
    many = [turn(week, f"that step {week} be taken.") for week in (8, 7, 6, 5, 4)]
    assert "that the report be noted." not in said(course_of(position(LEASED, *many, noted, ASKED)))
    assert "that the report be noted." in said(course_of(position(LEASED, noted, ASKED)))


def test_where_room_is_short_the_beginning_and_what_the_deciding_body_settled_are_kept() -> None:
    long = "with all that goes with it, " * 8
    views = [turn(week, f"view {week} {long}", body="Scrutiny Committee") for week in (8, 7, 6, 5, 4)]
    told = said(course_of(position(LEASED, *views, turn(3, f"settled {long}"), turn(0, f"began {long}"))))
    assert [one.split()[0] for one in told[2:]] == ["began", "settled", "view", "view"]


def test_a_matter_of_one_meeting_has_no_steps() -> None:
    assert said(course_of(position(LEASED))) == ["that it be leased."]
