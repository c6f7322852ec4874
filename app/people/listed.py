"""People: the file that gives roles, and what a sign-in says of somebody -> a Person.

The file is CSV, UTF-8, with a line of column names; the strongest role that somebody has holds, with all their bodies:

    who,role,bodies
    ada.blewett@example.org,member,Cabinet; Licensing Committee
    roles:BoardPapers.Officer,officer,
    realm_access.roles:clerk,administrator,
    *,reader,

`who` is an e-mail address, a claim of the sign-in with its value, or * for everybody who signs in. An address counts
only where the provider says that it has verified it; providers that do not say so are used with claims.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from app.people.seeing import VISITOR, Person, Role
from corpus.errors import WrongInput

COLUMNS = ("who", "role", "bodies")
SHIFT = 12 * 60 * 60.0  # seconds after which somebody has to sign in again
EARLY = 300.0  # seconds by which the clock of the provider may be ahead of ours
LONGEST_NAME = 80  # characters

Claims = Mapping[str, Any]
State = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the file: whom it means, and what it gives them."""

    claim: str
    value: str
    role: Role
    bodies: frozenset[str]

    def means(self, claims: Claims) -> bool:
        """True where these claims are those of somebody whom the line means."""
        if self.claim == "*":
            return True
        if self.claim == "email":
            given = claims.get("email")
            return claims.get("email_verified") is True and str(given).casefold() == self.value.casefold()
        found = _found(claims, self.claim)
        return self.value in (found if isinstance(found, list | tuple) else [found])


@dataclass(slots=True)
class People:
    """Gives people their roles; the file is read again when it changes, so that a role taken away is gone at once."""

    path: Path | None
    clock: Callable[[], float] = time.time
    _rows: tuple[State, tuple[Row, ...]] = field(default=((), ()))

    def person_of(self, claims: Claims) -> Person:
        """The person of a sign-in, a visitor for none or an old one; raises WrongInput for a file not understood."""
        issuer, subject = claims.get("iss"), claims.get("sub")
        if not (issuer and subject) or not _is_fresh(claims.get("iat"), self.clock()):
            return VISITOR
        own = [row for row in self.rows() if row.means(claims)]
        strongest = max((row.role for row in own), key=list(Role).index, default=Role.VISITOR)
        bodies = frozenset(body for row in own for body in row.bodies)
        return Person(strongest, bodies, id_of(str(issuer), str(subject)), _name(claims))

    def rows(self) -> tuple[Row, ...]:
        """The lines of the file, in order; none without a file. Raises WrongInput."""
        if self.path is None:
            return ()
        try:
            status = self.path.stat()
            state = (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
            if state != self._rows[0]:
                self._rows = state, tuple(_read(self.path.name, self.path.read_text(encoding="utf-8-sig")))
        except (OSError, UnicodeDecodeError) as exc:
            raise WrongInput(f"{self.path.name}, which gives people their roles, cannot be read.") from exc
        return self._rows[1]


def _is_fresh(since: object, now: float) -> bool:
    """Whether a sign-in at this moment, in seconds since the epoch, still holds."""
    if isinstance(since, bool) or not isinstance(since, int | float):
        return False
    return -EARLY <= now - since <= SHIFT


def id_of(issuer: str, subject: str) -> str:
    """The id under which a person's things are stored; it is the same at every sign-in, and names nobody."""
    return sha256(f"{issuer}\n{subject}".encode()).hexdigest()


def _name(claims: Claims) -> str:
    name = str(claims.get("name") or claims.get("email") or claims.get("preferred_username") or "")
    return " ".join("".join(c if c.isprintable() else " " for c in name).split())[:LONGEST_NAME]


def _found(claims: Claims, path: str) -> Any:
    """What stands at a path of names, such as realm_access.roles; a name may itself hold dots. None for nothing."""
    if path in claims:
        return claims[path]
    first, _, rest = path.partition(".")
    inner = claims.get(first)
    return _found(inner, rest) if rest and isinstance(inner, Mapping) else None


def _read(name: str, text: str) -> Iterator[Row]:
    lines = csv.reader(text.splitlines(keepends=True), strict=True, skipinitialspace=True)
    try:
        rows = [(lines.line_num, line) for line in lines if any(map(str.strip, line)) and line[0].strip()[:1] != "#"]
    except csv.Error as exc:
        raise WrongInput(f"{name}, line {lines.line_num}: it is not CSV ({exc}).") from exc
    columns = [cell.strip().casefold() for cell in rows[0][1]] if rows else list(COLUMNS)
    if sorted(columns) not in (sorted(COLUMNS), sorted(COLUMNS[:2])):
        raise WrongInput(f"{name}, line {rows[0][0]}: the columns are {', '.join(COLUMNS)}.")
    for number, line in rows[1:]:
        yield _row(dict(zip(columns, map(str.strip, line), strict=False)), f"{name}, line {number}")


def _row(cells: Mapping[str, str], at: str) -> Row:
    who, role = cells.get("who", ""), cells.get("role", "").casefold()
    if role not in list(Role):
        raise WrongInput(f"{at}: {role!r} is no role.", hint=f"Write one of {', '.join(Role)}.")
    bodies = frozenset(body.strip() for body in cells.get("bodies", "").split(";") if body.strip())
    claim, colon, value = who.partition(":")
    if who == "*":
        return Row("*", "", Role(role), bodies)
    if not colon and "@" in who:
        return Row("email", who, Role(role), bodies)
    if not (claim.strip() and value.strip()) or claim.strip() == "email":
        raise WrongInput(f"{at}: {who!r} names nobody.", hint="Write an e-mail address, claim:value or *.")
    return Row(claim.strip(), value.strip(), Role(role), bodies)
