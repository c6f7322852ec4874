"""How public bodies put their decisions, form by form: one small made-up item each, and what it decides.

`marked` items stand in minutes that use the word RESOLVED elsewhere, `plain` ones in minutes that have no such word.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from made_up import minutes_of

from indexer.findings.minutes import decisions_of
from indexer.items.item import items_of
from indexer.sections.section import SectionText

MARKED = "1. Minutes\nRESOLVED: That the minutes of 4 May 2031 be signed as a correct record.\n2. Boathouse\n{}\n3. Close\nThe meeting closed at 8 pm."
PLAIN = "1. Welcome\nThe Chair welcomed Mrs Tarn.\n2. Boathouse\n{}\n3. Close\nThe meeting closed at 8 pm."


@dataclass(frozen=True, slots=True)
class Case:
    """The text of an item, and the words and outcome of each decision in it."""

    name: str
    frame: str
    text: str
    decided: tuple[tuple[str, str], ...]


CASES = (
    Case(
        "limbs below what is recommended to another body",
        MARKED,
        "Resolved\n\nThat Council be recommended:\n(1) to approve the slip; and\n(2) to note the survey.",
        (("to approve the slip; and", "approved"), ("to note the survey.", "noted")),
    ),
    Case(
        "word and That inside a paragraph",
        MARKED,
        "It was felt that others should be asked. Resolved That the slip be closed.",
        (("That the slip be closed.", "agreed"),),
    ),
    Case("signed later", PLAIN, "Minutes will be signed once the Council can meet at the slip.", ()),
    Case(
        "paragraph that goes on below an empty line",
        PLAIN,
        "Councillor Orr made the motion to move into\n\nExecutive Session.\n\nCouncillor Pym seconded the motion.\n\nThe motion passed.",
        (("to move into Executive Session.", "carried"),),
    ),
    Case(
        "body, then what it considered, then the word",
        MARKED,
        "The Committee, having looked at the slip,\nRESOLVED - to have it relaid in oak.",
        (("to have it relaid in oak.", "agreed"),),
    ),
    Case(
        "moved and duly seconded by nobody named",
        MARKED,
        "Mrs Brand moved, duly seconded, that the meeting rest for an hour. The Chair put the proposal to the vote and it was not agreed.",
        (("that the meeting rest for an hour", "lost"),),
    ),
    Case(
        "then moved, refused by a motion that is carried",
        MARKED,
        "It was then moved by Councillor Mist, seconded by Councillor Hay, that the application be refused. On being put to the vote, the motion was carried.",
        (("that the application be refused.", "rejected"),),
    ),
    Case(
        "agreed beside a word",
        MARKED,
        "It was agreed that the lamp be asked for again.\nThe survey came in.\nRESOLVED: That the survey be paid.",
        (("that the lamp be asked for again.", "requested"), ("That the survey be paid.", "agreed")),
    ),
    Case(
        "only an opinion beside a word",
        MARKED,
        "It was agreed that the slip had been a trouble for years.\nRESOLVED: That the survey be paid.",
        (("That the survey be paid.", "agreed"),),
    ),
    Case(
        "number and two names",
        PLAIN,
        "MOTION 31-04 Ash / Elm: That the slip be relaid. CARRIED",
        (("That the slip be relaid.", "carried"),),
    ),
    Case(
        "label inside a paragraph",
        MARKED,
        "Members liked oak best. Decision: the slip to be relaid in oak.",
        (("the slip to be relaid in oak.", "other"),),
    ),
    Case(
        "a noun and what became of it",
        PLAIN,
        "Mrs Orr spoke of the slip.\n\nPolicy on the slip not approved",
        (("Policy on the slip not approved", "rejected"),),
    ),
    Case("none noted", PLAIN, "Letters about the slip - none noted.", ()),
    Case(
        "put off behind a dash",
        PLAIN,
        "Prices for the slip - carried over to May as only one had come",
        (("Prices for the slip - carried over to May as only one had come", "deferred"),),
    ),
    Case(
        "general consent",
        PLAIN,
        "It was the consensus of the Board to relay the slip in oak.",
        (("It was the consensus of the Board to relay the slip in oak.", "agreed"),),
    ),
    Case("received before the meeting", PLAIN, "The Council had received a letter about the slip.", ()),
    Case(
        "words in quotation marks",
        PLAIN,
        "Councillor Orr moved: “That the slip be relaid”. Councillor Pym seconded. All members supported the motion.",
        (("That the slip be relaid", "carried"),),
    ),
    Case(
        "vote on",
        PLAIN,
        "Vote on relaying the slip at £480: yes 5 no 1",
        (("Vote on relaying the slip at £480: yes 5 no 1", "agreed"),),
    ),
    Case(
        "whereas above its mover",
        PLAIN,
        "WHEREAS the slip is worn;\nNOW, THEREFORE, BE IT RESOLVED that the slip be relaid.\nMoved by Orr, seconded by Pym. Voting yes: Orr, Pym. Resolution adopted.",
        (("that the slip be relaid.", "carried"),),
    ),
    Case(
        "running on",
        MARKED,
        "The slip was looked at. Moved by Councillor Pym and seconded by Councillor Orr RESOLVED that the slip be relaid.",
        (("that the slip be relaid.", "agreed"),),
    ),
    Case(
        "dash and a later line",
        MARKED,
        "Resolved:-\n\nThat the slip be relaid.",
        (("That the slip be relaid.", "agreed"),),
    ),
    Case(
        "infinitive limbs",
        MARKED,
        "It was resolved to:\n(i) to note the survey of the slip; and\n(ii) to ask for two prices.",
        (("to note the survey of the slip; and", "noted"), ("to ask for two prices.", "requested")),
    ),
    Case(
        "note form limbs",
        MARKED,
        "The Committee resolved:-\nA  Note the survey of the slip.\nB  Approve the purchase of a winch.",
        (("Note the survey of the slip.", "noted"), ("Approve the purchase of a winch.", "approved")),
    ),
    Case(
        "word alone, no that",
        MARKED,
        "RESOLVED\n\nThe survey of the slip be accepted",
        (("The survey of the slip be accepted", "approved"),),
    ),
    Case(
        "unanimity in the marker",
        MARKED,
        "RESOLVED: (Unanimously)\nThat the slip be relaid in oak.",
        (("That the slip be relaid in oak.", "agreed"),),
    ),
    Case(
        "spaced out that",
        MARKED,
        "RESOLVED – T H A T the slip be relaid in oak.",
        (("the slip be relaid in oak.", "agreed"),),
    ),
    Case(
        "spaced out that over limbs",
        MARKED,
        "RESOLVED - T H A T\n(a) the survey be noted; and\n(b) the slip be relaid.",
        (("the survey be noted; and", "noted"), ("the slip be relaid.", "agreed")),
    ),
    Case(
        "members agreed in capitals",
        MARKED,
        "Members AGREED that the slip be closed for the winter.",
        (("Members AGREED that the slip be closed for the winter.", "agreed"),),
    ),
    Case(
        "small agreed",
        MARKED,
        "The Board agreed to note the survey of the slip.",
        (("The Board agreed to note the survey of the slip.", "agreed"),),
    ),
    Case(
        "this was agreed by the body",
        PLAIN,
        "Mrs Tarn proposed that the slip be relaid in oak. This was agreed by the Council.",
        (("Mrs Tarn proposed that the slip be relaid in oak.", "agreed"),),
    ),
    Case(
        "decision made that",
        PLAIN,
        "Decision Made: That:\n(a) the survey be received;\n(b) the slip be shut until May.",
        (("the survey be received;", "noted"), ("the slip be shut until May.", "other")),
    ),
    Case(
        "that the body over limbs",
        PLAIN,
        "Decision:\nThat the Executive\n(1) shuts the slip until May; and\n(2) lends the rowing club £400.\nReason for decision: The planks are rotten.\nCouncillor Pym asked about the winch.",
        (("shuts the slip until May; and", ""), ("lends the rowing club £400.", "")),
    ),
    Case(
        "who decides behind the marker",
        MARKED,
        "Resolved: the Board\n(i) approved the purchase of a winch;\n(ii) asked for a report on the slip.",
        (("approved the purchase of a winch;", "approved"), ("asked for a report on the slip.", "requested")),
    ),
    Case("noted alone", PLAIN, "A letter from the rowing club was read out.\nNoted.", (("Noted.", "noted"),)),
    Case(
        "approved and signed",
        PLAIN,
        "The minutes of the meeting of 4 May were approved as a correct record and signed.",
        (("The minutes of the meeting of 4 May were approved as a correct record and signed.", "approved"),),
    ),
    Case(
        "minutes agreed as true",
        MARKED,
        "The notes of the meeting of 4 May were agreed as a true record.",
        (("The notes of the meeting of 4 May were agreed as a true record.", "agreed"),),
    ),
    Case(
        "told: elected",
        MARKED,
        "Mrs Tarn was elected Chair for the year.",
        (("Mrs Tarn was elected Chair for the year.", "appointed"),),
    ),
    Case(
        "told: chosen",
        PLAIN,
        "On the motion of Mr Pym, seconded by Mr Orr, Mrs Tarn was chosen as Warden for the year.",
        (("On the motion of Mr Pym, seconded by Mr Orr, Mrs Tarn was chosen as Warden for the year.", "appointed"),),
    ),
    Case(
        "told: deferred",
        MARKED,
        "Consideration was deferred until the price was known.",
        (("Consideration was deferred until the price was known.", "deferred"),),
    ),
    Case(
        "told: put off",
        MARKED,
        "The Clerk said that no price had come, and the item was put off to 9 July.",
        (("the item was put off to 9 July.", "deferred"),),
    ),
    Case(
        "told: withdrawn",
        MARKED,
        "The report was withdrawn by officers.",
        (("The report was withdrawn by officers.", "withdrawn"),),
    ),
    Case(
        "told: co-opted",
        PLAIN,
        "Miss Lorne was co-opted to the vacant seat.",
        (("Miss Lorne was co-opted to the vacant seat.", "appointed"),),
    ),
    Case(
        "told: referred",
        MARKED,
        "The petition was referred to the Harbour Board.",
        (("The petition was referred to the Harbour Board.", "referred"),),
    ),
    Case(
        "recommended heading",
        MARKED,
        "RECOMMENDED to Full Council:\n(1) that dues rise by 2%;\n(2) that the slip be shut.",
        (("that dues rise by 2%;", "other"), ("that the slip be shut.", "other")),
    ),
    Case(
        "bare that",
        MARKED,
        "Members were worried about the planks.\n\nThat the survey of the slip be noted.",
        (("That the survey of the slip be noted.", "noted"),),
    ),
    Case(
        "bare lettered thats",
        MARKED,
        "Members were worried about the planks.\n\n(a) That the survey of the slip be noted.\n(b) That two prices be sought.",
        (("That the survey of the slip be noted.", "noted"), ("That two prices be sought.", "requested")),
    ),
    Case(
        "bare to refuse",
        MARKED,
        "Mr Orr spoke against the slip.\n\nTo REFUSE the application for the following reason:\n1. It would harm the view.",
        (("To REFUSE the application for the following reason: 1. It would harm the view.", "rejected"),),
    ),
    Case(
        "announced, then thats",
        MARKED,
        "The Panel withdrew and on coming back announced its decision:\nThat the slip be let until 10 pm.\nThat music be refused.\nReasons: The Panel had heard of noise.",
        (("That the slip be let until 10 pm.", ""), ("That music be refused.", "rejected")),
    ),
    Case(
        "by votes, that",
        MARKED,
        "Mr Orr spoke of the planks. By five votes to two: That the slip be relaid.",
        (("That the slip be relaid.", ""),),
    ),
    Case(
        "the panel resolved over limbs",
        MARKED,
        "By nine votes to four with one abstention the Panel RESOLVED:\n1. To support the rate of £2.\n2. To ask for a yearly report.",
        (("To support the rate of £2.", "endorsed"), ("To ask for a yearly report.", "requested")),
    ),
    Case(
        "votes in brackets behind the marker",
        MARKED,
        "Resolved (the Mayor and four members for, one against):\nA. To approve £6,000 for the slip;\nB. To call for a report in July.",
        (("To approve £6,000 for the slip;", "approved"), ("To call for a report in July.", "requested")),
    ),
    Case(
        "agreed on a proposal",
        MARKED,
        "AGREED: on the proposal of Councillor Pym, seconded by Councillor Orr, with Mr Lee dissenting\n(i) that the survey be approved;\n(ii) that the slip be shut.",
        (("that the survey be approved;", "approved"), ("that the slip be shut.", "")),
    ),
    Case(
        "agreed on a proposal, running on",
        MARKED,
        "AGREED on the proposal of Councillor Pym, seconded by Councillor Orr, that the survey be approved.",
        (("that the survey be approved.", "approved"),),
    ),
    Case(
        "moved, seconded and resolved without names",
        MARKED,
        "It was moved, seconded and RESOLVED - That Mrs Tarn be appointed Warden.",
        (("That Mrs Tarn be appointed Warden.", "appointed"),),
    ),
    Case(
        "reason after each limb",
        MARKED,
        "RESOLVED:\n(1) That the survey be noted.\nReason: To know the cost.\n(2) That the slip be shut.\nReason: To keep people safe.",
        (("That the survey be noted.", "noted"), ("That the slip be shut.", "agreed")),
    ),
    Case(
        "limbs on the marker's line",
        MARKED,
        "Resolved: (a) that the survey be noted; (b) that the slip be shut; and (c) that the Clerk be thanked.",
        (
            ("that the survey be noted;", "noted"),
            ("that the slip be shut; and", "agreed"),
            ("that the Clerk be thanked.", "thanked"),
        ),
    ),
    Case(
        "text behind the limbs is not theirs",
        MARKED,
        "RESOLVED:\n(1) That the survey be noted.\n(2) That the slip be shut.\n(Councillor Pym left at 7.10 pm.)\nMembers then spoke of the weather.",
        (("That the survey be noted.", "noted"), ("That the slip be shut.", "agreed")),
    ),
    Case(
        "planning: granted",
        MARKED,
        "RESOLVED that PLANNING PERMISSION BE GRANTED.",
        (("that PLANNING PERMISSION BE GRANTED.", "approved"),),
    ),
    Case(
        "planning: minded",
        MARKED,
        "The Committee was minded to APPROVE against officer recommendation, for the following reasons:\n1. The slip is old.\n2. It is wanted.",
        (
            (
                "The Committee was minded to APPROVE against officer recommendation, for the following reasons: 1. The slip is old. 2. It is wanted.",
                "approved",
            ),
        ),
    ),
    Case(
        "planning: withdrawn",
        MARKED,
        "31/00417/FUL - Land north of the slip\nWITHDRAWN by officers from the agenda.",
        (("WITHDRAWN by officers from the agenda.", "withdrawn"),),
    ),
    Case(
        "planning: parish comments",
        PLAIN,
        "31/0212 Extension at The Forge - no objection.\n31/0230 New slip at Mere End. Council objects: too steep.",
        (("31/0212 Extension at The Forge - no objection.", "other"), ("Council objects: too steep.", "")),
    ),
    Case(
        "licensing: none of the steps",
        MARKED,
        "The Sub-Committee decided to take none of the steps open to it.",
        (("The Sub-Committee decided to take none of the steps open to it.", "agreed"),),
    ),
    Case(
        "mover and seconder, two lines",
        MARKED,
        "PROPOSED by Councillor Pym\nSeconded by Councillor Orr, and\nRESOLVED: that the slip be shut.",
        (("that the slip be shut.", "agreed"),),
    ),
    Case(
        "motion quoted and carried",
        MARKED,
        'Councillor Pym moved and Councillor Orr seconded:\n"That this Council relays the slip."\nThe motion was put to the vote and declared CARRIED.',
        (("That this Council relays the slip.", "carried"),),
    ),
    Case(
        "motion quoted and lost",
        MARKED,
        'Councillor Pym moved and Councillor Orr seconded:\n"That this Council relays the slip."\nOn being put to the vote the motion was declared LOST.',
        (("That this Council relays the slip.", "lost"),),
    ),
    Case(
        "motion lost above a resolution",
        MARKED,
        "Mr Pym proposed, and Mr Orr seconded, that the slip be sold.\nThe votes were For (2) Against (3) Abstain (1). Motion lost.\nRESOLVED that the slip be relaid.",
        (("that the slip be sold.", "lost"), ("that the slip be relaid.", "agreed")),
    ),
    Case(
        "it was moved, then the vote on lines",
        MARKED,
        "It was moved by Councillor Pym and seconded by Councillor Orr that the slip be sold.\nVoting record - For 3, against 4, did not vote 0\nThe motion was declared lost.",
        (("that the slip be sold.", "lost"),),
    ),
    Case(
        "amendment fell",
        MARKED,
        "Councillor Pym moved an amendment, seconded by Councillor Orr, that the slip be built in steel. On being put to the vote the amendment fell.\nRESOLVED - That the slip be built in oak.",
        (("that the slip be built in steel.", "lost"), ("That the slip be built in oak.", "agreed")),
    ),
    Case(
        "no seconder",
        MARKED,
        "Cllr Pym proposed that the slip be sold; there was no seconder and the proposal fell.\nRESOLVED that the slip be relaid.",
        (("that the slip be relaid.", "agreed"),),
    ),
    Case(
        "withdrawn by its mover",
        MARKED,
        "Councillor Pym withdrew the motion with the leave of the Council.",
        (("Councillor Pym withdrew the motion with the leave of the Council.", "withdrawn"),),
    ),
    Case(
        "referred under standing orders",
        MARKED,
        'Councillor Pym moved, seconded by Councillor Orr:\n"That this Council builds a slip at Mere End."\nThe Chair ruled that the motion was referred to the Executive.',
        (("That this Council builds a slip at Mere End.", "referred"),),
    ),
    Case(
        "carried without RESOLVED",
        MARKED,
        "Councillor Pym moved the recommendations, seconded by Councillor Orr, which were:\n(a) That the survey be noted;\n(b) That the slip be shut.\nThe motion was put and declared CARRIED.",
        (("That the survey be noted;", "noted"), ("That the slip be shut.", "carried")),
    ),
    Case(
        "nominated",
        MARKED,
        "Mrs Tarn was nominated and seconded. There were no other nominations.",
        (("Mrs Tarn was nominated and seconded.", "appointed"),),
    ),
    Case(
        "numbers in words",
        PLAIN,
        "It was agreed by four votes to three that the slip be shut.",
        (("that the slip be shut", ""),),
    ),
    Case(
        "proposed and a count",
        PLAIN,
        "RI proposed £22 for the slip, HB seconded, four in favour and one abstained.",
        (("RI proposed £22 for the slip, HB seconded, four in favour and one abstained.", ""),),
    ),
    Case(
        "not agreed",
        MARKED,
        "Ms Lund proposed that the slip be sold; this was not agreed, four voting against and three for.",
        (("that the slip be sold", "lost"),),
    ),
    Case(
        "nem con",
        MARKED,
        "RESOLVED: (nem con) to adopt the plan of the slip.",
        (("to adopt the plan of the slip.", "adopted"),),
    ),
    Case(
        "unanimous in words",
        PLAIN,
        "The purchase of a winch was voted on and approved unanimously.",
        (("The purchase of a winch was voted on and approved unanimously.", "approved"),),
    ),
    Case(
        "casting vote",
        MARKED,
        "Resolved: the Board, on the Chair's casting vote, agreed to shut the slip.",
        (("the Board, on the Chair's casting vote, agreed to shut the slip.", "agreed"),),
    ),
    Case(
        "order of business",
        MARKED,
        "It was agreed that item 9 be taken next.",
        (("that item 9 be taken next.", "agreed"),),
    ),
    Case(
        "procedural, moved and lost",
        MARKED,
        "It was moved by the Chair, seconded by Councillor Orr and lost, that the meeting go on. (For 6, against 8.)",
        (("that the meeting go on.", "lost"),),
    ),
    Case(
        "public excluded",
        MARKED,
        "Members resolved that the public be excluded under paragraph 1 of Part 1 of Schedule 12A.",
        (("that the public be excluded under paragraph 1 of Part 1 of Schedule 12A.", ""),),
    ),
    Case("not excluded", MARKED, "Members did not resolve to exclude the public.", ()),
    Case(
        "content",
        MARKED,
        "Members were content that the slip be painted.",
        (("Members were content that the slip be painted.", "agreed"),),
    ),
    Case(
        "matters arising behind limbs",
        MARKED,
        "RESOLVED: That the minutes of 4 May be approved. Matters arising: Minute 44, page 3 - the slip had been mended.",
        (("That the minutes of 4 May be approved.", "approved"),),
    ),
    Case(
        "payments proposed and carried",
        PLAIN,
        "Proposed Mr Pym, seconded Mr Orr, that the accounts above be paid. Carried.",
        (("that the accounts above be paid.", "carried"),),
    ),
    Case(
        "moved and vote line",
        PLAIN,
        "Director Pym moved to approve the lease of the slip. Director Orr seconded. Vote: 6-0",
        (("to approve the lease of the slip", "approved"),),
    ),
    Case(
        "motion to, by",
        PLAIN,
        "Motion to approve the lease of the slip by Pym, second by Orr. Passed unanimously.",
        (("to approve the lease of the slip", "approved"),),
    ),
    Case(
        "numbered resolution with whereas",
        PLAIN,
        "R2031-14 Pym, Orr: WHEREAS the slip is rotten; therefore be it resolved that a bond be put before the voters. Carried 4-1 (Lee).",
        (("that a bond be put before the voters.", "carried"),),
    ),
    Case(
        "numbered paragraphs",
        MARKED,
        "2.1 The Clerk spoke of the planks.\n2.2 The Council AGREED that the slip be shut.\n2.3 Mr Orr was to tell the club.",
        (("The Council AGREED that the slip be shut.", "agreed"),),
    ),
    Case(
        "delegated in a numbered paragraph",
        MARKED,
        "2.1 The Clerk spoke of the planks.\n2.2 The Board delegated authority to the Chair to sign the lease.",
        (("The Board delegated authority to the Chair to sign the lease.", "delegated"),),
    ),
    Case(
        "en bloc",
        MARKED,
        "The following were approved en bloc: the lease; the survey; the rules of the slip.",
        (("The following were approved en bloc: the lease; the survey; the rules of the slip.", "approved"),),
    ),
    Case(
        "two words in capitals",
        MARKED,
        "RESOLVED: The Board NOTED the survey and REQUESTED a plan for the slip.",
        (("The Board NOTED the survey and REQUESTED a plan for the slip.", "noted"),),
    ),
    Case(
        "agreed to ask that",
        PLAIN,
        "It was agreed to ask that the slip be moved.",
        (("to ask that the slip be moved.", "requested"),),
    ),
    Case(
        "agreed that minutes were true",
        PLAIN,
        "It was agreed that the minutes of 4 May were a true record.",
        (("that the minutes of 4 May were a true record.", ""),),
    ),
    # what looks like a decision and is none
    Case("not: of one mind", PLAIN, "It was agreed that the figures had been late.", ()),
    Case("not: complaints resolved", MARKED, "Nine complaints about the slip were resolved by advice.", ()),
    Case("not: agreed with the speaker", PLAIN, "Mr Orr agreed with the speaker about the planks.", ()),
    Case("not: an officer agreed to", PLAIN, "The harbour master agreed to write to the rowing club.", ()),
    Case("not: noted that", MARKED, "It was noted that the next meeting would be on 9 July.", ()),
    Case("not: agreed last May", PLAIN, "The Executive AGREED last May that the slip be shut, and it was.", ()),
    Case(
        "not: another body's",
        PLAIN,
        "At its May meeting the Harbour Board approved a public hearing, which drew 40 people.",
        (),
    ),
    Case("not: in a month before", PLAIN, "In January the Council agreed to buy two bins; these have come.", ()),
    Case(
        "not: another committee resolved",
        MARKED,
        "The Audit Committee resolved on 29 January that the Executive be asked to look at debts.\nDecision:\nThat the report be received.",
        (("That the report be received.", "noted"),),
    ),
    Case(
        "not: report recommended",
        MARKED,
        "The officer recommended that permission be granted. Members were worried about floods.",
        (),
    ),
    Case("not: asked how", MARKED, "Members asked how the three boats had been found.", ()),
    Case("not: nothing to decide", MARKED, "There were no declarations.", ()),
    Case("not: as set out elsewhere", MARKED, "Decision: as set out in the private minute.", ()),
    Case("not: nobody seconded", PLAIN, "Mr Lee wanted the slip in glass; nobody seconded.", ()),
    Case("not: history of a year", PLAIN, "In 2018 the Board voted to extend the lease to 2021.", ()),
    Case("not: it was suggested", PLAIN, "It was suggested that the slip be painted in February.", ()),
    Case(
        "not: no objection to an order of business",
        PLAIN,
        "Mr Orr asked that item 5 be heard first. There was no objection.",
        (),
    ),
)


def minutes(case: Case) -> SectionText:
    """The minutes in which the item of a case stands."""
    return minutes_of(case.frame.format(case.text))


def plain(text: str) -> str:
    """Words without the mark and quotation marks in front of them and the stops behind."""
    return text.lower().strip(' .;“”"')


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_item_in_this_form_decides_what_it_says(case: Case) -> None:
    found = [one for one in decisions_of(minutes(case)) if one.item not in ("1", "3")]

    assert [
        (plain(one.put), one.outcome if outcome else "")
        for one, (_, outcome) in zip(found, [*case.decided, *[("", "x")] * 9], strict=False)
    ] == [(plain(words), outcome) for words, outcome in case.decided]


def test_the_frame_gives_each_item_its_number() -> None:
    assert [item.number for item in items_of(minutes_of(MARKED.format("Some words.")))] == ["1", "2", "3"]


def test_a_row_of_a_table_gives_title_text_and_what_was_decided() -> None:
    minutes = minutes_of(
        "No\tItem and discussion\tDecision / action\n1\tWelcome The Chair welcomed all.\tNone\n"
        "2\tSlipway The two prices came.\tAgreed to hire Orr and Sons.\n"
        "3\tWarden Mrs Tarn was willing.\tMrs Tarn elected unopposed until May.\n"
        "4\tPlanks They were counted.\tJo Orr to order more"
    )

    assert [(one.item, one.title, one.put) for one in decisions_of(minutes)] == [
        ("2", "Slipway", "Agreed to hire Orr and Sons."),
        ("3", "Warden", "Mrs Tarn elected unopposed until May."),
    ]
