"""An import in words: what was read and how, what was not understood, and the desk's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.tickets.desks import DESKS, PUBLISHED
from simulator.tickets.doubts import many
from simulator.tickets.table import DELIMITERS
from simulator.tickets.vendors.vendor import plain
from simulator.tickets.workload import CLOCK, TARGETS, TARGETS_SOURCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from simulator.tickets.importing import Export

MOST_HEADINGS = 12
"""Headings that are listed in words; JSON has them all."""
TARGETS_SAY = (
    ", ".join(f"P{level} in {hours}" for level, hours in TARGETS.items())
    + f" working hours ({CLOCK})"
)


class Line(NamedTuple):
    """One row of the table."""

    title: str
    name: str
    """Its name among the figures of the reference desks."""
    value: float | None
    form: Callable[[float], str]


def how_read(export: Export) -> dict[str, Any]:
    """Return, for JSON, what the export was taken for and what was not understood."""
    layout, survey = export.layout, export.survey
    return {
        "source": {
            "vendor": layout.vendor.name,
            "columns": {field: layout.title(field) for field in layout.columns},
        },
        "read_as": dict(_read_as(export)),
        "order_of_dates": export.times.order,
        "first_rows_looked_at": survey.rows,
        "not_understood": {
            "columns": list(layout.unknown),
            "not_read": dict(layout.misleading),
            "rows": export.doubts.record(),
            "rows_left_out": export.doubts.left_out(),
            "lines_not_in_the_encoding": export.odd_lines,
            "times_without_a_clock": export.times.dayless_clock,
        },
    }


def in_words(export: Export, found: dict[str, Any]) -> Iterator[str]:
    """Yield what to tell above the table."""
    yield (
        f"{export.path.name}: {export.layout.vendor.title}, {many(found['tickets'], 'ticket')} in"
        f" {many(found['rows'], 'row')}, opened {found['opened_first'][:16]} to"
        f" {found['opened_last'][:16]}"
    )
    for what, says in _read_as(export):
        yield f"  {what}: {says}"
    yield from _not_understood(export)


def _read_as(export: Export) -> Iterator[tuple[str, str]]:
    survey, layout = export.survey, export.layout
    asked = export.asked.order
    yield "encoding", export.encoding
    yield "between cells", DELIMITERS[export.delimiter]
    yield "dates", f"{asked.replace('-', ' ')}, as you said" if asked else survey.evidence()
    yield "clock", survey.clock()
    yield (
        "time zone",
        (f"{export.asked.zone.key}, as you said" if export.asked.zone else survey.zones()),
    )
    titles = {field: layout.title(field) for field in layout.columns}
    yield (
        "columns",
        ", ".join(
            title if plain(title) == plain(field) else f"{title} = {field}"
            for field, title in titles.items()
        ),
    )


def _not_understood(export: Export) -> Iterator[str]:
    layout = export.layout
    lines = export.doubts.sentences()
    if layout.unknown:
        more = len(layout.unknown) - MOST_HEADINGS
        tail = f" and {more} more" if more > 0 else ""
        lines.insert(0, f"columns: {', '.join(layout.unknown[:MOST_HEADINGS])}{tail}")
    if export.odd_lines:
        lines.append(f"{many(export.odd_lines, 'line')} not in UTF-8, read as Windows-1252")
    if export.times.dayless_clock:
        lines.append(
            f"{many(export.times.dayless_clock, 'time')} without a time of day, taken for 00:00"
        )
    yield f"Not understood: {'nothing' if not lines else ''}".rstrip()
    yield from (f"  {line}" for line in lines)
    for heading, why in layout.misleading.items():
        yield f"Not read: {heading} ({why})"
    if layout.title("sla_flag"):
        yield f"Not taken for timeliness: {layout.title('sla_flag')}, the export's own flag"
    for heading in layout.repeated:
        yield f"The column {heading} stands there more than once; the first is read"


def table(found: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """Yield the desk's figures beside the reference desks', heading first."""
    yield ("", "THIS DESK", *(desk.name.upper() for desk in DESKS))
    for line in _lines(found):
        if line.value is not None:
            others = (desk.figures.get(line.name) for desk in DESKS)
            cells = ("–" if one is None else line.form(one) for one in (line.value, *others))
            yield (line.title, *cells)


def sources() -> Iterator[str]:
    """Yield where the figures of the other desks come from."""
    for desk in DESKS:
        yield f"{desk.name}: {desk.what}. {desk.source}"
    yield f"targets: {TARGETS_SAY}. {TARGETS_SOURCE}"
    for figure, value, source in PUBLISHED:
        yield f"{figure}: {value}, {source}"
    yield "Desks differ widely, and these are four of them: none is a target."


def _lines(found: dict[str, Any]) -> Iterator[Line]:
    arrivals = found["arrivals"] or {}
    hourly: list[float] = arrivals.get("hourly") or []
    level = found["level"]
    ranked = sum(level.values())
    spread = found["resolve_hours_calendar_from_resolved_at"].get("all", {})
    yield Line("tickets on a business day", "per_day", arrivals.get("per_day"), _tenths)
    yield Line("share of the busiest hour", "busiest_hour", max(hourly, default=None), _percent)
    yield Line("outside Mon-Fri 08-18", "outside", arrivals.get("outside"), _percent)
    for name in ("P1", "P2", "P3", "P4"):
        share = level.get(name, 0) / ranked if ranked else None
        yield Line(f"priority {name}", name, share, _percent)
    for title, name in (("median", "median"), ("three quarters", "p75"), ("nine tenths", "p90")):
        yield Line(f"hours to resolve, {title}", name, spread.get(name), _tenths)
    yield Line("resolved within the hour", "within_the_hour",
               found["resolved_within_the_hour"], _percent)  # fmt: skip
    yield Line("resolved at once, 30 min", "first_contact", found["first_contact_proxy"], _percent)
    yield Line("resolved within targets", "within_targets",
               found["timeliness"]["share_within"]["all"], _percent)  # fmt: skip
    yield Line("first answer, hours, median", "response",
               found["first_response_hours"].get("median"), _tenths)  # fmt: skip
    yield Line("passed on at least once", "reassigned", found["reassigned_share"], _percent)
    yield Line("times passed on, mean", "reassignments", found["reassignment_mean"], _hundredths)
    yield Line("reopened", "reopened", found["reopen_rate"], _percent)
    yield Line("by the busiest tenth of resolvers", "busiest_resolvers",
               found["resolvers"]["top_10pct_share"], _percent)  # fmt: skip
    yield Line("from the busiest tenth of callers", "busiest_callers",
               found["callers"]["top_10pct_share"], _percent)  # fmt: skip
    yield Line("still open", "open", found["open_tickets"], _whole)


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%"


def _tenths(value: float) -> str:
    return f"{value:,.1f}"


def _hundredths(value: float) -> str:
    return f"{value:.2f}"


def _whole(value: float) -> str:
    return f"{value:,.0f}"
