from dataclasses import replace
from datetime import date

from app.compose.decision import decision
from app.compose.records import Records
from app.compose.wording import Draft
from corpus.papers import Meeting, Paper
from indexer.minutes import Decision
from indexer.recommendations import Recommendation
from indexer.sections import Section, SectionKind
from retriever.questions import understand
from retriever.register import Proposal, Ruling
from retriever.vocabulary import Vocabulary

COUNCIL, DAY = "Wexbridge District Council", date(2024, 3, 4)
SECTION = Section(Paper("a.pdf", "0" * 64, 1, 1), SectionKind.MINUTES, Meeting(COUNCIL, "Cabinet", DAY))
WORDS = Vocabulary([], {}, passages=100)


def ruling(*outcomes: str, title: str = "Flood wall", section: Section = SECTION) -> Ruling:
    limbs = tuple(
        Decision(section, 2, "12", title, f"That {title.lower()} {n} stand.", o) for n, o in enumerate(outcomes)
    )
    return Ruling(section, "12", title, limbs)


def report(day: date, title: str = "Flood wall") -> Proposal:
    section = replace(SECTION, kind=SectionKind.REPORT, meeting=replace(SECTION.meeting, held_on=day), title=title)
    return Proposal(section, (Recommendation(section, "1", f"That the {title.lower()} be raised.", 4),))


def asked(question: str, records: Records) -> Draft | None:
    return decision(understand(question, vocabulary=WORDS), [], hits=[], records=records, vocabulary=WORDS)


def opening(question: str, records: Records) -> str:
    draft = asked(question, records)
    assert draft is not None
    return draft.statements[0].text


def test_the_first_sentence_says_who_did_what_and_when() -> None:
    assert opening("What was decided about the flood wall?", Records(rulings=(ruling("approved", "noted"),))) == (
        "On 4 March 2024 the Wexbridge District Council Cabinet approved and noted (minute 12):"
    )


def test_many_limbs_are_counted_not_named() -> None:
    held = Records(rulings=(ruling("approved", "noted", "deferred"),))
    assert "made 3 decisions" in opening("What was decided about the flood wall?", held)


def test_every_limb_is_quoted() -> None:
    draft = asked("What was decided about the flood wall?", Records(rulings=(ruling("deferred", "requested"),)))
    assert draft is not None
    assert [s.evidence.sentence for s in draft.statements if s.evidence] == [
        "That flood wall 0 stand.",
        "That flood wall 1 stand.",
    ]


def test_a_ruling_about_something_else_is_left_out() -> None:
    held = Records(rulings=(ruling("approved"), ruling("lost", title="Street trees")))
    draft = asked("What was decided about the flood wall?", held)
    assert draft is not None
    assert len(draft.statements) == 1


def test_without_a_ruling_or_a_proposal_there_is_no_decision() -> None:
    assert asked("What was decided about the flood wall?", Records()) is None


def test_what_is_only_recommended_is_said_to_be_no_decision() -> None:
    assert opening("Was the flood wall approved?", Records(proposals=(report(date(2024, 5, 6)),))) == (
        "No decision on this is held yet: the report to the Wexbridge District Council Cabinet of 6 May 2024 only "
        "recommends:"
    )


def test_a_report_whose_meeting_is_minuted_gives_way_to_the_minutes() -> None:
    held = Records(rulings=(ruling("approved"),), proposals=(report(DAY),))
    assert "approved" in opening("Was the flood wall approved?", held)


def test_yes_or_no_comes_first() -> None:
    question = "Was the flood wall approved?"
    assert opening(question, Records(rulings=(ruling("approved"),))).startswith("Yes. On 4 March 2024")
    assert opening(question, Records(rulings=(ruling("rejected"),))).startswith("No. On 4 March 2024")
    assert opening(question, Records(rulings=(ruling("approved", "deferred"),))).startswith("In part. ")
    assert opening(question, Records(rulings=(ruling("noted"),))).startswith("It was only noted. ")


def test_a_false_premise_is_corrected() -> None:
    assert opening("Was the flood wall refused?", Records(rulings=(ruling("approved"),))).startswith("No. On 4 March")


def test_a_question_for_more_than_yes_or_no_gets_neither() -> None:
    held = Records(rulings=(ruling("approved"),))
    assert opening("What was approved about the flood wall?", held).startswith("On 4 March 2024")
