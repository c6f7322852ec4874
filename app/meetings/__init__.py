"""What happened at meetings, meeting by meeting and member by member, from the records of the minutes.

Files in working order:
    names        the names in the papers that somebody may type: matters, committees, members, acronyms
"""

from app.meetings.names import Name, NameKind, names_of

__all__ = ["Name", "NameKind", "names_of"]
