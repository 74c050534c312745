"""All runs of one person: those in the store, those that wait for it, those being played."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from simulator.bounded import is_file
from simulator.errors import NotFound
from simulator.runs.folder import FIND_IT, Peek, peeked
from simulator.store.places import Places, places
from simulator.store.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.runs.file import RunFile
    from simulator.store.store import Store

SHORTEST = 4
"""Characters of an id that are enough to name a run."""


class Shelf:
    """Where runs are looked up. The store is opened when it is first needed."""

    def __init__(self, store: str | None = None, found: Places | None = None) -> None:
        """Use a `--store` value, or the places themselves; nothing is opened yet."""
        self.places = found or places(store)
        self._store: Store | None = None

    @property
    def folder(self) -> Path:
        """The folder of journals."""
        return self.places.runs

    def store(self) -> Store:
        """Return the open store; raises what `Store` raises."""
        # Imported here, so that a screen can show unfinished runs without loading a database.
        from simulator.store.store import Store

        if self._store is None:
            self._store = Store(self.places.url)
        return self._store

    def close(self) -> None:
        """Close the store; may be called twice."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def __enter__(self) -> Shelf:
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()

    def rows(self) -> list[Row]:
        """Return all runs: being played first, then waiting, then stored ones, latest first."""
        here = self.local()
        stored = [row for row in self.store().runs() if row.id not in {r.id for r in here}]
        return [*here, *stored]

    def local(self) -> list[Row]:
        """Return the runs that are not in the store; this opens no database."""
        rows = [_row(peek) for peek in peeked(self.folder)]
        return sorted(rows, key=lambda row: row.state != "unfinished")

    def unfinished(self) -> list[Row]:
        """Return the runs that can be resumed, the last one played first."""
        return [row for row in self.local() if row.state == "unfinished"]

    def path(self, run: str) -> Path | None:
        """Return the file of a run that is named by its path or its id; None for a stored one."""
        if _is_path(run):
            return Path(run)
        found = (
            [row for row in self.local() if row.id.startswith(run)] if len(run) >= SHORTEST else []
        )
        return _only(found, run)

    def data(self, run: str) -> bytes:
        """Return the run file of a run, named by a path, an id or the beginning of one.

        Raises `NotFound` where there is none or more than one.
        """
        from simulator.runs.file import read_bytes

        path = self.path(run)
        if path is not None:
            return read_bytes(path)
        if len(run) < SHORTEST:
            raise NotFound(f'There is no run "{run}".', FIND_IT)
        store = self.store()
        return store.file(store.find(run).id)

    def read(self, run: str) -> RunFile:
        """Return a run, named as for `data`; raises what `parse_run` raises."""
        from simulator.runs.file import parse_run

        return parse_run(self.data(run))


def _is_path(run: str) -> bool:
    return any(mark in run for mark in "/\\.") or is_file(Path(run))


def _only(found: Iterable[Row], run: str) -> Path | None:
    paths = [row.path for row in found]
    if len(paths) > 1:
        raise NotFound(f'More than one run begins with "{run}".', "Give more of the id.")
    return paths[0] if paths else None


def _row(peek: Peek) -> Row:
    head = peek.head
    return Row(
        id=head.run,
        scenario=head.scenario.id,
        seed=head.seed,
        trainee=head.trainee,
        cohort=head.cohort,
        mode=head.mode,
        state="waiting" if peek.sealed else "unfinished",
        minute=peek.minute,
        score=None,
        scenario_version=head.scenario.version,
        scenario_hash=head.scenario.hash,
        rubric=head.rubric.id,
        epoch=head.rules.epoch,
        luck=head.luck,
        source=head.by,
        parent=head.parent.run if head.parent else "",
        started=peek.side.started,
        ended=peek.side.ended,
        path=peek.path,
    )
