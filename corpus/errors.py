"""The errors that the library raises; command lines and pages print their message and hint.

BoardPapersError
├── CorpusMissing        the folder of papers is not there
├── IndexMissing         nothing has been indexed yet
├── IndexMismatch        the index was made by other rules or another model
├── IndexDamaged         the index cannot be read: its file is broken
├── IndexBusy            another sync holds the lock            (retryable)
├── ModelMissing         the embedding model cannot be loaded
├── NoReply              the language model gave nothing usable  (retryable)
├── PageUnavailable      a page cannot be drawn or read
│   └── PaperChanged     its file is not the one that was indexed
├── SourceTrouble        a site gave one answer that cannot be used (retryable)
├── SourceRefused        a site does not want to be asked, or not now
└── WrongInput           a value from outside that cannot be used
"""

from __future__ import annotations


class BoardPapersError(Exception):
    """A message in one sentence, with a hint on what to do next, and whether trying again may help."""

    retryable = False

    def __init__(self, sentence: str, *, hint: str = "") -> None:
        super().__init__(sentence)
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.args[0]} {self.hint}".strip()


class CorpusMissing(BoardPapersError):
    """The folder of papers is not there or cannot be listed."""


class IndexMissing(BoardPapersError):
    """Nothing has been indexed yet."""


class IndexMismatch(BoardPapersError):
    """The index was made by other rules, another schema or another embedding model."""


class IndexDamaged(BoardPapersError):
    """The index is there but its file is broken."""


class IndexBusy(BoardPapersError):
    """Another sync holds the lock on this index."""

    retryable = True


class ModelMissing(BoardPapersError):
    """The embedding model cannot be loaded, or its checksum is not the expected one."""


class NoReply(BoardPapersError):
    """The language model gave no reply that can be used; the sentence says why, for the reader of the answer."""

    retryable = True


class PageUnavailable(BoardPapersError):
    """A page of a paper cannot be drawn or read."""


class PaperChanged(PageUnavailable):
    """The file of a paper is not, byte for byte, the one that was indexed."""

    def __init__(self) -> None:
        super().__init__(
            "This paper has changed since it was read.", hint="It will be available after the next update."
        )


class SourceTrouble(BoardPapersError):
    """A site that papers are fetched from gave one answer that cannot be used; the others may be good."""

    retryable = True


class SourceRefused(BoardPapersError):
    """A site that papers are fetched from does not want to be asked, or not now: nothing more is asked of it."""


class WrongInput(BoardPapersError):
    """A value from a person (an option, a line of a file) that cannot be used."""
