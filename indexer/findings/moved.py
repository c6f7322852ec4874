"""Motions recorded with their mover, their words and what became of them: "Moved by A, seconded by B, That ... CARRIED".

The words stand in the mover's sentence, in the paragraphs below it, or above it; the forms are in `indexer.forms.motion_forms`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.findings.resolutions import Found, bare, with_limbs
from indexer.forms.grammar import ACTS, formal
from indexer.forms.minutes.moved import (
    ADDS,
    AMENDMENT_WORD,
    OPENS_MOTION,
    OPENS_OWN_MOTION,
    OPENS_WITH_AND,
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
    MAX_FATE,
    MOVED_AND,
    NAMED,
    NUMBERED_LABEL,
    OPENINGS,
    OPENS_WORDS,
    SURE,
    TELLS,
    VOTED,
    VOTES,
    fate_by_count,
    fate_in,
    seconder_in,
)
from indexer.items.clauses import SENTENCES, Clause

# What became of a motion stands within this many sentences behind its words: names and numbers of votes come between.
FATE_WITHIN = 14
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
        opened = _opened(said[here].text)
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
        outcome="lost" if LOST.match(match["fate"]) else "",
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
        named = " / " in part.text and re.fullmatch(r"[A-Z]\.", part.mark)
        text = f"{part.mark} {part.text}" if named else part.text
        pieces = [piece for piece in SENTENCES.split(text) if piece.strip()]
        for place, piece in enumerate(pieces, 1):
            yield _Said(at, piece, place == len(pieces))


def _opened(text: str) -> tuple[str, str, str] | None:
    """Mover, seconder and words of a sentence that moves something; None for any other."""
    for form in OPENINGS:
        if match := form.pattern.match(text):
            named = match.groupdict()
            seconder = next((named[key] for key in ("seconder", "one", "two", "three") if named.get(key)), "")
            return named["mover"] or "", seconder or "", (named["text"] or "").strip()
    return None


def _motion(
    parts: Sequence[Clause], said: Sequence[_Said], here: int, mover: str, seconder: str, words: str
) -> tuple[Found, int] | None:
    """The motion opened by a sentence, and the index of the sentence behind it; None where nothing says that it was voted on."""
    first, below = said[here].at, here + 1
    if any(UNSECONDED.search(one.text) for one in said[below : below + 2]):
        return None
    while below < len(said) and not words and (match := seconder_in(said[below].text)):
        seconder, words = match["seconder"], match["rest"].strip(" .,:;")
        below += 1
    found: Found | None
    start = said[here].at
    if words and fate_in(words) is None and not VOTES.match(words):
        found, after = _with_words(parts, said, below - 1, words)
    elif below < len(said) and _opens_words(parts, said[below].at):
        start = said[below].at
        found, after = _with_words(parts, said, below, parts[start].text)
    else:
        found, after = _above(parts, said, here), below
    if found is None:
        return None
    numbered = _numbered(parts, first, said[here].text)
    fate, votes, seconded, end = _fate_behind(said, min(after, len(said)), told=numbered)
    voted = VOTED.search(said[here].text)
    if fate is None and voted is None and not numbered:
        return None
    lost = next((one for one in said[after:end] if (word := fate_in(one.text)) and LOST.match(word)), None)
    if lost and NAMED.match(lost.text):
        motion = " ".join(
            dict.fromkeys([said[here].text, *(text for text, _ in found.texts if text not in said[here].text)])
        )
        put = " ".join(text for text, _ in found.texts)
        result = bare(lost.text)
        found = replace(found, texts=((result, parts[lost.at].page),), motion=motion, proposal=put, result=result)
        votes = "" if votes == lost.text else votes
    top = min(found.first, first)
    label = parts[top - 1].text if top and LABEL.match(parts[top - 1].text) else ""
    done = replace(
        found,
        first=top,
        after=max(found.after, said[end - 1].at + 1) if end else found.after,
        outcome="lost" if fate and LOST.match(fate) else "",
        fallback="carried",
        mover=mover,
        seconder=seconder or seconded,
        amendment=bool(AMENDMENT_WORD.search(f"{label} {said[here].text[: len(said[here].text) - len(words)]}")),
        votes=voted["count"] if voted else votes,
    )
    return done, max(end, after)


def _unmoved(parts: Sequence[Clause], said: Sequence[_Said], here: int) -> tuple[Found, int] | None:
    """The motion above a line that only says that it was carried or lost, and names nobody; None where there is none."""
    fate = fate_in(said[here].text)
    if fate is None or not SURE.match(fate) or TELLS.match(said[here].text) or not said[here].last:
        return None
    found = _before(parts, said, here) or _above(parts, said, here)
    found = _with_openings(found, parts) if found else None
    if found is None or found.after not in (said[here].at, said[here].at + 1) or _formal(parts[found.first].text):
        return None
    votes = said[here].text if COUNTS.search(said[here].text) else ""
    outcome = "lost" if LOST.match(fate) else ""
    done = replace(
        found, after=said[here].at + 1, outcome=outcome, fallback="carried", votes=votes, result=said[here].text
    )
    return done, here + 1


def _with_openings(found: Found, parts: Sequence[Clause]) -> Found:
    """A motion with the paragraphs above it to which its own only adds: "NOW THEREFORE this Council ...; AND THAT ..."."""
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
    opens = next(
        (n for n, text in enumerate(own) if OPENS_OWN_MOTION.match(text)),
        None,
    )
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
    """A motion with its words, the first of them in a sentence, and the index of the sentence behind them."""
    at = said[here].at
    own = words == parts[at].text
    words = ENACTS.sub("", words)
    sentences = SENTENCES.split(words)
    until = next((n for n, text in enumerate(sentences) if n and fate_in(text) is not None), None)
    one = Found(((bare(words), parts[at].page),), at, at + 1)
    if until is not None or not (said[here].last or own):
        kept = " ".join(sentences[:until]) if until is not None else words
        behind = here + (until or 1)
        return replace(one, texts=((bare(kept), parts[at].page),)), behind
    found = with_limbs(one, THAT_AND_COLON.sub("", words), parts, at)
    if found is None:
        return None, here + 1
    while found.after < len(parts) and FURTHER.match(parts[found.after].text) and not parts[found.after].sort:
        plain = Found(((bare(parts[found.after].text), parts[found.after].page),), found.after, found.after + 1)
        more = with_limbs(plain, ENACTS.sub("", parts[found.after].text), parts, found.after) or plain
        found = replace(found, texts=(*found.texts, *more.texts), after=more.after)
    return found, next((n for n, one in enumerate(said) if one.at >= found.after), len(said))


def _above(parts: Sequence[Clause], said: Sequence[_Said], here: int) -> Found | None:
    """The motion whose words stand above the line that names its mover; None where they do not."""
    at = said[here].at
    for above in range(at - 1, max(-1, at - 1 - WORDS_ABOVE), -1):
        text = parts[above].text
        if fate_in(text) is not None or _opened(text):
            return None
        label = LABEL.match(text)
        words = ENACTS.sub("", label["rest"] if label else text)
        if OPENS_WITH_THAT.match(words):
            return with_limbs(Found(((bare(words), parts[above].page),), above, above + 1), words, parts[:at], above)
        if label:
            return None
    return None


def _fate_behind(said: Sequence[_Said], here: int, *, told: bool) -> tuple[str | None, str, str, int]:
    """What became of the motion whose words end before a sentence, its votes, a seconder, and the sentence behind all this.

    `told` says that a sentence that tells of the vote will do as well as a word.
    """
    votes: list[str] = []
    fate: str | None = None
    seconder, end = "", 0
    for at in range(here, min(len(said), here + FATE_WITHIN)):
        text = said[at].text
        if _opened(text) or _formal(text) or OPENS_WITH_MOVED.match(text):
            break
        match = seconder_in(text)
        outcome = fate_in(OPENS_WITH_AND.sub("", match["rest"]) if match else text)
        if outcome is not None and not told and not match and TELLS.match(text):
            break
        if match:
            seconder = seconder or match["seconder"]
        voted = VOTES.search(text)
        if fate is not None and not voted:
            break
        if outcome is not None:
            fate = outcome
        if voted or (outcome is not None and COUNTS.search(text)):
            votes.append(text)
        if outcome is not None or voted or match:
            end = at + 1
        elif fate is None and len(text) > MAX_FATE:
            break
    fate = fate or fate_by_count(votes[-1] if votes else "")  # where nothing but the count says what became of it
    return fate, "; ".join(text for text in votes if COUNTS.search(text)), seconder, end if fate is not None else 0


def _numbered(parts: Sequence[Clause], at: int, sentence: str) -> bool:
    """True where a motion has the number of a resolution in front of it or above it, which only what was carried gets."""
    above = parts[at - 1].text if at else ""
    return any(RESOLUTION_LABEL.match(text) and NUMBERED_LABEL.match(text) for text in (sentence, above))
