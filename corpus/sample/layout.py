"""Paper -> PDF bytes, and the page on which every note, acronym and part came to stand."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import reportlab
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    Image,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from corpus.sample.source import SOURCES, Block, Paper, Part

FACES = {
    "helvetica": ("Helvetica", "Helvetica-Bold", 12.0),
    "times": ("Times-Roman", "Times-Bold", 12.5),
    "vera": ("Vera", "VeraBd", 10.5),
}
MARGIN = 24 * mm
PAGES_OF = re.compile(r"\{pages ([^}]+)\}")


@dataclass(slots=True)
class Laid:
    """A finished PDF: its bytes, its page count, the first and last page of each part, and the page of each mark."""

    pdf: bytes = b""
    pages: int = 0
    parts: dict[int, tuple[int, int]] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)


def marking_canvas(laid: Laid) -> Callable[..., Canvas]:
    """A maker of canvases that keep in `laid` the page on which each mark is first drawn."""

    def mark(canvas: Canvas, _: str | None, label: str) -> None:
        laid.marks.setdefault(label, canvas.getPageNumber())

    def make(*args: Any, **options: Any) -> Canvas:
        canvas = Canvas(*args, **options)
        canvas.setNamedCB("mark", mark)
        return canvas

    return make


def register_faces() -> None:
    """Nothing; makes the fonts that come with reportlab known by name."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in ("Vera", "VeraBd", "VeraIt", "VeraBI"):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
    pdfmetrics.registerFontFamily("Vera", normal="Vera", bold="VeraBd", italic="VeraIt", boldItalic="VeraBI")


def styles(face: str, slides: bool) -> dict[str, ParagraphStyle]:
    """The paragraph styles of a part, by block sort."""
    plain, bold, size = FACES[face]
    size *= 1.7 if slides else 1
    base = ParagraphStyle(
        "text",
        fontName=plain,
        fontSize=size,
        leading=size * 1.42,
        spaceAfter=size * 0.9,
        bulletFontName=plain,
        bulletFontSize=size,
    )

    def style(name: str, **changes: Any) -> ParagraphStyle:
        return ParagraphStyle(name, parent=base, **changes)

    small = {"fontSize": size * 0.82, "leading": size * 1.02, "spaceAfter": 2}

    def heading(name: str, grow: float, **changes: Any) -> ParagraphStyle:
        return style(name, fontName=bold, fontSize=size * grow, leading=size * grow * 1.3, keepWithNext=1, **changes)

    return {
        "text": base,
        "limb": style("limb", leftIndent=34, bulletIndent=4),
        "centre": style("centre", alignment=TA_CENTER),
        "title": heading("title", 1.3, alignment=TA_CENTER, spaceAfter=size),
        "heading": heading("heading", 1.05, spaceBefore=6),
        "sub": style("sub", fontName=bold, keepWithNext=1),
        "item": heading("item", 1.0, spaceBefore=8, leftIndent=54, bulletIndent=0, bulletFontName=bold),
        "cell": style("cell", **small),
        "number": style("number", alignment=TA_RIGHT, **small),
        "head": style("head", fontName=bold, **small),
    }


class Scan(Image):
    """A picture that fills the text area, as a scanned sheet does."""

    def __init__(self, name: str) -> None:
        width, height = A4[0] - 2 * MARGIN, A4[1] - 2.3 * MARGIN
        super().__init__(str(SOURCES / "scans" / f"{name}.png"), width, height, kind="proportional")


class Chart(Flowable):
    """Bars with a caption each and no figures: what a reader can see and a text extractor cannot."""

    def __init__(self, spec: str) -> None:
        super().__init__()
        self.bars = [(name.strip(), float(value)) for name, value in (bar.split("=") for bar in spec.split(";"))]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The room the chart needs."""
        self.width, self.height = width, 75 * mm
        return self.width, self.height

    def draw(self) -> None:
        """Nothing; draws the bars."""
        step, top = self.width / len(self.bars), max(value for _, value in self.bars)
        for n, (name, value) in enumerate(self.bars):
            self.canv.setFillColor(colors.HexColor("#3b6e8f"))
            self.canv.rect(n * step + 6, 16, step - 12, value / top * (self.height - 24), stroke=0, fill=1)
            self.canv.setFillColor(colors.black)
            self.canv.setFont("Helvetica", 9)
            self.canv.drawCentredString(n * step + step / 2, 4, name)


@dataclass(slots=True)
class Setter:
    """Sets the blocks of one paper; knows the acronyms to mark and the page ranges to print."""

    paper: Paper
    acronyms: dict[str, tuple[str, ...]]
    ranges: dict[str, str]

    def markup(self, text: str) -> str:
        """The text as reportlab's own markup, with a mark at each acronym that is spelt out."""
        text = PAGES_OF.sub(lambda m: self.ranges.get(m.group(1), "Pages 000 - 000"), text)
        text = escape(text.replace("<<", "").replace(">>", ""))
        text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
        text = re.sub(r"__(.+?)__", r"<i>\1</i>", text)
        for acronym, expansions in self.acronyms.items():
            for expansion in expansions:
                full = escape(f"{expansion} ({acronym})")
                text = text.replace(full, f'<onDraw name="mark" label="acronym|{acronym}|{escape(expansion)}"/>{full}')
        return text

    def paragraph(self, block: Block, style: ParagraphStyle, key: str) -> Paragraph:
        """One paragraph, marked with its key where it carries a note."""
        noted = block.note is not None and block.note.sort != "item"
        mark = f'<onDraw name="mark" label="{key}"/>' if noted else ""
        bullet = "•" if block.label in ("-", "*") else block.label
        return Paragraph(mark + self.markup(block.text), style, bulletText=bullet or None)

    def table(self, block: Block, look: dict[str, ParagraphStyle], key: str, width: float) -> Table:
        """A ruled table whose heading row repeats on every page."""
        cells = [
            [
                [self.cell(p, look, f"{key}.{r}.{c}.{n}", r == 0) for n, p in enumerate(cell)]
                for c, cell in enumerate(row)
            ]
            for r, row in enumerate(block.rows)
        ]
        shares = block.widths or (1,) * len(block.rows[0])
        columns = [width * share / sum(shares) for share in shares]
        table = Table(cells, colWidths=columns, repeatRows=1, splitInRow=1, spaceAfter=12)
        cells_look = TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#e6e6e6")),
            ]
        )
        table.setStyle(cells_look)
        return table

    def cell(self, block: Block, look: dict[str, ParagraphStyle], key: str, first_row: bool) -> Paragraph:
        """One paragraph of a cell; figures stand on the right."""
        number = re.fullmatch(r"[£()\d,.%\-–*+]+(?:m|k)?", block.text) is not None
        opens = block.note is not None and block.note.sort == "item"
        style = look["head" if first_row or opens else "number" if number else "cell"]
        mark = f'<onDraw name="mark" label="{key}"/>' if block.note else ""
        shown = f"{block.label} {block.text}" if block.label not in ("", "-") else block.text
        return Paragraph(mark + self.markup(f"• {shown}" if block.label == "-" else shown), style)

    def people(self, part: Part, capacity: str, style: ParagraphStyle) -> Iterator[Flowable]:
        """The people of one capacity, one a line: `%people present`."""
        for shown in named(part, capacity):
            yield Paragraph(self.markup(shown), ParagraphStyle("person", parent=style, spaceAfter=1))
        yield Spacer(1, 8)

    def inline_people(self, part: Part, spec: str, style: ParagraphStyle) -> Paragraph:
        """The people of one capacity as one running paragraph: `%names present PRESENT:`."""
        capacity, _, lead = spec.partition(" ")
        *others, last = named(part, capacity)
        listed = f"{', '.join(others)} and {last}" if others else last
        return Paragraph(self.markup(f"{lead} {listed}"), style)

    def flow(self, part: Part, key: str) -> Iterator[Flowable]:
        """The flowables of one part."""
        look = styles(self.paper.face, part.kind == "presentation")
        width = (A4[1] if part.landscape else A4[0]) - 2 * MARGIN
        special: dict[str, Callable[[Block], list[Flowable]]] = {
            "pagebreak": lambda b: [PageBreak()],
            "space": lambda b: [Spacer(1, float(b.text or 1) * 12)],
            "scan": lambda b: [Scan(b.text)],
            "chart": lambda b: [Chart(b.text)],
            "people": lambda b: list(self.people(part, b.text, look["text"])),
            "names": lambda b: [self.inline_people(part, b.text, look["text"])],
        }
        for n, block in enumerate(part.blocks):
            if block.sort == "table":
                yield self.table(block, look, f"{key}.{n}", width)
            elif block.sort in special:
                yield from special[block.sort](block)
            else:
                yield self.paragraph(block, look[block.sort], f"{key}.{n}")


def named(part: Part, capacity: str) -> list[str]:
    """The people of one capacity as they are printed, with what is said of each in brackets."""
    there = [person for person in part.people if person.capacity == capacity.replace("_", " ")]
    return [f"{person.name} ({person.note})" if person.note else person.name for person in there]


def template(paper: Paper, n: int, laid: Laid) -> PageTemplate:
    """The page of part `n`: its size, its running header, its printed number; it keeps the part's pages."""
    part = paper.parts[n]
    size = landscape(A4) if part.landscape else A4
    frame = Frame(MARGIN, MARGIN, size[0] - 2 * MARGIN, size[1] - 2.1 * MARGIN, 0, 0, 0, 0)

    def furniture(canvas: Canvas, _: BaseDocTemplate) -> None:
        page = canvas.getPageNumber()
        first, _last = laid.parts.get(n, (page, page))
        laid.parts[n], laid.pages = (first, page), page
        canvas.setFont(FACES[paper.face][0], 10)
        if part.header and (part.running or page == first):
            canvas.drawRightString(size[0] - MARGIN, size[1] - 14 * mm, part.header)
        if paper.first_printed is not None and page > paper.unnumbered:
            canvas.drawCentredString(size[0] / 2, 12 * mm, f"{paper.page_word}{printed(paper, page)}")

    return PageTemplate(id=str(n), frames=[frame], onPage=furniture, pagesize=size)


def printed(paper: Paper, page: int) -> int:
    """The number printed on a physical page."""
    return page - paper.unnumbered + (paper.first_printed or 1) - 1


def set_once(paper: Paper, acronyms: dict[str, tuple[str, ...]], ranges: dict[str, str]) -> Laid:
    """The paper set with the page ranges given for its front sheet."""
    laid, out = Laid(), io.BytesIO()
    document = BaseDocTemplate(out, invariant=1, title=Path(paper.file).stem, author=paper.organisation, lang="en-GB")
    document.addPageTemplates([template(paper, n, laid) for n in range(len(paper.parts))])
    setter, story = Setter(paper, acronyms, ranges), list[Flowable]()
    for n, part in enumerate(paper.parts):
        story += [NextPageTemplate(str(n)), PageBreak()] if n else []
        story += setter.flow(part, str(n))
    document.build(story, canvasmaker=marking_canvas(laid))
    laid.pdf = out.getvalue()
    return laid


def lay_out(paper: Paper, acronyms: dict[str, tuple[str, ...]]) -> Laid:
    """The finished paper; its front sheet is set a second time when it prints the page ranges of the items."""
    laid = set_once(paper, acronyms, {})
    if not any(PAGES_OF.search(block.text) for part in paper.parts for block in part.blocks):
        return laid
    return set_once(paper, acronyms, item_ranges(paper, laid))


def item_ranges(paper: Paper, laid: Laid) -> dict[str, str]:
    """Item -> "Pages 9 - 24", in printed numbers, over all parts that belong to the item; a blank page goes along."""
    spans: dict[str, tuple[int, int]] = {}
    item = ""
    for n, part in enumerate(paper.parts):
        item = part.item or (item if part.kind == "blank" else "")
        if item and n in laid.parts:
            first, last = laid.parts[n]
            spans[item] = (spans[item][0] if item in spans else first, last)
    shown = {item: (printed(paper, a), printed(paper, b)) for item, (a, b) in spans.items()}
    return {item: f"Pages {a} - {b}" if b > a else f"Page {a}" for item, (a, b) in shown.items()}
