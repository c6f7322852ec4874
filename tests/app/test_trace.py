from datetime import date

from app.compose.evidence import Evidence
from app.compose.trace import trace
from corpus.papers import Meeting, Paper
from indexer.passages import Passage
from indexer.sections import Section, SectionKind
from retriever.questions import understand
from retriever.vocabulary import Vocabulary

QUESTION = understand("How did the flood wall develop?", vocabulary=Vocabulary([], {}))


def step(sentence: str, day: date, kind: SectionKind, score: float) -> Evidence:
    section = Section(Paper(f"{day}{kind}.pdf", "0" * 64, 1, 1), kind, Meeting("Wexbridge", "Cabinet", day))
    return Evidence(sentence, Passage(section, sentence, sentence), score, meaning=0.0, coverage=1.0)


def test_the_oldest_step_comes_first_with_its_day_and_its_kind() -> None:
    later = step("RESOLVED that the flood wall be built.", date(2024, 5, 6), SectionKind.MINUTES, 2.0)
    first = step("Members are recommended to design a wall.", date(2024, 3, 4), SectionKind.REPORT, 1.0)
    draft = trace(QUESTION, [later, first])
    assert [s.text for s in draft.statements] == [
        "Wexbridge Cabinet, 4 March 2024 (report) – recommended:",
        "6 May 2024 (minutes) – decided:",
    ]


def test_at_one_meeting_the_report_stands_before_the_minutes() -> None:
    day = date(2024, 5, 6)
    minuted = step("RESOLVED that the flood wall be built.", day, SectionKind.MINUTES, 2.0)
    reported = step("A wall of two metres would keep the brook out.", day, SectionKind.REPORT, 1.0)
    assert [s.evidence for s in trace(QUESTION, [minuted, reported]).statements] == [reported, minuted]
