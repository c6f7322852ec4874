"""Undertakings: actions, promises and requests, each once, with what later papers surely say became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.answers.citations import bare
from app.matters.ledger import Quote
from app.matters.undertakings.behind import became_behind
from app.matters.undertakings.logs import became_in, chains, quote_of, rows_of
from app.matters.undertakings.tracked import LaterPapers, Sort, Status, Tracked
from indexer.findings.actions import Action
from indexer.findings.minutes import Decision
from indexer.linking.due import due_day, due_in
from indexer.linking.followed_actions import Followed, LogRow
from indexer.sections.section import SectionKind


def undertakings(
    actions: Iterable[Action],
    requests: Iterable[Decision],
    later: LaterPapers,
    *,
    wanted: Callable[[Action], bool] = lambda action: True,
) -> Iterator[Tracked]:
    """Each request, and each action and promise that is wanted, once, with what became of it.

    `actions` are all of them: a row of a log may say what became of a request.
    """
    held = list(actions)
    known = _Logs(held)
    asked = [known.became(Sort.REQUEST, _quote(one), _Said(due_in(one.text)), later) for one in requests]
    promised = filter(wanted, (one for one in held if one.promise))
    asked += [known.became(Sort.PROMISE, quote_of(one), _said(one), later) for one in promised]
    # After the requests, which take the rows of logs that are theirs.
    yield from _once([*known.of_actions(wanted, later), *asked])


def _once(found: Iterable[Tracked]) -> Iterator[Tracked]:
    """Each once: "That a report be brought back" is a request of the minutes, and a promise in the same words."""
    seen: list[tuple[object, str]] = []
    for one in found:
        # "Survey" in a log may be any survey, so a log is no place where minutes are repeated.
        logged = one.asked.section.kind is SectionKind.ACTION_LOG
        mine = (*one.meeting.sitting, logged), bare(one.asked.text)
        if not _is_among(mine, seen):
            seen.append(mine)
            yield one


@dataclass(frozen=True, slots=True)
class _Said:
    """What is printed beside the words of an undertaking."""

    due: str = ""
    owner: str = ""


def _said(action: Action) -> _Said:
    """The owner, and the deadline: a cell of a log in full, of a sentence only what surely is one."""
    logged = action.section.kind is SectionKind.ACTION_LOG
    return _Said(action.deadline if logged else due_in(action.text), action.owner)


def _quote(one: Decision) -> Quote:
    return Quote(one.section, one.text, one.page, one.item, one.title)


def _all(chain: Followed) -> Sequence[Action]:
    return (chain.action, *chain.later)


def _is_among(one: tuple[object, str], seen: Iterable[tuple[object, str]]) -> bool:
    """True where the same meeting has said it already, in the same words or in more or fewer of them."""
    return any(one[0] == sitting and (one[1] in said or said in one[1]) for sitting, said in seen)


class _Logs:
    """The rows of logs, and which of them are of something that was minuted before."""

    def __init__(self, actions: Sequence[Action]) -> None:
        self._followed = [one for one in actions if not one.promise]
        self._rows = [one for one in actions if isinstance(one, LogRow)]
        self.taken: set[Action] = set()

    def of_actions(self, wanted: Callable[[Action], bool], later: LaterPapers) -> list[Tracked]:
        """The actions that are wanted at any of their mentions, without the rows that are of something else."""
        mentioned = (one for one in chains(self._followed) if any(map(wanted, _all(one))))
        found = [(one.action, self._of_chain(one, later)) for one in mentioned if one.action not in self.taken]
        return [tracked for action, tracked in found if action not in self.taken]

    def _of_chain(self, chain: Followed, later: LaterPapers) -> Tracked:
        """What the mentions of an action say became of it; where they say nothing, what the other papers do."""
        first, mentions = chain.action, _all(chain)
        became = became_in(mentions)
        if became is None:
            return self.became(Sort.ACTION, quote_of(first), _said(first), later)
        return _tracked(Sort.ACTION, quote_of(first), mentions, became)

    def became(self, sort: Sort, asked: Quote, said: _Said, later: LaterPapers) -> Tracked:
        """What a log says of it, else what the papers behind its meeting say."""
        due_on = due_day(said.due, asked.section.meeting.held_on)
        rows = rows_of(asked, due_on, self._rows)
        if became := became_in(rows) if rows else None:
            self.taken.update(rows)
            return _tracked(sort, asked, rows, became, said)
        became = became_behind(asked, f"{said.owner} {said.due}", due_on, later)
        return Tracked(sort, asked, *became, said.owner, said.due, due_on)


def _tracked(
    sort: Sort, asked: Quote, mentions: Sequence[Action], became: tuple[Status, Quote], said: _Said | None = None
) -> Tracked:
    """What was asked, with the first owner and deadline that any mention prints."""
    printed = [*([said] if said else []), *map(_said, mentions)]
    owner, due = (
        next(filter(None, cells), "") for cells in zip(*((one.owner, one.due) for one in printed), strict=True)
    )
    first, (status, evidence) = mentions[0], became
    raised = first.raised if isinstance(first, LogRow) and first.text == asked.text else ""
    due_on = due_day(due, asked.section.meeting.held_on)
    return Tracked(sort, asked, status, evidence, owner, due, due_on, raised)
