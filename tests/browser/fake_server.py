"""The web door of the browser tests: the real server, routes and headers over the fake assistant."""

from fake_papers import DESK
from streamlit.starlette import App

from app.views.session.guards import guards
from app.views.session.serving import opening, paper_routes

server = App("fake_page.py", routes=paper_routes(DESK), middleware=guards(DESK), lifespan=opening(DESK))
