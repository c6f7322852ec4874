"""Contents: what a downloaded file is, by its bytes and not by its name, and whether all of it came."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import SourceTrouble

PDF_END = b"%%EOF"
PDF_HEAD = 1024  # bytes within which a PDF begins, however much stands before it
PDF_TAIL = 2048  # bytes at its end within which it says that it ends
HTML_HEAD = 512

OFFICE = {
    "word/": ".docx",
    "xl/": ".xlsx",
    "ppt/": ".pptx",
}
OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.oasis.opendocument.presentation": ".odp",
}
OLD_OFFICE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole file: the ending that its kind has, and the hash of its bytes."""

    ending: str
    sha256: str


def contents_of(path: Path, *, sized: bool, html: bool = False) -> Contents:
    """What a file is; `sized` where the server had said how long it is, `html` where a web page is what was asked for.

    Raises SourceTrouble for a file that is empty, cut off, or a web page in place of a document.
    """
    with path.open("rb") as stream:
        head = stream.read(PDF_HEAD)
    if not head.strip():
        raise SourceTrouble("The file is empty.")
    ending = _ending(path, head)
    if ending == ".html" and not html:
        raise SourceTrouble("A web page came in place of the document.")
    if ending == ".pdf" and not sized and PDF_END not in _tail(path):
        raise SourceTrouble("The PDF is cut off before its end.")
    with path.open("rb") as stream:
        return Contents(ending, hashlib.file_digest(stream, "sha256").hexdigest())


def _ending(path: Path, head: bytes) -> str:
    """The ending for what the bytes are."""
    if b"%PDF-" in head:
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zipped(path)
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith(OLD_OFFICE):
        return ".doc"
    start = head[:HTML_HEAD].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in start:
        return ".html"
    if b"\0" in head:
        raise SourceTrouble("It is no kind of document that is known.")
    return ".txt"


def _zipped(path: Path) -> str:
    """The ending of a file of Office or OpenDocument; raises SourceTrouble for a broken one."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            kind = archive.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as exc:
        raise SourceTrouble("The document is cut off or broken.") from exc
    found = OPEN_DOCUMENT.get(kind.strip()) or next(
        (ending for folder, ending in OFFICE.items() if any(name.startswith(folder) for name in names)), ".zip"
    )
    return found


def _tail(path: Path) -> bytes:
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - PDF_TAIL))
        return stream.read()
