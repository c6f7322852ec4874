"""Words that stand in a restricted paper and in a public one as well, as sentences for the keeper of an index.

Either the restriction is not needed, or the public paper should have it too. Only people can say which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from corpus.access import PUBLIC_LABEL, Access
from corpus.papers import Paper
from indexer.linking.same_text import wording_of
from indexer.reading.pages import Page
from indexer.store import PUBLIC, AnyStore, Right


def said_twice(store: AnyStore, access: Access) -> Iterator[str]:
    """A sentence for every two files of which people restricted one, and the other says the same, in whole or on a
    page.
    """
    labels = store.labels()
    if labels <= PUBLIC.labels:
        return
    for held in store.papers(right=Right(labels)):
        yield from _copies_restricted_too(held.paper, access)
    yield from _pages_open_elsewhere(store, labels)


def _copies_restricted_too(paper: Paper, access: Access) -> Iterator[str]:
    places = {file: access.labels_of(replace(paper, file=file, copies=())) for file in (paper.file, *paper.copies)}
    closed = [file for file, labels in places.items() if labels.access != PUBLIC_LABEL]
    for file, labels in places.items():
        if closed and labels.access == PUBLIC_LABEL:
            yield f"{file} is not for the public either, since it is the same paper as {closed[0]}."


def _pages_open_elsewhere(store: AnyStore, labels: frozenset[str]) -> Iterator[str]:
    public: dict[str, set[str]] = defaultdict(set)
    hidden: dict[str, list[tuple[str, Page]]] = defaultdict(list)
    for held in store.papers(right=Right(labels)):
        file = held.paper.file
        seen = store.pages(file, right=PUBLIC)
        for page in store.pages(file, right=Right(labels)):
            said = wording_of([page.text])
            if said and page in seen:
                public[said].add(file)
            elif said:
                hidden[file].append((said, page))
    for file, pages in hidden.items():
        by_other: dict[str, list[Page]] = defaultdict(list)
        for said, page in pages:
            for other in public.get(said, ()):
                by_other[other].append(page)
        for other, same in sorted(by_other.items()):
            yield f"{file}{_named(same)} is not for the public, but says the same as public pages of {other}."


def _named(pages: list[Page]) -> str:
    numbers = [str(page.number) for page in pages if page.number]
    return f", page {', '.join(numbers)}," if numbers else ""
