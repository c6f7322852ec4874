"""Tables drawn on PDF pages, for the tests of reading them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from indexer.reading.formats.pdf import read_pdf
from indexer.reading.messages import ReadTask
from indexer.reading.pages import Limits, Page
from indexer.reading.tables import PageTable

COLUMNS = (60, 260, 360, 460)


def page_of(draw: Callable[[Canvas], None]) -> Page:
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=True)
    canvas.setFont("Helvetica", 10)
    draw(canvas)
    canvas.save()
    return next(one for one in read_pdf(made.getvalue(), ReadTask("", Limits())) if isinstance(one, Page))


def tables_of(draw: Callable[[Canvas], None]) -> tuple[PageTable, ...]:
    return page_of(draw).tables


def rows_at(canvas: Canvas, rows: list[tuple[str, ...]], top: int = 700) -> None:
    """Draws cells without rules, figures set at the right of their columns."""
    for at, row in enumerate(rows):
        canvas.drawString(COLUMNS[0], top - 14 * at, row[0])
        for cell, left in zip(row[1:], COLUMNS[1:], strict=False):
            canvas.drawRightString(left + 60, top - 14 * at, cell)


DUES = [
    ("Berth", "2030-31", "2031-32"),
    ("Lock Lane", "1,200.50", "1,300.00"),
    ("Alder Quay", "-12.00", "475.25"),
    ("Fen Wharf", "300.00", "310.00"),
]
