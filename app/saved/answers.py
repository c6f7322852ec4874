"""Stored answers: an Answer as text, and that text as an Answer again, after a new proof.

An index changes: papers go, pages are restricted. So only the quote and the page of a stored citation are trusted; its
section and title are looked up among what may be seen now. An answer that has lost a citation is not given back: its
words may come from a page that must no longer be shown.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence, Set
from functools import cache
from typing import Any

from app.answers.answer import Alternative, Answer, Citation
from app.answers.citations import PageText, bare, stands_on
from indexer.passages.passage import Passage
from indexer.store import PUBLIC, Version

MOST_NEAREST = 4  # nearest passages of a question that was not answered; no more are shown

PassagesOf = Callable[[str], Sequence[Passage]]
"""The passages of the paper in a file that may be seen now, in reading order."""


def written_down(answer: Answer, version: Version, labels: Set[str] = PUBLIC.labels) -> str:
    """The answer as JSON; `version` is that of the index it was given from, `labels` what was allowed to be seen."""
    fields = {
        "question": answer.question,
        "text": answer.text,
        "answered": answer.answered,
        "kind": answer.kind,
        "citations": [_citation_as_fields(one) for one in answer.citations],
        "more": [_citation_as_fields(one) for one in answer.more],
        "nearest": []
        if answer.answered
        else [{"file": one.section.paper.file, "text": one.text} for one in answer.passages[:MOST_NEAREST]],
        "notes": answer.notes,
        "alternatives": [[one.label, one.question] for one in answer.alternatives],
        "suggestions": answer.suggestions,
        "written_by": answer.written_by,
        "version": str(version),
        "labels": sorted(labels),
    }
    return json.dumps(fields, ensure_ascii=False)


def _citation_as_fields(one: Citation) -> dict[str, Any]:
    """A citation as JSON can hold it."""
    file = one.passage.section.paper.file
    return {"number": one.number, "file": file, "quote": one.quote, "page": one.page, "page_end": one.page_end}


def recalled(
    kept: str, version: Version, *, labels: Set[str] = PUBLIC.labels, passages_of: PassagesOf, page_text: PageText
) -> Answer | None:
    """The stored answer as it may be shown now; None if one of its citations can no longer be proved, or if it was
    given to somebody who could see more.

    What an answer says beside its quotes - notes, alternatives, suggestions - comes back only from the same version of
    the index.
    """
    fields, passages_of = json.loads(kept), cache(passages_of)
    if not set(fields.get("labels", PUBLIC.labels)) <= labels:
        return None
    citations = [_citation(one, passages_of, page_text) for one in fields["citations"]]
    held = [one for one in citations if one is not None]
    if len(held) < len(citations):
        return None
    same = fields.get("version") == str(version) and set(fields.get("labels", PUBLIC.labels)) == labels
    more = (_citation(one, passages_of, page_text) for one in fields.get("more", ()))
    return Answer(
        question=fields["question"],
        text=fields["text"],
        answered=fields["answered"],
        kind=fields["kind"],
        citations=tuple(held),
        passages=tuple(
            passage for one in fields["nearest"] for passage in passages_of(one["file"]) if passage.text == one["text"]
        ),
        notes=tuple(fields["notes"]) if same else (),
        alternatives=tuple(Alternative(*one) for one in fields.get("alternatives", ())) if same else (),
        suggestions=tuple(fields["suggestions"]) if same else (),
        written_by=fields["written_by"],
        more=tuple(one for one in more if one is not None),
    )


def _citation(kept: dict[str, Any], passages_of: PassagesOf, page_text: PageText) -> Citation | None:
    """The citation with the passage that covers its page now; None if the quote may no longer be seen there."""
    quote, page, page_end = kept["quote"], kept["page"], kept["page_end"]
    around = [one for one in passages_of(kept["file"]) if _covers(one, page)]
    if not around or not stands_on(quote, page_text(kept["file"], page)):
        return None
    # a quote can continue after the end of a passage: then take the passage with its beginning
    wanted = (bare(quote), bare(quote[:60]))
    best = next((one for words in wanted for one in around if words in bare(one.text)), around[0])
    return Citation(kept["number"], best, quote, page, page_end)


def _covers(passage: Passage, page: int | None) -> bool:
    if page is None or passage.page is None:
        return page is passage.page
    return passage.page <= page <= (passage.page_end or passage.page)
