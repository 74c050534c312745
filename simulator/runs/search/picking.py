"""Picking without reading: by place among what is there, or by an order that chance has drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Protocol, TypeVar

from simulator.runs.search.habits import EVERYBODY, Habit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.seen import IncidentView, TicketView
    from simulator.engine.view import View

Ranks = Mapping[str, int]
"""Places of the people, drawn anew for every shift: who is able or asks plays no part."""

Way = Callable[[Habit, "View", Ranks], Iterator["AnyAct"]]
"""What a habit does now, the first thing first."""

T = TypeVar("T")


def place(habit: Habit, options: Iterable[T]) -> Sequence[T]:
    """Return the option that a habit picks, if there is one."""
    among = list(options)
    return [among[habit.pick % len(among)]] if among else []


def whom(habit: Habit, people: Iterable[str], ranks: Ranks) -> Sequence[str]:
    """Return the one whom a habit is about, or everybody."""
    among = sorted(people, key=lambda who: ranks.get(who, 0))
    if habit.whom == EVERYBODY or not among:
        return among
    return [among[habit.whom % len(among)]]


class Named(Protocol):
    """Anybody with an id."""

    @property
    def id(self) -> str:
        """The id."""
        ...


def ids(people: Iterable[Named]) -> list[str]:
    """Return the ids of people."""
    return [one.id for one in people]


def open_work(view: View) -> list[TicketView | IncidentView]:
    """Return everything that is open, incidents first."""
    return [*view.incidents(), *view.tickets()]
