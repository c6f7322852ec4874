"""Statement: a sentence of an item with its neighbours and its place, as the labeller looks at it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.items.clauses import SENTENCES, Clause

# The longest stretch of a sentence whose words are looked at: its opening and its end.
OPENING, ENDING = 30, 20
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
# What is particular to one body becomes a word for its kind, in this order.
_MASKS = (
    (re.compile(r"[£$€]\s?[\d,.]+\w*"), " MONEY "),
    (
        re.compile(
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?i:{_MONTHS})\b(?:,?\s+\d{{4}})?|"
            rf"\b(?i:{_MONTHS})\s+\d{{1,2}}(?:,?\s+\d{{4}})?"
            r"|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}"
        ),
        " DATE ",
    ),
    (
        re.compile(
            r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Directors?|Trustees?|"
            r"Commissioners?)\.?\s+(?:[A-Z][\w'.-]*\s?){1,3}"
        ),
        " PERSON ",
    ),
    (re.compile(r"\b(?!(?:THE|AND|NOT|WAS|FOR|THAT|BE|TO|OF|IT|NO|ALL|BY|IS|IN|ON)\b)[A-Z]{2,3}\b"), " INITIALS "),
    (re.compile(r"\d[\d,./:]*"), " NUMBER "),
)
_KINDS = frozenset(("MONEY", "DATE", "PERSON", "INITIALS", "NUMBER"))


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with what stands around it; `at` is the index of its paragraph in the item, `place` its own in that."""

    text: str
    at: int
    place: int
    last: bool  # the last sentence of its paragraph
    closing: bool  # in the last paragraph of the item
    mark: str
    before: str = ""
    after: str = ""


def statements(parts: Sequence[Clause]) -> tuple[Statement, ...]:
    """The sentences of the paragraphs of an item in order."""
    said = list(_sentences(parts))
    texts = ["", *[text for _, _, _, text in said], ""]
    return tuple(
        Statement(text, at, place, last, at == len(parts) - 1, parts[at].sort, texts[n], texts[n + 2])
        for n, (at, place, last, text) in enumerate(said)
    )


def _sentences(parts: Sequence[Clause]) -> Iterator[tuple[int, int, bool, str]]:
    for at, part in enumerate(parts):
        pieces = [" ".join(piece.split()) for piece in SENTENCES.split(part.text) if piece.strip()]
        for place, piece in enumerate(pieces):
            yield at, place, place == len(pieces) - 1, piece


def general_words(text: str) -> list[str]:
    """The words of a text in small letters, with names, sums, dates and figures masked."""
    text = text.replace("’", "'")
    for pattern, kind in _MASKS:
        text = pattern.sub(kind, text)
    return [word if word in _KINDS else word.lower() for word in re.findall(r"[A-Za-z][A-Za-z'-]*", text)]


def looks(one: Statement, title: str, form: str, *, marked: bool) -> list[str]:
    """What the labeller looks at: words of the sentence and its neighbours, its place, and its form."""
    words = general_words(one.text)
    kept = words if len(words) <= OPENING + ENDING else words[:OPENING] + words[-ENDING:]
    found = {f"w:{word}" for word in kept}
    found |= {f"b:{a} {b}" for a, b in zip(["<", *kept], [*kept, ">"], strict=True)}
    found |= {f"p:{word}" for word in general_words(one.before)[-12:]}
    found |= {f"n:{word}" for word in general_words(one.after)[:8]}
    found |= {f"t:{word}" for word in general_words(title)}
    end = one.text.rstrip()[-1:]
    ending = "colon" if end == ":" else "stop" if end in ".!" else "question" if end == "?" else "open"
    found |= {f"length {min(6, len(words).bit_length())}", f"mark {one.mark}", f"ends {ending}", f"form {form}"}
    found |= {f"place {'first' if not one.place else 'inner'}", f"last {one.last}", f"closing {one.closing}"}
    found |= {f"marked {marked}", f"form {form} marked {marked}"}
    return sorted(found)
