"""The lines of a paper in, its sections out: each one thing, with its kind, its meeting and who may see it.

Never reads a file, and never looks inside a section for what was decided.

Files in working order:
    boundaries        Head: a signal that a section begins here   pack      front sheets, reports, stamps
    openings          where minutes open                          manner    what a text is by how it is written
    kinds             the kind of a part that no head gave one    titles    a section's title
    enclosures        appendices, logs, plans, slides             agenda    the items of a front sheet
    report_endings    where a report ends                         exempt    marks, and how far each reaches
    embedded_reports  what belongs to minutes beside it           parts     the signals weighed: lines -> parts
    meetings/         whose meeting, when and where
    section           understand(paper, reading): all of it together
"""

from indexer.sections.agenda import AgendaItem, agenda_items
from indexer.sections.boundaries import SectionKind
from indexer.sections.section import Section, SectionText, understand
from indexer.sections.titles import likeness, same_title

__all__ = [
    "AgendaItem",
    "Section",
    "SectionKind",
    "SectionText",
    "agenda_items",
    "likeness",
    "same_title",
    "understand",
]
