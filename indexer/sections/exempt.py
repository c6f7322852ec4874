"""Mark: where a paper says that it is not for the public, and how far that reaches.

marks_in(reading, lines)   -> Marks   looked for in the raw pages too, whose headers do not come into the lines
speaking(marks, parts)     -> Marks   without those of an agenda or a forward plan, which only announce what is private
quarantined(parts, marks)  -> parts   those under a mark made exempt, to where the next public part surely begins
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.forms.exempt_marks import OPEN, MarkForm, form_of
from indexer.forms.papers.private import (
    AGENDA_NUMBER,
    CAPITALS_FIRST,
    CONFIRMING,
    COUNCIL_PAPER,
    EXEMPT_WORD,
    FINISHED,
    FIRST_SENTENCE,
    NAMED_APPENDIX,
    NEXT_BEGINS,
    NO_BUSINESS,
    NUMBER_LINE,
    PAGES_GIVEN,
    PRINTED_WIDE,
    PRIVATE_PART,
    UNFINISHED,
    WIDE_GAP,
    WITHHELD,
)
from indexer.reading.lines import Line
from indexer.reading.pages import Reading
from indexer.sections.boundaries import Part, SectionKind, heading_above

HEAD_LINES = 12  # written lines at the top of a page in which a mark speaks for the whole page
TOP_LINES = 2  # and the very first ones
FOOT_LINES = 4  # and at its foot
ONLY_THE_MARK = 300  # characters: less than that under a mark is a title page, and what it speaks of comes behind it
FRONT_LINES = 5  # the first lines of an agenda; below them private business is only announced
OPEN_LINES = 12  # the first lines of a paper, in which it may say that it is public
RUNS_ON = 3  # further lines into which a mark may run
FULL = 60  # characters: a line as long as that goes on in the next one
SHORT = 0.75  # of the longest line of its page: a shorter one has come to an end

# Kinds that begin separate papers, where an appendix may belong to what stands above it.
_WHOLE_PAPERS = frozenset(
    {SectionKind.REPORT, SectionKind.MINUTES, SectionKind.DECISION_RECORD, SectionKind.PROPOSED_DECISION_RECORD}
)
_ANNOUNCING = frozenset({SectionKind.FRONT_SHEET, SectionKind.FORWARD_PLAN})


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark found: the line (index) from which it holds, its form, and its page where it speaks for the whole page."""

    at: int
    form: MarkForm
    page: int | None = None


def marks_in(reading: Reading, lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks of a paper in order; `lines` are those of the reading without furniture."""
    if all(page.number is None for page in reading.pages):
        return tuple(_in_running_text(lines))
    numbers = [line.page or 0 for line in lines]
    found: list[Mark] = []
    for page in reading.pages:
        if page.number is not None:
            start = bisect_left(numbers, page.number)
            if start < len(lines):
                found += _on_page(page.text.split("\n"), page.number, lines, start)
    return tuple(found)


def _on_page(raw: Sequence[str], number: int, lines: Sequence[Line], start: int) -> Iterator[Mark]:
    """The marks of one page: one of its head or foot holds from the first line of the page, others from their own."""
    texts = [_unspaced(text.strip()) for text in raw]
    written = [at for at, text in enumerate(texts) if text]
    for place, at in enumerate(written):
        head, foot = place < HEAD_LINES, len(written) - place <= FOOT_LINES
        form = _form_at(texts, at, head=head, top=place < TOP_LINES) or (
            _form_at(texts, at, head=False, foot=True) if foot else None
        )
        if form is None:
            continue
        if head or (foot and form.foot):
            yield Mark(start, form, number)
            return
        own = next(
            (i for i in range(start, len(lines)) if lines[i].page == number and lines[i].text.strip() == texts[at]),
            start,
        )
        yield Mark(heading_above(lines, own, 2, start), form)


def _unspaced(text: str) -> str:
    """A line printed wide, "E X E M P T", as it is read."""
    wide = PRINTED_WIDE.fullmatch(text)
    return " ".join(word.replace(" ", "") for word in WIDE_GAP.split(text)) if wide else text


def _in_running_text(lines: Sequence[Line]) -> Iterator[Mark]:
    """The marks of a text without pages: its own line, under a blank one where the form asks for a head."""
    texts = [line.text.strip() for line in lines]
    for at, text in enumerate(texts):
        if text and (form := _form_at(texts, at, head=at == 0 or not texts[at - 1])):
            yield Mark(heading_above(lines, at, 2, 0) if at and texts[at - 1] else at, form)


def _form_at(texts: Sequence[str], at: int, *, head: bool, foot: bool = False, top: bool = False) -> MarkForm | None:
    """The form of the mark that opens a line, read with the lines into which it runs on."""
    if not _begins(texts, at):
        return None
    whole = form_of(_run_on(texts, at), head=head, foot=foot, top=top)
    # "EXEMPT" over "items are listed below" is no mark: the whole sentence must be one
    form = (form_of(texts[at], head=head, foot=foot, top=top) or whole) if whole else None
    if form is None or _is_no_mark(form, texts, at):
        return None
    if form.alone and not EXEMPT_WORD.search(texts[at]):
        return form if head and _in_council_paper(texts, at) else None
    return form


def _is_no_mark(form: MarkForm, texts: Sequence[str], at: int) -> bool:
    """True for words of a mark that mark nothing: no business was private, or minutes and lists only name it."""
    return (form.rest and _has_no_business(texts, at)) or _confirms_minutes(texts, at) or _in_a_list(texts, at)


def _has_no_business(texts: Sequence[str], at: int) -> bool:
    """True where nothing stands under the heading of private business, or that there is none."""
    below = [text for text in texts[at + 1 : at + 4] if text][:2]
    return not below or any(NO_BUSINESS.match(text) for text in below)


def _in_council_paper(texts: Sequence[str], at: int) -> bool:
    """True where the lines around the one word "confidential" show a paper of a council, not of an adviser."""
    near = [text for text in texts[max(0, at - 4) : at + 12] if text]
    return any(COUNCIL_PAPER.match(text) for text in near)


def _confirms_minutes(texts: Sequence[str], at: int) -> bool:
    """True where "EXEMPT MINUTES" is an item of public minutes, under its number, which confirms some of another
    day.
    """
    above = next((text for text in reversed(texts[:at]) if text), "")
    below = [text for text in texts[at + 1 : at + 12] if text][:5]
    numbered = bool(NUMBER_LINE.fullmatch(above)) and "minutes" in texts[at].lower()
    return numbered and any(CONFIRMING.search(text) for text in below)


def _in_a_list(texts: Sequence[str], at: int) -> bool:
    """True for an appendix named under or over another one that is public: a report lists both."""
    if not NAMED_APPENDIX.match(texts[at]):
        return False
    beside = [text for text in (*texts[max(0, at - 1) : at], *texts[at + 1 : at + 2]) if NAMED_APPENDIX.match(text)]
    return any(form_of(text, head=True) is None and not text.isupper() for text in beside)


def _begins(texts: Sequence[str], at: int) -> bool:
    """True where a line begins something and does not go on with the sentence of the line above."""
    above = next((text for text in texts[max(0, at - 1) : at][::-1]), "")
    if not above or FINISHED.search(above) or texts[at].isupper() or CAPITALS_FIRST.match(texts[at]):
        return True
    longest = max(len(text) for text in texts[max(0, at - 20) : at + 20])
    return len(above) < max(SHORT * min(longest, 120), 40) and not UNFINISHED.search(above)


def _run_on(texts: Sequence[str], at: int) -> str:
    """A line with the following ones that finish its sentence."""
    said = texts[at]
    for text in texts[at + 1 : at + 1 + RUNS_ON]:
        last = said.rsplit("\n", 1)[-1]
        full = len(last) >= FULL and not (NEXT_BEGINS.match(text) or (text.isupper() and COUNCIL_PAPER.match(text)))
        if not text or FINISHED.search(last) or not (full or UNFINISHED.search(last) or PRIVATE_PART.fullmatch(last)):
            break
        said = f"{said}\n{text}"
    sentence = FIRST_SENTENCE.match(said.replace("\n", " "))
    return sentence[0] if sentence else said.replace("\n", " ")


def speaking(marks: Sequence[Mark], parts: Sequence[Part], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks without those that stand where private business is only announced: in agendas and forward plans."""
    starts = [part.at for part in parts]
    kept = []
    for mark in marks:
        part = parts[max(0, bisect_left(starts, mark.at + 1) - 1)]
        if part.kind not in _ANNOUNCING or _over_the_whole(mark, part) or _behind_the_agenda(mark, part, lines):
            kept.append(mark)
    return tuple(kept)


def _over_the_whole(mark: Mark, part: Part) -> bool:
    """True where a mark stands over the first lines of an agenda itself."""
    first = [line for line in part.lines if line.text.strip()][:FRONT_LINES]
    if mark.page is not None:
        texts = [line.text.strip() for line in first if line.page == mark.page]
        return any(_form_at(texts, at, head=True) for at in range(len(texts))) and not mark.form.rest
    return mark.at - part.at < FRONT_LINES and not mark.form.rest


def _behind_the_agenda(mark: Mark, part: Part, lines: Sequence[Line]) -> bool:
    """True where a page under a mark carries no entry of the agenda any more, so that it is its own paper."""
    if mark.page is None or not part.lines or mark.page == part.lines[0].page or part.kind is SectionKind.FORWARD_PLAN:
        return False
    before = [
        int(m[1]) for line in part.lines if (line.page or 0) < mark.page and (m := AGENDA_NUMBER.match(line.text))
    ]
    here = [line.text for line in lines[mark.at :] if line.page == mark.page]
    entries = [int(m[1]) for text in here if (m := AGENDA_NUMBER.match(text))]
    listed = any(PAGES_GIVEN.search(text) for text in here)
    return not listed and not (entries and entries[0] > max(before, default=0))


def quarantined(parts: Sequence[Part], marks: Sequence[Mark]) -> Iterator[Part]:
    """The parts in order, those under a mark exempt and put together as far as one mark reaches."""
    by_line = {mark.at: mark for mark in reversed(marks)}
    by_page: dict[int | None, Mark] = {mark.page: mark for mark in reversed(marks) if mark.page is not None}
    held: _Stretch | None = None
    before = ""
    for part in parts:
        own = by_line.get(part.at) or by_page.get(part.lines[0].page if part.lines else None)
        if own and (held is None or (part.stamp and held.part.stamp and part.stamp != held.part.stamp)):
            if held:
                yield held.whole(by_page, last=False)
            held = _Stretch(part, own.form, before)
        elif held and (own or not held.ends_before(part, by_page)):
            held.take(part, own.form if own else None)
        else:
            if held:
                yield held.whole(by_page, last=False)
                held = None
            before = part.item
            yield part
    if held:
        yield held.whole(by_page, last=True)


def _says_public(part: Part) -> bool:
    """True for an agenda, and for a part whose first lines say that it is public."""
    said = [line.text for line in part.lines if line.text.strip()][:OPEN_LINES]
    return part.natural is SectionKind.FRONT_SHEET or any(OPEN.match(text) for text in said)


class _Stretch:
    """What stands under one mark, while it is being gathered; `before` is the item of the public part above it."""

    def __init__(self, part: Part, form: MarkForm, before: str) -> None:
        self.part = part
        self.form = form
        self.before = before

    def take(self, part: Part, form: MarkForm | None) -> None:
        """Puts a further part under the mark."""
        own = self.part
        natural = part.natural if own.natural is SectionKind.UNKNOWN else own.natural
        item, stamp = own.item or part.item, own.stamp or part.stamp
        self.part = replace(own, lines=own.lines + part.lines, natural=natural, item=item, stamp=stamp)
        self.form = form if form and form.rest else self.form

    def ends_before(self, part: Part, by_page: dict[int | None, Mark]) -> bool:
        """True where a part surely begins something public: it says so, is another item's, or another whole paper."""
        if _says_public(part):
            return True
        if self.form.rest or not part.lines or self._shares_page(part):
            return False
        only_the_mark = sum(len(line.text) for line in self.part.lines) < ONLY_THE_MARK
        if part.stamp and (self.part.stamp or not only_the_mark):
            return part.stamp not in (self.part.stamp, "" if self.part.stamp else self.before)
        if part.natural is SectionKind.UNKNOWN or only_the_mark:
            withheld = only_the_mark and any(WITHHELD.search(line.text) for line in self.part.lines)
            return withheld and part.natural is not SectionKind.UNKNOWN
        if part.item and part.natural in _WHOLE_PAPERS and part.natural is not SectionKind.MINUTES:
            return part.item not in (self.part.item, self.before)
        return self._has_run_out(by_page) or (part.natural in _WHOLE_PAPERS and self.part.natural in _WHOLE_PAPERS)

    def _has_run_out(self, by_page: dict[int | None, Mark]) -> bool:
        """True where every page so far had the mark in its header, which is not there any more."""
        marked = [page for page in self._pages() if page in by_page]
        return len(marked) > 1 and len(marked) == len(self._pages())

    def whole(self, by_page: dict[int | None, Mark], *, last: bool) -> Part:
        """The stretch as one part; its mark says so where nothing shows that it had to reach to the end of the file."""
        unmarked = [page for page in self._pages() if page not in by_page]
        unsure = last and (len(unmarked) > 1 or (bool(unmarked) and len(self._pages()) > 1))
        said = f"{self.form.name}; taken to reach to the end of the file" if unsure else self.form.name
        return replace(self.part, kind=SectionKind.EXEMPT, mark=said)

    def _pages(self) -> list[int]:
        return sorted({line.page for line in self.part.lines if line.page is not None})

    def _shares_page(self, part: Part) -> bool:
        return part.lines[0].page is not None and part.lines[0].page == self.part.lines[-1].page
