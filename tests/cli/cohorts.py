"""Shifts that somebody has played, for tests of what reaches a cohort."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from simulator.engine.acts.shapes import Brief
from simulator.runs.playable import Playable, scenario_at
from simulator.runs.session import Session
from simulator.store.outbox import deliver
from simulator.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.runs.lines import Mode, Source
    from tests.cli.conftest import Said, Shiftlead

DAY = date(2025, 11, 20)


@cache
def scenario(ident: str) -> Playable:
    """Return a shipped scenario; it is loaded once."""
    return scenario_at(ident)


@dataclass(frozen=True, slots=True)
class Desk:
    """Somebody's desk: their shifts, and the commands on their store."""

    shiftlead: Shiftlead
    folder: Path

    @property
    def store(self) -> Path:
        """The file of their store."""
        return self.folder / "own.db"

    def play(
        self,
        ident: str = "payroll-friday",
        *,
        mode: Mode = "practice",
        by: Source = "person",
        trainee: str = "t-1",
        words: str = "",
        seed: int = 1,
    ) -> str:
        """Play a shift in which little is done, to its end; return its id."""
        with Session.start(
            scenario(ident), self.folder / "runs", seed,
            mode=mode, by=by, trainee=trainee, today=DAY,
        ) as session:  # fmt: skip
            session.give(Brief("oldest"), words)
            session.advance(1000)
            session.finish(DAY)
        deliver(self.folder / "runs", lambda: Store(f"sqlite:///{self.store}"))
        return session.run

    def played(self, trainee: str = "t-1", **how: Any) -> str:
        """Play a first shift, which stays here, and another one; return the other's id."""
        self.play(trainee=trainee)
        return self.play(trainee=trainee, **how)

    def __call__(self, *arguments: str | Path) -> Said:
        """Run a command on their store."""
        return self.shiftlead("--store", self.store, *arguments)
