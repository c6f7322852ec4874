"""Motions with their mover, their words and what became of them: "Moved by A, seconded by B, That ... CARRIED".

The words stand in the mover's sentence, below it or above it; the forms are in `indexer.forms.motion_forms`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.findings.resolutions import Found, bare, with_limbs
from indexer.findings.votes import fate_behind
from indexer.forms.grammar import ACTS, formal
from indexer.forms.minutes.moved import (
    ADDS,
    AMENDMENT_WORD,
    INITIAL,
    OPENS_MOTION,
    OPENS_OWN_MOTION,
    OPENS_WITH_MOVED,
    OPENS_WITH_THAT,
    RESOLUTION_LABEL,
    THAT_AND_COLON,
    UNSECONDED,
)
from indexer.forms.motion_forms import (
    COUNTS,
    ENACTED,
    ENACTS,
    FURTHER,
    LABEL,
    LOST,
    MOVED_AND,
    NAMED,
    NUMBERED_LABEL,
    OPENS_WORDS,
    SURE,
    TELLS,
    VOTED,
    VOTES,
    fate_in,
    opening_in,
    seconder_in,
)
from indexer.items.clauses import SENTENCES, Clause

# The words stand within this many paragraphs above a mover's line that has none behind it.
WORDS_ABOVE = 10
# ... and within so many sentences in front of it in its own paragraph.
SAME_PARAGRAPH = 4


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence with the index of its paragraph; `last` is True for the last of its paragraph."""

    at: int
    text: str
    last: bool


def moved_in(parts: Sequence[Clause]) -> Iterator[Found]:
    """The motions of an item that name their mover and say in a word what became of them, each with its limbs."""
    said = list(_sentences(parts))
    here = 0
    while here < len(said):
        opened = opening_in(said[here].text)
        found = _withfate_in(parts, said, here)
        if found is None:
            found = _motion(parts, said, here, *opened) if opened else _unmoved(parts, said, here)
        if found is None:
            here += 1
            continue
        one, here = found
        yield one


def _withfate_in(parts: Sequence[Clause], said: Sequence[_Said], here: int) -> tuple[Found, int] | None:
    """The motion of a sentence that says who moved, what became of it and what it was; None for any other sentence."""
    match = MOVED_AND.match(said[here].text)
    if match is None:
        return None
    at, below = said[here].at, said[here + 1].text if here + 1 < len(said) else ""
    counted = match["count"] or (below if VOTES.match(below.lstrip("(")) and COUNTS.search(below) else "")
    one = Found(
        ((bare(match["text"]), parts[at].page),),
        at,
        at + 1,
        outcome=_lost(match["fate"]),
        fallback="carried",
        mover=match["mover"] or "",
        seconder=match["seconder"] or "",
        votes=counted.strip(" ()."),
        result=match["fate"],
    )
    return one, here + 1


def _sentences(parts: Sequence[Clause]) -> Iterator[_Said]:
    for at, part in enumerate(parts):
        # "A. Ash / B. Elm": a first name, not the mark of a list
        named = " / " in part.text and INITIAL.fullmatch(part.mark)
        text = f"{part.mark} {part.text}" if named else part.text
        pieces = [piece for piece in SENTENCES.split(text) if piece.strip()]
        for place, piece in enumerate(pieces, 1):
            yield _Said(at, piece, place == len(pieces))


def _motion(
    parts: Sequence[Clause], said: Sequence[_Said], here: int, mover: str, seconder: str, words: str
) -> tuple[Found, int] | None:
    """The motion that a sentence opens, and the index of the sentence behind it; None where nothing tells of a vote."""
    below = here + 1
    # a motion that nobody seconded was not voted on, whatever is carried further below
    if any(UNSECONDED.search(one.text) for one in said[below : below + 2]):
        return None
    while below < len(said) and not words and (match := seconder_in(said[below].text)):
        seconder, words = match["seconder"], match["rest"].strip(" .,:;")
        below += 1
    found, after = _words_of(parts, said, here, below, words)
    if found is None:
        return None
    found = replace(found, mover=mover, seconder=seconder)
    return _settled(parts, said, here, found, after, words)


def _settled(
    parts: Sequence[Clause], said: Sequence[_Said], here: int, found: Found, after: int, words: str
) -> tuple[Found, int] | None:
    """A motion with what became of it, and the index of the sentence behind; None where nothing tells of a vote."""
    first, opening = said[here].at, said[here].text
    numbered = _numbered(parts, first, opening)
    fate = fate_behind([one.text for one in said[after:]], begins=_begins_another, told=numbered)
    voted = VOTED.search(opening)
    if fate.word is None and voted is None and not numbered:
        return None
    settling = said[after : after + fate.sentences]
    votes = fate.votes
    if lost := _named_as_lost(settling):
        found = _in_words_of_result(found, opening, lost, parts)
        votes = "" if votes == lost.text else votes
    top = min(found.first, first)
    done = replace(
        found,
        first=top,
        after=max(found.after, settling[-1].at + 1) if settling else found.after,
        outcome=_lost(fate.word),
        fallback="carried",
        seconder=found.seconder or fate.seconder,
        amendment=_amends(parts, top, opening[: len(opening) - len(words)]),
        votes=voted["count"] if voted else votes,
    )
    return done, after + fate.sentences


def _words_of(
    parts: Sequence[Clause], said: Sequence[_Said], here: int, below: int, words: str
) -> tuple[Found | None, int]:
    """A motion with its words, after its mover, below or above, and the index of the sentence after them."""
    if words and fate_in(words) is None and not VOTES.match(words):
        return _with_words(parts, said, below - 1, words)
    if below < len(said) and _opens_words(parts, said[below].at):
        return _with_words(parts, said, below, parts[said[below].at].text)
    return _above(parts, said, here), below


def _named_as_lost(settling: Sequence[_Said]) -> _Said | None:
    """The sentence that says by name that a motion was lost ("The amendment was lost"); None where none does."""
    lost = next((one for one in settling if (word := fate_in(one.text)) and LOST.match(word)), None)
    return lost if lost and NAMED.match(lost.text) else None


def _in_words_of_result(found: Found, opening: str, lost: _Said, parts: Sequence[Clause]) -> Found:
    """A lost motion, whose row in the register says that it was lost: its own words would read as decided."""
    own = [text for text, _ in found.texts]
    motion = " ".join(dict.fromkeys([opening, *(text for text in own if text not in opening)]))
    result = bare(lost.text)
    texts = ((result, parts[lost.at].page),)
    return replace(found, texts=texts, motion=motion, proposal=" ".join(own), result=result)


def _amends(parts: Sequence[Clause], top: int, opening: str) -> bool:
    """True where the mover's sentence or the label above the motion calls it an amendment."""
    label = parts[top - 1].text if top and LABEL.match(parts[top - 1].text) else ""
    return AMENDMENT_WORD.search(f"{label} {opening}") is not None


def _begins_another(text: str) -> bool:
    """True for a sentence that begins another motion or announces a decision."""
    return bool(opening_in(text) or _formal(text) or OPENS_WITH_MOVED.match(text))


def _unmoved(parts: Sequence[Clause], said: Sequence[_Said], here: int) -> tuple[Found, int] | None:
    """The motion above a line that only says "Carried." or "Lost." and names nobody; None where there is none."""
    at, text = said[here].at, said[here].text
    fate = fate_in(text)
    # "Carried. Mr Ash then left.": only a line that ends its paragraph closes a motion
    if fate is None or not (said[here].last and SURE.match(fate)) or TELLS.match(text):
        return None
    found = _before(parts, said, here) or _above(parts, said, here)
    if found is None:
        return None
    found = _with_openings(found, parts)
    # "Carried." three times in one item: each settles the words right above it, none those of the one before
    if found.after not in (at, at + 1) or _formal(parts[found.first].text):
        return None
    votes = text if COUNTS.search(text) else ""
    done = replace(found, after=at + 1, outcome=_lost(fate), fallback="carried", votes=votes, result=text)
    return done, here + 1


def _lost(fate: str | None) -> str:
    """The outcome of a motion whose fate says that it did not pass; "" for any other, which is read off its words."""
    return "lost" if fate and LOST.match(fate) else ""


def _with_openings(found: Found, parts: Sequence[Clause]) -> Found:
    """A motion with the paragraphs above that its own only adds to: "NOW THEREFORE this Council ...; AND THAT ..."."""
    first, texts = found.first, found.texts
    while first and ADDS.match(parts[first].text) and OPENS_MOTION.match(parts[first - 1].text):
        first -= 1
        texts = ((bare(ENACTS.sub("", parts[first].text)), parts[first].page), *texts)
    return replace(found, first=first, texts=texts)


def _before(parts: Sequence[Clause], said: Sequence[_Said], here: int) -> Found | None:
    """The motion whose words stand in front of "Carried." in the same paragraph; None where they do not."""
    at = said[here].at
    own = [one.text for one in said[max(0, here - SAME_PARAGRAPH) : here] if one.at == at]
    for text in own[-1:]:  # "WHEREAS the roof leaks; therefore be it resolved that it be mended"
        if enacted := ENACTED.search(text):
            return Found(((bare(text[enacted.end() :]), parts[at].page),), at, at + 1)
    opens = next((n for n, text in enumerate(own) if OPENS_OWN_MOTION.match(text)), None)
    if opens is None or any(fate_in(text) is not None for text in own[opens:]):
        return None
    return Found(((bare(ENACTS.sub("", own[opens])), parts[at].page),), at, at + 1)


def _opens_words(parts: Sequence[Clause], at: int) -> bool:
    text = parts[at].text
    return bool(ENACTS.match(text) or (OPENS_WORDS.match(text) and _formal(text) is None))


def _formal(text: str) -> str | None:
    """The name of the form in which a paragraph announces a decision; None where it announces none."""
    return next((form.name for form in formal() if form.name != ACTS and form.pattern.match(text)), None)


def _with_words(parts: Sequence[Clause], said: Sequence[_Said], here: int, words: str) -> tuple[Found | None, int]:
    """A motion with its words, the first of them in a sentence, and the index of the sentence after them."""
    at = said[here].at
    whole = words == parts[at].text or said[here].last
    words = ENACTS.sub("", words)
    sentences = SENTENCES.split(words)
    until = next((n for n, text in enumerate(sentences) if n and fate_in(text) is not None), None)
    one = Found(((bare(words), parts[at].page),), at, at + 1)
    if until is not None:
        # "That the fee be 5. Carried. Mr Ash then left.": the words end where their fate begins
        return replace(one, texts=((bare(" ".join(sentences[:until])), parts[at].page),)), here + until
    if not whole:
        return one, here + 1
    found = with_limbs(one, THAT_AND_COLON.sub("", words), parts, at)
    if found is None:
        return None, here + 1
    found = _with_further(found, parts)
    return found, next((n for n, one in enumerate(said) if one.at >= found.after), len(said))


def _with_further(found: Found, parts: Sequence[Clause]) -> Found:
    """A motion with the paragraphs below that go on with it: "BE IT FURTHER RESOLVED that ..."."""
    while found.after < len(parts) and FURTHER.match(parts[found.after].text) and not parts[found.after].sort:
        at = found.after
        plain = Found(((bare(parts[at].text), parts[at].page),), at, at + 1)
        more = with_limbs(plain, ENACTS.sub("", parts[at].text), parts, at) or plain
        found = replace(found, texts=(*found.texts, *more.texts), after=more.after)
    return found


def _above(parts: Sequence[Clause], said: Sequence[_Said], here: int) -> Found | None:
    """The motion whose words stand above the line that names its mover; None where they do not."""
    at = said[here].at
    for above in range(at - 1, max(-1, at - 1 - WORDS_ABOVE), -1):
        text = parts[above].text
        if fate_in(text) is not None or opening_in(text):
            return None
        label = LABEL.match(text)
        words = ENACTS.sub("", label["rest"] if label else text)
        if OPENS_WITH_THAT.match(words):
            return with_limbs(Found(((bare(words), parts[above].page),), above, above + 1), words, parts[:at], above)
        if label:
            return None
    return None


def _numbered(parts: Sequence[Clause], at: int, sentence: str) -> bool:
    """True where the number of a resolution stands in front of a motion or above it: only what was carried gets one."""
    above = parts[at - 1].text if at else ""
    return any(RESOLUTION_LABEL.match(text) and NUMBERED_LABEL.match(text) for text in (sentence, above))
