"""How titles and texts name what they are about: words that name no matter, references, former names.

A title is the name of a thing with words for the stage that it is at: "Tide Mill: results of the survey".
"""

from __future__ import annotations

import re

STAGE = frozenset(
    "report reports update updates updated progress review reviews annual quarterly quarter monthly month mid year years "
    "yearly end first second third fourth fifth phase stage outcome outcomes result results response responses future "
    "notice petition petitions motion motions call called reconsideration reconsider consideration consider following "
    "proposal proposals proposed draft drafts final revised revision oral verbal presentation presentations timetable "
    "supplementary term terms working task finish group groups panel item items agenda minute minutes meeting meetings "
    "matters arising discussion discuss question questions answer answers decision decisions decide key information "
    "note noting approval approve agree adoption adopt introduction summary overview briefing brief paper papers "
    "document appendix annex late changes change new further recommendation recommendations next steps the a an of and "
    "for to in on at by with from its their into as is be or any all about q1 q2 q3 q4 part council councils board "
    "committee cabinet member members councillor councillors cllr cllrs mr mrs ms dr officer officers director head "
    "clerk chair chairman leader uk england national local authority county borough district parish town city village "
    "per pre post no number ref reference up out our your this that these those under over between during interim "
    "full short long general special extraordinary ordinary other various held january february march april may june july august "
    "september october november december monday tuesday wednesday thursday friday saturday sunday which considers".split()
)
"""Words of a title that say who, when and at which stage, and never what."""

WIDE = frozenset(
    "plan plans planning strategy strategies policy policies programme programmes fund funds funding scheme schemes "
    "service services project projects action actions delivery development management framework partnership care "
    "health social adult adults children child young people public community communities education school schools "
    "housing transport highways highway environment wellbeing support assessment needs need area areas work works "
    "business performance system systems joint team use land site sites application applications provision investment "
    "money contract contracts order orders".split()
)
"""Words that name a sort of thing or a whole service: alone they tell no matter from another."""

STANDING = frozenset(
    "apologies absence declaration declarations interest interests disclosure disclosures pecuniary dispensation "
    "dispensations welcome present attendance urgent confirmation correct record signed finance finances financial "
    "accounts account payments payment payable receipts bank reconciliation invoices invoice expenditure cheques "
    "correspondence circulars forward date dates time venue closure close closing adjournment adjourned exclusion exempt "
    "press participation forum session communications announcements announcement mayor mayors calendar previous last "
    "consent approvals ratification delegated delegation training vacancy vacancies election elections co-option "
    "executive superintendent president treasurer secretary news training aob quorum roll order unfinished old "
    "adjourn tenders bills log tracker standing orders vote thanks outside bodies committees substitutes opening "
    "remarks concluding public open confidential private workplan programme schedule planning application applications "
    "business part members items minutes minute".split()
)
"""Words of the business of every meeting; a title of these alone, with stages and wide words, links nothing."""

OF_MINUTES = re.compile(
    r"^\W*(?:[a-z]+,? ){0,4}?minutes\b|\bexempt minutes?\b|\bconfidential minutes?\b|^\W*exempt (?:items?|business)\b",
    re.IGNORECASE,
)
"""How the title of earlier minutes, or of a part in private, begins."""

MONITORS = frozenset("monitoring monitor outturn overspend underspend".split())
"""Words by which a report on a budget's course is told from the budget."""

ASIDE = re.compile(
    r"\s*\((?:item|agenda|minute|pages?|report of|presentation|presented|verbal|oral|to follow|if required|director|chief|"
    r"head of|cabinet member|lead|officer|clerk|cllr|councillor|interim|assistant|commissioner|deputy|leader)\b[^()]{0,160}\)"
    r"|\s*\*\([^()]{0,160}\)\*?|\s*[-–—] *presentation$",
    re.IGNORECASE,
)
"""What stands behind a title and is no part of the name: who presents it, and under which item of the agenda."""

OPENS = re.compile(
    r"^\W*(?:(?:notice of )?(?:petition|motion|call-?in|question|presentation|report)(?: \d+)?(?: on| of| about)?\s*[:–—-]\s*|"
    r"(?:cabinet )?(?:re)?consideration of (?:the )?(?:call-?in of )?(?:decision )?|(?:the )?future of (?:the )?|"
    r"update on (?:the )?|adoption of (?:the )?|progress (?:on|with) (?:the )?|late changes to (?:the )?)",
    re.IGNORECASE,
)
"""What stands before the name of a matter in a title."""

YEARS = re.compile(r"\b(20\d\d)(?: ?[-–—/] ?(?:20)?(\d\d))?\b")
"""A year, or a run of years: 2025, 2025/26, 2024-2039."""

REFERENCE = re.compile(
    r"\b(?:[A-Z]{1,4}/)?\d{2}(?:\d{2})?/\d{4,5}(?:/[A-Z]{1,5})?\b|\b[A-Z]{2,5}/\d{2,4}/\d{2,6}\b|\b[A-Z]{1,3}\d{4}-\d{2,4}\b"
)
"""The number under which an application or a decision is filed: 24/00093, 23/01234/FUL, BW2031-07."""

MINUTE = re.compile(r"\bminutes? (?:no\.? ?|number )?([A-Z]{0,4} ?\d{1,4}(?:[/.]\d{1,4})?)\b")
"""How a paper names a minute of an earlier meeting: "minute 51", "minute CAB 55"."""

NUMBERED = re.compile(r"[A-Z]{2,5} \d{1,4}|\d{1,4}[/.]\d{1,4}")
"""Numbers of items that are unlike those of any other year, so that a text may name them without the word minute."""

RENAMED = re.compile(
    r"\(?\b(?:formerly|previously|now|originally|once) (?:known as |called |the )*(?P<name>[A-Z][\w’'&-]*(?: (?:[A-Z][\w’'&-]*|of|for|and|the)){0,6})"
)
"""How a paper says that a thing had, or has, another name: "(formerly the Harbour Levy)"."""

CAPITALS = re.compile(r"\(([A-Z][A-Za-z]{1,6})\)")
"""The short name that a title gives in brackets: "Tidal Energy Fund (TEF)"."""

VIEWING_BODY = re.compile(
    r"\b(?:scrutiny|overview|select committee|advisory|consultative|consultation|forum|working (?:group|party)|task|"
    r"steering|sub-?group|reference group|cabinet committee)\b",
    re.IGNORECASE,
)
"""Bodies that give a view, and leave the decision to another."""

PASSES_ON = re.compile(
    r"\b(?:recommends?(?: to| that)|be recommended|recommended to|to be presented to|be (?:sent|submitted|put) to|"
    r"for (?:final )?(?:decision|approval) by)\b",
    re.IGNORECASE,
)
"""How a body says that another one is to decide."""
