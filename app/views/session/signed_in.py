"""Signed in: who sent a request, or looks at a page, from the cookie that Streamlit signs when somebody signs in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import streamlit as st
from starlette.requests import Request
from streamlit.web.server.starlette.starlette_auth_routes import _get_cookie_value_from_request as signed_cookie
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from app.people.seeing import VISITOR, Person, Role
from app.views.session.desk import Desk
from corpus.settings import SignIn


def person_on_page(desk: Desk) -> Person:
    """Who looks at the page that is being drawn; raises WrongInput where the file of roles cannot be understood."""
    claims = st.user.to_dict()
    return desk.office().people.person_of(claims) if claims.get("is_logged_in") is True else VISITOR


def person_of_request(desk: Desk, request: Request, origin: str) -> Person:
    """Who sent a request to this origin; raises what `person_on_page` raises."""
    claims = _claims(request)
    if claims.get("is_logged_in") is not True or claims.get("origin") != origin:
        return VISITOR
    return desk.office().people.person_of(claims)


def desk_of_request(desk: Desk, request: Request, origin: str) -> Desk:
    """The desk of whoever sent a request."""
    if desk.settings().people.sign_in is SignIn.OFF:
        return desk
    return desk.for_person(person_of_request(desk, request, origin))


def may_keep_papers(desk: Desk, request: Request, origin: str) -> bool:
    """Whether an administrator sent a request."""
    if desk.settings().people.sign_in is SignIn.OFF:
        return False
    return person_of_request(desk, request, origin).role is Role.ADMINISTRATOR


def _claims(request: Request) -> Mapping[str, Any]:
    """What the cookie says that was signed here, nothing where there is none or it was not."""
    value = signed_cookie(request, USER_COOKIE_NAME)
    try:
        claims = json.loads(value) if value else {}
    except ValueError:
        return {}
    return claims if isinstance(claims, dict) else {}
