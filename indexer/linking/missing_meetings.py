"""What one paper does not say about its meeting, the papers beside it do: a vote folder by folder."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from corpus.access import PUBLIC_LABEL, PageLabel
from corpus.papers import Meeting
from indexer.forms.dates import first_date
from indexer.forms.linked import DECISION_NUMBER, EARLIER_MEETING, FILED_NUMBER, ITEM_IN_NAME
from indexer.forms.names import place_of, tidy_body
from indexer.sections.agenda import AgendaItem, agenda_items
from indexer.sections.boundaries import SectionKind
from indexer.sections.section import Section, SectionText
from indexer.sections.titles import LIKE_FROM, likeness

T = TypeVar("T")

# A front sheet knows its meeting best; an appendix hardly.
_WEIGHT = {
    SectionKind.FRONT_SHEET: 5,
    SectionKind.REPORT: 2,
    SectionKind.PROPOSED_DECISION_RECORD: 2,
    SectionKind.MINUTES: 2,
}
# The winner of a vote must have this share of it.
MAJORITY = 0.9
# One paper is no majority.
ENOUGH = 2
# The meeting for which a folder was made, and the one whose minutes it confirms: with more days, a folder is of none.
MOST_DAYS = 2
# How long before a meeting a paper for it was drafted: "Appendix D 21.01.31.pdf"
VERSION_WITHIN = timedelta(days=60)
_FILED = (SectionKind.DECISION_RECORD, SectionKind.PROPOSED_DECISION_RECORD)


@dataclass(frozen=True, slots=True)
class Said:
    """A section as its own text words it, with what the others of its folder may take from it: the items that an agenda
    lists, the number under which a decision is filed. `public` is False where people or a mark restrict any of it."""

    section: Section
    agenda: tuple[AgendaItem, ...] = ()
    filed: str = ""
    public: bool = True


def said_of(part: SectionText, labels: Iterable[PageLabel] = ()) -> Said:
    """What a section says, under what people said of the pages of its paper."""
    section, filed = part.section, ""
    if section.kind in _FILED:
        filed = next((match[1] for line in part.lines[:15] if (match := DECISION_NUMBER.search(line.text))), "")
    agenda = agenda_items(part.lines) if section.kind is SectionKind.FRONT_SHEET else ()
    return Said(section, agenda, filed, is_public(section, labels))


def is_public(section: Section, labels: Iterable[PageLabel]) -> bool:
    """True where nothing restricts a section: not its paper, not a mark, and no label on one of its pages."""
    if not section.access == section.paper.access == PUBLIC_LABEL:
        return False
    first, last = section.page, section.page_end
    return not any(
        label.label != PUBLIC_LABEL and (first is None or last is None or (label.first <= last and first <= label.last))
        for label in labels
    )


def settle(papers: Sequence[Sequence[Said]]) -> tuple[tuple[Section, ...], ...]:
    """The sections of papers with the gaps in their meetings filled from the other papers of their folder, in the order
    given.

    An organisation is also taken from the folders above; a date and a body only from a folder whose papers agree.
    The date in a folder's or file's name is the last resort. Nothing that a text says itself is changed, and nothing
    that is not for the public is carried into what is.
    """
    papers = _with_councils_of_places(_spelt_alike(papers))
    votes = _votes(said for paper in papers for said in paper)
    public_votes = _votes(said for paper in papers for said in paper if said.public)
    return tuple(tuple(_filled(said, public_votes if said.public else votes) for said in paper) for paper in papers)


def _spelt_alike(papers: Sequence[Sequence[Said]]) -> list[list[Said]]:
    """The same, each organisation and body in the spelling that most sections use: one name, whatever its capitals."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for paper in papers:
        for said in paper:
            for name in (said.section.meeting.organisation, said.section.meeting.body):
                spellings[_key(name)][name] += said.public
    usual = {key: max(sorted(found), key=lambda name: found[name]) for key, found in spellings.items()}

    def spelt(said: Said) -> Said:
        meeting = said.section.meeting
        alike = replace(meeting, organisation=usual[_key(meeting.organisation)], body=usual[_key(meeting.body)])
        return said if alike == meeting else replace(said, section=replace(said.section, meeting=alike))

    return [[spelt(said) for said in paper] for paper in papers]


def _key(name: str) -> str:
    """What two spellings of a name share."""
    return name.casefold().replace("’", "'").replace("&", "and").replace(".", "")


def _with_councils_of_places(papers: Sequence[Sequence[Said]]) -> list[list[Said]]:
    """The same, a body without an organisation given to the one council of the place that its name begins with.

    "Anytown Health Board" is of Anytown Borough Council, where other papers have that council's letterhead.
    """
    named = {said.section.meeting.organisation for paper in papers for said in paper if said.public}
    places = {f"{place_of(name)} ": name for name in sorted(named) if place_of(name) not in ("", name)}
    return [[_of_its_place(said, places) for said in paper] for paper in papers]


def _of_its_place(said: Said, places: Mapping[str, str]) -> Said:
    """A section with the council of the place in its body's name, where one and only one is known."""
    meeting = said.section.meeting
    found = [name for place, name in places.items() if meeting.body.startswith(place)]
    if meeting.organisation or len(found) != 1:
        return said
    return replace(said, section=replace(said.section, meeting=replace(meeting, organisation=found[0])))


@dataclass(slots=True)
class _Ballot(Generic[T]):
    """What the papers of a folder say of one thing: its weight, and which papers say so."""

    weights: Counter[T] = field(default_factory=Counter)
    papers: dict[T, set[str]] = field(default_factory=lambda: defaultdict(set))

    def cast(self, value: T, weight: int, paper: str) -> None:
        """Adds the vote of a section of a paper."""
        self.weights[value] += weight
        self.papers[value].add(paper)

    def winner(self, papers: int) -> T | None:
        """What at least so many papers say with a clear majority; None for nothing."""
        if not self.weights:
            return None
        value, weight = self.weights.most_common(1)[0]
        clear = weight >= MAJORITY * sum(self.weights.values()) and len(self.papers[value]) >= papers
        return value if clear else None


class _Votes:
    """The votes of one folder on its organisation, body and date.

    `agendas` are the meetings of the front sheets right in it.
    """

    def __init__(self) -> None:
        self.organisation: _Ballot[str] = _Ballot()
        self.body: _Ballot[str] = _Ballot()
        self.held_on: _Ballot[date] = _Ballot()
        self.agendas: set[tuple[str, str, date]] = set()
        self.days: set[date] = set()
        self.agenda: list[AgendaItem] = []

    @property
    def only_agenda(self) -> Meeting:
        """The meeting of the only agenda of a folder of one meeting; an empty one for any other folder."""
        only = len(self.agendas) == 1 and len(self.days) <= MOST_DAYS
        return Meeting(*next(iter(self.agendas))) if only else Meeting()

    @property
    def day(self) -> date | None:
        """The day that the papers of a folder of one meeting agree on."""
        return self.held_on.winner(ENOUGH) if len(self.days) <= MOST_DAYS else None

    def count(self, said: Said) -> None:
        """Counts the votes of a section in the folder; minutes say nothing about the day of the papers beside them."""
        section, meeting = said.section, said.section.meeting
        weight, file = _WEIGHT.get(section.kind, 0), section.paper.file
        if meeting.organisation:
            self.organisation.cast(meeting.organisation, max(weight, 1), file)
        if meeting.body and weight:
            self.body.cast(meeting.body, weight, file)
        self.agenda += said.agenda
        if meeting.held_on:
            self.days.add(meeting.held_on)
        # Minutes of May lie in the folder of June, which confirms them.
        if meeting.held_on and weight and section.kind is not SectionKind.MINUTES:
            self.held_on.cast(meeting.held_on, weight, file)


def _votes(sections: Iterable[Said]) -> dict[str, _Votes]:
    """The votes of every folder, those of the folders in it included."""
    votes: dict[str, _Votes] = defaultdict(_Votes)
    for said in sorted(sections, key=lambda one: one.section.paper.file):  # whenever each of them came
        section, meeting = said.section, said.section.meeting
        for folder in _folders(section.paper.file):
            votes[folder].count(said)
        if meeting.held_on and section.kind is SectionKind.FRONT_SHEET:
            beside = votes[str(PurePosixPath(section.paper.file).parent)]
            beside.agendas.add((meeting.organisation, meeting.body, meeting.held_on))
    return votes


def _folders(file: str) -> Iterator[str]:
    """The folder of a file and those above it, nearest first, the corpus itself last."""
    for folder in PurePosixPath(file).parents:
        yield str(folder)


def _filled(said: Said, votes: dict[str, _Votes]) -> Section:
    """A section with the empty fields of its meeting filled."""
    section = said.section
    meeting = section.meeting
    folders = [votes[folder] for folder in _folders(section.paper.file) if folder in votes]
    # A neighbour of another council says nothing about this paper's meeting.
    near = [
        f for f in folders[:2] if not meeting.organisation or f.organisation.winner(1) in (None, meeting.organisation)
    ]
    agenda = _agenda_beside(section, near)
    organisation = meeting.organisation or agenda.organisation
    organisation = organisation or _first(folder.organisation.winner(ENOUGH) for folder in folders) or ""
    body = meeting.body or agenda.body or _first(folder.body.winner(ENOUGH) for folder in near) or ""
    full = Meeting(
        organisation=organisation,
        body=tidy_body(body, organisation),
        held_on=meeting.held_on or _lent_date(section, agenda, near),
        time=meeting.time,
        venue=meeting.venue,
        chair=meeting.chair,
    )
    return replace(section, meeting=full, item=section.item or _item(said, near))


def _item(said: Said, folders: Sequence[_Votes]) -> str:
    """The item that a front sheet of the same folder gives a paper: by its reference number, or by its title."""
    section = said.section
    if section.kind in (SectionKind.FRONT_SHEET, SectionKind.MINUTES):
        return ""
    name = PurePosixPath(section.paper.file).name
    references = set(FILED_NUMBER.findall(name.replace("-", "/")))
    named = ITEM_IN_NAME.search(name.replace("%20", " "))
    # an exempt minute has the title of the minutes
    title = "" if named and section.kind is SectionKind.EXEMPT else section.title
    for folder in folders:
        # "24/0123/FUL" on the agenda and in the file's name is surer than any likeness of titles.
        if listed := _by_reference(folder.agenda, references) or _by_title(folder.agenda, title):
            return listed
    if section.kind in _FILED:
        return said.filed
    return named[1] if named else ""


def _by_reference(agenda: Iterable[AgendaItem], references: set[str]) -> str:
    """The entry of an agenda that gives one of some reference numbers: "24/123" in the entry and in the file's name."""
    return next((entry.number for entry in agenda if references & set(FILED_NUMBER.findall(entry.title))), "")


def _by_title(agenda: Iterable[AgendaItem], title: str) -> str:
    """The entry of an agenda whose title is most like one; "" where none is like enough."""
    ranked = sorted(((likeness(entry.title, title), entry.number) for entry in agenda if title), reverse=True)
    return ranked[0][1] if ranked and ranked[0][0] >= LIKE_FROM else ""


def _agenda_beside(section: Section, near: Sequence[_Votes]) -> Meeting:
    """The meeting of the only agenda in the folder of a paper that is none itself.

    An empty one where there are more.
    """
    return near[0].only_agenda if near and section.kind is not SectionKind.FRONT_SHEET else Meeting()


def _lent_date(section: Section, agenda: Meeting, near: Sequence[_Votes]) -> date | None:
    """The date that a paper takes from its own name, from the papers beside it or from its folders, in that order.

    Minutes lie in the folder of the meeting that confirms them, so they take a date only from a name that is theirs. A
    day shortly before the meeting, in the name of what is laid before it, says which version of the paper it is.
    """
    path = PurePosixPath(section.paper.file)
    # "2031-06-04 Quay wall.pdf" in the folder of July was laid before July's meeting in a version of June.
    own = first_date(path.name)
    if section.kind is SectionKind.MINUTES:
        return own or _folder_date(path, agenda, near)
    lent = agenda.held_on or _first(votes.day for votes in near)
    if own and lent and timedelta() < lent - own <= VERSION_WITHIN:
        return lent
    return own or lent or _first(map(first_date, path.parts[-2::-1]))


def _folder_date(path: PurePosixPath, agenda: Meeting, near: Sequence[_Votes]) -> date | None:
    """The date in the name of the folder of minutes; None where an agenda beside them says that it is a later one."""
    earlier = EARLIER_MEETING.search(path.name) or agenda.held_on or any(votes.agendas for votes in near[:1])
    return None if earlier else first_date(path.parent.name)


def _first(found: Iterable[T | None]) -> T | None:
    """The first that is there."""
    return next((one for one in found if one is not None), None)
