"""python -m corpus pull: fetches a council's papers into a folder."""

import sys

from corpus.pull.cli import main

if __name__ == "__main__":
    sys.exit(main())
