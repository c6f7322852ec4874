"""Which items are of one matter, and what a matter is called."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from corpus.papers import Meeting, Paper
from indexer.linking.matters import Came, ItemKind, MatterItem, groups_of, matter_of
from indexer.linking.matters.subjects import Subject, name_of, subject_of
from indexer.sections.section import Section, SectionKind

FIRST = date(2031, 1, 7)


def came(*titles: str, **more: object) -> list[Came]:
    """Items under these titles, one a month, of one body."""
    days = [FIRST + timedelta(days=30 * n) for n in range(len(titles))]
    made = [
        Came(n, "Cabinet", day, str(n), one, subject_of(one))
        for n, (one, day) in enumerate(zip(titles, days, strict=True))
    ]
    return [replace(one, **more) for one in made]  # type: ignore[arg-type]


def together(items: list[Came]) -> bool:
    """Whether all of the items are of one matter."""
    groups = groups_of(items)
    return len(groups) == len(items) and len(set(groups.values())) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FUTURE OF THE TIDE MILL", "Tide Mill: results of the survey"),
        ("Tide Mill", "Call-in: Tide Mill"),
        ("Petition: Tide Mill", "Tide Mill: lease to the Tide Mill Friends"),
        ("Coastal Energy Fund: quarter 2", "Coastal Energy Fund (CEF): year end"),
        ("Gull wardens", "Gulls: wardens (report of the Head of Shores)"),
    ],
)
def test_titles_that_name_one_thing_are_of_one_matter(one: str, other: str) -> None:
    assert together(came(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Safer Shores Programme", "School shores"),
        ("Harbour levy 2031/32", "Harbour levy 2032/33"),
        ("Harbour budget monitoring: quarter 1", "Harbour budget and levy"),
        ("Lease of Unit 4, Netmakers Wharf", "Lease of the Tide Mill"),
    ],
)
def test_things_that_share_words_stay_apart(one: str, other: str) -> None:
    assert not together(came(one, other))


@pytest.mark.parametrize(
    "title",
    [
        "Apologies for absence",
        "Minutes of the meeting held on 5 July 2031",
        "Finance",
        "Planning applications",
        "Any other business",
        "Date of next meeting",
        "Forward plan",
        "Report of the Leader",
    ],
)
def test_business_that_every_meeting_has_links_nothing(title: str) -> None:
    assert groups_of(came(title, title)) == {}


def test_a_reference_links_what_no_word_links() -> None:
    items = came("31/00093: the children's boats", "Reconsideration of decision 31/00093")
    assert not together(items)
    assert together([replace(one, references=frozenset({"31/00093"})) for one in items])


def test_a_thing_that_took_another_name_stays_one_matter() -> None:
    levy, dues = came("Harbour Levy Scheme", "Mooring dues")
    assert together([levy, replace(dues, names=(subject_of("Harbour Levy Scheme"),))])


def test_what_goes_on_from_another_thing_is_of_its_matter() -> None:
    first, then = came("Task group on dredging: Deep and Clear", "Channel Works Programme")
    said = tuple("the programm answer deep and clear".split())
    assert not together([first, then])
    first = replace(first, title="Deep and Clear: dredging", subject=subject_of("Deep and Clear: dredging"))
    assert together([first, replace(then, said=said)])


def test_the_order_in_which_items_come_changes_nothing() -> None:
    items = came("Tide Mill", "Gull wardens", "Tide Mill: lease", "Petition: Tide Mill", "Gulls", "Mooring dues")
    expected = groups_of(items)
    for seed in range(5):
        random.Random(seed).shuffle(items)
        assert groups_of(items) == expected


def test_a_restricted_item_brings_no_two_public_matters_together() -> None:
    public = came("Tide Mill", "Mooring dues")
    secret = replace(came("Tide Mill and mooring dues")[0], number=9, label="exempt")
    groups = groups_of([*public, secret])
    assert groups[0] != groups[1]
    assert groups[9] in (groups[0], groups[1])


def test_restricted_items_change_nothing_of_what_is_public() -> None:
    public = came("Tide Mill", "Mooring dues", "Tide Mill: lease")
    secrets = [replace(one, number=one.number + 10, label="exempt") for one in came("Mooring dues", "Tide Mill: price")]
    seen = groups_of(public)
    assert {number: group for number, group in groups_of([*public, *secrets]).items() if number < 10} == seen


def test_the_name_of_a_matter_is_without_stage_reference_and_presenter() -> None:
    assert name_of("31/00093 - Tide Mill: lease (Director of Shores)") == "Tide Mill: lease"
    assert name_of("Call-in: Tide Mill") == "Tide Mill"


def item(title: str, day: date, kind: ItemKind = ItemKind.MINUTES) -> MatterItem:
    section = Section(Paper("a.pdf", "0", 1, 1), SectionKind.MINUTES, Meeting("Saltby Town Council", "Cabinet", day))
    return MatterItem(section, kind, "7", title, 1, title)


def test_a_matter_is_called_what_most_of_its_titles_call_it() -> None:
    days = [FIRST + timedelta(days=30 * n) for n in range(4)]
    titles = ("THE TIDE MILL", "Tide Mill: survey", "Tide Mill: lease", "Tide Mill Friends (TMF)")
    matter = matter_of(item(title, day) for title, day in zip(titles, days, strict=True))
    assert matter.title == "Tide Mill"
    assert "TMF" in matter.other_names
    assert matter.address == "THE TIDE MILL"


def test_many_things_of_one_council_are_compared_only_where_they_share_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Subject] = []
    apart = Subject.apart

    def counted(one: Subject, other: Subject) -> bool:
        compared.append(other)
        return apart(one, other)

    monkeypatch.setattr(Subject, "apart", counted)
    names = [f"{one}{two}{three}ton Wharf" for one in "bcdfg" for two in "aeiou" for three in "klmnprstvw"]
    groups_of([one for name in names for one in came(name)])
    groups_of(
        [
            *came("Abbey Wharf"),
            *(replace(one, number=n + 9, label="exempt") for n, name in enumerate(names) for one in came(name)),
        ]
    )
    assert len(compared) < 2 * len(names)


@pytest.mark.parametrize(
    "head",
    [
        "June 2031, 10.00 am, Market Hall, Saltby To",
        "Tuesday 4 June 2031 at 10.00 am in the Market Hall",
        "July 1, 2031 7:00 pm Regular meeting, Market Hall",
    ],
)
def test_the_day_and_hour_of_a_meeting_are_no_matter(head: str) -> None:
    assert not subject_of(head)


def test_a_title_that_begins_with_a_month_may_be_a_matter() -> None:
    assert subject_of("June 2031 ferry timetable")


def test_who_presents_an_item_of_an_agenda_is_no_other_name_of_its_matter() -> None:
    def of(kind: ItemKind, title: str) -> MatterItem:
        meeting = Meeting("Saltby Town Council", "Cabinet", FIRST)
        return MatterItem(Section(Paper("a.pdf", "0", 1, 1), SectionKind.MINUTES, meeting), kind, "1", title, 1, title)

    found = matter_of([of(ItemKind.AGENDA, "Tide Mill Jo Ash 2.40"), of(ItemKind.MINUTES, "Motion: tide mill")])
    assert (found.title, found.other_names) == ("Tide mill", ())
