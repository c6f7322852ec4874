"""What is chosen on a page is in its address, and a link brings it back."""

from __future__ import annotations

from datetime import date

from streamlit.testing.v1 import AppTest


def page_script() -> None:
    import streamlit as st

    from app.views.session.choices import put_in_address, take_from_address

    take_from_address("list", ("text", "since", "routine"))
    text = st.text_input("Text", key="list-text")
    since = st.date_input("Since", value=None, key="list-since")
    routine = st.checkbox("Routine", key="list-routine")
    put_in_address("list", {"text": text, "since": since, "routine": routine})


def page(**address: str) -> AppTest:
    at = AppTest.from_function(page_script)
    for name, value in address.items():
        at.query_params[name] = value
    return at.run()


def test_a_link_brings_back_what_was_chosen() -> None:
    at = page(text="mill", since="2031-05-04", routine="yes")
    assert at.text_input[0].value == "mill"
    assert at.date_input[0].value == date(2031, 5, 4)
    assert at.checkbox[0].value is True


def test_what_is_chosen_is_in_the_address_and_what_is_taken_back_is_not() -> None:
    at = page(text="mill", routine="yes")
    at = at.checkbox[0].uncheck().run()
    assert at.checkbox[0].value is False
    assert "routine" not in at.query_params
    at = at.text_input[0].set_value("dues").run()
    assert at.query_params["text"] in ("dues", ["dues"])
    assert at.text_input[0].value == "dues"


def test_a_link_that_makes_no_sense_chooses_nothing() -> None:
    at = page(since="soon", routine="perhaps")
    assert not at.exception
    assert (at.date_input[0].value, at.checkbox[0].value) == (None, False)
