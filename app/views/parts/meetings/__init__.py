"""Pieces of the page Meetings.

Files in working order:
    address   which meeting, member or list the address of the page names
    browse    the meetings as a list and as a calendar, the members as a list
    coming    what is ahead, and until when a decision can still be called in
    session   one meeting
    member    one member
"""

__all__: list[str] = ["address", "browse", "coming", "member", "session"]
