"""Amounts as authors write them: shares, rates, numbers, bands, priorities, yes and no."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.scenario.idents import place_of
from simulator.scenario.nodes import Items, Scalar
from simulator.scenario.values import duration, inside, shown, text_of, whole, wrong

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHARE = re.compile(r"(-?)(\d{1,4})(?:\.(\d))?\s*%\Z")
_RATE = re.compile(r"(\d{1,5})(?:\.(\d{1,3}))?\s+per\s+(\w+)\Z")
_RATES = {"min": 1, "hour": 60, "h": 60, "day": 1440}
MOST_AN_HOUR = 10_000
"""Most tickets an hour in a plain queue."""
MOST_SIGMA = 3_000
"""Thousandths: e to the third is twenty times the median, and e to the minus third a twentieth."""


def share(node: object) -> int:
    """Return permille from `30%` or `2.5%`."""
    text = text_of(node, "a share such as 30%")
    found = _SHARE.match(text)
    if not found:
        number = text.number()
        if number is not None and 0 <= number <= 100:
            certain = number != 1  # One may be meant as the whole.
            raise wrong(
                "V209", "a share needs its % sign", f"{number}%",
                edit=f"{number}%" if certain else None,
            )  # fmt: skip
        if re.match(r"0?\.\d+\Z", text):
            digits = (text.partition(".")[2] + "000")[:3]
            tenths = f".{digits[2]}" if digits[2] != "0" else ""
            raise wrong(
                "V209", f"{shown(text)} is not a share", f"did you mean {int(digits[:2])}{tenths}%?"
            )
        raise wrong("V209", f"{shown(text)} is not a share", "write it as 30%")
    minus, whole_part, tenth = found.groups()
    value = int(whole_part) * 10 + int(tenth or 0)
    if minus or value > 1000:
        raise wrong("V209", "a share lies between 0% and 100%")
    return value


def percent(node: object) -> int:
    """Return whole percent from `110%`, which may pass 100."""
    text = text_of(node, "a percentage such as 110%")
    found = re.match(r"(\d{1,3})\s*%\Z", text)
    if not found:
        number = text.number()
        raise wrong(
            "V209",
            f"{shown(text)} is not a percentage",
            f"{number}%" if number is not None and number >= 0 else "write it as 110%",
        )
    return int(found.group(1))


def _thousandths_in(node: object, example: str) -> tuple[int, int]:
    """Return the thousandths of a rate, and the minutes that they are for."""
    text = text_of(node, f"a rate such as {example}")
    found = _RATE.match(text)
    if not found or found.group(3) not in _RATES:
        raise wrong("V217", f"{shown(text)} is not a rate", f"write it as {example}")
    thousandths = int(found.group(1)) * 1000 + int(((found.group(2) or "") + "000")[:3])
    return thousandths, _RATES[found.group(3)]


def rate(node: object) -> int:
    """Return permille per minute from `18 per hour` or `0.3 per min`."""
    thousandths, per = _thousandths_in(node, "18 per hour")
    return (thousandths + per // 2) // per


def hourly_rate(node: object) -> int:
    """Return ten-thousandths an hour from `20 per hour`; nothing at all is not a rate."""
    thousandths, per = _thousandths_in(node, "20 per hour")
    each_hour = thousandths * 600 // per
    if not 0 < each_hour <= MOST_AN_HOUR * 10_000:
        raise wrong("V205", f"{{key}} lies above 0 and up to {MOST_AN_HOUR} per hour")
    return each_hour


def thousandths(node: object) -> int:
    """Return thousandths from a number such as `0.55` or `2`."""
    text = text_of(node, "a number such as 0.55")
    found = re.match(r"(\d{1,4})(?:\.(\d{1,3}))?\Z", text)
    if not found or not text.plain:
        raise wrong("V205", f"{{key}} is a number such as 0.55; got {text[:60]}")
    return int(found.group(1)) * 1000 + int(((found.group(2) or "") + "000")[:3])


def sigma(node: object) -> int:
    """Return the thousandths of a lognormal's sigma from `0.55`; beyond `MOST_SIGMA` is none."""
    found = thousandths(node)
    if found > MOST_SIGMA:
        raise wrong(
            "V205", f"{{key}} is a number from 0 to {MOST_SIGMA // 1000}; got {node}", "0.55"
        )
    return found


def figure(node: object) -> int | None:
    """Return a figure of a band: a whole number, a share (permille), minutes, or no end."""
    if node is None:
        return None
    text = text_of(node, "a figure")
    number = text.number()
    if number is not None:
        if len(text) > 9:
            raise wrong("V205", f"{shown(text)} is too large for a figure", node=text)
        return number
    if text.endswith("%"):
        return inside(text, share)
    return inside(text, duration)


def band(node: object) -> tuple[int | None, int | None]:
    """Return the two ends of `[0, 10]`, both included; null for no end."""
    if not isinstance(node, Items) or len(node) != 2:
        raise wrong(
            "V223",
            "a band has two ends",
            "band: [0, 10], or [31, null] for no upper end",
            place_of(node),
        )
    low, high = figure(node[0]), figure(node[1])
    if low is not None and high is not None and low > high:
        raise wrong("V223", "the band ends before it begins", f"band: [{high}, {low}]", node)
    return low, high


def three(items: list[int]) -> list[int]:
    """Refuse anything but three of them."""
    if len(items) != 3:
        raise wrong("V230", "{key} has one priority for each urgency", "{raw_key}: [P1, P2, P3]")
    return items


def two(items: list[Scalar]) -> list[Scalar]:
    """Refuse anything but two different names."""
    if len(items) != 2 or items[0] == items[1]:
        raise wrong("V227", "{key} names two different people", "{raw_key}: [ana, ben]")
    return items


def hours_of_day(shares: list[int]) -> list[int]:
    """Refuse anything but 24 shares of a day."""
    if len(shares) != 24:
        raise wrong(
            "V227", f"{{key}} has a share for each of the 24 hours of the day, not {len(shares)}"
        )
    if not 960 <= sum(shares) <= 1040:
        raise wrong("V224", f"the shares of the day add up to {sum(shares) / 10:g}%, not 100%")
    return shares


def days_of_week(shares: list[int]) -> list[int]:
    """Refuse anything but seven percentages, of which the five business days have a mean of 100."""
    if len(shares) != 7:
        raise wrong("V227", f"{{key}} has a percentage for each of the 7 days, not {len(shares)}")
    mean = sum(shares[:5]) / 5
    if not 97 <= mean <= 103:
        raise wrong("V224", f"the five business days have a mean of {mean:g}%, not 100%")
    return shares


def add_up(what: str, shares: Sequence[int]) -> None:
    """Refuse shares that are not a whole."""
    total = sum(shares)
    if not 990 <= total <= 1010:
        raise wrong("V224", f"the shares of {what} add up to {total / 10:g}%, not 100%")


def priorities(node: object) -> list[int]:
    """Return one priority, or a list of them."""
    if isinstance(node, Items):
        return [inside(item, priority) for item in node]
    return [priority(node)]


def seeds(node: object) -> list[int]:
    """Return a list of seeds."""
    if not isinstance(node, Items):
        raise wrong("K106", "{key} must be a list", "{raw_key}: [1, 2, 3]")
    return [inside(item, whole(0, 2**31 - 1)) for item in node]


def yes_no(node: object) -> bool:
    """Return a yes/no setting."""
    text = text_of(node, "true or false")
    if text.plain and text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text in ("true", "True", "TRUE")
    low = text.lower()
    near = {
        "no": "false",
        "off": "false",
        "n": "false",
        "false": "false",
        "yes": "true",
        "on": "true",
        "y": "true",
        "true": "true",
    }.get(low)
    raise wrong(
        "V207",
        f"{shown(text)} is text here; a yes/no setting is written true or false",
        f"{{raw_key}}: {near}" if near else "true or false",
        edit=near if len(low) > 1 else None,
    )


def priority(node: object) -> int:
    """Return 1 to 4 from `P1` to `P4`."""
    text = text_of(node, "a priority from P1 to P4")
    if text in ("P1", "P2", "P3", "P4"):
        return int(text[1])
    near = f"did you mean P{text[-1]}?" if text[-1:] in ("1", "2", "3", "4") else ""
    raise wrong(
        "V216", f"{shown(text)} is not a priority", near or "P1, P2, P3 or P4",
        edit=text.upper() if text in ("p1", "p2", "p3", "p4") else None,
    )  # fmt: skip
