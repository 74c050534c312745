"""The picture of a shift and its curves, from the five-minute readings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.log import figure, listed, whole
from scoring.measures.common import own_minutes

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
    more_is_worse: bool = True
    """Whether the highest value is the worst one; otherwise it is the lowest."""

    def first(self) -> int:
        """Return the value at the first reading."""
        return self.values[0]

    def last(self) -> int:
        """Return the value at the last reading."""
        return self.values[-1]

    def worst(self) -> int:
        """Return the worst value."""
        return max(self.values) if self.more_is_worse else min(self.values)

    def words(self) -> str:
        """Return the values at the start, at their worst and at the end, in words."""
        first, worst, last = self.first(), self.worst(), self.last()
        if worst == first == last:
            return f"{first} all along"
        ends = f"{first} to {last}"
        return ends if worst in (first, last) else f"{ends}, at worst {worst}"

    def peak(self) -> int:
        """Return the highest value."""
        return max(self.values)


@dataclass(frozen=True, slots=True)
class Picture:
    """The shift at a glance."""

    rows: tuple[Curve, ...]
    minutes: tuple[tuple[str, int], ...]
    """The lead's minutes by family of acts and on tickets, the most first."""


SHOWN = (
    ("waiting", "tickets waiting", True),
    ("breached", "targets missed", True),
    ("trust", "trust of others", False),
    ("morale", "team morale", False),
)
"""Field of a reading, its name, and whether more of it is worse; trust and morale are means."""


OWN = "on tickets yourself"
"""What the lead's own work is called beside the families of acts."""

TAKING = "delegate"
"""The family in which the engine counts taking work into one's own hands."""


def apart(spent: list[tuple[str, int]], own: int) -> list[tuple[str, int]]:
    """Return the minutes by family with the lead's own work told apart from giving work away."""
    given = sum(minutes for family, minutes in spent if family == TAKING)
    mine = min(own, given)
    rest = [row for row in spent if row[0] != TAKING]
    return [*rest, (OWN, mine), (TAKING, given - mine)]


def picture(log: Log) -> Picture:
    """Return the picture of a shift; without readings it has no rows."""
    readings = log.of("desk.reading")
    minutes = tuple(entry.at for entry in readings)
    rows = tuple(
        Curve(name, tuple(whole(entry.data.get(field)) for entry in readings), minutes, worse)
        for field, name, worse in SHOWN
        if readings
    )
    spent: list[tuple[str, int]] = []
    for text in listed(readings[-1].data.get("lead")) if readings else ():
        family, _, number = str(text).partition(":")
        spent.append((family, figure(number)))
    spent = apart(spent, own_minutes(log))
    spent.sort(key=lambda row: -row[1])
    return Picture(rows, tuple(row for row in spent if row[1]))


LISTS = (
    ("trusts", "stakeholder", "trust of {name}"),
    ("morales", "analyst", "morale of {name}"),
    ("stresses", "analyst", "stress of {name}"),
    ("frictions", "conflict", "friction, {name}"),
)

BETTER_HIGH = ("trusts", "morales")
"""Lists in which the lowest value is the worst."""


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
                    says.format(name=telling.thing(f"{kind}:{who}")),
                    tuple(value for _, value in points),
                    tuple(minute for minute, _ in points),
                    field not in BETTER_HIGH,
                )
            )
    return tuple(found)
