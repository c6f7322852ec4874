"""What another body did is no decision of this one; what this one refused, put off or filled by election is."""

from __future__ import annotations

import pytest
from made_up import minutes_of

from indexer.findings.minutes import decisions_of

MARKED = "1. Gate\nRESOLVED: That the gate be shut.\n2. Pump\n{}\n3. Close\nThe meeting ended at nine."
PLAIN = "1. Gate\nThe gate was looked at.\n2. Planning\n{}\n3. Close\nThe meeting ended at nine."


def outcomes(minutes: str, text: str) -> list[str]:
    return [one.outcome for one in decisions_of(minutes_of(minutes.format(text))) if one.item == "2"]


@pytest.mark.parametrize(
    "text",
    [
        "The following had been granted by Tarn District Council since the last meeting: 31/0288 The Smithy, porch.",
        "Mrs Elm, 22 Mill Yard, said the school board had voted to move the pump and asked the Council to oppose it.",
        "Tarn District Council had granted leave for the porch at the Smithy.",
    ],
)
def test_what_another_body_did_is_no_decision(text: str) -> None:
    assert outcomes(PLAIN, text) == []


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The Board did not approve the case in its present form; it is to come back in June.", "rejected"),
        ("The Panel took no action on complaint 7 and asked the Clerk to say why.", "rejected"),
        ("Mrs Ruth Elm was, on the nomination of Mr Ash, elected Vice-Chair for the year.", "appointed"),
        (
            "Each spoke. Mr Oak had two votes. Miss Fir was duly co-opted and signed her declaration of office.",
            "appointed",
        ),
    ],
)
def test_a_refusal_or_an_election_in_plain_words_decides_beside_announced_decisions(text: str, outcome: str) -> None:
    assert outcomes(MARKED, text) == [outcome]


@pytest.mark.parametrize(
    "text",
    [
        "The minutes of 11 May, having been circulated, were taken as read and signed by the Chairman.",
        "Minutes agreed and signed by the Chair.",
    ],
)
def test_minutes_that_were_signed_were_confirmed(text: str) -> None:
    assert len(outcomes(PLAIN, text)) == 1


def test_a_hearing_that_is_continued_to_a_day_is_put_off() -> None:
    text = "Ms Ash moved to continue the hearing to May 7, 2031. Seconded by Ms Elm. Motion passed 6 to 0."
    assert outcomes(PLAIN, text) == ["deferred"]
