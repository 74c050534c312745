"""The minute by which a task that was given away is wanted: passing it is an entry (B9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.state import State


def wanted(state: State, task: str, due: int) -> None:
    """Handle the minute by which a task was wanted; done, moved or given anew, it says nothing."""
    if task in state.incidents:
        sort, to = "incident", state.incidents[task].who
        late = state.incidents[task].due == due and not _reached(state, task)
    else:
        ticket = state.tickets[task]
        sort, to = "ticket", ticket.who or ticket.parked_by
        late = ticket.terms.due == due and ticket.resolved < 0
    if late:
        note(
            state, "task.overdue", "world", f"{sort}:{task}", "desk", -1,
            {"task": task, "to": to, "due": due},
        )  # fmt: skip


def _reached(state: State, ident: str) -> bool:
    """Return whether the outcome that was asked for is there; without one, the service is back."""
    incident = state.incidents[ident]
    through = [
        one.through for one in state.plan.incidents[ident].outcomes if one.id == incident.outcome
    ]
    if through:
        return through[0] in incident.done
    return incident.state in ("mitigated", "resolved")
