"""python -m indexer: the indexer on the command line."""

import sys

from indexer.cli import main

if __name__ == "__main__":
    sys.exit(main())
