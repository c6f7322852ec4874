"""What is not for the public, as the keeper of an index reviews it: sections in, lists by who restricted them out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from corpus.access import EXEMPT_LABEL, PUBLIC_LABEL
from indexer.sections.section import Section

REVIEWED = {
    "exempt": "restricted by people (sections)",
    "quarantined": "quarantined by a mark in the text, for review (sections)",
    "released": "marked, and released by people (sections)",
}
"""The three lists and what they are called in words."""


def restricted_record(sections: Iterable[Section]) -> dict[str, list[dict[str, Any]]]:
    """The sections restricted by people, those quarantined by a mark alone, and those that people released."""
    lists: dict[str, list[dict[str, Any]]] = {name: [] for name in REVIEWED}
    for section in filter(_stands_somewhere, sections):
        of_people = section.paper.access if section.paper.access != PUBLIC_LABEL else section.access
        if section.paper.access != PUBLIC_LABEL or (section.access != PUBLIC_LABEL and _said(section)):
            lists["exempt"].append(
                {**_place(section), "label": of_people, "mark": section.mark, "reason": section.reason}
            )
        elif section.access != PUBLIC_LABEL:
            lists["quarantined"].append({**_place(section), "label": section.access, "mark": section.mark})
        elif section.mark:
            lists["released"].append({**_place(section), "mark": section.mark, "reason": section.reason})
    return lists


def restricted_line(entry: dict[str, Any]) -> str:
    """An entry of one of the lists in a line: file, pages, mark, label and reason."""
    first, last = entry["page"], entry["page_end"]
    pages = "" if first is None else f", page {first}" if first == last else f", pages {first}-{last}"
    said = "; ".join(filter(None, (entry.get("label"), entry["mark"], entry.get("reason"))))
    return f"{entry['file']}{pages}: {said}"


def _said(section: Section) -> bool:
    """True where people restricted a section: without a mark in it, or with their own label or reason."""
    return not section.mark or bool(section.reason) or section.access != EXEMPT_LABEL


def _stands_somewhere(section: Section) -> bool:
    """False for a part that stands on no page: it has what touches pages for different people."""
    return section.page is None or section.page_end is None or section.page <= section.page_end


def _place(section: Section) -> dict[str, Any]:
    return {"file": section.paper.file, "page": section.page, "page_end": section.page_end}
