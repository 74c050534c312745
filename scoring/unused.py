"""Why nothing was done in a window: left unused, set aside for more urgent things, or not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from scoring.log import bare
from scoring.measures.common import GIVEN, of_incident
from simulator.engine.catalogue import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.log import Log, Window
    from simulator.engine.log import LogEntry

Unused = Literal["unused", "set aside", "no opportunity"]

SIGN_STANDS = 15
"""Minutes after which a sign counts as words. (DESIGN 7)"""

LAST_PART = 10
"""The last tenth of a shift: what is begun only then comes too late for what stood open before."""

LONG_OPEN = 60
"""Minutes that a window has to have stood open before that. (J)"""

SIGNS = ("analyst.sign", "analyst.break-skipped", "conflict.sign", "conflict.row")


def told(entry: LogEntry) -> bool:
    """Return whether an entry stood on the screen as a sentence."""
    kind = CATALOGUE.get(entry.kind)
    return entry.seen and kind is not None and bool(kind.sentence)


class Stood(NamedTuple):
    """How long a window's need stood on the screen, and in whose words."""

    since: int
    """The first minute at which it stood there in words, inside the window."""
    entry: LogEntry | None
    """What told of it; None where the thing itself is always in sight."""
    free: int
    """Minutes from then to the closing in which nothing that rightly comes first was open."""


def in_words(log: Log, window: Window, by_sign: bool) -> tuple[int, LogEntry | None] | None:
    """Return the first minute at which a window's need stood in words, and what told of it.

    None where it never did before the window closed. A duplicate of an incident tells of it, and
    so does whoever is on the roster or among the stakeholders; a sign only once it has stood for
    a quarter of an hour.
    """
    kind = window.subject.partition(":")[0]
    after = 0
    if by_sign and kind in ("analyst", "conflict"):
        after = SIGN_STANDS
        entries = [
            entry for entry in log.about(window.subject)
            if entry.kind in SIGNS and entry.seen and entry.data.get("sign") != "none"
        ]  # fmt: skip
    elif kind in ("incident", "ticket", "conflict"):
        entries = [entry for entry in log.about(window.subject) if told(entry)]
        if kind == "incident":
            entries += [
                entry for entry in log.of("ticket.arrived")
                if of_incident(log, entry.subject) == window.subject
            ]  # fmt: skip
    else:
        return window.opens, None
    first = min(entries, default=None, key=lambda entry: (entry.at, entry.number))
    if first is None or first.at + after > window.closes:
        return None
    return max(first.at + after, window.opens), first


def begun(log: Log, entry: LogEntry) -> int:
    """Return the minute at which the lead began what an entry shows.

    That is when a promise was made, and when a look-in was agreed on.
    """
    minutes = [entry.at]
    if entry.kind == "promise.kept":
        minutes += [
            other.at
            for other in log.about(entry.subject)
            if other.kind == "promise.made" and other.data.get("due") == entry.data.get("due")
        ]
    elif entry.kind == "analyst.checked-in":
        minutes += [
            other.at
            for other in log.of(*GIVEN)
            if other.data.get("check_in") == entry.data.get("agreed")
            and other.data.get("to") == bare(entry.subject)
        ]
    return min(minutes)


def too_late(log: Log, windows: Sequence[Window], evidence: Sequence[int]) -> bool:
    """Return whether all the acts behind a figure were begun in the shift's last tenth.

    Only for windows that had stood open for an hour by then. Acts for the record's sake at the
    end of a shift are no use to those who waited.
    """
    last = log.length - log.length // LAST_PART
    acts = [e for e in (log.entries[n] for n in evidence) if e.cause == "lead"]
    return (
        bool(acts)
        and len(acts) == len(evidence)
        and log.length >= LONG_OPEN
        and all(begun(log, entry) > last for entry in acts)
        and all(window.opens + LONG_OPEN <= last for window in windows)
    )


def free_minutes(window: Window, since: int, others: Sequence[Window]) -> int:
    """Return how many minutes of a window no other one covers, counted from a minute on."""
    free, minute = 0, since
    for low, high in sorted((other.opens, other.closes) for other in others):
        if high < minute:
            continue
        if low > window.closes:
            break
        free += max(0, low - minute)
        minute = max(minute, high)
    return free + max(0, window.closes - minute)


def stood(log: Log, window: Window, yields_to: Sequence[str], by_sign: bool) -> Stood | None:
    """Return since when and how long a window's need stood in words; None where it did not."""
    words = in_words(log, window, by_sign)
    if words is None:
        return None
    urgent = [
        other
        for other in log.windows
        if other.kind in yields_to and other.prevented < 0 and other.id != window.id
    ]
    return Stood(*words, free_minutes(window, words[0], urgent))


def why_unused(
    log: Log, window: Window, yields_to: Sequence[str], act_minutes: int, by_sign: bool
) -> Unused:
    """Return what it means that nothing was done in a window.

    `unused` needs three things: it stood on the screen in words, there was time for it, and
    nothing that rightly comes first was open all the while.
    """
    found = stood(log, window, yields_to, by_sign)
    if found is None or not window.over:
        return "no opportunity"
    need = max(1, act_minutes)
    if window.closes - found.since < need:
        return "no opportunity"
    return "unused" if found.free >= need else "set aside"
