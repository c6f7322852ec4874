"""The bytes of one file in, the text of its pages out, one file for each format. Runs in the child process only.

This door imports nothing: the libraries behind it (pdfium, pypdf, python-docx) stay out of the parent process.

Files in working order:
    format       what a file really is, whatever its name says
    pdf          PDF files, page by page          pdf_text          the text of a page in reading order
    pdf_lines    its lines, and how each is set   pdf_columns       columns put one after the other
    pdf_hidden   words that nobody sees           pdf_superscripts  figures that are raised and small
    pdf_typed    form fields and notes            pdf_drawn         words drawn letter by letter, or twice
    pdf_second   the second reader, by pypdf      ocr               pages without text, by tesseract
    scans        pictures as papers               html              web pages
    html_page    what of a web page is the paper  html_looks        how its lines are set
    tables/      the tables on a PDF page
    office/      Word, OpenDocument, Excel, Rich Text and e-mails
"""

__all__: list[str] = [
    "format",
    "html",
    "html_looks",
    "html_page",
    "ocr",
    "office",
    "pdf",
    "pdf_columns",
    "pdf_drawn",
    "pdf_hidden",
    "pdf_lines",
    "pdf_second",
    "pdf_superscripts",
    "pdf_text",
    "pdf_typed",
    "scans",
    "tables",
]
