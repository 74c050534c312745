"""What people outside the desk do when they are let down: they call, compare, hear, take over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings, hearsay, scenes, trust, work
from simulator.engine.owning import own_analyst, own_stakeholder
from simulator.engine.state import PEOPLE_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.log import Cause
    from simulator.engine.state import State

TOLD_TWICE = "compared"
TOOK_OVER = "took-over"
"""Marks in `Stakeholder.told`: each of these happens once per incident."""


def come(state: State, who: str, missed: int) -> None:
    """Handle the minute at which somebody who still has had no word calls or comes (B33, B36).

    Who expected a word on an incident no longer does once it is over; who was promised one does.
    """
    patience, why = state.plan.stakeholders[who].patience, state.log[missed]
    if patience is None or state.stakeholders[who].last_word >= why.at:
        return
    if why.kind == "promise.broken" or trust.waits_for_word(state, who):
        scenes.tell(state, patience.scene, missed)


def compare(state: State, subject: str, _entry: int) -> None:
    """Handle a talk between two who may have been told different things (B41)."""
    finder, other, about = subject.split(hearsay.BETWEEN)
    mark = f"{TOLD_TWICE}:{about}:{other}"
    pair = hearsay.contradiction(state, finder, other, about)
    if pair is None or mark in state.stakeholders[finder].told:
        return
    one = own_stakeholder(state, finder)
    one.told = (*one.told, mark)
    last = max(said.entry for said in pair)
    entry = note(
        state, "contradiction.found", "world", f"stakeholder:{finder}", f"stakeholder:{finder}",
        last, {"about": about, "other": other, "entries": tuple(said.entry for said in pair)},
    )  # fmt: skip
    points = state.rules.trust_contradiction
    trust.change_trust(state, finder, points, "contradiction", entry)


def hear(state: State, subject: str, because: int) -> None:
    """Handle the minute at which somebody hears of an incident from somebody else (B42)."""
    who, source, about = subject.split(hearsay.BETWEEN)
    one = state.stakeholders[who]
    mark = f"heard:{about}"
    if about in one.about or mark in one.told or state.incidents[about].state != "open":
        return
    mine = own_stakeholder(state, who)
    mine.told = (*mine.told, mark)
    entry = note(
        state, "stakeholder.heard-elsewhere", "world", f"stakeholder:{who}", f"stakeholder:{who}",
        because, {"about": about, "source": source},
    )  # fmt: skip
    trust.change_trust(state, who, state.rules.trust_second_hand, "second-hand", entry)
    scene = state.plan.stakeholders[who].heard
    if scene:
        scenes.tell(state, scene, entry)


def take_over(state: State, who: str, because: int) -> None:
    """Handle the minute at which somebody begins to order the team about (I16)."""
    spec, one = state.plan.stakeholders[who].takes_over, state.stakeholders[who]
    about = next((i for i in state.incidents if _burns(state, i)), "")
    mark = f"{TOOK_OVER}:{about}"
    if spec is None or not about or one.orders or one.trust >= spec.below or mark in one.told:
        return
    mine = own_stakeholder(state, who)
    mine.orders, mine.told = about, (*mine.told, mark)
    entry = note(
        state, "command.taken", "world", f"stakeholder:{who}", f"stakeholder:{who}", because,
        {"incident": about},
    )  # fmt: skip
    disturb(state, who, entry)
    if spec.scene:
        scenes.tell(state, spec.scene, entry)


def _burns(state: State, ident: str) -> bool:
    incident, spec = state.incidents[ident], state.plan.incidents[ident]
    return incident.state == "open" and incident.known >= 0 and spec.severity == 1


def disturb(state: State, who: str, because: int) -> None:
    """Handle an order past the lead: who works on the incident loses time over it."""
    about = state.stakeholders[who].orders
    if not about:
        return
    if not _burns(state, about):
        stand_back(state, who, because, "world")
        return
    incident, rules = state.incidents[about], state.rules
    for person in (incident.who, incident.beside):
        if person in state.analysts and state.analysts[person].task == about:
            entry = note(
                state, "analyst.disturbed", "world", f"analyst:{person}", f"stakeholder:{who}",
                because, {"task": about, "lost": rules.disturb_minutes},
            )  # fmt: skip
            work.lose_minutes(state, own_analyst(state, person), rules.disturb_minutes)
            feelings.change_stress(state, person, rules.disturb_stress, "disturbed", entry)
    minute = state.now + rules.disturb_every
    if minute <= state.world.length:
        plan_due(state, minute, PEOPLE_PHASE, "disturb", who, because)


def stand_back(state: State, who: str, because: int, cause: Cause) -> None:
    """Let somebody who orders the team about leave it to the lead again."""
    about = state.stakeholders[who].orders
    if not about:
        return
    own_stakeholder(state, who).orders = ""
    note(
        state, "command.left", cause if cause != "script" else "world", f"stakeholder:{who}",
        f"stakeholder:{who}", because, {"incident": about},
    )  # fmt: skip
