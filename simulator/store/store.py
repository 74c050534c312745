"""The store of finished runs: each with what a list shows, and its run file in full."""

from __future__ import annotations

import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.exc import IntegrityError

from simulator.errors import NotFound, RunExists, StoreUnavailable, WrongUse
from simulator.runs.chain import LARGEST_FILE
from simulator.runs.file import parse_run
from simulator.runs.folder import FIND_IT
from simulator.runs.score import score_run
from simulator.runs.side import Side
from simulator.store.connect import engine_for, plain_errors
from simulator.store.firsts import note_first
from simulator.store.migrations import migrate
from simulator.store.rows import Row, row_of
from simulator.store.tables import HAND_INS, RUNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Select

    from scoring.assess import Assessment
    from simulator.runs.file import RunFile

LISTED = [column for column in RUNS.c if column.name != "file"]


class Store:
    """An open store. Close it, or use it in a `with`."""

    def __init__(self, url: str) -> None:
        """Open the store, making or migrating it where needed.

        Raises `StoreUnavailable`, `StoreTooNew` or `WrongUse`.
        """
        self.url = url
        self._engine = engine_for(url)
        try:
            with plain_errors(url):
                migrate(self._engine)
        except BaseException:
            self._engine.dispose()
            raise

    def close(self) -> None:
        """Let go of the database; may be called twice."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection to read with."""
        with plain_errors(self.url), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are kept together, or not at all."""
        with plain_errors(self.url), self._engine.begin() as connection:
            yield connection

    # Runs -----------------------------------------------------------------------------------------

    def add(
        self,
        data: bytes,
        side: Side | None = None,
        assessment: Assessment | None = None,
        played: bool = False,
    ) -> bool:
        """Keep a finished run, given as its run file; return whether it is new here.

        `played` says that it comes from this desk and may be its trainee's first shift.
        Raises what `parse_run` raises, `WrongUse` for an unfinished run, and `RunExists` where
        another run has the same id.
        """
        run = parse_run(data)
        if run.seal is None:
            raise WrongUse("Only a finished run can be stored.", "Play it to its end first.")
        values = _values(run, data, side or Side(), assessment or score_run(run))
        try:
            with self.writing() as connection:
                connection.execute(insert(RUNS).values(values))
                if played:
                    note_first(connection, run)
        except IntegrityError:
            return self._known(run.head.run, data)
        return True

    def _known(self, run: str, data: bytes) -> bool:
        if self.file(run) != data:
            raise RunExists(
                f"Another run with the id {run} is already stored.",
                "Look at it with `shiftlead runs list`; nothing was changed.",
            )
        return False

    def runs(
        self,
        scenario: str | None = None,
        trainee: str | None = None,
        cohort: str | None = None,
    ) -> list[Row]:
        """Return the runs, latest first; `cohort` means those handed in to it."""
        query = select(*LISTED).order_by(RUNS.c.ended.desc(), RUNS.c.id)
        if scenario is not None:
            query = query.where(RUNS.c.scenario == scenario)
        if trainee is not None:
            query = query.where(RUNS.c.trainee == trainee)
        if cohort is not None:
            query = _in_cohort(query, cohort)
        with self.reading() as connection:
            return [row_of(found) for found in connection.execute(query).mappings()]

    def find(self, run: str) -> Row:
        """Return the run with an id, or with an id that begins so; raises `NotFound`."""
        with self.reading() as connection:
            query = select(*LISTED).where(RUNS.c.id.startswith(run, autoescape=True)).limit(2)
            found = list(connection.execute(query).mappings()) if run else []
        if len(found) == 1:
            return row_of(found[0])
        if found:
            raise NotFound(f'More than one run begins with "{run}".', "Give more of the id.")
        raise NotFound(f'There is no run "{run}" in the store.', FIND_IT)

    def file(self, run: str) -> bytes:
        """Return the run file of a run; raises `NotFound`."""
        with self.reading() as connection:
            packed = connection.execute(select(RUNS.c.file).where(RUNS.c.id == run)).scalar()
        if packed is None:
            raise NotFound(f'There is no run "{run}" in the store.', FIND_IT)
        return _unpacked(packed, run)

    def files(self, cohort: str | None = None) -> Iterator[tuple[str, bytes]]:
        """Yield ids and run files, one in memory at a time, in the order of their ids."""
        query: Select[Any] = select(RUNS.c.id, RUNS.c.file).order_by(RUNS.c.id)
        if cohort is not None:
            query = _in_cohort(query, cohort)
        with self.reading() as connection:
            result = connection.execution_options(yield_per=8).execute(query)
            for run, packed in result:
                yield run, _unpacked(packed, run)

    def delete(self, run: str) -> None:
        """Remove a run with all that hangs on it; raises `NotFound`."""
        with self.writing() as connection:
            gone = connection.execute(delete(RUNS).where(RUNS.c.id == run)).rowcount
        if not gone:
            raise NotFound(f'There is no run "{run}" in the store.', FIND_IT)


def _in_cohort(query: Select[Any], cohort: str) -> Select[Any]:
    return query.join(HAND_INS, HAND_INS.c.run == RUNS.c.id).where(HAND_INS.c.cohort == cohort)


def _unpacked(packed: bytes, run: str) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(packed, LARGEST_FILE)
    except zlib.error:
        data = b""
    if not unpacking.eof:
        raise StoreUnavailable(f"The stored file of run {run} is damaged.", "Restore a backup.")
    return data


def _values(run: RunFile, data: bytes, side: Side, assessment: Assessment) -> dict[str, object]:
    head = run.head
    return {
        "id": head.run,
        "scenario": head.scenario.id,
        "scenario_version": head.scenario.version,
        "scenario_hash": head.scenario.hash,
        "rubric": head.rubric.id,
        "rubric_version": head.rubric.version,
        "rubric_hash": head.rubric.hash,
        "epoch": head.rules.epoch,
        "seed": head.seed,
        "luck": head.luck,
        "mode": head.mode,
        "source": head.by,
        "trainee": head.trainee,
        "cohort": head.cohort,
        "parent": head.parent.run if head.parent else "",
        "minute": run.minute,
        "score": assessment.total(),
        "assessment": assessment.canonical().decode(),
        "started": side.started,
        "ended": side.ended,
        "file": zlib.compress(data, 6),
    }
