"""What became of motions and amendments: carried, lost, withdrawn - with the words of the motion beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from indexer.findings.debate import Proposal, Settled, debated
from indexer.findings.resolutions import Found, bare, with_list
from indexer.findings.votes import is_moved
from indexer.forms.grammar import AMENDMENT, LOST, MOTION, NARRATIVE
from indexer.forms.minutes.motions import AMENDMENT_WORD, BEFORE_THE_MOTION, MOVED_AND_LOST, MOVES, WITHDRAWN
from indexer.forms.outcomes import outcome_of
from indexer.items.clauses import SENTENCES, Clause
from indexer.items.statements import statements

# A motion is looked for in this many clauses above the line that says what became of it.
MOTION_ABOVE = 12
# What stands in front of "the motion was withdrawn" is separated from it when it is longer than this.
LONG_LEAD = 60
# What became of a motion that was neither carried nor lost
OTHER_FATES = {"withdrawn": "withdrawn", "withdrew": "withdrawn", "referred": "referred", "remitted": "referred"}


def motions_in(parts: Sequence[Clause], formal: Sequence[Found]) -> Iterator[Found]:
    """Amendments and motions with what became of them, where no announced decision says the same."""
    taken = {at for one in formal for at in range(one.first, one.after)}
    ends = sorted(one.after for one in formal)
    last = max((one.first for one in formal), default=-1)
    settled = [one for one in debated(statements(parts)) if one.said.at not in taken]
    told = {one.said.at for one in settled if one.proposal or (one.lost and is_moved_and_lost(one.said.text))}
    for one in settled:
        text = _main(one.said.text)
        if one.proposal is None and one.lost and is_moved_and_lost(text):
            yield Found(
                ((bare(text), parts[one.said.at].page),),
                one.said.at,
                one.said.at + 1,
                outcome="lost",
                result=bare(text),
            )
            continue
        if one.proposal is None or NARRATIVE.search(text) or MOVES.search(text):
            continue
        if one.lost or one.amendment or last <= one.said.at:  # else the resolution below is the motion carried
            yield _settled(one, parts, text)
    for at, clause in enumerate(parts):
        said = _last_sentence(clause.text)
        if at in taken or at in told or not said or NARRATIVE.search(said) or MOVES.search(said):
            continue
        amendment = bool(AMENDMENT.search(said))
        lost = bool(LOST.search(said))
        if not lost and not amendment and last > at:
            continue  # the resolution below is the motion carried
        before = bisect_right(ends, at)
        yield _motion(parts, at, lost=lost, amendment=amendment, floor=ends[before - 1] if before else 0)


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
    limbs = tuple((bare(parts[n].text), parts[n].page) for n in proposal.limbs) if not one.lost else ()
    return Found(
        limbs or ((bare(text), parts[at].page),),
        at,
        at + 1,
        outcome="" if limbs else "lost" if one.lost else OTHER_FATES.get(one.fate) or _carried(proposal),
        fallback="carried",
        mover=proposal.mover,
        seconder=proposal.seconder,
        amendment=proposal.amendment,
        motion=bare(moved),
        proposal="" if limbs else bare(proposal.words or " ".join(parts[n].text for n in proposal.limbs)),
        result=bare(text),
    )


def _carried(proposal: Proposal) -> str:
    """What a motion did that was carried: also what it refused or put off."""
    return "carried" if proposal.amendment else outcome_of(proposal.words, fallback="carried")


def _motion(parts: Sequence[Clause], at: int, *, lost: bool, amendment: bool, floor: int) -> Found:
    """What became of a motion, as the minutes say it, with the words of the motion beside it."""
    clause = parts[at]
    text, after, motion = _last_sentence(clause.text), at + 1, ""
    if clause.text.rstrip().endswith(":"):
        text, after = with_list(clause.text, parts, after)
    here = clause.text[: clause.text.find(text)].strip()
    if is_moved(here):
        moves = [piece for piece in SENTENCES.split(here) if is_moved(piece)]
        motion = next((piece for piece in moves if amendment == bool(AMENDMENT_WORD.search(piece))), here)
    for above in () if motion else range(at - 1, max(floor, at - MOTION_ABOVE) - 1, -1):
        if is_moved(parts[above].text):
            motion = " ".join(
                part.text
                for part in parts[above : above + 2]
                if part is parts[above] or parts[above].text.endswith(":")
            )
            break
    withdrawn = WITHDRAWN.search(text)
    outcome = "lost" if lost else "withdrawn" if withdrawn else "carried"
    return Found(((bare(text), clause.page),), at, after, outcome=outcome, amendment=amendment, motion=bare(motion))


def _last_sentence(text: str) -> str:
    """The last sentence of a clause that says what became of a motion; "" where none does."""
    found = [part for part in SENTENCES.split(text) if AMENDMENT.search(part) or MOTION.search(part)]
    said = found[-1] if found else ""
    return _main(said)


def _main(said: str) -> str:
    """A sentence without a long clause in front of "the motion was withdrawn"."""
    main = BEFORE_THE_MOTION.search(said)
    return said[main.end() :] if main and main.start() > LONG_LEAD else said
