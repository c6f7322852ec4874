"""Lines around a mark that a paper is not for the public; the marks stand in exempt_marks."""

from __future__ import annotations

from indexer.forms.form import cased, form

UNFINISHED = form(
    "a line that breaks off",
    r"\b(?:of|by|the|in|under|and|to|or|as|is|contains?|virtue|paragraphs?|part|schedule|act|for)\W*$",
    "by virtue of",
    "It is exempt.",
)

PRIVATE_PART = form(
    "the part of a pack that is private, alone on its line",
    r"\W*part (?:ii|2|two|b)\W*",
    "Part II",
    "Part I",
)

NEXT_BEGINS = form(
    "line with which something else begins",
    r"\W*(?:appendix|annexe?|enclosure|agenda item|item|report of|subject)\b[^a-z]{0,9}(?:[A-Z:]|$)",
    "Report of: The Clerk",
    "4 May",
)

FINISHED = cased(
    "end of a sentence",
    r"[.:;!?)\]]\W*$",
    "It is exempt.",
    "It is",
)

# What shows that the page under the one word "confidential" is a paper of a council and not of an adviser
COUNCIL_PAPER = form(
    "line that shows a paper of a council",
    r"^\W*+(?:report (?:of|by|to|title)\b|subject\s*:|agenda item|.*\b(?:minutes?|appendix [a-z0-9])\b|.*\b(?:cabinet|"
    r"committee|"
    r"council|board|executive)\W*$)",
    "Report of the Clerk",
    "Dear client",
)

# What a public pack prints in place of the pages that it leaves out
WITHHELD = form(
    "what a public pack prints in place of pages it leaves out",
    r"\b(?:document|report|appendix|item|page) is (?:restricted|withheld)\b",
    "This report is restricted",
    "The report is late",
)

AGENDA_NUMBER = cased(
    "numbered entry of an agenda",
    r"^\W*(\d{1,2})[.)]?\s+[A-Z]",
    "12. Rents",
    "12 rents",
)

NO_BUSINESS = form(
    "that there is no private business",
    r"^\W*(?:none|nil|n/a|(?:there (?:is|are|were|was) )?no(?:thing| (?:exempt|confidential|private|items?|"
    r"business))\b|there is nothing)",
    "There are no items",
    "Rents in arrears",
)

NAMED_APPENDIX = form(
    "appendix with its title",
    r"\W*(?:appendix|annexe?)\s+\w{1,3}\b\W*\w",
    "Appendix 2 - The offers",
    "Appendix 2",
)

NUMBER_LINE = cased(
    "number of an item on a line of its own",
    r"\W*\d{1,3}\s*[.)]?\W*",
    "12.",
    "Appendix",
)

CONFIRMING = form(
    "that private minutes are to be confirmed",
    r"\bfor (?:confirmation|approval)\b|\b(?:exempt|confidential|private) minutes\b.*\b(?:confirm|approv|agre|sign|"
    r"record)",
    "for confirmation",
    "for sale",
)

PRINTED_WIDE = cased(
    "a line printed wide",
    r"(?:\w(?: +|$)){5,}",
    "E X E M P T",
    "EXEMPT x",
)

WIDE_GAP = cased(
    "gap between words printed wide",
    r" {2,}",
    "F O R  S A L E",
    "FOR SALE",
)

EXEMPT_WORD = form(
    "the word exempt, also in Welsh",
    r"\b(?:exempt|eithriedig)\b",
    "EITHRIEDIG",
    "exemption",
)

CAPITALS_FIRST = cased(
    "a word in capitals in front",
    r"\W*[A-Z]{3,}\b",
    "EXEMPT report",
    "Exempt report",
)

FIRST_SENTENCE = cased(
    "the first of two sentences",
    r".*?[.;](?=\s+[A-Z])(?<!No\.)(?<!para\.)",
    "It is exempt. The quay",
    "It is exempt by para. 3",
)

PAGES_GIVEN = form(
    "pages in brackets",
    r"\(pages?\b",
    "Rents (Pages 3 - 4)",
    "Rents, page 3",
)
