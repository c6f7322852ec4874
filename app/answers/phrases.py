"""Small phrases that several rooms word alike: a number with its noun, a title inside a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

REFERENCE = re.compile(r"^\W*\d[\w/.-]*\s*[-–:]\s+")  # "24/00108 - " in front of a title

WORD = re.compile(r"\w+")
JOINT = re.compile(r"\s*[;,]\s*(?:and|or|but)?\s*$", re.IGNORECASE)


def counted(number: int, one: str, more: str = "") -> str:
    """A number with its noun: "one action", "4 actions"."""
    return f"one {one}" if number == 1 else f"{number} {more or one + 's'}"


def figured(number: int, one: str) -> str:
    """A number in figures with its noun: "1 paper", "1,204 papers"."""
    return f"{number:,} {one if number == 1 else one + 's'}"


def in_a_sentence(title: str, names: str = "") -> str:
    """A title as it stands inside a sentence: capitals calmed down where all of it is in capitals.

    Words of `names` keep theirs.
    """
    return calmed(REFERENCE.sub("", title).strip(" .:*"), names)


def calmed(title: str, names: str) -> str:
    """A title that is all in capitals without them; words of `names` keep theirs: "Tide Mill: progress"."""
    if not title.isupper():
        return title
    own = {word.casefold(): word for word in WORD.findall(names)}
    said = WORD.sub(lambda word: own.get(word[0].casefold(), word[0].casefold()), title)
    return said[:1].upper() + said[1:]


def names_in(titles: Iterable[str]) -> str:
    """The words that titles mostly print with a capital where no sentence asks for one: "Mill" of "Tide Mill"."""
    found = Counter[str]()
    for title in titles:
        words = WORD.findall(title) if not title.isupper() else []
        # The first word of a title is part of a name where the second one is.
        found.update(words if words[1:] and words[1][0].isupper() else words[1:])
    capital = (word for word in found if word[:1].isupper() and found[word] > found[word.casefold()])
    return " ".join(sorted(capital))


def without_joint(quote: str) -> str:
    """The words of a limb without what joins it to the next one: "; and"."""
    return JOINT.sub("", quote)


def in_a_row(names: Sequence[str]) -> str:
    """The names as a sentence has them: "Ash, Elm and Yew"; "" for none."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
