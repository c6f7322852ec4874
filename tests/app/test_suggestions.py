"""Questions to go on with come from the papers, and from nothing that was asked already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.answers.answer import Citation
from app.compose.records import Records
from app.suggestions import example_questions, first_questions, next_questions
from corpus.papers import Meeting, Paper
from indexer.findings.acronyms import Acronym
from indexer.findings.minutes import Decision
from indexer.linking.matters import ItemKind, Matter, MatterItem
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.register import Ruling

COUNCIL = "Wexbridge District Council"
FLOOD = "Brook Lane flood wall"


def minutes(day: date, kind: SectionKind = SectionKind.MINUTES, title: str = "Minutes") -> Section:
    return Section(Paper(f"{day}.pdf", "0", 1, 1), kind, Meeting(COUNCIL, "Cabinet", day), title=title)


MARCH, MAY = minutes(date(2024, 3, 4)), minutes(date(2024, 5, 6))
REPORT = minutes(date(2024, 3, 4), SectionKind.REPORT, FLOOD)


def ruling(section: Section, item: str, title: str) -> Ruling:
    return Ruling(section, item, title, (Decision(section, 1, item, title, f"That {title} be agreed.", "agreed"),))


def cited(section: Section, item: str) -> Citation:
    return Citation(1, Passage(section, "x", "x", 1, 1, item=item, title=section.title), "x", 1, 1)


HELD = Records(
    rulings=(
        ruling(MARCH, "1", "Minutes of the last meeting"),
        ruling(MARCH, "4", FLOOD.upper()),
        ruling(MARCH, "5", "Car parks"),
        ruling(MAY, "6", f"{FLOOD}: progress"),
    ),
    sections=(MARCH, MAY, REPORT),
)


def test_a_quote_from_minutes_leads_to_its_decision_the_next_one_and_the_course_of_the_matter() -> None:
    assert next_questions([cited(MARCH, "4")], HELD, asked=[]) == (
        "What did the Cabinet decide about Brook lane flood wall on 4 March 2024?",
        f"What did the Cabinet decide about {FLOOD}: progress on 6 May 2024?",
        "What happened with Brook lane flood wall?",
    )


def test_a_quote_from_a_report_leads_to_the_decisions_on_it() -> None:
    assert next_questions([cited(REPORT, "4")], HELD, asked=[])[1].endswith("progress on 6 May 2024?")


def test_what_was_asked_is_not_offered_again() -> None:
    first, *others = next_questions([cited(MARCH, "4")], HELD, asked=[])
    assert first not in next_questions([cited(MARCH, "4")], HELD, asked=[first.lower()])
    assert others[0] in next_questions([cited(MARCH, "4")], HELD, asked=[first.lower()])


def test_from_routine_business_only_the_meeting_is_asked_about() -> None:
    assert next_questions([cited(MARCH, "1")], HELD, asked=[]) == (
        "Which decisions did the Cabinet make on 4 March 2024?",
        "Who was at the meeting of the Cabinet on 4 March 2024?",
    )


def test_nothing_cited_leads_nowhere() -> None:
    assert next_questions([], HELD, asked=[]) == ()


def test_examples_leave_out_routine_business_and_references_before_a_title() -> None:
    decisions = [limb for one in HELD.rulings[:1] for limb in one.limbs]
    assert example_questions(decisions) == []
    numbered = ruling(MAY, "7", "24/00108 - Budget monitoring").limbs
    assert example_questions(numbered) == ["What did the Cabinet decide about Budget monitoring on 6 May 2024?"]


def test_the_first_questions_are_of_different_kinds_and_name_a_council_only_where_they_must() -> None:
    items = tuple(MatterItem(one, ItemKind.MINUTES, "4", FLOOD, 1, "a") for one in (MARCH, MAY))
    decisions = [limb for one in HELD.rulings for limb in one.limbs]
    found = first_questions([Matter("a", FLOOD, (), items)], decisions, [Acronym(MAY, "SFRA", "Strategic flood")])
    assert found == [
        f"What is happening with {FLOOD}?",
        "What did the Cabinet decide on 6 May 2024?",
        "What does SFRA stand for?",
    ]
    other = replace(MAY, meeting=replace(MAY.meeting, organisation="Elmshire County Council"))
    again = first_questions([Matter("a", FLOOD, (), items)], [*ruling(other, "1", "Roads").limbs, *decisions])
    assert again[1] in (
        f"What did the {COUNCIL} Cabinet decide on 6 May 2024?",
        "What did the Elmshire County Council Cabinet decide on 6 May 2024?",
    )
