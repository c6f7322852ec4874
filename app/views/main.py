"""The page script that Streamlit runs for every visitor and every click."""

from app.views.session.product import DESK
from app.views.shell import show

show(DESK)
