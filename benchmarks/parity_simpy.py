"""The parity shift as a SimPy user would write it: agents, arrivals and clocks are processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import simpy

from benchmarks.parity import RESOLVE, RESPOND, SHIFT, SPEEDS, Outcome, Ticket, work_minutes

if TYPE_CHECKING:
    from collections.abc import Generator

    Process = Generator[Any, Any, None]


class Item:
    """One ticket."""

    __slots__ = ("agent", "effort", "end", "number", "rank", "resolve", "respond", "skill", "start")

    def __init__(self, number: int, ticket: Ticket) -> None:
        self.number = number
        _, self.rank, self.skill, self.effort = ticket
        self.start = self.agent = self.end = self.respond = self.resolve = -1


class BestFirst(simpy.FilterStore):
    """A store that hands out the best item that fits: SimPy has none that does both."""

    def _do_get(self, event: Any) -> bool:
        fitting = [one for one in self.items if event.filter(one)]
        if fitting:
            best = min(fitting, key=lambda one: (one.rank, one.number))
            self.items.remove(best)
            event.succeed(best)
        return True


def _agent(env: Any, store: Any, who: int) -> Process:
    speeds = SPEEDS[who]
    while True:
        item = yield store.get(lambda one: speeds[one.skill])
        item.start, item.agent = int(env.now), who
        end = item.start + work_minutes(item.effort, speeds[item.skill])
        yield env.timeout(end - env.now)
        item.end = end


def _arrivals(env: Any, store: Any, tickets: list[Ticket], items: list[Item]) -> Process:
    for ticket, item in zip(tickets, items, strict=True):
        yield env.timeout(ticket[0] + 0.25 - env.now)
        yield store.put(item)


def _clocks(env: Any, tickets: list[Ticket], items: list[Item]) -> Process:
    checks = []
    for item, (at, rank, _, _) in zip(items, tickets, strict=True):
        checks.append((at + RESPOND[rank], item.number, True))
        checks.append((at + RESOLVE[rank], item.number, False))
    for minute, number, response in sorted(checks):
        yield env.timeout(minute + 0.5 - env.now)
        item = items[number]
        if response and item.start < 0:
            item.respond = minute
            item.rank = max(1, item.rank - 1)
        elif not response and item.end < 0:
            item.resolve = minute


def run(tickets: list[Ticket]) -> list[Outcome]:
    """Return the outcome of each ticket."""
    env = simpy.Environment()
    store = BestFirst(env)
    items = [Item(number, ticket) for number, ticket in enumerate(tickets)]
    for who in range(len(SPEEDS)):
        env.process(_agent(env, store, who))
    env.process(_arrivals(env, store, tickets, items))
    env.process(_clocks(env, tickets, items))
    env.run(until=SHIFT)
    return [[i.start, i.agent, i.end, i.respond, i.resolve, i.rank] for i in items]
