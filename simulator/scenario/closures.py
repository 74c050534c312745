"""What a condition becomes: closures over the state, and when they could change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.engine.paths import PathSpec
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
    spec: PathSpec, name: str, op: str, values: tuple[Value, ...]
) -> tuple[Holds, Wake, frozenset[str]]:
    """Return a comparison: whether it holds, when time alone changes it, what touches it."""
    wake: Wake = never
    touched = spec.touches(name)
    if spec.clocked:
        wake = clocked(spec.read, name, op, values)
    elif spec.drifts:
        wake = every_five
    if spec.counts:
        touched = frozenset(f"{spec.counts}@{turn}" for turn in turns(op, values))
    return _holds(spec.read, name, op, values), wake, touched


def turns(op: str, values: tuple[Value, ...]) -> tuple[int, ...]:
    """Return the numbers that a rising value makes a comparison change by reaching, in order."""
    found: set[int] = set()
    for value in values:
        number = int(value)
        if op in (">=", "<", "==", "!=", "in"):
            found.add(number)
        if op in (">", "<=", "==", "!=", "in"):
            found.add(number + 1)
    return tuple(sorted(found))


def _holds(read: Callable[[Any, str], Any], name: str, op: str, values: tuple[Value, ...]) -> Holds:
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
    ordered = turns(op, values)

    def wake(s: State) -> int | None:
        value = read(s, name)
        if value is None:
            return None
        for turn in ordered:
            if turn > value:
                return int(s.now + turn - value)
        return None

    return wake
