"""What a run file holds, once it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.engine.acts.base import Given
from simulator.engine.api import EPOCH
from simulator.errors import RunOver
from simulator.runs.lines import HourLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.log import LogEntry
    from simulator.runs.lines import RunLine, SealLine


@dataclass(frozen=True, slots=True)
class RunFile:
    """One run, as read from its file."""

    head: RunLine
    texts: Mapping[str, str]
    """The sources that the scenario loader read, by name, in the order it read them."""
    table: Mapping[str, object]
    """The rules, in full."""
    steps: tuple[Given | HourLine, ...]
    """Acts and hours in the order in which they were written."""
    log: tuple[LogEntry, ...]
    """Empty while the run is unfinished."""
    seal: SealLine | None
    """None while the run is unfinished."""
    last: str
    """What the next chained line has as `prev`."""
    kept: int
    """Bytes of the file up to its last chained line: where an unfinished run is written on."""
    places: Mapping[int, int]
    """Line numbers of the acts, by number of the act."""
    log_place: int
    """Line number of the log's first entry, 0 for none."""
    seal_place: int
    """Line number of the seal, 0 for none."""

    @property
    def acts(self) -> tuple[Given, ...]:
        """The acts as they were given, in order."""
        return tuple(step for step in self.steps if isinstance(step, Given))

    @property
    def hours(self) -> tuple[HourLine, ...]:
        """The notes of full hours, in order."""
        return tuple(step for step in self.steps if isinstance(step, HourLine))

    @property
    def minute(self) -> int:
        """The last minute that the file tells of."""
        if self.seal:
            return self.seal.at
        return self.steps[-1].at if self.steps else 0

    @property
    def ours(self) -> bool:
        """Whether it was played under this version's epoch of the rules."""
        return self.head.rules.epoch == EPOCH


def only_finished(run: RunFile) -> None:
    """Raise `RunOver` for a run that is still being played: there is nothing to look back on."""
    if run.seal is None:
        raise RunOver(
            "This shift is unfinished; the debrief comes at its end.",
            "Play it to its end with shiftlead play --resume.",
        )
