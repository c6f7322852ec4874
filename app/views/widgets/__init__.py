"""Small components for what Streamlit's own widgets cannot do. Each takes text as data and never as markup.

The scripts are in js/, each under the name of its component.

Files in working order:
    scripts      the text of a script
    words        an answer: our words, quotes, numbers that open and preview a source, the sources by paper
    completion   names that the visitor may be typing, offered above the question
    finder       a field that lists names while one types
    table        rows as a real table, each a button
    timeline     steps drawn to scale by date
    calendar     the months of a year, each meeting a button
    copying      a menu that copies an answer as text, Markdown or HTML
    announcer    what changed, for screen readers
    visit        when this browser was here before
"""

__all__: list[str] = [
    "announcer",
    "calendar",
    "completion",
    "copying",
    "finder",
    "scripts",
    "table",
    "timeline",
    "visit",
    "words",
]
