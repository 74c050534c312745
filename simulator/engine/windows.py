"""Windows: opportunities that the scenario's clock opens and closes, whatever the lead does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.log import Value
    from simulator.engine.state import State


def open_window(state: State, ident: str, closes: int) -> None:
    """Handle the opening of a window, or its prevention by what the lead did before."""
    spec = state.plan.windows[ident]
    if spec.prevented_by is not None and spec.prevented_by.holds(state):
        note(
            state, "window.prevented", "world", spec.subject, "desk", -1,
            {"window": ident, "kind": spec.kind}, seen=False,
        )  # fmt: skip
        return
    state.open_windows[ident] = closes
    data: dict[str, Value] = {"window": ident, "kind": spec.kind, "closes": closes}
    ticket = state.tickets.get(spec.subject.removeprefix("ticket:"))
    if ticket is not None and ticket.kind.finds:
        data["facts"] = ticket.kind.finds
    note(state, "window.opened", "script", spec.subject, "desk", -1, data, seen=False)


def close_window(state: State, ident: str, _version: int) -> None:
    """Handle the closing of a window."""
    if state.open_windows.pop(ident, None) is not None:
        note(
            state, "window.closed", "script", state.plan.windows[ident].subject, "desk", -1,
            {"window": ident}, seen=False,
        )  # fmt: skip
