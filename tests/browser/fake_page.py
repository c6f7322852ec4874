"""The page script of the browser tests: the real frame over the fake assistant."""

from fake_papers import DESK

from app.views.shell import show

show(DESK)
