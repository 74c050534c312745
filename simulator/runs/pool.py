"""Many shifts over several processes: the same results in the same order, whatever their number.

Workers are spawned, so that every system does the same, and get the scenario's texts: compiled
conditions cannot be sent from one process to another.
"""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from simulator.errors import WrongUse
from simulator.runs.playable import Playable, scenario_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

LARGEST_SHARE = 32
"""Pieces of work that a process takes at most in one go."""

S = TypeVar("S")
J = TypeVar("J")
T = TypeVar("T")


def spread_out(
    scenario: Playable,
    prepare: Callable[[Playable], S],
    work: Callable[[S, J], T],
    pieces: Sequence[J],
    jobs: int,
) -> Iterator[T]:
    """Yield what `work` makes of each piece, in their order.

    `prepare` makes, once in each process, what all pieces share; both are found by name there, or
    are partials of such. What it raises is raised here, before anything is worked on. Raises
    `WrongUse` for less than one job.
    """
    if jobs < 1:
        raise WrongUse("There has to be at least one job.", "Leave --jobs out for one.")
    shared = prepare(scenario)
    jobs = min(jobs, len(pieces))
    if jobs <= 1:
        return (work(shared, piece) for piece in pieces)
    return _spread(dict(scenario.texts), prepare, work, pieces, jobs)


def _spread(
    texts: dict[str, str],
    prepare: Callable[[Playable], S],
    work: Callable[[S, J], T],
    pieces: Sequence[J],
    jobs: int,
) -> Iterator[T]:
    share = max(1, min(LARGEST_SHARE, len(pieces) // (jobs * 4)))
    with ProcessPoolExecutor(
        max_workers=jobs,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_prepare,
        initargs=(texts, prepare, work),
    ) as pool:
        try:
            yield from pool.map(_work, pieces, chunksize=share)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


_ready: list[tuple[Any, Callable[[Any, Any], Any]]] = []
"""What a worker has made of the texts it was given, and what it does; one item."""


def _prepare(
    texts: dict[str, str], prepare: Callable[[Playable], S], work: Callable[[S, J], T]
) -> None:
    _ready[:] = [(prepare(scenario_from(texts)), work)]


def _work(piece: J) -> Any:
    shared, work = _ready[0]
    return work(shared, piece)
