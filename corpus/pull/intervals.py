"""interval: how long a program waits between two turns, as somebody writes it: 30m, 6h, 1d."""

from __future__ import annotations

import argparse
import re

SECONDS = {"m": 60, "h": 3600, "d": 86_400}
SHORTEST = 15 * 60
"""Seconds between two turns: nothing of a council changes oftener."""


def interval(text: str) -> float:
    """The seconds of "90m", "6h" or "1d"."""
    match = re.fullmatch(r"(\d{1,4})([mhd])", text.strip())
    seconds = int(match[1]) * SECONDS[match[2]] if match else 0
    if seconds < SHORTEST:
        raise argparse.ArgumentTypeError(f"{text} is not a time like 30m, 6h or 1d, of 15 minutes at least")
    return float(seconds)
