"""What the lead did in a moment, built from the entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.causes import own_acts
from scoring.debrief.grammar import count_of
from scoring.debrief.phrases import past, when
from scoring.log import whole
from scoring.unused import told
from simulator.engine.catalogue import CATALOGUE
from simulator.engine.catalogue.fields import SPENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.debrief.telling import Telling
    from scoring.log import Log
    from simulator.engine.log import LogEntry


def late(telling: Telling, entry: LogEntry, since: int) -> str:
    """Return an act that came late as a sentence, with how long after its need it came.

    Whoever is answered in person hears the lead from the answer's first minute on.
    """
    spoken = whole(entry.data.get("minutes")) if entry.kind == "scene.answered" else 0
    minutes = entry.at - spoken - since
    text = when(telling, entry).rstrip(".")
    if minutes <= 0:
        return f"{text}."
    return f"{text}. That was {count_of(minutes, 'minute')} after {telling.clock(since)}."


def meanwhile(log: Log, telling: Telling, low: int, high: int, besides: set[int]) -> str:
    """Return where the lead's minutes went between two minutes; "" where there were none."""
    rows = [
        (whole(entry.data.get("minutes")), entry)
        for entry in own_acts(log, low, high)
        if entry.number not in besides
        and CATALOGUE[entry.kind].fields.get("minutes") == SPENT
        and whole(entry.data.get("minutes"))
    ]
    if not rows:
        return ""
    # An act may have begun before the stretch; only the part inside it went there.
    spent = min(sum(minutes for minutes, _ in rows), high - low)
    rows.sort(key=lambda row: -row[0])
    longest, entry = rows[0]
    if spent < 3:
        return ""
    text = past(telling, entry).partition(":")[0].partition(", ")[0]
    if entry.kind in ("ticket.taken", "incident.taken"):
        text = text.rpartition(" for ")[0]
    if len(rows) == 1:
        return f"In between, {text} ({count_of(longest, 'minute')})."
    return (
        f"In between, {spent} of your minutes went elsewhere, the longest when {text} ({longest})."
    )


def acts_of(entries: Sequence[LogEntry]) -> list[LogEntry]:
    """Return the lead's acts among entries that stood on the screen."""
    return [e for e in entries if e.cause == "lead" and told(e)]
