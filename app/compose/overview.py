"""What something is: the sentence that defines it first, then what is said of it, then what was decided last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.compose.evidence import NUMBERING, USUAL, WORTH, Evidence, Manner, chosen
from app.compose.extract import BUDGET, by_place
from app.compose.forms import form_of
from app.compose.records import Records
from app.compose.wording import Draft, Statement, placed, whose
from corpus.papers import date_in_words
from indexer.findings.acronyms import Acronym
from retriever.coverage import covered
from retriever.questions import Question
from retriever.register import Ruling, about
from retriever.search import Hit
from retriever.vocabulary import Vocabulary
from retriever.words import content_words, fold, stem

# What something is stands in a paragraph of one paper and then in others.
PARAGRAPH = Manner(near=3.0)
BESIDE_THE_POINT = 0.3  # of the best coverage, which a passage must reach somewhere to be on the subject
NAMED_WITHIN = 60  # characters of a sentence in which its subject is named
NAMES = 0.8  # share of the subject's words that a ruling must hold to be about it
OF_SECOND = 450  # characters of quotes for the second of two questions in one
OF_RULING = 300  # characters of the ruling that is quoted last

# A question says "the X scheme" where the paper says "the X programme".
SORT = r"(?:scheme|programme|project|initiative|plan|agreement|service|strategy|fund|partnership|policy)"
PLACE = re.compile(r"(?<!\s)\s+(?:in|at|across)\s+[A-Z].*$")
IS = (
    rf"[”\"'’]?(?:\s+{SORT})?"
    r"(?:\s*\([^)]{1,30}\))?,?\s+(?:which )?(?:(?:is|are|was|were) (?:an?|the|one of|[\w-]+['’]s|part of|"
    r"(?:set up|established|created|formed|launched) in|\w+ed (?:to|by|for|as|from|of))\b|"
    r"(?:\w+ly )?(?:means|refers|aims?|seeks?|provides?|supports?|brings?|sets? out|covers?|oversees?|ensures?|"
    r"consists?|"
    r"comprises?)\b)"
)
SHORT_FORM = re.compile(r"\b[A-Z][A-Z&]{1,9}\b")
MOST_SHORT_FORMS = 3
ENDED = re.compile(r"[.;:?!]\W*$")
OF_A_PAPER = re.compile(
    r"\b(?:purpose|aim) of (?:this |the )?(?:report|paper|item|presentation)\b|^\W*+(?:\d[\d.]* )?To (?:seek|provide|"
    r"inform|update|give|present)\b",
    re.IGNORECASE,
)
# A line of a list of contents: a heading with its page.
LISTED = re.compile(r"^[^.;:?!]{3,80}[\s.]\d{1,3}$")


def overview(
    question: Question,
    evidence: Sequence[Evidence],
    more: Sequence[Evidence] = (),
    *,
    hits: Sequence[Hit],
    records: Records,
    vocabulary: Vocabulary,
) -> Draft:
    """The draft that opens with a definition where the papers have one, and ends with a ruling on the subject.

    `more` is the evidence for a second question that was asked with the first: room is kept for it.
    """
    budget = BUDGET - OF_SECOND if more else BUDGET
    pieces = _on_the_subject(evidence, figures=form_of(question) is not None)
    lead = _definition(question, pieces)
    found = _whole(pieces, budget=budget, manner=PARAGRAPH)
    if lead and not any(lead.sentence in piece.sentence for piece in found):
        rest = [piece for piece in pieces if piece is not lead]
        found = [lead, *_whole(rest, budget=budget - len(lead.sentence), manner=PARAGRAPH)]
    quoted = {line for piece in found for line in piece.sentence.split("\n")}
    found += _whole([piece for piece in more if piece.sentence not in quoted], budget=OF_SECOND)
    first = next((piece for piece in found if lead and lead.sentence in piece.sentence), None)
    statements = placed(by_place(found, first))
    ruled = _ruled(question, hits, records, vocabulary)
    said = " ".join(piece.sentence for piece in found)
    new = [statement for statement in ruled if statement.evidence and statement.evidence.sentence not in said]
    statements = (*statements, *new)
    spelt = _spelt_out(question, statements, records.acronyms)
    return Draft(kind=question.kind.value, answered=True, statements=(*statements, *spelt))


def _on_the_subject(evidence: Sequence[Evidence], *, figures: bool) -> list[Evidence]:
    """The sentences of passages that name the subject, without the lines of lists of contents; `figures` keeps rows."""
    best: dict[int, float] = {}
    for piece in evidence:
        best[id(piece.passage)] = max(piece.coverage, best.get(id(piece.passage), 0.0))
    least = BESIDE_THE_POINT * max(best.values())
    return [
        piece
        for piece in evidence
        if best[id(piece.passage)] >= least and ((figures and piece.head) or not LISTED.match(piece.sentence))
    ]


def _whole(pieces: Sequence[Evidence], *, budget: int, manner: Manner = USUAL) -> list[Evidence]:
    """The quotes that say most, none of which is a lone line that is no sentence: its room goes to what says
    something.
    """
    left = list(pieces)
    while True:
        found = chosen(left, budget=budget, manner=manner)
        bare = {(id(piece.passage), piece.sentence) for piece in found if _bare(piece)}
        kept = [piece for piece in left if (id(piece.passage), piece.sentence) not in bare]
        if len(kept) == len(left):
            return found
        left = kept


def _bare(piece: Evidence) -> bool:
    """True for a line that is neither a sentence nor a figure with its label, and for what a report is for."""
    if OF_A_PAPER.search(piece.sentence):
        return True
    return not (ENDED.search(piece.sentence) or re.search(r"\d", NUMBERING.sub("", piece.sentence)))


def _definition(question: Question, pieces: Sequence[Evidence]) -> Evidence | None:
    """The best sentence that says what the subject is; None where none within reach does."""
    defines = _defining(question)
    least = max(piece.score for piece in pieces) - WORTH
    found = [p for p in pieces if defines and p.score >= least and defines.search(fold(p.sentence))]
    return max(found, key=lambda piece: piece.score, default=None)


def _defining(question: Question) -> re.Pattern[str] | None:
    """What finds a sentence that says what the subject is, under any of its names; None where none is named."""
    if not question.reading.subject:
        return None
    named = PLACE.sub("", question.reading.subject)
    short = re.sub(rf"(?<!\s)\s+{SORT}$", "", named, flags=re.IGNORECASE)
    names = [fold(name) for name in (named, *([short] if " " in short else []), *question.expansions) if name.strip()]
    return re.compile(rf"^.{{0,{NAMED_WITHIN}}}\b(?:{'|'.join(map(re.escape, names))})s?{IS}")


def _ruled(question: Question, hits: Sequence[Hit], records: Records, vocabulary: Vocabulary) -> list[Statement]:
    """The latest ruling about the subject, where it stands now; nothing where no ruling names it."""
    if not question.reading.subject:
        return []
    subject = {stem(word): vocabulary.rarity(stem(word)) for word in content_words(question.reading.subject)}
    rulings = [
        (limb, ruling)
        for ruling in about(question, records.rulings, hits, vocabulary)
        for limb in ruling.limbs
        if limb.section.meeting.held_on and len(limb.text) <= OF_RULING
        and covered(subject, limb.text) >= NAMES
    ]  # fmt: skip
    if not rulings:
        return []
    limb, ruling = max(rulings, key=lambda pair: str(pair[0].section.meeting.held_on))
    return [Statement(_opening(ruling), Evidence.of(limb.section, limb.text, limb.page, limb.item, limb.title))]


def _spelt_out(question: Question, statements: Sequence[Statement], acronyms: Sequence[Acronym]) -> Iterator[Statement]:
    """What the short forms in the quotes stand for, where neither the quotes nor the question say it."""
    quoted = [statement.evidence for statement in statements if statement.evidence]
    text = " ".join(piece.sentence for piece in quoted)
    sections = [piece.passage.section for piece in quoted]
    said = f"{fold(text)} {question.reading.folded}"
    near = {
        one.short: one
        for one in acronyms
        if one.section in sections and fold(one.long) not in said and one.short not in question.reading.shorts
    }
    found = [short for short in dict.fromkeys(SHORT_FORM.findall(text)) if short in near][:MOST_SHORT_FORMS]
    for n, short in enumerate(found):
        one = near[short]
        spelt = Evidence.of(one.section, one.long, one.page)
        yield Statement(f"{short} –" if n else f"In full: {short} –", spelt, joins=bool(n))


def _opening(ruling: Ruling) -> str:
    meeting = ruling.section.meeting
    held = f" on {date_in_words(meeting.held_on)}" if meeting.held_on else ""
    return f"Decided by the {whose(ruling.section)}{held}:"
