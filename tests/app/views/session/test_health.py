"""The addresses for whoever watches the server say how it is, and nothing of papers or people."""

from __future__ import annotations

import json
import logging
import sys
from dataclasses import replace
from pathlib import Path

import fake_papers
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from app.upkeep.counts import Counts
from app.views.session.desk import Desk
from app.views.session.health import JsonLines, health_routes
from corpus.errors import IndexDamaged
from corpus.settings import Settings


class Ready(fake_papers.FakeAssistant):
    def labels(self) -> frozenset[str]:
        return frozenset({"public"})


def client(tmp_path: Path, *, broken: bool = False, metrics: bool = False) -> TestClient:
    def open_() -> fake_papers.FakeAssistant:
        if broken:
            raise IndexDamaged(f"The file {tmp_path} is broken.")
        return Ready(fake_papers.FAKE.folder)

    settings = replace(Settings(), metrics=metrics)
    desk = Desk(open_, fake_papers.draw_page, lambda: settings)  # type: ignore[arg-type,return-value]
    return TestClient(Starlette(routes=health_routes(desk)))


def test_a_server_with_papers_is_healthy_and_ready(tmp_path: Path) -> None:
    asked = client(tmp_path)
    assert [asked.get(path).status_code for path in ("/healthz", "/readyz")] == [200, 200]


def test_a_server_without_an_index_is_healthy_but_not_ready_and_says_no_path(tmp_path: Path) -> None:
    asked = client(tmp_path, broken=True)
    assert asked.get("/healthz").status_code == 200
    ready = asked.get("/readyz")
    assert ready.status_code == 503
    assert str(tmp_path) not in ready.text


def test_counts_are_given_out_only_where_it_is_set(tmp_path: Path) -> None:
    assert client(tmp_path).get("/metrics").status_code == 404
    assert 'board_papers_questions_total{result="answered"} 0' in client(tmp_path, metrics=True).get("/metrics").text


def test_questions_are_counted_by_how_they_ended() -> None:
    counts = Counts()
    with counts.counting():
        assert counts.at_work == 1
    with pytest.raises(ValueError, match="no"), counts.counting():
        raise ValueError("no")
    assert (counts.answered, counts.failed, counts.at_work) == (1, 1, 0)


def test_a_line_of_the_log_is_one_json_object() -> None:
    try:
        raise ValueError("two\nlines")
    except ValueError:
        record = logging.LogRecord("a", logging.ERROR, __file__, 1, "It %s\nfailed.", ("“really”",), sys.exc_info())
    line = JsonLines().format(record)
    assert "\n" not in line
    fields = json.loads(line)
    assert (fields["level"], fields["message"]) == ("error", "It “really”\nfailed.")
    assert "ValueError: two" in fields["error"]
