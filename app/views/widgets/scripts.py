"""Scripts: the JavaScript of a component, from the file beside it."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "js"


def script(*names: str) -> str:
    """The text of the scripts with these names in a row: what a component shares with others, then its own."""
    return "".join((FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in names)
