"""Labeller: how likely a sentence of minutes decides something, by weights fitted to minutes labelled by hand.

`bench/fit_decided.py` makes the weights. They hold general words only: names, sums and figures are masked, and what
fewer than three bodies wrote is left out.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

WEIGHTS = Path(__file__).with_name("decided.json")


_OTHERS: ContextVar[Mapping[str, float] | None] = ContextVar("weights", default=None)


@contextmanager
def using(weights: Mapping[str, float]) -> Iterator[None]:
    """Let other weights than the stored ones decide, so that a figure can be taken on a body they were not fitted to."""
    token = _OTHERS.set(weights)
    try:
        yield
    finally:
        _OTHERS.reset(token)


def weights_in_use() -> Mapping[str, float]:
    """The weights that decide now: the stored ones, where no others were given."""
    others = _OTHERS.get()
    return stored_weights() if others is None else others


@cache
def stored_weights() -> Mapping[str, float]:
    """The weights that came with the program, by what is looked at; "" is the constant."""
    weights: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights


def likelihood(looks: Iterable[str], weights: Mapping[str, float]) -> float:
    """How likely a sentence with these looks decides something, from 0 to 1."""
    total = weights.get("", 0.0) + sum(weights.get(one, 0.0) for one in looks)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
