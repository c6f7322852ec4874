"""Lists that the records hold whole: who was there, the agenda, actions, decisions of a meeting, votes, acronyms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from app.compose.evidence import Evidence, stretch
from app.compose.extract import quotes
from app.compose.people import attendance_list, votes_list
from app.compose.records import Records, meant
from app.compose.wording import Draft, Statement, counted, date_in_words, whose
from indexer.passages import Passage
from indexer.sections import Section, SectionKind
from indexer.sentences import sentences
from retriever.questions import Question
from retriever.register import elsewhere
from retriever.search import Hit

BUDGET = 1250  # characters of quotes and of what introduces them
MORE = re.compile(r",|\band\b", re.IGNORECASE)
MOST = 12  # entries of a list; the rest is counted

ACRONYM = re.compile(r"\bstands? for\b|\bshort for\b|\babbreviat", re.IGNORECASE)
SHORT = re.compile(r"\b[A-Z][A-Za-z&]*[A-Z]\b")
AGENDA = re.compile(r"\bagenda\b", re.IGNORECASE)
NUMBERED = re.compile(r"^\W{0,4}\d{1,2}(?:\.\d{1,2})?[.)]?\s+\D")
NOTHING = re.compile(r"^\W*(?:none|nil)\W*$", re.IGNORECASE)
# What is on every agenda; the order of business begins behind it.
ROUTINE = re.compile(
    r"\b(?:apolog|declarations?|minutes|urgent|any other business|welcome|date (?:and time )?of next)", re.IGNORECASE
)
ACTIONS = re.compile(
    r"\bactions\b|\bfollow[- ]?ups?\b.*\b(?:jobs?|work|tasks?)|\bto-?dos?\b|\btasks (?:were|was)", re.IGNORECASE
)
DECISIONS = re.compile(
    r"\b(?:list|all|every|which|what (?:were|are))\b.{0,30}\b(?:decisions|resolutions|rulings)\b|"
    r"\bwhat (?:was|did .{3,60}) (?:decided?|resolved?|agreed?)\b.{0,60}\bmeeting\b",
    re.IGNORECASE,
)
ON_ONE_MATTER = re.compile(r"\b(?:about|regarding|concerning|on (?!\d))", re.IGNORECASE)


def listing(question: Question, hits: Sequence[Hit], evidence: Sequence[Evidence], records: Records) -> Draft | None:
    """The list that is asked for with what else bears on the question behind it; None where no record holds one."""
    makers: tuple[Callable[[Question, Sequence[Hit], Records], list[Statement]], ...] = (
        attendance_list, votes_list, _acronyms, _agenda, _actions, _decisions
    )  # fmt: skip
    for make in makers:
        if found := make(question, hits, records):
            return Draft("list", answered=True, statements=(*found, *_further(question, found, evidence)))
    return None


def _further(question: Question, found: Sequence[Statement], evidence: Sequence[Evidence]) -> tuple[Statement, ...]:
    """What else of the same meeting bears on a question that asks for more than the list."""
    quoted = [s.evidence for s in found if s.evidence]
    if not MORE.search(question.text) or not quoted:
        return ()
    left = BUDGET - sum(len(s.text) for s in found) - sum(len(e.sentence) for e in quoted)
    said = " ".join(e.sentence for e in quoted)
    meeting = quoted[-1].passage.section.meeting
    fresh = [e for e in evidence if e.passage.section.meeting == meeting and e.sentence not in said]
    return quotes(fresh, budget=left, before=quoted[-1])


def _acronyms(question: Question, hits: Sequence[Hit], records: Records) -> list[Statement]:
    """Each acronym of the question in the sentence that spells it out, the papers found first."""
    if not ACRONYM.search(question.text):
        return []
    near = {hit.passage.section: n for n, hit in reversed(list(enumerate(hits)))}
    statements = []
    for short in dict.fromkeys(SHORT.findall(question.text)):
        spelt = [a for a in records.acronyms if a.short == short and not elsewhere(question, a.section)]
        spelt.sort(key=lambda a: near.get(a.section, len(hits)))
        for acronym in spelt:
            passages = [h.passage for h in hits if h.passage.section == acronym.section]
            quote = _saying((*passages, *records.passages_of(acronym.section)), acronym.long, short)
            if quote:
                statements.append(Statement(f"{short} stands for {acronym.long}:", quote))
                break
    return statements


def _saying(passages: Iterable[Passage], long: str, short: str) -> Evidence | None:
    """The sentence that spells an acronym out."""
    for passage in passages:
        quote = stretch(passage, lambda line: f"({short}" in line and long.split()[-1] in line, split=sentences)
        if quote:
            return quote
    return None


def _agenda(question: Question, hits: Sequence[Hit], records: Records) -> list[Statement]:
    """The items on the front sheet of the meeting that is asked about, and of its reports that the sheet does not name."""
    if not AGENDA.search(question.text):
        return []
    sheets = meant(question, [s for s in records.sections if s.kind is SectionKind.FRONT_SHEET], hits)
    found: dict[str, Statement] = {}
    for sheet in sheets:
        for passage in records.passages_of(sheet):
            lines = stretch(passage, lambda line: bool(NUMBERED.match(line)))
            if lines:
                found.setdefault(lines.sentence, Statement(f"{passage.title}:" if passage.item else "", lines))
            elif passage.item and not NOTHING.match(passage.text):
                found.setdefault(passage.item, _item(sheet, passage.item, passage.title, passage.page))
    for section in records.sections if found else ():
        if section.kind is SectionKind.REPORT and section.item and section.meeting == sheets[0].meeting:
            found.setdefault(section.item, _item(section, section.item, section.title, section.page))
    business = [s for s in found.values() if s.evidence and not ROUTINE.search(s.evidence.sentence[:60])]
    return [Statement(f"The agenda of the {_of(sheets[0])} lists:"), *_within(business)] if business else []


def _item(section: Section, item: str, title: str, page: int | None) -> Statement:
    return Statement(f"Item {item}:", Evidence.of(section, title, page, item))


def _actions(question: Question, hits: Sequence[Hit], records: Records) -> list[Statement]:
    """The actions of the meeting that is asked about, with their owners."""
    if not ACTIONS.search(question.text):
        return []
    found = meant(question, [a for a in records.actions if not a.promise], hits)
    if not found:
        return []
    opening = f"The minutes of the {_of(found[0].section)} record {counted(len(found), 'action')}."
    statements = [Statement(opening)]
    for action in found[:MOST]:
        said = f"{action.owner}:" if action.owner else "Action:"
        statements.append(Statement(said, Evidence.of(action.section, action.text, action.page, action.item)))
    return statements


def _decisions(question: Question, hits: Sequence[Hit], records: Records) -> list[Statement]:
    """The decisions of the meeting that is asked about, an item a line."""
    if not question.periods or not DECISIONS.search(question.text) or ON_ONE_MATTER.search(question.text):
        return []
    found = meant(question, records.rulings, hits)
    if not found:
        return []
    opening = f"The minutes of the {_of(found[0].section)} record decisions on {counted(len(found), 'item')}."
    statements, left = [Statement(opening)], BUDGET - len(opening)
    for ruling in found:
        limb = min(ruling.limbs, key=lambda limb: len(limb.text))
        named = " ".join(part for part in (ruling.item, ruling.title) if part) or "Decision"
        left -= len(named) + len(limb.text) + 8
        if left < 0:
            break
        statements.append(Statement(f"{named}:", Evidence.of(limb.section, limb.text, limb.page, limb.item)))
    if (more := len(found) - len(statements) + 1) > 0:
        statements.append(Statement(f"{counted(more, 'further item')} stand in the register of decisions."))
    return statements


def _within(statements: Sequence[Statement]) -> list[Statement]:
    """As many of the statements, from the first on, as an answer holds."""
    kept, left = [], BUDGET
    for statement in statements:
        left -= len(statement.text) + (len(statement.evidence.sentence) if statement.evidence else 0) + 8
        if left < 0:
            break
        kept.append(statement)
    return kept


def _of(section: Section) -> str:
    held = section.meeting.held_on
    return f"{whose(section)} of {date_in_words(held)}" if held else whose(section)
