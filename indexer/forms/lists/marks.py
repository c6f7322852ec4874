"""Marks of lists, and where one paragraph or sentence ends and the next begins."""

from __future__ import annotations

from indexer.forms.form import cased, form
from indexer.forms.words import MONTH_NAMES

_BULLET = r"(?:[•·▪●○■□◦‣➢✓]|[-–—*o](?=\s))"

MARK = cased(
    "mark of a list, bold print and a bullet before it",
    rf"^(?P<open>[\s>]*(?:\*\*|__)?)(?:(?P<bullet>{_BULLET})\s*)?(?:\*\*)?"
    r"(?P<mark>\(\s?(?:\d{1,2}|[ivxl]{1,6}|[IVX]{1,5}|[a-zA-Z])\s?\)|(?:\d{1,2}|[ivxl]{1,6}|[IVX]{1,5}|"
    r"[a-zA-Z])\)|[A-Z]{1,2}\d{1,2}[.):](?=\s)|(?:\d{1,2}(?:\.\d{1,2})?|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})\.(?=\s)|"
    r"\d{1,2}\.\d{1,2}(?=\s)|[A-H](?=\s{2,}[A-Z])|"
    r"[ivx]{2,5}(?=\s+[A-Z]))?\s*",
    "(ii) that the quay be mended",
    "",
)

# Where one sentence ends and the next begins; not behind "Mr." or "Cllr."
SENTENCES = cased(
    "gap between two sentences",
    r"(?<=[a-z0-9)%’”\"'][.])(?<!\b[Mm]r\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bCllr\.)(?<!\bCllrs\.)(?<!\bSt\.)(?<!\b[Nn]o\.)(?<!\bCo\.)(?<!\bDir\.)(?<!\bProf\.)\s+(?=[A-Z])",
    "The quay leaks. The crew left.",
    "Cllr. Ash left.",
)

# A recorded vote runs on over the lines of names, to a line that says something
_VOTE_HEAD = (
    r"(?:(?:For|Against|Abst\w+|ABST\w+|In favour|A(?:yes?|YES?)|N(?:ays?|AYS?|oes|OES)|Y(?:eas|EAS))(?: the (?:motion|amendment))?(?:\W{0,3}\(?\d|\s*:)|"
    r"(?i:for\s+against(?:\s+abst\w+)?)\s*$)"
)

VOTE_LINE = cased(
    "head of a recorded vote",
    rf"^\W*{_VOTE_HEAD}",
    "For: 7",
    "For the motion they spoke",
)

AFTER_VOTE = cased(
    "line that ends the names of a vote",
    r"^\W*(?:The (?!Mayor|Lord)|Amendment|Motion|MOTION|Moved|MOVED|CARRIED|LOST|(?:Council )?(?:Resolution|"
    r"RESOLUTION)|[Ii]t\b|On\b|Following|Carried|Lost|There|This)",
    "The motion was carried",
    "A. Ash, B. Elm",
)

ENDED_LINE = cased(
    "line that ends a sentence",
    r"[.;:?!]['’”\")\]]*\**\s*$",
    "The quay leaks.",
    "The quay",
)

# Lines that begin something new even where the line before has no full stop
OPENERS = cased(
    "line that begins something even if the line above has no full stop",
    r"^\W*(?:(?:AND |And |(?:It was|IT WAS) |[^\W\d_]{4,20} ?/ ?)?(?:RESOLVED|AGREED|ORDERED|RECOMMENDED|DETERMINED|"
    r"DECIDED|Resolved|"
    r"Agreed)\b(?! by| at| in| to be| on)|(?:RESOLUTION|DECISION|[Dd]ecisions?|ACTIONS?|Actions?|"
    r"RECOMMENDATIONS?|Recommendations?)\b\W*(?::|$)|"
    rf"(?:AND )?THAT\b|(?:\d[\d/.-]*\s+)?(?:(?i:proposed|seconded|moved)(?: by|\s*:)|MOVED|SECONDED)\b|(?i:motion)\s*:|"
    rf"(?:(?i:council|committee|board) )?(?i:resolution|motion) (?i:number|no\b)|"
    rf"(?:CARRIED|LOST|DEFEATED|MOTION (?:CARRIED|LOST|DEFEATED)|(?:Motion |Resolution )?(?:[Cc]arried|[Dd]efeated|"
    rf"[Ll]ost)\W*$)|{_VOTE_HEAD}|"
    r"The (?:Board|Committee|Council|Councillors|Members|Trustees|Governors|Cabinet|Panel|Parish Council)(?: \w+ly)? "
    r"(?:agreed|resolved|noted|approved|decided) (?:to|that|the)\b|"
    r"(?:Reasons?\b[^.]{0,40}|Signed|Interests declared[^:]{0,40}|Votes?|Voting)\s*:|"
    r"(?:[A-Z]{1,4}/)?\d{2,4}/\d{3,6}(?:/[A-Z]{1,5})?\s)",
    "RESOLVED that it be noted",
    "resolved by the clerk",
)

# A sentence that a word of the openers only continues: "was put to the vote and / CARRIED", "the motion / moved by"
SENTENCE_GOES_ON = form(
    "line that a word such as CARRIED only continues",
    r"\b(?:and|was|were|been|is|be|declared|therefore|then|duly|accordingly|it|a|the|of)$|,$",
    "the motion was",
    "The motion",
)

# The words that announce a decision open a paragraph wherever they stand
ANNOUNCES = cased(
    "words that announce a decision, in front",
    r"^\W*(?:AND )?THAT\b|^\W*(?:AND |And |It was |IT WAS )?(?:RESOLVED|AGREED|ORDERED|RECOMMENDED|DETERMINED|DECIDED|"
    r"Resolved|Agreed)\b",
    "It was RESOLVED",
    "The RESOLVED matter",
)

# The word that announces, a vote in front of it, or a mover; not after the stop of an abbreviation
ANNOUNCED = cased(
    "sentence that announces a decision inside a paragraph",
    r"(?<=[a-z0-9)”\"][.]) +(?=(?:It was )?(?:RESOLVED|AGREED|ORDERED|DECISION)\b|It was (?:unanimously )?resolved\b|"
    r"(?:Decision|Decided|Agreed|Resolved)(?::| That\b))|"
    r"(?<=[a-z)”\"][.])(?<!\bCllr\.)(?<!\bCllrs\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\b[Nn]o\.)(?<!\b[a-zA-Z]\.) +"
    r"(?=By \w+ votes? to \w+[^.:]{0,40}: ?(?:That|To)\b|That the [^.:]{3,160} be [a-z]+(?:ed|en|n|t)\b|"
    r"[A-Z][^.:]{2,160}? RESOLVED(?:\s?[:–—-]|,? (?:that|to|THAT|T H A T)\b))",
    "Three quotations came. RESOLVED to accept the first",
    "Mrs. Ash RESOLVED to go",
)
REASON = form(
    "why a limb was decided, between it and the next",
    r"^\W*reasons?\b(?: for (?:the )?(?:decision|recommendation))?\W",
    "Reason: To know the cost.",
    "The reason is the cost.",
)
DAY_ENDS = cased(
    "day of a month at a line's end", r"\b\d{1,2}(?:st|nd|rd|th)?$", "the minutes of 3", "the minutes of May"
)
MONTH_OPENS = cased(
    "month at a line's beginning",
    rf"(?:{MONTH_NAMES})\b",
    "August 2031 be approved",
    "the minutes be approved",
)

NEW_PARAGRAPH = cased(
    "word with which a paragraph begins",
    r"\W*(?:The|Councillor|Cllr|Mr|Mrs|In|It|A|Following|Members)\b",
    "Following a debate",
    "and so they left",
)

BROKEN_LINE = cased(
    "line that breaks off behind a little word",
    r"(?:[,–-]|\b(?:and|of|the|to|for|in|with|by|at|on|from|or|a|Councillor|Cllr|Mr|Mrs|Ms|Dr))$",
    "proposed by Cllr",
    "it was carried",
)

NO_END = cased(
    "line that ends with a word with which no paragraph ends",
    r"\b(?:of|the|for|in|with|by|at|on|from|an?|into|items?|their|its|this|under|between)$",
    "made the motion to move into",
    "it was carried on time",
)

NUMBER_AND_POINT = cased(
    "number and point, nothing else",
    r"^\d{1,2}\.$",
    "9.",
    "9. It",
)

NUMBER_EXPECTED = cased(
    "words behind which a number stands",
    r"(?:[a-z0-9] (?:of|to|from|and|the|pages?|sections?|paragraphs?|items?|in|by|on|or)|\d[–-])$",
    "to be found on pages",
    "the quay leaks",
)

NOT_OF_A_MARK = cased(
    "what is no letter, figure or point",
    r"[^\w.]",
    "(a)",
    "a.",
)

DIGITS = cased(
    "figures and nothing else",
    r"^\d+$",
    "12",
    "12a",
)

DECIMAL = cased(
    "number of two ranks",
    r"^\d+\.\d+$",
    "2.1",
    "2",
)

CODED = cased(
    "letter and number",
    r"^[A-Z]{1,2}\d+$",
    "R1",
    "1R",
)

ROMAN = cased(
    "Roman number",
    r"^(?:[ivxl]+|[IVX]+)$",
    "iv",
    "a",
)

LETTER = cased(
    "one letter",
    r"^[a-zA-Z]$",
    "a",
    "ab",
)

NOT_A_FIGURE = cased(
    "what is no figure",
    r"\D",
    "R1",
    "1",
)

ROMAN_LETTER = cased(
    "one letter that may be a Roman number",
    r"^\W*[ivxlIVX]\W*$",
    "(i)",
    "(b)",
)

BULLET = cased(
    "bullet in front",
    r"^\s*(?:[•▪‣◦●○■□–*o]|-)\s+\S",
    "• the quay",
    "the quay",
)

NUMBER_WITH_MARK = cased(
    "number or letter with its mark",
    r"^\s*\**(?:\(\w{1,5}\)|\w{1,3}\)|\d{1,3}(?:[./]\d{1,3})+\.?|(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})\.)\**\s+\S",
    "(ii) That",
    "4 boats",
)

PARAGRAPH_LABEL = cased(
    "label in front",
    r"^\s*\**[A-Z][A-Za-z /&]{2,30}:\**(?:\s|$)",
    "Subject: The ferry",
    "the subject: ferry",
)

LETTERS = cased(
    "a word of letters",
    r"[A-Za-z’']+",
    "Quay",
    "12",
)

HYPHEN_AT_END = cased(
    "hyphen at the end of a line",
    r"\w-$",
    "sub-",
    "sub -",
)

# The splitter ends a sentence after these, which in board papers are followed by a name or a figure.
ABBREVIATION = cased(
    "abbreviation behind which a sentence goes on",
    r"(?:\b(?:Cllrs?|Councillors?|Ald|Rt|Hon|approx|para|paras|no|nos|p|pp|ref|cf|viz|St|Rd|incl|inc|est)\.|"
    r"\b[A-Z]\.)\s*$",
    "said Cllr.",
    "said so.",
)

# A numbered or lettered limb opens a separate statement even where no full stop stands before it.
LIMB_INSIDE = cased(
    "gap before a limb inside a line",
    r"(?<=[.;:])\s+(?=(?:\(?(?:[ivx]{1,4}|[a-h]|\d{1,2})\)|\d{1,2}\.\d{1,2}|[•▪‣◦])\s+[A-Z“\"'])",
    "mended; (ii) That it be paid",
    "mended; and paid",
)

# The last cell of a row that names nobody who could act: a figure, or a whole sentence
NO_OWNER = cased(
    "cell that is no owner's",
    r"^\W*[\d.,]+\W*[kmKM]?\W*$|^(?=.{60}).*[a-z)][.?!]\W*$|"
    # how somebody voted, in a table of votes: "Ivy Ash | Against"
    r"^\W*(?i:votes?|voted|for|in favour|against|abstain(?:s|ed|ing)?|abstentions?|ayes?|nays?|noes|yes|no|absent|"
    r"did not vote)\W*$",
    "£12.40",
    "Clerk, by 8 May",
)
