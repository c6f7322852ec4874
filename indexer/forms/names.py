"""Names of organisations and bodies in a line of text, by the words such names are made of; no name is listed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.forms.words import MONTHS, WEEKDAY

_WORD = r"(?:St\.|[A-Z][\w’'-]{0,40})"
_JOINER = r"(?:and|&|of|upon|on|under|le|the|an|na)"
# "Anytown Borough Council", "Comhairle Chontae", "London Borough of Anytown", "Anyshire Combined Authority"
_ORGANISATION = re.compile(
    rf"((?<!\w)(?:{_WORD}|&)(?:[ ](?:{_JOINER}[ ])?(?:{_WORD}|&)){{0,6}}[ ]"
    r"(?:Council|Combined Authority|Fire Authority|Fire and Rescue Authority|National Park Authority|"
    r"Integrated Care Board|Integration Joint Board)"
    r"|(?:London|Royal|Metropolitan) Borough of [A-Z]\w+(?: (?:and|upon|&) [A-Z]\w+){0,3}"
    r"|City of [A-Z]\w+ Council)\b(?! (?:Tax|House|Chamber|Procedure|Plan|Members?)\b)"
)
# What stands before the name of an organisation and is no part of it
_ROLE = re.compile(
    r"^.*\b(?:Leader|Deputy|Members?|Officers?|Directors?|Chair\w*|Executives?|Managers?|Mayor|Clerk|"
    r"Heads?|Meetings?|Minutes|Agenda|"
    r"Elected|Reports?|Cabinet|Full|Annual|Ordinary|Regular|Special|Monthly|Extraordinary|Budget|Representatives?|"
    r"Councillors?|Cllrs?|Portfolio|Holder|"
    r"Administrator|Secretary|Solicitor|Counsel|Treasurer|Engineer|Planner|From|To|By|For|At|In|Of|With|"
    r"Between|Both|Although|While|Where|When|If|As)\b"
    r"[.]?\s+(?:of |to |for |at |from |on )?(?:the )?"
)
# "SHIRE OF ANYWHERE", "The Corporation of the Town of Anytown": a council by the place it governs, alone on its line
_GOVERNED = re.compile(
    r"^\W*(?:the )?(?:corporation of (?:the )?|municipal corporation of (?:the )?)?((?:city|town|township|village|county|shire|"
    r"municipality|borough|parish|hamlet|(?:municipal |regional )?district|(?:rural |regional )municipality|city and county) of "
    r"(?:the )?[a-z][\w’'-]*(?:[ -](?:and |of |the )?[A-Z][\w’'-]*){0,4})\W*$|"
    r"^\W*((?:[A-Z][\w’'-]*[ ]){1,3}(?:county|township|village|parish))[ ](?:board of|commission)",
    re.I,
)
# What kind of meeting it was is no part of whose it was: "Ordinary Council", "AGM of the Parish Council"
_KIND_OF_MEETING = re.compile(
    r"^(?:AGM|annual (?:general |parish |town )?(?:meeting )?) ?of (?:the )?(?=[A-Z])|"
    r"^(?:special|regular) (?=board of )|^(?:regular|ordinary|general|special|monthly|annual|adjourned|extraordinary|statutory) (?=(?:(?:town|city|shire|parish|county|"
    r"district|borough|township|village) )?(?:council|board)$)",
    re.I,
)
_TWICE = re.compile(r"^(.{8,}) \1$")
_KINDS_ONLY = re.compile(
    r"(?:The |This |That |THAT |Any |Each |Every |Our |Your |A |An |All |Local |Full |Neighbouring |Other |"
    r"Partner |Both |Constituent |Principal |Regular |Ordinary |Special |General )*"
    r"(?:County |Borough |City |District |Town |Parish |Parent |Community |Metropolitan |Unitary |Medical |Youth |"
    r"and |And |Local |Annual |Full |"
    r"Fire |Shadow |New |National |Privy |Arts |Research |Design |Student |School |Schools |Health |Care |"
    r"Integrated )*"
    r"(?:Council|Combined Authority|Fire Authority|Authority|Integrated Care Board|Integration Joint Board)",
)
_NOT_ORGANISATIONS = re.compile(
    r"\b(?:Medical|Youth|Arts|Research|Nursing|General|Design|Sports|Students?|School|Safety|Funding|"
    r"Policy) Council$"
)

_BODY_NOUN = (
    r"(?:Board|Committee|Sub-?\s?Committee|Cabinet|Council|Panel|Partnership|"
    r"(?<!Chief )(?<!Managing )Executive|Forum|Commission|Authority|Assembly|Group|"
    r"Governing Body|Working Party|Municipal District|Trust|Court|Conference|Trustees|Governors)"
)
# "meeting of the Anytown Health Board held", "Minutes of a meeting of the Cabinet held"
_MEETING_OF = re.compile(
    r"\b(?i:meeting of (?:the |a )?)((?:[A-Z&(][\w’'&.()-]*|and|of|the|for|on|to|with|in|,|–|"
    r"-)(?:[ ,]+(?:[A-Z&(][\w’'&.()-]*|and|of|the|for|on|to|with|in|–|-)){0,12}?)"
    r"\s*(?:,? (?i:(?:was |will be |is )?(?:held|at|on|in|to be|which|convened|took))\b|[.,:;]|$)"
)
# "Minutes of Anyshire County Council Meeting held on": the council itself sat
_OWN_MEETING = re.compile(
    r"\b(?:minutes|agenda) (?:of|for) (?:the )?(?:[\w’']{1,40} ){0,3}?((?:[A-Z][\w’'&-]{0,40}(?: and| of|"
    r" &)? ?){1,6}?)\s*meeting\b",
    re.I,
)
_LABELLED = re.compile(
    r"^\W*(?:meeting|committee|name of (?:meeting|committee|body)|body|to|report to|decision maker|"
    r"decision (?:to be )?taken by|meeting of|decided at meeting)\s*:\W*(?:\d{1,2}/\d{1,2}/\d{4}\s*[-–]\s*)?(.+)",
    re.I,
)
# "Meeting: 03/05/2031 - Harbour Board (Item 41)": a hearing on the page of an item
_HEARING = re.compile(r"^\W*meeting\s*:\W*\d{1,2}/\d{1,2}/\d{4}\s*[-–]\s*(.+?)(?:\s*\(item\b.*)?$", re.I)
_HEADING = re.compile(
    rf"^\W*(?=[\w(])((?:[^\d.:;!?()]|St\.|\((?:[A-Z][\w ]+)\))*\b{_BODY_NOUN}(?: (?:for|of|on) [A-Z][^\d.:;]*)?)\W*$",
    re.I,
)
# "Planning Committee, Anytown Council - Thursday, 2nd July, 2020": the title of a page that lists a meeting's papers
_DATED = re.compile(
    r"^\W*([A-Z][^,;:]*?)(?:, [A-Z][^,;:]*?)?(?: [–—-]|,) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? \d|"
    r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4}\W*$)"
)
# "Harbour Board - Minutes of the meeting held on", "Quay Panel - notes and actions"
_BEFORE_ITS_KIND = re.compile(
    r"^\W*([A-Z][^.:;,\d]*?)\s+[–—-]\s+(?:(?:draft|unconfirmed|public) )?(?:minutes|notes|agenda|record)\b", re.I
)
# "Minutes of Harbour Board, Thursday 5 June 2031", "Notes of the Quay Panel 5 June"
_OF_A_DAY = re.compile(
    r"^\W*(?:(?:draft|unconfirmed|public) )?(?:minutes|notes|agenda|record) (?:of|for) (?:the |a )?([A-Z][^,;:.\d]*?),?"
    r"(?: on| held on)? (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d)",
    re.I,
)
_DRESSING = re.compile(
    r"\b(?:summons to (?:an? |the )?(?:meeting of (?:the )?)?|draft|public|printed|open|unconfirmed|"
    r"confirmed|minutes?(?: and decision record| of (?:the )?(?:previous )?(?:meeting|"
    r"proceedings)(?: of(?: the)?)?)?|"
    r"agenda(?: and papers)?|decision record|action log|forward plan|reports? pack|members?(?:hip)?\s?:|"
    r"meeting of(?: the)?|(?:regular|ordinary|special|adjourned|extraordinary) (?=meeting|session)|meeting|session|retreat|workshop)\b\W*",
    re.I,
)
# The next cell of a row, or the next label in a line
_NEXT_LABEL = re.compile(r"\t|(?<!\s)\s+(?:date|time|venue|agenda|item|from|subject|report of|title|status)\s*:", re.I)
# A decision taken by one member: the office, not the name, is the body
_OFFICE = re.compile(
    r"\b(?:Cabinet Member|Portfolio Holder|Executive Member|Deputy Leader|Leader)\b(?: (?:for|"
    r"of) [A-Z][\w,&’' ]{3,80})?$"
)
# Lines that name a body without being about its own meeting
_NOT_HERE = re.compile(
    r"^\W*(?:circulated|reports? to|presented|submitted|previously|past|future|contact|clerk|copies|cc|"
    r"membership|terms of reference|background|"
    r"e-?mail|tel|produced|prepared|published)\b(?! of)|@|\bwww\.|\b(?:chair|member|leader|director|"
    r"officer)s? (?:of|,)|\bvision\b|\b(?:nominated|appointed|represented) by\b",
    re.I,
)
# "Report of the Head of Ferries to the Harbour Board": who wrote it does not meet; who it is for may be
_REPORT_OF = re.compile(r"^\W*(?:joint )?reports? (?:of|by|from):? (?:.{3,120}? to:? (?:the )?(?=\w)|.*)", re.I)
# "REPORT TO THE HARBOUR PANEL": said like a label ("Reports to" says in terms of reference whose servant a body is)
_REPORT_TO = re.compile(r"^\W*(?:(?i:joint ))?(?:Report|REPORT)(?i: to):?\s+(?i:the )?(?=\w)")
# A heading longer than this is a sentence.
MAX_BODY = 90
_JOINERS = {*"and of the for on to with at upon under le na an".split()}
# What makes of capitals and joiners something else than a name
_NO_NAME = re.compile(
    r"\b(?:Minutes?|Meetings?|Agenda|Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|(?<!Cyngor )Sir|Dame|Chancellor|Secretary|Clerk|Treasurer|Reports?|Apologies|Head of|"
    r"Director|Manager|Elected|Chief Executive|Officer|Leaders?|Chair(?:man|woman|person)? of|Members? of|Representatives?|Agreement|Proposed|Registry|"
    r"Thanked|Received|Addressed|Regarding|Welcomed|Was|Were|Is|Are|Has|Have|Will|Would|Be)\b|"
    rf"^(?:{MONTHS}|{WEEKDAY}|From|To|By|At|In|On|With|And|For|Our|Your|This|That|Both|Apologies)\b",
    re.I,
)
_SMALL = {"and", "of", "the", "for", "on", "in", "to", "with", "a", "an", "at", "by", "upon", "under", "or"}


def is_plain_name(name: str) -> bool:
    """True for words that can be a name: capitals and joiners, no courtesy title, office, month or verb among them."""
    words = re.findall(r"[^\W\d_][\w’'-]*", name)
    small = all(word[:1].isupper() or word.casefold() in _JOINERS for word in words)
    return bool(words) and small and not _NO_NAME.search(name)


def organisations_in(text: str) -> Iterator[str]:
    """The organisations named in a line, in order, tidied; names that only say a kind ("the Borough Council") are left out."""
    if len(text) < 8 or not re.search(r"counc|authority|borough of|care board|joint board", text, re.I):
        return
    line = titled(text) if text.upper() == text else text
    for match in _ORGANISATION.finditer(line):
        name = _TWICE.sub(r"\1", _ROLE.sub("", match[1])).strip(" .-–,")
        name = re.sub(r"^(?:The|the|and|And|&|of)\s", "", name)
        if name and not _KINDS_ONLY.fullmatch(name) and not _NOT_ORGANISATIONS.search(name):
            yield name


def governed_in(text: str) -> str:
    """The council that a line names by the place it governs, "Shire of Anywhere"; "" where the line says anything else."""
    match = _GOVERNED.match(text) if len(text) <= MAX_BODY else None
    name = (match[1] or match[2]).strip() if match else ""
    return titled(name) if name.isupper() else name if name[:1].isupper() else ""


def body_in(text: str, joined: str = "") -> str:
    """The body that a line names as the one that meets; "" where it is no heading, label or "meeting of" sentence.

    `joined` is the line with the one after it, where it is a sentence that runs on.
    """
    text, joined = (_REPORT_TO.sub("To: ", _REPORT_OF.sub("", part)) for part in (text, joined))
    if _NOT_HERE.search(text):
        return ""
    if match := _HEARING.match(text):
        return _body_only(match[1])
    for pattern in (_LABELLED, _MEETING_OF):
        if (match := pattern.search(joined or text)) and (name := _body_only(match[1])):
            return name
    if len(text) <= MAX_BODY and (match := _HEADING.match(_DRESSING.sub("", text))) and (name := _body_only(match[1])):
        return name
    for pattern in (_BEFORE_ITS_KIND, _OF_A_DAY):
        if (match := pattern.match(text)) and (name := _body_only(match[1])):
            return name
    if (match := _DATED.match(text)) and (name := _body_only(match[1])):
        return name
    if match := _OWN_MEETING.search(titled(text) if text.upper() == text else text):
        return _body_only(match[1])
    return ""


def _body_only(text: str) -> str:
    """A phrase cut down to the body in it: without a date behind, markup, or the words "agenda" and "minutes"."""
    if office := _OFFICE.search(text):
        return office[0].strip(" .,")
    text = re.split(_NEXT_LABEL, text)[0]
    text = re.split(r"\s[–—-]\s|(?<!\s)\s*[,;(]\s*(?=\d|\w+day\b)|\s\d", text)[0]
    text = _DRESSING.sub("", re.sub(r"<[^>]+>|[*_#|]+", " ", text)).strip(" .,:;–—-’'(")
    text = re.sub(r"\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day$", "", text, flags=re.I)
    text = _KIND_OF_MEETING.sub("", re.sub(r"^(?:of )?(?:the|a)\s", "", re.sub(r"\s+", " ", text), flags=re.I))
    if not re.search(rf"\b{_BODY_NOUN}s?\b", text, re.I) or len(text) > MAX_BODY or text[:1].islower():
        return ""
    if re.fullmatch(_BODY_NOUN, text, re.I) and not re.fullmatch(
        r"Cabinet|Council|Executive|Board|Trustees|Governors", text, re.I
    ):
        return ""
    name = titled(text) if text.upper() == text else text
    return name if is_plain_name(name) else ""


# Letters that are spoken one by one: NHS, CCG
_LETTERS = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,4}\W*$")


def titled(text: str) -> str:
    """A line in capitals written with capitals at the start of words only: "ANYSHIRE COUNTY COUNCIL" -> "Anyshire County Council"."""
    words = [
        word if "’" in word or "'" in word else word.upper() if _LETTERS.match(word) else word.capitalize()
        for word in re.split(r"(?<=[\s/(&-])", text.lower())
    ]
    parts = words if words else ["".join(words)]
    out = [part if at == 0 or part.strip(" -").lower() not in _SMALL else part.lower() for at, part in enumerate(parts)]
    return "".join(part[:1].upper() + part[1:] if at == 0 else part for at, part in enumerate(out))


def place_of(organisation: str) -> str:
    """The place that a council is of: "Anytown Borough Council" -> "Anytown"."""
    kind = r"(?<!\s)\s*\b(?:County|Borough|City|District|Metropolitan|Town|Parish)?\s?(?:Council|Combined Authority|Authority)$"
    return re.sub(kind, "", organisation)


def tidy_body(body: str, organisation: str) -> str:
    """A body's name without the place that its organisation already names: "Anytown Health Board" -> "Health Board"."""
    place = place_of(organisation)
    if not body or not place:
        return body
    for prefix in (organisation, place):
        rest = body[len(prefix) :].strip(" –-,▪•|") if body.casefold().startswith(prefix.casefold() + " ") else ""
        if rest and not re.fullmatch(r"(?:County |Borough |City |District |Metropolitan |Town |Parish )?Council", rest):
            # what is left of "Anytown Parish Council Planning" is the kind of its meeting, and no committee
            return rest if re.search(rf"\b{_BODY_NOUN}\b", rest, re.I) else _itself(organisation)
    return _itself(organisation) if body.casefold().endswith(organisation.casefold()) else body


def _itself(organisation: str) -> str:
    """What an organisation is called as a body: "Council", "Authority"; "" for one that does not meet."""
    if organisation.endswith("County Council"):
        return "County Council"
    noun = re.search(rf"\b{_BODY_NOUN}$", organisation)
    return noun[0] if noun else "Council" if governed_in(organisation) else ""
