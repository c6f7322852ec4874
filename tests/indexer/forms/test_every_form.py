"""Every row of every table of wordings matches its example, and does not match its counter-example."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

import indexer.forms
import retriever.question_forms
from indexer.forms.form import Form


def forms_in(value: object) -> Iterator[Form]:
    """The rows in a table, at any depth."""
    if isinstance(value, Form):
        yield value
    elif isinstance(value, dict):
        yield from forms_in(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from forms_in(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from forms_in(getattr(value, field.name))


def every_form() -> dict[str, Form]:
    """Each row once, by the module that it stands in and its name."""
    found: dict[str, Form] = {}
    seen: set[int] = set()
    for package in (indexer.forms, retriever.question_forms):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for value in vars(importlib.import_module(module.name)).values():
                for form in forms_in(value):
                    if id(form) not in seen:
                        seen.add(id(form))
                        place = f"{module.name.partition('forms.')[2]}: {form.name}"
                        found[place if place not in found else f"{place} ({form.example})"] = form
    return found


FORMS = every_form()


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_a_form_matches_its_example_and_not_its_counter_example(form: Form) -> None:
    assert form.search(form.example)
    # a form that any line has, since it says of a line what stands in front of it, has no counter-example
    assert not form.search(form.not_this) or form.search("")


def test_the_tables_are_found() -> None:
    assert len(FORMS) > 400
