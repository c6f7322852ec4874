"""Links: which items of one organisation are of one matter, by references, titles, names and meaning.

groups_of(came)   -> {item: name of its group}   the same for the same items, in whatever order they came

What everybody may see is linked first, and from nothing else. What is restricted then joins a group, or one more its
own item label, but never brings two groups together: what the public sees does not depend on what it may not see.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from indexer.linking.matters.came import Came, Union
from indexer.linking.matters.joining import join
from indexer.linking.matters.pairs import Pairs, means
from indexer.linking.matters.subjects import SURE, Subject, head_of, name_of, stems_of, subject_of, weight

LONGEST_BACK = 550
"""Days after which a minute is no longer meant by its bare number."""

MOST_REFERENCES = 3
"""References in a title and in what was decided; a list of more is a register and links nothing."""


def groups_of(came: Iterable[Came]) -> dict[int, int]:
    """The number of the first item of its group, for every item that is of a matter."""
    everything = sorted((one for one in came if one.subject or one.references), key=lambda one: one.key)
    # Public items are linked without the others: an exempt report that names the quay and the mill would else join two
    # matters in public, and so say that they have to do with each other.
    public = [one for one in everything if one.label == "public"]
    # The links that everybody may see are made first, so that they are the same whoever looks.
    groups = _linked(public)
    for label in sorted({one.label for one in everything} - {"public"}):
        join(groups, public, [one for one in everything if one.label == label])
    return groups


def _linked(came: Sequence[Came]) -> dict[int, int]:
    """The groups of items that one person may all see, in their order."""
    union = Union()
    by_subject: dict[Subject, list[int]] = defaultdict(list)
    for at, one in enumerate(came):
        union.of(at)
        if one.subject:
            by_subject[one.subject].append(at)
    for places in by_subject.values():
        for at in places[1:]:
            union.put_together(places[0], at)
    # The surest links come first: what later steps put together depends on what is one matter by then.
    _by_reference(came, union)
    pairs = Pairs(list(by_subject), {subject: places[0] for subject, places in by_subject.items()}, union)
    pairs.by_title()
    pairs.by_meaning(means(came, by_subject))
    pairs.by_one_name()
    _by_former_name(came, by_subject, union)
    _within_a_meeting(came, union)
    _by_succession(came, union)
    _by_minute(came, union)
    firsts = {}
    for at, one in enumerate(came):
        firsts[one.number] = came[union.of(at)].number
    return firsts


def _by_reference(came: Sequence[Came], union: Union) -> None:
    """Puts together what bears one reference."""
    bearing: dict[str, int] = {}
    for at, one in enumerate(came):
        # "Applications 12, 14, 17 and 20" is a list of cases, and would make one matter of four.
        if len(one.references) <= MOST_REFERENCES:
            for reference in one.references:
                union.put_together(bearing.setdefault(reference, at), at)


def _by_minute(came: Sequence[Came], union: Union) -> None:
    """Puts an earlier minute together with what names its number, unless each comes up again under its own name."""
    minutes: dict[str, list[int]] = defaultdict(list)
    days: dict[int, set[date | None]] = defaultdict(set)
    for at, one in enumerate(came):
        days[union.of(at)].add(one.held_on)
        if one.item and one.subject:
            minutes[_plain(one.item)].append(at)
    for at, one in enumerate(came):
        if not one.subject or len(one.minutes) > MOST_REFERENCES:
            continue
        for number in sorted(one.minutes):
            before = [n for n in minutes[_plain(number)] if _shortly_before(came[n], one)]
            # "Minute 14" is the same body's; "CAB 14" says whose it is, and may be named by another.
            before = [n for n in before if came[n].body == one.body or not number.isdigit()]
            # A number can be misprinted: minute 14 on the mill and a report on the quay have no word of a name in
            # common.
            if before and set(came[before[-1]].subject.own) & set(one.subject.own):
                both = union.of(before[-1]), union.of(at)
                # Where both came up at several meetings, each is a matter in itself that only refers to the other.
                if min(len(days[group]) for group in both) == 1:
                    union.put_together(*both)


def _shortly_before(earlier: Came, one: Came) -> bool:
    if earlier.held_on is None or one.held_on is None:
        return False
    return 0 < (one.held_on - earlier.held_on).days <= LONGEST_BACK


def _plain(number: str) -> str:
    return "".join(number.split()).rstrip(".").casefold()


def _by_former_name(came: Sequence[Came], by_subject: Mapping[Subject, Sequence[int]], union: Union) -> None:
    """Puts a thing together with what it was called before."""
    known = {frozenset(subject.stems): places[0] for subject, places in by_subject.items()}
    for at, one in enumerate(came):
        for name in one.names:
            bearer = known.get(frozenset(name.stems))
            # "formerly the Plan" would join every plan there is.
            if bearer is not None and weight(name.stems) >= SURE:
                union.put_together(bearer, at)


def _within_a_meeting(came: Sequence[Came], union: Union) -> None:
    """Puts the line of an agenda together with the report, and the minute, that begin with the same name."""
    # Of two names of which one begins the other the first word is the same: no other pair has to be compared.
    alike: dict[tuple[str, date | None, str], list[int]] = defaultdict(list)
    for at, one in enumerate(came):
        if one.subject:
            alike[one.body, one.held_on, one.subject.stems[0]].append(at)
    for places in alike.values():
        for n, at in enumerate(places):
            for other in places[n + 1 :]:
                # "Mill Lane" on the agenda is "Mill Lane: resurfacing" in the minutes of the same day, and elsewhere a
                # street.
                if union.of(at) != union.of(other) and _begins(came[at].subject, came[other].subject):
                    union.put_together(at, other)


def _begins(one: Subject, other: Subject) -> bool:
    short, long = sorted((one.stems, other.stems), key=len)
    return bool(short) and long[: len(short)] == short and not one.apart(other)


def _by_succession(came: Sequence[Came], union: Union) -> None:
    """Puts what came up first together with what went on from it under another name.

    The later one names the earlier when it begins, and the earlier does not come up under its own name any more.
    """
    groups: dict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(came):
        if one.held_on and one.subject:
            groups[union.of(at)].append(at)
    days = {group: (came[places[0]].held_on, came[places[-1]].held_on) for group, places in groups.items()}
    named: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for group, places in groups.items():
        heads = {head_of(name_of(came[at].title)) for at in places}
        for name in sorted({tuple(stems_of(head)) for head in heads if _is_name(subject_of(head))}):
            named[name].append(group)
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in named:
        lengths[name[0]].add(len(name))
    for group, places in groups.items():
        begun = days[group][0]
        found = set()
        for at in places:
            if came[at].held_on != begun:
                break
            found |= {earlier for earlier in _named_in(came[at].said, named, lengths) if earlier != group}
        before = [one for one in found if days[one][1] < begun]  # type: ignore[operator]
        # A review that names three schemes succeeds none of them.
        if len(before) == 1:
            union.put_together(before[0], group)


def _is_name(subject: Subject) -> bool:
    return bool(subject.own) and weight(subject.stems) >= SURE


def _named_in(
    said: Sequence[str], named: Mapping[tuple[str, ...], Sequence[int]], lengths: Mapping[str, set[int]]
) -> Iterator[int]:
    """The groups whose names stand in a text, whole and in order; `lengths` are those of the names by first stem."""
    for at, first in enumerate(said):
        for length in lengths.get(first, ()):
            yield from named.get(tuple(said[at : at + length]), ())
