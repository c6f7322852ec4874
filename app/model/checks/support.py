"""Support: the words of a sentence that its passages hold, and the sentences of a passage that support it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from app.answers.citations import bare
from app.model.checks.figures import FIGURE_WORDS, stated
from app.model.checks.names import STYLES, names_in
from app.model.prompts import Numbered
from indexer.items.sentences import sentences
from retriever import words as counted
from retriever.words import content_words, words

# Verbs whose forms have no stem in common.
_FORMS = (
    "begin began begun, bring brought, build built, buy bought, choose chose chosen, draw drew drawn, drive drove "
    "driven, "
    "fall fell fallen, find found, give gave given, grow grew grown, hear heard, hold held, keep kept, lead led, "
    "leave left, lose lost, make made, meet met, pay paid, rise rose risen, seek sought, sell sold, send sent, "
    "speak spoke spoken, spend spent, take took taken, teach taught, tell told, think thought, write wrote written"
)
_PLAIN_FORM = {form: verb.split()[0] for verb in _FORMS.split(", ") for form in verb.split()[1:]}

Ordinary = Callable[[str], bool]
"""True for a word so usual in the papers that it says little: it may stand in its own sentence."""

LEAST_HELD = 0.7  # share of a sentence's words that stand in its passages; below it says something new
LEAST_SHOWN = 0.5  # of its words but names, that stand in the quotes that are shown
MOST_QUOTES = 2  # of one passage for one sentence
LEAST_NEW = 2  # words by which a second quote must bear out more than the first


def stem(word: str) -> str:
    """The stem of a word; the forms of an irregular verb have one in common."""
    return counted.stem(_PLAIN_FORM.get(word, word))


# Words that link a sentence to others, or put a verb in its tense, and say nothing about the papers.
LINKING = frozenset(
    map(
        stem,
        "earlier later previously subsequently meanwhile however therefore according being aim including also heard "
        "told "
        "stated".split(),
    )
)
# A sentence of a paper that speaks to a program, not to the meeting: nothing may be based on it.
TO_A_PROGRAM = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|rules|above|earlier|previous)\b|"
    r"^\W*+(?:\d[\d.]{0,20}\W++)?(?:system|assistant|user|developer)\s*:|"
    r"\b(?:language models?|AI|assistant|chatbot|LLM)\b.{0,60}\b(?:must|should|shall|write|say|answer|reply|output)\b|"
    r"\byou (?:must|should|are to|will) (?:now )?(?:answer|reply|write|say|output|respond)\b",
    re.I,
)
# Usual words that change what is said: these must stand in the passages whatever their number.
WEIGHTY = frozenset(
    map(
        stem,
        "unanimous unanimously majority minority every everyone all always never only half quarter third twice double "
        "treble triple illegal unlawful fraud guilty resign dismiss increase decrease rise rose risen fall fell fallen "
        "reduce grow grew drop decline improve worsen higher lower more less fewer above below exceed open close "
        "closure end stop cease success fail".split(),
    )
)
QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|(?<!\w)‘([^‘’]+ [^‘’]+)’(?!\w)|(?<!\w)'([^']+ [^']+)'(?!\w)")
MARKUP = re.compile(r"https?:|www\.|\]\(|!\[|<\s*[a-z/!]|&\w+;|\w@\w", re.I)
# Words that stand between a denial and what it denies
_AUXILIARIES = frozenset(
    "a an the be been being is are was were has have had do does did will would shall should can could may might "
    "must to "
    "yet often always still also at all of in on by any such so".split()
)
_NOT = re.compile(r"\bno\b(?!\.? ?\d)|\b(?:not|never|nor|neither|none|cannot|without)\b(?! only\b)|n['’]t\b", re.I)


def statements(passage: str) -> list[str]:
    """The sentences of a passage on which something may rest, verbatim."""
    return [piece for piece in sentences(passage) if not TO_A_PROGRAM.search(piece)]


def stems(text: str) -> set[str]:
    """The stems of the words that say what a text is about; figures are looked at elsewhere."""
    return {
        stem(word) for word in content_words(text) if word not in FIGURE_WORDS and not any(c.isdigit() for c in word)
    }


def unsupported_words(sentence: str, text: str, ordinary: Ordinary) -> bool:
    """True where a sentence has too many words, or one that is not ordinary, that the text does not hold."""
    said, held = stems(sentence), {stem(word) for word in words(text)}
    own = [word for word in content_words(sentence) if stem(word) in said - held - LINKING - STYLES]
    if any(not word.isascii() or not ordinary(word) for word in own):
        return True
    if not said or len(own) > (1 - LEAST_HELD) * len(said):
        return True
    return bool({stem(word) for word in words(sentence)} & WEIGHTY - held)


def unsupported_quote(sentence: str, text: str) -> bool:
    """True where words in quotation marks, an address or markup do not stand in the text as they are."""
    held = bare(text)
    quoted = ("".join(groups) for groups in QUOTED.findall(sentence))
    return any(bare(words_) not in held for words_ in quoted) or bool(
        MARKUP.search(sentence) and bare(sentence) not in held
    )


def said_elsewhere(sentence: str, text: str) -> bool:
    """True where most words of a sentence, its names aside, stand in no quote: the quotes share its names alone."""
    named = {stem(word) for name in names_in(sentence) for word in words(name)}
    said = stems(sentence) - named
    return len(said & stems(text)) < LEAST_SHOWN * len(said)


def turned(sentence: str, text: str) -> bool:
    """True where a sentence denies what the text does not, or says what the text only denies."""
    said, held = _denied(sentence), _denied(text)
    if said.keys() - held.keys():
        return True
    return bool(held.keys() & _undenied(sentence, said) - _undenied(text, held))


def bearing_out(sentence: str, one: Numbered) -> list[str]:
    """The sentences of a passage that bear a sentence out, verbatim, the one that does most first.

    The names of its meeting and heading need no quote.
    """
    passage, known = one.passage.text, {("name", name) for name in names_in(one.where)}
    wanted = _tokens(sentence) - known
    candidates = {piece: _tokens(piece, table=passage) & wanted for piece in statements(passage)}
    found: list[str] = []
    while candidates and len(found) < MOST_QUOTES:
        best = max(candidates, key=lambda piece: (len(candidates[piece]), -len(piece)))
        new = candidates.pop(best)
        if len(new) < LEAST_NEW:
            break
        found.append(best)
        candidates = {piece: tokens - new for piece, tokens in candidates.items()}
    return found


def _tokens(text: str, *, table: str = "") -> set[object]:
    """What a sentence is known by: the stems of its words, and its figures, dates and names once more."""
    given = stated(text, table=table)
    words_ = {stem(word) for word in content_words(text)}
    return {*words_, *given.figures, *given.days, *given.day_months, *(("name", name) for name in names_in(text))}


def _denied(text: str) -> Counter[str]:
    """The stem of the first word of weight behind each "not", "no", "without".

    "" where its sentence ends before one.
    """
    return Counter(_next_word(re.split(r"[.;:](?!\d)", text[match.end() :])[0]) for match in _NOT.finditer(text))


def _undenied(text: str, denied: Counter[str]) -> set[str]:
    """The stems of the words that a text also has outside its denials."""
    return {*(Counter(stem(word) for word in words(text)) - denied)}


def _next_word(text: str) -> str:
    found = (word for word in words(text) if not word.endswith("ly") and word not in _AUXILIARIES)
    return stem(next(found, ""))
