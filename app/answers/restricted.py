"""Restricted: how what is not public is marked wherever somebody who may see it sees it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from app.answers.answer import Citation
from corpus.access import EXEMPT_LABEL, PUBLIC_LABEL, strictest
from indexer.sections.section import Section
from retriever.words import content_words

NOT_FOR_PUBLICATION = "NOT FOR PUBLICATION"
WITHHELD = "[…]"


def marking(section: Section) -> str:
    """NOT FOR PUBLICATION (exempt; for members of the Cabinet), or "" for what is public."""
    label = strictest((section.paper.access, section.access))
    if label == PUBLIC_LABEL:
        return ""
    kind, _, body = label.partition(":")
    said = kind.strip().lower()
    if body.strip():
        said += f"; for members of {body.strip()}" if said == EXEMPT_LABEL else f" to {body.strip()}"
    return f"{NOT_FOR_PUBLICATION} ({said})"


def restricted_note(citations: Sequence[Citation]) -> tuple[str, ...]:
    """The sentence that stands over an answer which quotes what is not public; none over others."""
    closed = {mark: None for one in citations if (mark := marking(one.passage.section))}
    return (f"{NOT_FOR_PUBLICATION}. This answer quotes papers that are not public.",) if closed else ()


def public_words(text: str, is_public: Callable[[str], bool]) -> str:
    """The text with dots for the words that are not public; words that say nothing (the, and) stay."""

    def kept(word: re.Match[str]) -> str:
        said = content_words(word[0])
        return word[0] if not said or is_public(word[0]) else WITHHELD

    return re.sub(r"[^\W_]+", kept, text)
