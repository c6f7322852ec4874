"""How what is printed on a page looks to whoever reads it line by line, before it is known what a paper says.

Files in working order:
    prose_lines    lines that go on from the one before them
    page_numbers   how pages are numbered, stamped and left blank
    setting        numbers of lines, letters set apart
    tables         figures, units, years and captions in tables
"""

__all__: list[str] = ["page_numbers", "prose_lines", "setting", "tables"]
