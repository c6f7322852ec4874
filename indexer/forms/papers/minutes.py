"""Lines with which minutes open, go on and end."""

from __future__ import annotations

from indexer.forms.form import cased, form

# A motion and what became of it, on separate lines
MOVED = form(
    "a motion alone on a line",
    r"^\W*moved(?: by)?\s*:|^\W*moved by\b.*\bseconded\b",
    "Moved by: Cr Ash",
    "The boat moved.",
)

MOTION_FATE = form(
    "what became of a motion, alone on a line",
    r"^\W*(?:motion )?(?:carried|lost|defeated)\b",
    "Carried",
    "It was carried.",
)

# The labels of a saved web page over what was minuted, and the head of a hearing, which has its own
PAGE_LABEL = cased(
    "label of a saved web page",
    r"^\W*(?:[^\W\d_]{4,20}: ?/ ?)?(?:Minutes|Decision|Additional documents|Supporting documents)\s*:\W*$",
    "Additional documents:",
    "Documents",
)

MINUTED_LABEL = cased(
    "label over what was minuted",
    r"^\W*(?:[^\W\d_]{4,20}: ?/ ?)?(?:Minutes|Decision)\s*:\W*$",
    "Cofnodion: / Minutes:",
    "Minutes of the Board",
)

PEOPLE_LINE = form(
    "opening of the list of who was there",
    r"^\W*(?:\d{1,2}\W+)?(?:members? |councillors? |those |also )?(?:present|in attendance|attendance|attendees|"
    r"apologies|sederunt|roll call)\b",
    "Also in attendance: A. Elm",
    "A. Elm",
)

WHOLE_SENTENCE = cased(
    "a sentence to its end",
    r"[a-z]{3,} [a-z]{2,} [a-z]{2,} [a-z]{2,}.*[.;]$",
    "and the quay was then mended by the crew.",
    "Harbour Office, The Quay.",
)

PRESENT = form(
    "list of who was present",
    r"^[\s*#]*(?:[^|/\n]{3,40} [|/] \s*)?(?:(?:the )?(?:other |board |committee |elected )?(?:(?:members?|councillors?|"
    r"those|"
    r"also)\s*)?present(?: were| at the meeting)?|"
    r"attendance|attendees|members in attendance|in attendance|sederunt|(?:\d{1,2}\W+)?roll "
    r"call)\b\s*(?:\([^)]*\))?\s*[:\-–*]*(?:\s|$)",
    "Members present: A. Elm",
    "Our present plan",
)

IN_CHAIR = form(
    "who took the chair",
    r"\b(?:was|were) in the chair\b|\bpresided\b|\bin the chair\b|\b(?:meeting|council|board) to order\b",
    "Councillor Elm was in the chair.",
    "The chair was broken.",
)

MINUTES_IN_ANY_FORM = form(
    "the word minutes, also in Irish",
    r"\bminutes?\b|\bmiontuairisc",
    "Miontuairisc",
    "Minutiae",
)

MINUTES_TITLE = form(
    "title of minutes",
    r"^[\s*#]*(?:draft |unconfirmed |printed |public )?minutes?(?: and decision record)?(?: of| from|"
    r"\s*[-–:]|\s*\**$)|"
    r"\bminutes and decision record\b|^[\s*#]*agenda and minutes\W*$|\bminute of (?:the )?meeting of (?:the )?[A-Z]|"
    r"^[^.;:]{3,80}\b(?:meeting|session|council|committee|board|commission|panel)(?: [-–:])? minutes\W*$|^[\s*#]*(?:a|"
    r"the|at a) meeting of (?:the )?[A-Z].*\bheld\b",
    "Draft minutes of the Harbour Board",
    "Fifteen minutes",
)

# "PLAYGROUND PANEL - 7 June 2031": minutes of another body inside a pack; "Meeting: 07/06/2031 - Cabinet (Item 4)": a
# hearing on the page of an item
BODY_AND_DAY = cased(
    "a body and its day",
    r"^\W*(?:[A-Z][\w’'&-]*[ ,]+(?:(?:and|of|for|the|on)[ ]+)*){1,8}?[-–—]\s+(?:(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day,?\s+)?(?i:\d{1,2}(?:st|nd|rd|th)?\s+\w+,?\s+\d{4})\W*$",
    "PLAYGROUND PANEL - 7 June 2031",
    "the panel - 7 June 2031",
)

HEARING_OF = form(
    "hearing with the body that heard it",
    r"^\W*meeting\s*:\W*\d{1,2}/\d{1,2}/\d{4}\s*[-–]\s*\w",
    "Meeting: 07/06/2031 - Cabinet (Item 4)",
    "Meeting: Cabinet",
)

# "The City Council met in session on this date at 9.30 a.m.": a sentence says who was there
BODY_MET = cased(
    "a sentence that a body met",
    r"^\W*(?:the )?(?:[A-Z][\w’'-]* ){0,5}(?:Council|Board|Commission|Committee) met (?:in|on|at|this)\b",
    "The City Council met in session on this date",
    "The clerk met the Council",
)

# The label between what an agenda said of an item and what was minuted of it
MINUTED_LABEL_ALONE = cased(
    "label over what was minuted, colon and nothing else",
    r"^\W*(?:Minutes|Decision):\W*$",
    "Decision:",
    "Decision 4:",
)

BUSINESS = form(
    "business that every meeting has",
    r"^[\s*#]*(?:(?:item )?[A-Z]{0,6}[ ./-]?\d[\d./-]{0,30}[.:)]{0,9}\s{0,40})?(?:[^|/\n]{3,40} [|/] "
    r")?(?:.{0,120}\b(?:moved|proposed) by\b.{3,80}\bseconded|"
    r"(?:council )?resolution (?:number|no)\b|apologies|declarations?|resolved|decisions?\b|welcome|minutes of|"
    r"item\s+key|present|"
    r"agreed|call(?:ed)? to order|roll call|pledge of|approval of|adoption of|confirmation of|motion\b|moved\b|"
    r"adjournment|public comments?|(?:new|old|unfinished) business|"
    r"the (?:[\w-]+ ){0,3}(?:committee|board|council|cabinet|panel) (?:resolved|agreed)\b)",
    "3. Declarations of interest",
    "3. The ferry",
)

NUMBER_ALONE = cased(
    "number of an item alone on its line",
    r"^\W*[A-Z]{0,5}[ ./-]?\d{1,4}(?:/\d{1,4})?[.)]?\W*$",
    "HB 12/31.",
    "12 boats",
)
