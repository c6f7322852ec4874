"""Keys: which programs may come in by which door, and how often. Only a hash of each key is stored."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from corpus.errors import WrongInput
from corpus.private import private_files
from corpus.settings import DOORS

FILE = "keys.json"
PREFIX = "bp_"
BYTES = 32
NAME = re.compile(r"[\w .@-]{1,60}")


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it is stored: whose it is, the hash of it, the doors that it opens, the day it was made."""

    name: str
    sha256: str
    doors: tuple[str, ...]
    made: str


class Keys:
    """The keys in one file, read again whenever it changes; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        """Takes the folder in which the file lies."""
        self._file = folder / FILE
        self._read: tuple[tuple[int, int], tuple[Key, ...]] | None = None

    def all(self) -> tuple[Key, ...]:
        """Every key; raises WrongInput where the file cannot be read."""
        try:
            status = self._file.stat()
        except FileNotFoundError:
            return ()
        state = (status.st_mtime_ns, status.st_size)
        if self._read is None or self._read[0] != state:
            try:
                records = json.loads(self._file.read_text(encoding="utf-8"))
                keys = tuple(Key(**{**record, "doors": tuple(record["doors"])}) for record in records)
            except (OSError, ValueError, TypeError, KeyError) as exc:
                raise WrongInput(f"{FILE} cannot be read, so no program is let in.") from exc
            self._read = state, keys
        return self._read[1]

    def add(self, name: str, doors: Sequence[str]) -> str:
        """Makes a key, which is shown this once; raises WrongInput for a name or door that is none."""
        if not NAME.fullmatch(name) or any(key.name == name for key in self.all()):
            raise WrongInput(f"{name[:60]!r} cannot be the name of a new key.", hint="Give another, of letters.")
        if not doors or not set(doors) <= set(DOORS):
            raise WrongInput(f"A key opens one or more of: {', '.join(DOORS)}.")
        made = PREFIX + secrets.token_urlsafe(BYTES)
        self._write((*self.all(), Key(name, _hash(made), tuple(doors), datetime.now(UTC).date().isoformat())))
        return made

    def remove(self, name: str) -> None:
        """Forgets a key; raises WrongInput where there is none of this name."""
        kept = tuple(key for key in self.all() if key.name != name)
        if len(kept) == len(self.all()):
            raise WrongInput(f"There is no key called {name[:60]!r}.")
        self._write(kept)

    def of(self, bearer: str) -> Key | None:
        """The key that a program has sent, None for none."""
        sent, found = _hash(bearer), None
        for key in self.all():  # all of them, so that the time says nothing
            if hmac.compare_digest(key.sha256, sent):
                found = key
        return found

    def _write(self, keys: Sequence[Key]) -> None:
        with private_files():
            self._file.parent.mkdir(parents=True, exist_ok=True)
            part = self._file.with_suffix(".part")
            part.write_text(json.dumps([asdict(key) for key in keys], indent=1) + "\n", encoding="utf-8")
            part.replace(self._file)


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
