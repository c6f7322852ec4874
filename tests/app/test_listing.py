from datetime import date

from app.compose.listing import listing
from app.compose.records import Records
from app.compose.wording import Draft
from corpus.papers import Meeting, Paper
from indexer.acronyms import Acronym
from indexer.actions import Action
from indexer.attendance import Attendance, Capacity
from indexer.minutes import Decision
from indexer.passages import Passage
from indexer.sections import Section, SectionKind
from retriever.questions import understand
from retriever.register import Ruling
from retriever.search import Hit
from retriever.vocabulary import Vocabulary

PAPER = Paper("a.pdf", "0" * 64, 1, 1)
COUNCIL = "Wexbridge District Council"
MARCH = Section(PAPER, SectionKind.MINUTES, Meeting(COUNCIL, "Cabinet", date(2024, 3, 4)))
MAY = Section(PAPER, SectionKind.MINUTES, Meeting(COUNCIL, "Cabinet", date(2024, 5, 6)))
HEAD = Passage(MARCH, "Present: Councillor Ash\nApologies: Councillors Elm and Oak", "", 1, 1)


def asked(question: str, records: Records, hits: list[Hit] | None = None) -> Draft | None:
    return listing(understand(question, vocabulary=Vocabulary([], {})), hits or [], [], records)


def said(draft: Draft | None) -> list[tuple[str, str]]:
    assert draft is not None
    return [(s.text, s.evidence.sentence if s.evidence else "") for s in draft.statements]


def test_apologies_are_quoted_from_the_head_of_the_minutes() -> None:
    people = (Attendance(MARCH, "Elm", Capacity.APOLOGIES), Attendance(MARCH, "Oak", Capacity.APOLOGIES))
    held = Records(attendance=people, passages_of=lambda _: [HEAD])
    assert said(asked("Who sent apologies on 4 March 2024?", held)) == [
        ("Who sent apologies to the Wexbridge District Council Cabinet on 4 March 2024:", "Apologies: Councillors Elm and Oak")
    ]  # fmt: skip


def test_names_that_stand_in_no_passage_are_quoted_one_by_one() -> None:
    held = Records(attendance=(Attendance(MARCH, "Elm", Capacity.APOLOGIES, page=1),))
    assert [quote for _, quote in said(asked("Who sent apologies?", held))] == ["Elm"]


def test_another_meeting_is_not_answered_from() -> None:
    held = Records(attendance=(Attendance(MARCH, "Elm", Capacity.APOLOGIES),))
    assert asked("Who sent apologies on 6 May 2024?", held) is None


def test_actions_come_with_their_count_and_owners() -> None:
    tasks = tuple(Action(MAY, f"Write to the {who}.", owner="Jo Ash") for who in ("lido", "library"))
    assert said(asked("What actions came out of the Cabinet in May 2024?", Records(actions=tasks))) == [
        ("The minutes of the Wexbridge District Council Cabinet of 6 May 2024 record 2 actions.", ""),
        ("Jo Ash:", "Write to the lido."),
        ("Jo Ash:", "Write to the library."),
    ]


def test_an_action_plan_is_no_list_of_actions() -> None:
    assert asked("Was the action plan approved in May 2024?", Records(actions=(Action(MAY, "Write."),))) is None


def test_an_acronym_is_quoted_where_it_is_spelt_out() -> None:
    passage = Passage(MARCH, "The Better Bins Fund (BBF) is new.", "The Better Bins Fund (BBF) is new.")
    held = Records(acronyms=(Acronym(MARCH, "BBF", "Better Bins Fund"),), passages_of=lambda _: [passage])
    assert said(asked("What does BBF stand for?", held)) == [
        ("BBF stands for Better Bins Fund:", "The Better Bins Fund (BBF) is new.")
    ]


def test_the_agenda_is_listed_without_what_every_agenda_has() -> None:
    front = Section(PAPER, SectionKind.FRONT_SHEET, MAY.meeting)
    items = [Passage(front, "1. Apologies\n", ""), Passage(front, "2. Bins\n3. Trees", "", 1, 1)]
    held = Records(sections=(front,), passages_of=lambda _: items)
    assert [quote for _, quote in said(asked("What is on the agenda for May 2024?", held))][1:] == ["2. Bins\n3. Trees"]


def test_the_decisions_of_a_meeting_are_counted_and_listed() -> None:
    limb = Decision(MAY, 1, "7", "Bins", "That bins be green.", "approved")
    held = Records(rulings=(Ruling(MAY, "7", "Bins", (limb,)),))
    assert said(asked("List the decisions of the Cabinet on 6 May 2024", held)) == [
        ("The minutes of the Wexbridge District Council Cabinet of 6 May 2024 record decisions on one item.", ""),
        ("7 Bins:", "That bins be green."),
    ]


def test_those_who_voted_against_are_quoted() -> None:
    votes = Passage(MAY, "For (2): Councillors Ash and Elm\nAgainst (1): Councillor Oak", "", 1, 1)
    found = asked("Who voted against the lido?", Records(), [Hit(votes, 1.0)])
    assert said(found)[0][1] == "Against (1): Councillor Oak"
