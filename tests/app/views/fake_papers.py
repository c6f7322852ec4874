"""A fake assistant over two small papers that it writes itself; every result can be worked out by hand."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.answers.answer import Alternative, Answer, Citation
from app.answers.filters import Filters
from app.holdings.holdings import Holdings
from app.holdings.library import Library, Missing, Sitting
from app.holdings.originals import Original
from app.meetings import Name, NameKind, Proceedings
from app.saved.answers import recalled
from app.views.session.desk import Desk
from corpus.errors import IndexMissing, PageUnavailable, WrongInput
from corpus.papers import Meeting, Paper
from corpus.settings import Settings
from indexer.linking.matters import Matter
from indexer.passages.passage import Passage
from indexer.review.health import doubts_of
from indexer.sections.section import Section, SectionKind
from indexer.store import StoredPaper, Version

PACK = "wellbeing/Agenda pack 9 December.pdf"
NOTES = "wellbeing/minutes-2014.txt"

LEAVES = (
    (
        "Brambleford Borough Council",
        "Health and Wellbeing Board",
        "Agenda for 9 December 2013",
        "1. Apologies",
        "2. Minutes",
    ),
    (
        "51. Better Care Fund",
        "The Director presented the draft plan for the pooled budget of £5.2m.",
        "Decision: the Board approved the Better Care Fund plan and asked",
        "for a progress report in six months.",
    ),
    ("52. Any other business", "There was none. The meeting ended at 4.15 pm."),
)
APPROVED = "the Board approved the Better Care Fund plan and asked for a progress report in six months."
PLAIN_FILE = (
    "MINUTES of the Health and Wellbeing Board, 3 March 2014\n\nPresent: Councillor Ash (Chair), Councillor Birch.\n\n"
    "60. Winter pressures\nThe Board noted the report on winter pressures. It asked for figures by ward.\n\n"
    "61. Close\nThe meeting ended at noon.\n"
)
NOTED = "The Board noted the report on winter pressures."

HOSTILE = (
    '<img src="BEACON/html.png"><script>fetch("BEACON/script")</script> ![x](BEACON/markdown.png) '
    "[y](javascript:alert(1)) "
    "![z][r]\n\n[r]: BEACON/reference.png\n\nBEACON/bare $\\href{BEACON/latex}{x}$ :red[stop] :material/home: :smile: "
    '<svg onload=fetch("BEACON/svg")> <style>body{background:url(BEACON/css.png)}</style> $5m and $6m'
)
"""Text that asks to be run, fetched or read as markup; BEACON is put in for the address of a counting server."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page drawn by the fake."""

    png: bytes
    width: int
    height: int
    found: bool


class FakeResearch:
    """Knows the names in the two papers, and takes what begins with "And" to be about the fund."""

    def names(self) -> list[Name]:
        return [
            Name("Better Care Fund", NameKind.MATTER),
            Name("Health and Wellbeing Board", NameKind.COMMITTEE),
            Name("BCF", NameKind.ACRONYM, "Better Care Fund"),
        ]

    def matters(self) -> list[Matter]:
        return []

    def proceedings(self) -> Proceedings:
        return Proceedings()

    def matter_at(self, section: Section, item: str) -> None:
        return None

    def about(self, question: str, history: Sequence[str]) -> str:
        return "Better Care Fund" if history and question.startswith("And") else ""


RESEARCH = FakeResearch()


@dataclass(slots=True)
class FakeAssistant:
    """Knows one decision, one noted report, one thing that it does not find, and one text that means harm."""

    folder: Path
    beacon: str = ""
    delay: float = 0.0
    asked: list[tuple[str, tuple[str, ...], Filters]] = field(default_factory=list)
    warmed: bool = False

    def ask(self, question: str, history: Sequence[str] = (), *, filters: Filters) -> Answer:
        self.asked.append((question, tuple(history), filters))
        time.sleep(4 if "slow" in question else self.delay)
        if "broken" in question:
            raise RuntimeError("a fault of the program")
        if "wrong" in question:
            raise WrongInput("This question cannot be read.", hint="Put it in other words.")
        if "hostile" in question:
            return self._hostile(question)
        if "winter" in question:
            noted = Citation(1, _minutes(NOTES, 3, NOTED, None, "60", "Winter pressures"), NOTED, None, None)
            return Answer(question, "The Board noted the report on winter pressures. [1]", True, "decision", (noted,))
        if "parking" in question:
            near = (_minutes(PACK, 12, APPROVED, 2, "51", "Better Care Fund"),)
            text = "The papers do not say. Searched: Health and Wellbeing Board, 2013 to 2014."
            return Answer(
                question, text, False, "not_found", passages=near, suggestions=("What was noted about winter?",)
            )
        return self._approved(question)

    def write(self, answer: Answer, history: Sequence[str] = (), *, show: Callable[[str], None]) -> Answer:
        return answer

    def _approved(self, question: str) -> Answer:
        minutes = _minutes(PACK, 12, APPROVED, 2, "51", "Better Care Fund")
        opening = Citation(2, _sheet(LEAVES[0][2]), LEAVES[0][2], 1, 1)
        return Answer(
            question,
            "The Health and Wellbeing Board approved the Better Care Fund plan on 9 December 2013. [1]\n"
            "It asked for a progress report in six months. [1] The item stood on the agenda of that day. [2]",
            True,
            "decision",
            (Citation(1, minutes, APPROVED, 2, 2), opening),
            (minutes,),
            (0.9,),
            ("Assumed: Brambleford Borough Council.",),
            (Alternative("Wenshire", "What was noted about winter, at Wenshire?"),),
            ("What was noted about winter?",),
        )

    def _hostile(self, question: str) -> Answer:
        text = HOSTILE.replace("BEACON", self.beacon)
        meeting = Meeting(organisation=text, body=text, held_on=date(2013, 12, 9))
        section = Section(Paper(PACK, "0", 1, 1), SectionKind.MINUTES, meeting, title=text)
        passage = Passage(section, text, text, 2, 2, printed_page=text, item=text, title=text)
        citation = Citation(1, passage, text, 2, 2)
        return Answer(
            question,
            text,
            False,
            "not_found",
            (citation,),
            (passage,),
            (0.1,),
            (text,),
            (Alternative(text, text),),
            (text,),
        )

    @property
    def research(self) -> FakeResearch:
        return RESEARCH

    def warm(self) -> None:
        self.warmed = True

    def version(self) -> Version:
        return Version("first", 1)

    def recall(self, kept: str) -> Answer | None:
        def passages_of(file: str) -> list[Passage]:
            return [_minutes(file, 3, NOTED, None, "60", "")] if file == NOTES else self._of_pack()

        return recalled(kept, self.version(), passages_of=passages_of, page_text=self.page_text)

    def _of_pack(self) -> list[Passage]:
        return [_minutes(PACK, 12, APPROVED, 2, "51", "Better Care Fund"), _sheet(LEAVES[0][2])]

    def examples(self) -> list[str]:
        return ["What did the Board decide about the Better Care Fund?", "What was noted about winter pressures?"]

    def organisations(self) -> list[str]:
        return ["Brambleford Borough Council", *([HOSTILE.replace("BEACON", self.beacon)] if self.beacon else [])]

    def bodies(self, organisation: str) -> list[str]:
        return ["Health and Wellbeing Board"]

    def holdings(self) -> Holdings:
        unread = (("wellbeing/scan.pdf", "no text could be read on its 3 pages"),)
        since, until = date(2013, 12, 9), date(2014, 3, 3)
        return Holdings(
            2, 3, 5, 2, 2, ("Brambleford Borough Council",), ("Health and Wellbeing Board",), since, until, unread
        )

    def library(self) -> Library:
        pages = {PACK: 3, NOTES: 1}
        sections = [one.section for one in (*self._of_pack(), _minutes(NOTES, 3, NOTED, None, "60", ""))]
        return Library(
            sittings=tuple(
                Sitting(
                    section.meeting,
                    (
                        StoredPaper(
                            section.paper, "Minutes", "", pages[section.paper.file], "2026-11-22T09:30:00+00:00"
                        ),
                    ),
                )
                for section in (sections[2], sections[1])
            ),
            outlines={PACK: tuple(sections[:2]), NOTES: (sections[2],)},
            missing=(
                Missing(
                    "Brambleford Borough Council", "Health and Wellbeing Board", "We have no minutes of 1 May 2013."
                ),
            ),
            doubts=doubts_of(sections, (), ()),
            version=self.version(),
        )

    def page_count(self, file: str) -> int:
        return len(LEAVES)

    def page_text(self, file: str, page: int | None) -> str:
        return PLAIN_FILE if page is None else "\n".join(LEAVES[page - 1])

    def paper_of_page(self, file: str, page: int | None) -> Original:
        self.page_text(file, page)
        return self.whole_paper(file)

    def whole_paper(self, file: str) -> Original:
        if file not in (PACK, NOTES):
            raise WrongInput(f"{file} is not among the papers that we have.")
        return as_indexed(self.folder / file)


def _minutes(file: str, month: int, text: str, page: int | None, item: str, title: str) -> Passage:
    held_on = date(2013 if month == 12 else 2014, month, 9 if month == 12 else 3)
    meeting = Meeting("Brambleford Borough Council", "Health and Wellbeing Board", held_on)
    section = Section(Paper(file, "0", 1, 1), SectionKind.MINUTES, meeting, title="Minutes", page=page, page_end=page)
    return Passage(section, text, text, page, page, printed_page="175" if page else "", item=item, title=title)


def _sheet(text: str) -> Passage:
    meeting = Meeting("Brambleford Borough Council", "Health and Wellbeing Board", date(2013, 12, 9))
    section = Section(Paper(PACK, "0", 1, 1), SectionKind.FRONT_SHEET, meeting, title="Agenda", page=1, page_end=1)
    return Passage(section, text, text, 1, 1)


def write_papers(folder: Path) -> None:
    """Writes the two papers into `folder`."""
    (folder / PACK).parent.mkdir(parents=True, exist_ok=True)
    (folder / NOTES).write_text(PLAIN_FILE, encoding="utf-8")
    canvas = Canvas(str(folder / PACK), pagesize=A4)
    for lines in LEAVES:
        canvas.setFont("Helvetica", 12)
        for number, line in enumerate(lines):
            canvas.drawString(72, 760 - 22 * number, line)
        canvas.showPage()
    canvas.save()


def as_indexed(path: Path) -> Original:
    """The file as if it had been indexed a moment ago."""
    content = path.read_bytes()
    return Original(path, len(content), hashlib.sha256(content).hexdigest())


def draw_page(path: Path, page: int, *, highlight: str = "", width: int = 1000, sha256: str = "") -> Drawn:
    """The page as a picture with a yellow bar over every line that holds words of `highlight`."""
    if not 1 <= page <= len(LEAVES):
        raise PageUnavailable(f"There is no page {page}.")
    document = pdfium.PdfDocument(path)
    picture: Image.Image = document[page - 1].render(scale=1.6).to_pil().convert("RGB")
    found = False
    for number, line in enumerate(LEAVES[page - 1]):
        if highlight and (line.split(": ")[-1] in highlight or highlight in line):
            found = True
            top = (A4[1] - 772 + 22 * number) * 1.6
            mask = Image.new("RGB", picture.size, "white")
            ImageDraw.Draw(mask).rectangle((110, top, 760, top + 26), fill=(255, 226, 110))
            picture = ImageChops.multiply(picture, mask)
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return Drawn(stream.getvalue(), *picture.size, found)


def _folder() -> Path:
    folder = Path(os.environ.get("FAKE_PAPERS") or tempfile.mkdtemp(prefix="fake-papers-"))
    write_papers(folder)
    return folder


FAKE = FakeAssistant(_folder(), os.environ.get("FAKE_BEACON", ""), float(os.environ.get("FAKE_DELAY", "0")))


def open_fake() -> FakeAssistant:
    """The fake, once the file named by FAKE_GATE is there; without a gate at once."""
    gate = os.environ.get("FAKE_GATE")
    if gate and not Path(gate).exists():
        raise IndexMissing("Nothing has been indexed yet.", hint="Run the sync.")
    return FAKE


DESK = Desk(open_fake, draw_page, settings=lambda: Settings(corpus=FAKE.folder, index=FAKE.folder / "index"))
