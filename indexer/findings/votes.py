"""Who moved and seconded what, and how the votes fell, from the paragraphs around a decision."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from indexer.items.clauses import SENTENCES, Clause

# A vote is recorded within this many paragraphs of its decision: names for and against run over several.
VOTE_WITHIN = 8
# A paragraph longer than this argues rather than counts.
MAX_VOTE = 1500
# Mover and seconder stand within so many characters of the word "seconded": two names with their offices.
NAMES_WITHIN = 600

_PERSON = r"(?:[^.:;\n]|\b(?:Cllr|Mr|Mrs|Ms|Dr|[A-Z])\.){3,80}?"
# "Proposed by Cllr. J. Ash" on its own line, the seconder behind it or on the next line
MOVER = re.compile(
    rf"^\W*(?:it was )?(?:proposed|moved|mover|proposer)(?: by)?\s*[:–-]?\s+(?P<mover>{_PERSON})\W*(?:$|"
    rf"[,;]?\s*(?:and )?(?:duly )?seconded(?: by)?\s*[:–-]?\s*(?P<seconder>{_PERSON})\W*(?:\b(?:all in favour|"
    r"carried|unanimous|agreed)\b.*)?$)",
    re.I,
)
SECONDER = re.compile(
    rf"^\W*(?:and )?(?:duly )?(?:seconded|seconder)(?: by)?\s*[:–-]?\s+(?P<seconder>{_PERSON})\W*$", re.I
)
_NAME = (
    r"(?:[Tt]he )?(?:(?:Deputy |Vice[ -])?(?:Leader|Provost|Convener|President|Chair(?:man|person)?)(?: of the "
    r"(?:Council|Committee|Board))?|"
    r"(?:(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|Sir|Prof)\.?\s)?[A-Z](?:[\w’'-]|"
    r"\.(?=\s?[A-Z])){0,40}(?:\s(?:(?!All\b)[A-Z](?:[\w’'-]|\.(?=\s?[A-Z])){0,40}|de|van|von|of|le|la|ní|ó|mac)){0,4})"
)
# "It was moved by Councillor Ash, seconded by Councillor Elm" inside a sentence; "on the proposal of"
_MOVED_BY = re.compile(
    r"(?:\b(?:[Pp]roposed|[Mm]oved|MOVED|PROPOSED)(?: by|:|(?= (?:Councillor|Cllr)))|\b[Oo]n the (?:proposal|"
    rf"motion) of)\s+(?P<mover>{_NAME})(?:,[^,]{{3,90}})?,?\s+(?:and )?(?:was |duly )?(?:[Ss]econded|"
    rf"SECONDED)(?: by|:|(?= (?:Councillor|Cllr)))\s+(?P<seconder>{_NAME})"
)
# "Councillor Ash moved, and Councillor Elm seconded"
_X_MOVED = re.compile(
    rf"(?<!\w)(?P<mover>{_NAME})(?:,[^,]{{3,90}},)? (?:proposed|moved),?(?: (?:the|"
    rf"an?) [\w ]{{3,40}}?)?(?:,| and) (?P<seconder>{_NAME})(?:,[^,]{{3,90}},)? seconded"
)

# "Councillor Ash, seconded by Councillor Elm, moved that the wall be rebuilt"
_X_SECONDED = re.compile(rf"(?<!\w)(?P<mover>{_NAME}), seconded by (?P<seconder>{_NAME}),? (?:proposed|moved)\b")

# "Councillor Ash moved an amendment, seconded by Councillor Elm"
_X_MOVED_BY = re.compile(
    rf"(?<!\w)(?P<mover>{_NAME})(?:,[^,]{{3,90}},)? (?:proposed|moved)\b[^.;:]{{0,60}}?,? (?:which was |and )?seconded "
    rf"by (?P<seconder>{_NAME})"
)

_WORD_NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty\w*|no)"
)
# "For (12)", "Against: 3", "24 votes to 10", "7 for, 3 against", "two members voting for it and five against"
_COUNTED = re.compile(
    rf"\b(?:for|against|abst\w+|in favour)\b(?: the (?:motion|amendment))?\W{{0,3}}\(?\d{{1,3}}\)?|\b{_WORD_NUMBER}(?: "
    rf"votes?)? (?:for|"
    rf"in favour|against|abst\w+)\b|\b{_WORD_NUMBER} votes? to \w+|\bunanimous(?:ly)?\b|\bnem\.? ?con|"
    r"\bby a majority\b|\bcasting vote\b|\bshow of hands\b|"
    r"^\W*(?:for|against|abst\w+|in favour)\s*:.*(?:\bcouncillors?\b|\bcllrs?\b|\(\d{1,3}\)\W*$)|"
    r"^\W*for\s+against(?:\s+abst\w+)?\b|"
    rf"\b{_WORD_NUMBER} (?:members?|councillors?) (?:voting|voted) (?:for|in favour|against)\b",
    re.I,
)
_OPENS_VOTE = re.compile(r"^\W*(?:for|against|abst\w*|in favour|votes?|voting|there voted|recorded vote)\b", re.I)
_TALLY = re.compile(
    r"\(?\b(?:unanimously|by a majority|nem\.? ?con\.?|on a show of hands|"
    rf"{_WORD_NUMBER} votes? to {_WORD_NUMBER}(?:,? (?:with|and) {_WORD_NUMBER} abst\w+)?|"
    r"for:? \d{1,3},? against:? \d{1,3}(?:,? abst\w+:? \d{1,3})?|"
    rf"{_WORD_NUMBER}(?: votes?|(?: members?| councillors?)? vot(?:ed|ing))? (?:for|"
    rf"in favour)(?: of)?(?: it\b| the (?:motion|amendment))?(?:,? (?:and )?{_WORD_NUMBER}(?: votes?)? against)?(?:,? "
    rf"(?:and |"
    rf"with )?{_WORD_NUMBER} abst\w+)?)\b\)?",
    re.I,
)


def is_moved(text: str) -> bool:
    """True where a paragraph says who moved something."""
    return _moved(text) is not None or MOVER.match(text) is not None


def _moved(text: str) -> re.Match[str] | None:
    """The mover and seconder inside a sentence; None where it names none."""
    spans = list(_around_seconders(text))
    for form in (_MOVED_BY, _X_MOVED, _X_SECONDED, _X_MOVED_BY):
        for start, end in spans:
            if match := form.search(text, start, end):
                return match
    return None


def _around_seconders(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a paragraph in which mover and seconder can stand: all of it, or near each "seconded".

    Without this, one line of 50,000 capital letters takes most of a minute.
    """
    for word in re.finditer("second", text, re.I):
        if len(text) <= MAX_VOTE:
            yield 0, len(text)
            return
        yield max(0, word.start() - NAMES_WITHIN), word.end() + NAMES_WITHIN


class Proposers:
    """The movers and seconders named in one item; each is used for one decision only."""

    def __init__(self, parts: Sequence[Clause]) -> None:
        self._parts = parts
        self._free = [at for at, part in enumerate(parts) if is_moved(part.text)]

    def of(self, at: int, *, amendment: bool) -> tuple[str, str]:
        """Who moved and seconded the decision at an index: the nearest above that is not of another; "" where nobody."""
        for above in reversed(self._free[: bisect_right(self._free, at)]):
            of_amendment = re.search(r"\bamendment\b", self._parts[above].text, re.I)
            if above == at or amendment or not of_amendment:
                self._free.remove(above)
                return self._named(above, amendment=amendment)
        return "", ""

    def below(self, after: int) -> tuple[str, str]:
        """Who moved and seconded the decision that ends before an index, named in a separate line right below it."""
        if after in self._free and MOVER.match(self._parts[after].text):
            self._free.remove(after)
            return self._named(after, amendment=False)
        return "", ""

    def _named(self, at: int, *, amendment: bool) -> tuple[str, str]:
        """The mover and seconder in a paragraph; the seconder may stand in the next."""
        text = self._parts[at].text
        of_amendment = (part for part in SENTENCES.split(text) if re.search(r"\bamendment\b", part, re.I))
        if match := _moved(next(of_amendment, text) if amendment else text):
            return match["mover"], match["seconder"]
        match = MOVER.match(text)
        below = next((m for part in self._parts[at + 1 : at + 3] if (m := SECONDER.match(part.text))), None)
        mover = match["mover"] if match else ""
        return mover, (match and match["seconder"]) or (below["seconder"] if below else "")


def name_only(text: str) -> str:
    """A name without the words and marks that stood around it."""
    return re.sub(r"^(?:by|the)\s+|(?<![\s,])[\s,]+and$", "", (text or "").strip(' :,;–-*"“”'))


def votes_in(parts: Sequence[Clause]) -> tuple[str, ...]:
    """For each paragraph what it says of a vote, "" for most."""
    return tuple(_vote_in(part.text) for part in parts)


def votes_on(parts: Sequence[Clause], votes: Sequence[str], own: range, *, floor: int, until: int) -> str:
    """The words of the vote on a decision: in it, else above it, else below it; "" where none is recorded."""
    for at in own:
        if (match := _TALLY.search(parts[at].text)) and re.search(
            r"\bvot|\bunanimous|\bmajority|\bfor\b.*\bagainst\b|nem\.? ?con|show of hands", parts[at].text, re.I
        ):
            return match.group().strip("() ")
    above = votes[max(floor, own.start - VOTE_WITHIN) : own.start]
    below = votes[own.stop : min(until, own.stop + VOTE_WITHIN)]
    return "; ".join(list(filter(None, above)) or list(filter(None, below)))


def _vote_in(text: str) -> str:
    """What a paragraph says of a vote: all of it where it counts votes, else the sentence that does; "" for none."""
    if len(text) > MAX_VOTE or not _COUNTED.search(text):
        return ""
    if _OPENS_VOTE.match(text):
        return text
    found = (part for part in re.split(r"(?<=[a-z0-9)][.])\s+(?=[A-Z])", text) if _COUNTED.search(part))
    return next(
        (
            part
            for part in found
            if re.search(
                r"\b(?:the|a) vote\b|\bvoting was\b|\brecorded vote\b|\bvoted (?:for|against|in favour)\b|"
                r"\bunanimously (?:agreed|carried|approved)",
                part,
                re.I,
            )
        ),
        "",
    )
