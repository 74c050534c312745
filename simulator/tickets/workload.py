"""What else an export tells about the work: under keys of its own beside the stable ones."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from simulator.tickets.figures import moment, of_busiest
from simulator.tickets.shape import shape_of
from simulator.tickets.spread import hours, share
from simulator.tickets.times import DAY, HOUR, MINUTE

if TYPE_CHECKING:
    from simulator.tickets.ledger import Ledger
    from simulator.tickets.shape import Shape

QUICK = 60
"""Minutes within which work is quick, as in the shipped profiles."""
FIRST_CONTACT = 30
"""Minutes for a resolution at the first contact, as nearly as a log tells it."""
OPENS, CLOSES = 9 * HOUR, 17 * HOUR
"""Working hours of the targets, Monday to Friday."""
TARGETS = {1: 4, 2: 8, 3: 24, 4: 40}
"""Working hours to resolve by priority: four hours, a day, three days, five days."""
TARGETS_SOURCE = "University of Sussex, https://www.sussex.ac.uk/its/about/sla"
CLOCK = "Mon-Fri 09:00-17:00 on the export's own clock, public holidays not left out"


def working(opened: int, resolved: int) -> int:
    """Return the seconds of working hours between two moments of one clock."""
    return _worked(resolved) - _worked(opened)


def _worked(seconds: int) -> int:
    """Return the working seconds from a Monday long ago until a moment."""
    # 1 January of year 1 is day 1 and a Monday.
    weeks, rest = divmod(seconds - DAY, 7 * DAY)
    day, clock = divmod(rest, DAY)
    today = min(max(clock - OPENS, 0), CLOSES - OPENS) if day < 5 else 0
    return (weeks * 5 + min(day, 5)) * (CLOSES - OPENS) + today


def workload(ledger: Ledger) -> dict[str, Any]:
    """Return the figures; times are calendar hours unless a key says otherwise, shares 0 to 1."""
    opened, timed, quick, contact = next(ledger.query(
        "SELECT sum(is_open), count(took), sum(took <= ?1 * 60), sum(took <= ?2 * 60"
        " AND coalesce(reassigned, 0) = 0 AND coalesce(reopened, 0) = 0) FROM tickets",
        QUICK, FIRST_CONTACT,
    ))  # fmt: skip
    told, passed_on = next(
        ledger.query("SELECT count(reassigned), sum(reassigned > 0) FROM tickets")
    )
    shape = shape_of(ledger)
    return {
        "open_tickets": opened,
        "level": {f"P{level}": n for level, n in ledger.counts("level").items()},
        "arrivals": _arrivals(shape),
        "resolved_within_the_hour": share(quick or 0, timed),
        "resolved_within_the_hour_median_minutes": hours(
            ledger, "took", "took <= ? * 60", QUICK, unit=MINUTE
        ).get("median"),
        "first_contact_proxy": share(contact or 0, timed),
        "reassigned_share": share(passed_on or 0, told),
        "first_response_hours": hours(ledger, "response"),
        "timeliness": _timeliness(ledger),
        "callers": _callers(ledger),
        "categories": ledger.one("SELECT count(DISTINCT category) FROM tickets"),
        "tickets_with_several_rows": ledger.one("SELECT count(*) FROM tickets WHERE rows > 1"),
    }


def _arrivals(shape: Shape | None) -> dict[str, Any] | None:
    if shape is None:
        return None
    days = {key: str(moment(getattr(shape, key) * DAY).date()) for key in ("first_day", "last_day")}
    return {key: days.get(key, _rounded(value)) for key, value in asdict(shape).items()}


def _rounded(value: Any) -> Any:
    """Return a share or several with four decimals; anything else as it is."""
    if isinstance(value, tuple):
        return [_rounded(one) for one in value]
    return round(value, 4) if isinstance(value, float) else value


def _timeliness(ledger: Ledger) -> dict[str, Any]:
    """Return the share resolved within published targets, by priority and of all."""
    ledger.working(working)
    limit = " ".join(f"WHEN {level} THEN {hours_}" for level, hours_ in TARGETS.items())
    rows = ledger.query(
        f"SELECT level, count(*), sum(working(opened, resolved) <= {HOUR} * CASE level {limit} END)"
        " FROM tickets WHERE took IS NOT NULL AND level IS NOT NULL GROUP BY 1 ORDER BY 1"
    )
    found = {f"P{level}": (met, count) for level, count, met in rows}
    met, count = (sum(column) for column in zip(*found.values(), strict=True)) if found else (0, 0)
    return {
        "clock": CLOCK,
        "target_working_hours": {f"P{level}": hours_ for level, hours_ in TARGETS.items()},
        "source": TARGETS_SOURCE,
        "share_within": {name: share(*pair) for name, pair in found.items()}
        | {"all": share(met, count)},
    }


def _callers(ledger: Ledger) -> dict[str, Any]:
    """Return how many people call, and how unevenly; nobody is named."""
    people, tickets = next(
        ledger.query("SELECT count(DISTINCT caller), count(caller) FROM tickets")
    )
    top = math.ceil(people / 10)
    days = ledger.one(
        f"SELECT count(*) FROM (SELECT 1 FROM tickets WHERE caller IS NOT NULL"
        f" GROUP BY caller, opened / {DAY})"
    )
    return {
        "people": people,
        "tickets": tickets,
        "top_10pct_share": share(of_busiest(ledger, "caller", top), tickets),
        "again_on_the_same_day": share(tickets - days, tickets),
    }
