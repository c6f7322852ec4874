"""Rows that ask about a decision - whether, why, in whose favour - and about how a matter went on."""

from __future__ import annotations

from indexer.forms.form import form
from retriever.question_forms.form import Ask, QuestionForm, row

DECISIONS: tuple[QuestionForm, ...] = (
    row(
        Ask.YES_OR_NO,
        r"^(?:and |but |so |then )?(?:did|was|were|has|have|had|is|are|does|do|will)\b",
        "Was the lease approved?",
        "What was approved?",
    ),
    row(
        Ask.EITHER_OR,
        r"\bor (?:is|was|did|only|just|somebody|someone|not|were|has)\b",
        "Was it approved or only noted?",
        "Was it lead or tin?",
    ),
    # why or when something was done that may not have been done
    row(
        Ask.TAKEN_FOR_GRANTED,
        r"^(?:and |but |so )?(?:why|how come|when|on what grounds|for what reasons?)\b",
        "Why was the lease refused?",
        "Was the lease refused?",
    ),
    row(
        Ask.WHY,
        r"^(?:and |but |so )?(?:why|how come|on what grounds|for what reasons?)\b|\b(?:and why|the reasons? (?:for|why|given))\b",
        "Why was the lease refused?",
        "When was the lease refused?",
    ),
    # a detail of something that was approved or is to be, not whether it was
    row(
        Ask.DETAIL,
        r"^(?:and |but |so )?(?:which|when|how|where|by when)\b",
        "When will the approved lease begin?",
        "Was the lease approved?",
    ),
    row(
        Ask.FOR_IT,
        r"\b(?:approv|agree|adopt|sign|accept|pass(?:ed)?\b|settl|(?:get|got|go|gone|went) through\b|go ahead|give the go-ahead|confirm)",
        "Did they pass the budget?",
        "Did they walk past?",
    ),
    row(Ask.BACKED_IT, r"\b(?:endors|back(?:ed)?\b|support)", "Did they back the plan?", "Did they like the plan?"),
    row(
        Ask.AGAINST_IT,
        r"\b(?:reject|refus|turn(?:ed)? down|vot(?:e|ed) down|declin|throw out|thrown out)",
        "Was the plan thrown out?",
        "Was the plan put off?",
    ),
    row(
        Ask.PUT_OFF,
        r"\b(?:defer|postpon|put off|delay|held over)",
        "Was the plan put off?",
        "Was the plan thrown out?",
    ),
    # how things stand today: of two papers that fit alike the later one answers
    row(
        Ask.NOW,
        r"\b(?:latest|currently|nowadays|these days|at present|at the moment|so far|today|now|still|yet|status|"
        r"any (?:further|progress|news)|(?:runs?|running) out|expir(?:es?|y|ing)|how far (?:has|have|along))\b"
        r"|^(?:and |but |so )?(?:is|are|has|have)\b|^(?:and )?(?:who|what|where|how (?:much|many)\b.{0,40}?) (?:is|are)\b",
        "Who is the chair?",
        "Who was the chair in March?",
    ),
    row(
        Ask.DEALS,
        r"^(?:and |so )?who(?:m|se)?\b.{0,60}\b(?:deal(?:s|ing|t)?|handl\w+|responsible|charge|leads?|leading|act(?:s|ing)?)\b",
        "Who is dealing with the mill?",
        "Is the clerk dealing with the mill?",
    ),
    # "the Council" alone may be the whole authority
    row(Ask.FULL_COUNCIL, r"\bfull council\b", "What did full Council say?", "What did the council say?"),
    row(Ask.NOTED, r"\bnot(?:e|ed|ing)\b", "Was the plan noted?", "Was the plan not read?"),
    row(
        Ask.CHANGES,
        r"\b(?:amend|chang|alter|vari)|\bmoved|\bsecond(?:ed|er)",
        "Who moved the amendment?",
        "Who wrote the plan?",
    ),
    row(
        Ask.MOVER,
        r"\bwho (?:\w+ ){0,2}?(?:moved|proposed|seconded|tabled)\b|\b(?:mover|proposer|seconder)s?\b|"
        r"\b(?:moved|proposed|seconded) by whom\b",
        "Who seconded the amendment?",
        "Who wrote the motion?",
    ),
    row(
        Ask.HOW_VOTED,
        r"\bhow many (?:\w+ ){0,3}?(?:votes?|voted)\b|\b(?:what|which) (?:was|were) the (?:votes?|tally|count|split)\b|"
        r"\bhow (?:did|was|were) .{1,60}\bvot(?:e|ed)\b|\bby how many\b|\bhow close\b|\bunanimous",
        "How many voted for the amendment?",
        "How many lamps are there?",
    ),
    row(
        Ask.WAS_SAID,
        r"\b(?:comments?|said|say|discuss\w*|points?|views?|debate\w*|questions? (?:were )?asked|raised)\b",
        "What was said about the ferry?",
        "What does the ferry cost?",
    ),
    row(
        Ask.WAS_DECIDED,
        r"\bwhat (?:\w+ )?(?:was|were|did) .{0,80}\b(?:decided?|resolved?|agreed?)\b",
        "What else did Cabinet agree?",
        "What else is there?",
    ),
    row(
        Ask.EVERY_STEP,
        r"\b(?:every|each|all) (?:the )?(?:steps?|stages?|decisions?)\b|\b(?:history|timeline|chronology)\b|"
        r"\b(?:take|walk) me through\b|\bstep by step\b|\bfrom\b.+\bto\b",
        "Walk me through the ferry plan",
        "What became of the ferry plan?",
    ),
    row(
        Ask.ASKED_TO,
        r"\basked to\b|\brecommend",
        "What is the Board asked to do?",
        "What did the Board do?",
    ),
    row(Ask.SINCE, r"\bsince\b", "What has happened since May?", "What happened in May?"),
    # the day of the meeting answers it, which no sentence needs to give
    row(
        Ask.FIRST_TIME,
        r"^when \w+ .{2,60}\bfirst (?:discuss|raise|mention|consider|debate|propose|come up|came up|talk)",
        "When did they first discuss the ferry?",
        "When did the first ferry sail?",
    ),
    row(
        Ask.DAY_DECIDED,
        r"^(?:and |but |so )?(?:when|on (?:what|which) (?:date|day)) (?:was|were|did) .{0,80}\b(?:say|said|decid|agree|resolv|"
        r"approv|adopt|reject|refus|appoint|confirm|award|vote|sign(?:ed)? off)",
        "When was it decided to mend the ferry?",
        "When will the approved lease begin?",
    ),
    # a question that asks for two things is answered by the one that is there
    row(
        Ask.TWICE,
        r"(?<=\S)\s+and (?:what|who|whom|how|when|where|which|why|did|does|do|was|were|is|are|had|has|by|for)\b|\bor\b|"
        r"[?:–] \w| - ",
        "What is a hub and who runs it?",
        "What is a hub and spoke?",
    ),
)


def _whole(name: str, pattern: str, example: str, not_this: str) -> QuestionForm:
    """A form that only the whole of a question can have."""
    return row(name, rf"^(?:{pattern})$", example, not_this)


TALK: tuple[QuestionForm, ...] = (
    _whole(
        Ask.THANKS,
        r"(?:(?:ok(?:ay)?|great|brilliant|perfect|lovely|many|no) )?(?:thanks?(?: you)?|cheers|ta)"
        r"(?: (?:a lot|very much|so much|again|for that|for your help))?",
        "ok cheers",
        "thanks to whom",
    ),
    _whole(
        Ask.GREETING,
        r"(?:hello|hi|hey|hiya|good (?:morning|afternoon|evening))(?: (?:there|all|again))?",
        "hello",
        "hello lamp post project",
    ),
    _whole(
        Ask.GOODBYE,
        r"(?:ok(?:ay)?|great|brilliant|perfect|good|fine|i see|understood|bye|goodbye)",
        "i see",
        "i see no bus",
    ),
    _whole(
        Ask.HELP,
        r"(?:help(?: me| please)?|who are you|what (?:can|do) you do|what can i ask(?: you)?|how (?:does this|do you) work|"
        r"how do i use (?:this|it))",
        "what can you do",
        "help for carers",
    ),
    _whole(
        Ask.NEWS,
        r"(?:what(?:'s| is|s) new|any(?:thing)? news?|anything new)",
        "what's new",
        "what is new in the budget",
    ),
)
"""Words that ask nothing of the papers: the whole of what is typed has this form, in small letters and without stops."""

ROUTINE = form(
    "the confirmation of earlier minutes",
    r"\b(?:correct record|minutes? of (?:the|its|a) .{0,60}meeting)",
    "as a correct record",
    "a record catch",
)
