"""python -m retriever: the search on the command line."""

import sys

from retriever.cli import main

if __name__ == "__main__":
    sys.exit(main())
