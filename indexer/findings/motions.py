"""What became of motions and amendments: carried, lost, withdrawn - with the words of the motion beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.findings.debate import Proposal, Settled, debated, proposed
from indexer.findings.resolutions import Found, bare, taken_by, with_list
from indexer.findings.votes import is_moved
from indexer.forms.grammar import AMENDMENT, LOST, MOTION, NARRATIVE
from indexer.forms.minutes.motions import (
    AMENDMENT_OF,
    AMENDMENT_WORD,
    APPROVES_IT,
    ASKED_THAT,
    BEFORE_THE_MOTION,
    ENACTED_TITLE,
    MOVED_AND_LOST,
    MOVES,
    POINTS,
    QUOTED,
    WITHDRAWN,
)
from indexer.forms.outcomes import outcome_of
from indexer.items.clauses import SENTENCES, Clause
from indexer.items.item import Item
from indexer.items.statements import Statement, statements

# A motion is looked for in this many clauses above the line that says what became of it.
MOTION_ABOVE = 12
# What stands in front of "the motion was withdrawn" is separated from it when it is longer than this.
LONG_LEAD = 60
# What became of a motion that was neither carried nor lost
OTHER_FATES = {"withdrawn": "withdrawn", "withdrew": "withdrawn", "referred": "referred", "remitted": "referred"}


def motions_in(parts: Sequence[Clause], formal: Sequence[Found]) -> Iterator[Found]:
    """Amendments and motions with what became of them, where no announced decision says the same."""
    taken = taken_by(formal)
    last = max((one.first for one in formal), default=-1)
    settled = [one for one in debated(statements(parts)) if one.said.at not in taken]
    yield from (found for one in settled for found in _of_debate(one, parts, last))
    taken |= {one.said.at for one in settled if one.proposal or _was_lost(one, one.said.text)}
    for at in sorted(set(range(len(parts))) - taken):
        yield from _without_debate(parts, at, formal, last)


def _without_debate(parts: Sequence[Clause], at: int, formal: Sequence[Found], last: int) -> Iterator[Found]:
    """The motion whose fate a clause tells, where no proposal of the debate was found for it."""
    said = _last_sentence(parts[at].text)
    amendment, lost = AMENDMENT.search(said) is not None, LOST.search(said) is not None
    # what was only carried, above a resolution, is that resolution
    if said and not _only_tells(said) and (lost or amendment or last <= at):
        floor = max((one.after for one in formal if one.after <= at), default=0)
        yield _motion(parts, at, lost=lost, amendment=amendment, floor=floor)


def _was_lost(one: Settled, text: str) -> bool:
    """True where a sentence says of one motion that it was moved and that it was lost."""
    return one.lost and is_moved_and_lost(text)


def _of_debate(one: Settled, parts: Sequence[Clause], last: int) -> Iterator[Found]:
    """What a result says of a proposal, or of one that it names itself; `last` is where the last resolution stands."""
    text, at = _main(one.said.text), one.said.at
    if one.proposal is None:
        # "Mr Ash moved to adjourn, which was lost": proposal and result in one sentence
        if _was_lost(one, text):
            yield Found(((bare(text), parts[at].page),), at, at + 1, outcome="lost", result=bare(text))
    elif not _only_tells(text) and (one.lost or one.amendment or last <= at):
        # a motion carried above a resolution is that resolution, and would stand in the register twice
        yield _settled(one, parts, text)


def _only_tells(said: str) -> bool:
    """True for a sentence that tells of a motion or moves it, and does not say what became of it."""
    return NARRATIVE.search(said) is not None or MOVES.search(said) is not None


def is_moved_and_lost(text: str) -> bool:
    """True for a sentence that says of one motion that it was moved and that it was lost."""
    return MOVED_AND_LOST.search(text) is not None


def _settled(one: Settled, parts: Sequence[Clause], text: str) -> Found:
    """A result together with the proposal that it settles."""
    proposal, at = one.proposal, one.said.at
    assert proposal is not None
    first = proposal.paragraph
    opens = parts[first].text.endswith(":")
    moved = " ".join(part.text for part in parts[first : first + 1 + opens])
    found = Found(
        ((bare(text), parts[at].page),),
        at,
        at + 1,
        fallback="carried",
        mover=proposal.mover,
        seconder=proposal.seconder,
        amendment=proposal.amendment,
        motion=bare(moved),
        result=bare(text),
    )
    if proposal.limbs and not one.lost:
        # "That (a) the fee be set; (b) the lease be signed" and "Carried": what was carried are the limbs
        return replace(found, texts=tuple((bare(parts[n].text), parts[n].page) for n in proposal.limbs))
    return replace(
        found,
        outcome="lost" if one.lost else OTHER_FATES.get(one.fate) or _carried(proposal),
        proposal=bare(proposal.words or " ".join(parts[n].text for n in proposal.limbs)),
    )


def _carried(proposal: Proposal) -> str:
    """What a motion did that was carried: also what it refused or put off."""
    return "carried" if proposal.amendment else outcome_of(proposal.words, fallback="carried")


def _motion(parts: Sequence[Clause], at: int, *, lost: bool, amendment: bool, floor: int) -> Found:
    """What became of a motion, as the minutes say it, with the words of the motion beside it."""
    clause = parts[at]
    text, after = _last_sentence(clause.text), at + 1
    if clause.text.rstrip().endswith(":"):
        text, after = with_list(clause.text, parts, after)
    here = clause.text[: clause.text.find(text)].strip()
    if is_moved(here):
        moves = [piece for piece in SENTENCES.split(here) if is_moved(piece)]
        motion = next((piece for piece in moves if amendment == bool(AMENDMENT_WORD.search(piece))), here)
    else:
        motion = _moved_above(parts, at, floor)
    outcome = "lost" if lost else "withdrawn" if WITHDRAWN.search(text) else "carried"
    return Found(((bare(text), clause.page),), at, after, outcome=outcome, amendment=amendment, motion=bare(motion))


def _moved_above(parts: Sequence[Clause], at: int, floor: int) -> str:
    """The nearest paragraph above an index that moves something, with what its colon opens; "" for none."""
    moving = (above for above in range(at - 1, max(floor, at - MOTION_ABOVE) - 1, -1) if is_moved(parts[above].text))
    above = next(moving, None)
    if above is None:
        return ""
    # "Cllr Ash moved:" says who; what was moved is the paragraph below it
    opens = parts[above].text.endswith(":")
    return " ".join(part.text for part in parts[above : above + 1 + opens])


def _last_sentence(text: str) -> str:
    """The last sentence of a clause that says what became of a motion; "" where none does."""
    found = [part for part in SENTENCES.split(text) if AMENDMENT.search(part) or MOTION.search(part)]
    said = found[-1] if found else ""
    return _main(said)


def _main(said: str) -> str:
    """A sentence without a long clause in front of "the motion was withdrawn"."""
    main = BEFORE_THE_MOTION.search(said)
    return said[main.end() :] if main and main.start() > LONG_LEAD else said


def with_words(found: Sequence[Found], parts: Sequence[Clause], agenda: Sequence[Clause], item: Item) -> list[Found]:
    """The decisions of an item in order, each that only points back with the words that were put just before it.

    `agenda` are the paragraphs above what was minuted: a motion may be printed there and nowhere else.
    """
    given: list[Found] = []
    floor = 0
    for one in found:
        alone = len(one.texts) == 1 and not one.proposal
        given.append(_pointed(one, parts, agenda, item, floor) if alone else one)
        floor = max(floor, one.after)
    return given


def _pointed(one: Found, parts: Sequence[Clause], agenda: Sequence[Clause], item: Item, floor: int) -> Found:
    """A decision with the words to which it points; as it is where it has its own."""
    text = one.texts[0][0]
    if match := APPROVES_IT.match(text):
        title = _to_be_enacted(parts[: one.first]) or item.title
        return replace(one, proposal=bare(title), result=text, seconder=one.seconder or match["seconder"] or "")
    if match := AMENDMENT_OF.match(text):
        return replace(one, proposal=bare(match["text"]), result=text)
    if _points(one.result) and (quoted := _quoted_in([text])):
        return replace(one, proposal=bare(quoted))
    words = _pointed_at(_points(text), text, one, parts, agenda, floor)
    return replace(one, proposal=bare(words), result=one.result or text) if words else one


def _to_be_enacted(parts: Sequence[Clause]) -> str:
    """The last title of a resolution or an ordinance that is printed before a motion; "" for none."""
    return next((part.text for part in reversed(parts) if ENACTED_TITLE.match(part.text)), "")


def _points(text: str) -> str:
    """The name of the form in which a text only points back; "" for none."""
    return next((form.name for form in POINTS if form.match(text)), "")


def _pointed_at(form: str, text: str, one: Found, parts: Sequence[Clause], agenda: Sequence[Clause], floor: int) -> str:
    """The words to which a decision in a form of pointing back points; "" for no form and for no words."""
    if not form:
        return ""
    # amendments may stand between a motion and "accordingly"
    since = 0 if form == "accordingly" else min(floor, one.first)
    above = _put_above(parts, one.first, since, text)
    return above or (_quoted_in([part.text for part in agenda]) if form == "motion and fate" else "")


def _put_above(parts: Sequence[Clause], at: int, since: int, text: str) -> str:
    """What was put above words that point back, nearest first: as quoted, as moved, or as asked for right before."""
    own = parts[at].text
    near = [*parts[since:at], replace(parts[at], text=own[: max(0, own.find(text))])]
    said = statements(near)
    put = (_put_in(near, said, n) for n in range(len(said) - 1, -1, -1))
    if words := next(filter(None, put), ""):
        return words
    asked = ASKED_THAT.search(said[-1].text) if said else None
    return asked["text"] if asked else ""


def _put_in(near: Sequence[Clause], said: Sequence[Statement], n: int) -> str:
    """The words that are put in a sentence, or quoted in the paragraph that it ends; "" for none."""
    quoted = _quoted_in([near[said[n].at].text]) if said[n].last else ""
    moved = None if quoted else proposed(said, n)
    return moved.words if moved and not (moved.amendment or moved.procedural) else quoted


def _quoted_in(texts: Sequence[str]) -> str:
    """The last words in quotation marks that open with "That"; "" for none."""
    found = [match["text"] for text in texts for form in QUOTED for match in form.finditer(text)]
    return found[-1] if found else ""
