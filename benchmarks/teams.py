"""The teams that scripted leads leave behind: `python -m benchmarks teams`.

Payroll Friday over `SHIFTS` seeds. Feelings are those of the last reading, in points; signs are
what the lead could see. It shows that the world tells ways of leading apart, and nothing else.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from statistics import fmean
from typing import TYPE_CHECKING

from simulator.runs.playable import scenario_at
from simulator.runs.simulate import lead_for
from simulator.strategies.protocol import play

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.engine.log import LogEntry
    from simulator.engine.state import State

SCENARIO = "payroll-friday"
LEADS = ("hero", "micromanager", "expert")
SHIFTS = 30
SIGNS = ("conflict.sign", "conflict.row", "analyst.break-skipped", "analyst.left")
"""Kinds of entries that show a feeling, besides `analyst.sign`."""


@dataclass(frozen=True, slots=True)
class Left:
    """One figure of the teams, lead by lead."""

    name: str
    by: Mapping[str, float]

    def line(self) -> str:
        """Return the row as a line of the table."""
        return f"{self.name:38}" + "".join(f"{who:>14} {v:6.1f}" for who, v in self.by.items())

    def record(self) -> dict[str, object]:
        """Return the row as its JSON object."""
        return asdict(self)

    def missed(self) -> bool:
        """Return whether what must be reached is not: nothing is asked for."""
        return False


def figures(state: State) -> Counter[str]:
    """Return what a shift left behind."""
    last = next(e for e in reversed(state.log) if e.kind == "desk.reading")
    found: Counter[str] = Counter()
    for field, name in (("morales", "morale of"), ("stresses", "stress of")):
        for who, points in _pairs(last, field):
            found[f"{name} {who}, points"] = points
    found["friction at the end, points"] = sum(points for _, points in _pairs(last, "frictions"))
    found["trust in the lead, points"] = sum(a.trust for a in state.analysts.values()) // len(
        state.analysts
    )
    found["skill points gained"] = sum(
        points - a.spec.skills.get(skill, 0)
        for a in state.analysts.values()
        for skill, points in a.skills.items()
    )
    found["minutes that work waited for the lead"] = sum(
        int(str(e.data["waited"])) for e in _of(state, ("incident.approved", "incident.went-on"))
    )
    found["looks that nobody had agreed on"] = sum(
        e.data["agreed"] == -1 for e in _of(state, ("analyst.checked-in",))
    )
    for entry in _of(state, ("analyst.sign",)):
        found[f"sign: {entry.data['sign']}"] += 1
    for entry in _of(state, SIGNS):
        found[f"sign: {entry.kind}"] += 1
    return found


def _pairs(entry: LogEntry, field: str) -> list[tuple[str, int]]:
    values = entry.data[field]
    assert isinstance(values, tuple)
    return [(who, int(points)) for who, _, points in (str(v).partition(":") for v in values)]


def _of(state: State, kinds: tuple[str, ...]) -> Iterable[LogEntry]:
    return (entry for entry in state.log if entry.kind in kinds and entry.seen)


def rows() -> list[Left]:
    """Return the mean of each figure by lead, over the same seeds."""
    scenario = scenario_at(SCENARIO)
    by: dict[str, list[Counter[str]]] = {}
    for lead in LEADS:
        make = lead_for(lead, scenario)
        by[lead] = [figures(play(scenario.world, make(), seed)) for seed in range(SHIFTS)]
    names = dict.fromkeys(name for shifts in by.values() for shift in shifts for name in shift)
    return [
        Left(name, {lead: fmean(shift[name] for shift in shifts) for lead, shifts in by.items()})
        for name in names
    ]
