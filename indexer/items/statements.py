"""Statement: a sentence of an item with its neighbours and its place, as the labeller looks at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from indexer.forms.lists.masks import MASKS, WORD
from indexer.items.clauses import SENTENCES, Clause

# The longest stretch of a sentence whose words are looked at: its opening and its end.
OPENING, ENDING = 30, 20
ENDINGS = {":": "colon", ".": "stop", "!": "stop", "": "stop", "?": "question"}


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with what stands around it.

    `at` is the index of its paragraph in the item, `place` its own in that.
    """

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


@lru_cache(maxsize=4096)  # a sentence is looked at once for itself and twice as a neighbour
def general_words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, with names, sums, dates and figures masked."""
    text = text.replace("’", "'")
    for kind, mask in MASKS.items():
        text = mask.sub(f" {kind} ", text)
    return tuple(word if word in MASKS else word.lower() for word in WORD.findall(text))


def looks(one: Statement, title: str, form: str, *, marked: bool) -> list[str]:
    """What the labeller looks at: words of the sentence and its neighbours, its place, and its form."""
    words = general_words(one.text)
    kept = words if len(words) <= OPENING + ENDING else words[:OPENING] + words[-ENDING:]
    found = {f"w:{word}" for word in kept}
    found |= {f"b:{a} {b}" for a, b in zip(["<", *kept], [*kept, ">"], strict=True)}
    found |= {f"p:{word}" for word in general_words(one.before)[-12:]}
    found |= {f"n:{word}" for word in general_words(one.after)[:8]}
    found |= {f"t:{word}" for word in general_words(title)}
    ending = ENDINGS.get(one.text.rstrip()[-1:], "open")
    found |= {f"length {min(6, len(words).bit_length())}", f"mark {one.mark}", f"ends {ending}", f"form {form}"}
    found |= {f"place {'first' if not one.place else 'inner'}", f"last {one.last}", f"closing {one.closing}"}
    found |= {f"marked {marked}", f"form {form} marked {marked}"}
    return sorted(found)
