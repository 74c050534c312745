"""Values as authors write them: clock times, durations, whole numbers.

Every parser takes a node of the tree and returns a plain value, or raises an error with a code
and, where it helps, the part of the text that is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pydantic_core import PydanticCustomError

from simulator.scenario.nodes import Block, Items, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DURATION = re.compile(r"\s*(-?)\s*(\d{1,6})\s*([^\s\d]*)(?:\s+(\d{1,6})\s*([^\s\d]*))?\s*\Z")
_CLOCK = re.compile(r"(?:([A-Za-z]+)\s+)?(-?)(\d{1,4}):(\d{1,4})\Z")
_UNITS = {"min": 1, "h": 60}
_NEAR = {
    "m": "min", "mins": "min", "minute": "min", "minutes": "min", "hr": "h", "hrs": "h",
    "hour": "h", "hours": "h", "stunden": "h",
}  # fmt: skip
_SECONDS = frozenset(("s", "sec", "secs", "second", "seconds"))


def wrong(
    code: str,
    says: str,
    help: str = "",  # noqa: A002
    node: object = None,
    at: tuple[int, int] | None = None,
    edit: str | None = None,
) -> PydanticCustomError:
    """Return a value error with a code; `at` is offset and length inside the node's text.

    `edit` is what certainly belongs there instead.
    """
    context: dict[str, object] = {"code": code, "says": says, "help": help}
    if node is not None:
        context["node"] = node
    if at is not None:
        context["at"] = at
    if edit is not None:
        context["edit"] = edit
    return PydanticCustomError("shiftlead", "{says}", context)


def shown(node: object) -> str:
    """Return a value the way it is named in a message: quoted, and short."""
    if isinstance(node, Block):
        return "a group of keys"
    if isinstance(node, (Items, list)):
        return "a list"
    if node is None:
        return "nothing"
    text = str(node)
    return f'"{text[:57]}..."' if len(text) > 60 else f'"{text}"'


def text_of(node: object, what: str) -> Scalar:
    """Return the one text that a node is; `what` names what should stand there."""
    if isinstance(node, Scalar):
        return node
    if node is None:
        raise wrong("V211", f"{what} is expected here, and there is no value")
    help_ = 'quote a text that holds ": "' if isinstance(node, Block) else ""
    raise wrong("V214", f"{what} is expected here, not {shown(node)}", help_, node)


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time, with the day where the author names one."""

    day: int | None
    """0 for Monday."""
    minute: int
    """Minutes since midnight."""
    node: Scalar | None = None

    def __str__(self) -> str:
        text = f"{self.minute // 60:02}:{self.minute % 60:02}"
        return text if self.day is None else f"{DAYS[self.day]} {text}"


def clock(node: object) -> Clock:
    """Return a clock time such as `08:20` or `Fri 08:20`."""
    text = text_of(node, "a clock time such as 08:20")
    found = _CLOCK.match(text)
    if not found:
        if _DURATION.match(text) and not text.isdigit():
            raise wrong(
                "V213",
                f"a clock time is expected here, not the duration {shown(text)}",
                "write a time of day: 08:20, or Fri 08:20",
            )
        raise wrong("V213", f"{shown(text)} is not a clock time", "write it as 08:20, or Fri 08:20")
    day_name, minus, hours, minutes = found.groups()
    day = None
    if day_name:
        name = day_name[:3].capitalize()
        if name not in DAYS or len(day_name) != 3:
            known = name in DAYS
            near = f"did you mean {name}?" if known else f"days are {', '.join(DAYS)}"
            raise wrong(
                "V212", f"there is no day {shown(day_name)}", near,
                at=(0, len(day_name)), edit=name if known else None,
            )  # fmt: skip
        day = DAYS.index(name)
    start = found.start(3)
    if minus:
        raise wrong("V212", "there is no such time: a clock time has no minus", at=(start - 1, 1))
    if int(hours) > 23:
        raise wrong(
            "V212",
            f"there is no such time: hour {int(hours)}",
            "hours run from 00 to 23; a shift past midnight names the day: Sat 00:30",
        )
    if int(minutes) > 59 or len(minutes) != 2:
        raise wrong("V212", f"there is no such time: minute {minutes}", "minutes run from 00 to 59")
    return Clock(day, int(hours) * 60 + int(minutes), text)


def duration(node: object) -> int:
    """Return minutes from `10 min`, `2 h` or `1 h 30 min`."""
    text = text_of(node, "a duration such as 10 min")
    found = _DURATION.match(text)
    if not found:
        if _CLOCK.match(text):
            raise wrong(
                "V203",
                f"{shown(text)} is a clock time; a duration is expected here",
                "write 10 min, 2 h, or 1 h 30 min",
            )
        raise wrong("V203", f"{shown(text)} is not a duration", "write 10 min, 2 h, or 1 h 30 min")
    minus, first, unit, second, unit2 = found.groups()
    if minus:
        raise wrong("V204", "{key} may not be negative")
    if not unit:
        raise wrong("V201", "a duration needs a unit", f"{first} min or {first} h?")
    total = int(first) * _unit(unit, first, found.start(3))
    if second is not None:
        if not unit2:
            raise wrong("V201", "a duration needs a unit", f"{first} {unit} {second} min?")
        if _UNITS.get(unit) != 60 or _UNITS.get(unit2) != 1:
            raise wrong("V203", f"{shown(text)} is not a duration", "hours first: 1 h 30 min")
        total += int(second) * _unit(unit2, second, found.start(5))
    return total


def some_time(node: object) -> int:
    """Return minutes, at least one."""
    return _some(duration(node))


def _some(minutes: int) -> int:
    if not minutes:
        raise wrong("V205", "{key} takes at least a minute", "1 min")
    return minutes


def _unit(unit: str, count: str, offset: int) -> int:
    known = _UNITS.get(unit)
    if known:
        return known
    at = (offset, len(unit))
    if unit.lower() in _SECONDS:
        raise wrong(
            "V202",
            f'unknown unit of time "{unit}"',
            "time is in whole minutes; units are min and h (seconds are refused)",
            at=at,
        )
    near = _NEAR.get(unit.lower()) or (unit.lower() if unit.lower() in _UNITS else "")
    meant = f'did you mean "{count} {near}"? ' if near else ""
    raise wrong(
        "V202",
        f'unknown unit of time "{unit}"',
        f"{meant}units are min and h (seconds are refused)",
        at=at,
        edit=near or None,
    )


def _prefixed(node: object, word: str) -> int:
    """Return the minutes of `every 30 min`, whose first word may be left out."""
    text = text_of(node, f"{word} and a duration")
    if text.startswith(word + " "):
        inner = Scalar(text[len(word) + 1 :])
        inner.plain = text.plain
        inner.mark, inner.end, inner.source = text.mark, text.end, text.source
        try:
            return duration(inner)
        except PydanticCustomError as error:
            context = error.context or {}
            offset, length = context.get("at", (0, len(inner)))
            raise wrong(
                context["code"],
                context["says"],
                context["help"],
                at=(offset + len(word) + 1, length),
                edit=context.get("edit"),
            ) from None
    return duration(text)


def rhythm(node: object) -> int:
    """Return the minutes of `every 30 min`."""
    return _some(_prefixed(node, "every"))


def limit(node: object) -> int:
    """Return the minutes of `within 5 min` or `5 min`."""
    return _prefixed(node, "within")


def minutes(node: object) -> int:
    """Return minutes from a whole number or a duration, for keys that say minutes themselves."""
    if isinstance(node, Scalar) and node.number() is not None:
        return whole(0, 100_000)(node)
    return duration(node)


def inside(node: object, parse: Callable[[object], T]) -> T:
    """Parse a part of a value, so that its errors point at the part."""
    try:
        return parse(node)
    except PydanticCustomError as error:
        context = dict(error.context or {})
        if "node" not in context and node is not None:
            context["node"] = node
        raise PydanticCustomError("shiftlead", "{says}", context) from None


def whole(low: int, high: int) -> Callable[[object], int]:
    """Return a parser of whole numbers between two, both included."""

    def parse(node: object) -> int:
        text = text_of(node, f"a whole number from {low} to {high}")
        value = text.number()
        if value is None:
            meant = ""
            if high == 100 and re.match(r"0?\.\d{1,2}\Z", text):
                meant = f"did you mean {int((text.partition('.')[2] + '0')[:2])}?"
            raise wrong(
                "V205", f"{{key}} is a whole number from {low} to {high}; got {text[:60]}", meant
            )
        if not low <= value <= high or len(text) > 18:
            raise wrong("V205", f"{{key}} is a whole number from {low} to {high}; got {text[:60]}")
        return value

    return parse
