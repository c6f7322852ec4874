"""One run over one source: meetings looked at, papers fetched, what was replaced or withdrawn noticed.

A file is written under another name in .pull/parts, checked, and then renamed to its place, which the ledger has noted
before: killed at any moment, a run leaves whole papers and a ledger from which the next one goes on.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from corpus.errors import SourceRefused, SourceTrouble, WrongInput
from corpus.papers import date_in_words
from corpus.pull.beside import write_listing, write_report
from corpus.pull.contents import Contents, contents_of
from corpus.pull.known import STORED, Gone, Known
from corpus.pull.ledger import Ledger
from corpus.pull.names import told_apart
from corpus.pull.politeness import Manners
from corpus.pull.records import Body, Detail, Sitting, Source
from corpus.pull.report import Report, Tally
from corpus.pull.web import State, Web
from corpus.pulled import HOME, LastPull

BEFORE, AHEAD = timedelta(days=28), timedelta(days=400)
"""Meetings that are looked at in every run: from this long ago, as far ahead as a calendar of meetings goes."""

GIVEN_UP = timedelta(days=200)
"""A meeting without published minutes is looked at for as long as this: minutes appear weeks or months later."""

SWEPT = timedelta(days=30)
"""Every older meeting is looked at again after as long as this: papers are replaced or withdrawn years later too."""

FIRST_RUN = timedelta(days=365)
WOUND_UP = timedelta(days=7)
"""The list of meetings of a body that was wound up, and has not met lately, is read again after as long as this."""

CHECKED = timedelta(hours=20)
"""A recent paper that its site lists as before is asked for again after as long as this, if it has changed."""

MANY = 5
"""Papers or meetings that do not all vanish at once: where they seem to, the site is believed to be at fault."""

REMOVE = "If it is so, run pull with --remove."


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asks for: some bodies by name, a first day, the name of the organisation, empty lists believed."""

    bodies: tuple[str, ...] = ()
    since: date | None = None
    organisation: str = ""
    remove: bool = False


def pull(
    source_on: Callable[[Web], Source],
    address: str,
    into: Path,
    wish: Wish,
    manners: Manners,
    *,
    now: datetime | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Report:
    """Brings the folder into step with the source; raises WrongInput, or SourceTrouble where no list can be read."""
    home = into / HOME
    parts = home / "parts"
    parts.mkdir(parents=True, exist_ok=True)
    began = now or datetime.now(UTC)
    try:
        lock = FileLock(home / "lock").acquire(timeout=0)
    except Timeout as exc:
        raise WrongInput("Another pull is at work in this folder.", hint="Wait until it has ended.") from exc
    with lock, Web(address, manners, sleep) as web, Ledger(home / "ledger.sqlite", began) as ledger:
        for left in parts.iterdir():
            left.unlink()
        source = source_on(web)
        ledger.belongs_to(source.name, source.address)
        run = _Run(source, web, ledger, into, wish, began)
        try:
            run.all()
        except SourceRefused as refused:
            run.tally.refused = str(refused)
        finally:
            write_listing(into, ledger.lines(), wish.organisation or ledger.organisation())
        report = _report(run, datetime.now(UTC) if now is None else now)
        write_report(home, report)
    return report


def _report(run: _Run, ended: datetime) -> Report:
    tally = run.tally
    last = LastPull(
        source=run.source.name,
        address=run.source.address,
        folder=run.into.name,
        began=run.now.isoformat(timespec="seconds"),
        ended=ended.isoformat(timespec="seconds"),
        came=len(tally.came),
        changed=len(tally.changed),
        withdrawn=len(tally.withdrawn),
        stored=run.ledger.count(),
        restricted=tally.restricted,
        requests=run.web.requests,
        troubles=tuple(tally.troubles),
        refused=tally.refused,
    )
    return Report(
        last, tuple(tally.came), tuple(tally.changed), tuple(tally.withdrawn), tally.elsewhere, tally.meetings
    )


@dataclass(slots=True)
class _Run:
    """A run that is under way."""

    source: Source
    web: Web
    ledger: Ledger
    into: Path
    wish: Wish
    now: datetime
    tally: Tally = field(default_factory=Tally)

    def all(self) -> None:
        """Everything, body by body; one that cannot be read does not stop the others."""
        for gone in self.ledger.not_to_lie_there():
            self._clear(gone)
        since = self.ledger.since(self.wish.since, self.now.date() - FIRST_RUN)
        if self.wish.organisation:
            self.ledger.note("organisation", self.wish.organisation)
        for body in self._chosen(self.source.bodies()):
            if self._rests(body):
                continue
            try:
                self._body(body, since)
            except SourceTrouble as trouble:
                self.tally.troubles.append(f"{body.name or body.key}: {trouble}")

    def _chosen(self, bodies: Sequence[Body]) -> Sequence[Body]:
        """The bodies that were asked for; raises WrongInput where one is not there."""
        wanted = {name.casefold(): name for name in self.wish.bodies}
        if not wanted:
            return bodies
        chosen = [body for body in bodies if body.name.casefold() in wanted]
        missing = wanted.keys() - {body.name.casefold() for body in chosen}
        if missing:
            known = ", ".join(sorted(body.name for body in bodies if body.active))
            raise WrongInput(f"The site has no committee called {wanted[missing.pop()]!r}.", hint=f"It has: {known}.")
        return chosen

    def _rests(self, body: Body) -> bool:
        """True for a body that was wound up, has not met lately, and whose meetings were read not long ago."""
        asked, today = self.ledger.asked(body), self.now.date()
        if body.active or not asked or self.ledger.listed(body, today - BEFORE, today + AHEAD):
            return False
        return self.now - datetime.fromisoformat(asked) < WOUND_UP

    def _body(self, body: Body, since: date) -> None:
        sittings = self.source.sittings(body, since, self.now.date() + AHEAD)
        self._withdraw(body, since, sittings)
        whole, today = True, self.now.date()
        for sitting in sittings:
            if self.ledger.is_due(sitting, today - BEFORE, today - GIVEN_UP, self.now - SWEPT):
                whole = self._sitting(sitting) and whole
        if whole:
            self.ledger.note_asked(body)

    def _withdraw(self, body: Body, since: date, sittings: Sequence[Sitting]) -> None:
        """Takes the papers of meetings away that are not listed any more; raises SourceTrouble where none is."""
        until = self.now.date() + AHEAD
        vanished = self.ledger.listed(body, since, until) - {sitting.key for sitting in sittings}
        if len(vanished) >= MANY and not sittings and not self.wish.remove:
            raise SourceTrouble("Its meetings have all vanished from the site, so nothing was removed.", hint=REMOVE)
        for key in sorted(vanished):
            for gone in self.ledger.withdraw(key):
                self._clear(gone)

    def _sitting(self, sitting: Sitting) -> bool:
        """Looks at a meeting and fetches its papers; False where something could not be fetched."""
        try:
            detail = self.source.detail(sitting)
            self._believe(detail)
        except SourceTrouble as trouble:
            self.tally.troubles.append(f"{_named(sitting)}: {trouble} The next run tries again.")
            return False
        for gone in self.ledger.take(detail):
            self._clear(gone)
        self.tally.meetings += 1
        self.tally.restricted += len(detail.restricted)
        self.tally.elsewhere += detail.elsewhere
        recent = detail.sitting.held_on is None or detail.sitting.held_on >= self.now.date() - BEFORE
        fetched = [self._document(known, sitting, recent) for known in self.ledger.documents_of(sitting.key)]
        if all(fetched):
            self.ledger.visited(sitting.key)
        return all(fetched)

    def _believe(self, detail: Detail) -> None:
        """Raises SourceTrouble where a meeting that had many papers has none all of a sudden."""
        nothing = not detail.documents and not detail.restricted
        if nothing and self.ledger.papers_of(detail.sitting.key) >= MANY and not self.wish.remove:
            raise SourceTrouble("All its papers have vanished from the site, so nothing was removed.", hint=REMOVE)

    def _document(self, known: Known, sitting: Sitting, recent: bool) -> bool:
        """Fetches a document where that is needed; False where it could not be."""
        good = known.state == STORED and (self.into / known.file).is_file()
        if good and not (recent and self._may_have_changed(known)):
            return True
        part = self.into / HOME / "parts" / "part"
        asked = known.at_server if good else State()
        try:
            found = self.web.fetch(known.address, part, asked, lambda path, sized: contents_of(path, sized=sized))
        except SourceTrouble as trouble:
            self._say(known, sitting, trouble)
            return not trouble.retryable
        if found is None:
            self.ledger.unchanged(known.key)
        else:
            self._put(known, part, *found)
        return True

    def _say(self, known: Known, sitting: Sitting, trouble: SourceTrouble) -> None:
        """Notes why a document could not be fetched; what was stored before stays."""
        if known.state != STORED:
            self.ledger.failed(known.key, str(trouble), missing=not trouble.retryable)
        again = "The next run tries again." if trouble.retryable else "It is asked for again after a week."
        self.tally.troubles.append(f"{_named(sitting)}, {known.title!r}: {trouble} {again}")

    def _may_have_changed(self, known: Known) -> bool:
        """True for a document that its server can say the state of, and was not asked for today."""
        return bool(known.at_server.asks) and self.now - datetime.fromisoformat(known.checked) >= CHECKED

    def _put(self, known: Known, part: Path, contents: Contents, state: State) -> None:
        """Puts a whole file at its place; the order of the steps is what a kill between them needs."""
        file = self._place(known, contents.ending)
        if known.file and known.file != file:
            self._aside(known.file)
        target = self.into / file
        target.parent.mkdir(parents=True, exist_ok=True)
        self.ledger.placing(known.key, file)
        part.replace(target)
        self.ledger.stored(known, file, contents, state)
        if not known.sha256:
            self.tally.came.append(file)
        elif known.sha256 != contents.sha256:
            self.tally.changed.append(file)

    def _place(self, known: Known, ending: str) -> str:
        """Where a document goes: where it was, unless it is of another kind now; never over somebody else's file."""
        if PurePosixPath(known.file).suffix == ending:
            return known.file
        file = f"{known.name}{ending}"
        return file if known.file or not (self.into / file).exists() else f"{told_apart(known.name, known.key)}{ending}"

    def _clear(self, gone: Gone) -> None:
        """Takes a document away from the papers; what is not public is deleted, everything else is kept aside."""
        if gone.file:
            if gone.restricted:
                (self.into / gone.file).unlink(missing_ok=True)
            else:
                self._aside(gone.file)
            self.tally.withdrawn.append("a paper that is not public any more" if gone.restricted else gone.file)
        self.ledger.removed(gone.key)

    def _aside(self, file: str) -> None:
        """Moves a file out of the papers into .pull/withdrawn."""
        source, target = self.into / file, self.into / HOME / "withdrawn" / file
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(source, target)


def _named(sitting: Sitting) -> str:
    """The meeting in words."""
    return ", ".join(filter(None, (sitting.body.name, date_in_words(sitting.held_on)))) or sitting.key
