"""Two rankings into one, by reciprocal rank (Cormack, Clarke and Buettcher, 2009)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

K = 60  # of the paper above: how slowly the weight of a rank falls


def reciprocal_rank(rankings: Iterable[tuple[Sequence[int], float]], *, k: int = K) -> dict[int, float]:
    """Score by id, higher is better; each ranking is ids best first with its weight."""
    scores: dict[int, float] = defaultdict(float)
    for ranking, weight in rankings:
        for rank, found in enumerate(ranking, 1):
            scores[found] += weight / (k + rank)
    return dict(scores)
