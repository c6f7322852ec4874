"""Clause: a paragraph of minutes with the mark of a list in front of it taken off - "(ii)", "3.", a bullet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.forms.minutes.paragraphs import ANNOUNCED, DAY_ENDS, MONTH_OPENS
from indexer.reading.lines import Line

# A page prints no lines longer than this; where most lines are longer the text came unwrapped, a paragraph a line.
WRAPPED_WIDTH = 130
# No clause of minutes is longer than this many characters.
MAX_CLAUSE = 8000
# A page prints lines at least about this long, however short those of one item are.
USUAL_WIDTH = 84
# A line with a full stop was ended by its writer where it stays, with the word that begins the next, below this
# share of a full line; one without a full stop must stay below a smaller share.
ENDED_EARLY = 0.9
FITTED = 0.75

_BULLET = r"(?:[•·▪●○■□◦‣➢✓]|[-–—*o](?=\s))"
_MARK = re.compile(
    rf"^(?P<open>[\s>]*(?:\*\*|__)?)(?:(?P<bullet>{_BULLET})\s*)?(?:\*\*)?"
    r"(?P<mark>\(\s?(?:\d{1,2}|[ivxl]{1,6}|[IVX]{1,5}|[a-zA-Z])\s?\)|(?:\d{1,2}|[ivxl]{1,6}|[IVX]{1,5}|"
    r"[a-zA-Z])\)|[A-Z]{1,2}\d{1,2}[.):](?=\s)|(?:\d{1,2}(?:\.\d{1,2})?|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})\.(?=\s)|"
    r"\d{1,2}\.\d{1,2}(?=\s)|[A-H](?=\s{2,}[A-Z])|"
    r"[ivx]{2,5}(?=\s+[A-Z]))?\s*"
)
# Where one sentence ends and the next begins; not behind "Mr." or "Cllr."
SENTENCES = re.compile(
    r"(?<=[a-z0-9)%’”\"][.])(?<!\b[Mm]r\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bCllr\.)(?<!\bCllrs\.)(?<!\bSt\.)(?<!\b[Nn]o\.)(?<!\bCo\.)(?<!\bDir\.)(?<!\bProf\.)\s+(?=[A-Z])"
)
# A recorded vote runs on over the lines of names, to a line that says something
_VOTE_HEAD = (
    r"(?:(?:For|Against|Abst\w+|In favour)(?: the (?:motion|amendment))?(?:\W{0,3}\(?\d|\s*:)|"
    r"(?i:for\s+against(?:\s+abst\w+)?)\s*$)"
)
_VOTE = re.compile(rf"^\W*{_VOTE_HEAD}")
_AFTER_VOTE = re.compile(
    r"^\W*(?:The (?!Mayor|Lord)|Amendment|Motion|MOTION|Moved|MOVED|CARRIED|LOST|(?:Council )?(?:Resolution|"
    r"RESOLUTION)|[Ii]t\b|On\b|Following|Carried|Lost|There|This)"
)
ENDS = re.compile(r"[.;:?!]['’”\")\]]*\**\s*$")
# Lines that begin something of their own even where the line before has no full stop
_OPENERS = re.compile(
    r"^\W*(?:(?:AND |And |(?:It was|IT WAS) |[^\W\d_]{4,20} ?/ ?)?(?:RESOLVED|AGREED|ORDERED|RECOMMENDED|DETERMINED|"
    r"DECIDED|Resolved|"
    r"Agreed)\b(?! by| at| in| to be| on)|(?:RESOLUTION|DECISION|[Dd]ecisions?|ACTIONS?|Actions?|"
    r"RECOMMENDATIONS?|Recommendations?)\b\W*(?::|$)|"
    rf"(?:AND )?THAT\b|(?:\d[\d/.-]*\s+)?(?:(?i:proposed|seconded|moved)(?: by|\s*:)|MOVED|SECONDED)\b|(?i:motion)\s*:|"
    rf"(?:(?i:council|committee|board) )?(?i:resolution|motion) (?i:number|no\b)|"
    rf"(?:CARRIED|LOST|DEFEATED|MOTION (?:CARRIED|LOST|DEFEATED)|(?:Motion |Resolution )?(?:[Cc]arried|[Dd]efeated|"
    rf"[Ll]ost)\W*$)|{_VOTE_HEAD}|"
    r"The (?:Board|Committee|Council|Councillors|Members|Trustees|Governors|Cabinet|Panel|Parish Council)(?: \w+ly)? "
    r"(?:agreed|resolved|noted|approved|decided) (?:to|that|the)\b|"
    r"(?:Reasons?\b[^.]{0,40}|Signed|Interests declared[^:]{0,40}|Votes?|Voting)\s*:|"
    r"(?:[A-Z]{1,4}/)?\d{2,4}/\d{3,6}(?:/[A-Z]{1,5})?\s)"
)


# A sentence that a word of the openers only continues: "was put to the vote and / CARRIED", "the motion / moved by"
_GOES_ON = re.compile(r"\b(?:and|was|were|been|is|be|declared|therefore|then|duly|accordingly|it|a|the|of)$|,$", re.I)


# The words that announce a decision open a paragraph wherever they stand
_ANNOUNCES = re.compile(
    r"^\W*(?:AND )?THAT\b|^\W*(?:AND |And |It was |IT WAS )?(?:RESOLVED|AGREED|ORDERED|RECOMMENDED|DETERMINED|DECIDED|"
    r"Resolved|Agreed)\b"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A paragraph: its verbatim text without the mark in front, the mark, and the page on which it begins.

    `sort` of a mark: digit, decimal, coded ("R1."), alpha, roman, bullet, or "" for none. `owner` is the last cell of a table row.
    """

    text: str
    mark: str = ""
    sort: str = ""
    page: int | None = None
    owner: str = ""


def clauses(lines: Sequence[Line]) -> tuple[Clause, ...]:
    """The paragraphs of a run of lines in order, wrapped lines and page turns joined."""
    wide = _full_width(lines)
    columns = _column_widths(lines)
    runs: list[list[Line]] = []
    gap = False
    for line in lines:
        if not line.text.strip():
            gap = True
            continue
        width = columns.get((line.page, line.looks.column), wide)
        if not runs or _begins(runs[-1], line, gap=gap, wide=width):
            runs.append([line])
        else:
            runs[-1].append(line)
        gap = False
    return tuple(_clause(part) for run in runs for part in _parted(run))


def _column_widths(lines: Sequence[Line]) -> dict[tuple[int | None, int], int]:
    """Characters in the longest line of each narrow column, by page and column: there a full line is a short one."""
    widths: dict[tuple[int | None, int], int] = {}
    for line in lines:
        if line.looks.column:
            key = line.page, line.looks.column
            widths[key] = max(widths.get(key, 0), len(line.text))
    return widths


def _parted(run: Sequence[Line]) -> Iterator[list[Line]]:
    """A paragraph cut in front of each sentence in it that opens with the word which announces a decision."""
    part: list[Line] = []
    for line in run:
        for at, piece in enumerate(ANNOUNCED.split(line.text)):
            if at:
                yield part
                part = []
            part.append(Line(piece, line.page, line.printed))
    yield part


def _full_width(lines: Sequence[Line]) -> int:
    """Characters in a full line where the text is wrapped; 0 where each line is a paragraph."""
    lengths = sorted(len(line.text) for line in lines if line.text.strip())
    if not lengths:
        return 0
    top = lengths[int(len(lengths) * 0.9)]
    top = max(top, USUAL_WIDTH)
    return top if lengths[-1] <= WRAPPED_WIDTH or (lines[0].page is not None and top <= WRAPPED_WIDTH) else 0


def _begins(run: Sequence[Line], line: Line, *, gap: bool, wide: int) -> bool:
    """True where a line begins a paragraph of its own."""
    if sum(len(entry.text) for entry in run) > MAX_CLAUSE:
        return True
    text, before = line.text, run[-1].text.rstrip()
    unfinished = not ENDS.search(before)
    if _is_marked(text) or _OPENERS.match(text):
        small = text.lstrip()[:1].islower() and _OPENERS.match(text) is not None and not gap
        return not (unfinished and (small or _runs_on(before, text)))
    if "\t" in before:
        return not (unfinished and text[:1].islower())
    if _VOTE.match(run[0].text) and not gap:
        return bool(_AFTER_VOTE.match(text))
    if unfinished and DAY_ENDS.search(before) and MONTH_OPENS.match(text):
        return False
    starts_small = text.lstrip(" *")[:1].islower()
    if gap or not wide:
        return not (unfinished and starts_small)
    if text.isupper() and not unfinished and len(text) < WRAPPED_WIDTH // 2:
        return True
    if not unfinished or (len(run) == 1 and _OPENERS.match(before) and len(before) < 30):
        return text.lstrip(' *“"‘(')[:1].isupper() and (
            len(before) + 1 + len(text.split()[0]) < ENDED_EARLY * wide
            or bool(re.match(r"\W*(?:The|Councillor|Cllr|Mr|Mrs|In|It|A|Following|Members)\b", text))
        )
    # the next word would have fitted: whoever wrote this line ended it
    ended = len(before) + 1 + len(text.split()[0]) < FITTED * wide
    return (
        ended
        and text[:1].isupper()
        and not re.search(
            r"(?:[,–-]|\b(?:and|of|the|to|for|in|with|by|at|on|from|or|a|Councillor|Cllr|Mr|Mrs|Ms|Dr))$", before
        )
    )


def _is_marked(text: str) -> bool:
    match = _MARK.match(text)
    return bool(match and (match["mark"] or match["bullet"]) and match.end() < len(text))


def _runs_on(before: str, text: str) -> bool:
    """True where what looks like a mark is the rest of a sentence: "from 1 / April 2025", "dated / 9. It"."""
    if _GOES_ON.search(before) and _OPENERS.match(text):
        return not _ANNOUNCES.match(text)
    match = _MARK.match(text)
    if match is None or not re.fullmatch(r"\d{1,2}\.", match["mark"] or ""):
        return False
    return (
        re.search(
            r"(?:[a-z0-9] (?:of|to|from|and|the|pages?|sections?|paragraphs?|items?|in|by|on|or)|\d[–-])$", before
        )
        is not None
    )


def _clause(run: Sequence[Line]) -> Clause:
    """A run of lines as one clause."""
    pieces = [line.text.strip() for line in run]
    owner = ""
    if "\t" in pieces[-1]:
        pieces[-1], _, owner = pieces[-1].rpartition("\t")
    text = " ".join(piece.strip() for piece in pieces)
    match = _MARK.match(text)
    if match is None or not (match["mark"] or match["bullet"]):
        return Clause(text.strip(), page=run[0].page, owner=owner.strip())
    mark = (match["mark"] or "").strip()
    return Clause(text[match.end() :].strip(), mark or match["bullet"], sort_of(mark), run[0].page, owner.strip())


def sort_of(mark: str) -> str:
    """What kind of list a mark belongs to; "bullet" for none of the counted ones. A lone i, v or x is taken as roman."""
    bare = re.sub(r"[^\w.]", "", mark).strip(".")
    if re.fullmatch(r"\d+", bare):
        return "digit"
    if re.fullmatch(r"\d+\.\d+", bare):
        return "decimal"
    if re.fullmatch(r"[A-Z]{1,2}\d+", bare):
        return "coded"
    if re.fullmatch(r"[ivxl]+|[IVX]+", bare):
        return "roman"
    if re.fullmatch(r"[a-zA-Z]", bare):
        return "alpha"
    return "bullet"


_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50}


def place_in(mark: str, sort: str) -> int:
    """The place of a mark in its list, from 1; 0 for a bullet."""
    bare = re.sub(r"[^\w.]", "", mark).strip(".").lower()
    if sort == "digit":
        return int(bare)
    if sort == "coded":
        return int(re.sub(r"\D", "", bare))
    if sort == "decimal":
        major, minor = bare.split(".")
        return 1000 * int(major) + int(minor)
    if sort == "alpha":
        return ord(bare) - ord("a") + 1
    if sort == "roman":
        values = [_ROMANS[letter] for letter in bare]
        return sum(value if value >= after else -value for value, after in zip(values, [*values[1:], 0], strict=True))
    return 0
