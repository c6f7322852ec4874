"""What sort of thing was put to a meeting, and the sides of a vote."""

from __future__ import annotations

from indexer.forms.form import cased, form

PART = form(
    "part",
    r"\b(?:part|paragraph|limb|section) \(?\w{1,3}\)? (?:was |be )?(?:put |voted (?:up)?on |taken )?(?:separately|"
    r"alone)\b",
    "part 3 put separately",
    "to approve the purchase.",
)

PROCEDURAL = form(
    "procedural",
    r"\b(?:the question be (?:now )?put|suspen(?:d|sion)\b.{0,30}\b(?:standing orders?|rule)|standing "
    r"orders?.{0,40}\bsuspended|"
    r"(?:meeting|sitting) be (?:extended|adjourned|suspended)|extend the (?:meeting|time)\b(?! ?frame)|next business|"
    r"order of business|"
    r"(?:press (?:and|or) )?public\b.{0,40}?\bbe excluded|exclude the (?:press|public)|"
    r"(?:press|public)\b.{0,30}?\b(?:(?:asked|requested|required|invited) to|do|should|must) (?:now )?(?:withdraw|leave)\b|"
    r"meeting\b.{0,30}?\bclosed to the (?:press|public)|"
    r"(?:go|move|resolve|meet|goes|moves|moved|went)(?: itself)? in(?:to)? (?:committee|(?:a )?(?:private|closed|"
    r"confidential|exempt) (?:session|meeting)|private|camera)|"
    r"(?:resume|return|go back|re-?convene)\w* (?:in|to|into)? ?(?:an? )?(?:open|public)\b.{0,10}\b(?:meeting|session)|"
    r"items? .{0,20}\bbe "
    r"taken (?:next|together|first))\b",
    "that the meeting be adjourned",
    "that the gate be mended",
)

ELECTION = form(
    "election",
    r"\b(?:be |was |were |is )?(?:duly |unanimously )?(?:re-?)?(?:elected|appointed)\b.{0,40}\b(?:chair\w*|vice|"
    r"president|mayor|convener|leader|provost)\b",
    "It was RESOLVED that Cllr Ash be elected Chair.",
    "RESOLVED that the Clerk be authorised to sign.",
)

CONSENT = form(
    "consent",
    r"\bconsent (?:agenda|calendar|items?|considerations?)\b|\bunanimous consent\b",
    "Consent agenda",
    "Agenda and minutes",
)

SIDES = form(
    "sides",
    r"\b(?P<side>for|in favou?r|ayes?|yeas?|against|noes|no(?=\s*[:(])|nays?|abst\w+)\b(?: the (?:motion|"
    r"amendment))?\W{0,3}(?:\(?\d{1,3}\)?)?\s*[:–-]?\s*",
    "Against (3): Ash, Elm",
    "Ash and Elm spoke",
)

NO_SIDE = cased(
    "no side",
    r"\b(?:Absent|Away|Excused|Recused|Vacant|Not (?:voting|present)|Student [A-Z]\w+|"
    r"Motion (?:was )?(?:[Cc]arried|[Ll]ost|[Pp]assed|[Ff]ailed))\b",
    "Ash, Elm Absent: Fir",
    "Ash and Elm were absent",
)

NAME = cased(
    "name",
    r"^(?:(?:and )?(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Sir|Aldermen|Alderman)\.? )?[A-Z][\w’'.-]*(?: "
    r"[A-Z][\w’'.-]*){0,3}$",
    "Councillor Ash",
    "and others",
)

TITLES = cased(
    "titles",
    r"^(?:and )?(?:Councillors?|Cllrs?|Aldermen|Council ?[Mm]embers?|Members?|Commissioners?|Trustees?|Supervisors?|Directors?)\.?\s+",
    "Cllr Ash",
    "Ash",
)

BETWEEN_NAMES = cased("between names", r",|;|\band\b|&", "Ash, Elm and Fir", "Ash")
