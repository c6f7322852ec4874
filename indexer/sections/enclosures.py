"""Where what is enclosed begins: logs, plans, records of decision, appendices and slides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.forms.papers.enclosed import (
    ACTION_LOG,
    APPENDIX_HEADING,
    ASSESSMENT,
    BROKEN_OFF,
    CONTENTS_LINE,
    DECISION_LABEL,
    FORWARD_PLAN,
    LISTED_LINE,
    LOG_COLUMNS,
    MARKED_LINE,
    NUMBERED,
    ONLY_IN_MINUTES,
    PROPOSED,
    RECORD,
    RECORD_LABELS,
    SAYS_OR_ENDS,
    SIGNED_RECORD,
    TAKEN,
)
from indexer.forms.words import CHAPTER, MINUTE_WORD
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


def logs_and_plans(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Action logs and forward plans: a heading of that name over the head of a table."""
    for at, line in enumerate(lines):
        text = line.text
        if len(text) > MAX_HEADING or "\t" in text or NUMBERED.match(text):
            continue
        for pattern, kind in ((ACTION_LOG, SectionKind.ACTION_LOG), (FORWARD_PLAN, SectionKind.FORWARD_PLAN)):
            if not pattern.search(text) or SAYS_OR_ENDS.search(text):
                continue
            ahead = list(written_on(lines, at + 1, 8))
            columns = max((len({m.lower() for m in LOG_COLUMNS.findall(row)}) for row in ahead), default=0)
            rows = sum("\t" in row for row in ahead)
            opens = line.page is not None and at - pages[at] <= 4
            if columns >= 2 and (rows >= 2 or opens):
                floor = pages[at] if line.page is not None else 0
                yield Head(heading_above(lines, at, 3, floor), kind, 4.0)


def records(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Records of decision, proposed ones apart from those that were signed."""
    for at, line in enumerate(lines):
        if len(line.text) > MAX_HEADING or not RECORD.search(line.text) or MARKED_LINE.match(line.text):
            continue
        if MINUTE_WORD.search(line.text):
            continue
        ahead = " ".join(entry.text for entry in lines[at : at + 25])
        if not RECORD_LABELS.search(ahead):
            continue
        end = next(
            (i for i in range(at + 1, len(lines)) if RECORD.search(lines[i].text) and len(lines[i].text) < 60),
            len(lines),
        )
        whole = "\n".join(entry.text for entry in lines[at : min(end, at + 400)])
        proposed = PROPOSED.search(" ".join(entry.text for entry in lines[at : at + 5]))
        signed = not proposed and SIGNED_RECORD.search(whole)
        kind = SectionKind.DECISION_RECORD if signed else SectionKind.PROPOSED_DECISION_RECORD
        yield Head(pages[at] if line.page is not None and at - pages[at] < 8 else at, kind, RECORD_WEIGHT)


def decision_pages(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Web pages of one decision: who decided, what became of it, and the day, each behind its label."""
    labels = {match[1].casefold(): match[2] for line in lines if (match := DECISION_LABEL.match(line.text))}
    if "decision status" in labels and {"decision maker", "date of decision", "decided at meeting"} & set(labels):
        taken = TAKEN.search(labels["decision status"])
        kind = SectionKind.DECISION_RECORD if taken else SectionKind.PROPOSED_DECISION_RECORD
        yield Head(0, kind, RECORD_WEIGHT)


def appendices(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Appendices: a heading "Appendix B" at the top of a page, or alone in a text without pages."""
    for at, line in enumerate(lines):
        if len(line.text) > 1.4 * MAX_HEADING or not APPENDIX_HEADING.match(line.text):
            continue
        if line.page is not None:
            if _heads_page(lines, at, pages[at]):
                yield Head(pages[at], SectionKind.APPENDIX, 3.0)
        elif _stands_alone(lines, at) and not _is_listed(lines, at):
            yield Head(at, SectionKind.APPENDIX, 2.0)


def _heads_page(lines: Sequence[Line], at: int, start: int) -> bool:
    """True where hardly anything stands above a line on its page, and it is no entry of a list of contents."""
    above = [entry.text for entry in lines[start:at] if entry.text.strip()]
    printed = CONTENTS_LINE.search(lines[at].text) or (above and BROKEN_OFF.search(above[-1]))
    return len(above) <= 3 and not printed


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    return (at == 0 or not lines[at - 1].text) and (at + 1 >= len(lines) or not lines[at + 1].text)


def _is_listed(lines: Sequence[Line], at: int) -> bool:
    """True where a report names an appendix in its closing list, beside others, or over its author."""
    around = [lines[i].text for i in written_back(lines, at, 2, 0)] + list(written_on(lines, at + 1, 2))
    over = next((lines[i].text for i in written_back(lines, at, 1, 0)), "")
    beside = is_closing(over) or any(APPENDIX_HEADING.match(other) for other in around)
    return beside or signed_below(lines, at) or LISTED_LINE.search(lines[at].text) is not None


def assessments(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Impact assessments, which are laid as appendices: named in the first lines of a page."""
    for at, line in enumerate(lines):
        if (
            len(line.text) < MAX_HEADING
            and line.page is not None
            and at - pages[at] < 4
            and ASSESSMENT.search(line.text)
            and not _numbered_paragraph(line.text)
        ):
            yield Head(pages[at], SectionKind.APPENDIX, 1.0 if pages[at] else 2.0)


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
        minuted = any(ONLY_IN_MINUTES.match(text) for page in (title, *following) for text in page)
        if _have_few_points(following) and not minuted and _is_title_page(title):
            yield Head(starts[at], SectionKind.PRESENTATION, 2.5)


def _have_few_points(pages: Sequence[Sequence[str]]) -> bool:
    """True for pages that each hold little text, with a bullet on one of them."""
    few = all(0 < sum(map(len, page)) < SLIDE_CHARACTERS // 2 for page in pages)
    return few and any(text[:1] in "•·▪-" for page in pages for text in page)


def _is_title_page(title: Sequence[str]) -> bool:
    """True for the few lines of a title: no bullet, no sentence, no numbered paragraph among them."""
    if not 0 < len(title) <= TITLE_LINES or sum(map(len, title)) >= TITLE_CHARACTERS:
        return False
    opens = title[0][0] not in "•·▪-" and not title[0][0].islower() and not title[0].endswith(".")
    return opens and not any(_numbered_paragraph(text) for text in title)


def _numbered_paragraph(text: str) -> bool:
    return CHAPTER.match(text) is not None
