from datetime import date

from app.compose.evidence import Evidence
from app.compose.shape import MOST_QUOTES, ROOM, shaped
from app.compose.wording import Draft, Statement, length
from corpus.papers import Meeting, Paper
from indexer.sections.section import Section, SectionKind

MINUTES = Section(
    Paper("a.pdf", "0" * 64, 1, 1), SectionKind.MINUTES, Meeting("Marlham Town Council", "Cabinet", date(2031, 3, 4))
)


def quote(text: str, opening: str = "") -> Statement:
    return Statement(opening, Evidence.of(MINUTES, text, 1))


def drafted(*statements: Statement, kind: str = "fact") -> Draft:
    return Draft(kind, True, statements)


def test_no_more_than_a_few_quotes_are_shown_and_the_others_stand_behind() -> None:
    draft = shaped("blocks", drafted(*(quote(f"The lamp on quay {n} is lit.") for n in range(MOST_QUOTES + 2))))
    assert len(draft.statements) == MOST_QUOTES
    assert [said.evidence.sentence for said in draft.more if said.evidence] == [
        "The lamp on quay 5 is lit.",
        "The lamp on quay 6 is lit.",
    ]


def test_what_goes_behind_keeps_the_words_that_it_stood_under() -> None:
    far = "The ferry sails on. " * 30
    draft = shaped("decision", drafted(quote(far, "Minutes:"), quote(far, "Report:"), quote("It sails at noon.")))
    assert [said.text for said in draft.more] == ["Report:", "Report:"]


def test_a_first_quote_that_is_too_long_is_cut_at_the_end_of_a_sentence() -> None:
    draft = shaped("decision", drafted(quote("The lamps on the quay are to be lit at dusk. " * 40, "Minutes:")))
    first = draft.statements[0]
    assert length(first) <= ROOM + 10
    assert first.evidence is not None
    assert first.evidence.sentence.endswith("dusk.")


def test_a_list_is_shown_whole() -> None:
    draft = drafted(*(quote(f"Councillor {name}") for name in ("Ash", "Elm", "Oak", "Yew", "Fir")), kind="list")
    assert shaped("list", draft) == draft


def test_a_course_keeps_a_quote_for_each_step() -> None:
    draft = drafted(*(quote("The lease was put off.", f"Step {n}:") for n in range(5)), kind="trace")
    assert shaped("trace", draft) == draft


def test_passages_that_are_shown_whole_have_more_room_than_short_stretches() -> None:
    short, long = (drafted(*(quote("The lamp is lit at night. " * n) for _ in range(3))) for n in (15, 16))
    assert [sum(map(length, shaped("blocks", draft).statements)) // 100 for draft in (short, long)] == [11, 12]


def test_of_passages_the_last_is_cut_at_the_end_of_a_sentence_and_of_rulings_none_but_the_first() -> None:
    draft = drafted(*(quote("The lamps on the quay are to be lit at dusk. " * 16) for _ in range(2)))
    assert len(shaped("decision", draft).statements) == 1
    last = shaped("blocks", draft).statements[-1]
    assert last.evidence is not None
    assert last.evidence.sentence.endswith("dusk.")
    assert length(last) < length(draft.statements[-1])
