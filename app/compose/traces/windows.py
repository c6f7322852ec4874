"""Windows: the stretch of a sentence that says most of a matter within a room, cut at the ends of its clauses."""

from __future__ import annotations

import re
from itertools import combinations

from app.compose.traces.matter import Matter

# Never before a condition ("unless", "subject to", "until"): without it the rest would say something else.
CLAUSE_ENDS = re.compile(
    r"(?<=[;:])\s+|(?<=,)\s+(?=(?:and|which|with|where|so|to)\b)|(?<!\s)\s+(?=[–—]\s)|(?<=[a-z]{3}[.?!])\s+(?=[A-Z])"
)
FEWEST_WORDS = 5  # of a stretch; a shorter one says little by itself
FIGURE = 0.15  # share of a matter's words that a figure is worth
FULLER = 0.0005  # the same for each character more: of two stretches that say as much the longer is easier to read


def shortened(sentence: str, room: int, matter: Matter) -> str:
    """The sentence, or the stretch of whole clauses of it that says most within `room` characters.

    "" where none fits.
    """
    if len(sentence) <= room:
        return sentence
    cuts = [0, *(found.end() for found in CLAUSE_ENDS.finditer(sentence)), len(sentence)]
    stretches = [sentence[start:end].strip() for start, end in combinations(cuts, 2)]
    fitting = [one for one in stretches if len(one) <= room and len(one.split()) >= FEWEST_WORDS]
    return max(fitting, key=lambda one: _worth(one, matter), default="")


def _worth(stretch: str, matter: Matter) -> float:
    return matter.share(stretch) + (FIGURE if re.search(r"\d", stretch) else 0.0) + FULLER * len(stretch)
