"""Problems: what a visitor sees of an error - never words of a paper or a path of this machine; those go to the log."""

from __future__ import annotations

import logging

from app.alerts.post import PostTrouble
from app.upkeep.limits import Busy
from corpus.errors import (
    BoardPapersError,
    CorpusMissing,
    IndexBusy,
    IndexDamaged,
    IndexMismatch,
    IndexMissing,
    ModelMissing,
    NoReply,
    PageUnavailable,
    WrongInput,
)

log = logging.getLogger(__name__)

THEIR_OWN = (WrongInput, PageUnavailable, NoReply, Busy)
"""Errors whose sentence is about what the visitor did, and made of our words and theirs."""

SENTENCES: dict[type[BoardPapersError], str] = {
    IndexMissing: "Nothing has been indexed yet.",
    IndexBusy: "The papers are being read at the moment.",
    IndexDamaged: "The index of the papers is damaged.",
    IndexMismatch: "The index was made by another version of this program.",
    ModelMissing: "The model that finds passages by their meaning cannot be loaded.",
    PostTrouble: "The mail server takes no messages at the moment.",
    CorpusMissing: "The folder of papers cannot be opened.",
}
OTHERWISE = "We cannot read or write something that this page needs."
IN_THE_LOG = "Your administrator can find the reason in the log."


def sentence_for(problem: BoardPapersError) -> str:
    """What happened, in a sentence for a visitor; details for the administrator go to the log."""
    if isinstance(problem, THEIR_OWN):
        return str(problem.args[0])
    log.error("A visitor saw this error: %s", problem, exc_info=problem)
    return next((said for kind, said in SENTENCES.items() if isinstance(problem, kind)), OTHERWISE)


def hint_for(problem: BoardPapersError) -> str:
    """What can be done about it: our own fixed words, except where a model's folder or address may stand in them."""
    if isinstance(problem, ModelMissing):
        return IN_THE_LOG
    return problem.hint if isinstance(problem, THEIR_OWN) or problem.hint else IN_THE_LOG


def said_of(problem: BoardPapersError) -> str:
    """Both in a line."""
    return f"{sentence_for(problem)} {hint_for(problem)}".strip()
