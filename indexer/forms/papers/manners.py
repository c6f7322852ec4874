"""Signs that minutes, agendas and reports leave in their sentences."""

from __future__ import annotations

import re

from indexer.forms.form import cased, form

# Signs that are there or not; three of a kind are as good as thirty. Each is looked for in the whole text, since some
# papers set a whole meeting in one paragraph and others break every sentence over two lines.
SIGNS = (
    # "Present: Cllrs Ash and Elm", "In attendance", "Sederunt"
    form(
        "people present",
        r"(?:^|[.\t;] ?)\W*(?:\d{1,2}\W+)?(?:(?:members |councillors |those |also )?present|"
        r"(?:also,? )?in attendance|"
        r"attendance|attendees?|sederunt|roll call|committee members|substitutes?)\b(?: "
        r"were)?\W{0,3}(?:\([^)]*\))?\s*(?:[:–-]|$)",
        "Present: Cllrs Ash and Elm",
        "The present state",
        re.M,
    ),
    # "Apologies were received from Cllr Ash", "No apologies", "Apologies: Cllr Ash"
    form(
        "apologies received",
        r"\bapolog(?:y|ies)\b(?: for absence)?:?\s*(?:(?:were|was|had been|have been) )?"
        r"(?:received|given|accepted|submitted|intimated|noted|tendered|from\b|[-–:] ?[A-Z])|\bno apologies\b",
        "Apologies were received from Cllr Ash",
        "She apologised to him",
        re.M,
    ),
    # "The minutes of the meeting of 3 May were confirmed and signed"
    form(
        "minutes confirmed",
        r"\bminutes\b[^.]{0,200}?\b(?:were|was|be|had been|having been|as)\b[^.]{0,60}?"
        r"\b(?:agreed|approved|confirmed|signed|accepted|adopted|received|read|true|correct|accurate)\b|"
        r"\b(?:true|correct|accurate)(?: and \w+)? record\b[^.]{0,60}\b(?:proposed|agreed|approved|signed)",
        "The minutes of the meeting of 3 May were confirmed and signed",
        "It took ten minutes",
        re.M,
    ),
    form(
        "meeting closed",
        r"\bmeeting (?:was )?(?:then )?(?:closed|ended|concluded|finished|adjourned|terminated|"
        r"rose)\b|"
        r"\bclosed the meeting\b|\bno (?:further|other) business\b[^.]{0,60}\b(?:closed|ended|adjourned|thanked)|"
        r"\bmeeting (?:was called|called) to order\b",
        "The meeting closed at 9 pm",
        "The shop closed",
        re.M,
    ),
    # "RESOLVED", "it was agreed", "Proposed by Cllr Ash, seconded by Cllr Elm", "Carried."
    form(
        "decided",
        r"\bRESOLVED\b|\bAGREED\b|\bit was (?:unanimously )?(?:agreed|resolved|decided|noted)\b|"
        r"\b(?:councillors|members|the (?:board|committee|council|cabinet|panel)) (?:unanimously )?(?:agreed|resolved|"
        r"approved|noted)\b|"
        r"\bseconded\b|(?:^|[.\s])carried\b|\ball (?:were )?in favour\b|\bunanimous",
        "It was unanimously agreed",
        "To agree the plan",
        re.M,
    ),
    # The label of saved web pages between what was asked and what was minuted
    form(
        "label minutes",
        r"^\W*minutes\s*:\W*$|^\W*decision\s*:\W*$",
        "Minutes:",
        "Minutes of the Board",
        re.M,
    ),
    # "To receive apologies", "1. To approve the minutes"
    form(
        "business ahead",
        r"(?:^|[.)] |\t)\W*(?:\d{1,3}[.)]?\d?\W+)?to (?:receive|approve|consider|note|agree|confirm|"
        r"discuss|elect|review|"
        r"sign|adopt|appoint|resolve|determine|authorise|hear|accept|set|decide|inform|answer)\b",
        "1. To approve the minutes",
        "Able to approve",
        re.M,
    ),
    form(
        "invitation",
        r"\bsummon(?:s|ed)\b|\bnotice is (?:hereby )?given\b|\byou are (?:hereby )?(?:invited|requested|"
        r"summoned)\b|"
        r"\b(?:is|are) (?:asked|invited|requested|recommended) to\b|\bwill (?:be held|take place|meet)\b|\bdear "
        r"(?:member|councillor)",
        "You are hereby summoned",
        "He called",
        re.M,
    ),
    form(
        "pages given",
        r"\(pages? \d|\bpages? \d+ ?[-–] ?\d+\)|\bverbal\b|\bto follow\b|\benclosed\b|\battached\b",
        "The ferry (Pages 5 - 12)",
        "The ferry",
        re.M,
    ),
    form(
        "report headings",
        r"^\W*(?:\d{1,2}\.?\d?\W+)?(?:recommendations?|background(?: papers?| documents?)?|purpose "
        r"of (?:the )?report|"
        r"(?:executive )?summary|(?:financial|legal|equalit\w+|resource|risk)\b[^.\n]{0,40}\bimplications?|"
        r"introduction|conclusions?|"
        r"contact officers?|report authors?|appendix\b[^.\n]{0,20}|consultation|options(?: considered)?|next "
        r"steps)\W*$|"
        r"^\W*(?:report (?:of|to|by|title)|subject|from|classification|wards?(?: affected)?)\s*:",
        "3. Financial implications",
        "The implications were clear to all",
        re.M,
    ),
    form(
        "speaks as we",
        r"\b(?:we|our|us|I|you|your)\b",
        "We ask you",
        "They ask him",
        re.M,
    ),
)

PAST_VERB = form(
    "verb with which minutes tell",
    r"\b(?:was|were|had|did|said|told|asked|advised|reported|explained|thanked|noted|agreed|resolved|proposed|"
    r"stated|confirmed|welcomed|felt|gave|informed|suggested|moved|discussed|presented|received|declared|reminded|"
    r"expressed|raised|updated|highlighted|attended|commented)\b",
    "The clerk reported this.",
    "The clerk reports this.",
)

PRESENT_VERB = form(
    "verb with which reports tell",
    r"\b(?:is|are|will|has|have|can|should|must|may|shall|needs?|includes?|provides?|sets out|shows?)\b",
    "This report sets out the cost.",
    "The clerk left.",
)

SOMEBODY_SPEAKS = cased(
    "somebody who says something",
    r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr|Chair(?:man|woman|person)?|Clerk|Mayor|Convener|Trustee|Director|"
    r"Member|Board|Committee|Council|[A-Z]{2,3}a?)\.?(?: [A-Z][\w.’'-]*){0,3} "
    r"(?:also |then |further )?(?:said|told|asked|advised|reported|explained|thanked|noted|agreed|proposed|stated|"
    r"confirmed|welcomed|felt|gave|informed|suggested|moved|declared|reminded|expressed|raised|updated|highlighted|"
    r"commented|led|introduced|had|was|were|requested|questioned|referred|responded|presented|called|stressed)\b",
    "Cllr Ash asked why.",
    "Why was it asked?",
)

NUMBERED_LINE = cased(
    "line with a number in front",
    r"^\W*(?:item )?[A-Z]{0,4}\d{1,4}(?:[./]\d{1,4})*[.):]?\s+\W*[A-Za-z]",
    "HB12. The ferry",
    "The ferry",
)
