"""Wordings by which the parts of a paper are recognised: headings, labels, openings and ends.

Takes a line, says by its form what it may be; which of them counts is for `indexer/sections` to weigh.

agendas        entries of an agenda                 minutes        where minutes open and end
packs          agendas, labels of reports, stamps   meeting_dates  what stands beside a date
headings       edges of a section                   meeting_heads  whose meeting, when and where
titles         titles, and names of files           private        lines around a mark that a paper is private
enclosed       ends of reports, logs, appendices    manners        signs that each manner of writing leaves
deciders       whom a paper is for, who decided     records        fields in the record of a decision
call_in        until when a decision can be called in
"""

__all__ = [
    "agendas",
    "call_in",
    "deciders",
    "enclosed",
    "headings",
    "manners",
    "meeting_dates",
    "meeting_heads",
    "minutes",
    "packs",
    "private",
    "records",
    "titles",
]
