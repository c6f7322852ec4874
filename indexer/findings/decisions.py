"""Decision: one numbered limb of what a body decided, as its minutes or a signed record of decision word it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.findings.motions import motions_in
from indexer.findings.moved import moved_in
from indexer.findings.resolutions import Found, announced, asked_for, bare, with_list
from indexer.findings.votes import Proposers, name_only, votes_in, votes_on
from indexer.forms.grammar import FORMAL, NARRATIVE, PLAIN, Form
from indexer.forms.outcomes import outcome_of
from indexer.items.clauses import SENTENCES, Clause, clauses
from indexer.items.item import Item
from indexer.sections.section import Section

# An item whose text is no longer than this many clauses can be a decision as a whole.
SHORT_ITEM = 3
# Items that only record who was there decide nothing.
_ATTENDANCE_ITEM = re.compile(
    r"^\W*(?:apolog|declaration|disclosure|members['’]? declaration|welcome|introduction|attendance|"
    r"substitut)",
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


def item_decisions(section: Section, item: Item, *, formal: bool) -> Iterator[Decision]:
    """The decisions of one item in order; `formal` says that these minutes announce decisions elsewhere with a word."""
    parts = _minuted(clauses(item.lines))
    found = _found(parts, item, formal=formal)
    ends = [0, *[one.after for one in found]]
    firsts = [one.first for one in found]
    proposers, counted = Proposers(parts), votes_in(parts)
    for one, begin in zip(found, ends, strict=False):
        mover, seconder = (one.mover, one.seconder) if one.mover else proposers.of(one.first, amendment=one.amendment)
        if not mover and not one.mover:
            mover, seconder = proposers.below(one.after)
        until = firsts[at] if (at := bisect_left(firsts, one.after)) < len(firsts) else len(parts)
        votes = one.votes or votes_on(parts, counted, range(one.first, one.after), floor=begin, until=until)
        for text, page in one.texts:
            yield Decision(
                section=section,
                page=page,
                item=item.number,
                title=item.title,
                text=text,
                outcome=one.outcome or outcome_of(text, one.stem, fallback=one.fallback),
                votes=votes,
                mover=name_only(mover),
                seconder=name_only(seconder),
                delegated_to=_delegate(text),
                amendment=one.amendment,
                motion=one.motion,
            )


def _minuted(parts: Sequence[Clause]) -> Sequence[Clause]:
    """The paragraphs of an item without what its agenda said, where the label "Minutes:" stands between the two."""
    return next((parts[at + 1 :] for at, part in enumerate(parts) if part.text == "Minutes:"), parts)


def _found(parts: Sequence[Clause], item: Item, *, formal: bool) -> list[Found]:
    """What an item decides: what a word announces, else what sentences decide, and what became of motions."""
    moved = list(moved_in(parts))
    taken = {at for one in moved for at in range(one.first, one.after)}
    formal_ones = [one for one in announced(parts) if taken.isdisjoint(range(one.first, one.after))]
    said = [*moved, *formal_ones]
    motions = list(motions_in(parts, said))
    if not formal_ones and (item.number or item.title):
        taken |= {one.first for one in motions}
        plain = (one for one in _plain(parts, item, formal=formal or bool(moved)) if one.first not in taken)
        said += [one for one in plain if not moved or one.fallback == "agreed"]
    return sorted([*motions, *said], key=lambda one: one.first)


def announces(item: Item) -> bool:
    """True where an item announces its decision with a word ("RESOLVED", "Decision")."""
    return any(form.pattern.match(part.text) for part in clauses(item.lines) for form in FORMAL)


def _plain(parts: Sequence[Clause], item: Item, *, formal: bool) -> Iterator[Found]:
    """The sentences that decide by themselves, in an item without an announced decision."""
    if (_ATTENDANCE_ITEM.match(item.title) and not re.search(r"\bminutes\b|\bactions?\b", item.title, re.I)) or (
        not item.number and not item.title
    ):
        return
    for at, clause in enumerate(parts):
        for sentence in SENTENCES.split(clause.text):
            form, text = _plain_form(sentence)
            if form is None or (form.name in ("passive", "body acted") and formal and len(parts) > SHORT_ITEM):
                continue
            fallback = "agreed" if form.name in ("it was agreed", "all agreed") else "other"
            opens_list = text.rstrip().endswith(":")
            limbs, after = asked_for(parts, at + 1) if opens_list else ((), at + 1)
            if limbs:
                yield Found(limbs, at, after, stem=text, fallback=fallback)
                continue
            text, after = with_list(text, parts, at + 1) if opens_list else (text, at + 1)
            yield Found(((bare(text), clause.page),), at, after, fallback=fallback)


def _plain_form(sentence: str) -> tuple[Form | None, str]:
    """The form in which a sentence decides by itself and the words that do; None where it only tells what was said."""
    matches = ((form, form.pattern.match(sentence)) for form in PLAIN)
    return next(
        ((form, match["text"]) for form, match in matches if match and not NARRATIVE.search(match["text"])), (None, "")
    )


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
