"""From the journal folder to the store, now or later.

A finished run stays in its folder until the store has it. A store that is locked or away costs
nothing but a line: the run waits, and every later delivery takes it along.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.errors import RunFileError, ShiftleadError, StoreUnavailable
from simulator.runs.file import read_bytes
from simulator.runs.folder import peeked
from simulator.runs.side import read_side, side_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from simulator.store.store import Store


@dataclass(slots=True)
class Delivered:
    """What became of the runs that waited."""

    stored: list[Path] = field(default_factory=list)
    waiting: list[Path] = field(default_factory=list)
    problems: list[ShiftleadError] = field(default_factory=list)
    """Why those that still wait do: the store's trouble once, a file's own each."""


def waiting(folder: Path) -> list[Path]:
    """Return the finished runs in a folder that the store does not have yet, the oldest first.

    In this order, because the store notes which shift of a trainee was the first.
    """
    return [peek.path for peek in reversed(peeked(folder)) if peek.sealed]


def deliver(folder: Path, open_store: Callable[[], Store]) -> Delivered:
    """Take all finished runs of a folder to the store; never raises for a store that is away.

    The store is opened only if something waits.
    """
    result = Delivered()
    runs = waiting(folder)
    if not runs:
        return result
    try:
        store = open_store()
    except StoreUnavailable as error:
        result.waiting, result.problems = runs, [error]
        return result
    with store:
        for number, path in enumerate(runs):
            try:
                store.add(read_bytes(path), read_side(path), played=True)
            except StoreUnavailable as error:
                result.waiting += runs[number:]
                result.problems.append(error)
                break
            except ShiftleadError as error:
                result.waiting.append(path)
                result.problems.append(_about(path, error))
            else:
                result.stored.append(path)
                for done in (path, side_path(path)):
                    with contextlib.suppress(OSError):
                        done.unlink(missing_ok=True)
    return result


def _about(path: Path, error: ShiftleadError) -> ShiftleadError:
    return RunFileError(f"{path.name}: {error.message}", error.hint)
