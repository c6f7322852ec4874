"""python -m bench evaluate [--replies-in FILE] | compare | ablate | grow [--passages N] [--database URL]"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from bench.ablation import ablate
from bench.compare import compare
from bench.evaluate import evaluate
from bench.gold import Gold
from bench.grow import grow


def main() -> int:
    """The exit status: 0 done or nothing to do here, 1 a side failed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="How good and how quick the program is.")
    parser.add_argument("chore", choices=("evaluate", "compare", "ablate", "grow"))
    default = Path(os.environ.get("BOARD_PAPERS_SHARED") or "../shared")
    parser.add_argument("--shared", type=Path, default=default, help="papers/ and eval/ lie here (BOARD_PAPERS_SHARED)")
    parser.add_argument("--out", type=Path, default=Path("eval-out"), help="where indexes and answers are left")
    parser.add_argument("--replies-in", type=Path, help="evaluate: a language model's recorded replies")
    parser.add_argument("--passages", type=int, default=100_000, help="grow: how many passages")
    parser.add_argument(
        "--database", default="", help="grow: a PostgreSQL database that is measured too, postgresql://"
    )
    options = parser.parse_args()
    gold = Gold.at(options.shared)
    try:
        if options.chore == "compare":
            compare(gold, options.out / "bench")
        elif gold.scorers is None:
            print(
                f"No gold questions in {options.shared}: nothing is scored. Name their folder in BOARD_PAPERS_SHARED."
            )
        elif options.chore == "ablate":
            ablate(gold, options.out)
        elif options.chore == "grow":
            grow(gold, options.out, options.passages, options.database)
        else:
            evaluate(gold, options.out, options.replies_in)
    except subprocess.CalledProcessError as failed:
        print(f"error: {failed}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
