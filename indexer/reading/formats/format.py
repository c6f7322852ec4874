"""Format: what a file really is, whatever its name says, and why some are not taken."""

from __future__ import annotations

import codecs
import re
import zipfile
from enum import StrEnum
from io import BytesIO


class Format(StrEnum):
    """The kinds of file that can be read."""

    PDF = "pdf"
    WORD = "docx"
    HTML = "html"
    TEXT = "text"
    RICH_TEXT = "rtf"
    OPEN_DOCUMENT = "odt or ods"
    WORKBOOK = "xlsx"
    LETTER = "eml"
    SCAN = "tif or jpg"


class Unreadable(Exception):
    """A file that cannot be read, with the reason in one sentence."""


STARTS = (
    (b"{\\rtf", Format.RICH_TEXT),
    (b"\x89PNG\r\n", Format.SCAN),
    (b"\xff\xd8\xff", Format.SCAN),
    (b"II*\0", Format.SCAN),
    (b"MM\0*", Format.SCAN),
)
"""First bytes by which some kinds are known."""

HTML_START = re.compile(rb"(?:<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->|\s)*<(?:!doctype\s+html|html)\b", re.I | re.S)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

OTHERS = (
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"Rar!", "an archive (RAR)"),
    (b"7z\xbc\xaf", "an archive (7-Zip)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
"""First bytes of files that are often given a wrong ending, and what they are."""


DAMAGED = {
    ".docx": "a Word document",
    ".xlsx": "an Excel workbook",
    ".odt": "an OpenDocument text",
    ".ods": "an OpenDocument table",
    ".rtf": "a Rich Text file",
    **dict.fromkeys((".tif", ".tiff", ".jpg", ".jpeg"), "a picture"),
}
"""What a file should be by its ending, where its first bytes say that it is none."""


def format_of(data: bytes, suffix: str) -> Format:
    """Return what the bytes are; the ending of the name decides only between text and what cannot be told.

    Raises Unreadable for every other known format, naming it.
    """
    head = data[:4096]
    start = head.lstrip(codecs.BOM_UTF8 + b" \t\r\n\f")
    if start.startswith(b"%PDF-"):
        return Format.PDF
    if head.startswith(b"PK\x03\x04"):
        return _format_of_archive(data)
    if head.startswith(OLE):
        raise Unreadable(_about_ole(data))
    known = next((kind for first_bytes, kind in STARTS if start.startswith(first_bytes)), None)
    if known:
        return known
    for first_bytes, what in OTHERS:
        if start.startswith(first_bytes):
            raise Unreadable(f"It is really {what}, which cannot be read.")
    if suffix in (".html", ".htm") or HTML_START.match(_narrow(head)):
        return Format.HTML
    if suffix in DAMAGED:
        raise Unreadable(f"It is not {DAMAGED[suffix]}, or it is damaged.")
    if suffix == ".eml":
        return Format.LETTER
    if suffix == ".pdf" and (b"%PDF-" in head or not is_plain_text(head)):
        return Format.PDF  # damaged at its start: the PDF libraries decide
    return Format.TEXT


def decode(data: bytes) -> str:
    """Return the text that the bytes spell: UTF-8 or UTF-16 as the mark at the start says, else UTF-8, else cp1252.

    Line ends become "\\n" and the mark at the start goes; nothing else is altered. Raises Unreadable when the bytes are
    not text.
    """
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        text = data.decode("utf-32", "replace")
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", "replace")
    elif not is_plain_text(data):
        raise Unreadable("It holds binary data, not text.")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_plain_text(data: bytes) -> bool:
    """Return whether the bytes could be text in UTF-8 or cp1252: no NUL, and next to no control characters."""
    control = len(data) - len(data.translate(None, delete=CONTROL))
    return b"\0" not in data and control <= len(data) / 200


CONTROL = bytes(code for code in range(32) if code not in b"\t\n\r\f\v\x1a\x1b")


def _narrow(head: bytes) -> bytes:
    """Return the head with UTF-16 squeezed to one byte a character, so that ASCII can be looked for in it."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[2:].replace(b"\0", b"")
    return head.removeprefix(codecs.BOM_UTF8)


def _format_of_archive(data: bytes) -> Format:
    """Return the kind of document that a zip file holds; raises Unreadable where it holds none that can be read."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            kind = archive.read("mimetype")[:200] if "mimetype" in names else b""
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as exc:
        raise Unreadable("It is a damaged or cut-off Word document or zip file.") from exc
    if "word/document.xml" in names:
        return Format.WORD
    if "xl/workbook.xml" in names:
        return Format.WORKBOOK
    if kind.endswith((b"opendocument.text", b"opendocument.spreadsheet")):
        return Format.OPEN_DOCUMENT
    if "ppt/presentation.xml" in names:
        raise Unreadable("It is really a PowerPoint presentation, which cannot be read.")
    raise Unreadable("It is really a zip file, which cannot be read.")


def _about_ole(data: bytes) -> str:
    """Return the sentence on a file in the container of old office programs, which also wraps encrypted new ones."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "It is protected by a password."
    return "It is an old Office file (.doc, .xls or .ppt); save it as .docx or PDF."
