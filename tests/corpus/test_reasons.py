"""Reasons for which a file cannot be used, in words for people."""

from __future__ import annotations

import errno

import pytest

from corpus.reasons import reason_of


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file or directory", "a.pdf"), "there is no such file or folder"),
        (PermissionError(errno.EACCES, "Permission denied"), "this account may not use it"),
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (OSError(errno.EPIPE, "Broken pipe"), "broken pipe"),
        (OSError(), "the system refused it"),
        (ValueError("embedded null byte"), "its name cannot be used"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), "it is not text in UTF-8"),
    ],
)
def test_a_reason_is_said_in_words_for_people(error: Exception, words: str) -> None:
    assert reason_of(error) == words
