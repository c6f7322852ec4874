"""Downloads: a register as CSV or Excel, a document as Word or Markdown. Returns bytes; never writes a file.

Every statement names its source. The text of a paper is data: no export lets it act as a formula or as markup.

Files in working order:
    inert       text without what a reader cannot see
    course      Chronology and position -> .docx
    chronology  Chronology -> Document      conversation  questions and answers -> text, Markdown, Word
    tables      entries of the register, rows of the monitor -> CSV, Excel
    quote       one quote with its citation -> text, Markdown, HTML
    calendar_file  what is coming up -> .ics
    word        Document -> .docx            markdown   Document -> Markdown
"""

from app.exports.chronology import chronology_document
from app.exports.course import course_to_word
from app.exports.markdown import to_markdown
from app.exports.tables import monitor_to_csv, monitor_to_excel, to_csv, to_excel
from app.exports.word import to_word

__all__ = [
    "chronology_document",
    "course_to_word",
    "monitor_to_csv",
    "monitor_to_excel",
    "to_csv",
    "to_excel",
    "to_markdown",
    "to_word",
]
