"""What a meeting decided, in every form in which minutes say so; and who was there, and what was promised."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import minutes_of, pdf, sections

from indexer.findings.actions import log_actions
from indexer.findings.minutes import OUTCOMES, decisions_of, read_minutes
from indexer.forms.form import Form
from indexer.forms.grammar import FORMAL, NARRATIVE, PLAIN
from indexer.forms.outcomes import VERBS, Verb, outcome_of
from indexer.items.item import items_of
from indexer.sections.boundaries import SectionKind


def decided(text: str) -> list[tuple[str, str, str]]:
    """Item, outcome and words of each decision in minutes."""
    return [(d.item, d.outcome, d.text) for d in decisions_of(minutes_of(text))]


def about(text: str) -> str:
    """Minutes with this text under their second item, between two plain ones."""
    return f"1. Apologies for absence\nNone.\n2. The north mole\n{text}\n3. Any other business\nThere was none."


@pytest.mark.parametrize("form", FORMAL, ids=lambda form: form.name)
def test_every_formal_form_matches_its_example(form: Form) -> None:
    assert form.pattern.match(form.example)


@pytest.mark.parametrize("form", PLAIN, ids=lambda form: form.name)
def test_every_plain_form_matches_its_example_and_is_no_narrative(form: Form) -> None:
    match = form.pattern.match(form.example)
    assert match
    assert not NARRATIVE.search(match["text"])


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.outcome)
def test_every_verb_gives_its_outcome(verb: Verb) -> None:
    assert verb.outcome in OUTCOMES
    assert outcome_of(verb.example) == verb.outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("that Cabinet note the position and agree to delegate the reply", "noted"),
        ("that the Board considered the changes and endorsed the draft", "endorsed"),
        ("that the pilots submit a plan and be thanked", "thanked"),
        ("The chart was submitted and approved.", "approved"),
        ("That a further report be brought to the next meeting.", "requested"),
        ("That the Harbour Master explore the cost of a second lamp.", "requested"),
        ("That all boats be encouraged to show a light.", "other"),
        ("that the Council be recommended to raise the toll", "other"),
        ("Recommendation 1.1 was not agreed.", "rejected"),
    ],
)
def test_the_first_verb_that_decides_gives_the_outcome(text: str, outcome: str) -> None:
    assert outcome_of(text) == outcome


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # a heading, then a sentence
        ("Ivo Kerr described the lamp.\n\nDecision\n\nThe lamp was noted.", [("noted", "The lamp was noted.")]),
        # a heading, then limbs; a number printed twice
        (
            "Decision\n\n- (i) That the lamp be noted.\n- (ii) The Board supported the new mast.\n- (ii) That a "
            "letter be sent.",
            [
                ("noted", "That the lamp be noted."),
                ("endorsed", "The Board supported the new mast."),
                ("requested", "That a letter be sent."),
            ],
        ),
        # in capitals with a dash, a colon, a bracket
        ("RESOLVED – That the mast be approved.", [("approved", "That the mast be approved.")]),
        ("RESOLVED: that the mast be approved.", [("approved", "that the mast be approved.")]),
        ("RESOLVED (unanimously) that the mast be approved.", [("approved", "that the mast be approved.")]),
        ("AGREED: that the mast stand on the slip.", [("agreed", "that the mast stand on the slip.")]),
        ("ORDERED: The Board approved the mast.", [("approved", "The Board approved the mast.")]),
        # over bullets
        (
            "ORDERED:\n- The Board agreed to the mast\n- Noted the cost of it",
            [("agreed", "The Board agreed to the mast"), ("noted", "Noted the cost of it")],
        ),
        # what the limbs hang on gives the outcome of those without a verb
        (
            "RESOLVED that: the Board supports:\n\n- **1) The building of a mast.**\n- **2) A lamp upon it.**",
            [("endorsed", "The building of a mast."), ("endorsed", "A lamp upon it.")],
        ),
        (
            "RESOLVED that Cabinet agree to:\nA) Note the cost.\nb) Adopt the plan.\nc) Delegate the rest to the "
            "Harbour Master.",
            [
                ("noted", "Note the cost."),
                ("adopted", "Adopt the plan."),
                ("delegated", "Delegate the rest to the Harbour Master."),
            ],
        ),
        # lists inside a limb belong to it
        (
            "RESOLVED that:\n1. the plan be adopted, with\n(a) a mast; and\n(b) a lamp; and\n2. the cost be noted.",
            [("adopted", "the plan be adopted, with (a) a mast; and (b) a lamp; and"), ("noted", "the cost be noted.")],
        ),
        # capitals of Rome
        (
            "RESOLVED\nI. That the cost be noted.\nII. That the mast be approved.",
            [("noted", "That the cost be noted."), ("approved", "That the mast be approved.")],
        ),
        # a list inside the sentence
        (
            "RESOLVED: That (1) the mast be approved; and (2) the cost be noted.",
            [("approved", "the mast be approved; and"), ("noted", "the cost be noted.")],
        ),
        # reasons and conditions are no decisions
        (
            "RESOLVED that permission be refused for the following reasons:\n1. It is too tall.\n2. It is too bright.",
            [
                (
                    "rejected",
                    "that permission be refused for the following reasons: 1. It is too tall. 2. It is too bright.",
                )
            ],
        ),
        # the number of a paragraph in front
        (
            "1. Ivo Kerr described it.\n2. RESOLVED that the Board note the lamp.",
            [("noted", "that the Board note the lamp.")],
        ),
        # sentences
        (
            "It was agreed that the matter be deferred to the spring.",
            [("deferred", "that the matter be deferred to the spring.")],
        ),
        (
            "The Committee resolved:-\n(i) to note the cost; and\n(ii) to remit the rest.",
            [("noted", "to note the cost; and"), ("referred", "to remit the rest.")],
        ),
        ("The Board NOTED the report.", [("noted", "The Board NOTED the report.")]),
        ("Confirmed.", [("confirmed", "Confirmed.")]),
        ("Updates were deferred to the next meeting", [("deferred", "Updates were deferred to the next meeting")]),
        (
            "Recommendations 1.1 and 1.2 were agreed – with a change to 1.1.",
            [("agreed", "Recommendations 1.1 and 1.2 were agreed – with a change to 1.1.")],
        ),
        (
            "The minutes were agreed with the following amendments:\n• Ivo Kerr was present",
            [("agreed", "The minutes were agreed with the following amendments: • Ivo Kerr was present")],
        ),
        ("The Leader said that this item had been withdrawn.", [("withdrawn", "this item had been withdrawn.")]),
        # a vote that failed
        ("The motion was put to the vote. Motion lost.", [("lost", "Motion lost.")]),
    ],
)
def test_the_forms_of_decision(text: str, rows: list[tuple[str, str]]) -> None:
    assert decided(about(text)) == [("2", *row) for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        "The Board noted that the lamp had failed in two gales.",
        "It was noted that the next meeting would be held in May.",
        "Ivo Kerr asked whether the mast had been approved.",
        "In response to Una Thole he said that the plan was agreed by the pilots in June?",
        "The report recommends that the mast be approved.",
    ],
)
def test_discussion_is_no_decision(text: str) -> None:
    assert decided(about(text)) == []


def test_apologies_and_declarations_decide_nothing() -> None:
    assert decided("1. Apologies\nThe apologies were noted.\n2. Declarations of interest\nNone were received.") == []


def test_a_mover_a_seconder_and_a_recorded_vote() -> None:
    (lost, carried) = decisions_of(
        minutes_of(
            about("""(1) Mr Ash proposed and Mrs Elm seconded the following motion:
"That the mast be built."
(2) Mr Oak proposed and Ms Yew seconded the following amendment:
"That the mast be painted."
(3) The Chairman put the amendment to the vote and the voting was as follows:
For (2)
Mr Oak, Ms Yew
Against (3)
Mr Ash, Mrs Elm, Dr Box
Amendment lost.
(4) The Chairman put the motion to the vote and the voting was as follows:
For (3)
Mr Ash, Mrs Elm,
Dr Box
Against (2)
Mr Oak, Ms Yew
Motion carried.
(5) RESOLVED that the mast be built.""")
        )
    )
    assert (lost.text, lost.outcome, lost.amendment) == ("Amendment lost.", "lost", True)
    assert (lost.mover, lost.seconder) == ("Mr Oak", "Ms Yew")
    assert lost.votes == "For (2) Mr Oak, Ms Yew; Against (3) Mr Ash, Mrs Elm, Dr Box"
    assert (carried.text, carried.mover, carried.seconder) == ("that the mast be built.", "Mr Ash", "Mrs Elm")
    assert carried.votes.startswith("For (3) Mr Ash, Mrs Elm, Dr Box; Against (2)")


@pytest.mark.parametrize(
    "text",
    [
        "Proposed by Cllr. B. Ash\n\nSeconded by Cllr. C. Elm\n\nResolved:-\n\n“That the pier be closed”.",
        "Proposed by Cllr. B. Ash\nSeconded by Cllr. C. Elm\nAnd Resolved: “That the pier be closed”.",
        "It was proposed by Cllr. B. Ash, seconded by Cllr. C. Elm and resolved: That the pier be closed",
        "It was proposed by Cllr. B. Ash Seconded by Cllr. C. Elm And Resolved: That the pier be closed",
    ],
)
def test_county_minutes_that_name_a_proposer(text: str) -> None:
    (decision,) = decisions_of(minutes_of(about(text)))
    assert (decision.text, decision.mover, decision.seconder) == (
        "That the pier be closed",
        "Cllr. B. Ash",
        "Cllr. C. Elm",
    )


def test_on_the_proposal_of() -> None:
    (decision,) = decisions_of(
        minutes_of(
            about("On the proposal of Councillor Ash, seconded by Councillor Elm, it was agreed to close the pier.")
        )
    )
    assert (decision.text, decision.mover, decision.seconder) == (
        "to close the pier.",
        "Councillor Ash",
        "Councillor Elm",
    )


def test_chief_executive_s_orders_are_noted() -> None:
    assert decided(about("The Chief Executive's Orders for May were noted.")) == [
        ("2", "noted", "The Chief Executive's Orders for May were noted.")
    ]


def test_to_whom_something_is_delegated() -> None:
    text = "RESOLVED that the Board delegate the reply to the Director of Quays in consultation with the Chair."
    (decision,) = decisions_of(minutes_of(about(text)))
    assert decision.delegated_to == "Director of Quays"


def test_a_resolution_before_the_first_item_counts() -> None:
    text = (
        "Proposed by Cllr. Ash\nSeconded by Cllr. Elm\nAND AGREED\n“That sympathy be extended to the "
        "pilots.”\n" + about("None.")
    )
    assert [d.text for d in decisions_of(minutes_of(text))] == ["That sympathy be extended to the pilots."]


def test_minutes_in_a_table() -> None:
    text = """Item\tKey points and actions\tOwner and deadline
1. Apologies\tAs listed.\t
2. Lamp on\tIvo Kerr presented the lamp.\t
the mole\tHe would price a second one.\tIvo
\tRecommendation 1.1 was agreed.\t
3 Forward Plan\tThe Forward Plan was noted.\t"""
    assert decided(text) == [
        ("2", "agreed", "Recommendation 1.1 was agreed."),
        ("3", "noted", "The Forward Plan was noted."),
    ]
    minutes = read_minutes(minutes_of(text))
    assert [item.title for item in minutes.items if item.number] == ["Apologies", "Lamp on the mole", "Forward Plan"]
    assert [(action.owner, action.text) for action in minutes.actions] == [("Ivo", "He would price a second one.")]


def test_minutes_in_a_table_whose_cells_came_one_below_the_other() -> None:
    text = """Item Key points and decisions Owner
1. Welcome and
minutes
The minutes of 1 May were agreed.
PM
2. Lamp
The lamp on the north mole failed twice in the winter gales.
The Board endorsed the new lamp.
IK
3. Forward plan The forward plan was agreed. PM"""
    assert decided(text) == [
        ("1", "agreed", "The minutes of 1 May were agreed."),
        ("2", "endorsed", "The Board endorsed the new lamp."),
        ("3", "agreed", "The forward plan was agreed."),
    ]


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        ("51. Apologies\nNone.\n52. The Quay\nTalk.\n53. The Mole\nTalk.", ["51", "52", "53"]),
        ("07. Apologies\nNone.\n08. The Quay\nTalk.", ["07", "08"]),
        ("22/11 **APOLOGIES**\nNone.\n22/12\nTHE QUAY\nTalk.\n22/13 THE MOLE\nTalk.", ["22/11", "22/12", "22/13"]),
        ("CAB 14 APOLOGIES\nNone.\nCAB 15 THE QUAY\nTalk.", ["CAB 14", "CAB 15"]),
        ("ITEM NO. 1.\nAPOLOGIES.\nNone.\nITEM NO. 2.\nTHE QUAY.\nTalk.", ["1", "2"]),
        ("I APOLOGIES\nNone.\nII THE QUAY\nTalk.\nIII THE MOLE\nTalk.", ["I", "II", "III"]),
        ("1.0 Opening\n1.1 Minutes\nTalk.\n2.0 Business\n2.1 The Quay\nTalk.", ["1.0", "1.1", "2.0", "2.1"]),
        ("37. Apologies\nNone.\nDeclarations of Interest 38.\nNone.\n39. The Quay\nTalk.", ["37", "38", "39"]),
        (
            "1. Apologies\nNone.\n2. The Quay\n1. He spoke at length.\n2. She answered him.\n3. The Mole\nTalk.",
            ["1", "2", "3"],
        ),
        (
            "11. Apologies\nNone.\n12. The Quay\nTalk.\n13. The Mole\nTalk.\n\n12. The Slip\n\nTalk.",
            ["11", "12", "13", "12"],
        ),
    ],
)
def test_numbering_styles(lines: str, numbers: list[str]) -> None:
    assert [item.number for item in items_of(minutes_of(lines)) if item.number] == numbers


def test_titles_lose_presenter_and_markup_and_keep_their_wrapped_rest() -> None:
    text = """80. Apologies
(Item 1)
None.
81. 19/00012 - New buoys for the channel and for the
reach below it
(Item 2)
Talk.
82. **Tolls** *(Director of Quays)*
Talk."""
    assert [(i.number, i.title, i.presenter, i.agenda_item) for i in items_of(minutes_of(text))] == [
        ("80", "Apologies", "", "1"),
        ("81", "19/00012 - New buoys for the channel and for the reach below it", "", "2"),
        ("82", "Tolls", "Director of Quays", ""),
    ]


def test_minutes_without_numbers_have_items_by_their_headings() -> None:
    text = "APOLOGIES FOR ABSENCE\nNone.\nTHE NORTH MOLE\nAGREED: that it be mended.\nANY OTHER BUSINESS\nNone."
    assert [item.title for item in items_of(minutes_of(text))] == [
        "APOLOGIES FOR ABSENCE",
        "THE NORTH MOLE",
        "ANY OTHER BUSINESS",
    ]
    assert [(d.title, d.text) for d in decisions_of(minutes_of(text))] == [("THE NORTH MOLE", "that it be mended.")]


def test_a_report_has_its_chapters_as_items() -> None:
    text = (
        "Report of: Harbour Master\n1. PURPOSE\n1.1 To ask.\n2. BACKGROUND\n2.1 The lamp is old.\n3. "
        "RECOMMENDATION\n3.1 That it be replaced."
    )
    assert [i.title for i in items_of(minutes_of(text, kind=SectionKind.REPORT))] == [
        "",
        "PURPOSE",
        "BACKGROUND",
        "RECOMMENDATION",
    ]


def test_reports_decide_nothing_whatever_they_say() -> None:
    text = about("RESOLVED that the mast be approved.")
    assert decisions_of(minutes_of(text, kind=SectionKind.REPORT)) == ()


HEAD = """Present: Councillor Una Thole (Chair), Councillors Ben Ashby and Ivo Kerr
In attendance: Peg Moss (Harbour Master), Dr Ada Finch (Public Health, Marrow)
1. Apologies for absence
Apologies were received from Rex Dunn and Mrs Joy Pell.
2. Declarations of interest
Councillor Kerr declared an interest in item 4 as the owner of a boat.
3. Oysters
The Harbour Master would bring a report back to the Committee in July.
Peg Moss to send the chart by 1 June.
RESOLVED that the oysters be noted."""


def test_attendance() -> None:
    people = read_minutes(minutes_of(HEAD)).attendance
    assert [(p.name, p.capacity.value, p.role, p.chair) for p in people] == [
        ("Councillor Una Thole", "present", "Chair", True),
        ("Councillor Ben Ashby", "present", "", False),
        ("Councillor Ivo Kerr", "present", "", False),
        ("Peg Moss", "in attendance", "Harbour Master", False),
        ("Dr Ada Finch", "in attendance", "Public Health, Marrow", False),
        ("Rex Dunn", "apologies", "", False),
        ("Mrs Joy Pell", "apologies", "", False),
    ]


def test_one_person_a_line_and_offices_before_names() -> None:
    text = """Present:
Councillor Una Thole (In the Chair)
Representative of the Pilots – Ivo Kerr
Ben Ashby, Harbour Master

Rex Dunn was in attendance as substitute for Joy Pell.
1. Apologies
None.
2. Oysters
Talk."""
    people = read_minutes(minutes_of(text)).attendance
    assert [(p.name, p.capacity.value, p.role) for p in people] == [
        ("Councillor Una Thole", "present", "In the Chair"),
        ("Ivo Kerr", "present", "Representative of the Pilots"),
        ("Ben Ashby", "present", "Harbour Master"),
        ("Rex Dunn", "substitute", "for Joy Pell"),
    ]


def test_declarations_actions_and_promises() -> None:
    minutes = read_minutes(minutes_of(HEAD))
    assert [d.text for d in minutes.interests] == [
        "Councillor Kerr declared an interest in item 4 as the owner of a boat."
    ]
    assert [(a.owner, a.deadline, a.promise) for a in minutes.actions] == [
        ("", "July", True),
        ("Peg Moss", "1 June", False),
    ]


def test_a_table_of_votes_is_no_list_of_actions() -> None:
    votes = ("Councillor\tVote", "Peg Moss\tFor", "Ivo Kerr\tAgainst", "Una Thole\tFor")
    lines = ("HC 4 TOLL BRIDGE", "", "Mr Ash moved that the bridge be free.", *(f"{row}\n" for row in votes))
    assert not read_minutes(
        minutes_of(f"{HEADING}\n\n" + "\n".join(lines) + "RESOLVED that the bridge be free.")
    ).actions


def test_an_action_log_is_read_by_its_columns() -> None:
    rows = (
        "No\tAction\tOwner\tDue\tStatus",
        "7\tAsk the pilots\tPeg Moss\tJune\tOpen",
        "8\tPrice a buoy\tIvo Kerr\tJuly\tDone",
    )
    log = log_actions(minutes_of("\n".join(rows), kind=SectionKind.ACTION_LOG))
    assert [(a.item, a.text, a.owner, a.deadline, a.status) for a in log] == [
        ("7", "Ask the pilots", "Peg Moss", "June", "Open"),
        ("8", "Price a buoy", "Ivo Kerr", "July", "Done"),
    ]


HEADING = """MARROWDALE BOROUGH COUNCIL
HARBOUR COMMITTEE
Minutes of a meeting of the Harbour Committee held in the Tide Room on Monday, 4 March 2019.
Present: Councillor Una Thole (Chair) and Councillor Ivo Kerr
In attendance: Peg Moss (Harbour Master)"""
BUSINESS = (
    ("Apologies for absence", "None.", ()),
    (
        "The north mole",
        "Peg Moss said that the lamp had failed in two gales and that the pilots\nhad asked for a brighter "
        "one.\nRESOLVED that:\n(a) the lamp on the north mole be replaced before the\nautumn; and\n(b) the "
        "cost of a second lamp be reported to the\nCommittee in July.",
        (
            "the lamp on the north mole be replaced before the autumn; and",
            "the cost of a second lamp be reported to the Committee in July.",
        ),
    ),
    (
        "Moorings",
        "The waiting list had grown to forty boats, of which eleven belonged\nto people who had left the "
        "town.\nRESOLVED that the waiting list for moorings be closed for\na year.",
        ("that the waiting list for moorings be closed for a year.",),
    ),
    ("Any other business", "There was none.", ()),
)
NUMBERED = {
    "plain": lambda n: f"{n}.",
    "padded": lambda n: f"{n:02d}.",
    "year": lambda n: f"19/{n}",
    "coded": lambda n: f"HBR {n}",
    "bare": lambda n: f"{n}",
    "year last": lambda n: f"M{n}/19",
    "item": lambda n: f"Item {n}:",
}
MARKS = {
    "(a)": lambda n: f"({'abcde'[n]})",
    "a)": lambda n: f"{'abcde'[n]})",
    "a.": lambda n: f"{'abcde'[n]}.",
    "1.": lambda n: f"{n + 1}.",
    "1)": lambda n: f"{n + 1})",
    "(i)": lambda n: f"({['i', 'ii', 'iii', 'iv', 'v'][n]})",
    "i)": lambda n: f"{['i', 'ii', 'iii', 'iv', 'v'][n]})",
    "R1.": lambda n: f"R{n + 1}.",
    "bullet": lambda n: "•",
}
OVER = [
    "RESOLVED that:",
    "RESOLVED:",
    "AGREED:",
    "ORDERED:",
    "Decision",
    "DECISION",
    "It was resolved that:",
    "IT WAS AGREED THAT:",
    "The Committee agreed to:",
    "The Harbour Committee RESOLVED:",
    "RESOLVED (unanimously) that:",
    "PENDERFYNWYD / RESOLVED:",
]
LIMBS = (
    "that the lamp on the north mole be replaced before the\nautumn; and",
    "that the cost of a second lamp, with a mast for it, be reported to the\nCommittee in July; and",
    "that Peg Moss be thanked.",
)


@given(st.sampled_from(sorted(NUMBERED)), st.integers(1, 90), st.sets(st.integers(3, 25)), st.permutations([1, 2]))
def test_neither_numbering_nor_page_turns_change_the_decisions(
    style: str, first: int, turns: set[int], order: list[int]
) -> None:
    business = [BUSINESS[0], *(BUSINESS[at] for at in order), BUSINESS[3]]
    lines = HEADING.split("\n")
    for number, (title, text, _) in enumerate(business, first):
        lines += [f"{NUMBERED[style](number)} {title}", *text.split("\n")]
    cuts = [0, *sorted(turn for turn in turns if turn < len(lines)), len(lines)]
    pages = ["\n".join([*lines[a:b], f"Page {at}"]) for at, (a, b) in enumerate(pairwise(cuts), 61)]
    found = [d.text for part in sections(pdf(*pages)) for d in decisions_of(part)]
    assert found == [text for _, _, texts in business for text in texts]


@given(
    st.sampled_from(sorted(NUMBERED)),
    st.sampled_from(sorted(MARKS)),
    st.sampled_from(OVER),
    st.integers(1, 60),
    st.sets(st.integers(3, 25), max_size=3),  # more make pages of a line each, as no minutes have
)
def test_neither_marks_of_limbs_nor_words_over_them_nor_page_turns_change_the_decisions(
    style: str, mark: str, over: str, first: int, turns: set[int]
) -> None:
    body = ["Peg Moss said that the lamp had failed in two gales.", over]
    for at, limb in enumerate(LIMBS):
        body += f"{MARKS[mark](at)} {limb}".split("\n")
    lines = HEADING.split("\n")
    for number, (title, text) in enumerate(
        [("Apologies for absence", ["None."]), ("The north mole", body), ("Any other business", ["There was none."])],
        first,
    ):
        lines += [f"{NUMBERED[style](number)} {title}", *text]
    cuts = [0, *sorted(turn for turn in turns if turn < len(lines)), len(lines)]
    pages = ["\n".join([*lines[a:b], f"Page {at}"]) for at, (a, b) in enumerate(pairwise(cuts), 61)]
    found = [d.text for part in sections(pdf(*pages)) for d in decisions_of(part)]
    assert found == [limb.replace("\n", " ") for limb in LIMBS]
