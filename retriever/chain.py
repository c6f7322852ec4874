"""The retriever as LangChain knows one, so that others can put it into their own chains."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from indexer.store import ANYWHERE, Where
from retriever.search import Hit, Retriever


class PapersRetriever(BaseRetriever):
    """Gives the ranked passages of a question as documents; page, meeting and section stand in their metadata."""

    retriever: Retriever
    where: Where = ANYWHERE
    limit: int = 10

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        question = self.retriever.understand(query)
        return [_document(hit) for hit in self.retriever.search(question, where=self.where, limit=self.limit)]


def _document(hit: Hit) -> Document:
    passage, section = hit.passage, hit.passage.section
    metadata: dict[str, Any] = {
        "source": section.paper.file,
        "page": passage.page,
        "page_end": passage.page_end,
        "printed_page": passage.printed_page,
        "organisation": section.meeting.organisation,
        "body": section.meeting.body,
        "meeting_date": section.meeting.held_on.isoformat() if section.meeting.held_on else "",
        "section": section.kind.value,
        "item": passage.item,
        "title": passage.title,
        "score": hit.score,
    }
    return Document(page_content=passage.text, metadata=metadata)
