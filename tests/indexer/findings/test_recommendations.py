"""What a report asks for, limb by limb; and that it never counts as decided."""

from __future__ import annotations

import made_up
import pytest
from made_up import minutes_of, pdf, sections

from indexer.findings.minutes import decisions_of
from indexer.findings.recommendations import recommendations_of
from indexer.sections.boundaries import SectionKind


def asked(text: str, kind: SectionKind = SectionKind.REPORT) -> list[tuple[str, str]]:
    return [(limb.number, limb.text) for limb in recommendations_of(minutes_of(text, kind=kind))]


@pytest.mark.parametrize(
    ("text", "limbs"),
    [
        (
            "3. RECOMMENDATIONS\n3.1 That the contract be let for three winters.\n3.2 That the channel be "
            "sounded each spring.\n4. REASONS FOR RECOMMENDATIONS\n4.1 The channel is silting up.",
            [
                ("3.1", "That the contract be let for three winters."),
                ("3.2", "That the channel be sounded each spring."),
            ],
        ),
        (
            "Recommendation(s): The Cabinet is asked to:\na) NOTE the depth of the channel; and\nb) AGREE the "
            "contract.\n1. Introduction\n1.1 The channel is silting up.",
            [("a)", "NOTE the depth of the channel; and"), ("b)", "AGREE the contract.")],
        ),
        (
            "Recommendation(s):\nCabinet is asked to agree the dredging of the channel.\n1. Introduction\n1.1 Words.",
            [("", "Cabinet is asked to agree the dredging of the channel.")],
        ),
        (
            "8. RECOMMENDATIONS\n8.1 It is recommended that the Board review and approve the dredging plan.\n9. "
            "REASONS\n9.1 Words.",
            [("8.1", "It is recommended that the Board review and approve the dredging plan.")],
        ),
        (
            "1. Recommendations\nThat Cabinet:\n1.1 agrees to dredge the middle reach; and\n1.2 delegates the "
            "contract to the Harbour Master.\n2. Background\n2.1 Words.",
            [
                ("1.1", "agrees to dredge the middle reach; and"),
                ("1.2", "delegates the contract to the Harbour Master."),
            ],
        ),
        (
            "Words about the channel.\nThe panel recommends that the toll be raised by a penny.",
            [("", "The panel recommends that the toll be raised by a penny.")],
        ),
        ("1. Introduction\n1.1 The channel is silting up.", []),
    ],
)
def test_the_forms_of_recommendation(text: str, limbs: list[tuple[str, str]]) -> None:
    assert asked(text) == limbs


def test_a_report_that_repeats_its_recommendations_gives_them_once() -> None:
    text = (
        "Recommendation: The Board is asked to note the chart.\n1. Text\n1.1 Words.\n2. Recommendation\nThe "
        "Board is asked to note the chart."
    )
    assert len(asked(text)) == 1


def test_a_proposed_record_recommends_what_it_proposes() -> None:
    (part,) = sections(pdf(made_up.PROPOSED))
    assert [limb.text for limb in recommendations_of(part)] == [
        "buy four buoys; and",
        "delegate their placing to the Harbour Master.",
    ]


def test_minutes_recommend_nothing() -> None:
    assert asked("1. Item\nRecommendations\n1.1 That it be noted by the Board.", SectionKind.MINUTES) == []


def test_recommended_is_not_decided() -> None:
    (report,) = sections(pdf(made_up.REPORT))
    assert decisions_of(report) == ()
    assert [(limb.number, limb.page) for limb in recommendations_of(report)] == [("3.1", 1), ("3.2", 1)]
