"""What stood on the screen at a minute, where nothing was told of a moment's own matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.known import MOST, known, ranked, waiting_then, was_known
from scoring.debrief.matters import DECIDING, incidents_on, number_after, window_of
from scoring.debrief.phrases import when
from scoring.measures import MEASURES
from scoring.unused import in_words

if TYPE_CHECKING:
    from scoring.debrief.telling import Telling
    from scoring.log import Log
    from scoring.rubric import Criterion
    from simulator.engine.log import LogEntry

LEARNED = ("fact.learned", "conflict.row", "conflict.sign", "analyst.sign", "analyst.break-skipped")
"""Kinds of entries that bear on what a lead decides, whatever they are about; the nearest first."""
NO_MATTER = ("desk", "lead")
"""Subjects under which all sorts of things are told."""


def on_screen(
    log: Log, telling: Telling, criterion: Criterion, entry: LogEntry, minute: int
) -> tuple[str, ...]:  # fmt: skip
    """Return what stood on the screen by a minute that bears on a moment, the nearest first.

    That is: what was told of the work that the moment's entry is about; the words in which the
    need itself stood there; the incidents that were known; for a decision, what had been learned,
    and the signs between people; and else how many tickets waited. Nothing that came later is in
    it; () where the screen was empty.
    """
    # Of the minute of an own act, what came before and what after it cannot be told apart.
    before = number_after(log, minute - (entry.cause == "lead"))
    found = (
        known(log, telling, [entry.subject] if entry.subject not in NO_MATTER else [], before)
        or need(log, telling, criterion, entry, before)
        or known(log, telling, known_incidents(log, minute, before), before)
    )
    if not found and criterion.measure in DECIDING:
        found = learned(log, telling, before)
    waiting = waiting_then(log, minute)
    return found or ((waiting,) if waiting else ())


def need(
    log: Log, telling: Telling, criterion: Criterion, entry: LogEntry, before: int
) -> tuple[str, ...]:  # fmt: skip
    """Return the words in which a window's need stood on the screen; () for none by then."""
    window = window_of(log, criterion, entry) if criterion.windows else None
    if window is None:
        return ()
    found = in_words(log, window, MEASURES[criterion.measure].by_sign)
    told_by = found[1] if found is not None else None
    if told_by is None or told_by.number >= before:
        return ()
    return (when(telling, told_by),)


def known_incidents(log: Log, minute: int, before: int) -> list[str]:
    """Return the incidents that were on at a minute and known by then."""
    return [ref for ref in incidents_on(log, minute) if was_known(log, ref, before)]


def learned(log: Log, telling: Telling, before: int) -> tuple[str, ...]:
    """Return the latest of what had been learned, and of the signs between people."""
    rows = [
        text
        for kind in LEARNED
        for _, text in ranked(log, telling, [e for e in log.of(kind) if e.number < before], before)
    ]
    return tuple(dict.fromkeys(rows))[:MOST]
