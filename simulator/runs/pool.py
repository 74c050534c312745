"""Many shifts over several processes: the same results in the same order, whatever their number.

Workers are spawned, so that every system does the same, and get the scenario's texts: compiled
conditions cannot be sent from one process to another. This process is one of those at work: it has
a good start on the others, which read all of the program first.
"""

from __future__ import annotations

import multiprocessing
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from simulator.errors import WrongUse
from simulator.runs.playable import Playable, scenario_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

LARGEST_SHARE = 4
"""Pieces of work that a process takes at most in one go: who is done waits for the last share."""

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
    crew = Crew(scenario, prepare, work, jobs if jobs < 1 else max(1, min(jobs, len(pieces))))

    def at_work() -> Iterator[T]:
        with crew:
            yield from crew.do(pieces)

    return at_work()


class Crew(Generic[S, J, T]):
    """Processes that stay at work for one lot of pieces after another; use it in a `with`.

    With one job everything is done here. See `spread_out` for what it is made with and raises.
    """

    def __init__(
        self,
        scenario: Playable,
        prepare: Callable[[Playable], S],
        work: Callable[[S, J], T],
        jobs: int,
    ) -> None:
        if jobs < 1:
            raise WrongUse("There has to be at least one job.", "Leave --jobs out for one.")
        self._shared = prepare(scenario)
        self._job = work
        self._jobs = jobs
        self._start = (dict(scenario.texts), prepare, work)
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Crew[S, J, T]:
        if self._jobs > 1:
            self._pool = ProcessPoolExecutor(
                max_workers=self._jobs - 1,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_prepare,
                initargs=self._start,
            )
        return self

    def __exit__(self, *raised: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def do(self, pieces: Sequence[J]) -> Iterator[T]:
        """Yield what comes of each piece, in their order."""
        if self._pool is None:
            return (self._job(self._shared, piece) for piece in pieces)
        size = max(1, min(LARGEST_SHARE, len(pieces) // (self._jobs * 4)))
        shares = [pieces[begin : begin + size] for begin in range(0, len(pieces), size)]
        return chain.from_iterable(self._in_turn(self._pool, shares))

    def _in_turn(
        self, pool: ProcessPoolExecutor, shares: Sequence[Sequence[J]]
    ) -> Iterator[list[T]]:
        """Yield what comes of each share, in their order; what no worker has begun is done here."""
        found: list[Future[list[T]]] = [pool.submit(_work, share) for share in shares]
        not_begun = (place for place, one in enumerate(found) if one.cancel())
        for place in range(len(found)):
            while not found[place].done() and (mine := next(not_begun, None)) is not None:
                found[mine] = self._done_here(shares[mine])
            yield found[place].result()

    def _done_here(self, share: Sequence[J]) -> Future[list[T]]:
        """Return what comes of a share, or what it raised, for its turn."""
        done: Future[list[T]] = Future()
        try:
            done.set_result([self._job(self._shared, piece) for piece in share])
        except Exception as error:
            done.set_exception(error)
        return done


_ready: list[tuple[Any, Callable[[Any, Any], Any]]] = []
"""What a worker has made of the texts it was given, and what it does; one item."""


def _prepare(
    texts: dict[str, str], prepare: Callable[[Playable], S], work: Callable[[S, J], T]
) -> None:
    _ready[:] = [(prepare(scenario_from(texts)), work)]


def _work(share: Sequence[Any]) -> list[Any]:
    shared, work = _ready[0]
    return [work(shared, piece) for piece in share]
