"""A matter in four small papers, made by hand: what was recommended, decided, asked for, and reported back."""

from __future__ import annotations

from datetime import date

from app.answers.sources import Sources
from app.matters.chronology import Found
from app.matters.topics import Topic
from corpus.papers import Meeting, Paper
from indexer.findings.minutes import Decision
from indexer.findings.recommendations import Recommendation
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from indexer.store import PUBLIC
from retriever.register import Ruling, rulings

COUNCIL = "Brambleford Borough Council"
TOPIC = Topic({"ferri": 3.0, "hous": 1.0})

PAGES = {
    ("report.pdf", 4): "Ferry House. It is recommended that the lease of Ferry House be renewed for ten years.",
    ("minutes.pdf", 2): "12. FERRY HOUSE RESOLVED that the lease be renewed for five years; that a report on the roof "
    "survey be brought back.",
    ("minutes.pdf", 3): "13. PARKING RESOLVED that the charges be noted.",
    ("later.pdf", 1): "3.1 The roof survey of Ferry House found nothing amiss, as the Cabinet will be glad to hear.",
}


class Pages:
    """The pages above in place of a store."""

    def page_text(self, file: str, page: int | None, *, right: object) -> str | None:
        assert right == PUBLIC
        return PAGES.get((file, page or 0))

    def passages_of_paper(self, file: str, *, right: object) -> list[Passage]:
        return (
            [passage(section("later.pdf", SectionKind.REPORT, date(2024, 9, 2)), printed="17")]
            if file == "later.pdf"
            else []
        )


def section(file: str, kind: SectionKind, held_on: date | None, body: str = "Cabinet", title: str = "") -> Section:
    return Section(Paper(file, "0", 1, 1), kind, Meeting(COUNCIL, body, held_on), title)


REPORT = section("report.pdf", SectionKind.REPORT, date(2024, 3, 4), title="Ferry House")
MINUTES = section("minutes.pdf", SectionKind.MINUTES, date(2024, 3, 4))
LATER = section("later.pdf", SectionKind.REPORT, date(2024, 9, 2), title="Buildings: a report on their condition")


def decision(
    text: str, outcome: str, item: str = "12", title: str = "FERRY HOUSE", page: int = 2, **more: object
) -> Decision:
    return Decision(MINUTES, page, item, title, text, outcome, **more)  # type: ignore[arg-type]


def passage(of: Section, printed: str = "") -> Passage:
    text = PAGES["later.pdf", 1]
    return Passage(of, text, text, 1, 1, printed, title=of.title)


RENEWED = decision("that the lease be renewed for five years;", "approved", mover="Councillor Ash", delegated_to="")
ASKED = decision("that a report on the roof survey be brought back.", "requested")
PARKING = decision("that the charges be noted.", "noted", "13", "PARKING", 3)


def sources() -> Sources:
    return Sources(Pages(), PUBLIC)  # type: ignore[arg-type]


def held() -> list[Ruling]:
    return rulings([RENEWED, ASKED, PARKING])


def found(**changes: object) -> Found:
    """What the papers hold of the matter, with the changes of a test."""
    text = "the lease of Ferry House be renewed for ten years."
    held_now: dict[str, object] = {
        "rulings": held(),
        "recommendations": [Recommendation(REPORT, "1", text, 4)],
        "actions": [],
        "fates": [],
        "passages": [passage(LATER)],
    }
    return Found(**{**held_now, **changes})  # type: ignore[arg-type]
