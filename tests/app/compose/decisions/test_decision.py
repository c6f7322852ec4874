from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.compose.decisions.decision import decision
from app.compose.evidence import Evidence
from app.compose.records import Records
from app.compose.wording import Draft
from corpus.papers import Meeting, Paper
from indexer.findings.minutes import Decision
from indexer.findings.recommendations import Recommendation
from indexer.linking.fates import Fate, FateKind
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.register import Proposal, Ruling
from retriever.vocabulary import Vocabulary

COUNCIL, DAY = "Wexbridge District Council", date(2024, 3, 4)
SECTION = Section(Paper("a.pdf", "0" * 64, 1, 1), SectionKind.MINUTES, Meeting(COUNCIL, "Cabinet", DAY))
WORDS = Vocabulary([], {}, passages=100)


def ruling(*outcomes: str, title: str = "Flood wall", section: Section = SECTION, item: str = "12") -> Ruling:
    limbs = tuple(
        Decision(section, 2, item, title, f"That {title.lower()} {n} stand.", o) for n, o in enumerate(outcomes)
    )
    return Ruling(section, item, title, limbs)


def said(text: str, outcome: str, *, title: str = "Flood wall", day: date = DAY, **more: Any) -> Ruling:
    section = replace(SECTION, meeting=replace(SECTION.meeting, held_on=day))
    return Ruling(section, "12", title, (Decision(section, 2, "12", title, text, outcome, **more),))


def report(day: date, title: str = "Flood wall") -> Proposal:
    section = replace(SECTION, kind=SectionKind.REPORT, meeting=replace(SECTION.meeting, held_on=day), title=title)
    return Proposal(section, (Recommendation(section, "1", f"That the {title.lower()} be raised.", 4),))


def asked(question: str, records: Records) -> Draft | None:
    return decision(understand(question, vocabulary=WORDS), [], hits=[], records=records, vocabulary=WORDS)


def lines(question: str, records: Records) -> list[tuple[str, str]]:
    draft = asked(question, records)
    assert draft is not None
    return [(s.text, s.evidence.sentence if s.evidence else "") for s in draft.statements]


def opening(question: str, records: Records) -> str:
    draft = asked(question, records)
    assert draft is not None
    return draft.statements[0].text


def test_without_a_time_the_ruling_that_stands_goes_first() -> None:
    may = replace(SECTION, meeting=replace(SECTION.meeting, held_on=date(2024, 5, 6)))
    held = Records(rulings=(ruling("deferred"), ruling("approved", section=may)))
    assert opening("What was decided about the flood wall?", held).startswith("On 6 May 2024")
    assert opening("What was decided about the flood wall in March 2024?", held).startswith("On 4 March 2024")


def test_the_first_sentence_says_who_did_what_and_when() -> None:
    assert opening("What was decided about the flood wall?", Records(rulings=(ruling("approved", "noted"),))) == (
        "On 4 March 2024 the Wexbridge District Council Cabinet approved and noted (minute 12):"
    )


def test_many_limbs_are_counted_not_named() -> None:
    held = Records(rulings=(ruling("approved", "noted", "deferred", "delegated"),))
    assert "agreed the following" in opening("What was decided about the flood wall?", held)


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
        "The papers have no decision on this yet: the report to the Wexbridge District Council Cabinet of 6 May 2024 only "
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


def test_a_condition_of_something_else_says_no_yes() -> None:
    stays = ruling("approved")
    limb = replace(
        stays.limbs[0], text="That the group stay in being until the flood wall lease is signed.", title="Group"
    )
    held = Records(rulings=(replace(stays, title="Group", limbs=(limb,)),))
    assert not opening("Was the flood wall lease approved?", held).startswith("Yes.")


def test_a_false_premise_is_corrected() -> None:
    assert opening("Was the flood wall refused?", Records(rulings=(ruling("approved"),))).startswith("No. On 4 March")


def test_a_question_for_more_than_yes_or_no_gets_neither() -> None:
    held = Records(rulings=(ruling("approved"),))
    assert opening("What was approved about the flood wall?", held).startswith("On 4 March 2024")


@pytest.mark.parametrize(
    ("question", "outcome", "opens"),
    [
        ("Why was the flood wall refused?", "approved", "It was not turned down. On 4 March 2024"),
        ("Why was the flood wall approved?", "rejected", "It was not approved. On 4 March 2024"),
        ("When was the flood wall approved?", "deferred", "It was not approved, but put off. On 4 March 2024"),
        ("Why was the flood wall deferred?", "approved", "It was not put off. On 4 March 2024"),
        ("Why was the flood wall approved?", "approved", "On 4 March 2024"),
    ],
)
def test_what_a_question_takes_for_granted_is_corrected(question: str, outcome: str, opens: str) -> None:
    assert opening(question, Records(rulings=(ruling(outcome),))).startswith(opens)


def test_yes_or_no_goes_by_the_limb_that_is_asked_about() -> None:
    limbs = (
        Decision(SECTION, 2, "12", "Flood walls", "That the wall at Otter Brook be approved.", "approved"),
        Decision(SECTION, 2, "12", "Flood walls", "That the wall at Swan Mill be deferred.", "deferred"),
    )
    held = Records(rulings=(Ruling(SECTION, "12", "Flood walls", limbs),))
    assert lines("Was the flood wall at Swan Mill approved?", held) == [
        (
            "Not yet: it was put off. On 4 March 2024 the Wexbridge District Council Cabinet deferred (minute 12):",
            "That the wall at Swan Mill be deferred.",
        ),
        ("In the same minute:", "That the wall at Otter Brook be approved."),
    ]


def test_an_amendment_is_told_of_behind_what_was_decided() -> None:
    change = Decision(
        SECTION, 2, "12", "Flood wall", "The amendment was lost.", "lost",
        votes="two votes to five", amendment=True, motion="Councillor Ash moved that the wall be lower.",
    )  # fmt: skip
    main = ruling("approved")
    held = Records(rulings=(replace(main, limbs=(change, *main.limbs)),))
    assert lines("Was the flood wall approved?", held) == [
        (
            "Yes. On 4 March 2024 the Wexbridge District Council Cabinet approved (minute 12):",
            "That flood wall 0 stand.",
        ),
        ("It rejected an amendment:", "Councillor Ash moved that the wall be lower."),
        ("", "The amendment was lost."),
        ("Vote:", "two votes to five"),
    ]


def test_of_a_vote_recorded_by_name_the_numbers_are_quoted() -> None:
    voted = said("That the flood wall be built.", "approved", votes="For (2): Ash and Elm; Against (1): Oak")
    found = lines("Was the flood wall approved?", Records(rulings=(voted,)))
    assert found[1:] == [("Vote:", "For (2)"), ("", "Against (1)")]


def test_what_had_been_recommended_is_quoted_where_it_differs() -> None:
    held, reported = ruling("approved", "noted"), report(DAY)
    fates = (
        Fate(replace(reported.limbs[0], text="That the flood wall be two metres."), FateKind.AMENDED, held.limbs[0]),
        Fate(replace(reported.limbs[0], text="That the flood wall be noted."), FateKind.NOTED, held.limbs[1]),
    )
    assert lines("Was the flood wall approved?", Records(rulings=(held,), fates=fates))[2:] == [
        ("The report had recommended:", "That the flood wall be two metres.")
    ]


def test_what_was_decided_afterwards_on_the_same_matter_is_told_in_a_line() -> None:
    rulings = (
        said("That the flood wall be built.", "approved"),
        said("That the flood wall be deferred.", "deferred", day=date(2024, 5, 6)),
        said("That the street trees be felled.", "approved", title="Street trees", day=date(2024, 6, 3)),
        said("That the flood wall report be noted.", "noted", day=date(2024, 7, 1)),
    )
    assert lines("Was the flood wall approved in March 2024?", Records(rulings=rulings))[1:] == [
        ("Then, on 6 May 2024, the Cabinet deferred (minute 12):", "That the flood wall be deferred.")
    ]


def test_a_later_ruling_that_names_the_minute_is_told_whatever_its_title() -> None:
    held = Records(
        rulings=(
            ruling("approved", item="CAB 12"),
            said("rescinds its decision CAB 12.", "agreed", title="Call-in", day=date(2024, 4, 8)),
        )
    )
    assert lines("Was the flood wall approved?", held)[1][0].startswith("Then, on 8 April 2024, the Cabinet rescinded")


def test_a_ruling_that_shares_a_common_word_is_not_put_behind_a_recommendation() -> None:
    held = Records(
        proposals=(report(date(2024, 5, 6), "Local transport plan"),), rulings=(ruling("adopted", title="Pay plan"),)
    )
    found = lines("Has the local transport plan been adopted?", held)
    assert [quote for _, quote in found] == ["That the local transport plan be raised."]


def test_a_ruling_that_names_the_thing_only_in_a_condition_gives_way() -> None:
    lease = said("That the lease of the mill be granted.", "approved", title="Mill")
    group = said(
        "That the group stay until the lease of the mill is signed.", "agreed", title="Group", day=date(2024, 5, 6)
    )
    assert opening("What was decided about the lease of the mill?", Records(rulings=(group, lease))).startswith(
        "On 4 March 2024"
    )


def test_an_approval_does_not_say_that_something_was_signed() -> None:
    held = Records(rulings=(said("That the lease of the mill be granted.", "approved", title="Mill lease"),))
    assert opening("Has the mill lease been signed?", held).startswith("On 4 March 2024")
    assert opening("Has the mill lease been signed off?", held).startswith("Yes. ")


def test_newer_minutes_that_say_how_things_are_come_first() -> None:
    may = replace(SECTION, meeting=replace(SECTION.meeting, held_on=date(2024, 5, 6)))
    heard = Evidence.of(may, "The mill lease would not be signed by June.", 1)
    held = Records(rulings=(said("That the lease of the mill be granted.", "approved", title="Mill lease"),))
    question = understand("Has the mill lease been signed?", vocabulary=WORDS)
    draft = decision(question, [heard], hits=[], records=held, vocabulary=WORDS)
    assert draft is not None
    assert [one.text for one in draft.statements[:2]] == [
        "On 6 May 2024 the Wexbridge District Council Cabinet heard:",
        "On 4 March 2024 the Wexbridge District Council Cabinet approved (minute 12):",
    ]


def test_the_day_of_a_decision_is_that_of_what_was_decided_and_not_only_noted() -> None:
    adopted = said("That the code be adopted.", "adopted", title="Code")
    noted = said("That the code be noted.", "noted", title="Code", day=date(2024, 5, 6))
    held = Records(rulings=(adopted, noted))
    assert opening("When was the code adopted?", held).startswith("On 4 March 2024")


def test_what_a_body_agreed_not_to_do_is_answered_with_no() -> None:
    for text in (
        "Councillors resolved not to give to the flood wall fund",
        "That no gift be made to the flood wall fund",
    ):
        held = Records(rulings=(said(text, "agreed", title="Flood wall fund"),))
        assert opening("Did the council agree to give to the flood wall fund?", held).startswith("No. On 4 March 2024")
    held = Records(rulings=(said("To give £100 to the flood wall fund", "agreed", title="Flood wall fund"),))
    assert opening("Did the council agree to give to the flood wall fund?", held).startswith("Yes. On 4 March 2024")
