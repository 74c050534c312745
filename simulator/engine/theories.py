"""What could be the cause: which theories come to mind, and which one somebody looks into first.

Whoever works on an incident thinks of what the facts hint at; the weaker their skill, the likelier
they begin with a theory that is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import chance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.engine.records.incidents import Incident
    from simulator.engine.state import State
    from simulator.engine.world import IncidentSpec, Theory, Way


def named(spec: IncidentSpec, ident: str) -> Theory | None:
    """Return a theory by its id; None for no such theory."""
    return next((one for one in spec.theories if one.id == ident), None)


def thinkable(spec: IncidentSpec, facts: Iterable[str]) -> list[Theory]:
    """Return the theories that somebody who knows these facts thinks of."""
    return [
        one for one in spec.theories if not one.hints or any(hint in facts for hint in one.hints)
    ]


def settled(state: State, incident: Incident, theory: Theory) -> bool:
    """Return whether a theory was tested, or what its test would find is known already."""
    if theory.id in incident.tested:
        return True
    facts = finds(theory)
    return bool(facts) and all(fact in state.found for fact in facts)


def finds(theory: Theory) -> tuple[str, ...]:
    """Return the facts that the test of a theory brings to light."""
    if theory.holds:
        return theory.reveals
    return (theory.rules_out,) if theory.rules_out else ()


def untested(state: State, incident: Incident, facts: Iterable[str]) -> list[Theory]:
    """Return the theories still worth a test to somebody who knows these facts."""
    spec = state.plan.incidents[incident.id]
    return [one for one in thinkable(spec, facts) if not settled(state, incident, one)]


def choose(state: State, incident: Incident) -> Theory | None:
    """Return the theory that who works on it looks into next; None where none is left."""
    among = untested(state, incident, state.found)
    right = [one for one in among if one.holds]
    wrong = [one for one in among if not one.holds]
    if not right or not wrong:
        return next(iter(among), None)
    words = chance.drawn(state.seed, state.luck, "theory", incident.id, len(incident.tested))
    odds = state.rules.right_theory[min(4, max(0, incident.gap + 2))]
    if chance.permille(words[0]) < odds:
        return right[0]
    return wrong[chance.one_of(words[1], len(wrong))]


def mistaken(spec: IncidentSpec, way: Way) -> bool:
    """Return whether a way out acts on a theory that is wrong."""
    theory = named(spec, way.theory)
    return theory is not None and not theory.holds


def confirmed(state: State, incident: str, theory: str) -> bool:
    """Return whether a theory was tested and holds, or its finding is known already."""
    one = named(state.plan.incidents[incident], theory)
    return one is not None and one.holds and settled(state, state.incidents[incident], one)
