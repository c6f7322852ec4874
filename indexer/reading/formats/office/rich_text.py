"""Rich Text files (.rtf): their words, paragraph by paragraph."""

from __future__ import annotations

from typing import Any

from striprtf import striprtf

from indexer.reading.formats.format import Unreadable


def read_rich_text(data: bytes) -> str:
    """Return the text of an RTF file, table cells between tabs; raises Unreadable."""
    try:
        read: Any = striprtf.rtf_to_text
        text = str(read(data.decode("cp1252", "replace"), errors="replace"))
    except (ValueError, LookupError, IndexError, TypeError, AttributeError) as exc:
        raise Unreadable("The Rich Text file is damaged.") from exc
    return "\n".join(line.rstrip("| ").replace("|", "\t") for line in text.replace("\r\n", "\n").split("\n"))
