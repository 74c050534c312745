"""What came of a shift, as whole numbers: the figures beside a score, for simulation and export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.desk import call_waits, satisfied, waited
from scoring.log import bare, whole
from scoring.measures.common import own_minutes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.log import Log

Outcomes = dict[str, int | None]

_MORE = frozenset({"resolved", "satisfaction", "trust", "morale"})


def more_is_better(figure: str) -> bool:
    """Return whether a figure is better when it is higher; else it is when it is lower."""
    return figure in _MORE


def outcomes(log: Log) -> Outcomes:
    """Return the desk's figures by id.

    `open`, `resolved`, `returned`, `missed` (targets), `refused`, `lapsed`, `hand_offs` (tickets
    taken up by somebody other than who had them before) and `came_back` (tickets that somebody had
    twice, with others in between) are counts; `oldest`,
    `waited` (work stood still for the lead) and `own` (the lead's work on tickets) are minutes;
    `trust`, `morale`, `stress`, `friction` and `satisfaction` are points; `restored.ID` is the
    minutes from an incident's start until the service worked again, null where it did not. Where
    calls rang, `abandoned` counts those given up and `call_wait` is the median wait of the others,
    minutes.
    """
    readings = log.of("desk.reading")
    closing = log.of("shift.closed")
    last = {**(readings[-1].data if readings else {}), **(closing[-1].data if closing else {})}
    taken = log.of("ticket.started")
    pleased = satisfied(log)
    found: Outcomes = {
        "open": whole(last.get("open")),
        "resolved": len(log.of("ticket.resolved")),
        "returned": len(log.of("ticket.returned")),
        "missed": len(log.of("ticket.breached")),
        "lapsed": len(log.of("scene.lapsed")),
        "oldest": whole(last.get("oldest")),
        "waited": waited(log),
        "own": own_minutes(log),
        "hand_offs": sum("hands" in e.data for e in taken),
        "came_back": len({e.subject for e in taken if e.data.get("before") is True}),
        "satisfaction": (2 * sum(pleased) + len(pleased)) // (2 * len(pleased))
        if pleased
        else None,
    }
    if log.of("call.rang"):
        found["abandoned"] = len(log.of("call.abandoned"))
        found["call_wait"] = middle(call_waits(log))
    for name in ("trust", "morale", "stress", "friction"):
        found[name] = whole(last.get(name)) if last else None
    for started in log.of("incident.started"):
        over = next((e for e in log.about(started.subject) if e.kind == "incident.mitigated"), None)
        found[f"restored.{bare(started.subject)}"] = over.at - started.at if over else None
    return found


def middle(values: Sequence[int]) -> int | None:
    """Return the median, rounded half up between two; None without values."""
    ordered = sorted(values)
    if not ordered:
        return None
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half] + 1) // 2
