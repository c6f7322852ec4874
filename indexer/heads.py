"""Where sections begin: signals in the lines of a paper, each with the kind it speaks for and how loudly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from indexer.dates import find_dates
from indexer.furniture import Line


class SectionKind(StrEnum):
    """What a stretch of a paper is; UNKNOWN when the signals do not agree."""

    FRONT_SHEET = "front_sheet"
    MINUTES = "minutes"
    REPORT = "report"
    APPENDIX = "appendix"
    ACTION_LOG = "action_log"
    FORWARD_PLAN = "forward_plan"
    PRESENTATION = "presentation"
    DECISION_RECORD = "decision_record"
    PROPOSED_DECISION_RECORD = "proposed_decision_record"
    EXEMPT = "exempt"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Head:
    """A signal that a section of a kind begins at the line with index `at`; heads close together add their weights."""

    at: int
    kind: SectionKind
    weight: float
    item: str = ""


# How far above an attendance list, or the labels of a report, its heading can begin (written lines).
MINUTES_HEAD = 14
REPORT_HEAD = 8
STAMP_HEAD = 5
EXEMPT_HEAD = 12
# Labels of a report stand within this many written lines of each other.
LABELS_WITHIN = 14
# A heading is no longer than this.
MAX_HEADING = 100
# A page of slides holds fewer characters than this; a report's page two or three times as many.
SLIDE_CHARACTERS = 900
# The title page of a presentation.
TITLE_LINES = 6
TITLE_CHARACTERS = 200

_PRESENT = re.compile(
    r"^[\s*#]*(?:(?:the )?(?:other |board |committee |elected )?(?:members?|councillors?|those|"
    r"also)?\s*present(?: were| at the meeting)?|"
    r"attendance|attendees|members in attendance|in attendance|sederunt)\b\s*(?:\([^)]*\))?\s*[:\-–*]*(?:\s|$)",
    re.I,
)
_IN_CHAIR = re.compile(r"\b(?:was|were) in the chair\b|\bpresided\b|\bin the chair\b", re.I)
_MINUTES_WORD = re.compile(r"\bminutes?\b|\bmiontuairisc", re.I)
_MINUTES_TITLE = re.compile(
    r"^[\s*#]*(?:draft |unconfirmed |printed |public )?minutes?(?: and decision record)?(?: of| from|"
    r"\s*[-–:]|\s*\**$)|"
    r"\bminutes and decision record\b|^[\s*#]*(?:a|the|at a) meeting of (?:the )?[A-Z].*\bheld\b",
    re.I,
)
_BUSINESS = re.compile(
    r"^[\s*#\d./-]*(?:apologies|declarations?|resolved|decisions?\b|welcome|minutes of|item\s+key|present|"
    r"agreed)",
    re.I,
)
# The head of an agenda laid out as a table: "No Item Lead Time"
_AGENDA_HEAD = re.compile(
    r"^\W*(?:no\.?|item)\b(?:[\t ]+(?:no\.?|item|subject|title|lead(?: officer)?|presenter|time|"
    r"pages?(?: no\.?)?|report[\w/ ]*|paper|purpose|owner)\b)+\W*$",
    re.I,
)
_AGENDA = re.compile(
    r"^[\s*#]*(?:supplementary |supplemental |public |late )*agenda(?: and papers| papers)?[\s*]*$|"
    r"^dear (?:member|councillor|colleague)|^[\s*#]*supplement(?:ary)?(?: (?:agenda|papers?|pack|"
    r"no\.?))*\s*\w{0,3}[\s*]*$",
    re.I,
)
_AGENDA_OPENING = re.compile(r"^[\s*#-]*\d{1,2}[.)]?\W*\t?\W*(?:welcome|apologies|declarations?|minutes)\b", re.I)
_DECIDED = re.compile(r"^\W*(?:(?:AND )?(?:RESOLVED|ORDERED|AGREED)|Decision\b|(?:Proposed|Seconded) by\b)")
_STAMP = re.compile(r"^\W*agenda item(?: no\.?)?:?\s+(\d{1,3}[a-z]?(?:\.\d{1,2})?)\W*$", re.I)
_ITEM_LABEL = re.compile(r"(?:^|\t)\W*(?:agenda )?item(?: no\.?)?\s*[:.]?\s*(\d{1,3}(?:\.\d{1,2})?)\W*$", re.I)

_STRONG_LABEL = re.compile(
    r"^\W*(?:joint )?(?:report(?: of(?: the)?| by| from)?\s*:|report (?:title|author)s?\b|"
    r"subject(?: matter)?\s*:|from\s*:|by\s*:|author\s*:|report to\s*:)",
    re.I,
)
_LABEL = re.compile(
    r"^\W*(?:to\s*:|report (?:of|to|by|from|title|author|date)|subject|date\s*:|meeting\s*:|"
    r"decision (?:no|number|type)|classification|wards?\b[^.]*(?:affected|:)|"
    r"electoral divisions?|lead (?:officer|member)|cabinet member|portfolio|accountable|key decision|"
    r"past pathway|future pathway|summary\s*:|executive summary|"
    r"purpose of (?:the )?(?:report|item)|recommendations?\b\W*(?:\(s\))?\W*:?$|contact officer|"
    r"this report is|status\s*:|title\s*:|agenda\s*:|author|"
    r"contributors|exempt|1\.?\s+(?:purpose|introduction|summary|recommendations?|executive summary|"
    r"type of decision))",
    re.I,
)
_REPORT_OF = re.compile(r"^\W*(?i:(?:joint )?report (?:of|by|from) (?:the )?)[A-Z]")
_ACTION_LOG = re.compile(
    r"^\W*tracker\b|\b(?:action|recommendation|decision)s? (?:log|tracker|sheet|list|plan log|register|"
    r"record)\b|\brolling actions?\b|\bactions? arising\b",
    re.I,
)
_FORWARD_PLAN = re.compile(
    r"\bforward (?:work )?(?:plan|programme?)\b|\bwork(?:ing)? programme?\b|\bschedule of (?:business|"
    r"reports)\b",
    re.I,
)
_COLUMNS = re.compile(
    r"\b(?:actions?|owner|lead|progress|status|update|allocated|due|deadline|date|decision maker|officer|"
    r"meeting|report|item|month|key decision|outcome|made|promised?)\b",
    re.I,
)
_RECORD = re.compile(
    r"\brecord of (?:an? |the )?(?:\w+ ){0,3}?decisions?\b|^\W*(?:officer |executive |delegated |"
    r"\w+ )?decision (?:notice|record|sheet)\b|^\W*notice of (?:\w+ )?decisions?\b",
    re.I,
)
_PROPOSED = re.compile(r"\bproposed\b|\bdraft\b|\bto be taken\b|\bpro[dp]\b", re.I)
_SIGNED = re.compile(
    r"\bsigned\W{0,10}(?:by|on)?\W{0,6}(?!date|\.{2}|_)[A-Z][a-z]+|\bdate (?:of|"
    r"the) decision(?: (?:was )?(?:made|taken))?\W{0,6}\d|\bdecision (?:was )?(?:taken|made)\b|"
    r"\bdate\W{0,4}(?:signed|taken|made)?\W{0,4}\d{1,2}",
    re.I,
)
_APPENDIX = re.compile(
    r"^[\s*#]*(?:\w+ / )?(?:appendix|annex(?:e|ure)?|enclosure)\s*[-–:]?\s*(?:[A-Z]\b|\d{1,2}[a-z]?\b|"
    r"[IVX]{1,4}\b|(?<=: )\S)(?!\s*(?:sets|is|to the|shows|contains|of|and)\b)",
    re.I,
)
_ASSESSMENT = re.compile(
    r"\b(?:equalit(?:y|ies)|privacy|data protection|health|"
    r"environmental)(?: and \w+)? impact (?:assessment|screening)\b|\b(?:eqia|dpia)\b",
    re.I,
)
_EXEMPT_MARK = re.compile(
    r"^\W*(?:(?:[Tt]his|THIS) (?:report|appendix|document|item|REPORT|APPENDIX|DOCUMENT|ITEM) (?:is|"
    r"contains|IS|CONTAINS) )?(?:[Ss]trictly |STRICTLY )?(?:(?i:not for publication)|"
    r"(?:EXEMPT|Exempt) (?i:from publication|information|report|appendix|minutes?\b)|(?:PRIVATE|"
    r"Private) (?i:and confidential|report|appendix|minutes?|papers?|document)\b|"
    r"(?:CONFIDENTIAL|Confidential)(?i: (?:report|appendix|minutes?))?\W*$|(?:RESTRICTED|"
    r"Restricted) (?i:report|appendix|minutes?)\b|(?i:pink papers?)|"
    r"(?:PART|Part) (?:II|2|B)\W+(?i:exempt|private|confidential))"
)
# "... by virtue of paragraph 14 of Part 4 of Schedule 12A": a mark where it stands at the top of a page
_SCHEDULE = re.compile(r"\bparagraphs?\s+\d.{0,60}\bschedule 12A\b", re.I)
_NOT_A_MARK = re.compile(
    r"\bno exempt\b|\bdo not\b|\bnot exempt\b|\bunrestricted\b|\bexempt items\b|\bmay be\b|\bnone\b|"
    r"\bif\b|\bexclu|\blikely\b|\bconfirmed\b|\bresolved\b",
    re.I,
)


def find_heads(lines: Sequence[Line]) -> Iterator[Head]:
    """Every signal in the lines of a paper, in no order; each finder looks at the whole paper once."""
    pages = _page_starts(lines)
    for finder in FINDERS:
        yield from finder(lines, pages)


def _page_starts(lines: Sequence[Line]) -> list[int]:
    """For each line the index of the first line of its page; 0 everywhere in a text without pages."""
    starts: list[int] = []
    for at, line in enumerate(lines):
        same = at > 0 and line.page == lines[at - 1].page
        starts.append(starts[-1] if same else at)
    return starts


def written_back(lines: Sequence[Line], at: int, count: int, floor: int) -> Iterator[int]:
    """The indexes of up to `count` written lines above a line, nearest first, not below `floor`."""
    for index in range(at - 1, floor - 1, -1):
        if lines[index].text.strip():
            yield index
            count -= 1
            if not count:
                return


def _written_on(lines: Sequence[Line], at: int, count: int) -> Iterator[str]:
    """Up to `count` written lines from a line on."""
    for line in lines[at : at + 3 * count]:
        if line.text.strip():
            yield line.text
            count -= 1
            if not count:
                return


def _heading_above(lines: Sequence[Line], at: int, count: int, floor: int) -> int:
    """The index where the run of short, unfinished lines above a line begins."""
    start = at
    for index in written_back(lines, at, count, floor):
        text = lines[index].text.strip()
        ends = re.search(r"[a-z0-9)][.;,]$", text) or text.endswith("]")
        listed = text[:1] in "-•·" or _AGENDA_OPENING.match(text)
        if len(text) > 160 or (ends and not find_dates(text)) or _closing(text) or listed:
            break
        start = index
    return start


def _closing(text: str) -> bool:
    """True for the last words of the section before: who signed, when the next meeting is, whom to ask."""
    return bool(
        re.search(
            r"\bnext meeting\b|\bmeeting (?:concluded|closed|ended|finished)\b|^\W*(?:chair(?:man|person)?|signed|"
            r"date)\W*\.*$|@|\btel(?:ephone)?\b|"
            r"\bclosed at\b|^\W*agenda item\b|\burgent\b|^\W*for information\W*$|^\W*\d{1,2}[.)]\s+\w",
            text,
            re.I,
        )
    )


def _minutes(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Minutes: an attendance list under a heading with a date, or a title "Minutes of the meeting ... held on"."""
    last = -100
    for at, line in enumerate(lines):
        text = line.text
        present = _PRESENT.match(text) or (_IN_CHAIR.search(text) and len(text) < MAX_HEADING)
        if not present and not (_MINUTES_TITLE.search(text) and len(text) < 2 * MAX_HEADING):
            continue
        if at - last < MINUTES_HEAD * 3 and any(lines[i].text for i in range(last, at)):
            last = at if present else last
            continue
        floor = pages[at] if line.page is not None else 0
        start = _heading_above(lines, at, MINUTES_HEAD, floor)
        head = [entry.text for entry in lines[start : at + 1]] + list(_written_on(lines, at + 1, 3))
        dated = bool(find_dates(" ".join(head)))
        says_minutes = any(_MINUTES_WORD.search(part) for part in head[: at - start + 1])
        business = sum(bool(_BUSINESS.match(part)) for part in _written_on(lines, at + 1, 60))
        weight = 2.0 * bool(present) + 1.5 * dated + 1.5 * says_minutes + min(business, 3) * 0.5
        if weight >= 4 and dated and not any("(pages" in part.lower() for part in head):
            yield Head(start, SectionKind.MINUTES, weight)
            last = at


def _reports(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Reports: two labels or more of the usual front page, one of them a strong one."""
    last = -100
    for at, line in enumerate(lines):
        strong = _STRONG_LABEL.match(line.text) or (_REPORT_OF.match(line.text) and len(line.text) < 2 * MAX_HEADING)
        turned = line.page is not None and last >= 0 and pages[at] > pages[last]
        if not strong or (at - last < 2 * LABELS_WITHIN and not turned):
            continue
        near = list(_written_on(lines, at + 1, LABELS_WITHIN))
        labels = sum(bool(_LABEL.match(text) or _STRONG_LABEL.match(text)) for text in near)
        floor = pages[at] if line.page is not None else 0
        start = _heading_above(lines, at, REPORT_HEAD, floor)
        head = [entry.text for entry in lines[start:at]]
        dated = any(find_dates(text) for text in [*head, line.text, *near[:6]])
        on_top = line.page is not None and at - pages[at] <= REPORT_HEAD // 2
        weight = 1.5 + min(labels, 4) * 0.8 + 0.7 * dated + 0.8 * on_top
        if weight >= 3:
            item = next((m[1] for text in head if (m := _ITEM_LABEL.search(text))), "")
            yield Head(start, SectionKind.REPORT, weight, item)
            last = at


def _front_sheets(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Front sheets: the word "Agenda" over, or two of, the items with which every agenda opens."""
    found = -1000
    for at, line in enumerate(lines):
        if at - found < 200:
            continue
        titled = _AGENDA.match(line.text) or _AGENDA_HEAD.match(line.text)
        if not titled and not _AGENDA_OPENING.match(line.text):
            continue
        ahead = [entry.text for entry in lines[at : at + 60] if entry.page == line.page]
        openings = sum(bool(_AGENDA_OPENING.match(text)) for text in ahead)
        decided = any(_DECIDED.match(text) for text in ahead[:25]) or (
            not titled and any(_PRESENT.match(text) or _DECIDED.match(text) for text in ahead)
        )
        discussed = any(len(text) > 300 for text in ahead[:25])
        if (titled or openings >= 2) and not (decided or (discussed and not titled)):
            start = pages[at] if line.page is not None else (0 if at < 80 else _heading_above(lines, at, 6, 0))
            yield Head(start, SectionKind.FRONT_SHEET, 3.0 + min(openings, 3))
            found = at


def _stamps(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Stamps "Agenda Item 6": the page opens the papers of that item, whatever their kind."""
    for at, line in enumerate(lines):
        if match := _STAMP.match(line.text):
            start = pages[at] if line.page is not None else _heading_above(lines, at, STAMP_HEAD, 0)
            yield Head(start, SectionKind.UNKNOWN, 2.0, match[1])


def _logs_and_plans(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Action logs and forward plans: a heading of that name over the head of a table."""
    for at, line in enumerate(lines):
        text = line.text
        if len(text) > MAX_HEADING or "\t" in text or re.match(r"^[\s*#-]*\d{1,3}[.)]?\s", text):
            continue
        for pattern, kind in ((_ACTION_LOG, SectionKind.ACTION_LOG), (_FORWARD_PLAN, SectionKind.FORWARD_PLAN)):
            if not pattern.search(text) or re.search(r"[.;:,]$|\b(?:noted|agreed|considered|was|is|see)\b", text):
                continue
            ahead = list(_written_on(lines, at + 1, 8))
            columns = max((len({m.lower() for m in _COLUMNS.findall(row)}) for row in ahead), default=0)
            rows = sum("\t" in row for row in ahead)
            opens = line.page is not None and at - pages[at] <= 4
            if columns >= 2 and (rows >= 2 or opens):
                floor = pages[at] if line.page is not None else 0
                yield Head(_heading_above(lines, at, 3, floor), kind, 4.0)


def _records(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Records of decision, proposed ones apart from those that were signed."""
    for at, line in enumerate(lines):
        if len(line.text) > MAX_HEADING or not _RECORD.search(line.text) or re.match(r"\W*\w{1,3}[.)]\s", line.text):
            continue
        if _MINUTES_WORD.search(line.text):
            continue
        ahead = " ".join(entry.text for entry in lines[at : at + 25])
        if not re.search(
            r"\bdecision (?:to be )?(?:taken|made|maker|no|number|ref|date)|\bdate of decision|\bdecision\s*:|"
            r"\btitle\b|\bsubject\b",
            ahead,
            re.I,
        ):
            continue
        end = next(
            (i for i in range(at + 1, len(lines)) if _RECORD.search(lines[i].text) and len(lines[i].text) < 60),
            len(lines),
        )
        whole = "\n".join(entry.text for entry in lines[at : min(end, at + 400)])
        proposed = _PROPOSED.search(" ".join(entry.text for entry in lines[at : at + 5]))
        signed = not proposed and _SIGNED.search(whole)
        kind = SectionKind.DECISION_RECORD if signed else SectionKind.PROPOSED_DECISION_RECORD
        yield Head(pages[at] if line.page is not None and at - pages[at] < 8 else at, kind, 5.0)


def _appendices(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Appendices: a heading "Appendix B" at the top of a page, or alone in a text without pages."""
    for at, line in enumerate(lines):
        text = line.text
        if len(text) > 1.4 * MAX_HEADING or not _APPENDIX.match(text):
            continue
        if line.page is not None:
            if sum(bool(entry.text.strip()) for entry in lines[pages[at] : at]) <= 3 and not re.search(
                r"\.{4}|\D{14,}\s\d{1,3}$", text
            ):
                yield Head(pages[at], SectionKind.APPENDIX, 3.0)
            continue
        around = [lines[i].text for i in written_back(lines, at, 2, 0)] + list(_written_on(lines, at + 1, 2))
        listed = any(_APPENDIX.match(other) for other in around) or re.search(r"\t\d|\.{4}|[.;]$", text)
        alone = (at == 0 or not lines[at - 1].text) and (at + 1 >= len(lines) or not lines[at + 1].text)
        if alone and not listed:
            yield Head(at, SectionKind.APPENDIX, 2.0)


def _assessments(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Impact assessments, which are laid as appendices: named in the first lines of a page."""
    for at, line in enumerate(lines):
        if (
            len(line.text) < MAX_HEADING
            and line.page is not None
            and at - pages[at] < 4
            and _ASSESSMENT.search(line.text)
        ):
            yield Head(pages[at], SectionKind.APPENDIX, 1.0 if pages[at] else 2.0)


def _presentations(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Presentations: a page with a title and little else, then pages of a few short points."""
    if not lines or lines[0].page is None:
        return
    starts = sorted({at for at, line in zip(pages, lines, strict=True) if line.page is not None})
    texts = [
        [line.text for line in lines[a:b] if line.text.strip()]
        for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]
    for at, (title, *following) in enumerate(zip(texts, texts[1:], texts[2:], strict=False)):
        few = all(0 < sum(map(len, page)) < SLIDE_CHARACTERS // 2 for page in following)
        slides = few and any(text[:1] in "•·▪-" for page in following for text in page)
        titled = (
            0 < len(title) <= TITLE_LINES
            and sum(map(len, title)) < TITLE_CHARACTERS
            and not any(_numbered_paragraph(text) for text in title)
        )
        if slides and titled:
            yield Head(starts[at], SectionKind.PRESENTATION, 2.5)


def _numbered_paragraph(text: str) -> bool:
    return re.match(r"^\W*\d{1,2}\.\d", text) is not None


def _exempt(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Marks that what follows is not for the public; a mark can only restrict, so it outweighs every kind."""
    for at, line in enumerate(lines):
        if len(line.text) > 4 * MAX_HEADING or _NOT_A_MARK.search(line.text):
            continue
        near_top = line.page is not None and at - pages[at] < EXEMPT_HEAD
        if _EXEMPT_MARK.match(line.text) or (near_top and _SCHEDULE.search(line.text)):
            yield Head(pages[at] if near_top else at, SectionKind.EXEMPT, 20.0)


FINDERS: tuple[Callable[[Sequence[Line], Sequence[int]], Iterator[Head]], ...] = (
    _front_sheets,
    _minutes,
    _reports,
    _stamps,
    _logs_and_plans,
    _records,
    _appendices,
    _assessments,
    _presentations,
    _exempt,
)
