"""The parts of a Word document beside its body: notes, headers and footers, and files that were put into it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
RELATIONSHIP = qn("r:id")


class Notes:
    """The footnotes and endnotes of a document, each numbered when it is first referred to."""

    def __init__(self, document: Any) -> None:
        self._elements: dict[tuple[str, str], Any] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        for kind in ("footnote", "endnote"):
            for part in _parts(document, f"{kind}s"):
                for note in parse_xml(part.blob).findall(qn(f"w:{kind}")):
                    if note.get(qn("w:type")) not in SEPARATORS:
                        self._elements[kind, note.get(qn("w:id"), "")] = note

    def number(self, reference: Any) -> tuple[str, Any | None]:
        """Return the number that stands at a reference, and the note itself the first time it is referred to."""
        kind = "footnote" if reference.tag == qn("w:footnoteReference") else "endnote"
        key = (kind, reference.get(qn("w:id"), ""))
        if key not in self._elements:
            return "", None
        first = key not in self._numbers
        if first:
            self._numbers[key] = 1 + sum(other == kind for other, _ in self._numbers)
        return str(self._numbers[key]), self._elements[key] if first else None


def headers_and_footers(document: Any) -> Iterator[Any]:
    """Yield the elements of the headers, then those of the footers, each once."""
    for kind in ("header", "footer"):
        for part in _parts(document, kind):
            yield parse_xml(part.blob)


def enclosed(document: Any, chunk: Any) -> tuple[str, bytes]:
    """Return the kind of content and the bytes of a file that was put into the body, ("", b"") where it is missing."""
    relationship = document.part.rels.get(chunk.get(RELATIONSHIP, ""))
    if relationship is None or relationship.is_external:
        return "", b""
    part = relationship.target_part
    return str(part.content_type), bytes(part.blob)


def _parts(document: Any, kind: str) -> Iterator[Any]:
    """Yield the parts of a kind that belong to the document, in the order of their names."""
    related = [rel for rel in document.part.rels.values() if not rel.is_external and rel.reltype.endswith(f"/{kind}")]
    parts = {str(rel.target_part.partname): rel.target_part for rel in related}
    yield from (parts[name] for name in sorted(parts))
