"""Many councils: each answers from its own papers, and nobody is shown what is another's or not for the public."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from made_up_papers import indexed
from postgresql import Server
from word_embedder import WordEmbedder

from app.side_by_side import SideBySide
from corpus.errors import WrongInput
from corpus.papers import Meeting
from corpus.settings import Settings
from corpus.store_settings import StoreSettings
from indexer.build import stamp_of
from indexer.store import IndexedPaper
from indexer.store.served.database import close_pools
from indexer.store.served.index import ServedIndex


def minutes(council: str, body: str, text: str, *, access: str = "public") -> IndexedPaper:
    """Minutes of a council with one sentence."""
    made = indexed(f"{council}.pdf", [text], meeting=Meeting(council, body, None), access=access)
    vectors = WordEmbedder().embed([text])
    return replace(made, vectors=vectors)


@pytest.fixture(scope="module")
def asked(database: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SideBySide]:
    """Three councils: two that speak of the ferry, one of them also in an exempt paper, and one that does not."""
    folder: Path = tmp_path_factory.mktemp("many")
    database.asked("CREATE DATABASE many")
    url = database.url.replace("/postgres?", "/many?")
    embedder = WordEmbedder()
    papers = {
        "fenmoor": [minutes("Fenmoor District Council", "Cabinet", "The ferry toll is raised to nine pence.")],
        "saltby": [
            minutes("Saltby Town Council", "Harbour Committee", "The ferry toll is abolished at Saltby."),
            minutes("Saltby Town Council (private)", "Harbour Committee", "The ferry toll zanzibar.", access="exempt"),
        ],
        "mossley": [minutes("Mossley Parish Council", "Parish Council", "The allotments are dug over in spring.")],
    }
    for council, some in papers.items():
        with ServedIndex(folder, url, council).writer(stamp_of(embedder)) as writer:
            for paper in some:
                writer.replace(paper)
    settings = Settings(index=folder, store=StoreSettings(url, "fenmoor"))
    yield SideBySide(settings, embedder)
    close_pools(url)


def test_the_councils_that_have_something_on_it_come_first(asked: SideBySide) -> None:
    assert set(asked.likely("What became of the ferry toll?")[:2]) == {"fenmoor", "saltby"}


def test_each_council_answers_with_citations_of_its_own_papers_alone(asked: SideBySide) -> None:
    found = asked.ask("ferry toll", ["fenmoor", "saltby"])
    assert [one.council for one in found] == ["fenmoor", "saltby"]
    for one, name in zip(found, ("Fenmoor District Council", "Saltby Town Council"), strict=True):
        of = {passage.section.meeting.organisation for passage in one.answer.passages}
        assert of == {name}
        assert {cited.passage.section.meeting.organisation for cited in one.answer.citations} <= {name}


def test_what_is_not_for_the_public_is_in_no_answer_and_no_search(asked: SideBySide) -> None:
    for one in asked.ask("zanzibar", ["fenmoor", "saltby", "mossley"]):
        assert "zanzibar" not in one.answer.text.replace("“zanzibar”", "")
        assert all("zanzibar" not in passage.text for passage in one.answer.passages)


def test_a_council_without_papers_is_named(asked: SideBySide) -> None:
    with pytest.raises(WrongInput, match="no papers of 'atlantis'"):
        asked.ask("ferry toll", ["atlantis"])


def test_one_index_has_no_other_councils(tmp_path: Path) -> None:
    with pytest.raises(WrongInput, match="one council"):
        SideBySide(Settings(index=tmp_path), WordEmbedder())
