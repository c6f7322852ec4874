"""An app process to be killed: it asks and adds each answer to one conversation, saying which turn is stored.

python app_child.py URL READ_URL FOLDER VISITOR CONVERSATION NAME
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from word_embedder import WordEmbedder

from app.answers.filters import Filters
from app.assistant import Assistant
from app.saved import KeptTurn, written_down
from app.views.session.office import open_office
from corpus.errors import BoardPapersError
from corpus.settings import Settings
from corpus.store_settings import StoreSettings
from indexer.build import stamp_of
from indexer.store import index_at

QUESTION = "What of the dyke at mile 7?"


def main(url: str, read_url: str, folder: str, visitor: str, conversation: str, name: str) -> None:
    """Goes on until it is killed; what goes wrong is told and tried again."""
    settings = Settings(index=Path(folder), store=StoreSettings(url, "fenmoor", read_url))
    store = index_at(settings.index, settings.store).open(stamp_of(WordEmbedder()))
    assistant = Assistant(store, WordEmbedder(), corpus=settings.corpus)
    conversations = open_office(settings, lambda: assistant).conversations
    number = 0
    while True:
        try:
            answer = assistant.ask(QUESTION)
            kept = KeptTurn(f"{name} {number}", Filters(), written_down(answer, store.version()))
            conversations.add(visitor, conversation, kept)
        except BoardPapersError as problem:
            print(f"problem {problem}", flush=True)
            time.sleep(0.2)
            continue
        print(f"stored {name} {number}", flush=True)
        number += 1


if __name__ == "__main__":
    main(*sys.argv[1:])
