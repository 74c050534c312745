"""What a condition becomes: closures over the state, and when they could change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.engine.state import State

Value = int | str | bool


Holds = Callable[["State"], bool]


Wake = Callable[["State"], "int | None"]


def never(s: State) -> int | None:
    """Return that time alone changes nothing."""
    return None


def every_five(s: State) -> int | None:
    """Return the next round five minutes: when what drifts is looked at."""
    return s.now - s.now % 5 + 5


def negate(inner: Holds) -> Holds:
    """Return the opposite."""
    return lambda s: not inner(s)


def every(parts: tuple[Holds, ...]) -> Holds:
    """Return whether all parts hold."""
    if len(parts) == 2:
        first, second = parts
        return lambda s: first(s) and second(s)

    def holds(s: State) -> bool:
        for part in parts:  # noqa: SIM110 - a plain loop is twice as quick as all() here
            if not part(s):
                return False
        return True

    return holds


def some(parts: tuple[Holds, ...]) -> Holds:
    """Return whether any part holds."""

    def holds(s: State) -> bool:
        for part in parts:  # noqa: SIM110 - a plain loop is twice as quick as any() here
            if part(s):
                return True
        return False

    return holds


def earliest(wakes: tuple[Wake, ...]) -> Wake:
    """Return the first minute at which any part could change."""
    if not wakes:
        return never
    if len(wakes) == 1:
        return wakes[0]

    def wake(s: State) -> int | None:
        minutes = [minute for part in wakes if (minute := part(s)) is not None]
        return min(minutes) if minutes else None

    return wake


def compared(
    read: Callable[[Any, str], Any], name: str, op: str, values: tuple[Value, ...]
) -> Holds:
    """Return the comparison as a closure; what does not apply (None) is always false."""
    value: Any = values[0]
    if op == "==":
        if value is True:
            return lambda s: bool(read(s, name))
        return lambda s: bool(read(s, name) == value)
    if op == "!=":
        return lambda s: (v := read(s, name)) is not None and bool(v != value)
    if op == ">=":
        return lambda s: (v := read(s, name)) is not None and bool(v >= value)
    if op == ">":
        return lambda s: (v := read(s, name)) is not None and bool(v > value)
    if op == "<=":
        return lambda s: (v := read(s, name)) is not None and bool(v <= value)
    if op == "<":
        return lambda s: (v := read(s, name)) is not None and bool(v < value)
    members = frozenset(values)
    return lambda s: read(s, name) in members


def clocked(read: Callable[[Any, str], Any], name: str, op: str, values: tuple[Value, ...]) -> Wake:
    """Return when a comparison with a value that rises by one a minute next changes."""
    turns: set[int] = set()
    for value in values:
        number = int(value)
        if op in (">=", "<", "==", "!=", "in"):
            turns.add(number)
        if op in (">", "<=", "==", "!=", "in"):
            turns.add(number + 1)
    ordered = tuple(sorted(turns))

    def wake(s: State) -> int | None:
        value = read(s, name)
        if value is None:
            return None
        for turn in ordered:
            if turn > value:
                return int(s.now + turn - value)
        return None

    return wake
