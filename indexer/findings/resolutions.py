"""What a word announces as decided - "RESOLVED that", "Decision" - with its limbs, in the paragraphs of one item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.forms.grammar import ACTS, formal
from indexer.forms.minutes.another_day import PAST, of_another_day
from indexer.forms.minutes.resolutions import (
    ACT,
    ACTED_ON,
    AFTER,
    AGREES,
    ASIDE,
    BEFORE_THAT,
    CLOSING_MARKUP,
    CLOSING_QUOTE,
    CONSIDERED,
    FOLLOWING,
    GROUNDS,
    HANGS_ON,
    INLINE_FIRST,
    LIMB_OPENING,
    NOTED_AT_THE_END,
    ON_PROPOSAL,
    OPENING_MARKUP,
    SPACED_OUT,
    STEM_OPEN,
    THAT_AND_COLON,
)
from indexer.forms.words import NOT_OF_A_WORD
from indexer.items.clauses import SENTENCES, Clause
from indexer.items.limbs import limbs, place_in

# A limb with this at its end is followed by another.
UNFINISHED = (";", ";and", "; and", ", and", ":")


@dataclass(frozen=True, slots=True)
class Found:
    """A decision inside one item: its limbs as (text, page), what they hang on, and the clauses it took up."""

    texts: tuple[tuple[str, int | None], ...]
    first: int
    after: int
    stem: str = ""
    outcome: str = ""
    fallback: str = "other"
    mover: str = ""
    seconder: str = ""
    amendment: bool = False
    motion: str = ""
    votes: str = ""
    proposal: str = ""  # the words that were put, without who moved them
    result: str = ""  # the line that says what became of it

    @property
    def paragraphs(self) -> range:
        """The indexes of the paragraphs that it takes up."""
        return range(self.first, self.after)


def taken_by(found: Iterable[Found]) -> set[int]:
    """The indexes of all paragraphs that decisions take up: no other reading of them counts."""
    return {at for one in found for at in one.paragraphs}


def announced(parts: Sequence[Clause]) -> Iterator[Found]:
    """The decisions that a word announces, each with its limbs."""
    at = 0
    while at < len(parts):
        found = _at(parts, at)
        at += 1
        if found and found.texts:
            yield found
            at = max(found.after, at)


def _at(parts: Sequence[Clause], at: int) -> Found | None:
    """The decision that a clause announces; None where it announces none."""
    clause, match = parts[at], _announcement(parts, at)
    if match is None:
        return None
    text = ASIDE.sub("", SPACED_OUT.sub("", match["text"].strip(" *")))
    text = THAT_AND_COLON.sub("", text)
    # "RESOLVED in May that the fee be 5": minutes of June that look back decide nothing
    if PAST.match(text) or of_another_day(clause.text):
        return None
    named = ON_PROPOSAL.match(text)
    text = text[named.end() :] if named else BEFORE_THAT.sub("", text)
    groups = match.groupdict() | (named.groupdict() if named else {})
    announcing = clause.text[: match.start("text")]
    one = Found(
        texts=((bare(text), clause.page),),
        first=at,
        after=at + 1,
        fallback="agreed" if AGREES.search(announcing) else "other",
        # what was noted is no act of the body's: "It was NOTED that Mr Ash had been elected"
        outcome="noted" if NOTED_AT_THE_END.search(announcing) else "",
        mover=groups.get("mover") or "",
        seconder=groups.get("seconder") or "",
    )
    return with_limbs(one, text, parts, at)


def _announcement(parts: Sequence[Clause], at: int) -> re.Match[str] | None:
    """The words in which a clause announces a decision; None where it announces none."""
    matches = ((form, form.pattern.match(parts[at].text)) for form in formal())
    form, match = next(((form, match) for form, match in matches if match), (None, None))
    # "The Cabinet:" announces only what the list below it says was done
    return None if form and form.name == ACTS and not _acts_below(parts, at + 1) else match


def with_limbs(one: Found, text: str, parts: Sequence[Clause], at: int) -> Found | None:
    """A decision with the limbs that its words open, inline or below the clause at an index; None for no words."""
    below = at + 1
    sort = parts[below].sort if below < len(parts) else ""
    if _gives_reasons(text, sort):
        return _with_whole_list(one, text, parts, at)
    if not sort and _refers_to_a_list(text, parts, below):
        return one
    if CONSIDERED.search(text):
        return _with_whole_list(one, text, parts, at)
    if STEM_OPEN.search(text):
        return _with_limbs_below(one, text, parts, at)
    if sort and _hang_on(text, parts[below]):
        texts, after = _limbs(parts, below)
        return replace(one, texts=texts, stem=text, after=after)
    return _with_inline(one, text, parts, at)


def _with_inline(one: Found, text: str, parts: Sequence[Clause], at: int) -> Found:
    """A decision with the limbs inside its words, if it has any: "That (a) the report be noted; and (b) ..."."""
    inline = _inline(text, parts[at].page)
    if inline is None:
        return one
    # (a) and (b) in the sentence may go on as (c) in a list below it
    goes_on = at + 1 < len(parts) and parts[at + 1].sort not in ("", "bullet")
    more, after = _listed(parts, at + 1) if goes_on else ((), at + 1)
    return replace(one, texts=(*inline[1], *more), stem=inline[0], after=after)


def _gives_reasons(text: str, sort: str) -> bool:
    """True where the list below gives grounds, or what was said of an act: "refused for these reasons: 1. ..."."""
    return GROUNDS.search(text) is not None or (sort == "bullet" and ACTED_ON.search(text) is not None)


def _refers_to_a_list(text: str, parts: Sequence[Clause], below: int) -> bool:
    """True for "agreed the following" over what is no limb: a table, or the next subject."""
    opens = any(LIMB_OPENING.match(one.text) for one in parts[below : below + 1])
    return FOLLOWING.search(text) is not None and not opens


def _with_whole_list(one: Found, text: str, parts: Sequence[Clause], at: int) -> Found:
    """A decision with the list below as part of its words: "refused for the following reasons: 1. ... 2. ..."."""
    whole, after = with_list(text, parts, at + 1)
    return replace(one, texts=((bare(whole), parts[at].page),), after=after)


def _with_limbs_below(one: Found, text: str, parts: Sequence[Clause], at: int) -> Found | None:
    """A decision whose words only open it ("RESOLVED that:"), with its limbs; None for no words and no limbs."""
    texts, after = _listed(parts, at + 1)
    if texts:
        return replace(one, texts=texts, stem=text, after=after)
    text = text.strip(" :–—-")
    if text.lower() in ("", "that", "to"):
        return None
    return replace(one, texts=((bare(text), parts[at].page),))


def _hang_on(text: str, below: Clause) -> bool:
    """True where a counted list begins below words that end with who decides: "That the Cabinet"."""
    first = below.sort != "bullet" and place_in(below.mark, below.sort) == 1
    return first and HANGS_ON.search(text) is not None


def _acts_below(parts: Sequence[Clause], at: int) -> bool:
    """True where a list begins at an index whose first limb says what was done."""
    return at < len(parts) and bool(parts[at].sort) and ACT.match(parts[at].text) is not None


def asked_for(parts: Sequence[Clause], at: int) -> tuple[tuple[tuple[str, int | None], ...], int]:
    """The limbs of a counted list at an index that repeats what was recommended, and the index after; else none."""
    if at < len(parts) and parts[at].sort not in ("", "bullet"):
        texts, after = _limbs(parts, at)
        if all(LIMB_OPENING.match(text) for text, _ in texts):
            return texts, after
    return (), at


def with_list(text: str, parts: Sequence[Clause], at: int) -> tuple[str, int]:
    """A text with the list that begins at an index behind it, marks and all, and the index after the list."""
    if at >= len(parts) or not parts[at].sort:
        return text, at
    listed = list(limbs(parts, at))
    return " ".join([text, *[joined(limb, marks=True) for _, limb in listed]]), listed[-1][0]


def _listed(parts: Sequence[Clause], at: int) -> tuple[tuple[tuple[str, int | None], ...], int]:
    """The limbs below an announcement, as a list or as plain paragraphs, and the index after them."""
    if at >= len(parts) or _is_announcement(parts[at]):
        return (), at
    if parts[at].sort:
        return _limbs(parts, at)
    return _in_paragraphs(parts, at)


def _in_paragraphs(parts: Sequence[Clause], at: int) -> tuple[tuple[tuple[str, int | None], ...], int]:
    """The limbs that stand as plain paragraphs from an index on, and the index after them."""
    texts: list[tuple[str, int | None]] = []
    while at < len(parts) and _goes_on(texts, parts[at]):
        text, page = parts[at].text, parts[at].page
        at += 1
        if texts and texts[-1][0].endswith(":") and not LIMB_OPENING.match(text):
            # "That the fee be set as follows:" over "five pounds a day": one limb in two paragraphs
            texts[-1] = (f"{texts[-1][0]} {bare(text)}", texts[-1][1])
            continue
        texts.append((bare(text), page))
        if at < len(parts) and _opens_list(text, parts[at]):
            if len(texts) == 1 and HANGS_ON.search(text):
                return _limbs(parts, at)
            whole, at = with_list(texts[-1][0], parts, at)
            texts[-1] = (whole, page)
    return tuple(texts), at


def _goes_on(texts: Sequence[tuple[str, int | None]], part: Clause) -> bool:
    """True for a plain paragraph that is a limb as well, or goes on with the one before it."""
    if part.sort or AFTER.match(part.text) or _is_announcement(part):
        return False
    # behind a limb that ends in a full stop only "That ..." or "To ..." is another: else the discussion begins
    return not texts or texts[-1][0].rstrip().endswith(UNFINISHED) or LIMB_OPENING.match(part.text) is not None


def _opens_list(text: str, below: Clause) -> bool:
    """True for a paragraph whose sentence goes on in the list below it."""
    return bool(below.sort) and (text.rstrip().endswith(":") or _hang_on(text, below))


def _limbs(parts: Sequence[Clause], at: int) -> tuple[tuple[tuple[str, int | None], ...], int]:
    """The limbs of the list that begins at an index as texts with their pages, and the index after them."""
    found = list(limbs(parts, at))
    return tuple((bare(joined(limb)), limb[0].page) for _, limb in found), found[-1][0]


def _is_announcement(part: Clause) -> bool:
    return any(form.pattern.match(part.text) for form in formal() if form.name != ACTS)


def _inline(text: str, page: int | None) -> tuple[str, tuple[tuple[str, int | None], ...]] | None:
    """The limbs of a list that runs on inside one paragraph: "That (a) the report be noted; and (b) ..."."""
    match = INLINE_FIRST.match(text)
    if not match:
        return None
    pieces, at = [], match.end()
    for place in range(2, 40):
        mark = re.escape(_mark_after(match["mark"], place))
        here = re.compile(rf"(?<=\s){mark}\s+(?=\S)").search(text, at)
        if not here:
            break
        pieces.append(text[at : here.start()])
        at = here.end()
    pieces.append(text[at:])
    return match["stem"], tuple((bare(piece), page) for piece in pieces)


def _mark_after(template: str, place: int) -> str:
    """The mark of a place in a list whose first mark is given: "(a)", 2 -> "(b)"."""
    romans = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()
    first = NOT_OF_A_WORD.sub("", template)
    if first == "1":
        value = str(place)
    elif first == "i":
        value = romans[place - 1] if place <= len(romans) else "?"
    else:
        value = chr(ord(first) + place - 1)
    return template.replace(first, value)


def joined(limb: Sequence[Clause], *, marks: bool = False) -> str:
    """The words of a limb, with deeper lists inside it as they stand."""
    first = f"{limb[0].mark} {limb[0].text}" if marks else limb[0].text
    return " ".join([first, *[f"{clause.mark} {clause.text}".strip() for clause in limb[1:]]])


def _without_close(text: str) -> str:
    """A limb without the sentences behind it that close a decision: reasons, votes, who left the room."""
    ends = [match.start() for match in SENTENCES.finditer(text)]
    return next((text[:end] for end in ends if AFTER.match(text[end:])), text)


def bare(text: str) -> str:
    """A limb without what closes it and the markup and quotation marks around it; inside it nothing is changed."""
    text = _without_close(text).strip()
    bare = CLOSING_MARKUP.sub("", OPENING_MARKUP.sub("", text)).strip()
    opened, closed = (sum(map(bare.count, marks)) for marks in ('“"', '”"'))
    quoted = bare != text and opened <= closed - ("“" in bare)
    return CLOSING_QUOTE.sub("", bare) if quoted else bare
