"""Lapses, and whether the same one is answered in the same way whoever it was (B83)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.engine.acts.shapes.team import Response
    from simulator.engine.log import LogEntry
    from simulator.engine.state import State

RESPONSES: tuple[Response, ...] = ("reminder", "agreement", "warning")
"""From the mildest to the hardest."""

_LAPSES: Mapping[str, tuple[str, str]] = {
    "ticket.returned": ("came-back", "by"),
    "ticket.refused": ("refused", "to"),
}
"""Kind of entry: the sort of lapse, and the field that names whose it is."""


def lapse_of(state: State, entry: int, who: str) -> str:
    """Return the sort of lapse of this person that an entry shows; "" for none."""
    found = lapse_in(state, state.log[entry]) if 0 <= entry < len(state.log) else None
    return found[0] if found is not None and found[1] == who else ""


def ordered(state: State, entry: int) -> bool:
    """Return whether the lead's own order brought an entry about: then it is nobody's lapse."""
    if not 0 <= entry < len(state.log):
        return False
    because = state.log[entry].because
    return because >= 0 and state.log[because].cause == "lead"


def lapse_in(state: State, entry: LogEntry) -> tuple[str, str] | None:
    """Return the sort of lapse that an entry shows, and whose it is; None for none."""
    if not entry.seen or ordered(state, entry.number):
        return None
    if entry.kind == "ticket.resolved" and entry.data.get("singly"):
        return "singly", str(entry.data["by"])
    lapse, field = _LAPSES.get(entry.kind, ("", ""))
    return (lapse, str(entry.data[field])) if lapse else None


def equal(state: State, lapse: str, response: Response) -> bool:
    """Return whether this answer is the one that the same lapse got before, if it got any."""
    return state.standards.get(lapse, (response, ""))[0] == response


def apply(state: State, who: str, entry: int, lapse: str, response: Response, because: int) -> None:
    """Keep how a lapse was answered; who was treated harder than another feels it."""
    first, earlier = state.standards.setdefault(lapse, (response, who))
    state.lapses[entry] = response
    if first == response or earlier == who:
        return
    harder = RESPONSES.index(response) > RESPONSES.index(_as_response(first))
    wronged = who if harder else earlier
    feelings.change_morale(state, wronged, state.rules.unequal_morale, "unequal", because, "lead")
    feelings.change_trust(state, wronged, state.rules.unequal_trust, because, "lead")


def _as_response(word: str) -> Response:
    return next(one for one in RESPONSES if one == word)
