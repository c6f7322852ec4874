"""What happened at meetings, meeting by meeting and member by member, from the records of the minutes.

Files in working order:
    names        the names in the papers that somebody may type: matters, committees, members, acronyms
    meeting      a meeting: its papers, minutes, decisions, who attended, what is missing
    members      a member: what they attended, moved, seconded, declared
    planned      what forward plans and work programmes announce, with its day
    coming       meetings ahead, planned decisions, until when a decision can still be called in
    proceedings  all meetings and members of a store, found by their addresses
"""

from app.meetings.coming import Coming
from app.meetings.meeting import Business, Session, sessions_of
from app.meetings.members import Member, members_of
from app.meetings.names import Name, NameKind, names_of
from app.meetings.proceedings import Proceedings

__all__ = [
    "Business",
    "Coming",
    "Member",
    "Name",
    "NameKind",
    "Proceedings",
    "Session",
    "members_of",
    "names_of",
    "sessions_of",
]
