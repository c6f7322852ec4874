from dataclasses import replace
from datetime import date

import pytest

from app.compose.evidence import Evidence
from app.compose.lists.listing import held_list, listing
from app.compose.records import Records
from app.compose.wording import Draft
from corpus.papers import Meeting, Paper
from indexer.findings.acronyms import Acronym
from indexer.findings.actions import Action
from indexer.findings.attendance import Attendance, Capacity
from indexer.findings.minutes import Decision
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.register import Ruling
from retriever.search import Hit
from retriever.vocabulary import Vocabulary

WORDS = Vocabulary([], {}, passages=100)
PAPER = Paper("a.pdf", "0" * 64, 1, 1)
COUNCIL = "Wexbridge District Council"
MARCH = Section(PAPER, SectionKind.MINUTES, Meeting(COUNCIL, "Cabinet", date(2024, 3, 4)))
MAY = Section(PAPER, SectionKind.MINUTES, Meeting(COUNCIL, "Cabinet", date(2024, 5, 6)))
HEAD = Passage(MARCH, "Present: Councillor Ash\nApologies: Councillors Elm and Oak", "", 1, 1)


def asked(question: str, records: Records, hits: list[Hit] | None = None) -> Draft | None:
    understood = understand(question, vocabulary=WORDS)
    return held_list(understood, records, WORDS.rarity) or listing(understood, hits or [], [], records, WORDS.rarity)


def said(draft: Draft | None) -> list[tuple[str, str]]:
    assert draft is not None
    return [(s.text, s.evidence.sentence if s.evidence else "") for s in draft.statements]


def test_apologies_are_quoted_from_the_head_of_the_minutes() -> None:
    people = (Attendance(MARCH, "Elm", Capacity.APOLOGIES), Attendance(MARCH, "Oak", Capacity.APOLOGIES))
    held = Records(attendance=people, passages_of=lambda _: [HEAD])
    assert said(asked("Who sent apologies on 4 March 2024?", held)) == [
        ("Who sent apologies to the Wexbridge District Council Cabinet on 4 March 2024:", "Apologies: Councillors Elm and Oak")
    ]  # fmt: skip


def test_names_that_stand_in_no_passage_are_quoted_one_by_one() -> None:
    held = Records(attendance=(Attendance(MARCH, "Elm", Capacity.APOLOGIES, page=1),))
    assert [quote for _, quote in said(asked("Who sent apologies?", held))] == ["Elm"]


def test_a_title_that_only_the_first_of_several_names_has_is_not_looked_for_beside_each() -> None:
    head = Passage(MARCH, "Present: Councillors A. J. Ash (Chairman), M. Elm and T. P. Oak", "", 1, 1)
    names = ("Councillor A. J. Ash", "Councillor M. Elm", "Councillor T. P. Oak")
    people = tuple(Attendance(MARCH, name, Capacity.PRESENT, page=1) for name in names)
    held = Records(attendance=people, passages_of=lambda _: [head])
    assert [quote for _, quote in said(asked("Who attended on 4 March 2024?", held))] == [head.text]


def test_another_meeting_is_not_answered_from() -> None:
    held = Records(attendance=(Attendance(MARCH, "Elm", Capacity.APOLOGIES),))
    assert asked("Who sent apologies on 6 May 2024?", held) is None


def test_actions_come_with_their_count_and_owners() -> None:
    tasks = tuple(Action(MAY, f"Write to the {who}.", owner="Jo Ash") for who in ("lido", "library"))
    assert said(
        asked("What actions came out of the Cabinet in May 2024?", Records(actions=tasks, sections=(MAY,)))
    ) == [
        ("The papers record 2 actions of the Wexbridge District Council Cabinet of 6 May 2024:", ""),
        ("Jo Ash:", "Write to the lido."),
        ("Jo Ash:", "Write to the library."),
    ]


def test_an_action_plan_is_no_list_of_actions() -> None:
    assert asked("Was the action plan approved in May 2024?", Records(actions=(Action(MAY, "Write."),))) is None


def test_an_acronym_is_quoted_where_it_is_spelt_out() -> None:
    passage = Passage(MARCH, "The Better Bins Fund (BBF) is new.", "The Better Bins Fund (BBF) is new.")
    held = Records(acronyms=(Acronym(MARCH, "BBF", "Better Bins Fund"),), passages_of=lambda _: [passage])
    assert said(asked("What does BBF stand for?", held)) == [
        ("BBF stands for Better Bins Fund:", "The Better Bins Fund (BBF) is new.")
    ]


def test_the_agenda_is_listed_without_what_every_agenda_has() -> None:
    front = Section(PAPER, SectionKind.FRONT_SHEET, MAY.meeting)
    items = [Passage(front, "1. Apologies\n", ""), Passage(front, "2. Bins\n3. Trees", "", 1, 1)]
    held = Records(sections=(front,), passages_of=lambda _: items)
    assert said(asked("What is on the agenda for May 2024?", held)) == [
        ("On the agenda of the Wexbridge District Council Cabinet of 6 May 2024:", "2. Bins\n3. Trees")
    ]


def test_the_decisions_of_a_meeting_are_counted_and_listed() -> None:
    limb = Decision(MAY, 1, "7", "Bins", "That bins be green.", "approved")
    held = Records(rulings=(Ruling(MAY, "7", "Bins", (limb,)),), sections=(MAY,))
    assert said(asked("List the decisions of the Cabinet on 6 May 2024", held)) == [
        ("The minutes of the Wexbridge District Council Cabinet of 6 May 2024 record decisions under one item.", ""),
        ("7 Bins – approved:", "That bins be green."),
    ]


def test_a_meeting_is_asked_about_in_other_words_too_and_nothing_that_was_put_off_is_left_unsaid() -> None:
    limbs = (
        Decision(MAY, 1, "7", "Bins", "That bins be green.", "approved"),
        Decision(MAY, 1, "7", "Bins", "That the lids be put off.", "deferred"),
    )
    held = Records(rulings=(Ruling(MAY, "7", "Bins", limbs),), sections=(MAY,))
    for question in (
        "What decisions did the Cabinet take on 6 May 2024?",
        "What did the Cabinet decide on 6 May 2024?",
    ):
        assert said(asked(question, held))[1] == ("7 Bins – approved and deferred:", "That bins be green.")
    assert asked("What did the Cabinet decide on bins in May 2024?", held) is None


def test_an_agenda_that_opens_with_routine_is_quoted_from_its_first_item_of_business_to_its_last() -> None:
    front = Section(PAPER, SectionKind.FRONT_SHEET, MAY.meeting)
    text = "1. Apologies\n2. Minutes of 4 March\n3. Bins: a new\ncontract\n4. 24/0007 Trees\nEXEMPT ITEMS\nNone"
    held = Records(sections=(front,), passages_of=lambda _: [Passage(front, text, "", 1, 1)])
    assert (
        said(asked("What was on the agenda in May 2024?", held))[0][1] == "3. Bins: a new\ncontract\n4. 24/0007 Trees"
    )


def test_apologies_and_officers_are_both_listed_where_both_are_asked_for() -> None:
    people = (
        Attendance(MARCH, "Elm", Capacity.APOLOGIES, page=1),
        Attendance(MARCH, "Ash", Capacity.PRESENT, page=1),
        Attendance(MARCH, "Jo Fir", Capacity.IN_ATTENDANCE, page=1),
    )
    found = said(asked("Who sent apologies, and which officers attended?", Records(attendance=people)))
    assert [quote for _, quote in found] == ["Elm", "Jo Fir"]


def test_those_present_are_counted() -> None:
    people = tuple(Attendance(MARCH, name, Capacity.PRESENT, page=1) for name in ("Ash", "Elm", "Oak"))
    text, _ = said(asked("How many members were present on 4 March 2024?", Records(attendance=people)))[0]
    assert text == "Who attended the Wexbridge District Council Cabinet on 4 March 2024 (3 people):"


def test_a_list_that_breaks_off_is_quoted_with_its_next_line_and_not_counted() -> None:
    head = Passage(MARCH, "Present: Councillors A. Ash, M. Elm, T. Oak and\nthe Clerk with a sixth visitor", "", 1, 1)
    names = ("Councillor A. Ash", "Councillor M. Elm", "Councillor T. Oak")
    people = tuple(Attendance(MARCH, name, Capacity.PRESENT, page=1) for name in names)
    held = Records(attendance=people, passages_of=lambda _: [head])
    assert said(asked("Who attended on 4 March 2024?", held)) == [
        ("Who attended the Wexbridge District Council Cabinet on 4 March 2024:", head.text)
    ]


def test_who_was_in_the_chair_is_said() -> None:
    people = (Attendance(MARCH, "Ash", Capacity.PRESENT, chair=True), Attendance(MARCH, "Elm", Capacity.PRESENT))
    assert [quote for _, quote in said(asked("Who chaired the Cabinet?", Records(attendance=people)))] == ["Ash"]


def test_the_chair_of_a_body_named_by_half_is_that_of_no_other() -> None:
    scrutiny = replace(MARCH, meeting=replace(MARCH.meeting, body="Overview and Scrutiny Committee"))
    people = (
        Attendance(scrutiny, "Elm", Capacity.PRESENT, chair=True, page=1),
        Attendance(MAY, "Ash", Capacity.PRESENT, chair=True, page=1),
    )
    held = Records(attendance=people, sections=(scrutiny, MAY))
    assert [quote for _, quote in said(asked("Who chairs Overview and Scrutiny?", held))] == ["Elm"]
    assert [quote for _, quote in said(asked("Who is the chair?", held))] == ["Ash"]
    assert asked("Who chairs the Friends of the Lido?", held) is None


def test_an_acronym_in_front_of_its_long_form_is_quoted_from_the_passage_found() -> None:
    passage = Passage(MARCH, "It goes to MASH (Multi Agency Safeguarding Hub) first.", "")
    assert said(asked("What does MASH stand for?", Records(), [Hit(passage, 1.0)])) == [
        ("MASH:", "It goes to MASH (Multi Agency Safeguarding Hub) first.")
    ]


def test_meetings_are_counted_and_dated() -> None:
    pages = {MARCH: "Minutes of the Cabinet held on 4 March 2024", MAY: "Minutes of the Cabinet held on 6 May 2024"}
    held = Records(sections=(MARCH, MAY), passages_of=lambda section: [Passage(section, pages[section], "", 1, 1)])
    assert said(asked("When did the Cabinet meet in 2024?", held)) == [
        ("We have papers of 2 meetings of the Wexbridge District Council Cabinet, with the minutes of 2.", ""),
        ("4 March 2024:", "Minutes of the Cabinet held on 4 March 2024"),
        ("6 May 2024:", "Minutes of the Cabinet held on 6 May 2024"),
    ]


def test_the_meetings_that_a_body_did_hold_are_listed() -> None:
    held = Records(sections=(MARCH, MAY), passages_of=lambda _: [])
    opening, _ = said(asked("Which meetings did the Cabinet hold in 2024?", held))[0]
    assert opening == "We have papers of 2 meetings of the Wexbridge District Council Cabinet, with the minutes of 2."


def test_a_question_about_more_than_meetings_is_no_question_for_their_list() -> None:
    held = Records(sections=(MARCH, MAY))
    assert asked("When did the Cabinet meet the lido trust in 2024?", held) is None
    assert asked("When did the Birchester Cabinet meet in 2024?", held) is None


def test_reports_are_listed_by_the_topic_in_their_title() -> None:
    reports = tuple(
        replace(MAY, kind=SectionKind.REPORT, title=title) for title in ("Bins: a new contract", "Street trees")
    )
    assert said(asked("Which reports are there about bins?", Records(sections=reports))) == [
        ("We have one report on this, by title:", ""),
        ("6 May 2024, Wexbridge District Council Cabinet:", "Bins: a new contract"),
    ]


def test_the_decisions_of_a_year_are_listed_by_date() -> None:
    rulings = tuple(
        Ruling(section, "7", title, (Decision(section, 1, "7", title, f"That {title} be green.", "approved"),))
        for section, title in ((MARCH, "Bins"), (MAY, "Trees"))
    )
    assert said(asked("List the decisions of the Cabinet in 2024", Records(rulings=rulings, sections=(MAY,)))) == [
        ("The minutes of the Wexbridge District Council Cabinet record decisions under 2 items.", ""),
        ("4 March 2024, 7 Bins – approved:", "That Bins be green."),
        ("6 May 2024, 7 Trees – approved:", "That Trees be green."),
    ]


def test_the_latest_decisions_are_those_of_the_last_meeting() -> None:
    rulings = tuple(
        Ruling(section, "7", title, (Decision(section, 1, "7", title, f"That {title} be green.", "approved"),))
        for section, title in ((MARCH, "Bins"), (MAY, "Trees"))
    )
    for question in ("What did the Cabinet decide lately?", "What are the latest decisions of the Cabinet?"):
        (_, quote), *more = said(asked(question, Records(rulings=rulings, sections=(MARCH, MAY))))[1:]
        assert (quote, more) == ("That Trees be green.", [])


def test_what_was_deferred_is_listed_and_nothing_else() -> None:
    limbs = (
        Decision(MAY, 1, "7", "Bins", "That bins be green.", "approved"),
        Decision(MAY, 1, "7", "Bins", "That lids be deferred.", "deferred"),
    )
    held = Records(rulings=(Ruling(MAY, "7", "Bins", limbs),))
    assert [quote for _, quote in said(asked("What was deferred in 2024?", held)) if quote] == [
        "That lids be deferred."
    ]


def test_votes_by_name_are_listed_with_their_numbers() -> None:
    limb = Decision(
        MAY, 1, "7", "Bins", "That bins be green.", "approved", votes="For (2): Ash and Elm; Against (1): Oak"
    )
    other = Decision(MAY, 1, "8", "Trees", "That trees be felled.", "approved", votes="by two votes to one")
    held = Records(rulings=(Ruling(MAY, "7", "Bins", (limb,)), Ruling(MAY, "8", "Trees", (other,))))
    assert [quote for _, quote in said(asked("Which recorded votes were there?", held)) if quote] == [
        "That bins be green.", "For (2)", "Against (1)",
    ]  # fmt: skip


def test_the_actions_of_whoever_is_named_are_listed_over_all_meetings() -> None:
    tasks = (Action(MARCH, "Write.", owner="The Head of Parks"), Action(MAY, "Dig.", owner="The Head of Roads"))
    found = said(asked("What actions does the Head of Parks have?", Records(actions=tasks)))
    assert found == [("The papers record one action for Head of Parks:", ""), ("4 March 2024, Cabinet:", "Write.")]


def test_what_does_not_bear_on_the_rest_of_a_question_is_not_put_behind_a_list() -> None:
    people = (Attendance(MARCH, "Elm", Capacity.SUBSTITUTE, page=1),)
    aside = Evidence("The bins were late again, and nobody knew why.", HEAD, 1.0, 0.5)
    understood = understand("Who came as substitutes, and for whom?", vocabulary=WORDS)
    draft = listing(understood, [], [aside], Records(attendance=people), WORDS.rarity)
    assert [quote for _, quote in said(draft)] == ["Elm"]


FAIR = Ruling(
    MARCH,
    "3",
    "Sponsorship of the fair",
    (
        Decision(MARCH, 1, "3", "Sponsorship of the fair", "That £900 be given to the fair.", "lost"),
        Decision(MARCH, 1, "3", "Sponsorship of the fair", "That £300 be given to the fair.", "carried"),
    ),
)


def test_of_two_motions_on_one_item_the_carried_one_is_listed_beside_the_lost_one() -> None:
    held = Records(rulings=(FAIR,), sections=(MARCH,))
    quotes = [quote for _, quote in said(asked("List the decisions of Cabinet on 4 March 2024.", held))]
    assert quotes[1:] == ["That £900 be given to the fair.", "That £300 be given to the fair."]


def test_motions_that_were_lost_are_listed() -> None:
    told = said(asked("Which motions were lost?", Records(rulings=(FAIR,))))
    assert told[0][0].endswith("record motions voted down under one item.")
    assert [quote for _, quote in told[1:]] == ["That £900 be given to the fair."]


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("What did the Cabinet decide since April 2024?", ["6 May 2024"]),
        ("What did the Cabinet decide before 6 May 2024?", ["4 March 2024"]),
        ("What had the Cabinet decided by 30 April 2024?", ["4 March 2024"]),
    ],
)
def test_decisions_are_listed_up_to_a_day_and_from_a_day_on(question: str, days: list[str]) -> None:
    limbs = [Decision(section, 1, "7", "Lamps", "That lamps be bought.", "agreed") for section in (MARCH, MAY)]
    held = Records(rulings=tuple(Ruling(one.section, "7", "Lamps", (one,)) for one in limbs), sections=(MARCH, MAY))
    opening = said(asked(question, held))[0][0]
    assert [day for day in ("4 March 2024", "6 May 2024") if day in opening] == days


def test_initials_that_no_paper_spells_out_may_be_those_of_a_body() -> None:
    scrutiny = replace(MAY, meeting=replace(MAY.meeting, body="Overview and Scrutiny Committee"))
    named = Passage(scrutiny, "At 6 pm\nOVERVIEW AND SCRUTINY COMMITTEE", "", 1, 1)
    held = Records(sections=(MAY, scrutiny), passages_of=lambda _: [named])
    assert said(asked("What does OSC stand for?", held)) == [
        (
            "We found no place that spells OSC out. It may be the Overview and Scrutiny Committee, which has these initials:",
            "OVERVIEW AND SCRUTINY COMMITTEE",
        )
    ]


def test_decisions_that_do_not_fit_are_all_given_by_their_titles() -> None:
    limbs = [
        Decision(MAY, 1, str(n), f"Item {n}", f"That {'a long walk be laid out, ' * 12}{n}", "agreed")
        for n in (1, 2, 3, 4)
    ]
    held = Records(rulings=tuple(Ruling(MAY, one.item, one.title, (one,)) for one in limbs), sections=(MAY,))
    found = said(asked("List the decisions of the Cabinet on 6 May 2024", held))
    assert [quote for _, quote in found] == ["", "Item 1", "Item 2", "Item 3", "Item 4"]


def test_a_title_that_is_not_on_the_page_or_only_names_the_mover_gives_way_to_the_decision() -> None:
    limb = Decision(
        MAY, 1, "7", "T. Ash, S. Elm", "That By-law 7 be passed.", "carried", mover="T. Ash", seconder="S. Elm"
    )
    limbs = [replace(limb, item=str(n)) for n in range(8)]
    held = Records(rulings=tuple(Ruling(MAY, one.item, one.title, (one,)) for one in limbs), sections=(MAY,))
    assert said(asked("List the decisions of the Cabinet on 6 May 2024", held))[1] == (
        "0 – carried:",
        "That By-law 7 be passed.",
    )
    unprinted = [replace(one, title="Harbour", mover="", seconder="") for one in limbs]
    held = Records(
        rulings=tuple(Ruling(MAY, one.item, one.title, (one,)) for one in unprinted),
        sections=(MAY,),
        passages_of=lambda section: [Passage(section, "7. Another head", "", 1, 1)],
    )
    assert said(asked("List the decisions of the Cabinet on 6 May 2024", held))[1][1] == "That By-law 7 be passed."


def test_a_council_that_is_named_does_not_name_the_committee_of_another() -> None:
    other = replace(MARCH, meeting=Meeting("Eelham", "District Council", date(2024, 3, 4)))
    own = replace(MAY, meeting=replace(MAY.meeting, body="Council"))
    limb = Decision(own, 1, "7", "Bins", "That bins be green.", "approved")
    held = Records(rulings=(Ruling(own, "7", "Bins", (limb,)),), sections=(own, other))
    question = replace(
        understand("What did Wexbridge District Council decide on 6 May 2024?", vocabulary=WORDS),
        organisations=(COUNCIL,),
    )
    assert said(listing(question, [], [], held, WORDS.rarity))[1] == ("7 Bins – approved:", "That bins be green.")


CHOSEN = (
    Decision(MARCH, 1, "2", "Mayor", "That Councillor Elm be elected Mayor.", "appointed"),
    Decision(MAY, 1, "3", "Co-option", "that Heidi should be co-opted.", "appointed", kind="motion"),
    Decision(MAY, 1, "4", "Mayor", "That the Mayor's chain be mended.", "agreed"),
)


def test_who_was_chosen_and_when_is_told_by_the_decision() -> None:
    held = Records(
        rulings=tuple(Ruling(one.section, one.item, one.title, (one,)) for one in CHOSEN), sections=(MARCH, MAY)
    )
    for question in ("Who was elected Mayor?", "When was Councillor Elm elected Mayor?"):
        assert said(asked(question, held)) == [
            ("On 4 March 2024 the Wexbridge District Council Cabinet appointed (minute 2):", CHOSEN[0].text)
        ]
    assert said(asked("Who was co-opted?", held))[0][1] == "that Heidi should be co-opted."
    assert asked("Who was elected Leader?", held) is None


def test_an_acronym_behind_its_long_form_is_quoted_from_the_passage_found() -> None:
    passage = Passage(MARCH, "The plan came later. The Tide Mill Fund (TMF) pays for it.", "")
    assert said(asked("What does TMF stand for?", Records(), [Hit(passage, 1.0)])) == [
        ("TMF:", "The Tide Mill Fund (TMF) pays for it.")
    ]
