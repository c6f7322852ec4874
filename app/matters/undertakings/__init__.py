"""Undertakings: actions, promises and requests in; each with what later papers surely say became of it out.

Nobody is said to be done, or late, by a guess: "done" stands only where a later log or minute says so, "overdue" only
where a printed day has passed and no later paper speaks of it.

Files in working order:
    tracked      Tracked: something asked for or promised, its status, and the last that we have on it
    own_words    the words that tell one undertaking from another
    logs         what logs and later minutes say of an action
    behind       what the other papers behind a meeting say
    undertaking  undertakings: each once, with what became of it
"""

from app.matters.undertakings.tracked import LaterPapers, Sort, Status, Tracked
from app.matters.undertakings.undertaking import undertakings

__all__ = ["LaterPapers", "Sort", "Status", "Tracked", "undertakings"]
