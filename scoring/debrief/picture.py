"""The picture of a shift and its curves, from the five-minute readings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.log import figure, listed, whole

if TYPE_CHECKING:
    from scoring.debrief.telling import Telling
    from scoring.log import Log


@dataclass(frozen=True, slots=True)
class Curve:
    """One figure over the shift."""

    name: str
    values: tuple[int, ...]
    minutes: tuple[int, ...]
    """The minute of each value."""

    def first(self) -> int:
        """Return the value at the first reading."""
        return self.values[0]

    def last(self) -> int:
        """Return the value at the last reading."""
        return self.values[-1]

    def peak(self) -> int:
        """Return the highest value."""
        return max(self.values)


@dataclass(frozen=True, slots=True)
class Picture:
    """The shift at a glance."""

    rows: tuple[Curve, ...]
    minutes: tuple[tuple[str, int], ...]
    """The lead's minutes by family of acts, the most first."""


SHOWN = (
    ("waiting", "tickets waiting"),
    ("breached", "targets missed"),
    ("trust", "trust, mean"),
    ("morale", "team morale, mean"),
)


def picture(log: Log) -> Picture:
    """Return the picture of a shift; without readings it has no rows."""
    readings = log.of("desk.reading")
    minutes = tuple(entry.at for entry in readings)
    rows = tuple(
        Curve(name, tuple(whole(entry.data.get(field)) for entry in readings), minutes)
        for field, name in SHOWN
        if readings
    )
    spent: list[tuple[str, int]] = []
    for text in listed(readings[-1].data.get("lead")) if readings else ():
        family, _, number = str(text).partition(":")
        spent.append((family, figure(number)))
    spent.sort(key=lambda row: -row[1])
    return Picture(rows, tuple(row for row in spent if row[1]))


LISTS = (
    ("trusts", "stakeholder", "trust of {name}"),
    ("morales", "analyst", "morale of {name}"),
    ("stresses", "analyst", "stress of {name}"),
    ("frictions", "conflict", "friction, {name}"),
)


def curves(log: Log, telling: Telling) -> tuple[Curve, ...]:
    """Return every curve that the readings hold: the desk, then people one by one."""
    readings = log.of("desk.reading")
    found: list[Curve] = list(picture(log).rows)
    for field, kind, says in LISTS:
        series: dict[str, list[tuple[int, int]]] = {}
        for entry in readings:
            for text in listed(entry.data.get(field)):
                who, _, number = str(text).rpartition(":")
                series.setdefault(who, []).append((entry.at, figure(number)))
        for who, points in series.items():
            found.append(
                Curve(
                    says.format(name=telling.name(f"{kind}:{who}")),
                    tuple(value for _, value in points),
                    tuple(minute for minute, _ in points),
                )
            )
    return tuple(found)
