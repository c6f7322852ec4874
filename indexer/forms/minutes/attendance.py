"""How minutes say who was there, in what role, and who declared an interest."""

from __future__ import annotations

from indexer.forms.form import cased, form

# Headings of the lists of people, the more special ones first
LIST_HEADS = (
    form(
        "list heads 1",
        r"^\W*+(?:[\w ]+ / )?(?:apolog(?:y|ies)(?: for absence)?|absent)\b(?: (?:were |was )?(?:received |"
        r"submitted )?(?:from|on behalf of))?\W*(?P<rest>.*)$",
        "Apologies for absence: Ada Birch",
        "Ada Birch apologised",
    ),
    form(
        "list heads 2",
        r"^\W*substitutes?(?: members?)?\s*[:–-]\W*(?P<rest>.*)$",
        "Substitutes: Ada Birch for Cora Dent",
        "Ada Birch came in place of Cora Dent",
    ),
    form(
        "list heads 3",
        r"^\W*(?:also |others? |officers? |officials? |staff |"
        r"the council staff )*(?:in attendance(?: virtually)?|also present|others present|"
        r"officers?(?: present)?|officials|staff(?: present)?)\b(?: were)?\W*[:–-]\W*(?P<rest>.*)$",
        "Also in attendance: Ada Birch (Clerk)",
        "Ada Birch was in attendance",
    ),
    form(
        "list heads 4",
        r"^\W*(?:also |others? |officers? )*(?:in attendance|also present|officers|(?:officers?|officials|staff) present|staff)\W*$(?P<rest>)",
        "Officers present",
        "The officers present spoke",
    ),
    form(
        "list heads 5",
        r"^\W*+(?:[\w ]+ / )?(?:(?:board |committee |the other )?(?:members?|"
        r"councillors?) )?(?:present(?: were)?|attendees|attendance)\b\W*(?:[:–-]\W*(?P<rest>.*)|$)",
        "Members present: Ada Birch, Cora Dent",
        "Ada Birch was present",
    ),
)

TITLE = (
    r"(?:Councillors?|Cllrs?\.?|Crs?\.?|Council ?[Mm]embers?|Commissioners?|(?:Deputy )?Mayor|Reeve|Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Sir|Dame|Revd?|Lord|Lady|Baroness|"
    r"Superintendent|Chief Superintendent|Chief Inspector|Inspector|Alderm[ae]n)"
)

NAME = cased(
    "name",
    rf"^(?:{TITLE}\.?\s)*[A-Z][\w’'.-]*(?:\s(?:[A-Z][\w’'.-]*|de|van|von|of|Ó|Ní)){{0,4}}$",
    "Mrs Ada van Birch",
    "the members of the board",
)

# "The Mayor, Councillor Ash": the office belongs to the name behind it
WITH_NAME = cased(
    "with name",
    r"The (?:Lord |Deputy |Deputy Lord )?(?:Mayor|Leader|Chair|Provost)",
    "The Deputy Mayor, Councillor Ash",
    "The members of the Panel",
)

PLURAL = form(
    "plural",
    r"^(?:(?P<one>Councillor|Cllr|Cr|Council ?member|Commissioner)[’']?s|(?P<men>Alder)men)\.?:?\s+",
    "Councillors Ash, Elm and Fir",
    "Councillor Ash",
)

BULLETED = cased(
    "bulleted",
    r"^\s*[•·▪*-]\s+",
    "• Councillor Ash",
    "Councillor Ash",
)

NUMBERED_SENTENCE = cased(
    "numbered sentence below a list of people",
    r"^\W*\d{1,3}(?:\.\d{1,3})?[.)]?\s+(?P<rest>[A-Z]\w*(?:\s+\S+){5,}[.:]\s*)$",
    "1. The Engineer spoke about the pier and nobody asked.",
    "1. Councillor Ash",
)

# Items under which minutes list who was there
ATTENDANCE_ITEM = form(
    "attendance item",
    r"^\W*(?:record of )?(?:attendance|present|roll call|(?:declaration of )?opening|opening declaration)\b",
    "Record of attendance",
    "Other business",
)

SUBSTITUTE = cased(
    "substitute",
    rf"(?<!\w)(?P<name>(?:{TITLE}\.?\s)?[A-Z][\w’'-]{{1,40}}(?:\s[A-Z][\w’'-]{{1,40}}){{1,3}})\s(?:was in attendance )?as (?:a "
    rf")?substitute for\s(?P<for>(?:{TITLE}\.?\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,3}})",
    "Rex Dunn was in attendance as substitute for Joy Pell.",
    "Rex Dunn was in attendance.",
)

CHAIR = form(
    "chair",
    r"\b(?:in the )?(?<!Vice-)(?<!Vice )(?:co-)?chair(?:man|person|woman)?\b",
    "Councillor Ash (Chair)",
    "Councillor Ash (Vice-Chair)",
)

NONE = form(
    "none",
    r"^\W*(?:none|nil|no\b.*declar|there were no|no declarations)",
    "No member declared that he or she was under a whip.",
    "One member spoke of a whip.",
)

# Words of offices and organisations, which are no part of a name
OFFICE = cased(
    "office",
    r"\b(?:Director|Chief|Executive|Officer|Council|Commission(?:er|ing)?|Partnership|Services?|Trust|"
    r"Police|Members?|Representatives?|Team|Board|Group|Items|Manager|Head|Lead|Authority|Service|Brigade|"
    r"Healthwatch|Department|Assistant|Deputy|Administrator|Engineer|Planner|Chair|Clerk|Counsel|England|NHS|"
    r"Position|Organisation|Name|Forum|Office|Solicitor|Secretary|Consultant|Society|Agency|College|University|"
    r"Hospital)\b",
    "Ada Birch, Director of Place",
    "Ada Birch",
)

OPENS_WITHIN = cased(
    "list of people that opens within a line",
    r"(?<=\w)\s+(?=(?:Also )?(?:Present|In [Aa]ttendance|Apologies(?: for [Aa]bsence)?)\s*:\s*[A-Z])",
    "Minutes of the meeting on 6 July 2031 Present: Ada Birch",
    "Present: Ada Birch",
)

# The space behind "(Chair)" in "Ada Birch (Chair) Cora Dent", where a comma is left out
NEXT_NAME = cased(
    "name behind brackets without a comma",
    r"(?<=\))\s(?=(?:[A-Z]\.? ?){1,3}[A-Z][a-z’'-]+|[A-Z][a-z’'-]+\s[A-Z][a-z’'-]+)",
    "Ada Birch (Chair) Cora Dent",
    "Ada Birch (Chair)",
)

WHO_APOLOGISED = form(
    "who apologised",
    r"(?:.*\bfrom\b:?|on behalf of|behalf of:?)\s*(.+)$|^(.+?)\s(?:sent|gave|submitted|tendered) (?:their |his |her |an? )?apolog",
    "Apologies were received from Ada Birch",
    "Apologies were received",
)

# A line that ends like this goes on in the next one: "Ada Birch (Chair), Cora Dent and"
GOES_ON = cased(
    "goes on",
    r"(?:\b(?:and|&|Councillors?|Cllrs?|Mr|Mrs|Ms|Dr)|&)\.?\s*$",
    "Ada Birch (Chair), Cora Dent and",
    "Ada Birch (Chair), Cora Dent",
)

# Names side by side are parted by tabs or by wide gaps
COLUMNS = cased(
    "columns",
    r"\t|\s{3,}",
    "Ada Birch     Cora Dent",
    "Ada Birch, Cora Dent",
)

DECLARATIONS_ITEM = form(
    "declarations item",
    r"^\W*(?:(?:to )?(?:receive|note|make|record)(?: any)? )?(?:members['’]? )?(?:declaration|disclosure|interests?\b)",
    "Declarations of Interest",
    "Deposits",
)

APOLOGIES_ITEM = form(
    "apologies item",
    r"^\W*apolog",
    "Apologies for absence",
    "Absence of staff",
)

WOMANS_TITLE = cased(
    "womans title",
    r"(?:Mrs|Miss|Ms)\b",
    "Mrs Birch",
    "Mr Birch",
)

NAME_AND_ROLE = cased(
    "name and role",
    r"^(?P<name>[^(–]+?)(?<!\s)\s*(?:\((?P<in>.*)\)?|\s[–-]\s+(?P<after>.*)|[-–:]\s(?P<next>.*))?$",
    "Ada Birch (Director of Place)",
    "(Director of Place)",
)

IN_BRACKETS = cased("in brackets", r"\s*\(.*?\)", "Ada Birch (Clerk)", "Ada Birch, Clerk")

# A name ends where its role begins
BEFORE_ROLE = cased("before role", r"[(,]", "Ada Birch, Clerk", "Ada Birch")

DASH_ROLE = cased("role behind a dash", r"[–-]\s+\w", "Ada Birch - Clerk", "Ada Birch-Dent")

MARKUP = cased("markup", r"\*+|<[^>]+>", "**Ada Birch**", "Ada Birch")

TITLED = cased("titled", rf"{TITLE}(?!\w)", "Mrs Birch", "Mrsa Birch")

# "The Mayor, Councillor Ash": what stands in front of the name
OFFICE_FIRST = cased(
    "office first", rf"{WITH_NAME.pattern.pattern}, ", "The Deputy Mayor, Councillor Ash", "The Deputy Mayor spoke"
)

OATH = form(
    "somebody took office by an oath",
    r"\boath of (?:office|allegiance)\b|\b(?:took|taken|swore|made) (?:and subscribed |the |an |his |her |their )*(?:oath|affirmation)\b|"
    r"\b(?:was|were|been|is|are) (?:duly )?sworn in\b|\b(?:declarations? of )?acceptance of (?:the )?office\b",
    "Cllr Ash signed the declaration of acceptance of office as Chair.",
    "The acceptance of the offer was noted.",
)
OATH_TO_COME = form(
    "an oath that is still to come",
    r"\b(?:will|shall|would|must|may|to) (?:be )?(?:sworn|take|make|sign)\b",
    "The member will be sworn in at this meeting.",
    "The member was sworn in.",
)
