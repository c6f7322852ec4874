"""The actions that came out of a meeting, or that somebody was left with, from minutes, logs and requests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from app.answers.citations import bare
from app.answers.phrases import counted
from app.compose.evidence import Evidence
from app.compose.lists.abbreviations import short_of
from app.compose.lists.asked import bodies_named, left_over, meant_by
from app.compose.records import Records, meant
from app.compose.wording import Statement, length, whose
from corpus.papers import Meeting, date_in_words
from indexer.findings.actions import Action
from indexer.forms.dates import find_dates
from indexer.linking.followed_actions import Followed, LogRow, State, followed
from indexer.sections.section import Section, SectionKind
from retriever.periods import MONTHS
from retriever.question_forms import Ask
from retriever.questions import Question
from retriever.register import ROUTINE
from retriever.search import Hit
from retriever.words import stem, stems

MOST = 12  # entries of the list of open actions; the rest is counted
BUDGET = 1350  # characters of a list; what proves an answer cuts it not far behind
NAMED_WITHIN = 90  # characters of a request in which whoever is asked is named
SUPPOSED = stem("supposed")
COMMON = frozenset(
    map(stem, "chair chairman chairperson vice member councillor mayor clerk secretary treasurer".split())
)
"""Words of posts that every meeting has."""


def actions_list(question: Question, hits: Sequence[Hit], records: Records) -> list[Statement]:
    """The actions of the meeting that is asked about, or of whoever is named, with their owners."""
    asks = question.reading.asks
    if Ask.OPEN_ACTIONS in asks and (still_open := _open(question, records)):
        return still_open
    if Ask.ACTIONS not in asks and SUPPOSED not in question.reading.stems:
        return []
    owners = _owners(question, records)
    if owned := next(filter(None, (_of_owner(owner, question, records) for owner in owners)), []):
        return owned
    # The actions of a meeting would be taken for those of a person who had none.
    asks_of_person = Ask.ACTIONS not in asks or any(_is_person(owner, records) for owner in owners)
    return [] if asks_of_person else _of_meetings(question, hits, records)


def _owners(question: Question, records: Records) -> list[str]:
    """Whoever may be meant by a name in the question: not a committee, a council or a month."""
    taken = _taken(records)
    places = frozenset[str]().union(*(stems(name) for name in question.organisations))
    names = dict.fromkeys((*question.reading.owners, *question.reading.names))
    bodies = bodies_named(question, records.sections)
    return [
        name
        for name in names
        if not any(name in body for body in bodies)
        and taken.isdisjoint((name.casefold(), name.split()[0].casefold()))
        and not stems(name) <= places
    ]


def _taken(records: Records) -> set[str]:
    """The names that are of committees, councils and months, their initials among them."""
    names = {name for one in records.sections for name in (one.meeting.body, one.meeting.organisation)} - {""}
    return {name.casefold() for name in names} | {short_of(name).casefold() for name in names} | MONTHS.keys()


def _is_person(name: str, records: Records) -> bool:
    """True for somebody who was at a meeting, by name or post."""
    said = stems(name)
    return any(said <= stems(one.name) or said == stems(one.role) for one in records.attendance)


def _of_owner(owner: str, question: Question, records: Records) -> list[Statement]:
    """What a person or a post was left with, each at its latest mention, the newest first."""
    bodies = bodies_named(question, records.sections)
    names = _names_of(owner, records)
    held = [one for one in (*records.actions, *_requests(records)) if meant_by(question, one.section, bodies)]
    own = followed(one for one in held if _owns(names, one))
    found = _once(one.last for one in sorted(own, key=lambda one: _day(one.last), reverse=True))
    post = "the " if any(stems(owner) == stems(one.role) for one in records.attendance) else ""
    opening = f"The papers record {counted(len(found), 'action')} for {post}{owner}"
    return _told(opening, [Statement(f"{_when(one)}:", _evidence(one)) for one in found], newest=True)


def _names_of(owner: str, records: Records) -> dict[str, set[str]]:
    """A name with the post of the person, and a post with whoever had it, each with the councils where they count.

    A name counts everywhere (no council); "Chair" is the post of too many people to mean one.
    """
    said = stems(owner)
    found: dict[str, set[str]] = {owner: set()}
    for person in records.attendance:
        if not person.role or not COMMON.isdisjoint(stems(person.role)):
            continue
        if said <= stems(person.name):
            found.setdefault(person.role, set()).add(person.section.meeting.organisation)
        elif said == stems(person.role):
            found.setdefault(person.name, set()).add(person.section.meeting.organisation)
    return found


def _requests(records: Records) -> Iterator[Action]:
    """What bodies asked for by their decisions, as actions."""
    for ruling in records.rulings:
        for limb in ruling.limbs:
            if limb.outcome == "requested" and not limb.amendment and not ROUTINE.search(limb.put):
                yield Action(limb.section, limb.text, item=limb.item, page=limb.page)


def _owns(names: Mapping[str, set[str]], action: Action) -> bool:
    """True where an action is somebody's; a request names whoever is asked near its beginning."""
    said, council = stems(action.owner or action.text[:NAMED_WITHIN]), action.section.meeting.organisation
    return any(stems(name) <= said and (not where or council in where) for name, where in names.items() if stems(name))


def _of_meetings(question: Question, hits: Sequence[Hit], records: Records) -> list[Statement]:
    """The actions of the one meeting that is meant, or of all meetings of the time that is named."""
    bodies = bodies_named(question, records.sections)
    held = [(section, one) for section, one in _came_from(records) if meant_by(question, section, bodies)]
    sections = [section for section, _ in held]
    chosen = sections if question.periods else meant(question, sections, hits)
    meetings = {section.meeting.sitting: section for section in chosen}
    of_each = {key: _once(one for its, one in held if its.meeting.sitting == key) for key in meetings}
    if not meetings:
        return []
    several = len(meetings) > 1
    of = f"{len(meetings)} meetings" if several else f"the {_named(next(iter(meetings.values())))}"
    entries = [
        Statement(_entry_of(one, meetings[key].meeting if several else None), _evidence(one))
        for key, actions in of_each.items()
        for one in actions
    ]
    return _told(f"The papers record {counted(len(entries), 'action')} of {of}", entries)


def _came_from(records: Records) -> Iterator[tuple[Section, Action]]:
    """What is to be done, each with a section of the meeting at which it was left to somebody, in order of the papers.

    The row of a log is of the day on which it was raised; without one it is of the minutes that the log stands behind.
    """
    begins = _Begins(records.sections)
    for one in sorted((*records.actions, *_requests(records)), key=_order):
        section = None if one.promise else begins(one)
        if section:
            yield section, one


class _Begins:
    """The section of the meeting at which an action began; None if it is not known."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._minutes = {one.paper.file: one for one in sections if one.kind is SectionKind.MINUTES}
        self._by_day = {(whose(one), one.meeting.held_on): one for one in sections}

    def __call__(self, action: Action) -> Section | None:
        if not isinstance(action, LogRow):
            return action.section
        if dates := find_dates(action.raised):
            return self._by_day.get((whose(action.section), dates[0].day))
        own = self._minutes.get(action.section.paper.file)
        return own if own and own.meeting == action.section.meeting else None


def _order(one: Action) -> tuple[str, str, int]:
    return str(one.section.meeting.held_on), one.section.paper.file, one.page or 0


def _once(found: Iterable[Action]) -> list[Action]:
    """The actions without those that say what another one has said."""
    kept: list[Action] = []
    for one in found:
        said = bare(one.text)
        if not any(said in bare(other.text) or bare(other.text) in said for other in kept):
            kept.append(one)
    return kept


def _told(opening: str, entries: Sequence[Statement], *, newest: bool = False) -> list[Statement]:
    """The entries that there is room for, under a sentence that counts all of them."""
    if not entries:
        return []
    left, shown = BUDGET - len(opening), list[Statement]()
    for entry in entries:
        left -= length(entry)
        if shown and left < 0:
            break
        shown.append(entry)
    if len(shown) < len(entries):
        opening += f"; here are the {'newest' if newest else 'first'} {len(shown)}"
    return [Statement(f"{opening}:"), *shown]


def _evidence(one: Action) -> Evidence:
    return Evidence.of(one.section, one.text, one.page, one.item)


def _entry_of(one: Action, meeting: Meeting | None) -> str:
    """Whose an action is, and of which meeting where the list is of several."""
    where = [_short(meeting)] if meeting else []
    return f"{', '.join([*where, one.owner or ('' if where else 'Action')]).strip(', ')}:"


def _when(one: Action) -> str:
    """When it was left to somebody, where, by when it is due and what a log says of it."""
    due = "" if bare(one.deadline) in bare(one.text) else _due(one)
    return ", ".join(filter(None, (_short(one.section.meeting), due, one.status)))


def _due(one: Action) -> str:
    """By when it is due; "none given" in the column of a log is no time."""
    return "" if one.deadline[:2].casefold() in ("", "no", "n/", "-") else f"by {one.deadline}"


def _short(meeting: Meeting) -> str:
    held = [date_in_words(meeting.held_on)] if meeting.held_on else []
    return ", ".join(filter(None, (*held, meeting.body or meeting.organisation)))


def _named(section: Section) -> str:
    held = section.meeting.held_on
    return f"{whose(section)} of {date_in_words(held)}" if held else whose(section)


def _day(one: Action) -> date:
    return one.section.meeting.held_on or date.min


def _open(question: Question, records: Records) -> list[Statement]:
    """The actions that no later paper calls done, each at its latest mention, with owner and date."""
    bodies = bodies_named(question, records.sections)
    asked = left_over(question, Ask.OPEN_ACTIONS, bodies)
    meant_ones = [one for one in records.actions if meant_by(question, one.section, bodies)]
    left = [one for one in followed(meant_ones) if one.state is not State.DONE]
    left = [one for one in left if asked <= stems(f"{one.last.owner} {one.last.text}")]
    if not left:
        return []
    shown = "" if len(left) <= MOST else f" The latest {MOST} of them:"
    opening = f"The papers do not say of {counted(len(left), 'action')} that it was done.{shown}"
    return [Statement(opening), *map(_entry, left[-MOST:])]


def _entry(one: Followed) -> Statement:
    """An open action in a line: since when, whose, by when, and its words at the latest mention."""
    first, last = one.action.section, one.last
    held = first.meeting.held_on
    said = [date_in_words(held) if held else "", whose(first), last.owner]
    said += [_due(last), one.state if one.later else ""]
    return Statement(f"{', '.join(filter(None, said))}:", Evidence.of(last.section, last.text, last.page, last.item))
