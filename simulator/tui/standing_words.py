"""A standing order in a few words, as panes and forms name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui import say

if TYPE_CHECKING:
    from simulator.engine.standing import Standing
    from simulator.tui.desk import Sight


def standing_words(order: Standing, labels: say.Labels) -> str:
    """Return what a standing order says: `network goes to Priya`."""
    what = order.what.replace("-", " ") or "everything"
    who = labels.who(order.who) if order.who else ""
    match order.rule:
        case "route":
            return f"{what} goes to {who}"
        case "only":
            return f"only {who} takes {what}"
        case "allow":
            return f"{who or 'everybody'} may do {what} without asking"
        case "escalate":
            return f"{what} for {order.after} min: goes up to {who or 'you'}"
        case _:
            return f"{what} for {order.after} min: {who or 'you'} must hear of it"


def standing(sight: Sight) -> tuple[tuple[int, str], ...]:
    """Return the standing orders that count, by number."""
    labels = say.Labels.of(sight)
    return tuple((one.number, standing_words(one, labels)) for one in sight.standing_orders())
