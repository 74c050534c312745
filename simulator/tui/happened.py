"""What the strip tells: which entries stand there, and how loud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.strategies.protocol import ADDRESSED, NOTABLE
from simulator.tui import say
from simulator.tui.act_words import act_words
from simulator.tui.shown import Stop, StripShown
from simulator.tui.telling import told, why_failed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.engine.acts.base import Act
    from simulator.engine.log import LogEntry
    from simulator.tui.desk import Sight
    from simulator.tui.say import Labels

STRIP = 12
"""Entries a snapshot keeps for the strip; the widest screen shows no more."""
LOOK_BACK = 120
"""Entries that are searched for them."""
FAILED = "act.failed"
MITIGATED = "incident.mitigated"
PINNED_KINDS = frozenset({FAILED, MITIGATED})
"""Kinds of entries that stand before all else for a while."""
PINNED = 15
"""Minutes for which an act that came to nothing, or a service's return, stands before all else.
(J)"""
STOPPED = 3
"""Minutes for which it is said what the clock stopped for: enough to read it at any speed. (J)"""
URGENT = 2
"""The priority from which on an arrival is told; the queue shows the others."""
ROUTINE = {"ticket.started": "took", "ticket.resolved": "done"}
"""What the team does by itself: told in few words where room is short."""

OUTSTANDING = ("alert", "back")
"""Sorts of lines that stand before all else, but for what the clock stopped for."""

Given = dict[int, "tuple[Act, str]"]
"""Acts that were ordered, by their number, with the words that rode along."""


def strip(
    sight: Sight,
    labels: Labels,
    given: Mapping[int, tuple[Act, str]],
    stop: Stop | None = None,
) -> tuple[StripShown, ...]:
    """Return what happened last, the newest first; what stands out stands before it.

    What the clock stopped for comes first of all, for a few minutes.
    """
    lines = list(_lines(sight, labels, given))
    pinned = [one for one in lines if one.sort in OUTSTANDING]
    pinned += [one for one in lines if one.sort not in OUTSTANDING]
    if stop is not None and sight.now - stop.at < STOPPED:
        line = StripShown(say.clock(sight.world.starts, stop.at), stop.text, "stop")
        here = (line.clock, line.text)
        pinned = [line, *(one for one in pinned if (one.clock, one.text) != here)]
    return tuple(pinned[:STRIP])


def failures(sight: Sight) -> Iterator[LogEntry]:
    """Return the acts that came to nothing of late, the newest first."""
    return (
        entry
        for entry in sight.strip(LOOK_BACK)
        if entry.kind == FAILED and sight.now - entry.at <= PINNED
    )


def answers(sight: Sight) -> Iterator[LogEntry]:
    """Return the answers that took effect of late, the newest first."""
    return (entry for entry in sight.strip(LOOK_BACK) if entry.kind == "scene.answered")


SAID = frozenset({"analyst.told", "fact.learned"})
"""What an act on somebody brought to light: told at once, for the log alone hides it."""


def said(sight: Sight) -> Iterator[LogEntry]:
    """Return what was said to the lead of late, the newest first."""
    return (entry for entry in sight.strip(LOOK_BACK) if entry.kind in SAID)


def failed_words(
    sight: Sight, labels: Labels, entry: LogEntry, given: Mapping[int, tuple[Act, str]]
) -> str:
    """Say which act came to nothing, and why."""
    why = why_failed(sight, entry)
    known = given.get(int(str(entry.data.get("number", -1))))
    if known is None:
        what = f"your act ({str(entry.data.get('act', '')).replace('-', ' ')})"
    else:
        what = act_words(known[0], labels)
    kept = " It is kept: m opens it." if entry.data.get("act") == "message" and known else ""
    return f"Came to nothing: {what}. {why}{kept}"


def _lines(
    sight: Sight, labels: Labels, given: Mapping[int, tuple[Act, str]]
) -> Iterator[StripShown]:
    starts = sight.world.starts
    for entry in sight.strip(LOOK_BACK):
        if entry.kind == "ticket.arrived" and _logged(entry) > URGENT:
            continue
        when = say.clock(starts, entry.at)
        if entry.kind == FAILED:
            text = failed_words(sight, labels, entry, given)
            fresh = sight.now - entry.at <= PINNED
            yield StripShown(when, text, "alert" if fresh else "loud")
        elif entry.kind == MITIGATED and sight.now - entry.at <= PINNED:
            yield StripShown(when, told(sight, entry), "back")
        elif text := told(sight, entry):
            routine = entry.kind in ROUTINE and entry.actor != "lead"
            loud = entry.kind in ADDRESSED or entry.kind in NOTABLE
            yield StripShown(when, text, "loud" if loud else ROUTINE[entry.kind] if routine else "")  # type: ignore[arg-type]


def _logged(entry: LogEntry) -> int:
    logged = entry.data.get("logged", URGENT + 1)
    return logged if isinstance(logged, int) else URGENT + 1
