"""Decision: one numbered limb of what a body decided, as its minutes or a signed record of decision word it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.clauses import SENTENCES, Clause, clauses, limbs
from indexer.grammar import AFTER, AMENDMENT, FORMAL, LOST, MOTION, NARRATIVE, PLAIN
from indexer.items import Item
from indexer.outcomes import outcome_of
from indexer.sections import Section
from indexer.voting import Proposers, is_moved, name_only, votes_on

# An item whose text is no longer than this many clauses can be a decision as a whole.
SHORT_ITEM = 3
# A motion is looked for in this many clauses above the line that says what became of it.
MOTION_ABOVE = 12
# A list behind these words is no list of decisions but of what one decision rests on
_GROUNDS = re.compile(
    r"\b(?:following|these) (?:reasons?|conditions?|terms|grounds|amendments?|"
    r"reservations)\b[^.]{0,40}:\s*$|\b(?:reasons|conditions|grounds)\s*:\s*$|\bsubject to\s*:\s*$",
    re.I,
)
# Words by which a body agrees to whatever stands behind them
_AGREES = re.compile(r"\b(?:resolved|agreed|ordered|determined|decided)\b", re.I)
# Items that only record who was there decide nothing.
_ATTENDANCE_ITEM = re.compile(
    r"^\W*(?:apolog|declaration|disclosure|members['’]? declaration|welcome|introduction|attendance|"
    r"substitut)",
    re.I,
)
_STEM_OPEN = re.compile(r"(?:[:–—-]|\bthat|\bto|\bagrees?|\bagreed)\s*\**\s*$|^\s*$", re.I)
_INLINE_FIRST = re.compile(
    r"^(?P<stem>(?:.{0,160}?[:,–-]\s*|that:?\s*|[Tt]he [\w ]{3,60}[:,]?\s*)?)(?P<mark>\((?:1|i|a|A)\)|"
    r"(?:1|i|a|A)\)|1\.)\s+(?=\S)"
)
_LIMB_OPENING = re.compile(
    r"^\W*(?:that\b|to\s|(?:note|agree|approve|endorse|adopt|receive|confirm|delegate|authorise|request|"
    r"support|recommend|refer|defer|accept|appoint|thank|consider|ask)(?:e?s|d|ed)?\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Decision:
    """One limb of a decision; `text` is verbatim, `outcome` one of OUTCOMES, `page` physical from 1 or None."""

    section: Section
    page: int | None
    item: str
    title: str
    text: str
    outcome: str
    votes: str = ""
    mover: str = ""
    seconder: str = ""
    delegated_to: str = ""
    amendment: bool = False  # what was decided is a change to a motion, not the motion
    motion: str = ""  # the words of the motion, where the decision only says that it was carried or lost


@dataclass(frozen=True, slots=True)
class _Found:
    """A decision inside one item: its limbs as (text, page), what they hang on, and the clauses it took up."""

    texts: tuple[tuple[str, int | None], ...]
    stem: str
    first: int
    after: int
    outcome: str = ""
    fallback: str = "other"
    mover: str = ""
    seconder: str = ""
    amendment: bool = False
    motion: str = ""


def item_decisions(section: Section, item: Item, *, formal: bool) -> Iterator[Decision]:
    """The decisions of one item in order; `formal` says that these minutes announce decisions elsewhere with a word."""
    parts = clauses(item.lines)
    found = list(_formal(parts))
    if found or not (item.number or item.title):
        found = sorted([*_motions(parts, found), *found], key=lambda one: one.first)
    else:
        motions = list(_motions(parts, []))
        plain = [
            one for one in _plain(parts, item, formal=formal) if all(one.first != other.first for other in motions)
        ]
        found = sorted([*motions, *plain], key=lambda one: one.first)
    ends = [0, *[one.after for one in found]]
    proposers = Proposers(parts)
    for one, begin in zip(found, ends, strict=False):
        mover, seconder = (one.mover, one.seconder) if one.mover else proposers.of(one.first, amendment=one.amendment)
        until = next((other.first for other in found if other.first >= one.after), len(parts))
        votes = votes_on(parts, range(one.first, one.after), floor=begin, until=until)
        for text, page in one.texts:
            outcome = one.outcome or outcome_of(text, one.stem)
            yield Decision(
                section=section,
                page=page,
                item=item.number,
                title=item.title,
                text=text,
                outcome=one.fallback if outcome == "other" else outcome,
                votes=votes,
                mover=name_only(mover),
                seconder=name_only(seconder),
                delegated_to=_delegate(text),
                amendment=one.amendment,
                motion=one.motion,
            )


def announces(item: Item) -> bool:
    """True where an item announces its decision with a word ("RESOLVED", "Decision")."""
    return any(form.pattern.match(part.text) for part in clauses(item.lines) for form in FORMAL)


def _formal(parts: Sequence[Clause]) -> Iterator[_Found]:
    """The decisions that a word announces, each with its limbs."""
    at = 0
    while at < len(parts):
        found = _announced(parts, at)
        if found and found.texts:
            yield found
            at = max(found.after, at + 1)
        else:
            at += 1


def _announced(parts: Sequence[Clause], at: int) -> _Found | None:
    """The decision that a clause announces; None where it announces none."""
    clause = parts[at]
    match = next((m for form in FORMAL if (m := form.pattern.match(clause.text))), None)
    if match is None:
        return None
    text = re.sub(r"^that:\s*", "", match["text"].strip(" *"), flags=re.I)
    text = re.sub(r"^(?!that\b)[a-z][^.;:]{3,90}, (?=that\b)", "", text)
    groups = match.groupdict()
    said = {
        "first": at,
        "fallback": "agreed" if _AGREES.search(clause.text[: match.start("text")]) else "other",
        "mover": groups.get("mover") or "",
        "seconder": groups.get("seconder") or "",
    }
    if _GROUNDS.search(text):
        listed = list(limbs(parts, at + 1)) if at + 1 < len(parts) and parts[at + 1].sort else []
        whole = " ".join([text, *[_joined(limb, marks=True) for _, limb in listed]])
        return _Found(texts=((_bare(whole), clause.page),), stem="", after=listed[-1][0] if listed else at + 1, **said)
    if _STEM_OPEN.search(text):
        texts, after = _listed(parts, at + 1, heading=not text)
        if texts:
            return _Found(texts=texts, stem=text, after=after, **said)
        text = text.strip(" :–—-")
        if not text or text.lower() in ("that", "to"):
            return None
    inline = _inline(text, clause.page)
    if inline:
        stem, texts = inline
        more, after = (
            _listed(parts, at + 1, heading=False)
            if at + 1 < len(parts) and parts[at + 1].sort not in ("", "bullet")
            else ((), at + 1)
        )
        return _Found(texts=(*texts, *more), stem=stem, after=after, **said)
    return _Found(texts=((_bare(text), clause.page),), stem="", after=at + 1, **said)


def _listed(parts: Sequence[Clause], at: int, *, heading: bool) -> tuple[tuple[tuple[str, int | None], ...], int]:
    """The limbs below an announcement, as a list or as plain paragraphs, and the index after them."""
    if at >= len(parts) or any(form.pattern.match(parts[at].text) for form in FORMAL):
        return (), at
    if parts[at].sort:
        found = list(limbs(parts, at))
        return tuple((_bare(_joined(limb)), limb[0].page) for _, limb in found), found[-1][0]
    texts: list[tuple[str, int | None]] = []
    while at < len(parts) and not parts[at].sort and not AFTER.match(parts[at].text):
        text = parts[at].text
        unfinished = bool(texts) and texts[-1][0].rstrip().endswith((";", ";and", "; and", ", and", ":"))
        if texts and not unfinished and not _LIMB_OPENING.match(text):
            break
        if any(form.pattern.match(text) for form in FORMAL):
            break
        texts.append((_bare(text), parts[at].page))
        at += 1
        if text.rstrip().endswith(":") and at < len(parts) and parts[at].sort:
            nested = list(limbs(parts, at))
            if len(texts) == 1 and re.search(
                r"\b(?:that|to|board|committee|cabinet|council|members|panel)\W*$", text, re.I
            ):
                return tuple((_bare(_joined(limb)), limb[0].page) for _, limb in nested), nested[-1][0]
            whole = " ".join([texts[-1][0], *[_joined(limb, marks=True) for _, limb in nested]])
            texts[-1] = (whole, texts[-1][1])
            at = nested[-1][0]
    return tuple(texts), at


def _inline(text: str, page: int | None) -> tuple[str, tuple[tuple[str, int | None], ...]] | None:
    """The limbs of a list that runs on inside one paragraph: "That (a) the report be noted; and (b) ..."."""
    match = _INLINE_FIRST.match(text)
    if not match:
        return None
    template = match["mark"]
    pieces, at = [], match.end()
    for place in range(2, 40):
        mark = _mark_after(template, place)
        here = re.compile(rf"(?<=\s){re.escape(mark)}\s+(?=\S)").search(text, at)
        if not here:
            break
        pieces.append(text[at : here.start()])
        at = here.end()
    pieces.append(text[at:])
    return match["stem"], tuple((_bare(piece), page) for piece in pieces)


def _mark_after(template: str, place: int) -> str:
    """The mark of a place in a list whose first mark is given: "(a)", 2 -> "(b)"."""
    romans = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()
    first = re.sub(r"\W", "", template)
    if first == "1":
        value = str(place)
    elif first == "i":
        value = romans[place - 1] if place <= len(romans) else "?"
    else:
        value = chr(ord(first) + place - 1)
    return template.replace(first, value)


def _joined(limb: Sequence[Clause], *, marks: bool = False) -> str:
    """The words of a limb, with deeper lists inside it as they stand."""
    first = f"{limb[0].mark} {limb[0].text}" if marks else limb[0].text
    return " ".join([first, *[f"{clause.mark} {clause.text}".strip() for clause in limb[1:]]])


def _bare(text: str) -> str:
    """A limb without the markup and quotation marks around it; inside it nothing is changed."""
    bare = re.sub(r"^(?:\*\*|__|[“\"])+\s*", "", text.strip())
    bare = re.sub(r"\s*(?:\*\*|__)+$", "", bare).strip()
    quoted = (
        bare != text.strip()
        and re.search(r"[”\"]\W?$", bare)
        and len(re.findall(r"[“\"]", bare)) <= len(re.findall(r"[”\"]", bare)) - ("“" in bare)
    )
    return re.sub(r"[”\"]\W?$", "", bare) if quoted else bare


def _motions(parts: Sequence[Clause], formal: Sequence[_Found]) -> Iterator[_Found]:
    """Amendments and motions with what became of them, where no announced decision says the same."""
    taken = {at for one in formal for at in range(one.first, one.after)}
    for at, clause in enumerate(parts):
        said = _last_sentence(clause.text)
        if at in taken or not said or NARRATIVE.search(said):
            continue
        amendment = bool(AMENDMENT.search(said))
        lost = bool(LOST.search(said))
        if not lost and not amendment and any(one.first > at for one in formal):
            continue  # the resolution below is the motion carried
        yield _motion(
            parts,
            at,
            lost=lost,
            amendment=amendment,
            floor=max([one.after for one in formal if one.after <= at], default=0),
        )


def _motion(parts: Sequence[Clause], at: int, *, lost: bool, amendment: bool, floor: int) -> _Found:
    """What became of a motion, as the minutes say it, with the words of the motion beside it."""
    clause = parts[at]
    text, after, motion = _last_sentence(clause.text), at + 1, ""
    if clause.text.rstrip().endswith(":") and after < len(parts) and parts[after].sort:
        listed = list(limbs(parts, after))
        text, after = " ".join([clause.text, *[_joined(limb, marks=True) for _, limb in listed]]), listed[-1][0]
    for above in range(at - 1, max(floor, at - MOTION_ABOVE) - 1, -1):
        if is_moved(parts[above].text):
            motion = " ".join(
                part.text
                for part in parts[above : above + 2]
                if part is parts[above] or parts[above].text.endswith(":")
            )
            break
    withdrawn = re.search(r"\bwithdrawn\b", text, re.I)
    outcome = "lost" if lost else "withdrawn" if withdrawn else "carried"
    return _Found(
        ((_bare(text), clause.page),), "", at, after, outcome=outcome, amendment=amendment, motion=_bare(motion)
    )


def _last_sentence(text: str) -> str:
    """The last sentence of a clause that says what became of a motion; "" where none does."""
    found = [part for part in SENTENCES.split(text) if AMENDMENT.search(part) or MOTION.search(part)]
    said = found[-1] if found else ""
    main = re.search(r",\s(?=the (?:\w+ )?(?:motion|amendment|proposal)\b)", said)
    return said[main.end() :] if main else said


def _plain(parts: Sequence[Clause], item: Item, *, formal: bool) -> Iterator[_Found]:
    """The sentences that decide by themselves, in an item without an announced decision."""
    if (_ATTENDANCE_ITEM.match(item.title) and not re.search(r"\bminutes\b|\bactions?\b", item.title, re.I)) or (
        not item.number and not item.title
    ):
        return
    for at, clause in enumerate(parts):
        for sentence in SENTENCES.split(clause.text):
            form = next(
                (
                    form
                    for form in PLAIN
                    if (match := form.pattern.match(sentence)) and not NARRATIVE.search(match["text"])
                ),
                None,
            )
            if form is None or (form.name in ("passive", "body acted") and formal and len(parts) > SHORT_ITEM):
                continue
            text, after = sentence, at + 1
            if text.rstrip().endswith(":") and after < len(parts) and parts[after].sort:
                listed = list(limbs(parts, after))
                text, after = " ".join([text, *[_joined(limb) for _, limb in listed]]), listed[-1][0]
            yield _Found(((_bare(text), clause.page),), "", at, after)


def _delegate(text: str) -> str:
    """To whom a decision is delegated; "" where it is not."""
    match = re.search(
        r"\b(?:delegate[sd]?(?: \w+){0,12}? to|delegated authority be (?:given|granted) to|authority (?:be|"
        r"is) delegated to|authori[sz]e[sd]? (?=the\b))\s*(?:the )?(.+?)(?=,? (?:in consultation|to |for |"
        r"and that|who|as |on behalf)|[;.]|$)",
        text,
        re.I,
    )
    return match[1].strip(" ,") if match else ""
