"""Pictures as papers: the pages of a scan saved as TIFF or JPEG, with the text that is recognised on them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageSequence

from indexer.reading.formats.format import Unreadable
from indexer.reading.formats.ocr import Unrecognised, can_recognise, recognised
from indexer.reading.messages import Answer, FileSeen, ReadTask, Recognising
from indexer.reading.pages import Page, PageState

LONGEST_SIDE = 6000
"""Pixels of the longer side of a picture that is looked at; a larger one is made smaller first."""


def read_scan(data: bytes, task: ReadTask) -> Iterator[Answer]:
    """Yield the pages of a picture file from `task.first` on; raises Unreadable when it is no picture."""
    try:
        picture = Image.open(BytesIO(data))
        count = getattr(picture, "n_frames", 1)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as exc:
        raise Unreadable("The picture is damaged.") from exc
    if count > task.limits.pages:
        raise Unreadable(f"It has more than {task.limits.pages:,} pages.")
    yield FileSeen(count, True, "")
    for number, frame in enumerate(ImageSequence.Iterator(picture), 1):
        if number < task.first:
            continue
        if can_recognise() and number <= task.limits.ocr_pages:
            yield Recognising(number)
            yield _page(frame, number, task.limits.ocr_seconds)
        else:
            yield Page(number, "", PageState.UNREADABLE, "a picture without text")


def _page(frame: Image.Image, number: int, seconds: float) -> Page:
    """Return one frame as a page with the text that was recognised on it."""
    grey = frame.convert("L")
    grey.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    try:
        text = recognised(grey.tobytes(), grey.width, grey.height, seconds)
    except Unrecognised as exc:
        return Page(number, "", PageState.UNREADABLE, f"a picture without text: {exc}")
    if not text:
        return Page(number, "", PageState.UNREADABLE, "a picture in which no words were found")
    return Page(number, text, PageState.OCR)
