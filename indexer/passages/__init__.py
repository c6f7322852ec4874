"""A section in, passages out: verbatim, small enough to quote; passages in, vectors out. Never searches.

Files in working order:
    passage           Passage: a stretch of one section, with its page and its context
    question_encoder  the model for a few short texts, without the libraries that index thousands
    embedding         MiniLM: texts -> vectors; the models are loaded when they are first used, not with this room
"""

from indexer.passages.embedding import DIMENSIONS, Embedder, MiniLM, Vectors
from indexer.passages.passage import Passage, passages_of

__all__ = ["DIMENSIONS", "Embedder", "MiniLM", "Passage", "Vectors", "passages_of"]
