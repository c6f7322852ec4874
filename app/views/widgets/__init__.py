"""Small components for what Streamlit's own widgets cannot do. Each takes text as data and never as markup.

Each has its script beside it, in a file of the same name that ends in .js; announcer.js is that of parts/announcer.

Files in working order:
    scripts      the text of a script
    words        an answer: our words, quotes, numbers that open and preview a source, the sources by paper
    completion   names that the visitor may be typing, offered above the question
    calendar     the months of a year, each meeting a button
    copying      a menu that copies an answer as text, Markdown or HTML
"""

__all__: list[str] = ["calendar", "completion", "copying", "scripts", "words"]
