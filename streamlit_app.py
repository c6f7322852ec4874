"""The program on the web: `streamlit run streamlit_app.py` serves the pages, and the papers that they cite."""

from starlette.middleware import Middleware
from streamlit.starlette import App

# now, before a second thread opens the papers: two that import at once trip over each other
import app.views.shell  # noqa: F401
from app.alerts.routes import follow_routes
from app.connect.beside import program_routes
from app.connect.cards import Cards
from app.views.session.address import Address, base_path
from app.views.session.guards import guards
from app.views.session.health import health_routes, log_as_json
from app.views.session.product import DESK, json_logs
from app.views.session.renewal import renewal_routes
from app.views.session.serving import opening, paper_routes
from corpus.private import keep_files_private

keep_files_private()

if json_logs():
    log_as_json()

PROGRAMS, RUNNING = program_routes(DESK, DESK.settings, base_path())
FOLLOWS = follow_routes(lambda: DESK.office().newsroom, Address(DESK).home, base_path())
ROUTES = [*paper_routes(DESK), *renewal_routes(DESK), *health_routes(DESK), *FOLLOWS, *PROGRAMS]
MIDDLEWARE = [*guards(DESK), Middleware(Cards, research=DESK.public_research)]
streamlit_app = App("app/views/main.py", routes=ROUTES, middleware=MIDDLEWARE, lifespan=opening(DESK, RUNNING))
