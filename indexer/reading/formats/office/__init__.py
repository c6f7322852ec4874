"""Papers of office programs in, their lines out, one file for each format. Runs in the child process only.

This door imports nothing, like the one above it.

Files in working order:
    word         Word files                       word_styles     how paragraphs and runs are set
    word_parts   notes, headers, enclosed files   word_numbering  the list numbers that Word shows
    open_document  OpenDocument texts and tables  workbooks       Excel workbooks, a row a line
    rich_text    Rich Text files                  letters         e-mails saved as files
"""

__all__: list[str] = [
    "letters",
    "open_document",
    "rich_text",
    "word",
    "word_numbering",
    "word_parts",
    "word_styles",
    "workbooks",
]
