"""The web door: `streamlit run streamlit_app.py` serves the pages, and the papers that they cite."""

from streamlit.starlette import App

from app.views.session.product import DESK
from app.views.session.serving import guards, opening, paper_routes

streamlit_app = App("app/views/main.py", routes=paper_routes(DESK), middleware=guards(DESK), lifespan=opening(DESK))
