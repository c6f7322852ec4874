"""The pages: they show what the assistant says, and decide nothing about it.

    session/  what is stored between two clicks, and what runs before the pages: desk, visitor, papers served as files,
              guards (whose page asks, cookie, headers)
    style/    the look of every page, as CSS
    widgets/  small components for what Streamlit's own widgets cannot do
    parts/    pieces that pages are put together from: an answer, a table, a timeline, the source beside them
    people/   the sign-in, and the page for administrators
    screens/  one file a page: ask, decisions, trace, monitor, briefing, papers, about
    shell     navigation, and what is shown when there is no index
    main      the script that Streamlit runs for every visitor and every click

The pages are in screens/ because Streamlit treats a folder named pages/ beside its script in its own way.
"""

__all__: list[str] = ["main", "parts", "people", "screens", "session", "shell", "style", "widgets"]
