"""A council's Modern.Gov site: the first pull is complete and right, the second fetches only what has changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from corpus.errors import WrongInput
from corpus.pull.pulling import Wish
from corpus.pulled import last_pulls
from tests.corpus.pull.imitation import PLAIN_NAMES, Paper, Site, changed, make_site, pdf_bytes, served
from tests.corpus.pull.pulls import FROM_THE_START, NOW, listed_in, lost_and_doubled, papers_in, pulled

TOMORROW = NOW + timedelta(days=1)


def replace_paper(site: Site, meeting: int, at: int, words: str) -> None:
    papers = site.meetings[meeting].papers
    papers[at] = changed(papers[at], words)


def test_the_first_pull_brings_every_public_paper_once_and_nothing_else(tmp_path: Path) -> None:
    site = make_site(bodies=3, meetings=4)
    with served(site) as address:
        report = pulled(address, tmp_path)
    assert lost_and_doubled(site, tmp_path) == (0, 0)
    assert len(report.came) == len(site.public()) == 60
    assert report.is_clean
    assert report.last.restricted == 3 * 2 * 2
    assert report.elsewhere == 3


def test_nothing_of_what_is_restricted_is_asked_for_or_written_down(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=1)
    with served(site) as address:
        pulled(address, tmp_path)
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"SECRETWORD" not in written
    assert [path for path in site.fetched() if "SECRETWORD" in path or path.endswith(("5", "6"))] == []


def test_names_dates_items_and_kinds_are_those_that_the_site_displays(tmp_path: Path) -> None:
    site = make_site(bodies=4, meetings=1)
    with served(site) as address:
        pulled(address, tmp_path, wish=Wish(since=date(2022, 1, 1), organisation="Aldermere Borough Council"))
    lines = listed_in(tmp_path)
    assert sorted(lines) == [path.relative_to(tmp_path).as_posix() for path in papers_in(tmp_path)]
    assert {line["body"] for line in lines.values()} == set(PLAIN_NAMES[:4])
    one = lines["Children's Services Scrutiny Panel/2025-09-14/Children's homes a review of 3 4 of them.pdf"]
    assert (one["title"], one["item"], one["item_title"]) == (
        "Children's homes: a review of 3/4 of them",
        "2",
        "Item about 2",
    )
    assert (one["organisation"], one["date"], one["time"], one["venue"], one["kind"], one["published"]) == (
        "Aldermere Borough Council",
        "2025-09-14",
        "10.00 am",
        "Room 1 , Town Hall",
        "report",
        "2025-02-01",
    )
    kinds = {file.rpartition("/")[2].partition(" ")[0]: line["kind"] for file, line in lines.items()}
    assert (kinds["Agenda"], kinds["Printed"]) == ("agenda", "minutes")


def test_a_second_pull_fetches_nothing_where_nothing_has_changed(tmp_path: Path) -> None:
    site = make_site(bodies=2, meetings=3)
    with served(site) as address:
        pulled(address, tmp_path)
        before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*") if path.name == "papers.csv"}
        site.asked.clear()
        report = pulled(address, tmp_path, now=NOW + timedelta(hours=6))
    assert site.fetched() == []
    assert (report.came, report.changed, report.withdrawn) == ((), (), ())
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_only_what_has_changed_is_fetched_again(tmp_path: Path) -> None:
    site = make_site(bodies=2, meetings=3)
    with served(site) as address:
        pulled(address, tmp_path)
        site.asked.clear()
        replace_paper(site, 0, 0, "corrected figures")  # under the same number and address, listed as before
        late = Paper(77, "Late report", pdf_bytes("late"), item=4, published="19/09/2025")
        site.meetings[3].papers.append(late)
        report = pulled(address, tmp_path, now=TOMORROW)
    assert report.changed == ("Cabinet/2025-09-16/Budget monitoring.pdf",)
    assert report.came == ("Council/2025-09-15/Late report.pdf",)
    assert lost_and_doubled(site, tmp_path) == (0, 0)
    sent = [path for path in site.fetched() if site.counts[path] == 1 or path.endswith("ID=10011")]
    assert len(sent) == 2


def test_a_paper_that_is_listed_with_another_date_is_fetched_again(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=1)
    site.validators = False
    with served(site) as address:
        pulled(address, tmp_path)
        replace_paper(site, 0, 0, "second version")
        site.meetings[0].papers[0].published = "18/09/2025"
        report = pulled(address, tmp_path, now=TOMORROW)
    assert report.changed == ("Cabinet/2025-09-16/Budget monitoring.pdf",)
    assert lost_and_doubled(site, tmp_path) == (0, 0)


def test_minutes_that_appear_months_later_are_found(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=4)
    old = site.meetings[2]
    minutes = next(paper for paper in old.papers if paper.listed_kind == "1")
    old.papers.remove(minutes)
    old.minutes = False
    with served(site) as address:
        pulled(address, tmp_path)
        old.papers.append(minutes)
        old.minutes = True
        report = pulled(address, tmp_path, now=TOMORROW)
    assert [file.rpartition("/")[2] for file in report.came] == ["Printed minutes Monday 19-May-2025 10.00.pdf"]


def test_an_old_meeting_is_looked_at_again_after_a_month_or_so(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=4)
    with served(site) as address:
        pulled(address, tmp_path)
        site.meetings[3].papers[0].restricted = True
        assert pulled(address, tmp_path, now=NOW + timedelta(days=20)).withdrawn == ()
        assert len(pulled(address, tmp_path, now=NOW + timedelta(days=46)).withdrawn) == 1


def test_a_withdrawn_paper_is_taken_away_from_the_papers_and_kept_aside(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=1)
    with served(site) as address:
        pulled(address, tmp_path)
        gone = site.meetings[0].papers.pop(0)
        report = pulled(address, tmp_path, now=TOMORROW)
    assert report.withdrawn == ("Cabinet/2025-09-16/Budget monitoring.pdf",)
    assert lost_and_doubled(site, tmp_path) == (0, 0)
    assert (tmp_path / ".pull/withdrawn" / report.withdrawn[0]).read_bytes() == gone.body
    assert report.withdrawn[0] not in listed_in(tmp_path)


def test_a_paper_that_becomes_restricted_is_deleted_and_its_title_forgotten(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=1)
    paper = site.meetings[0].papers[0]
    paper.title, paper.body = "Marzipan lease", pdf_bytes("marzipan")
    with served(site) as address:
        pulled(address, tmp_path)
        paper.restricted = True
        report = pulled(address, tmp_path, now=TOMORROW)
    assert report.withdrawn == ("a paper that is not public any more",)
    assert "marzipan" not in b"".join(path.read_bytes() for path in papers_in(tmp_path)).decode("latin-1").casefold()
    assert list(tmp_path.rglob("*arzipan*")) == []
    assert "Marzipan" not in (tmp_path / "papers.csv").read_text(encoding="utf-8")


def test_papers_of_an_agenda_that_is_not_published_yet_wait(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=1)
    site.meetings[0].published = False
    with served(site) as address:
        assert pulled(address, tmp_path).came == ()
        site.meetings[0].published = True
        assert len(pulled(address, tmp_path, now=TOMORROW).came) == 5


def test_a_meeting_that_the_site_does_not_list_any_more_is_withdrawn(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=2)
    with served(site) as address:
        pulled(address, tmp_path)
        del site.meetings[0]
        report = pulled(address, tmp_path, now=TOMORROW)
    assert len(report.withdrawn) == 5
    assert lost_and_doubled(site, tmp_path) == (0, 0)


def test_two_meetings_of_one_day_and_two_papers_of_one_title_stay_apart(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=2, reports=4)  # the first and the fourth report have the same title
    site.meetings[1].day = site.meetings[0].day
    with served(site) as address:
        report = pulled(address, tmp_path)
    assert lost_and_doubled(site, tmp_path) == (0, 0)
    assert len({file.casefold() for file in report.came}) == len(site.public())
    assert sorted(path.name for path in (tmp_path / "Cabinet").iterdir()) == ["2025-09-16", "2025-09-16 (1002)"]


def test_a_paper_of_two_meetings_is_fetched_once_and_stays_while_one_of_them_lists_it(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=2)
    shared = site.meetings[0].papers[0]
    site.meetings[1].papers.append(shared)
    with served(site) as address:
        pulled(address, tmp_path)
        site.meetings[0].papers.remove(shared)
        report = pulled(address, tmp_path, now=TOMORROW)
    assert report.withdrawn == ()
    assert sum(path.read_bytes() == shared.body for path in papers_in(tmp_path)) == 1


def test_the_pack_is_taken_where_items_have_no_papers_and_where_a_person_asks_for_it(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=1, reports=0)
    site.meetings[0].papers = [paper for paper in site.meetings[0].papers if paper.listed_kind]
    with served(site) as address:
        assert any("reports pack" in file for file in pulled(address, tmp_path / "a").came)
        site.meetings[0].papers.append(Paper(5, "Report", pdf_bytes("own")))
        assert not any("reports pack" in file for file in pulled(address, tmp_path / "b").came)
        assert any("reports pack" in file for file in pulled(address, tmp_path / "c", packs=True).came)


def test_bodies_are_chosen_by_name_and_a_wrong_name_says_which_there_are(tmp_path: Path) -> None:
    site = make_site(bodies=3, meetings=1)
    with served(site) as address:
        wish = Wish(("cabinet",), since=date(2022, 1, 1))
        assert {file.partition("/")[0] for file in pulled(address, tmp_path, wish=wish).came} == {"Cabinet"}
        with pytest.raises(WrongInput, match=r"no committee called 'Cabnet'\. It has: Cabinet, "):
            pulled(address, tmp_path, wish=Wish(("Cabnet",)))


def test_a_body_that_was_wound_up_keeps_its_papers_and_is_asked_once_a_week(tmp_path: Path) -> None:
    site = make_site(bodies=12, meetings=1, reports=1, until=date(2025, 6, 1))
    with served(site) as address:
        pulled(address, tmp_path)
        assert (tmp_path / "Leisure Forum").is_dir()
        for now, asked in ((TOMORROW, 10), (NOW + timedelta(days=8), 12)):
            site.asked.clear()
            pulled(address, tmp_path, now=now)
            assert sum("GetMeetings" in path for path in site.asked) == asked


def test_a_paper_of_a_body_that_was_just_wound_up_is_withdrawn_with_the_next_pull(tmp_path: Path) -> None:
    site = make_site(bodies=12, meetings=1, reports=1)
    with served(site) as address:
        pulled(address, tmp_path)
        last = next(held for held in site.meetings if held.committee == 11)
        del last.papers[0]
        report = pulled(address, tmp_path, now=TOMORROW)
    assert len(report.withdrawn) == 1


def test_a_first_day_of_meetings_is_obeyed_and_remembered(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=4)
    with served(site) as address:
        pulled(address, tmp_path, wish=Wish(since=date(2025, 7, 1)))
        assert sorted(path.name for path in (tmp_path / "Cabinet").iterdir()) == ["2025-07-18", "2025-09-16"]
        assert pulled(address, tmp_path, wish=Wish(), now=TOMORROW).withdrawn == ()


def test_one_folder_has_one_source(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=1)
    with served(site) as address, served(site) as another:
        pulled(f"{address}/ieListMeetings.aspx?CId=1", tmp_path)
        pulled(address, tmp_path)
        with pytest.raises(WrongInput, match="The papers in this folder come from modern-gov"):
            pulled(another, tmp_path)


def test_a_file_of_somebody_else_is_not_written_over(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=1)
    mine = tmp_path / "Cabinet" / "2025-09-16" / "Budget monitoring.pdf"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    with served(site) as address:
        report = pulled(address, tmp_path)
    assert mine.read_text() == "mine"
    assert "Cabinet/2025-09-16/Budget monitoring (a10011).pdf" in report.came


def test_a_paper_that_was_lost_from_the_folder_is_fetched_again(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=1)
    with served(site) as address:
        first = pulled(address, tmp_path)
        (tmp_path / first.came[0]).unlink()
        pulled(address, tmp_path, now=TOMORROW)
    assert lost_and_doubled(site, tmp_path) == (0, 0)


def test_the_report_of_the_last_run_is_found_from_the_folder_of_all_papers(tmp_path: Path) -> None:
    with served(make_site(bodies=1, meetings=1)) as address:
        report = pulled(address, tmp_path / "council")
    assert last_pulls(tmp_path) == (report.last,)
    assert (report.last.came, report.last.stored, report.last.ended) == (5, 5, "2025-09-20T12:00:00+00:00")
    assert datetime.fromisoformat(report.last.began).tzinfo == UTC


def test_papers_are_named_as_every_file_system_allows(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=1, reports=0)
    titles = ("..", "../../etc/passwd", "a" * 300, "what? <b>now</b>: \x07\u202efdp.exe", "NUL", ".hidden", "")
    site.meetings[0].papers = [Paper(n, title, pdf_bytes(str(n))) for n, title in enumerate(titles, 1)]
    with served(site) as address:
        pulled(address, tmp_path, wish=FROM_THE_START)
    names = [path.name for path in papers_in(tmp_path)]
    assert lost_and_doubled(site, tmp_path) == (0, 0)
    assert all(len(name.encode()) <= 130 and not name.startswith((".", "~")) for name in names)
    assert {path.parent for path in papers_in(tmp_path)} == {tmp_path / "Cabinet" / "2025-09-16"}
    assert {"a5.pdf", "etc passwd.pdf", "what now fdp.exe.pdf", "hidden.pdf", "a7.pdf"} <= set(names)
