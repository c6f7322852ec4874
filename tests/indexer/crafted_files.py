"""Files for the tests, honest and hostile, made from nothing."""

from __future__ import annotations

import random
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO

import docx
from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader, PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf_of(*pages: Iterable[str], size: tuple[float, float] = (595, 842), title: str = "") -> bytes:
    """Return a PDF with these lines on its pages, 14 points apart from 72 points below the top."""
    made = BytesIO()
    sheet = canvas.Canvas(made, pagesize=size, invariant=True)
    sheet.setTitle(title)
    for lines in pages:
        for number, line in enumerate(lines):
            sheet.drawString(72, size[1] - 72 - 14 * number, line)
        sheet.showPage()
    sheet.save()
    return made.getvalue()


def rewritten(pdf: bytes, *, rotation: int = 0, user_password: str | None = None, labels: bool = False) -> bytes:
    """Return the PDF with its pages turned, encrypted, or labelled i, 175 and onwards."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    for page in writer.pages:
        page.rotate(rotation)
    if labels:
        writer.set_page_label(0, 0, style="/r")
        writer.set_page_label(1, len(writer.pages) - 1, style="/D", start=175)
    if user_password is not None:
        writer.encrypt(user_password, "the owner's", algorithm="AES-256")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def picture_of(*lines: str) -> Image.Image:
    """Return an A4 sheet at 150 dots per inch with the lines on it, as a scanner gives it."""
    sheet = Image.new("L", (1240, 1754), 250)
    draw = ImageDraw.Draw(sheet)
    for number, line in enumerate(lines):
        draw.text((120, 200 + 70 * number), line, font=ImageFont.load_default(40), fill=10)
    return sheet


def scan_of(*lines: str, stamp: str = "", underlay: Iterable[str] = ()) -> bytes:
    """Return a PDF of one scanned page, with a typed stamp at its foot and unseen text under it if asked for."""
    made = BytesIO()
    sheet = canvas.Canvas(made, pagesize=(595, 842), invariant=True)
    sheet.drawImage(ImageReader(picture_of(*lines)), 0, 0, 595, 842)
    sheet.drawString(280, 20, stamp)
    unseen = sheet.beginText(60, 700)
    unseen.setTextRenderMode(3)
    for line in underlay:
        unseen.textLine(line)
    sheet.drawText(unseen)
    sheet.showPage()
    sheet.save()
    return made.getvalue()


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return a PDF stream object."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def raw_pdf(objects: Mapping[int, bytes]) -> bytes:
    """Return a PDF of these numbered objects, of which the first is the catalogue."""
    made, places = b"%PDF-1.7\n", {}
    for number, content in objects.items():
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size, table = max(objects) + 1, len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % size
    made += b"".join(b"%010d 00000 n \n" % places.get(number, 0) for number in range(1, size))
    return made + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, table)


def page_pdf(
    contents: list[bytes], entries: bytes = b"", resources: bytes = b"", more: Mapping[int, bytes] | None = None
) -> bytes:
    """Return a PDF with one page for each content stream; objects 1000 onwards are free for `more`."""
    kids = b" ".join(b"%d 0 R" % (10 + 2 * number) for number in range(len(contents)))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(contents)),
        3: HELVETICA,
    }
    for number, content in enumerate(contents):
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>%s>>>>"
        objects[10 + 2 * number] = page % (11 + 2 * number, resources)
        objects[11 + 2 * number] = stream(content, entries)
    return raw_pdf(objects | dict(more or {}))


def said(words: bytes) -> bytes:
    """Return the content stream of a page that says the words."""
    return b"BT /F 12 Tf 72 700 Td (%s) Tj ET" % words


def double_flate_bomb() -> bytes:
    """Return a 2 kB PDF whose page unpacks to 300 MB."""
    packed = zlib.compress(zlib.compress(b" " * 300_000_000, 9), 9)
    return page_pdf([packed], b"/Filter[/FlateDecode/FlateDecode]")


def billion_laughs(*, before: list[bytes], after: list[bytes]) -> bytes:
    """Return a 4 kB PDF with a page whose drawing calls ten drawings that call ten drawings, eleven deep."""
    box = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<"
    forms = {1000 + n: stream(b"/X Do " * 10, box + b"/XObject<</X %d 0 R>>>>" % (1001 + n)) for n in range(11)}
    forms[1011] = stream(said(b"ha"), box + b"/Font<</F 3 0 R>>>>")
    return page_pdf([*before, b"/X Do", *after], resources=b"/XObject<</X 1000 0 R>>", more=forms)


def looping_pages() -> bytes:
    """Return a PDF whose page tree has itself among its branches."""
    return raw_pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 5>>",
            3: b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 5>>",
        }
    )


def docx_of(*paragraphs: tuple[str, str]) -> docx.document.Document:
    """Return a Word document of (text, style) paragraphs."""
    document = docx.Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style or None)
    return document


def saved(document: docx.document.Document) -> bytes:
    """Return the bytes of a Word document."""
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def docx_bomb() -> bytes:
    """Return a small .docx whose text unpacks to 310 MB."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 310_000_000 + b"</a>")
    return made.getvalue()


def mutated(honest: bytes, seed: int) -> bytes:
    """Return the bytes cut off, overwritten, with a stretch missing or with one doubled, as the seed decides."""
    dice, broken = random.Random(seed), bytearray(honest)
    here, there, length = dice.randrange(len(broken)), dice.randrange(len(broken)), dice.randrange(1, 2000)
    match seed % 4:
        case 0:
            del broken[here:]
        case 1:
            for _ in range(dice.choice([1, 10, 100, 1000])):
                broken[dice.randrange(len(broken))] = dice.randrange(256)
        case 2:
            del broken[here : here + length]
        case 3:
            broken[here:here] = broken[there : there + length]
    return bytes(broken)
