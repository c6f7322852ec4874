import pytest

from retriever.question_forms.answers import ANSWERS
from retriever.question_forms.decisions import DECISIONS, TALK
from retriever.question_forms.form import Ask, QuestionForm
from retriever.question_forms.kinds import KINDS
from retriever.question_forms.lists import LISTS

ROWS = [
    pytest.param(form, whole, id=f"{form.name}: {form.example}")
    for rows, whole in ((KINDS, False), (LISTS, False), (DECISIONS, False), (ANSWERS, False), (TALK, True))
    for form in rows
]


@pytest.mark.parametrize(("form", "whole"), ROWS)
def test_a_row_matches_its_example_and_not_its_counter_example(form: QuestionForm, whole: bool) -> None:
    matches = form.pattern.fullmatch if whole else form.pattern.search
    example, not_this = form.example, form.not_this
    if form in KINDS:  # they are tried on small letters
        example, not_this = example.lower(), not_this.lower()
    assert matches(example)
    assert not matches(not_this)


def test_each_thing_that_can_be_asked_for_has_one_row() -> None:
    assert sorted(form.name for form in (*LISTS, *DECISIONS, *TALK)) == sorted(Ask)
