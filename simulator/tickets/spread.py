"""Quantiles and means of a column of the ledger, without all its values in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.tickets.times import HOUR

if TYPE_CHECKING:
    from simulator.tickets.ledger import Ledger

QUANTILES = {"p25": 0.25, "median": 0.5, "p75": 0.75, "p90": 0.9, "p95": 0.95}


def share(part: int, whole: int) -> float | None:
    """Return a share of 0 to 1 with four decimals, None of nothing."""
    return round(part / whole, 4) if whole else None


def hours(
    ledger: Ledger, value: str = "took", where: str = "1", *values: Any, unit: int = HOUR
) -> dict[str, float]:
    """Return count, mean and quantiles of a value in seconds, as hours or another unit.

    Quantiles lie on a straight line between the two nearest values. Empty where there is none.
    """
    chosen = f"FROM tickets WHERE {value} IS NOT NULL AND {where}"
    count, total = next(ledger.query(f"SELECT count(*), sum({value}) {chosen}", *values))
    if not count:
        return {}
    places = {name: at * (count - 1) for name, at in QUANTILES.items()}
    wanted = sorted({int(place) + extra for place in places.values() for extra in (0, 1)})
    sorted_rows = ledger.query(f"SELECT {value} {chosen} ORDER BY 1", *values)
    ordered = {place: row[0] for place, row in enumerate(sorted_rows) if place in wanted}
    found = {"n": count, "mean": round(total / count / unit, 2)}
    for name, place in places.items():
        low = int(place)
        below, above = ordered[low], ordered.get(low + 1, ordered[low])
        found[name] = round((below + (above - below) * (place - low)) / unit, 2)
    return found


def hours_by_priority(ledger: Ledger) -> dict[str, dict[str, float]]:
    """Return the hours to resolve by priority as the export writes it, and of all."""
    found = {
        name: spread
        for name in ledger.counts("priority")
        if (spread := hours(ledger, "took", "priority = ?", name))
    }
    return found | {"all": spread} if (spread := hours(ledger)) else found
