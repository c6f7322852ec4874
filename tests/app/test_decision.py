from datetime import date

from app.compose.decision import decision
from corpus.papers import Meeting, Paper
from indexer.minutes import Decision
from indexer.sections import Section, SectionKind
from retriever.questions import understand
from retriever.register import Ruling
from retriever.vocabulary import Vocabulary

MEETING = Meeting("Wexbridge District Council", "Cabinet", date(2024, 3, 4))
SECTION = Section(Paper("a.pdf", "0" * 64, 1, 1), SectionKind.MINUTES, MEETING)
QUESTION = understand("What was decided about the flood wall?", vocabulary=Vocabulary([], {}))


def ruling(*outcomes: str, fit: float = 1.0) -> Ruling:
    limbs = tuple(Decision(SECTION, 2, "12", "Flood wall", f"That wall {n} stand.", o) for n, o in enumerate(outcomes))
    return Ruling(SECTION, "12", "Flood wall", limbs, fit)


def test_the_first_sentence_says_who_did_what_and_when() -> None:
    draft = decision(QUESTION, [ruling("approved", "noted")], [])
    assert draft is not None
    assert draft.statements[0].text == (
        "On 4 March 2024 the Wexbridge District Council Cabinet approved and noted (minute 12):"
    )


def test_every_limb_is_quoted() -> None:
    draft = decision(QUESTION, [ruling("deferred", "requested")], [])
    assert draft is not None
    assert [s.evidence.sentence for s in draft.statements if s.evidence] == ["That wall 0 stand.", "That wall 1 stand."]


def test_what_was_noted_is_not_said_to_be_approved() -> None:
    draft = decision(QUESTION, [ruling("noted")], [])
    assert draft is not None
    assert "noted" in draft.statements[0].text
    assert "approved" not in draft.statements[0].text


def test_a_ruling_that_fits_much_worse_is_left_out() -> None:
    draft = decision(QUESTION, [ruling("approved"), ruling("lost", fit=0.5)], [])
    assert draft is not None
    assert len(draft.statements) == 1


def test_without_a_ruling_there_is_no_decision() -> None:
    assert decision(QUESTION, [], []) is None
