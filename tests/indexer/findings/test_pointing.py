"""Decisions that only point back carry the words that were put just before them."""

from __future__ import annotations

from made_up import minutes_of

from indexer.findings.minutes import Decision, decisions_of


def about(text: str) -> list[Decision]:
    return list(
        decisions_of(
            minutes_of(f"1. Apologies\nNone.\n2. The village pump\n{text}\n3. Other business\nThere was none.")
        )
    )


def words(text: str) -> list[str]:
    return [one.put.rstrip(".") for one in about(text)]


def test_resolved_accordingly_is_the_motion_above_and_not_its_amendment() -> None:
    found = words(
        "Mr Ash moved, and Mrs Elm seconded: 'That the pump be painted green in May.'\n\n"
        "Mr Oak moved, and Miss Fir seconded, as an amendment, to leave out 'green' and put in 'red'.\n\n"
        "On a vote the amendment was lost (3 votes to 5).\n\n"
        "The motion was then put and it was RESOLVED accordingly.\n3. The gate\nRESOLVED: That the gate be shut."
    )
    assert found[1] == "That the pump be painted green in May"


def test_agreed_alone_is_the_quoted_motion_in_front_of_it() -> None:
    found = words('Cllr T. Ash: "That this Council mend the handle of the pump." Seconded by Cllr Elm. Agreed.')
    assert found == ["That this Council mend the handle of the pump"]


def test_a_motion_that_was_deferred_is_what_was_put() -> None:
    found = about('Cllr E. Oak: "That the Council buy a second pump." As he was away the motion was deferred to May.')
    assert [(one.put, one.outcome) for one in found] == [("That the Council buy a second pump.", "deferred")]


def test_names_of_those_who_voted_are_not_what_was_decided() -> None:
    found = words(
        "Proposed by Cllr. A. Ash, seconded by Cllr. J. Elm, that the pump be moved to the green.\n\n"
        "For: Cllrs. Ash, Elm, Oak and four others (7)\n\nAgainst: Cllrs. Fir, Yew (2) Declared carried."
    )
    assert found == ["that the pump be moved to the green"]


def test_moved_approval_is_of_the_title_of_what_was_to_be_enacted() -> None:
    found = about(
        "A RESOLUTION AUTHORIZING THE PURCHASE OF A NEW PUMP FOR THE GREEN\n\n"
        "Ash moved approval, Elm seconded. Ayes 4, Nays 2 (Oak, Fir). Motion carried."
    )
    title = "A RESOLUTION AUTHORIZING THE PURCHASE OF A NEW PUMP FOR THE GREEN"
    assert [(one.put, one.mover, one.seconder) for one in found] == [(title, "Ash", "Elm")]


def test_a_decision_with_words_of_its_own_keeps_them() -> None:
    found = words('Mrs Elm read out: "That the pump be green." It was agreed to buy a pump of oak.')
    assert found == ["to buy a pump of oak"]


def test_items_counted_in_letters_behind_their_number_are_items_and_keep_their_movers() -> None:
    found = decisions_of(
        minutes_of(
            "11 Apologies\nNone came.\n12 Matters for decision\n12a Pump\n"
            "The pump leaks in the winter. Cllr Ash proposed that the pump be sold. The proposal fell for want of a seconder.\n"
            "12b Gate\nThe hinge of the gate has come off again.\nRESOLVED to mend the gate for £40.\n13 Close\nIt ended at 9."
        )
    )
    assert [(one.item, one.title, one.mover) for one in found] == [("12a", "Pump", "Cllr Ash"), ("12b", "Gate", "")]


def test_the_words_of_a_lost_amendment_end_where_the_debate_begins() -> None:
    found = words(
        "Mr Oak moved, and Miss Fir seconded, as an amendment, to leave out 'green' and put in 'red'. In debate members "
        "spoke of rust. On a vote the amendment was lost."
    )
    assert found == ["to leave out 'green' and put in 'red'"]


def test_an_amendment_that_the_mover_accepts_became_part_of_the_motion() -> None:
    found = about(
        "Mr Ash moved, and Mrs Elm seconded, that the pump be painted green.\n\nMr Oak moved, and Miss Fir seconded, a further "
        "amendment to insert 'in May' after 'green'. This was accepted by Mr Ash with the consent of his seconder."
    )
    assert [(one.put, one.amendment, one.outcome) for one in found] == [
        ("to insert 'in May' after 'green'.", True, "carried")
    ]
