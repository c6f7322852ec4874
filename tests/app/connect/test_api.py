"""The HTTP interface: as it is described, with lasting addresses, changes, what is gone, and CSV."""

from __future__ import annotations

import csv
import io
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.applications import Starlette
from word_embedder import WordEmbedder

from app.connect.api.changes import Changes
from app.connect.api.interface import api_app
from app.connect.api.things import RECORDS
from app.connect.gate import Gate
from app.connect.keys import Keys
from app.connect.routes import mounted
from app.upkeep.limits import Limits
from indexer.build import build_index
from tests.app.connect.papers import ADDRESS, COUNCIL, index_them, service_over
from tests.test_access_matrix import CANARIES

EXAMPLES = int(os.environ.get("API_EXAMPLES", "12"))
"""Calls of each address; 2,000 in all were made once, see docs/measurements.md."""


@pytest.fixture(scope="module")
def api(folders: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    papers = service_over(*folders)
    with TestClient(api_app(lambda: papers, tmp_path_factory.mktemp("changes"))) as client:
        yield client


def listed(api: TestClient, kind: str, **query: str) -> list[dict[str, Any]]:
    """Every record of a list, two at a time."""
    found, cursor = [], ""
    while True:
        part = api.get(f"/{kind}", params={**query, "limit": "2", "cursor": cursor}).json()
        found += part["data"]
        cursor = part["next"]
        if not cursor:
            return found


def test_each_record_of_each_list_has_a_lasting_address(api: TestClient) -> None:
    for kind in RECORDS:
        records = listed(api, kind)
        assert len({record["id"] for record in records}) == len(records) >= 5, kind
        for record in records:
            assert api.get(f"/{kind}/{record['id']}").json() == record
    decision = next(one for one in listed(api, "decisions") if "ferry" in one["text"])
    assert (decision["organisation"], decision["body"], decision["meeting_date"], decision["outcome"]) == (
        COUNCIL,
        "Harbour Committee",
        "2019-07-01",
        "agreed",
    )
    assert decision["url"] == f"{ADDRESS}/paper?file=minutes%202.txt"
    meeting = api.get(f"/meetings/{decision['meeting']}").json()
    assert (meeting["body"], meeting["meeting_date"], meeting["papers"]) == ("Harbour Committee", "2019-07-01", 1)
    item = next(one for one in listed(api, "items") if one["title"] == "Ferry fares")
    assert api.get(f"/matters/{item['matter']}").json()["title"] == "Ferry fares"


def test_lists_are_limited_by_council_and_committee(api: TestClient) -> None:
    assert {one["body"] for one in listed(api, "papers", body="leisure committee")} == {"Leisure Committee"}
    assert len(listed(api, "matters", body="Leisure Committee", organisation=COUNCIL)) == 1
    assert listed(api, "decisions", organisation="Elsewhere") == []


def test_csv_has_the_same_records_and_no_formulas(api: TestClient) -> None:
    answer = api.get("/decisions", params={"format": "csv", "limit": "2"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    whole = api.get("/decisions", params={"limit": "2"}).json()
    assert [row["id"] for row in rows] == [one["id"] for one in whole["data"]]
    assert answer.headers["x-next-cursor"] == whole["next"]


def test_what_is_new_changed_or_gone_since_a_moment_is_told(tmp_path: Path) -> None:
    corpus, index = index_them(tmp_path)
    papers = service_over(corpus, index)
    with TestClient(api_app(lambda: papers, tmp_path / "data")) as api:
        before = {one["file"]: one for one in listed(api, "papers")}
        since = max(one["modified"] for one in before.values())
        moment = (datetime.fromisoformat(since) + timedelta(microseconds=1)).isoformat()
        assert listed(api, "papers", modified_since=moment) == []
        (corpus / "minutes 0.txt").unlink()
        text = (corpus / "minutes 2.txt").read_text(encoding="utf-8")
        (corpus / "new.txt").write_text(text.replace("Ferry fares", "Ferry crew").replace("1 July", "8 July"), "utf-8")
        build_index(corpus, index, embedder=WordEmbedder(), exempt=("private",))
        changed = listed(api, "papers", modified_since=moment)
        assert [(one["file"], one["deleted"]) for one in sorted(changed, key=lambda one: one["file"])] == [
            ("", True),
            ("new.txt", False),
        ]
        gone = api.get(f"/papers/{before['minutes 0.txt']['id']}")
        assert (gone.status_code, gone.json()["title"]) == (410, "Gone")
        assert not any(one["deleted"] for one in listed(api, "papers"))
        assert {one["id"] for one in listed(api, "papers")} >= {before["minutes 2.txt"]["id"]}
    shutil.rmtree(tmp_path / "data")


def test_search_and_ask_give_proved_words(api: TestClient) -> None:
    found = api.get("/search", params={"q": "roof of the museum", "limit": "1"}).json()
    assert "museum" in found["data"][0]["text"]
    reply = api.post("/ask", json={"question": "What was decided about ferry fares?"}).json()
    assert reply["answered"] is True
    assert reply["quotes"][0]["quote"] == "that ferry fares be raised by 5% from October."


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/papers?limit=0", 422, "query.limit: "),
        ("/papers?cursor=%21", 422, "query.cursor: "),
        ("/papers/0123456789abcdef0123", 404, "There is no such record."),
        ("/papers/none", 422, "path.id: "),
        ("/nothing", 404, "Not Found"),
        ("/search?q=x&body=Moon", 400, "We have no papers of the body “Moon”."),
        ("/search?q=x&since=2024-02-31", 422, "query.since: "),
        ("/search?q=x&since=2024-02-01&until=2024-01-01", 400, "The first date, 01/02/2024, lies after"),
    ],
)
def test_an_error_is_a_problem_in_a_sentence(api: TestClient, path: str, status: int, said: str) -> None:
    answer = api.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json()["detail"].startswith(said)
    assert answer.headers["content-security-policy"] == "default-src 'none'"


def test_nothing_restricted_stands_in_any_list(api: TestClient) -> None:
    for kind in RECORDS:
        text = api.get(f"/{kind}", params={"limit": "200"}).text + api.get(f"/{kind}?format=csv&limit=200").text
        assert [word for word in CANARIES if word in text.casefold()] == []
    for word in CANARIES:
        found = api.get("/search", params={"q": f"{word} tender quay", "limit": "50"}).text.casefold()
        assert [one for one in CANARIES if one in found] == []
        reply = api.post("/ask", json={"question": f"Who bought the {word} quay?"}).json()
        assert word not in str(reply["quotes"]).casefold()


def test_changes_keep_their_moment_until_something_changes(tmp_path: Path) -> None:
    now = [datetime(2025, 1, 1, tzinfo=UTC)]
    changes = Changes(tmp_path, lambda: now[0])
    first = changes.noted("papers", {"a": "1", "b": "1"})
    now[0] += timedelta(days=1)
    assert changes.noted("papers", {"a": "1", "b": "1"}) == first
    assert changes.noted("meetings", {}) == {}
    second = changes.noted("papers", {"a": "2", "c": "1"})
    assert {key: (one.modified[:10], one.deleted) for key, one in second.items()} == {
        "a": ("2025-01-02", False),
        "b": ("2025-01-02", True),
        "c": ("2025-01-02", False),
    }
    now[0] += timedelta(days=1)
    third = changes.noted("papers", {"a": "2", "b": "1", "c": "1"})
    assert (third["b"].modified[:10], third["b"].deleted, third["a"].modified[:10]) == (
        "2025-01-03",
        False,
        "2025-01-02",
    )


OPERATIONS = [f"GET /{kind}{rest}" for kind in RECORDS for rest in ("", "/{id}")] + ["GET /search", "POST /ask"]


@pytest.fixture(scope="module")
def described(folders: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, str]:
    """The interface behind its gate as its description has it, by operation, and a key."""
    papers, data = service_over(*folders), tmp_path_factory.mktemp("described")
    key, app = Keys(data).add("schemathesis", ("api",)), api_app(lambda: papers, data)
    gate = Gate(app, "api", Keys(data), Limits(10**9))
    whole = Starlette(routes=[mounted("/api/v1", gate)])
    named = {"Authorization": f"Bearer {key}"}
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", whole, headers=named)
    return {one.ok().label: one.ok() for one in schema.get_all_operations()}, key


def test_every_address_is_described(described: tuple[Any, str]) -> None:
    assert sorted(described[0]) == sorted(OPERATIONS)


@pytest.mark.slow
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize("operation", OPERATIONS)
def test_it_answers_as_it_is_described(described: tuple[Any, str], operation: str, mode: GenerationMode) -> None:
    operations, key = described

    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    @given(case=operations[operation].as_strategy(generation_mode=mode))
    def call(case: Any) -> None:
        # a name without papers, and a last day before the first, are refused: no schema can say so
        refused = [positive_data_acceptance] if operation in ("GET /search", "POST /ask") else []
        # where the wrong thing is the key itself, ours would make the call a right one
        header = case.meta.components.get(ParameterLocation.HEADER)
        wrong_key = header is not None and header.mode.is_negative
        named = {"Authorization": "Bearer none" if wrong_key else f"Bearer {key}"}
        case.call_and_validate(headers=named, excluded_checks=refused)

    call()
