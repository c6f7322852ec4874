"""Jobs: the syncs of many councils shared out among workers on many machines, by procrastinate, in the same database.

One job of a council runs at a time, and one more may wait. A worker that dies leaves its job to the next worker, which
begins the sync again: what was finished is there already, and nothing is written twice.
"""

from __future__ import annotations

import asyncio
import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from procrastinate import App, PsycopgConnector, RetryStrategy
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Job as Waiting
from procrastinate.jobs import Status
from procrastinate.manager import JobManager
from procrastinate.schema import SchemaManager

from corpus.errors import IndexBusy
from indexer.store.served.database import own_errors, writing
from indexer.store.served.migrating import migrated

SCHEMA = "board_papers_jobs"
TASK = "sync"
HEARTBEAT = 10.0  # seconds between two signs of life of a worker
DEAD_AFTER = 60.0  # seconds without one after which another worker takes the job
ATTEMPTS = 5
WAIT = 30  # seconds before a council that somebody else is just syncing is tried again


@dataclass(frozen=True, slots=True)
class Job:
    """A sync to be done: whose papers, in which folder, and the options of the command."""

    council: str
    corpus: str
    exempt: tuple[str, ...] = ()
    rebuild: bool = False


@dataclass(frozen=True, slots=True)
class JobState:
    """What became of the last job of a council: waiting, at work, done, failed; how far it is, and where."""

    council: str
    state: str
    worker: str = ""
    step: str = ""
    papers: int = 0
    of_papers: int = 0


@dataclass(frozen=True, slots=True)
class Timing:
    """How soon a dead worker is noticed, in seconds."""

    heartbeat: float = HEARTBEAT
    dead_after: float = DEAD_AFTER


USUAL = Timing()


class Jobs:
    """The jobs in a database."""

    def __init__(self, url: str) -> None:
        """Take the address of the database; the tables of the jobs are made where there are none."""
        self._url = url
        with own_errors("jobs"), migrated(url, "board-papers jobs") as connection, connection.raw.transaction():
            connection.run("SELECT pg_advisory_xact_lock(hashtextextended('board_papers jobs', 0))")
            if connection.run("SELECT to_regnamespace(%s)", (SCHEMA,)).fetchone() == (None,):
                connection.run(f"CREATE SCHEMA {SCHEMA}")
                connection.run(f"SET LOCAL search_path = {SCHEMA}, public")
                connection.raw.execute(SchemaManager.get_schema().encode())

    def put(self, job: Job) -> bool:
        """Leave a sync to the workers; False where one of this council is waiting already."""
        name = f"council {job.council}"

        async def put() -> None:
            app = self._app(lambda _: None)
            async with app.open_async():
                task = app.configure_task(TASK, lock=name, queueing_lock=name)
                await task.defer_async(**asdict(job))

        try:
            asyncio.run(put())
        except AlreadyEnqueued:
            return False
        return True

    def work(self, run: Callable[[Job], None], *, timing: Timing = USUAL) -> None:
        """Do the jobs that are waiting, one after the other, those of dead workers among them; return when none is."""

        async def work() -> None:
            app = self._app(run)
            async with app.open_async():
                stalled = await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=timing.dead_after)
                for job in stalled:
                    await _taken_up(app.job_manager, job)
                await app.run_worker_async(
                    wait=False,
                    concurrency=1,
                    name=worker_name(),
                    install_signal_handlers=False,
                    update_heartbeat_interval=timing.heartbeat,
                    stalled_worker_timeout=timing.dead_after,
                )

        asyncio.run(work())

    def report(self, council: str, step: str, *, papers: int, of_papers: int, pages: int) -> None:
        """Write down how far the sync of a council is."""
        query = (
            "INSERT INTO progress (council, worker, step, papers, of_papers, pages) VALUES (%s, %s, %s, %s, %s, %s) "
            "ON CONFLICT (council) DO UPDATE SET at = now(), worker = excluded.worker, step = excluded.step, "
            "papers = excluded.papers, of_papers = excluded.of_papers, pages = excluded.pages"
        )
        with writing(self._url, "jobs") as connection:
            connection.run(query, (council, worker_name(), step, papers, of_papers, pages))

    def states(self) -> list[JobState]:
        """Return what became of the last job of each council, by name."""
        query = (
            "SELECT DISTINCT ON (args->>'council') args->>'council', CASE status::text WHEN 'todo' THEN 'waiting' "
            "WHEN 'doing' THEN 'at work' WHEN 'succeeded' THEN 'done' ELSE status::text END, coalesce(worker, ''), "
            "coalesce(step, ''), coalesce(papers, 0), coalesce(of_papers, 0) "
            f"FROM {SCHEMA}.procrastinate_jobs LEFT JOIN progress ON council = args->>'council' "
            "WHERE status NOT IN ('cancelled', 'aborted') "
            "ORDER BY args->>'council', (status = 'doing') DESC, id DESC"
        )
        with writing(self._url, "jobs") as connection:
            return [JobState(*row) for row in connection.run(query)]

    def _app(self, run: Callable[[Job], None]) -> App:
        options = {"options": f"-c search_path={SCHEMA},public", "application_name": "board-papers jobs"}
        app = App(connector=PsycopgConnector(conninfo=self._url, min_size=1, max_size=4, kwargs=options))
        retry = RetryStrategy(max_attempts=ATTEMPTS, wait=WAIT, retry_exceptions=[IndexBusy])

        @app.task(name=TASK, retry=retry)
        def sync(council: str, corpus: str, exempt: Sequence[str], rebuild: bool) -> None:
            run(Job(council, corpus, tuple(exempt), rebuild))

        return app


async def _taken_up(manager: JobManager, dead: Waiting) -> None:
    """Let the job of a dead worker wait again; where one of its council waits already, one of the two is done."""
    waits = list(await manager.list_jobs_async(status=Status.TODO.value, queueing_lock=dead.queueing_lock))
    if not waits:
        await manager.retry_job(dead)
        return
    if dead.task_kwargs["rebuild"]:  # more than the sync that waits, which it makes needless
        for one in waits:
            await manager.cancel_job_by_id_async(int(one.id or 0))
        await manager.retry_job(dead)
        return
    await manager.finish_job(dead, Status.ABORTED, delete_job=False)


def worker_name() -> str:
    """Return the name of this worker: its machine and process."""
    return f"{platform.node()[:20]} {os.getpid()}"
