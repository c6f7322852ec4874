"""How titles and texts name what they are about: words that name no matter, references, former names.

A title is the name of a thing with words for the stage that it is at: "Tide Mill: results of the survey".
"""

from __future__ import annotations

from indexer.forms.form import cased, form
from indexer.forms.words import MONTH_NAMES

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
    "business part members items minutes minute party whip tabled".split()
)
"""Words of the business of every meeting; a title of these alone, with stages and wide words, links nothing."""

MONITORS = frozenset("monitoring monitor outturn overspend underspend".split())
"""Words by which a report on a budget's course is known from the budget itself."""

OF_MINUTES = form(
    "earlier minutes, or a part in private",
    r"^\W*(?:[a-z]+,? ){0,3}?minutes\b|\b(?:exempt|confidential) minutes?\b|^\W*exempt (?:items?|business)\b",
    "Minutes of the meeting held on 5 July 2031",
    "Ferry timetable and crossing times",
)

WHEN_IT_MEETS = form(
    "the day and hour of a meeting, from the head of its papers",
    rf"^\W*(?:[a-z]+day,? )?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{MONTH_NAMES})(?: \d{{1,2}}(?:st|nd|rd|th)?)?,?"
    r"(?: 20\d\d)?,? ?(?:at |from |- ?)?(?:\d{1,2}[.:]\d\d|\d{1,2} ?[ap]\.?m\b|noon\b)",
    "June 2031, 10.00 am, Market Hall, Saltby To",
    "June 2031 ferry timetable",
)

ASIDE = form(
    "who presents it, and under which item of the agenda",
    r"\s*\((?:item|agenda|minute|pages?|report of|presentation|presented|verbal|oral|to follow|if required|director|"
    r"chief|head of|cabinet member|lead|officer|clerk|cllr|councillor|interim|assistant|commissioner|deputy|leader)\b"
    r"[^()]{0,160}\)|\s*\*\([^()]{0,160}\)\*?|\s*[-–—] *presentation$",
    "Tide Mill (Director of Shores)",
    "Tide Mill (TM)",
)

OPENS = form(
    "what stands before the name of a matter",
    r"^\W*(?:(?:notice of )?(?:petition|motion|call-?in|question|presentation|report)(?: \d+)?(?: on| of| about)?"
    r"\s*[:–—-]\s*|(?:cabinet )?(?:re)?consideration of (?:the )?(?:call-?in of )?(?:decision )?|"
    r"(?:the )?future of (?:the )?|update on (?:the )?|adoption of (?:the )?|progress (?:on|with) (?:the )?|"
    r"late changes to (?:the )?)",
    "Call-in: Tide Mill",
    "Tide Mill: call-in",
)

YEARS = form(
    "a year, or a run of years",
    r"\b(20\d\d)(?: ?[-–—/] ?(?:20)?(\d\d))?\b",
    "Harbour levy 2031/32",
    "Harbour levy 31",
)

REFERENCE = cased(
    "the number under which an application or a decision is filed",
    r"\b(?:[A-Z]{1,4}/)?\d{2}(?:\d{2})?/\d{4,5}(?:/[A-Z]{1,5})?\b|\b[A-Z]{2,5}/\d{2,4}/\d{2,6}\b|"
    r"\b[A-Z]{1,3}\d{4}-\d{2,4}\b",
    "31/00093 - Tide Mill",
    "2031/32",
)

MINUTE = cased(
    "the number of an earlier minute",
    r"\bminutes? (?:no\.? ?|number )?([A-Z]{0,4} ?\d{1,4}(?:[/.]\d{1,4})?)\b",
    "as agreed under minute CAB 55",
    "the minutes were agreed",
)

NUMBERED = cased(
    "a number of an item that no other year has",
    r"\b[A-Z]{2,5} \d{1,4}\b|\b\d{1,4}[/.]\d{1,4}\b",
    "decision CAB 55 was called in",
    "item 7",
)

RENAMED = cased(
    "another name of the same thing",
    r"\b(?:formerly|previously|now|originally|once) (?:known as |called |the )*"
    r"(?P<name>[A-Z][\w’'&-]*(?: (?:[A-Z][\w’'&-]*|of|for|and|the)){0,6})",
    "the Coastal Fund (formerly the Harbour Levy)",
    "formerly of this parish",
)

CAPITALS = cased(
    "a short name in brackets",
    r"\(([A-Z][A-Za-z]{1,6})\)",
    "Tidal Energy Fund (TEF)",
    "Tidal Energy Fund (second year)",
)

VIEWING_BODY = form(
    "a body that gives a view, and leaves the decision to another",
    r"\b(?:scrutiny|overview|select committee|advisory|consultative|consultation|forum|working (?:group|party)|task|"
    r"steering|sub-?group|reference group|cabinet committee)\b",
    "Harbour Scrutiny Committee",
    "Harbour Committee",
)

PASSES_ON = form(
    "that another body is to decide",
    r"\b(?:recommends?(?: to| that)|be recommended|recommended to|to be presented to|be (?:sent|submitted|put) to|"
    r"for (?:final )?(?:decision|approval) by)\b",
    "that the Council be recommended to lease the mill",
    "that the recommendation be agreed",
)

PUT_TO_ANOTHER = form(
    "that the limbs below are put to another body",
    r"\b(?:recommends? to|be recommended(?: to)?|recommended to)\b[^:.]{0,60}:\s*(?:\(?(?:1|a|i)[.)]\s*)?$",
    "RESOLVED that the Council be recommended: (a)",
    "RESOLVED that the recommendation be agreed: (a)",
)

OF_THE_PAPER = form(
    "what a paper says of itself: who wrote it, whom to ask, which wards it is for",
    r"^\W*(?:\d[\d.]*\s+)?(?:(?:contact|lead|responsible|accountable)(?: (?:officers?|persons?|directors?|details))?|"
    r"(?:report )?authors?|(?:e-?mail|tel(?:ephone)?|phone)(?: (?:no\.?|number|address))?|wards?(?: affected)?|"
    r"background (?:papers|documents)|key decision|forward plan (?:reference|number|no\.?)|classification)"
    r"[^:.\w]{0,3}(?:\([^()]{0,40}\)\W*)?:",
    "Contact officer: Ada Birch, extension 4417",
    "Contact with Ada Birch was lost: she had sailed",
)

MONTH = cased(
    "a month with its year",
    rf"\b({MONTH_NAMES}),? (20\d\d)\b",
    "a report by the end of October 2031",
    "a report in October",
)
