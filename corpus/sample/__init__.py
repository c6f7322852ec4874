"""The sample papers: PDFs of invented councils, the sources they are built from, and the builder.

Takes: YAML under `sources/`.  Gives: PDFs beside this file and the truth about them in `tests/expected/sample/`.
Nothing in the running program imports this package; `python -m corpus.sample.build` is its only door.
"""
