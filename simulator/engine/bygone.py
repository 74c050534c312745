"""Facts about what is over: true when they were found, and no news once the trouble is gone."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.state import State


def facts(state: State) -> frozenset[str]:
    """Return the known facts whose incidents and tickets are all over.

    What came to light only with the recovery still tells something, and so does a fact that no
    incident and no written ticket brings to light.
    """
    over: set[str] = set()
    still: set[str] = set()
    for until, found in chain(_of_incidents(state), _of_tickets(state)):
        for fact in found:
            bygone = until >= 0 and state.facts.get(fact, until) < until
            (over if bygone else still).add(fact)
    return frozenset(over - still)


def _of_incidents(state: State) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield, by incident, the minute at which it was over (-1: not yet) and what it reveals."""
    for spec in state.world.incidents:
        one = state.incidents[spec.id]
        until = one.mitigated if one.state in ("mitigated", "resolved") else -1
        yield until, tuple(fact for step in spec.steps for fact in step.reveals)
        if spec.contacts is not None:
            yield until, spec.contacts.kind.finds


def _of_tickets(state: State) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the same by written ticket."""
    for spec in state.world.tickets:
        if spec.kind.finds:
            ticket = state.tickets.get(spec.id)
            yield -1 if ticket is None else ticket.resolved, spec.kind.finds
