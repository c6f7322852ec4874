"""Where what is enclosed begins: logs, plans, records of decision, appendices and slides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from indexer.forms.papers.deciders import DAY_LABEL, OFFICERS_RECORD
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


_LOGS_AND_PLANS = ((ACTION_LOG, SectionKind.ACTION_LOG), (FORWARD_PLAN, SectionKind.FORWARD_PLAN))


def logs_and_plans(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Action logs and forward plans: a heading of that name over the head of a table."""
    for at, line in enumerate(lines):
        kinds = [kind for form, kind in _LOGS_AND_PLANS if form.search(line.text)] if _is_name(line.text) else []
        # A log may go over the page after its head: there the rows stand on the next page.
        opens = line.page is not None and at - pages[at] <= 4
        if kinds and _is_over_table(lines, at, opens=opens):
            start = heading_above(lines, at, 3, pages[at] if line.page is not None else 0)
            yield from (Head(start, kind, 4.0) for kind in kinds)


def _is_name(text: str) -> bool:
    """True for a heading; "6. Forward plan" is an item that speaks of one, "The log was noted." a sentence."""
    return not (len(text) > MAX_HEADING or "\t" in text or NUMBERED.match(text) or SAYS_OR_ENDS.search(text))


def _is_over_table(lines: Sequence[Line], at: int, *, opens: bool) -> bool:
    """True for a line over the head of a log: two names of columns, and rows below unless it `opens` its page."""
    ahead = list(written_on(lines, at + 1, 8))
    columns = max((len({match.lower() for match in LOG_COLUMNS.findall(row)}) for row in ahead), default=0)
    return columns >= 2 and (opens or sum("\t" in row for row in ahead) >= 2)


def records(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[Head]:
    """Records of decision, proposed ones apart from those that were signed."""
    for at, line in enumerate(lines):
        if _is_title_of_record(lines, at):
            start = pages[at] if line.page is not None and at - pages[at] < 8 else at
            yield Head(start, _kind_of_record(lines, at), RECORD_WEIGHT)


def _kind_of_record(lines: Sequence[Line], at: int) -> SectionKind:
    """The kind of the record that begins at a line: a decision only where it is signed and not called proposed."""
    # "Proposed decision" on a form that is signed for its receipt is not yet decided.
    if PROPOSED.search(" ".join(entry.text for entry in lines[at : at + 5])):
        return SectionKind.PROPOSED_DECISION_RECORD
    others = (i for i in range(at + 1, len(lines)) if RECORD.search(lines[i].text) and len(lines[i].text) < 60)
    # The signature of the next record in a pack does not sign this one.
    end = min(next(others, len(lines)), at + 400)
    signed = SIGNED_RECORD.search("\n".join(entry.text for entry in lines[at:end]))
    return (
        SectionKind.DECISION_RECORD
        if signed or _is_officers_and_dated(lines[at : at + 15])
        else SectionKind.PROPOSED_DECISION_RECORD
    )


def _is_officers_and_dated(lines: Sequence[Line]) -> bool:
    """True for the record of what an officer decided, with its day: it is made when it is decided, signed or not."""
    return OFFICERS_RECORD.search(lines[0].text) is not None and any(DAY_LABEL.match(line.text) for line in lines)


def _is_title_of_record(lines: Sequence[Line], at: int) -> bool:
    """True for the title of a record of decision: the labels of its form stand below."""
    text = lines[at].text
    if len(text) > MAX_HEADING or not RECORD.search(text) or MARKED_LINE.match(text) or MINUTE_WORD.search(text):
        return False
    return RECORD_LABELS.search(" ".join(entry.text for entry in lines[at : at + 25])) is not None


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
    texts = [_written(lines[start:end]) for start, end in pairwise([*starts, len(lines)])]
    for start, (title, *following) in zip(starts, zip(texts, texts[1:], texts[2:], strict=False), strict=False):
        # minutes with short items look like slides, but for what only minutes say
        minuted = any(map(ONLY_IN_MINUTES.match, chain(title, *following)))
        if _have_few_points(following) and not minuted and _is_title_page(title):
            yield Head(start, SectionKind.PRESENTATION, 2.5)


def _written(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines if line.text.strip()]


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
