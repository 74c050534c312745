"""Measuring: processor time, one candidate after the other, the median of five rounds."""

from __future__ import annotations

import gc
import time
from dataclasses import asdict, dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One figure.

    With a peer, `ratio` is how many times as fast as the peer we are, and `must` and `goal` are
    the least ratios that are asked for; without one they are the most that `ours` may be.
    """

    name: str
    ours: float
    unit: str
    peer: str = ""
    peer_value: float | None = None
    must: float | None = None
    goal: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times as fast as the peer; None without a peer."""
        return None if self.peer_value is None else self.peer_value / self.ours

    def missed(self) -> bool:
        """Return whether what must be reached is not."""
        if self.must is None:
            return False
        return self.ours > self.must if self.ratio is None else self.ratio < self.must

    def line(self) -> str:
        """Return the row as a line of the table."""
        ours = f"{self.ours:10.4g} {self.unit}"
        if self.ratio is None:
            asked = f"must {self.must:g}, goal {self.goal:g}" if self.must and self.goal else ""
            return f"{self.name:42}{ours:16}{asked}"
        asked = f"must {self.must:g}x, " if self.must else ""
        asked += f"goal {self.goal:g}x" if self.goal else ""
        return f"{self.name:42}{ours:16}{self.ratio:9.3g}x {self.peer:16}{asked}"

    def record(self) -> dict[str, object]:
        """Return the row as its JSON object."""
        ratio = self.ratio
        return {
            **asdict(self),
            "ours": round(self.ours, 4),
            "peer_value": None if self.peer_value is None else round(self.peer_value, 4),
            "ratio": None if ratio is None else round(ratio, 3),
        }


def milliseconds(
    candidates: Mapping[str, Callable[[], object]], per: int = 1, rounds: int = ROUNDS
) -> dict[str, float]:
    """Return the processor time of each candidate in milliseconds, divided by `per`.

    Candidates run in turn, so that a slow minute of the machine meets all of them. The collector
    of cycles runs before each and rests meanwhile: nobody pays for what another left behind.
    """
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for work in candidates.values():
        work()  # warm-up
    for _ in range(rounds):
        for name, work in candidates.items():
            gc.collect()
            gc.disable()
            begun = time.process_time_ns()
            work()
            times[name].append((time.process_time_ns() - begun) / 1e6)
            gc.enable()
    return {name: median(taken) / per for name, taken in times.items()}
