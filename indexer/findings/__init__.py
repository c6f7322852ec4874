"""The items of a section in, what they record out. Never compares two papers, and never guesses what is not written.

Files in working order:
    resolutions      "RESOLVED that": words that announce a decision, and its limbs
    debate           the course of a debate: motions, with their amendments inside them
    told             decisions told in prose, without a word that announces them
    moved            motions with their mover, their words and what became of them
    motions          what became of motions and amendments; what "Agreed." points back to
    votes            who moved and seconded, and how the votes fell
    events           VoteEvent: what was put, who moved it, what became of it
    decisions        Decision: all four together, limb by limb
    attendance       who was there
    members/         what single members do: interests that they declare
    actions          who undertook what, and by when
    minutes          read_minutes: a meeting with its decisions and actions
    recommendations  what a report asks a body to do
    acronyms         short forms, where a section spells them out
    register         the rows of the register, each decision once
    findings         findings_of: everything that a paper records
"""

from indexer.findings.acronyms import Acronym
from indexer.findings.actions import Action
from indexer.findings.attendance import Attendance, Capacity
from indexer.findings.events import EventKind, VoteEvent
from indexer.findings.findings import Findings, findings_of
from indexer.findings.members.interests import Interest
from indexer.findings.minutes import Decision, decisions_of, read_minutes
from indexer.findings.recommendations import Recommendation, recommendations_of

__all__ = [
    "Acronym",
    "Action",
    "Attendance",
    "Capacity",
    "Decision",
    "EventKind",
    "Findings",
    "Interest",
    "Recommendation",
    "VoteEvent",
    "decisions_of",
    "findings_of",
    "read_minutes",
    "recommendations_of",
]
