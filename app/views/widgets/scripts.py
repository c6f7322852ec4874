"""Scripts: the JavaScript of a component, from the file beside it."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent


def script(name: str) -> str:
    """The text of the script of the component with this name."""
    return (FOLDER / f"{name}.js").read_text(encoding="utf-8")
