"""Why nothing was done in a window: left unused, set aside for more urgent things, or not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

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


def in_words(log: Log, window: Window, by_sign: bool) -> int | None:
    """Return the first minute at which a window's need stood on the screen in words.

    None where it never did before the window closed. A duplicate of an incident tells of it, and
    so does whoever is on the roster or among the stakeholders; a sign only once it has stood for
    a quarter of an hour.
    """
    kind = window.subject.partition(":")[0]
    if by_sign and kind in ("analyst", "conflict"):
        minutes = [
            entry.at + SIGN_STANDS
            for entry in log.about(window.subject)
            if entry.kind in SIGNS and entry.seen and entry.data.get("sign") != "none"
        ]
    elif kind == "incident":
        minutes = [entry.at for entry in log.about(window.subject) if told(entry)]
        minutes += [
            entry.at for entry in log.of("ticket.arrived")
            if of_incident(log, entry.subject) == window.subject
        ]  # fmt: skip
    elif kind in ("ticket", "conflict"):
        minutes = [entry.at for entry in log.about(window.subject) if told(entry)]
    else:
        return window.opens
    first = min(minutes, default=None)
    return None if first is None or first > window.closes else max(first, window.opens)


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


def why_unused(
    log: Log, window: Window, yields_to: Sequence[str], act_minutes: int, by_sign: bool
) -> Unused:
    """Return what it means that nothing was done in a window.

    `unused` needs three things: it stood on the screen in words, there was time for it, and
    nothing that rightly comes first was open all the while.
    """
    since = in_words(log, window, by_sign)
    if since is None or not window.over:
        return "no opportunity"
    need = max(1, act_minutes)
    if window.closes - since < need:
        return "no opportunity"
    urgent = [
        other
        for other in log.windows
        if other.kind in yields_to and other.prevented < 0 and other.id != window.id
    ]
    return "unused" if free_minutes(window, since, urgent) >= need else "set aside"
