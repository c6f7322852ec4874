"""Syncs that workers do for many councils: put in the queue, done, and how far they are."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from corpus.errors import WrongInput
from corpus.settings import Settings
from indexer.build import build_index
from indexer.passages.embedding import Embedder, MiniLM
from indexer.progress import Progress, report_lines
from indexer.store.served.index import ServedIndex
from indexer.store.served.jobs import USUAL, Job, Jobs, JobState, Timing

LOOK_AGAIN = 5.0  # seconds after which a worker without a job looks for one


def later(settings: Settings, *, rebuild: bool = False) -> bool:
    """Leave the sync of these papers to a worker; False where one is waiting already. Raises WrongInput."""
    job = Job(settings.store.council, str(settings.corpus.resolve()), settings.exempt, rebuild)
    return Jobs(_url(settings)).put(job)


def work(
    settings: Settings,
    *,
    once: bool = False,
    embedder: Embedder | None = None,
    say: Callable[[str], None] = lambda _: None,
    timing: Timing = USUAL,
) -> None:
    """Do the syncs that are waiting, of whichever council; go on until stopped, or with `once` until none is left."""
    jobs, model = Jobs(_url(settings)), embedder or MiniLM()

    def run(job: Job) -> None:
        say(f"{job.council}: begun")
        index = ServedIndex(settings.index / job.council, settings.store.url, job.council)

        def report(progress: Progress) -> None:
            counted = {"papers": progress.papers, "of_papers": progress.of_papers, "pages": progress.pages}
            jobs.report(job.council, progress.step, **counted)

        done = build_index(
            Path(job.corpus), index, embedder=model, exempt=job.exempt, rebuild=job.rebuild, on_progress=report
        )
        for line in report_lines(done):
            say(f"{job.council}: {line}")

    while True:
        jobs.work(run, timing=timing)
        if once:
            return
        time.sleep(LOOK_AGAIN)


def state_lines(settings: Settings) -> list[str]:
    """Return a line on the last sync of each council: its state, how far it is, and who is at work."""
    return [_line(one) for one in Jobs(_url(settings)).states()]


def _line(one: JobState) -> str:
    if one.state != "at work":
        return f"{one.council}: {one.state}"
    return f"{one.council}: {one.state}, {one.step}, {one.papers} of {one.of_papers} papers ({one.worker})"


def _url(settings: Settings) -> str:
    if not settings.store.url:
        raise WrongInput("Workers share the papers of a database.", hint="Set BOARD_PAPERS_STORE, and try again.")
    return settings.store.url
