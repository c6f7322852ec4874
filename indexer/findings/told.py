"""Decisions told in prose: the sentences of an item that say what was decided, in minutes that have no word for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from indexer.findings.resolutions import Found, asked_for, bare, with_list
from indexer.forms.form import Form
from indexer.forms.grammar import NARRATIVE, PLAIN
from indexer.forms.labeller import likelihood, weights_in_use
from indexer.forms.minutes.another_day import OF_ONE_MIND, WHO_AGREED
from indexer.forms.minutes.told import MOVES, REFERENCE
from indexer.forms.minutes.votes import MOVER
from indexer.forms.prose import LEAD_IN, NOBODY_OBJECTED, NOT_TOLD, POINTS_BACK, SURE, told
from indexer.items.clauses import SENTENCES, Clause
from indexer.items.item import Item
from indexer.items.statements import Statement, looks, statements

# What stands before "This was agreed" is the proposal where it is no longer than this.
MAX_BACK = 400
# A sentence in a sure form is left out below the first likelihood, one in another form counts from the second on, one
# without a form from the third on.
LEAST_SURE, LEAST_FORM, LEAST, LEAST_MARKED = 0.15, 0.4, 0.75, 0.5
# The number of an application stands within so many paragraphs above what was said to it.
ABOVE = 5
# Forms that only open a paragraph, and not behind a mover's words
OPENING = frozenset(("that be", "to grant"))
# A sentence without a form has at least so many words.
FEWEST_WORDS = 4
# What was done by a sentence whose verbs say no more
FALLBACKS = {
    "it was agreed": "agreed",
    "consensus": "agreed",
    "all agreed": "agreed",
    "body agreed": "agreed",
    "in agreement": "agreed",
    "decision made": "agreed",
    "moved and seconded": "agreed",
    "for payment": "approved",
    "put off": "deferred",
    "put off at the end": "deferred",
    "said at the end": "agreed",
    "vote on": "agreed",
}
# The forms of the grammar that no weights need to confirm
PUT_OFF = "item withdrawn"
CERTAIN = frozenset(("recommendation", "chosen", PUT_OFF, "one word", "put off alone", "application and answer"))


def told_in(
    parts: Sequence[Clause],
    item: Item,
    *,
    taken: Set[int] = frozenset(),
    marked: bool = False,
    forms: Set[str] = frozenset(),
) -> Iterator[Found]:
    """The decisions that the sentences of an item tell, each with the line that says what became of it.

    With `forms` only sentences in one of these count. `marked` minutes have a word for what they decide elsewhere:
    there only sentences in a sure form count.
    """
    fitted = weights_in_use()
    for one in statements(parts):
        if one.at in taken:
            continue
        form, text = _form_of(one.text)
        if (forms and form not in forms) or OF_ONE_MIND.match(WHO_AGREED.sub("", LEAD_IN.sub("", text))):
            continue
        if form in CERTAIN or _decides(one, form, item, fitted, marked=marked, lead=_lead(parts, one)):
            yield _as_decision(one, form, text, parts)


def _form_of(sentence: str) -> tuple[str, str]:
    """The name of the form in which a sentence may decide, and the words that do; "" for no form."""
    known, words = plain_form(sentence)
    return (known.name, words) if known and known.name in CERTAIN else told(sentence)


def _as_decision(one: Statement, form: str, text: str, parts: Sequence[Clause]) -> Found:
    """The decision that a sentence tells: of the application above it, of the sentence before it, or in its words."""
    page = parts[one.at].page
    if applied := _application(parts, one):
        return Found(((bare(applied), page),), one.at, one.at + 1, fallback="other", result=one.text)
    if _points_back(one):
        fallback = FALLBACKS.get(form, "other")
        return Found(((bare(one.before), page),), one.at, one.at + 1, fallback=fallback, result=one.text)
    return stated(LEAD_IN.sub("", text or one.text), form, parts, one.at)


def _lead(parts: Sequence[Clause], one: Statement) -> str:
    """The sentence that opens the list in which a statement stands, or the sentence before it."""
    above = one.at - 1
    if one.place or not one.mark or above < 0 or not parts[above].sort:
        return one.before
    while above >= 0 and parts[above].sort:
        above -= 1
    return SENTENCES.split(parts[above].text)[-1] if above >= 0 else ""


def _decides(one: Statement, form: str, item: Item, weights: Mapping[str, float], *, marked: bool, lead: str) -> bool:
    """True where a sentence decides by itself; `lead` is what opens the list in which it stands."""
    if MOVER.match(one.text) or (not form and len(one.text.split()) < FEWEST_WORDS):
        return False
    # "The fee was agreed. There were no objections.": the second says nothing that the first does not
    if NOBODY_OBJECTED.match(one.text) and one.place:
        return False
    # "That the fee be 5" decides where it opens a paragraph, not below "Mr Ash moved:"
    if form in OPENING and (one.place or MOVES.search(lead)):
        return False
    # what takes long to look at comes last
    return _is_likely(one, form, item, weights, marked=marked) and not _tells_otherwise(one.text)


def _tells_otherwise(text: str) -> bool:
    """True for what only reports, and does not point back at something decided: "Mr Ash said that it was agreed"."""
    return NOT_TOLD.search(text) is not None and not POINTS_BACK.match(text)


def _is_likely(one: Statement, form: str, item: Item, weights: Mapping[str, float], *, marked: bool) -> bool:
    """True where form and weights together say that a sentence decides."""
    if form in OPENING and not marked:
        return True
    if marked and form not in SURE:
        return False
    likely = likelihood(looks(one, item.title, form, marked=False), weights)
    return likely >= (LEAST_MARKED if marked else LEAST_SURE if form in SURE else LEAST_FORM if form else LEAST)


def _application(parts: Sequence[Clause], one: Statement) -> str:
    """The application above its own line that only says what was said to it ("NO OBJECTION"); "" for none."""
    if one.place or not POINTS_BACK.match(one.text):
        return ""
    for above in range(one.at - 1, max(-1, one.at - 1 - ABOVE), -1):
        if POINTS_BACK.match(parts[above].text):
            return ""
        if REFERENCE.search(parts[above].text):
            return " ".join(part.text for part in parts[above : one.at])
    return ""


def _points_back(one: Statement) -> bool:
    """True for "This was agreed." after the sentence that says what."""
    return bool(one.place and POINTS_BACK.match(one.text) and len(one.before) <= MAX_BACK and not told(one.before)[0])


def stated(text: str, form: str, parts: Sequence[Clause], at: int) -> Found:
    """A decision in a sentence, with the list that it opens."""
    fallback = FALLBACKS.get(form, "other")
    opens_list = text.rstrip().endswith(":")
    limbs, after = asked_for(parts, at + 1) if opens_list else ((), at + 1)
    if limbs:
        return Found(limbs, at, after, stem=text, fallback=fallback)
    text, after = with_list(text, parts, at + 1) if opens_list else (text, at + 1)
    return Found(((bare(text), parts[at].page),), at, after, fallback=fallback)


def plain_form(sentence: str) -> tuple[Form | None, str]:
    """The form in which a sentence decides by itself and the words that do; None where it only tells what was said."""
    matches = ((form, form.pattern.match(sentence)) for form in PLAIN)
    return next(
        (
            (form, match["text"])
            for form, match in matches
            if match
            and (form.name == PUT_OFF or not NARRATIVE.search(match["text"]))
            and not OF_ONE_MIND.match(match["text"])
        ),
        (None, ""),
    )
