"""Real runs of shipped scenarios, and logs that differ from them in one thing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from scoring.assess import Assessment, assess
from scoring.log import Log
from simulator.engine.log import LogEntry
from simulator.runs.playable import Playable, scenario_at
from simulator.runs.simulate import lead_for
from simulator.strategies.protocol import play
from tests.conftest import one_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.engine.acts.base import Given
    from simulator.engine.state import State

SCENARIOS = ("payroll-friday", "machine-by-machine", "not-the-handset", "terse-notes")
LEADS = ("expert", "by-the-book", "random", "hero", "box-ticker", "close", "micromanager")

SHIFTS = [
    (scenario, lead, seed)
    for seed in (1, 2)
    for number, lead in enumerate(LEADS)
    for scenario in (*SCENARIOS[number % 4 :], *SCENARIOS[: number % 4])
]
"""Every lead on every scenario, the scenarios in turn."""

EVERY = one_in(8, SHIFTS)
"""For `parametrize`: the ordinary run takes some, of every scenario and lead, the deep run all."""

ANY = st.sampled_from(SHIFTS[::4])
"""For hypothesis: one of some, few enough to be played once and kept."""


@dataclass(frozen=True)
class Run:
    """A whole run, and what its rubric said."""

    scenario: Playable
    seed: int
    acts: tuple[Given, ...]
    state: State
    assessment: Assessment

    @property
    def log(self) -> Sequence[LogEntry]:
        return self.state.log

    def judge(self, entries: Sequence[LogEntry]) -> Assessment:
        """Assess another log under the same rubric."""
        return assess(Log(entries), self.scenario.rubric)


@cache
def run_of(scenario: str, lead: str, seed: int) -> Run:
    """Play one shift; each is played once."""
    loaded, given = scenario_at(scenario), list["Given"]()
    state = play(loaded.world, lead_for(lead, loaded)(), seed, given=given)
    return Run(loaded, seed, tuple(given), state, assess(Log(state.log), loaded.rubric))


def without(entries: Sequence[LogEntry], number: int) -> list[LogEntry]:
    """Return a log with nothing in the place of an entry, so that all numbers stay."""
    gone = entries[number]
    nothing = LogEntry(number, gone.at, "story.told", "script", "desk", "desk", -1, False, {})
    return [*entries[:number], nothing, *entries[number + 1 :]]


def with_again(entries: Sequence[LogEntry], number: int, place: int) -> list[LogEntry]:
    """Return a log in which an entry stands once more, in another place after its own."""
    first = entries[number]
    again = first._replace(number=place, at=max(first.at, entries[place - 1].at))

    def moved(entry: LogEntry) -> LogEntry:
        because = entry.because + (entry.because >= place)
        return entry._replace(number=entry.number + 1, because=because)

    return [*entries[:place], again, *map(moved, entries[place:])]
