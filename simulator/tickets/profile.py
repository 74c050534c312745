"""An export's figures as a queue profile: shapes and shares, and nothing about anybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.errors import TicketFileError
from simulator.tickets.callers import FEWEST, people_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.tickets.ledger import Ledger

SLOW_MEDIAN = 45
"""Minutes of work in a ticket that is not quick: a judgement, as in `front-desk-weekday`."""
DISPERSION = (1.0, 20.0)
"""Bounds of variance over mean: a Poisson queue, and bursts no desk here showed."""
DEFAULT_DISPERSION = 2.0
ENOUGH_TIMES = 30
"""Resolved tickets from which the share of quick work is told."""
ENOUGH_LOGGED = 20
"""Tickets of a priority with several rows from which its logged priorities are told."""
MIDNIGHT = 0.5
"""Share of tickets opened in the hour from midnight that no desk has."""
MOST_A_DAY, MOST_PERCENT = 100_000, 999
"""Most tickets a day and most percent that a profile can hold."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LEVELS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a profile is written from."""

    name: str
    """Id of the profile: the stem of its file."""
    export: str
    """What was read: `a Jira export`."""
    figures: dict[str, Any]
    """Stable figures and further ones."""
    logged: dict[int, tuple[int, ...]]
    """How many tickets of each final priority were first logged with each; empty where untold."""


def logged_first(ledger: Ledger) -> dict[int, tuple[int, ...]]:
    """Return the first priorities of tickets with several rows, by their last."""
    rows = {
        (level, first): n
        for level, first, n in ledger.query(
            "SELECT level, first_level, count(*) FROM tickets WHERE rows > 1 AND level IS NOT NULL"
            " AND first_level IS NOT NULL GROUP BY 1, 2"
        )
    }
    table = {level: tuple(rows.get((level, first), 0) for first in LEVELS) for level in LEVELS}
    return {level: row for level, row in table.items() if sum(row) >= ENOUGH_LOGGED}


def profile_text(draft: Draft) -> str:
    """Return the profile's file. Raises `TicketFileError` where the export cannot carry one."""
    arrivals = draft.figures["arrivals"]
    if not arrivals or not arrivals["hourly"]:
        raise TicketFileError(
            "There are too few tickets for a profile.",
            "At least 50 opened on business days are needed.",
        )
    if (
        arrivals["hourly"][0] > MIDNIGHT
        and draft.figures["not_understood"]["times_without_a_clock"]
    ):
        raise TicketFileError(
            "The opening times have no time of day, and a profile needs one.",
            "Export the column with its clock.",
        )
    return "\n".join([*_head(draft, arrivals), *_body(draft, arrivals), *_foot(draft)]) + "\n"


def _head(draft: Draft, arrivals: dict[str, Any]) -> Iterator[str]:
    found = draft.figures
    yield f"# How a week reaches a desk: {found['tickets']:,} tickets of {draft.export}, of which"
    yield f"# arrivals are counted from {arrivals['first_day']} to {arrivals['last_day']}, public"
    yield "# holidays among them."
    if arrivals["unseen"]:
        names = ", ".join(DAYS[day] for day in arrivals["unseen"])
        yield f"# Not among these days, so 0% here: {names}."
    if arrivals["dispersion"] is None:
        yield "# Too few tickets an hour to see bursts: the dispersion is an assumption."
    yield "# Which kinds of tickets come is for each scenario to say."


def _body(draft: Draft, arrivals: dict[str, Any]) -> Iterator[str]:
    yield "schema: 1"
    yield f"profile: {draft.name}"
    yield "title: A desk as its own tickets show it"
    yield f"per_day: {min(MOST_A_DAY, max(1, round(arrivals['per_day'])))}"
    yield from _hours("hourly", arrivals["hourly"])
    if arrivals["weekend"]:
        yield from _hours("weekend", arrivals["weekend"])
    week = (f"{min(MOST_PERCENT, round(100 * one))}%" for one in arrivals["weekly"])
    yield f"weekly: [{', '.join(week)}]"
    low, high = DISPERSION
    spread = arrivals["dispersion"] or DEFAULT_DISPERSION
    yield f"dispersion: {min(high, max(low, spread)):.1f}"
    yield from _effort(draft.figures)
    yield from _priorities(draft)
    yield from _callers(draft.figures)


def _hours(key: str, shares: Sequence[float]) -> Iterator[str]:
    cells = [f"{100 * one:.1f}%" for one in shares]
    yield f"{key}: [{', '.join(cells[:12])},"
    yield f"{' ' * (len(key) + 3)}{', '.join(cells[12:])}]"


def _effort(found: dict[str, Any]) -> Iterator[str]:
    """Yield the work in a ticket: what is resolved within the hour counts as quick."""
    spread = found["resolve_hours_calendar_from_resolved_at"].get("all", {})
    quick, median = (
        found["resolved_within_the_hour"],
        found["resolved_within_the_hour_median_minutes"],
    )
    if not quick or spread.get("n", 0) < ENOUGH_TIMES:
        return
    yield "# Slow tickets mostly wait: no export tells the work in them, so it is a judgement."
    yield (
        f"effort: {{quick: {100 * quick:.1f}%, quick_median: {max(1, round(median))} min,"
        f" slow_median: {SLOW_MEDIAN} min}}"
    )


def _priorities(draft: Draft) -> Iterator[str]:
    level = {int(name[1:]): n for name, n in draft.figures["level"].items()}
    total = sum(level.values())
    if not total:
        return
    yield "priorities:"
    for number in sorted(level):
        row = f"share: {100 * level[number] / total:.1f}%"
        if first := draft.logged.get(number):
            shares = {
                n: f"{100 * count / sum(first):.1f}%"
                for n, count in zip(LEVELS, first, strict=True)
            }
            told = ", ".join(f"P{n}: {share}" for n, share in shares.items() if first[n - 1])
            row += f", logged: {{{told}}}"
        yield f"  P{number}: {{{row}}}"


def _callers(found: dict[str, Any]) -> Iterator[str]:
    callers = found["callers"]
    again, busiest = callers["again_on_the_same_day"], callers["top_10pct_share"]
    if not again or callers["people"] < FEWEST:
        return
    per_day = max(1, round(found["arrivals"]["per_day"]))
    people = people_for(again, busiest, per_day)
    yield f"# With so many people {100 * again:.1f}% of a day's tickets come from one who called"
    yield "# before on that day, as in the export."
    yield f"callers: {{people: {people}, busiest: {100 * busiest:.1f}%}}"


def _foot(draft: Draft) -> Iterator[str]:
    found = draft.figures
    yield "source: >-"
    yield f"  {found['tickets']:,} tickets of {draft.export} of the desk's own, opened"
    yield f"  {found['opened_first'][:10]} to {found['opened_last'][:10]}, counted by shiftlead"
    yield "  import-tickets. Say here whose desk it is, and cite the data where it is published."
    yield "licence: >-"
    yield "  That of the export; say here which, before the profile is passed on. No row, no name"
    yield "  and no text of a ticket is in this file."
