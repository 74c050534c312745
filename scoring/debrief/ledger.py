"""The ledger of trust: every change, in its minute, with its reason and the entry behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.debrief.phrases import past
from scoring.log import whole
from scoring.unused import told

if TYPE_CHECKING:
    from scoring.debrief.telling import Telling
    from scoring.log import Log
    from simulator.engine.log import LogEntry

STORY = "story"
"""Why trust changes by an answer's own effects, by silence, or by news."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One change of somebody's trust."""

    name: str
    """The minute and the person."""
    text: str
    """Points and reason."""
    cause: int
    """Number of the entry that brought it about."""


def ledger(log: Log, telling: Telling) -> tuple[LedgerLine, ...]:
    """Return every change that has a reason, oldest first."""
    return tuple(
        LedgerLine(
            f"{telling.clock(entry.at)} {telling.thing(entry.subject)}",
            f"{whole(entry.data.get('change')):+d}, {_reason(log, telling, entry)} "
            f"(entry {entry.because})",
            entry.because,
        )
        for entry in log.of("stakeholder.trust-changed")
        if "why" in entry.data
    )


def _reason(log: Log, telling: Telling, entry: LogEntry) -> str:
    """Return why trust changed; where the story changed it, the answer or the news that did."""
    why = str(entry.data["why"])
    if why == STORY and entry.because >= 0 and told(log.entries[entry.because]):
        return past(telling, log.entries[entry.because])
    return telling.name(f"trust-why:{why}")
