from datetime import date

from app.compose.lists.coming import bodies_list, next_meeting
from app.compose.records import Records
from corpus.papers import Meeting, Paper
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.vocabulary import Place, Vocabulary

COUNCIL = "Wexbridge District Council"
WORDS = Vocabulary([Place(COUNCIL, "Cabinet"), Place(COUNCIL, "Canal Forum")], {}, passages=100)


def of(body: str, day: date, kind: SectionKind = SectionKind.FRONT_SHEET) -> Section:
    return Section(Paper(f"{body}{day}.pdf", "0" * 64, 1, 1), kind, Meeting(COUNCIL, body, day))


MARCH, MAY = of("Cabinet", date(2024, 3, 4)), of("Cabinet", date(2024, 5, 6))
FORUM = of("Canal Forum", date(2024, 4, 9), SectionKind.MINUTES)
TEXTS = {
    MARCH: "Monday 4 March 2024\nThe date of the next meeting is 6 May 2024.",
    MAY: "Monday 6 May 2024\nDate of next meeting: Monday 8 July 2024 at 2 pm",
    FORUM: "Tuesday 9 April 2024",
}
HELD = Records(
    sections=(MARCH, MAY, FORUM), passages_of=lambda section: [Passage(section, TEXTS[section], TEXTS[section], 1, 1)]
)


def next_of(question: str) -> list[tuple[str, str]]:
    found = next_meeting(understand(question, vocabulary=WORDS), HELD)
    return [(s.text, s.evidence.sentence if s.evidence else "") for s in found]


def test_the_next_meeting_is_that_which_the_latest_papers_give() -> None:
    assert next_of("When is the next meeting of the Cabinet?") == [
        (
            "The papers of the Wexbridge District Council Cabinet of 6 May 2024, the latest held, give the next meeting:",
            "Date of next meeting: Monday 8 July 2024 at 2 pm",
        )
    ]


def test_a_body_whose_latest_papers_give_no_next_meeting_has_none() -> None:
    assert next_of("When does the Canal Forum meet next?") == []


def test_what_is_asked_about_the_next_meeting_is_no_date() -> None:
    assert next_of("What will the next meeting of the Cabinet decide about bins?") == []


def test_the_bodies_are_listed_with_their_meetings() -> None:
    found = bodies_list(understand("Which bodies are there?", vocabulary=WORDS), HELD)
    assert [(s.text, s.evidence.sentence if s.evidence else "") for s in found] == [
        ("We have papers of 2 bodies:", ""),
        ("Wexbridge District Council Cabinet, 2 meetings, the latest on 6 May 2024:", "Monday 6 May 2024"),
        ("Wexbridge District Council Canal Forum, one meeting, the latest on 9 April 2024:", "Tuesday 9 April 2024"),
    ]


def test_a_question_about_what_bodies_did_is_not_answered_with_their_names() -> None:
    assert bodies_list(understand("Which boards have approved the bridge?", vocabulary=WORDS), HELD) == []
