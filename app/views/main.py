"""The page script that Streamlit runs for every visitor and every click."""

from app.views.frame import show
from app.views.product import DESK

show(DESK)
