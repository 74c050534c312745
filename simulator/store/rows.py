"""One run as a list shows it, whether it is stored, waits for the store, or is being played."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

State = Literal["finished", "waiting", "unfinished"]
"""`waiting`: finished, not yet in the store."""


@dataclass(frozen=True, slots=True)
class Row:
    """What is known about a run without reading its file."""

    id: str
    scenario: str
    seed: int
    trainee: str
    cohort: str
    mode: str
    state: State
    minute: int
    """The last simulated minute."""
    score: int | None
    """0 to 100; None where there is none, or none yet."""
    scenario_version: str = ""
    scenario_hash: str = ""
    rubric: str = ""
    epoch: int = 1
    luck: int = 0
    source: str = "person"
    """Whether its acts came from a person or a script."""
    parent: str = ""
    started: date | None = None
    ended: date | None = None
    assessment: str = ""
    """The assessment's canonical JSON; "" where the run is not stored."""
    path: Path | None = None
    """The run's file where it is not in the store."""

    def record(self) -> dict[str, object]:
        """Return the run as `runs list --json` shows it."""
        return {
            "id": self.id,
            "scenario": self.scenario,
            "seed": self.seed,
            "trainee": self.trainee,
            "cohort": self.cohort,
            "mode": self.mode,
            "state": self.state,
            "minute": self.minute,
            "score": self.score,
            "version": self.scenario_version,
            "source": self.source,
            "parent": self.parent or None,
            "started": self.started.isoformat() if self.started else None,
            "ended": self.ended.isoformat() if self.ended else None,
        }

    def scores(self) -> dict[str, tuple[int, int]]:
        """Return points and `of` by competency, as they were scored when the run was stored."""
        known = json.loads(self.assessment)["scores"] if self.assessment else {}
        return {name: (points, of) for name, (points, of, _) in known.items()}


def row_of(found: Mapping[Any, Any]) -> Row:
    """Return the row that the store holds."""
    return Row(
        id=found["id"],
        scenario=found["scenario"],
        seed=found["seed"],
        trainee=found["trainee"],
        cohort=found["cohort"],
        mode=found["mode"],
        state="finished",
        minute=found["minute"],
        score=found["score"],
        scenario_version=found["scenario_version"],
        scenario_hash=found["scenario_hash"],
        rubric=found["rubric"],
        epoch=found["epoch"],
        luck=found["luck"],
        source=found["source"],
        parent=found["parent"],
        started=found["started"],
        ended=found["ended"],
        assessment=found["assessment"],
    )
