from datetime import date

from app.compose.evidence import Evidence
from app.compose.not_found import not_found
from app.compose.records import Records
from app.holdings.holdings import Holdings
from corpus.papers import Meeting, Paper
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.vocabulary import Vocabulary

COUNCIL, DAY = "Wexbridge District Council", date(2024, 3, 4)
SECTION = Section(Paper("a.pdf", "0" * 64, 1, 1), SectionKind.MINUTES, Meeting(COUNCIL, "Cabinet", DAY))
HELD = {"papers": 7, "pages": 9, "passages": 9, "meetings": 2, "decisions": 3}


def said(question: str = "How many bins?", *, why: str = "", withheld: bool = False, unread: int = 0) -> list[str]:
    holdings = Holdings(
        **HELD, organisations=(COUNCIL,), bodies=("Cabinet", "Council"), since=DAY, until=date(2024, 5, 6),
        unread=tuple((f"{n}.pdf", "no text") for n in range(unread)), withheld=withheld,
    )  # fmt: skip
    understood = understand(question, vocabulary=Vocabulary([], {}))
    draft = not_found(understood, holdings, Records(sections=(SECTION,)), why=why)
    assert not draft.answered
    assert not any(statement.evidence for statement in draft.statements)
    return [statement.text for statement in draft.statements]


SEARCHED = "We could not find this in the 7 papers we searched (March 2024 to May 2024)."


def test_what_was_searched_is_said() -> None:
    assert said() == [SEARCHED]


def test_how_many_papers_are_of_the_body_and_time_asked_about_is_said() -> None:
    assert said("How many bins did the Cabinet buy in March 2024?") == [
        f"{SEARCHED} 1 of them is from the body and time you asked about."
    ]
    assert said("How many bins did the Cabinet buy in May 2024?") == [
        f"{SEARCHED} None of them is from the body and time you asked about."
    ]


def test_why_comes_second_and_what_was_not_searched_is_said_and_nothing_of_what_it_says() -> None:
    assert said(why="No figure was found.", unread=1, withheld=True) == [
        f"{SEARCHED} One paper could not be read in full. Confidential items are not searched.",
        "No figure was found.",
    ]


def test_what_the_papers_do_say_of_the_matter_is_quoted_under_what_they_leave_out() -> None:
    holdings = Holdings(**HELD, organisations=(COUNCIL,), bodies=("Cabinet",), since=DAY, until=DAY)
    only = Evidence.of(SECTION, "The bins are green.", 1)
    asked = understand("What do the bins cost?", vocabulary=Vocabulary([], {}))
    draft = not_found(asked, holdings, Records(), why="We could not find the figure.", only=only)
    assert not draft.answered
    assert [(one.text, one.evidence) for one in draft.statements] == [
        (
            "We could not find the figure. The closest that we found (Wexbridge District Council Cabinet minutes, 4 March 2024):",
            only,
        )
    ]
