"""The figures of an export: what came when, how it was worked on, and by how many."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from simulator.tickets.spread import hours, hours_by_priority, share
from simulator.tickets.times import DAY, HOUR

if TYPE_CHECKING:
    from simulator.tickets.ledger import Ledger

HOUR_OF_DAY = f"opened / {HOUR} % 24"
WEEKDAY = f"(opened / {DAY} + 6) % 7"
"""Monday is 0, as 1 January of year 1 was one."""


def moment(seconds: int) -> datetime:
    """Return a moment of the ledger as a date."""
    day, rest = divmod(seconds, DAY)
    return datetime.fromordinal(day) + timedelta(seconds=rest)


def figures(ledger: Ledger, rows: int) -> dict[str, Any]:
    """Return the figures by their stable keys; hours are calendar hours, shares 0 to 1.

    One ticket is the last row of its number in the file. An export with several rows for a ticket
    has three keys more: times of resolution that only a row's state tells, and priorities that
    changed from the first row to the last.
    """
    tickets = ledger.one("SELECT count(*) FROM tickets")
    first, last = next(ledger.query("SELECT min(opened), max(opened) FROM tickets"))
    history = ledger.one("SELECT count(*) FROM tickets WHERE rows - copies > 1") > 0
    found: dict[str, Any] = {
        "rows": rows,
        "tickets": tickets,
        "resolved_at_missing": ledger.one("SELECT count(*) FROM tickets WHERE resolved IS NULL"),
    }
    if history:
        found["resolved_time_recovered_from_last_Resolved_event"] = ledger.one(
            "SELECT count(*) FROM tickets WHERE resolved IS NULL AND event IS NOT NULL"
        )
    found |= {
        "opened_first": str(moment(first)),
        "opened_last": str(moment(last)),
        "arrivals_by_hour": ledger.counts(HOUR_OF_DAY),
        "arrivals_by_weekday_mon0": ledger.counts(WEEKDAY),
        "priority": ledger.counts("priority"),
        "impact": ledger.counts("impact"),
        "urgency": ledger.counts("urgency"),
        "incident_state": ledger.counts("state"),
        "contact_type": ledger.counts("channel"),
        "resolve_hours_calendar_from_resolved_at": hours_by_priority(ledger),
    }
    if history:
        value = "CASE WHEN resolved IS NULL THEN event ELSE took END"
        found["resolve_hours_calendar_with_event_fallback"] = {"all": hours(ledger, value)}
    found |= _handling(ledger, tickets)
    if history:
        found["priority_changed_first_to_last"] = ledger.one(
            "SELECT count(*) FROM tickets WHERE first_priority <> priority"
        )
    return found


def _handling(ledger: Ledger, tickets: int) -> dict[str, Any]:
    mean = ledger.one("SELECT avg(reassigned) FROM tickets")
    told, reopened = next(ledger.query("SELECT count(reopened), sum(reopened > 0) FROM tickets"))
    missing = "SELECT count(*) FROM tickets WHERE {} IS NULL"
    return {
        "reassignment_count_distribution": ledger.counts("reassigned"),
        "reassignment_mean": None if mean is None else round(mean, 4),
        "reopened_tickets": reopened,
        "reopen_rate": share(reopened or 0, told),
        "made_sla_share_by_priority": _flagged(ledger),
        "resolvers": _resolvers(ledger),
        "category_top5": ledger.most("category", 5),
        "assignment_group_missing": ledger.one(missing.format("group_")),
        "assigned_to_missing": ledger.one(missing.format("assignee")),
    }


def _flagged(ledger: Ledger) -> dict[str, float]:
    """Return the share of tickets with the export's own SLA flag; it says nothing about speed."""
    rows = ledger.query(
        "SELECT priority, avg(made_sla) FROM tickets WHERE made_sla IS NOT NULL"
        " AND priority IS NOT NULL GROUP BY 1 ORDER BY 1"
    )
    found = {name: round(mean, 4) for name, mean in rows}
    every = ledger.one("SELECT avg(made_sla) FROM tickets")
    return found if every is None else found | {"all": round(every, 4)}


def _resolvers(ledger: Ledger) -> dict[str, Any]:
    """Return how much the busiest tenth resolves. The name stands in JSON only, for its owner."""
    people, tickets = next(
        ledger.query("SELECT count(DISTINCT resolver), count(resolver) FROM tickets")
    )
    top = math.ceil(people / 10)
    first = ledger.most("resolver", 1)
    return {
        "people": people,
        "tickets_with_resolver": tickets,
        "top_10pct_people": top,
        "top_10pct_share": share(of_busiest(ledger, "resolver", top), tickets),
        "top_1_share": share(sum(first.values()), tickets),
        "top_1_name": next(iter(first), None),
    }


def of_busiest(ledger: Ledger, column: str, people: int) -> int:
    """Return the tickets of so many of the busiest people of a column."""
    total: int = ledger.one(
        f"SELECT coalesce(sum(n), 0) FROM (SELECT count(*) AS n FROM tickets"
        f" WHERE {column} IS NOT NULL GROUP BY {column} ORDER BY n DESC LIMIT ?)", people,
    )  # fmt: skip
    return total
