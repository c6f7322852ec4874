"""The sample papers: PDFs of invented councils, the sources they are built from, and the builder.

Takes: YAML under `sources/`.  Gives: PDFs beside this file and the truth about them in `tests/expected/sample/`.
Nothing in the running program imports this package; `python -m corpus.sample.build` is its only door.

    source     YAML -> Papers made of Parts made of Blocks   layout     a Paper -> PDF bytes
    scan       sheets -> pictures, as a scanner makes them    truth      what is true of the papers, for the tests
    questions  questions with the pages of their quotes       build      all of it together
"""

__all__: list[str] = ["build", "layout", "questions", "scan", "source", "truth"]
