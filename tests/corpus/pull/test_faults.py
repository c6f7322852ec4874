"""What goes wrong on the way: nothing is lost or doubled, what came broken is not kept, and each fault is said."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from corpus.errors import SourceTrouble
from tests.corpus.pull.imitation import Fault, make_site, served
from tests.corpus.pull.pulls import FROM_THE_START, NOW, QUICK, lost_and_doubled, papers_in, pulled

LATER = NOW + timedelta(hours=6)
EVER = 10**6


def fault(kind: str, where: str, *, times: int = EVER) -> Fault:
    """The fault for the first so many requests whose path holds these words."""
    return lambda path, asked: kind if where in path and asked <= times else ""


SAID = {
    "500": "The site has a fault (status 500).",
    "404": "It is not there any more (status 404).",
    "html": "A web page came in place of",
    "torso": "",
    "truncated": "The answer broke off before its end.",
    "cut": "",
    "slow": "No answer came within 0.4 seconds.",
}


@pytest.mark.parametrize("kind", ["500", "html", "torso", "truncated", "cut", "slow"])
@pytest.mark.parametrize("where", ["GetMeeting?", "mgConvert2PDF.aspx?ID=10012"])
def test_a_fault_that_passes_is_not_noticed(tmp_path: Path, kind: str, where: str) -> None:
    site = make_site(bodies=1, meetings=1)
    site.faults = fault(kind, where, times=2)
    with served(site) as address:
        report = pulled(address, tmp_path)
    assert report.is_clean
    assert lost_and_doubled(site, tmp_path) == (0, 0)


@pytest.mark.parametrize("kind", ["500", "html", "torso", "truncated", "cut", "slow"])
@pytest.mark.parametrize("where", ["GetMeeting?lMeetingId=1001", "mgConvert2PDF.aspx?ID=10012"])
def test_a_fault_that_stays_is_said_and_mended_by_a_later_run(tmp_path: Path, kind: str, where: str) -> None:
    site = make_site(bodies=1, meetings=2)
    site.faults = fault(kind, where)
    with served(site) as address:
        report = pulled(address, tmp_path)
        (trouble,) = report.last.troubles
        assert trouble.startswith("Cabinet, 16 September 2025")
        assert SAID[kind] in trouble
        assert trouble.endswith("The next run tries again.")
        assert papers_in(tmp_path)
        site.faults = lambda path, times: ""
        assert pulled(address, tmp_path, now=LATER).is_clean
    assert lost_and_doubled(site, tmp_path) == (0, 0)


def test_xml_that_was_escaped_twice_is_a_fault(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=1)
    site.faults = fault("double", "GetMeetings")
    with served(site) as address:
        report = pulled(address, tmp_path)
    assert report.last.troubles == ("Cabinet: The answer is not whole: it cannot be read as XML.",)


def test_a_list_of_committees_that_cannot_be_read_ends_the_run_in_one_sentence(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=1)
    site.faults = fault("html", "GetCommittees")
    with served(site) as address, pytest.raises(SourceTrouble, match="A web page came in place of data"):
        pulled(address, tmp_path)


def test_a_paper_that_is_not_there_is_said_and_not_asked_for_in_every_run(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=1)
    site.meetings[0].day -= timedelta(days=90)
    site.faults = fault("404", "ID=10012")
    with served(site) as address:
        report = pulled(address, tmp_path)
        assert report.last.troubles[0].endswith(
            "It is not there any more (status 404). It is asked for again after a week."
        )
        pulled(address, tmp_path, now=LATER)
        assert sum(site.counts[path] for path in site.counts if path.endswith("ID=10012")) == 1
        site.faults = lambda path, times: ""
        pulled(address, tmp_path, now=NOW + timedelta(days=8))
    assert lost_and_doubled(site, tmp_path) == (0, 0)


def test_a_new_version_that_comes_broken_leaves_the_old_one_in_its_place(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=1)
    with served(site) as address:
        pulled(address, tmp_path)
        old = site.meetings[0].papers[0].body
        site.meetings[0].papers[0].published = "19/09/2025"
        site.faults = fault("truncated", "ID=10011")
        report = pulled(address, tmp_path, now=LATER)
    assert len(report.last.troubles) == 1
    assert old in [path.read_bytes() for path in papers_in(tmp_path)]


@pytest.mark.parametrize("empty", ["meetings", "papers"])
def test_papers_that_all_vanish_at_once_are_kept_until_a_person_says_so(tmp_path: Path, empty: str) -> None:
    site = make_site(bodies=1, meetings=6)
    with served(site) as address:
        pulled(address, tmp_path)
        before = papers_in(tmp_path)
        kept = site.meetings
        if empty == "meetings":
            site.meetings = [replace(kept[0], committee=1)]
            site.meetings.append(replace(kept[0], key=1, day=kept[0].day - timedelta(days=5000)))
        else:
            kept[0].papers = []
        report = pulled(address, tmp_path, now=LATER)
        assert papers_in(tmp_path) == before or empty == "meetings"
        assert set(before) <= set(papers_in(tmp_path))
        assert "nothing was removed. If it is so, run pull with --remove." in " ".join(report.last.troubles)
        removed = pulled(address, tmp_path, now=LATER, wish=replace(FROM_THE_START, remove=True))
    assert len(removed.withdrawn) >= 5


def test_robots_are_obeyed(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=1)
    site.robots = "User-agent: *\nDisallow: /"
    with served(site) as address:
        report = pulled(address, tmp_path)
    assert site.asked == ["/robots.txt"]
    assert report.last.refused.startswith("The robots.txt of the site does not allow programs to read")


@pytest.mark.parametrize(("kind", "asked"), [("404", True), ("403", True), ("500", False)])
def test_without_robots_everything_is_allowed_and_if_they_cannot_be_read_nothing(
    tmp_path: Path, kind: str, asked: bool
) -> None:
    site = make_site(bodies=1, meetings=1)
    site.faults = fault(kind, "robots.txt")
    with served(site) as address:
        report = pulled(address, tmp_path)
    assert bool(report.came) is asked
    assert bool(report.last.refused) is not asked


def test_a_site_that_refuses_is_left_alone(tmp_path: Path) -> None:
    site = make_site(bodies=3, meetings=3)
    site.faults = fault("403", "mgConvert2PDF")
    with served(site) as address:
        report = pulled(address, tmp_path)
    assert report.last.refused == (
        "The site refuses us (status 403). It may block programs. Ask the council, or save the papers by hand."
    )
    assert len([path for path in site.asked if "mgConvert2PDF" in path]) == 3


@pytest.mark.parametrize("kind", ["429", "503"])
def test_what_a_busy_site_asks_for_is_waited_for(tmp_path: Path, kind: str) -> None:
    site = make_site(bodies=1, meetings=1)
    site.faults = fault(kind, "GetMeeting?", times=1)
    slept: list[float] = []
    with served(site) as address:
        report = pulled(address, tmp_path, slept=slept)
    assert slept.count(2.0) == 1
    assert report.is_clean


def test_requests_come_one_by_one_with_pauses_and_say_who_asks(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=2)
    site.robots = "User-agent: *\nCrawl-delay: 7\n"
    slept: list[float] = []
    with served(site) as address:
        report = pulled(address, tmp_path, slept=slept, manners=replace(QUICK, pause=3))
    assert site.most_at_once == 1
    assert site.agents == {"board-papers/1.0 (reads published council papers; contact: clerk@example.org)"}
    assert len(slept) == report.last.requests - 1
    assert 6.5 < min(slept) <= max(slept) <= 7


@pytest.mark.parametrize(
    "address", ["http://localhost:9/a.pdf", "file:///etc/passwd", "http://[::1/x", "//h.example/x"]
)
def test_what_lies_on_another_site_is_not_asked_for_and_said(tmp_path: Path, address: str) -> None:
    site = make_site(bodies=1, meetings=1)
    site.meetings[0].papers[0].address = address
    with served(site) as place:
        report = pulled(place, tmp_path)
    assert len(report.came) == 4
    assert len(report.last.troubles) == 1


def test_a_redirect_to_another_site_is_not_followed(tmp_path: Path) -> None:
    site, other = make_site(bodies=1, meetings=1), make_site(bodies=1, meetings=1)
    with served(other) as elsewhere, served(site) as address:
        site.redirects = {"ID=10011": f"{elsewhere}/mgConvert2PDF.aspx?ID=10011"}
        site.redirects["ID=10012"] = f"{address}/mgConvert2PDF.aspx?ID=10013"
        report = pulled(address, tmp_path)
    assert other.asked == []
    assert [trouble.partition(": ")[2] for trouble in report.last.troubles] == [
        "It leads to another site, which is not followed. It is asked for again after a week."
    ]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_faults_anywhere_lose_and_double_nothing(tmp_path: Path, seed: int) -> None:
    site = make_site(bodies=2, meetings=2)
    chance = random.Random(seed)
    site.faults = lambda path, times: (
        chance.choice(["500", "html", "truncated", "cut", "torso"]) if chance.random() < 0.2 else ""
    )
    said = 0
    with served(site) as address:
        for turn in range(6):
            try:
                said += len(pulled(address, tmp_path, now=NOW + timedelta(hours=turn)).last.troubles)
            except SourceTrouble:
                said += 1
            assert lost_and_doubled(site, tmp_path)[1] == 0
        site.faults = lambda path, times: ""
        pulled(address, tmp_path, now=NOW + timedelta(days=1))
    assert lost_and_doubled(site, tmp_path) == (0, 0)
