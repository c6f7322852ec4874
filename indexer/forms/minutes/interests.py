"""How minutes say who declared an interest: in what, of what kind, and whether the member left."""

from __future__ import annotations

from indexer.forms.form import cased, form

# Names, then the word; what was declared stands behind it
DECLARES = form(
    "declares an interest",
    r"^\W*(?:(?:in (?:respect of|relation to)|on|regarding|under|with regard to|at this point|prior to|before)\b[^,;]{2,120}, ?)?"
    r"(?P<who>[^;:]{2,200}?),? (?:(?:each|both|all|also|then|again|had|verbally|formally|previously|further) )*"
    r"(?:declar(?:ed|es|ing)|disclos(?:ed|es|ing)|registered|stated)\b"
    r"(?=.{0,120}?\b(?:interests?|conflicts?|DPI|ORI|NRI)\b)(?P<what>.*)$",
    "Councillors Ash and Elm declared a personal interest in item 7, being members of the club.",
    "Councillor Ash spoke of his garden.",
)
# "An interest in item 7 was declared by Councillor Ash"
DECLARED_BY = form(
    "interest declared by",
    r"^(?P<what>.{0,200}?\binterests?\b.{0,160}?) (?:was|were|had been) (?:declared|disclosed|registered) by (?P<who>[^.;:]{2,160})",
    "A personal interest in item 7 was declared by Councillor Ash.",
    "Councillor Ash had an interest.",
)
# "A declaration of interest from Cllr Ash in relation to item 8"; "Disclosure of pecuniary interest: Councillor Ash."
DECLARED_FROM = form(
    "declaration from",
    r"^.{0,120}?\b(?:declarations?|disclosures?) of (?:an? |pecuniary |personal )*interests?\b(?:[^.:]{0,40}?\b(?:from|by)|:)\s+(?P<who>[^.;:]{2,160}?)"
    r"(?P<what>\s(?:in|on|regarding|as|for|with)\b.*|[.,;(].*|)$",
    "The Council noted a declaration of interest from Cllr Ash in relation to item 8.",
    "A declaration of interest form came.",
)
# "Cllr Ash declared that his field is next to it", under the heading of declarations
DECLARES_THAT = form(
    "declares that",
    r"^\W*(?P<who>[^;:,]{2,120}?),? (?:(?:each|both|also) )?(?:declared|disclosed) (?P<what>(?:that|as|to)\b.*)$",
    "Cllr Ash declared that his field is next to the site.",
    "The result was declared.",
)
LEAD = form(
    "lead of a list of interests",
    r"^[^:]{0,90}\binterests?(?: (?:was|were) (?:made|declared|received|noted))?(?: as follows)?:\s*",
    "The following was declared as an interest: Cllr Ash",
    "Cllr Ash declared an interest",
)
NAMED_BY_OFFICE = cased(
    "member named by an office or by letters",
    r"^(?:[A-Z]{2,3}|[Tt]he (?:Vice[- ]?)?(?:Chair(?:man|woman|person)?|Mayor|Leader|President))$",
    "NS",
    "Ash",
)
# "Cllr Ash – item 7, pecuniary" and rows of a table, under the heading of declarations
LISTED = cased(
    "line of a list of interests",
    r"^\W*(?P<who>(?:Councillors?|Cllrs?\.?|Mrs?|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Ald\w*)\.? [^:;\t–—]{2,80}?)"
    r"(?:\s*[:\t–—]\s*|\s+-\s+|\s+(?=(?:due to|as (?:he|she|they|an?|the)|in (?:item|relation|respect))\b))(?P<what>.*\b(?:[Ii]tems?|[Ii]nterests?|[Mm]inutes?|"
    r"[Pp]ecuniary|[Pp]ersonal|[Pp]rejudicial|[Mm]ember|"
    r"[Aa]genda|payments?|lives|owns?|owner|[Tt]rustee|[Gg]overnor|[Dd]irector|[Ee]mploy\w+)\b.*)$",
    "Cllr Ash – Item 7, non-pecuniary, member of the club",
    "Cllr Ash asked about item 7",
)
# Words before the word that are no member's: nobody declared, or all are asked to
NOBODY = form(
    "nobody declared",
    r"^\W*(?:no\b|none\b|nil\b|neither\b|nobody\b|there (?:was|were)\b|the (?:chair(?:man)?|clerk|leader) (?:asked|invited|reminded)|"
    r"members? (?:were|are|who|is|should|with)\b|any (?:member|councillor)|if\b|where\b)|\bnot declared\b|\bno interests?\b|\breminded\b|"
    r"\bshould (?:be )?declare|\b(?:asked|invited) (?:members|anyone|councillors|those)\b",
    "No member declared an interest.",
    "Councillor Ash declared an interest.",
)
KIND = form(
    "kind of interest",
    r"\b(?:(?:disclosable |non-disclosable |other )?(?:non[- ]?)?pecuniary|other registrable|non[- ]?registrable|registrable|"
    r"personal (?:and|but(?: not| non[- ]))[ -]?(?:non[- ])?prejudicial|(?:non[- ]?)?prejudicial|(?:non[- ]?)?personal|"
    r"(?:non[- ]?)?financial|indirect|conflict of|DPI|ORI|NRI)\b",
    "a disclosable pecuniary interest",
    "an interest",
)
ABOUT = form(
    "what the interest is in",
    r"\b(?:interests?|conflicts?(?: of interest)?|DPI|ORI|NRI)\b(?:(?!\bas\b)[^.;]){0,60}?\b(?:in(?: respect of| relation to| connection with| regard to)?|"
    r"(?:relating|relation|regard) to|on|under|regarding|concerning|for|with)\s+(?P<about>(?!(?:his|her|their|that|accordance)\b).{3,200}?)"
    r"(?=\s*(?:,(?!\s?\d)|;|(?<=\s)\(|\.(?:\s|$)|$|\b(?:as|because|since|being|due to|by virtue|owing to|having|in that|on the (?:basis|grounds?)|and (?:left|withdrew|took|did|would|"
    r"remained|stayed))\b))",
    "a personal interest in item 7, as a member of the club",
    "a personal interest",
)
ITEM_NAMED = form(
    "number of an item",
    r"\b(?:agenda |minute )?(?:items?|minutes?|no\.?|application)\b\W*(?P<number>[\w./()-]*\d[\w./()-]*)",
    "agenda item 7",
    "the club",
)
THIS_ITEM = form(
    "this item",
    r"^(?:this|that|the|these)(?: (?:agenda )?(?:item|matter|application|report|minute)s?)?$",
    "this item",
    "item 7",
)
LEFT = form(
    "left or took no part",
    r"\b(?:left|leaving|vacat\w+|withdrew|withdrawing|retired|exited|took no (?:further )?part|taking no part|"
    r"did not (?:take part|vote|participate|speak)|abstain\w*|would (?:leave|withdraw|not (?:take part|vote|participate)))\b",
    "and left the room",
    "and remained in the room",
)
STAYED = form(
    "stayed",
    r"\b(?:remained|stayed|(?:permitted|allowed|able) to (?:stay|remain|speak|vote)|would (?:remain|stay))\b",
    "and remained in the room",
    "and left the room",
)
BETWEEN_NAMES = form("gap between two names", r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*", "AS & NS", "AS")
