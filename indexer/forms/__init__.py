"""How council papers word things, as tables of patterns with examples, and the small functions that read them.

Takes a line or a sentence, gives what it says by its form. Imports no other room, and never looks at a whole paper. A new
wording is added here, as one row.

Files in working order:
    form              Form: what a row is; words: what stands in many of them
    own               rows that a council adds in forms.csv beside its papers
    lists/            headings of items, marks of lists, ends of paragraphs and sentences
    linked            what links one paper to another: fates, versions, numbers of files
    papers/           how the parts of a paper open, are titled and end
    minutes/          what stands around a decision, a motion, a vote, a list of people, an action
    dates             dates in running text; a misprint is noted, never repaired
    names             organisations and bodies, by the words that such names are made of
    numbering_styles  how items are numbered
    grammar           "RESOLVED that", "it was agreed": that something was decided
    prose             sentences that tell of a decision without such words
    labeller          how likely a sentence decides something, by fitted weights
    motion_forms      who moved what, and the short words for what became of it
    outcomes          what a decision did, in one word: approved, noted, deferred
    pages/            lines of prose and tables, as they stand on a page
    subjects          words of a title that name no matter, references, former names
    reasons           the words by which a paper says why, and that a sum was given
    exempt_marks      that something is not for the public
"""

__all__: list[str] = [
    "dates",
    "exempt_marks",
    "form",
    "grammar",
    "labeller",
    "linked",
    "lists",
    "minutes",
    "motion_forms",
    "names",
    "numbering_styles",
    "outcomes",
    "own",
    "pages",
    "papers",
    "prose",
    "reasons",
    "subjects",
    "words",
]
