"""PaperPages: the pages and files of papers, for people with one right to see."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from app.answers.restricted import public_words
from app.holdings.originals import Hashes, Original
from corpus.access_now import AccessNow
from corpus.errors import PageUnavailable, WrongInput
from indexer.store import PUBLIC, AnyStore, Right, StoredPaper, Version

log = logging.getLogger(__name__)


class PaperPages:
    """Gives out pages and files of one index; safe to share between threads."""

    def __init__(self, store: AnyStore, *, corpus: Path, exempt: Sequence[str], right: Right) -> None:
        """Takes the store, the folder of the papers with its exempt folders, and the right of who asks."""
        self._store = store
        self._corpus = corpus
        self._access_now = AccessNow(corpus, exempt)
        self._hashes = Hashes()
        self._right = right
        self._labels: tuple[Version, frozenset[str]] | None = None

    @property
    def right(self) -> Right:
        """What the people that this assistant answers may see."""
        return self._right

    def labels(self) -> frozenset[str]:
        """The labels in use now; a person's right is made from them."""
        version = self._store.version()
        if self._labels is None or self._labels[0] != version:
            self._labels = (version, self._store.labels())
        return self._labels[1]

    def page_count(self, file: str) -> int:
        """The number of physical pages of a paper up to the last that may be seen, 0 for a file without pages.

        Raises PageUnavailable.
        """
        held = self._held(file)
        pages = self._store.pages(file, right=self._right)
        return 0 if any(page.number is None for page in pages) else held.pages

    def page_text(self, file: str, page: int | None) -> str:
        """The verbatim text of a page; raises PageUnavailable if it is not indexed or may not be seen."""
        text = self._store.page_text(file, page, right=self._right)
        if text is None:
            raise PageUnavailable("This page is not among the papers that we have.")
        return text

    def is_public(self, file: str, page: int | None) -> bool:
        """Whether everybody may see a page."""
        return self._store.page_text(file, page, right=PUBLIC) is not None

    def public_words(self, text: str) -> str:
        """A text as it may be written down where others read it: without the words that no public paper has.

        Who sees only what is public can only have typed their own.
        """
        if self._right == PUBLIC:
            return text
        return public_words(text, lambda word: self._store.holding(word, right=PUBLIC) > 0)

    def _page_text_or_nothing(self, file: str, page: int | None) -> str:
        """The text of a page, "" where it may not be seen: no quote stands there, so nothing of it is shown."""
        return self._store.page_text(file, page, right=self._right) or ""

    def paper_of_page(self, file: str, page: int | None) -> Original:
        """The file to draw a page from; raises PageUnavailable where the page may not be seen, then or now."""
        self.page_text(file, page)
        return self._original(file, page)

    def whole_paper(self, file: str) -> Original:
        """The file of a paper whose every page may be seen; raises PageUnavailable where one may not."""
        held = self._held(file)
        if not held.whole or len(self._store.pages(file, right=self._right)) != max(held.pages, 1):
            raise PageUnavailable("Part of this paper is not for publication, so it cannot be opened whole.")
        return self._original(file, None)

    def _original(self, file: str, page: int | None) -> Original:
        """The file as it was indexed; raises PageUnavailable where people have restricted the page, or any for None."""
        paper = self._held(file).paper
        place = self._store.place(file, right=self._right)
        try:
            labels = self._access_now.labels_of(paper)
        except WrongInput as slip:
            log.warning("No paper beside this manifest is opened until it is mended: %s", slip)
            raise PageUnavailable("This paper cannot be opened at the moment.") from slip
        closed = [one for one in labels.pages if one.label not in self._right.labels]
        on_page = any(page is None or one.first <= page <= one.last for one in closed)
        if place is None or labels.access not in self._right.labels or on_page:
            raise PageUnavailable("This paper is not among the papers that we have.")
        return Original(self._corpus / file, place.size, place.sha256, self._hashes)

    def _held(self, file: str) -> StoredPaper:
        for held in self._store.papers(right=self._right):
            if file in (held.paper.file, *held.paper.copies):
                return held
        raise PageUnavailable("This paper is not among the papers that we have.")
