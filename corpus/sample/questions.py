"""Questions with their quotes -> the same questions with every page on which a quote stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2

Row = dict[str, Any]
Pages = dict[tuple[str, int], str]


def normal(text: str) -> str:
    """The words of a text, in lower case with single spaces, the way the scorer compares them."""
    return " ".join(re.findall(r"[a-z0-9£%]+", unicodedata.normalize("NFKC", text).lower()))


def page_texts(folder: Path) -> Pages:
    """(file, physical page) -> the page's words, for every PDF under the folder."""
    texts = {}
    for path in sorted(folder.rglob("*.pdf")):
        pdf = pypdfium2.PdfDocument(path)
        for n in range(len(pdf)):
            texts[path.relative_to(folder).as_posix(), n + 1] = normal(pdf[n].get_textpage().get_text_bounded())
        pdf.close()
    return texts


def places(texts: Pages, quote: str | Row) -> list[Row]:
    """Every place of a quote; a mapping `{quote, in}` keeps to the files whose name holds the text of `in`."""
    words, within = (quote, "") if isinstance(quote, str) else (quote["quote"], quote["in"])
    found = [
        {"file": file, "page": page, "quote": words}
        for (file, page), text in texts.items()
        if within in file and f" {normal(words)} " in f" {text} "
    ]
    if not found:
        raise ValueError(f"no page holds the quote: {quote}")
    return found


def evidence(spec: Row, texts: Pages) -> list[list[Row]]:
    """The groups of a question's evidence; any place of a group will do."""
    groups = [group if isinstance(group, list) else [group] for group in spec.get("evidence", [])]
    return [[place for quote in group for place in places(texts, quote)] for group in groups]


def answered(specs: list[Row], texts: Pages) -> Iterator[Row]:
    """The questions in the scorer's format, numbered."""
    for n, spec in enumerate(specs, start=1):
        yield {
            "id": f"sample-{n:03}",
            **{key: spec[key] for key in ("kind", "persona")},
            "history": spec.get("history", []),
            **{key: spec[key] for key in ("question", "gold")},
            **{key: spec.get(key, []) for key in ("must", "must_not")},
            "meeting_date": str(spec.get("meeting_date", "")),
            "evidence": evidence(spec, texts),
        }
