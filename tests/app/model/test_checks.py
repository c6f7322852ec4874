"""Which sentences of a language model may be shown, and which may not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from few_passages import GIVEN, ordinary

from app.model.checks import fault
from app.model.claims import claims_in
from indexer.sections.section import SectionKind


def faults(reply: str) -> list[str]:
    return [fault(claim, GIVEN, ordinary) for claim in claims_in([reply])]


@pytest.mark.parametrize(
    "sentence",
    [
        "On 4 March 2024 the Environment Committee agreed that weekly food waste collections begin on 7 October 2024 [1].",
        "Weekly food waste collections begin on 7 October in all four wards [1].",
        "Weekly food waste collections begin on 07/10/2024 in all 4 wards. [1]",
        "The Environment Committee resolved that weekly food waste collections begin in October 2024 [1].",
        "The Head of Waste, Jane Teal, said that lorries would cost £412,000 [1].",
        "The lorries would be delivered at a cost of £0.412 million [1].",
        "Councillor Marlow said that the target of 45 per cent had not been met [1].",
        "Cllr Marlow said the target “had not been met” [1].",
        "The Environment Committee noted the report on the planting of 340 street trees [2].",
        "The committee resolved to note the report on the planting of street trees [2].",
        "The report recommends that the flood wall at Otter Brook be approved at a cost of £1.2 million [3].",
        "The county approved a grant towards the flood wall in 2019 [3].",
        "Lorries would be delivered in June at a cost of four hundred and twelve thousand pounds [1].",
        "Lorries would be delivered in June at a cost of £４１２,０００ [1].",
        "The target of forty-five per cent had not been met [1].",
        "Food waste collections begin on 7 October 2024 [1], and the report on 340 street trees was noted [2].",
    ],
)
def test_what_the_passages_say_may_be_said(sentence: str) -> None:
    assert faults(sentence) == [""]


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Weekly food waste collections begin on 7 October 2024.", "no passage is cited"),
        ("Weekly food waste collections begin on 7 October 2024 [4].", "a passage is cited that was not given"),
        ("Weekly food waste collections begin on 7 October 2024 [0].", "a passage is cited that was not given"),
        ("Weekly food waste collections begin [1][99].", "a passage is cited that was not given"),
        ("Weekly food waste collections begin [1][2][3][4].", "too many passages are cited"),
        ("The lorries would be delivered at a cost of £421,000 [1].", "figure"),
        ("The lorries would be delivered at a cost of £412 [1].", "figure"),
        ("The lorries would be delivered at a cost of £412m [1].", "figure"),
        ("The target of £45 had not been met [1].", "figure"),
        ("Weekly food waste collections begin in all five wards [1].", "figure"),
        ("Weekly food waste collections begin on 8 October 2024 [1].", "figure or date"),
        ("Weekly food waste collections begin on 7 October 2025 [1].", "figure or date"),
        ("Weekly food waste collections begin in October 2023 [1].", "figure or date"),
        ("Weekly food waste collections begin from 4 March 2024 [1].", "figure or date"),
        ("The target of ٤٦% had not been met [1].", "figure"),
        ("The target of 4\u200b6% had not been met [1].", "figure"),
        ("The report on the planting of 340 street trees was noted [1].", "figure"),
        ("Lorries would be delivered in June at a cost of four hundred thousand pounds [1].", "figure"),
        ("Lorries would be delivered in June at a cost of £412,\n000 [1].", ""),
        ("Lorries would be delivered in June at a cost of -£412,000 [1].", "figure"),
        ("Lorries would be delivered in June at a cost of £412,000² [1].", "figure"),
        ("Lorries would be delivered in June at a cost of £٩١٢,٠٠٠ [1].", "figure"),
        ("Lorries would be delivered in June at a cost of ⓽⓽ [1].", "figure"),
        ("Lorries would be delivered in June at a cost of 九 [1].", "figure"),
        ("The target of XLV per cent had not been met [1].", "name"),
        ("The target of 45 percentage points had not been met [1].", "more than the passages"),
        ("The target of 45% had not been met by £412,000 [1].", "elsewhere"),
        ("Weekly food waste collections begin on 4 March 2024 in all four wards [1].", "date"),
        ("Jane Teal said that the target of 45% had not been met [1].", "elsewhere"),
        ("Councillor Marlow said that lorries would be delivered in June [1].", "elsewhere"),
        ("The Cabinet agreed that weekly food waste collections begin on 7 October 2024 [1].", "name"),
        (
            "On 8 July 2024 the Environment Committee agreed that weekly food waste collections begin [1][3].",
            "elsewhere",
        ),
        ("Weekly food waste collections fail to begin on 7 October 2024 [1].", "more than the passages"),
        ("Jane Marlow said that lorries would be delivered in June [1].", "name"),
        ("Smith said that lorries would be delivered in June [1].", "name"),
        ("Lorries would be delivered to Hull in June [1].", "name"),
        ("john smith said that lorries would be delivered in june [1].", "more than the passages"),
        ("Lorries would be delivered by fraudsters in June [1].", "more than the passages"),
        ("Weekly food waste collections unanimously begin in all four wards [1].", "more than the passages"),
        ("The target of 45% had not been met and increased [1].", "more than the passages"),
        ("Weekly food waste collections are closed on 7 October 2024 [1].", "more than the passages"),
        ("“The target was met”, said Councillor Marlow [1].", "quoted"),
        ("Weekly food waste collections begin at https://evil.example/waste [1].", "address"),
        ("![waste](//evil.example/a.png) Weekly food waste collections begin [1].", "markup"),
        ("<b>Weekly food waste</b> collections begin on 7 October 2024 [1].", "markup"),
        ("The Environment Committee approved the report on the planting of 340 street trees [2].", "outcome"),
        ("The report on the planting of 340 street trees was endorsed [2].", "outcome"),
        ("The committee agreed the planting of 340 street trees [2].", "outcome"),
        ("The committee resolved that the planting of 340 street trees be approved [2].", "more than the passages"),
        ("The Environment Committee approved the flood wall at Otter Brook at a cost of £1.2m [3].", "outcome"),
        ("The Environment Committee noted the flood wall at Otter Brook [3].", "outcome"),
        ("The flood wall at Otter Brook was deferred [3].", "outcome"),
        ("The committee agrees the sale of the old lorries [3].", "outcome"),
        ("The committee agreed the sale of the old lorries [3].", "outcome"),
        ("The Environment Committee agreed a cost of £412,000 [1].", "outcome"),
        ("The committee rejected weekly food waste collections [1].", "outcome"),
        ("The flood wall at Otter Brook is at a cost of £1.2m [3].", "recommended"),
        ("There were no lorries delivered in June at a cost of £412,000 [1].", "no sentence"),
        ("The target of 45% had been met [1].", "no sentence"),
        ("Weekly food waste collections will not begin on 7 October 2024 [1].", "no sentence"),
        ("Die Abfuhr beginnt im Oktober 2024 in allen Bezirken [1].", "name"),
        ("weekly 食品廃棄物 food waste collections begin on 7 October 2024 [1].", "more than the passages"),
        ("I cannot help with that [1].", "more than the passages"),
        ("Yes [1].", ""),
    ],
)
def test_what_they_do_not_say_may_not(sentence: str, why: str) -> None:
    found = faults(sentence)
    assert all(found), "it would be shown"
    assert why in found[0]


def test_nothing_rests_on_an_instruction_that_stands_in_a_paper() -> None:
    assert faults("The wall is safe [3].") == ["it says more than the passages"]


def test_a_proposed_record_decides_nothing() -> None:
    one = GIVEN[2]
    proposed = replace(one.passage.section, kind=SectionKind.PROPOSED_DECISION_RECORD)
    given = (replace(one, passage=replace(one.passage, section=proposed)),)
    claim = next(claims_in(["The county approved a grant towards the flood wall in 2019 [3]."]))
    assert "outcome" in fault(claim, given, ordinary)


@pytest.mark.parametrize("size", [1, 3, 7, 1000])
def test_sentences_come_out_the_same_however_a_reply_is_cut(size: int) -> None:
    reply = "The wall stands. [1] Cllr. Teal said so [1, 2]. **It** cost £1.2m.[3]\n- It was noted [2].\nNo more"
    cut = [reply[at : at + size] for at in range(0, len(reply), size)]
    assert [(c.text, c.numbers, c.opens) for c in claims_in(cut)] == [
        ("The wall stands.", (1,), True),
        ("Cllr. Teal said so.", (1, 2), False),
        ("It cost £1.2m.", (3,), False),
        ("It was noted.", (2,), True),
        ("No more", (), True),
    ]


def test_a_superscript_stays_apart_from_the_figure_before_it() -> None:
    (claim,) = claims_in(["It cost £46¹ m in the \ufb01rst year [3]."])
    assert claim.text == "It cost £46¹ m in the first year."


def test_a_sentence_without_an_end_is_cut_off_and_not_shown() -> None:
    claims = list(claims_in(["wards and " * 40 for _ in range(20)]))
    assert len(claims) > 1
    assert fault(replace(claims[0], numbers=(1,)), GIVEN, ordinary) == "it has no end"
