"""The second reader of PDF files: pypdf, for what pdfium cannot open or read. Only this file knows it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from indexer.reading.formats.format import Unreadable
from indexer.reading.formats.pdf_text import cleaned
from indexer.reading.pages import Page, PageState

if TYPE_CHECKING:
    from pypdf import PdfReader


class SecondReader:
    """The same file read by pypdf, opened only when it is needed."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._reader: PdfReader | None = None

    def count(self) -> int:
        """Return the number of pages; raises Unreadable when the file does not open."""
        try:
            return len(self._opened().pages)
        except (Unreadable, MemoryError):
            raise
        except Exception as exc:  # pypdf lets many kinds of error through from a broken file
            raise Unreadable("It is damaged, or not a PDF at all: no page could be found in it.") from exc

    def title(self) -> str:
        """Return the title in the file's own description, "" when there is none."""
        try:
            metadata = self._opened().metadata
            return str(metadata.title or "") if metadata else ""
        except Exception:  # as above; a title is no reason to lose a file
            return ""

    def page(self, number: int) -> Page:
        """Return one page; unreadable when pypdf cannot read it or finds nothing on it."""
        try:
            text = cleaned(self._opened().pages[number - 1].extract_text())
        except MemoryError:
            return Page(number, "", PageState.UNREADABLE, "takes more memory than one file may have")
        except Exception as exc:  # a page that cannot be decoded must not cost the other pages
            too_much = type(exc).__name__ == "LimitReachedError"
            reason = "unpacks to far more than a page holds" if too_much else "damaged beyond decoding"
            return Page(number, "", PageState.UNREADABLE, reason)
        if not text.strip():
            return Page(number, "", PageState.UNREADABLE, "damaged beyond decoding")
        return Page(number, text, PageState.TEXT, "", self._label(number))

    def _label(self, number: int) -> str:
        """Return the page's own label, "" when the file has none."""
        try:
            reader = self._opened()
            return cleaned(reader.page_labels[number - 1]) if "/PageLabels" in reader.root_object else ""
        except Exception:  # as above; a label is no reason to lose a page
            return ""

    def _opened(self) -> PdfReader:
        """Return the reader; raises Unreadable when a password is needed."""
        from pypdf import PdfReader

        if self._reader is None:
            reader = PdfReader(BytesIO(self._data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise Unreadable("It is protected by a password.")
            self._reader = reader
        return self._reader
