"""Values as authors write them: clock times, durations, shares, spans, moments, ids.

Every parser takes a node of the tree and returns a plain value, or raises `Wrong` with a code
and, where it helps, the part of the text that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn, TypeVar

from pydantic_core import PydanticCustomError

from simulator.scenario.nodes import Block, Items, Placed, Scalar

T = TypeVar("T")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ID = re.compile(r"[a-z][a-z0-9-]{0,63}\Z")
_DURATION = re.compile(r"\s*(-?)\s*(\d{1,6})\s*([^\s\d]*)(?:\s+(\d{1,6})\s*([^\s\d]*))?\s*\Z")
_CLOCK = re.compile(r"(?:([A-Za-z]+)\s+)?(-?)(\d{1,4}):(\d{1,4})\Z")
_SHARE = re.compile(r"(-?)(\d{1,4})(?:\.(\d))?\s*%\Z")
_RATE = re.compile(r"(\d{1,5})(?:\.(\d{1,3}))?\s+per\s+(\w+)\Z")
_UNITS = {"min": 1, "h": 60}
_NEAR = {
    "m": "min", "mins": "min", "minute": "min", "minutes": "min", "hr": "h", "hrs": "h",
    "hour": "h", "hours": "h", "stunden": "h",
}  # fmt: skip
_QUOTES = "\u201c\u201d\u2018\u2019\u201e\u201a\u00ab\u00bb"
_SECONDS = frozenset(("s", "sec", "secs", "second", "seconds"))
_RATES = {"min": 1, "hour": 60, "h": 60, "day": 1440}


def wrong(
    code: str,
    says: str,
    help: str = "",  # noqa: A002
    node: object = None,
    at: tuple[int, int] | None = None,
) -> NoReturn:
    """Raise a value error with a code; `at` is offset and length inside the node's text."""
    context: dict[str, object] = {"code": code, "says": says, "help": help}
    if node is not None:
        context["node"] = node
    if at is not None:
        context["at"] = at
    raise PydanticCustomError("shiftlead", "{says}", context)


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
        wrong("V211", f"{what} is expected here, and there is no value")
    wrong("V214", f"{what} is expected here, not {shown(node)}", node=node)


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


@dataclass(frozen=True, slots=True)
class Between:
    """Two clock times; equal when the author wrote one."""

    low: Clock
    high: Clock


@dataclass(frozen=True, slots=True)
class Minutes:
    """A number of minutes, or two between which the seed or luck decides."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class After:
    """So long after an incident begins or a written ticket arrives."""

    anchor: Scalar
    """`incident.portal` or `ticket.batch-44`."""
    by: Minutes


When = Between | After


def clock(node: object) -> Clock:
    """Return a clock time such as `08:20` or `Fri 08:20`."""
    text = text_of(node, "a clock time such as 08:20")
    found = _CLOCK.match(text)
    if not found:
        if _DURATION.match(text) and not text.isdigit():
            wrong("V213", f"a clock time is expected here, not the duration {shown(text)}",
                  "write a time of day: 08:20, or Fri 08:20")  # fmt: skip
        wrong("V213", f"{shown(text)} is not a clock time", "write it as 08:20, or Fri 08:20")
    day_name, minus, hours, minutes = found.groups()
    day = None
    if day_name:
        name = day_name[:3].capitalize()
        if name not in DAYS or len(day_name) != 3:
            near = f"did you mean {name}?" if name in DAYS else f"days are {', '.join(DAYS)}"
            wrong("V212", f"there is no day {shown(day_name)}", near, at=(0, len(day_name)))
        day = DAYS.index(name)
    start = found.start(3)
    if minus:
        wrong("V212", "there is no such time: a clock time has no minus", at=(start - 1, 1))
    if int(hours) > 23:
        wrong("V212", f"there is no such time: hour {int(hours)}",
              "hours run from 00 to 23; a shift past midnight names the day: Sat 00:30")  # fmt: skip
    if int(minutes) > 59 or len(minutes) != 2:
        wrong("V212", f"there is no such time: minute {minutes}", "minutes run from 00 to 59")
    return Clock(day, int(hours) * 60 + int(minutes), text)


def duration(node: object) -> int:
    """Return minutes from `10 min`, `2 h` or `1 h 30 min`."""
    text = text_of(node, "a duration such as 10 min")
    found = _DURATION.match(text)
    if not found:
        if _CLOCK.match(text):
            wrong("V203", f"{shown(text)} is a clock time; a duration is expected here",
                  "write 10 min, 2 h, or 1 h 30 min")  # fmt: skip
        wrong("V203", f"{shown(text)} is not a duration", "write 10 min, 2 h, or 1 h 30 min")
    minus, first, unit, second, unit2 = found.groups()
    if minus:
        wrong("V204", "{key} may not be negative")
    if not unit:
        wrong("V201", "a duration needs a unit", f"{first} min or {first} h?")
    total = int(first) * _unit(unit, first, found.start(3))
    if second is not None:
        if not unit2:
            wrong("V201", "a duration needs a unit", f"{first} {unit} {second} min?")
        if _UNITS.get(unit) != 60 or _UNITS.get(unit2) != 1:
            wrong("V203", f"{shown(text)} is not a duration", "hours first: 1 h 30 min")
        total += int(second) * _unit(unit2, second, found.start(5))
    return total


def _unit(unit: str, count: str, offset: int) -> int:
    known = _UNITS.get(unit)
    if known:
        return known
    at = (offset, len(unit))
    if unit.lower() in _SECONDS:
        wrong("V202", f'unknown unit of time "{unit}"',
              "time is in whole minutes; units are min and h (seconds are refused)", at=at)  # fmt: skip
    near = _NEAR.get(unit.lower()) or (unit.lower() if unit.lower() in _UNITS else "")
    meant = f'did you mean "{count} {near}"? ' if near else ""
    wrong("V202", f'unknown unit of time "{unit}"',
          f"{meant}units are min and h (seconds are refused)", at=at)  # fmt: skip


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
            wrong(context["code"], context["says"], context["help"],
                  at=(offset + len(word) + 1, length))  # fmt: skip
    return duration(text)


def rhythm(node: object) -> int:
    """Return the minutes of `every 30 min`."""
    return _prefixed(node, "every")


def limit(node: object) -> int:
    """Return the minutes of `within 5 min` or `5 min`."""
    return _prefixed(node, "within")


def minutes(node: object) -> int:
    """Return minutes from a whole number or a duration, for keys that say minutes themselves."""
    if isinstance(node, Scalar) and node.number() is not None:
        return whole(0, 100_000)(node)
    return duration(node)


def between(node: Block, what: str) -> tuple[object, object]:
    """Return the two ends of `{between: [LOW, HIGH]}`."""
    for key in node:
        if key != "between":
            wrong("K101", f'unknown key "{key}" in {what}', "write {between: [LOW, HIGH]}", key)
    ends = node.get("between")
    if not isinstance(ends, Items) or len(ends) != 2:
        wrong("V218", '"between" needs two ends', "{between: [LOW, HIGH]}", ends or node)
    return ends[0], ends[1]


def span(node: object) -> Minutes:
    """Return a duration, or two as `{between: [10 min, 20 min]}`."""
    if isinstance(node, Block):
        first, last = between(node, "a span of time")
        low, high = _inside(first, duration), _inside(last, duration)
        if low > high:
            wrong("V219", "the span ends before it begins", node=first)
        return Minutes(low, high)
    value = duration(node)
    return Minutes(value, value)


def clock_span(node: object) -> Between:
    """Return a clock time, or two as `{between: [08:15, 08:35]}`."""
    if isinstance(node, Block):
        first, last = between(node, "a span of time")
        low, high = _inside(first, clock), _inside(last, clock)
        return Between(low, high)
    value = clock(node)
    return Between(value, value)


def _inside(node: object, parse: Callable[[object], T]) -> T:
    """Parse a part of a value, so that its errors point at the part."""
    try:
        return parse(node)
    except PydanticCustomError as error:
        context = dict(error.context or {})
        if "node" not in context and node is not None:
            context["node"] = node
        raise PydanticCustomError("shiftlead", "{says}", context) from None


def moment(node: object) -> When:
    """Return a clock time, a span of them, or `{after: incident.portal, by: 25 min}`."""
    if isinstance(node, Block) and "after" in node:
        for key in node:
            if key not in ("after", "by"):
                wrong("K101", f'unknown key "{key}" in a moment',
                      "write {after: incident.ID, by: 25 min}", key)  # fmt: skip
        anchor = _inside(node.get("after"), lambda n: text_of(n, "incident.ID or ticket.ID"))
        if anchor.partition(".")[0] not in ("incident", "ticket") or "." not in anchor:
            wrong("V220", f"{shown(anchor)} is not something a moment can be told from",
                  "incident.ID or ticket.ID", anchor)  # fmt: skip
        by = _inside(node["by"], span) if "by" in node else Minutes(0, 0)
        return After(anchor, by)
    return clock_span(node)


def share(node: object) -> int:
    """Return permille from `30%` or `2.5%`."""
    text = text_of(node, "a share such as 30%")
    found = _SHARE.match(text)
    if not found:
        number = text.number()
        if number is not None and 0 <= number <= 100:
            wrong("V209", "a share needs its % sign", f"{number}%")
        if re.match(r"0?\.\d+\Z", text):
            digits = (text.partition(".")[2] + "000")[:3]
            tenths = f".{digits[2]}" if digits[2] != "0" else ""
            wrong(
                "V209", f"{shown(text)} is not a share", f"did you mean {int(digits[:2])}{tenths}%?"
            )
        wrong("V209", f"{shown(text)} is not a share", "write it as 30%")
    minus, whole_part, tenth = found.groups()
    value = int(whole_part) * 10 + int(tenth or 0)
    if minus or value > 1000:
        wrong("V209", "a share lies between 0% and 100%")
    return value


def percent(node: object) -> int:
    """Return whole percent from `110%`, which may pass 100."""
    text = text_of(node, "a percentage such as 110%")
    found = re.match(r"(\d{1,3})\s*%\Z", text)
    if not found:
        number = text.number()
        wrong("V209", f"{shown(text)} is not a percentage",
              f"{number}%" if number is not None and number >= 0 else "write it as 110%")  # fmt: skip
    return int(found.group(1))


def rate(node: object) -> int:
    """Return permille per minute from `18 per hour` or `0.3 per min`."""
    text = text_of(node, "a rate such as 18 per hour")
    found = _RATE.match(text)
    if not found or found.group(3) not in _RATES:
        wrong("V217", f"{shown(text)} is not a rate", "write it as 18 per hour")
    thousandths = int(found.group(1)) * 1000 + int(((found.group(2) or "") + "000")[:3])
    per = _RATES[found.group(3)]
    return (thousandths + per // 2) // per


def whole(low: int, high: int) -> Callable[[object], int]:
    """Return a parser of whole numbers between two, both included."""

    def parse(node: object) -> int:
        text = text_of(node, f"a whole number from {low} to {high}")
        value = text.number()
        if value is None:
            meant = ""
            if high == 100 and re.match(r"0?\.\d{1,2}\Z", text):
                meant = f"did you mean {int((text.partition('.')[2] + '0')[:2])}?"
            wrong("V205", f"{{key}} is a whole number from {low} to {high}; got {text[:60]}", meant)
        if not low <= value <= high or len(text) > 18:
            wrong("V205", f"{{key}} is a whole number from {low} to {high}; got {text[:60]}")
        return value

    return parse


def thousandths(node: object) -> int:
    """Return thousandths from a number such as `0.55` or `2`."""
    text = text_of(node, "a number such as 0.55")
    found = re.match(r"(\d{1,4})(?:\.(\d{1,3}))?\Z", text)
    if not found or not text.plain:
        wrong("V205", f"{{key}} is a number such as 0.55; got {text[:60]}")
    return int(found.group(1)) * 1000 + int(((found.group(2) or "") + "000")[:3])


def figure(node: object) -> int | None:
    """Return a figure of a band: a whole number, a share (permille), minutes, or no end."""
    if node is None:
        return None
    text = text_of(node, "a figure")
    number = text.number()
    if number is not None:
        if len(text) > 9:
            wrong("V205", f"{shown(text)} is too large for a figure", node=text)
        return number
    if text.endswith("%"):
        return _inside(text, share)
    return _inside(text, duration)


def band(node: object) -> tuple[int | None, int | None]:
    """Return the two ends of `[0, 10]`, both included; null for no end."""
    if not isinstance(node, Items) or len(node) != 2:
        wrong("V223", "a band has two ends", "band: [0, 10], or [31, null] for no upper end",
              place_of(node))  # fmt: skip
    low, high = figure(node[0]), figure(node[1])
    if low is not None and high is not None and low > high:
        wrong("V223", "the band ends before it begins", f"band: [{high}, {low}]", node)
    return low, high


def two(items: list[Scalar]) -> list[Scalar]:
    """Refuse anything but two different names."""
    if len(items) != 2 or items[0] == items[1]:
        wrong("V227", "{key} names two different people", "{raw_key}: [ana, ben]")
    return items


def hours_of_day(shares: list[int]) -> list[int]:
    """Refuse anything but 24 shares of a day."""
    if len(shares) != 24:
        wrong("V227", f"{{key}} has a share for each of the 24 hours of the day, not {len(shares)}")
    if not 960 <= sum(shares) <= 1040:
        wrong("V224", f"the shares of the day add up to {sum(shares) / 10:g}%, not 100%")
    return shares


def texts(node: object) -> list[str]:
    """Return one text, or a list of them."""
    if isinstance(node, Items):
        return [_inside(item, some_text) for item in node]
    return [some_text(node)]


def priorities(node: object) -> list[int]:
    """Return one priority, or a list of them."""
    if isinstance(node, Items):
        return [_inside(item, priority) for item in node]
    return [priority(node)]


def seeds(node: object) -> list[int]:
    """Return a list of seeds."""
    if not isinstance(node, Items):
        wrong("K106", "{key} must be a list", "{raw_key}: [1, 2, 3]")
    return [_inside(item, whole(0, 2**31 - 1)) for item in node]


def yes_no(node: object) -> bool:
    """Return a yes/no setting."""
    text = text_of(node, "true or false")
    if text.plain and text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text in ("true", "True", "TRUE")
    low = text.lower()
    near = {"no": "false", "off": "false", "n": "false", "false": "false", "yes": "true",
            "on": "true", "y": "true", "true": "true"}.get(low)  # fmt: skip
    wrong("V207", f"{shown(text)} is text here; a yes/no setting is written true or false",
          f"{{raw_key}}: {near}" if near else "true or false")  # fmt: skip


def new_id(node: object) -> Scalar:
    """Return an id that is defined here."""
    if node is None:
        wrong("V211", "{key} is empty: an unquoted null is \"no value\" in YAML",
              '{raw_key}: "null"  - or better, another id')  # fmt: skip
    text = text_of(node, "an id")
    if ID.match(text):
        return text
    if text[:1] in _QUOTES or text[-1:] in _QUOTES:
        wrong("Y012", "typographic quotes are part of the text; this id would contain them",
              f"{{raw_key}}: {slug(text)}")  # fmt: skip
    if text.number() is not None or re.match(r"\d", text):
        wrong("V208", f"an id starts with a letter; {text[:60]} is a number in YAML"
              if text.number() is not None else f"an id starts with a letter; {shown(text)} does not",
              f"{{raw_key}}: r{slug(text)}")  # fmt: skip
    wrong("V210", "an id may hold only a-z, 0-9 and -, and starts with a letter",
          f"{{raw_key}}: {slug(text) or 'a-short-name'}   (the display name goes into \"name\")")  # fmt: skip


def new_criterion(node: object) -> Scalar:
    """Return a criterion's id, which may hold one dot: `communication.first-word`."""
    if isinstance(node, Scalar) and node.count(".") == 1:
        first, _, second = node.partition(".")
        if ID.match(first) and ID.match(second):
            return node
    return new_id(node)


def slug(text: str) -> str:
    """Return the id nearest to a text."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:64]


def some_id(node: object) -> Scalar:
    """Return an id that is defined elsewhere; names.py finds out whether it is."""
    return text_of(node, "an id")


def some_text(node: object) -> str:
    """Return a text that says something."""
    text = text_of(node, "a text")
    if not text.strip():
        wrong("V215", "{key} is empty")
    return str(text)


def priority(node: object) -> int:
    """Return 1 to 4 from `P1` to `P4`."""
    text = text_of(node, "a priority from P1 to P4")
    if text in ("P1", "P2", "P3", "P4"):
        return int(text[1])
    near = f"did you mean P{text[-1]}?" if text[-1:] in ("1", "2", "3", "4") else ""
    wrong("V216", f"{shown(text)} is not a priority", near or "P1, P2, P3 or P4")


def place_of(value: object) -> Placed | None:
    """Return a value as something that has a place, if it has one."""
    return value if isinstance(value, (Scalar, Items, Block)) else None
