"""The minutes of a shift at which something asks for the lead, whatever the lead does then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.log import whole
from simulator.strategies.protocol import ADDRESSED, AHEAD, NOTABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.engine.log import LogEntry

WAITS = frozenset(
    {"call.rang", "visit.came", "ticket.returned", "ticket.put-back", "ticket.let-go",
     "ticket.halted", "ticket.due-back", "ticket.approval-lapsed", "task.overdue",
     "incident.not-back", "incident.relapsed", "incident.alerted", "stakeholder.late"}
)  # fmt: skip
"""Kinds of entries after which somebody or something stands still until the lead sees to it."""

ASKS = (ADDRESSED | NOTABLE | WAITS) - {"shift.closed"}
"""Kinds of entries that ask for the lead by themselves."""


def asked(log: Iterable[LogEntry]) -> tuple[int, ...]:
    """Return the minutes at which something asked for the lead, each once, in their order.

    Something does when an entry that can be seen is addressed to the lead or worth a look, when a
    ticket comes in that nobody takes at once, shortly before a promise is due and when it is, and
    at an agreed look. Work that goes on by itself does not.
    """
    entries = tuple(log)
    taken = {(one.subject, one.at) for one in entries if one.kind == "ticket.started"}
    kept = {(one.subject, whole(one.data["due"])) for one in entries if one.kind == "promise.kept"}
    minutes = {
        minute
        for one in entries
        for minute in _minutes(one)
        if one.seen
        and not (one.kind == "ticket.arrived" and (one.subject, one.at) in taken)
        and not (one.kind == "promise.made" and (one.subject, whole(one.data["due"])) in kept)
    }
    return tuple(sorted(minutes))


def _minutes(entry: LogEntry) -> Iterator[int]:
    """Yield the minutes at which an entry asks for the lead: its own, or later ones."""
    if entry.kind in ASKS or entry.kind == "ticket.arrived":
        yield entry.at
    elif entry.kind == "promise.made":
        due = whole(entry.data["due"])
        yield from (due - AHEAD, due)
    if "check_in" in entry.data:
        yield whole(entry.data["check_in"])
