"""Names: the folder of a meeting and the name of a file, fit for every file system, the same in every run."""

from __future__ import annotations

import re
import unicodedata

from corpus.pull.records import Sitting

LONGEST = 120  # bytes of a name without its ending: file systems take 255
NEVER = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
DEVICES = {"con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(1, 10))}
"""Names that Windows keeps for devices."""


def fit(title: str, instead: str) -> str:
    """The title as a name: no character that a file system or a shell takes for something else; `instead` for none."""
    visible = "".join(c for c in unicodedata.normalize("NFC", title) if unicodedata.category(c)[0] != "C" or c == " ")
    name = " ".join(NEVER.sub(" ", visible).split()).strip(". ").lstrip("~$- ")
    while len(name.encode()) > LONGEST:
        name = name[:-1]
    name = name.strip(". ")
    if not name or name.split(".")[0].casefold() in DEVICES:
        return fit(instead, "paper") if name != instead else f"paper {instead}"
    return name


def folder_of(sitting: Sitting) -> str:
    """The folder of a meeting: its body, then its day; or the source's own folder."""
    if sitting.folder is not None:
        return "/".join(fit(part, "folder") for part in sitting.folder.split("/") if part)
    body = fit(sitting.body.name, sitting.body.key or "papers")
    when = sitting.held_on.isoformat() if sitting.held_on else ""
    return f"{body}/{when}" if when else body


def told_apart(name: str, key: str) -> str:
    """The name with the key behind it, for one that another document or meeting has already."""
    return f"{name} ({fit(key, 'another')})"
