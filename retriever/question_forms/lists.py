"""Rows that ask for a list, or for one line of one: who was there, what was on the agenda, which votes were named."""

from __future__ import annotations

from retriever.question_forms.form import Ask, QuestionForm, row
from retriever.question_forms.things import SIDE

OUTCOMES = {
    "deferred": r"deferred|put off|postponed",
    "rejected": r"rejected|refused|turned down",
    "lost": r"lost|defeated|voted down",
    "referred": r"referred(?: (?:on|back))?",
    "withdrawn": r"withdrawn",
    "delegated": r"delegated",
}
"""How a question words the outcomes that a list may be of."""

_DECISIONS = (
    r"\b(?:list|all|every|which|what(?: (?:were|are))?)\b.{0,30}\b(?:decisions|resolutions|rulings)\b|"
    r"\bwhat (?:was|did .{3,60}) (?:decided?|resolved?|agreed?)\b.{0,60}\bmeeting\b"
)
_OF_DECISIONS = (
    r"\b(?:list|all|every|decisions?|resolutions?|rulings?|decided?|resolv\w*|agree\w*|taken?|took|made|meetings?|about|"
    r"regarding|concerning|far|items?|matters?|been|last|latest|lately|"
    r"most|recent(?:ly)?|year|month)\b"
)
_BODIES = (
    r"^(?:which|what|list|show)\b.{0,20}\b(?:bodies|committees|boards|councils|panels|organisations|authorities)\b"
    r"(?=\s*(?:$|[?.!]|are\b|do\b|is\b|have\b|can\b|does\b|in\b|there\b|held\b|covered\b))"
)

LISTS: tuple[QuestionForm, ...] = (
    row(
        Ask.ABBREVIATION,
        r"\bstands? for\b|\bshort for\b|\babbreviat",
        "What does HRA stand for?",
        "Who stood up for the ferry?",
    ),
    row(
        Ask.ACTIONS,
        r"\bactions\b|\bfollow[- ]?ups?\b.*\b(?:jobs?|work|tasks?)|\bto-?dos?\b|\btasks (?:were|was)|"
        r"\b(?:jobs|tasks|follow[- ]?ups?)\b.{0,40}\b(?:(?:handed|given|dished|shared) out|came out of|c[ao]me from|arose|left with)\b|\bwho (?:has|had|is|was) (?:got )?to do what\b",
        "Which actions were left with the clerk?",
        "Did anybody act?",
    ),
    row(
        Ask.OPEN_ACTIONS,
        r"\b(?:open|outstanding|overdue|unfinished|still to (?:be )?do(?:ne)?|not (?:yet )?(?:done|complete[d]?|closed))\b.{0,40}\bactions\b|"
        r"\bactions\b.{0,60}\b(?:open|outstanding|overdue|unfinished|not (?:yet )?(?:done|complete[d]?|closed)|carried (?:over|forward)|to be done)\b",
        "Which actions are still open?",
        "Which actions were left with the clerk?",
        asking=r"\b(?:actions?|still|open|outstanding|overdue|unfinished|done|completed?|closed|yet|carried|over|forward|list|all|any|every)\b",
    ),
    row(
        Ask.INTERESTS,
        r"\b(?:who|which|what|list|all|any|did)\b.{0,80}\b(?:declar\w*|disclos\w*|register\w*)\b.{0,40}\binterests?\b|"
        r"\binterests?\b.{0,40}\b(?:were |was |been |did .{3,40} )?(?:declared?|disclosed?)\b|\bdeclarations? of interest\b",
        "Who declared an interest in the barn?",
        "Was there interest in the barn?",
        asking=r"\b(?:who|declar\w*|disclos\w*|register\w*|interests?|pecuniary|personal|prejudicial|list|all|any|every|members?|"
        r"councillors?|cllrs?|made|meetings?|items?)\b",
    ),
    row(
        Ask.MOVED,
        r"\b(?:what|which|list|all|every)\b.{0,60}\b(?:did|has|have|had|were|was)\b.{2,80}\b(?:move[d]?|propose[d]?|second(?:ed)?)\b|"
        r"\b(?:motions?|amendments?|proposals?)\b.{0,30}\b(?:moved|proposed|seconded|by)\b",
        "What did Cllr Ash move or second?",
        "Did the ferry move?",
        asking=r"\b(?:what|motions?|amendments?|proposals?|moved?|proposed?|second(?:ed)?|list|all|every|which)\b",
    ),
    row(
        Ask.AGENDA,
        r"\b(?:what|which|who|list|show)\b.*\bagenda\b|^agenda\b",
        "What is on the agenda for June?",
        "Was the agenda sent out?",
    ),
    row(
        Ask.APOLOGIES,
        r"\bapolog|\babsent\b|\bcould(?:n't| not) (?:come|attend|make it)\b|\bdid(?:n't| not) (?:come|attend|(?:turn|show) up)\b|"
        r"\bwho (?:was|were|all was) (?:missing|away|not (?:there|present|at))\b|\bwho (?:missed|skipped)\b.{0,30}\bmeeting\b",
        "Who was missing from the July meeting?",
        "Who came?",
    ),
    row(
        Ask.SUBSTITUTES,
        r"\bsubstitut|\bstood in\b|\bdeputis|\bin (?:their|his|her) place\b",
        "Who stood in for her?",
        "Who stood up?",
    ),
    row(
        Ask.IN_ATTENDANCE,
        r"\b(?:officers?|staff|officials?|others?|else) (?:\w+ )?(?:attended|came|(?:was|were) (?:there|present|"
        r"in attendance))\b|\bin attendance\b",
        "Which officers were there?",
        "Which officers wrote it?",
    ),
    row(
        Ask.ATTENDANCE,
        r"\bwho (?:all )?(?:attended|came (?:to|along)|went|(?:turned|showed) up|(?:was|were) (?:at|present|there))\b|"
        r"\battendance (?:at|of|list)\b|"
        r"^(?:and )?who are (?:the |our |all the )?(?:\w+ )?(?:councillors|members|governors|trustees|directors)\b|"
        r"\b(?:members|councillors|people|governors|trustees|directors) "
        r"(?:attended|came|(?:turned|showed) up|(?:was|were) (?:at|present|there))\b",
        "Who was at the meeting?",
        "Was the attendance good?",
    ),
    row(
        Ask.FROM_AFAR,
        r"\b(?:online|virtual(?:ly)?|remote(?:ly)?|by video)\b",
        "Who joined online?",
        "Who was in the room?",
    ),
    row(
        Ask.CHAIR,
        r"\bwho (?:chairs|chaired|presided|(?:is|was) (?:the |in the )?chair(?:man|woman)?)\b",
        "Who chaired it?",
        "Who sat in a chair?",
    ),
    row(
        Ask.VOTED,
        SIDE.pattern,
        "Who voted against?",
        "Was there a vote?",
    ),
    row(
        Ask.WHICH_MEMBERS,
        r"\bwho\b|\bwhich (?:\w+ )?(?:members?|councillors?)\b",
        "Which members voted against?",
        "Which wards voted?",
    ),
    row(
        Ask.VOTES,
        r"\b(?:recorded|named) votes?\b|\bvotes? (?:\w+ ){0,2}recorded\b|\b(?:which|what|list|all|any)\b.{0,20}\bvotes\b",
        "Were there any recorded votes?",
        "Did she vote?",
        asking=r"\b(?:recorded?|named|votes?|list|all|any|taken|took|held|there|been)\b",
    ),
    row(
        Ask.OUTCOME,
        rf"^(?:and )?(?:what|which(?: \w+)?|list(?: \w+)*)\b.{{0,30}}\b(?P<outcome>{'|'.join(OUTCOMES.values())})\b",
        "Which items were deferred?",
        "Was anything deferred?",
    ),
    row(
        Ask.DECISIONS,
        _DECISIONS,
        "List the decisions of May 2031",
        "Was it a good decision?",
        asking=_OF_DECISIONS,
    ),
    # a list as well where a time is all that the question names
    row(
        Ask.DECISIONS_OF_A_TIME,
        rf"{_DECISIONS}|^what (?:was|were|(?:did|had|has|have) [\w' ]{{3,60}}) (?:decided?|resolved?|agreed?)\b",
        "What did Cabinet decide on 4 March 2031?",
        "Did Cabinet decide?",
        asking=_OF_DECISIONS,
    ),
    row(
        Ask.MEETINGS,
        r"\b(?:when|how (?:many times|often)|on (?:what|which) (?:days|dates))\b.{0,20}\b(?:did|has|have|does|do)\b"
        r".{0,60}\b(?:meet|met|sit|sat)\b|"
        r"\b(?:which|what|list|how many|all|dates? of)\b.{0,30}\b(?:meetings|sittings)\b"
        r"(?:.{0,60}\b(?:held|took place|take place|there|were|are)\b)?",
        "How often did the Board meet in 2031?",
        "Where was the meeting?",
        asking=r"\b(?:meet\w*|met|sit|sat|sittings?|times|often|days?|dates?|hold|held|had|took|take|place|list|all|the year|"
        r"quarter)\b",
    ),
    row(
        Ask.PAPERS,
        r"\b(?:which|what|list|show|all|any|how many)\b.{0,25}\b(?:papers|reports|documents|presentations)\b",
        "Which papers are there on the ferry?",
        "Who wrote the paper?",
        asking=r"\b(?:papers?|reports?|documents?|presentations?|list|show|held|there|receiv\w*|consider\w*|discuss\w*|"
        r"present\w*|laid|came|went|about|regarding|concern\w*|deal\w*|mention\w*|relat\w*|cover\w*|written|published|topic|"
        r"subject|matter)\b",
    ),
    row(
        Ask.BODIES,
        _BODIES,
        "Which committees are covered?",
        "Which committee said so?",
        asking=rf"{_BODIES}|\b(?:list|show|all|held|hold|cover\w*|know|there|have|papers?|here|search|included?|look)\b",
    ),
    row(
        Ask.NEXT_MEETING,
        r"\bnext (?:\w+ )?(?:meet(?:ing|s)?|sitting)\b|\bmeets? next\b|\bmeet(?:ing)? again\b",
        "When does the Board meet next?",
        "What comes next?",
        asking=r"\b(?:when|what|date|time|day|where|next|meet\w*|again|sit\w*|s|board|committee|body|partnership)\b",
    ),
    row(
        Ask.NEXT_MEETINGS,
        r"\bnext (?:\w+ )?meet(?:ing|s)?\b|\bmeets? next\b|\bmeet(?:ing)? after\b",
        "What will the next meeting look at?",
        "What will they look at next?",
    ),
    row(
        Ask.NEXT_MEETING_ONLY,
        r"^(?:(?:and )?(?:when|what)(?:'s| is| was| will)? (?:the )?)?(?:date of (?:the )?)?next meeting\b"
        r"(?: of (?:the )?[\w' &-]{3,60})?[?. ]*$|"
        r"^(?:and )?when (?:does|do|will|is) [\w' &-]{3,60}\bmeet(?:ing)? (?:next|again)[?. ]*$",
        "When is the next meeting of the Board?",
        "What will the next meeting look at?",
    ),
)
