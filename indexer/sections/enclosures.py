"""Where what is enclosed begins: logs, plans, records of decision, appendices and slides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.reading.lines import Line
from indexer.sections.boundaries import MAX_HEADING, Head, SectionKind, heading_above, written_back, written_on
from indexer.sections.report_endings import is_closing, signed_below

# The words "record of decision" in a heading outweigh the labels that such a record shares with a report.
RECORD_WEIGHT = 8.0
# A page of slides holds fewer characters than this; a report's page two or three times as many.
SLIDE_CHARACTERS = 900
# The title page of a presentation.
TITLE_LINES = 6
TITLE_CHARACTERS = 200

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
# "Decision status: Recommendations Approved (subject to call-in)"
_DECISION_LABEL = re.compile(
    r"^\W*(decision maker|decision status|date of decision|decided at meeting)\s*:\s*(.*)", re.I
)
_TAKEN = re.compile(
    r"\b(?:approved|agreed|taken|made|implemented|refused|rejected|noted|amended|deferred|endorsed)\b", re.I
)
_PROPOSED = re.compile(r"\bproposed\b|\bdraft\b|\bto be taken\b|\bpro[dp]\b", re.I)
_SIGNED = re.compile(
    r"^\W*decision (?:was )?(?:taken|made) (?:by|on)\b|\bdate (?:of (?:the )?decision|(?:the )?decision (?:was "
    r")?(?:taken|made)|"
    r"signed|taken|made)\W{0,6}\d|^\W*signed\b(?: (?:by|on))?\W{0,6}(?!date\b)[A-Z0-9]\w*",
    re.I | re.M,
)
_APPENDIX = re.compile(
    r"^[\s*#]*(?:\w+ / )?(?:appendix|annex(?:e|ure)?|enclosure)\s*[-–:]?\s*(?:[A-Z]\b|\d{1,2}[a-z]?\b|"
    r"[IVX]{1,4}\b|(?<=: )\S)(?!\s*(?:sets|is|to the|shows|contains|of|and)\b)",
    re.I,
)
# The words in which a line breaks off, so that what follows is the rest of a sentence
_UNFINISHED = re.compile(r"\b(?:at|in|see|to|as|of|the|and|with|by|from|under|or|is|are)\W*$", re.I)
_ASSESSMENT = re.compile(
    r"\b(?:equalit(?:y|ies)|privacy|data protection|health|"
    r"environmental)(?: and \w+)? impact (?:assessment|screening)\b|\b(?:eqia|dpia)\b",
    re.I,
)


def logs_and_plans(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Action logs and forward plans: a heading of that name over the head of a table."""
    for at, line in enumerate(lines):
        text = line.text
        if len(text) > MAX_HEADING or "\t" in text or re.match(r"^[\s*#-]*\d{1,3}[.)]?\s", text):
            continue
        for pattern, kind in ((_ACTION_LOG, SectionKind.ACTION_LOG), (_FORWARD_PLAN, SectionKind.FORWARD_PLAN)):
            if not pattern.search(text) or re.search(r"[.;:,]$|\b(?:noted|agreed|considered|was|is|see)\b", text):
                continue
            ahead = list(written_on(lines, at + 1, 8))
            columns = max((len({m.lower() for m in _COLUMNS.findall(row)}) for row in ahead), default=0)
            rows = sum("\t" in row for row in ahead)
            opens = line.page is not None and at - pages[at] <= 4
            if columns >= 2 and (rows >= 2 or opens):
                floor = pages[at] if line.page is not None else 0
                yield Head(heading_above(lines, at, 3, floor), kind, 4.0)


def records(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Records of decision, proposed ones apart from those that were signed."""
    for at, line in enumerate(lines):
        if len(line.text) > MAX_HEADING or not _RECORD.search(line.text) or re.match(r"\W*\w{1,3}[.)]\s", line.text):
            continue
        if re.search(r"\bminutes?\b", line.text, re.I):
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
        yield Head(pages[at] if line.page is not None and at - pages[at] < 8 else at, kind, RECORD_WEIGHT)


def decision_pages(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Web pages of one decision: who decided, what became of it, and the day, each behind its label."""
    labels = {match[1].casefold(): match[2] for line in lines if (match := _DECISION_LABEL.match(line.text))}
    if "decision status" in labels and {"decision maker", "date of decision", "decided at meeting"} & set(labels):
        taken = _TAKEN.search(labels["decision status"])
        kind = SectionKind.DECISION_RECORD if taken else SectionKind.PROPOSED_DECISION_RECORD
        yield Head(0, kind, RECORD_WEIGHT)


def appendices(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Appendices: a heading "Appendix B" at the top of a page, or alone in a text without pages."""
    for at, line in enumerate(lines):
        text = line.text
        if len(text) > 1.4 * MAX_HEADING or not _APPENDIX.match(text):
            continue
        if line.page is not None:
            above = [entry.text for entry in lines[pages[at] : at] if entry.text.strip()]
            printed = re.search(r"\.{4}|\D{14}\s\d{1,3}$", text) or (above and _UNFINISHED.search(above[-1]))
            if len(above) <= 3 and not printed:
                yield Head(pages[at], SectionKind.APPENDIX, 3.0)
            continue
        around = [lines[i].text for i in written_back(lines, at, 2, 0)] + list(written_on(lines, at + 1, 2))
        over = next((lines[i].text for i in written_back(lines, at, 1, 0)), "")
        listed = (
            is_closing(over)
            or any(_APPENDIX.match(other) for other in around)
            or signed_below(lines, at)
            or re.search(r"\t\d|\.{4}|[.;]$", text)
        )
        alone = (at == 0 or not lines[at - 1].text) and (at + 1 >= len(lines) or not lines[at + 1].text)
        if alone and not listed:
            yield Head(at, SectionKind.APPENDIX, 2.0)


def assessments(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Impact assessments, which are laid as appendices: named in the first lines of a page."""
    for at, line in enumerate(lines):
        if (
            len(line.text) < MAX_HEADING
            and line.page is not None
            and at - pages[at] < 4
            and _ASSESSMENT.search(line.text)
            and not _numbered_paragraph(line.text)
        ):
            yield Head(pages[at], SectionKind.APPENDIX, 1.0 if pages[at] else 2.0)


# What stands on pages of minutes and on no slide, however few lines a page has
_OF_MINUTES = re.compile(
    r"^\W*(?:(?:item )?[A-Z]{0,6}[ ./-]?\d[\d./-]*[.:)]*\s*)?(?:present\s*:|in attendance\s*:|apologies for absence|"
    r"declarations? of (?:members.? )?interests?|any other business|RESOLVED\b|AGREED\b|ORDERED\b|decision\W*$|"
    r"it was (?:resolved|agreed)\b)",
    re.I,
)


def presentations(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
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
        slides = slides and not any(_OF_MINUTES.match(text) for page in (title, *following) for text in page)
        titled = (
            0 < len(title) <= TITLE_LINES
            and title[0][0] not in "•·▪-"
            and not title[0][0].islower()
            and not title[0].endswith(".")
            and sum(map(len, title)) < TITLE_CHARACTERS
            and not any(_numbered_paragraph(text) for text in title)
        )
        if slides and titled:
            yield Head(starts[at], SectionKind.PRESENTATION, 2.5)


def _numbered_paragraph(text: str) -> bool:
    return re.match(r"^\W*\d{1,2}\.\d", text) is not None
