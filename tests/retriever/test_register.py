from datetime import date

from corpus.papers import Meeting, Paper
from indexer.findings.minutes import Decision
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.register import Ruling, about, rulings
from retriever.vocabulary import Place, Vocabulary

COUNCIL = "Wexbridge District Council"
VOCABULARY = Vocabulary([Place(COUNCIL, "Cabinet"), Place("Holm Town Council", "Cabinet")], {}, passages=100)


def section(day: date, council: str = COUNCIL) -> Section:
    return Section(Paper(f"{day}.pdf", "0" * 64, 1, 1), SectionKind.MINUTES, Meeting(council, "Cabinet", day))


def limb(place: Section, item: str, title: str, text: str) -> Decision:
    return Decision(place, 2, item, title, text, "approved")


MARCH, JULY = section(date(2024, 3, 4)), section(date(2024, 7, 8))
REGISTER = [
    limb(MARCH, "12", "Otter Brook flood wall", "That the flood wall be designed."),
    limb(MARCH, "12", "Otter Brook flood wall", "That £40,000 be set aside."),
    limb(MARCH, "13", "Street trees", "That 340 trees be planted."),
    limb(JULY, "21", "Otter Brook flood wall", "That the flood wall be built."),
    limb(section(date(2024, 7, 9), "Holm Town Council"), "5", "Flood wall", "That the flood wall be painted."),
]


def asked(text: str) -> list[Ruling]:
    return about(understand(text, vocabulary=VOCABULARY), rulings(REGISTER), [], VOCABULARY)


def test_the_limbs_of_one_item_are_one_ruling() -> None:
    assert [len(ruling.limbs) for ruling in rulings(REGISTER)] == [2, 1, 1, 1]


def test_the_meeting_asked_about_comes_first() -> None:
    assert asked("What was decided about the flood wall at Otter Brook in March 2024?")[0].item == "12"
    assert asked("What was decided about the flood wall at Otter Brook on 8 July 2024?")[0].item == "21"


def test_the_council_asked_about_comes_first() -> None:
    assert asked("What did Holm decide about the flood wall?")[0].item == "5"


def test_a_ruling_about_something_else_is_left_out() -> None:
    assert all(ruling.title != "Street trees" for ruling in asked("What was decided about the flood wall?"))


def test_nothing_asked_about_gives_nothing() -> None:
    assert asked("Was the lido in Castle ward closed?") == []
