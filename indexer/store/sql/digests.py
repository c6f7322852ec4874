"""Digests: the key under which the vector of a text is found again, and the number that shows a changed byte."""

from __future__ import annotations

import hashlib
import zlib


def digest_of(text: str) -> bytes:
    """Return the key under which the vector of a text is found again."""
    return hashlib.blake2b(text.encode("utf-8"), digest_size=16).digest()


def checksum_of(*parts: str | bytes) -> int:
    """Return a number that shows when a byte of what rests here was changed: SQLite itself does not look."""
    checksum = 0
    for part in parts:
        checksum = zlib.crc32(part.encode("utf-8") if isinstance(part, str) else part, checksum)
    return checksum
