"""What is the lead's own to decide, what needs somebody's word first, and what stays theirs.

Every act that can be limited passes `refusal`; the registry says what each kind of act needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from simulator.engine.acts.base import Refusal
from simulator.engine.state import note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.engine.state import State


@dataclass(frozen=True, slots=True)
class Need:
    """One power that an act uses."""

    names: tuple[str, ...]
    """What it is called, the most exact name first: a way out, then ways of its kind."""
    of: str = ""
    """The stakeholder whose it is unless the lead's authority names it; "" for the lead's own."""


@dataclass(frozen=True, slots=True)
class Power:
    """A power that is not simply the lead's own."""

    id: str
    how: Literal["may", "ask", "request"]
    who: str
    """The stakeholder who may; "" where it is the lead's own."""
    until: int | None
    """The last minute for which a yes stands; None where there is none."""


def refusal(state: State, needs: Iterable[Need]) -> Refusal | None:
    """Return who may instead of the lead; None where all that is needed is the lead's to use."""
    for need in needs:
        found = _missing(state, need)
        if found is not None:
            return found
    return None


def _missing(state: State, need: Need) -> Refusal | None:
    authority = state.world.authority
    for place, name in enumerate(need.names):
        if name in authority.may or allowed(state, name):
            return None
        if name in authority.request:
            return Refusal("authority.request", (f"stakeholder:{authority.request[name]}",))
        if name in authority.ask:
            return Refusal("authority.ask", (f"stakeholder:{authority.ask[name]}",))
        if need.of and place == 0:
            return Refusal("authority.ask", (f"stakeholder:{need.of}",))
    return None


def allowed(state: State, power: str) -> bool:
    """Return whether somebody's yes to a power stands now."""
    return state.now <= state.permissions.get(power, -1)


def theirs(state: State, who: str, power: str) -> bool:
    """Return whether a power is this stakeholder's to allow or to do."""
    authority = state.world.authority
    return (
        power in state.plan.stakeholders[who].grants
        or authority.ask.get(power) == who
        or authority.request.get(power) == who
    )


def lent(state: State, who: str, power: str) -> bool:
    """Return whether this stakeholder's yes lets the lead decide, instead of doing it."""
    authority, grants = state.world.authority, state.plan.stakeholders[who].grants
    return authority.ask.get(power) == who and power not in grants


def grant(state: State, who: str, power: str, because: int) -> None:
    """Let the lead have a power, for as long as the scenario says."""
    minutes = state.world.authority.lasts.get(power, state.world.length)
    until = min(state.now + minutes, state.world.length)
    state.permissions[power] = until
    note(
        state, "authority.granted", "world", f"stakeholder:{who}", f"stakeholder:{who}", because,
        {"power": power, "until": until},
    )  # fmt: skip


def powers(state: State) -> Iterator[Power]:
    """Yield what the lead's authority names, with the yeses that stand."""
    authority = state.world.authority
    for name in sorted(authority.may):
        yield Power(name, "may", "", None)
    for name, who in authority.ask.items():
        until = state.permissions[name] if allowed(state, name) else None
        yield Power(name, "ask", who, until)
    for name, who in authority.request.items():
        yield Power(name, "request", who, None)
