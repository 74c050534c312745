"""Prioritisation: a way to go on for people, while the cause is still looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.measures.common import OVER, ended_by, in_time, named, waits
from scoring.measures.registry import Figure, NoNeed, measure, no_need

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.log import Log, Window
    from scoring.rubric import Criterion, Scope
    from simulator.engine.log import LogEntry

SPOILT = ("incident.worsened", "incident.no-better", "incident.reversed")
"""Kinds by which a way out breaks something, changes nothing, or is taken back."""


def spoilt(log: Log, placed: LogEntry) -> LogEntry | None:
    """Return the entry by which a workaround was no way to go on after all; None for none."""
    way = placed.data.get("way")
    return next(
        (
            entry for entry in log.about(placed.subject)
            if entry.number > placed.number and entry.kind in SPOILT
            and way in (entry.data.get("way"), entry.data.get("what"))
        ), None,
    )  # fmt: skip


def told_of(log: Log, window: Window) -> list[LogEntry]:
    """Return the messages about a window's incident that tell people of a way to go on."""
    return [e for e in log.of("message.sent") if e.data.get("way") and named(e, window)]


def way_given(log: Log, window: Window) -> LogEntry | None:
    """Return the first entry by which people could go on while a window's incident lasted.

    A workaround that broke nothing and stayed in place, or a message that tells of one.
    """
    over = ended_by(log, window.subject)
    placed = [e for e in log.about(window.subject) if e.kind == "incident.workaround"]
    ways = [*(e for e in placed if spoilt(log, e) is None), *told_of(log, window)]
    return min((e for e in ways if over is None or e.number < over.number), default=None)


@no_need("way-on")
def soon_over(log: Log, window: Window, criterion: Criterion) -> NoNeed | None:
    """Return the end of an incident that came before a way to go on was due, and without one.

    Due is the last minute of the band of level 3, counted from the opening of the window.
    """
    over = ended_by(log, window.subject)
    if over is None or over.at > in_time(window, criterion) or way_given(log, window) is not None:
        return None
    return NoNeed("prevented", over.number)


@measure(
    "way-on", unit="minutes", better="less", takes=set(),
    needs=("window.opened", "incident.workaround", "message.sent", *SPOILT, *OVER),
    source="incident-practice 20; behaviours 53", act_minutes=4,
)  # fmt: skip
def way_on(log: Log, windows: Sequence[Window], scope: Scope) -> Figure:
    """Minutes from the opening of the window until people have a way to go on with its incident.

    A workaround that stays in place, or a message that tells of one, while the incident lasts. The
    window opens when the way could be known; whoever gave one before took no time.

    No opportunity where the incident is over before the way is due, by the minutes that earn
    level 3.
    """
    return waits(windows, lambda window: way_given(log, window))
