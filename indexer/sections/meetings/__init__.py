"""The text of a section in, the meeting that it belongs to out: organisation, body, date, time, venue and chair.

Never looks at another paper: what a section leaves open is filled in by `indexer/linking/missing_meetings.py`.

Files in working order:
    dates    the day, by what is written beside it
    whose    organisation and body, off a letterhead
    meeting  find_meeting: all of it together
    listed   what papers.csv says of a paper, which goes before all of it
"""

from indexer.sections.meetings.dates import Trust
from indexer.sections.meetings.meeting import find_meeting

__all__ = ["Trust", "find_meeting"]
