"""Another way to decide, and to say what comes first: what could be told aloud or written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.log import whole

if TYPE_CHECKING:
    from scoring.debrief.then import Then


def decided_by(then: Then) -> str:
    """Return the minute by which a decision could be told, on the clock.

    That is ten minutes before its window was to close as it opened, whatever came later.
    """
    windows = [w for w in then.log.windows if w.kind in then.criterion.windows]
    if not windows:
        return then.at(60)
    planned = then.log.entries[windows[0].opened].data.get("closes")
    return then.telling.clock(whole(planned, windows[0].closes) - 10)


def incident_on(then: Then) -> bool:
    """Return whether an incident had begun by then."""
    latest = max(then.start, then.worst.at if then.worst is not None else 0)
    return any(entry.at <= latest for entry in then.log.of("incident.started"))


def decide(then: Then) -> str:
    """Return how a way back could be written down."""
    until = decided_by(then)
    if not incident_on(then):
        return (
            f"Find out what makes it so, and write down by {until} what changes: “From tomorrow …, "
            "because …; and if that does not work, …”."
        )
    return (
        f"Write down one decision while there is time: “If it is not back by {until}, we go the "
        "other way, because …; and if that does not work, …”."
    )


def decide_early(then: Then) -> str:
    """Return how a decision could be told in time; without an incident, about what goes first."""
    if incident_on(then):
        return decide(then)
    return (
        f"Say it aloud by {decided_by(then)}: “Until … this goes first, because …; who has to wait "
        "is told; and if it takes longer, …”."
    )


def order(then: Then) -> str:
    """Return how a full queue could be put in order."""
    return (
        f"Say to the desk at {then.at()}: “What is nearest to its target goes first; second "
        "screens and moves wait, and their senders hear it from us.”"
    )


def order_with_reason(then: Then) -> str:
    """Return how people could know what comes first, and why, when they take work themselves."""
    return (
        f"Say to the desk at {then.at()}, four minutes: “What hurts most goes first, because …”; "
        "and if that changes later, say why again."
    )
