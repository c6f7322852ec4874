"""What a word announces as decided - "RESOLVED that", "Decision" - with its limbs, in the paragraphs of one item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
    CONSIDERED,
    FOLLOWING,
    GROUNDS,
    HANGS_ON,
    INLINE_FIRST,
    LIMB_OPENING,
    NOTED_AT_THE_END,
    ON_PROPOSAL,
    SPACED_OUT,
    STEM_OPEN,
    THAT_AND_COLON,
)
from indexer.items.clauses import SENTENCES, Clause, limbs, place_in


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


def announced(parts: Sequence[Clause]) -> Iterator[Found]:
    """The decisions that a word announces, each with its limbs."""
    at = 0
    while at < len(parts):
        found = _at(parts, at)
        if found and found.texts:
            yield found
            at = max(found.after, at + 1)
        else:
            at += 1


def _at(parts: Sequence[Clause], at: int) -> Found | None:
    """The decision that a clause announces; None where it announces none."""
    clause = parts[at]
    form, match = next(((form, m) for form in formal() if (m := form.pattern.match(clause.text))), (None, None))
    if form is None or match is None or (form.name == ACTS and not _acts_below(parts, at + 1)):
        return None
    text = ASIDE.sub("", SPACED_OUT.sub("", match["text"].strip(" *")))
    text = THAT_AND_COLON.sub("", text)
    if PAST.match(text) or of_another_day(clause.text):
        return None
    named = ON_PROPOSAL.match(text)
    text = text[named.end() :] if named else BEFORE_THAT.sub("", text)
    groups = {**match.groupdict(), **(named.groupdict() if named else {})}
    one = Found(
        texts=((bare(text), clause.page),),
        first=at,
        after=at + 1,
        fallback="agreed" if AGREES.search(clause.text[: match.start("text")]) else "other",
        # what was noted is no act of the body's: "It was NOTED that Mr Ash had been elected"
        outcome="noted" if NOTED_AT_THE_END.search(clause.text[: match.start("text")]) else "",
        mover=groups.get("mover") or "",
        seconder=groups.get("seconder") or "",
    )
    return with_limbs(one, text, parts, at)


def with_limbs(one: Found, text: str, parts: Sequence[Clause], at: int) -> Found | None:
    """A decision with the limbs that its words open, inline or in the clauses below the one at an index; None for no words."""
    clause = parts[at]
    listed_below = at + 1 < len(parts) and bool(parts[at + 1].sort)
    if GROUNDS.search(text):
        whole, after = with_list(text, parts, at + 1)
        return replace(one, texts=((bare(whole), clause.page),), after=after)
    if FOLLOWING.search(text) and not listed_below and not _opens_limb(parts, at + 1):
        return one
    if (listed_below and parts[at + 1].sort == "bullet" and ACTED_ON.search(text)) or CONSIDERED.search(text):
        whole, after = with_list(text, parts, at + 1)
        return replace(one, texts=((bare(whole), clause.page),), after=after)
    if STEM_OPEN.search(text):
        texts, after = _listed(parts, at + 1)
        if texts:
            return replace(one, texts=texts, stem=text, after=after)
        text = text.strip(" :–—-")
        return replace(one, texts=((bare(text), clause.page),)) if text and text.lower() not in ("that", "to") else None
    if listed_below and _hang_on(text, parts[at + 1]):
        texts, after = _limbs(parts, at + 1)
        return replace(one, texts=texts, stem=text, after=after)
    if inline := _inline(text, clause.page):
        more, after = _listed(parts, at + 1) if listed_below and parts[at + 1].sort != "bullet" else ((), at + 1)
        return replace(one, texts=(*inline[1], *more), stem=inline[0], after=after)
    return one


def _hang_on(text: str, below: Clause) -> bool:
    """True where a counted list begins below words that end with who decides: "That the Cabinet"."""
    first = below.sort != "bullet" and place_in(below.mark, below.sort) == 1
    return first and HANGS_ON.search(text) is not None


def _acts_below(parts: Sequence[Clause], at: int) -> bool:
    """True where a list begins at an index whose first limb says what was done."""
    return at < len(parts) and bool(parts[at].sort) and ACT.match(parts[at].text) is not None


def _opens_limb(parts: Sequence[Clause], at: int) -> bool:
    return at < len(parts) and LIMB_OPENING.match(parts[at].text) is not None


def asked_for(parts: Sequence[Clause], at: int) -> tuple[tuple[tuple[str, int | None], ...], int]:
    """The limbs of a counted list from an index on that repeats what was recommended, and the index after; else none."""
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
    texts: list[tuple[str, int | None]] = []
    while at < len(parts) and not parts[at].sort and not AFTER.match(parts[at].text):
        text = parts[at].text
        unfinished = bool(texts) and texts[-1][0].rstrip().endswith((";", ";and", "; and", ", and", ":"))
        if texts and not unfinished and not LIMB_OPENING.match(text):
            break
        if _is_announcement(parts[at]):
            break
        if texts and texts[-1][0].endswith(":") and not LIMB_OPENING.match(text):
            texts[-1] = (f"{texts[-1][0]} {bare(text)}", texts[-1][1])
            at += 1
            continue
        texts.append((bare(text), parts[at].page))
        at += 1
        if at < len(parts) and parts[at].sort and (text.rstrip().endswith(":") or _hang_on(text, parts[at])):
            if len(texts) == 1 and HANGS_ON.search(text):
                return _limbs(parts, at)
            whole, at = with_list(texts[-1][0], parts, at)
            texts[-1] = (whole, texts[-1][1])
    return tuple(texts), at


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
    return match["stem"], tuple((bare(piece), page) for piece in pieces)


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
    text = _without_close(text)
    bare = re.sub(r"^(?:\*\*|__|[“\"])+\s*", "", text.strip())
    bare = re.sub(r"\s*(?:\*\*|__)+$", "", bare).strip()
    quoted = (
        bare != text.strip()
        and re.search(r"[”\"]\W?$", bare)
        and len(re.findall(r"[“\"]", bare)) <= len(re.findall(r"[”\"]", bare)) - ("“" in bare)
    )
    return re.sub(r"[”\"]\W?$", "", bare) if quoted else bare
