"""How good and how quick it is: the gold questions scored, and a comparison with the standard LangChain recipe.

Nothing here imports the program: each side runs as a separate process, through its command line.

    python -m bench evaluate    scores of the program on the gold questions
    python -m bench compare     the program beside the recipe on the same papers, as a Markdown table

    python -m bench ablate      what each part of the search is worth
    python -m bench grow        the search over many more papers

    gold.py      the gold questions and registers, and the scorers that come with them
    measured.py  a command -> what it took: seconds and peak memory of it and all its children
    ours.py      the program's command lines
    recipe.py    the standard recipe: PyPDFLoader, RecursiveCharacterTextSplitter, HuggingFaceEmbeddings, Chroma
    compare.py   both sides measured -> a table
    evaluate.py  the program -> the scorers' tables
    searching.py the gold questions put to the search alone -> a table
    ablation.py  the search with one part at a time left out -> a table
    grow.py      the papers repeated with altered words -> how the search does at that size
    fit_manner.py  the weights in indexer/sections/manner.json, fitted to labelled papers
    fit_decided.py  the weights in indexer/forms/decided.json, fitted to decisions listed by hand
    fit_declining.py  the weights in app/compose/declining, fitted to questions that papers do not answer
    places.py    the register of each body, with and without the weights fitted on it
    matters/     which items belong together, and where a matter stands, against gold (python -m bench.matters)
    served/      many councils in PostgreSQL (python -m bench.served)
    same.py      everything understood of some papers, before and after a change of code
    __main__.py  the commands above
"""

__all__: list[str] = []
