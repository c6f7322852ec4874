"""What happened to a matter from meeting to meeting, every statement with its proved quote. Never composes an answer.

Files in working order:
    topics      Topic: what somebody follows, and whether a text is about it
    steps       Step: one thing that happened at one meeting
    ledger      what the records say under each item of a matter, and where else they name it
    undertakings/  actions, promises and requests, with what became of each
    promises    Promise: an undertaking about a matter, as it is shown
    monitor     those, recommendations and motions of a committee, with the status of each
    standing    the matters of a store, where each stands, and their ledger, for one right to see
    turns       what each meeting did with a matter
    position    where a matter stands, and the turns that led there
    chronology  all steps of a topic, by date
    timeline    steps -> where each is drawn
    register    the decisions, each once, and those that somebody looks for
    briefings/  what somebody new needs to know, on one page
    additions   which papers were added since a moment, and the matters in them
    research    Research: all of these over one index, for people with one right to see
"""

__all__: list[str] = [
    "additions",
    "briefings",
    "chronology",
    "ledger",
    "monitor",
    "position",
    "promises",
    "register",
    "research",
    "standing",
    "steps",
    "timeline",
    "topics",
    "undertakings",
]
