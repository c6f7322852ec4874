"""Words of a question or a paper, as the searches count them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import snowballstemmer

from indexer.reading.superscripts import RAISED

# Words that say how a question is put, not what it is about.
STOP_WORDS = frozenset(
    """a about above after again all also am an and any are as asked at be became because been before being between both
    but by can come could did do does doing down during each else ever exactly few find for from further get gets give
    given go going gone got had happen happened happens has have having he her here him his how i if in into is it its
    itself just kind know last lately let like made make many may me might more most much must my new no nor not now of
    off on one only or other our out over own per please put said same say says she should show so some still such take
    tell than that the their them then there these they thing things this those through to too under until up upon us
    was we were what whats when where whether which while who whom whose why will with within would yet you your
    board council meeting meetings paper papers report reports minutes item
    pls plz thanks ta hi hello ok okay anybody anyone everybody everyone somebody someone ain't aren't can't couldn't
    didn't doesn't don't hasn't haven't isn't it's shouldn't wasn't weren't won't wouldn't we've we're they've
    """.split()
)


WORD = re.compile(r"£?\d[\d,./:-]*\d%?|£?\d%?|[^\W\d_]+(?:'[a-z]+)?")


def fold(text: str) -> str:
    """The text in lower case with compatibility characters, accents of ligatures and curly quotes made plain.

    Raised figures are left out, since they would join the figure or word before them.
    """
    if text.isascii():  # most passages: nothing in them is to be made plain
        return text.lower()
    return unicodedata.normalize("NFKC", RAISED.sub(" ", text)).lower().replace("’", "'").replace("‘", "'")


def words(text: str) -> list[str]:
    """The words and numbers of a text in order, folded; "3.5%" and "24/00096" stay whole."""
    return WORD.findall(fold(text))


def content_words(text: str) -> list[str]:
    """The words that say what a text is about, in order and once each."""
    bare = dict.fromkeys([word.removesuffix("'s") for word in dict.fromkeys(words(text))])
    return [word for word in bare if word not in STOP_WORDS and (len(word) > 1 or word.isdigit())]


@lru_cache(maxsize=16384)
def stems(text: str) -> frozenset[str]:
    """The stems of the words that say what a text is about; the same passages are found again and again."""
    return frozenset(map(stem, content_words(text)))


@cache
def stem(word: str) -> str:
    """The Porter stem of one folded word, as the full text of the store has it."""
    return str(_STEMMER.stemWord(word))


_STEMMER = snowballstemmer.stemmer("porter")

# How people say what papers put more formally: the plain word, then what papers have in its place.
_PLAIN = """
kids children pupils young | youngsters young youth | teens young youth | teenagers young youth
quit resigned resignation | sacked dismissed dismissal | hired appointed recruited
picked appointed elected selected chosen | chosen appointed elected selected | rise increase increased
hike increase | raise increase | cut reduction reduced | rubbish waste refuse litter | trash waste refuse
garbage waste refuse | bins waste refuse | firm company contractor supplier | company contractor firm
builder contractor developer | money funding funds grant | cash funding funds grant | price cost
cost price expenditure | pay salary payment | buy purchase | bought purchased purchase
sell sale disposal | sold sale disposal | rent lease | tax precept levy | fixed repaired repair
mend repair | broken damaged repair | built construction constructed | build construction | shut closed closure
closing closure | axe closure withdrawn | scrapped withdrawn abandoned
start commence begin | finish complete completion | delay deferred postponed
backed supported endorsed | allowed permitted approved | turned refused rejected | row dispute
worried concern concerns | complained complaint | promise undertaking undertake
missing absent apologies | absent apologies | came attended attendance | attend attendance
spoke addressed speech | talk presentation address | told advised informed reported | asked requested
boss chief head | lawyers legal counsel solicitors | homes dwellings houses housing households
houses dwellings homes housing | flats apartments | elderly older | pensioners older | disabled disability
staff employees officers | lorries vehicles hgv | cops police | pavement footway footpath | footpath path
playground play | fair fayre | fete fayre | toilets conveniences | graveyard cemetery burial
donate donation | retired retirement
website webpage web site | slow speed limit | speeding speed | kept maintained retained
checked inspected inspection | yearly annual | cheap cost | job contract
"""

WRITTEN_FOR: dict[str, frozenset[str]] = {
    stem(said): frozenset(map(stem, written))
    for row in _PLAIN.replace("\n", "|").split("|")
    if row.strip()
    for said, *written in [row.split()]
}
"""The stem of a plain word -> the stems of the more formal words that papers have for it."""
