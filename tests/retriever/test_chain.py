from pathlib import Path

import pytest

from indexer.build import stamp_of
from indexer.passages.embedding import MiniLM
from indexer.store import PUBLIC, Store
from retriever import Retriever
from retriever.chain import PapersRetriever

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def documents(sample_index: Path) -> PapersRetriever:
    embedder = MiniLM()
    return PapersRetriever(
        retriever=Retriever(Store(sample_index, stamp_of(embedder)), embedder, right=PUBLIC), limit=5
    )


def test_gives_documents_that_say_where_they_stand(documents: PapersRetriever) -> None:
    found = documents.invoke("What did Aldermere decide about Kingsmill Baths?")
    assert len(found) == 5
    assert {document.metadata["organisation"] for document in found} == {"Aldermere Borough Council"}
    assert all(document.metadata["source"].endswith(".pdf") and document.metadata["page"] >= 1 for document in found)


def test_the_best_come_first(documents: PapersRetriever) -> None:
    scores = [document.metadata["score"] for document in documents.invoke("pothole repairs")]
    assert scores == sorted(scores, reverse=True)
