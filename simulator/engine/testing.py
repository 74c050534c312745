"""Tests of theories: begun by direction or by habit, confirmed or refuted, and what then is known.

A test takes the place of the step in hand, which is set aside and gone on with afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import knowledge, responders, step_pace, theories
from simulator.engine.owning import own_analyst, own_incident
from simulator.engine.state import note

if TYPE_CHECKING:
    from simulator.engine.state import State


def direct(state: State, ident: str, theory: str, because: int, minutes: int) -> None:
    """Let who works on an incident test a theory now; "" leaves the choice to them."""
    incident = own_incident(state, ident)
    chosen = theories.named(state.plan.incidents[ident], theory)
    if chosen is None:
        chosen = theories.choose(state, incident)
    if chosen is None:
        return
    step_pace.pause(state, ident)
    if incident.halted >= 0:
        incident.waited += state.now - incident.halted
        incident.halted, incident.asks = -1, ""
    if not incident.testing:
        incident.set_aside = incident.left
    incident.testing, incident.left = chosen.id, 0
    note(
        state, "incident.theory-directed", "lead", f"incident:{ident}", "lead", because,
        {"theory": chosen.id, "to": incident.who, "named": bool(theory), "minutes": minutes},
    )  # fmt: skip
    if state.analysts[incident.who].task == ident:
        responders.next_step(state, incident)


def over(state: State, ident: str) -> None:
    """Finish the test in hand: the theory is confirmed or refuted, and the step goes on."""
    incident = own_incident(state, ident)
    theory = theories.named(state.plan.incidents[ident], incident.testing)
    assert theory is not None
    by = incident.who
    incident.testing, incident.left, incident.set_aside = "", incident.set_aside, 0
    incident.working, incident.moved = False, state.now
    incident.version += 1
    incident.tested = (*incident.tested, theory.id)
    kind = "incident.theory-confirmed" if theory.holds else "incident.theory-refuted"
    heard = not incident.unasked
    entry = note(
        state, kind, "world", f"incident:{ident}", f"analyst:{by}", -1,
        {"theory": theory.id, "by": by}, seen=heard,
    )  # fmt: skip
    analyst = own_analyst(state, by)
    analyst.done = (*analyst.done, entry)
    for fact in theories.finds(theory):
        knowledge.find(state, fact, by, entry)
        if heard:
            knowledge.learn(state, fact, "world", f"analyst:{by}", entry)
    incident = own_incident(state, ident)
    if incident.who == by and incident.state != "resolved":
        responders.resume(state, incident)
