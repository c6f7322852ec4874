"""A worker in a separate process, to be killed: it says when it begins and when each paper is embedded.

python working_child.py URL FOLDER [on]: `on` looks for further work until it is killed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from word_embedder import WordEmbedder

from corpus.settings import Settings
from corpus.store_settings import StoreSettings
from indexer.passages.embedding import Embedding
from indexer.store.served.jobs import Timing
from indexer.working import work


class Slow(WordEmbedder):
    """An embedder that takes its time, so that there is a moment to kill it in."""

    def embed_passages(self, texts: Sequence[str]) -> list[Embedding]:
        print("embedding", flush=True)
        time.sleep(1.0)
        return super().embed_passages(texts)


if __name__ == "__main__":
    settings = Settings(index=Path(sys.argv[2]), store=StoreSettings(sys.argv[1], "fenmoor"))
    say = lambda line: print(line, flush=True)  # noqa: E731
    work(settings, once=len(sys.argv) < 4, embedder=Slow(), say=say, timing=Timing(heartbeat=0.3, dead_after=1.5))
