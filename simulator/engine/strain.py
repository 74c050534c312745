"""Long strain and long stretches without a break: what they end in, now and tomorrow (B89)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings, signs
from simulator.engine.owning import own_analyst
from simulator.engine.state import PEOPLE_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.records.team import Analyst
    from simulator.engine.state import State

STRAINED = 3
"""How many limits of stress somebody has passed who is strained (`feelings.limits`)."""


def follow(state: State, analyst: Analyst, before: int, band: int) -> None:
    """Begin or end the count of long strain; `analyst` is ours to change."""
    if before < STRAINED <= band:
        analyst.strained_at = state.now
        minute = state.now + state.rules.worn_out_after
        plan_due(state, minute, PEOPLE_PHASE, "worn-out", analyst.id, state.now)
    elif band < STRAINED <= before:
        analyst.strained_for += state.now - analyst.strained_at
        analyst.strained_at = -1


def worn_out(state: State, who: str, since: int) -> None:
    """Handle the end of somebody's strength: they go home, and what they have goes back."""
    from simulator.engine import calls, shifts  # shifts build on feelings, feelings on strain

    analyst = state.analysts[who]
    if analyst.strained_at != since or analyst.place in ("absent", "away"):
        return
    free_from = analyst.acted_at + state.rules.sign_lag
    if state.now < free_from or calls.in_hand(state, who) is not None:
        minute = max(free_from, state.now + 1)
        plan_due(state, minute, PEOPLE_PHASE, "worn-out", who, since)
        return
    shifts.leave_desk(state, who)
    analyst = own_analyst(state, who)
    analyst.place = "absent"
    analyst.strained_for += state.now - since
    analyst.strained_at = -1
    note(state, "analyst.went-home", "world", analyst.ref, analyst.ref, -1, {})
    feelings.retune(state, analyst)


def watch(state: State, analyst: Analyst) -> None:
    """Plan the minute from which somebody has gone too long without a break."""
    minute = state.now + state.rules.long_stretch
    plan_due(state, minute, PEOPLE_PHASE, "long-stretch", analyst.id, analyst.rested)


def long_stretch(state: State, who: str, rested: int) -> None:
    """Handle hours without a break: they weigh on somebody, and anybody can see them."""
    analyst = state.analysts[who]
    if analyst.rested != rested or analyst.place in ("absent", "away"):
        return
    signs.show_later(state, who, signs.LONG_STRETCH)
    feelings.change_stress(state, who, state.rules.long_stretch_stress, "long-stretch", -1)


def outlook(state: State) -> None:
    """Write how likely each is to be absent next time: an outcome nobody sees in the shift."""
    rules = state.rules
    for one in state.analysts.values():
        here = one.place not in ("absent", "away")
        if not here and not one.done and not one.strained_for:
            continue  # never came
        strained = one.strained_for + (state.now - one.strained_at if one.strained_at >= 0 else 0)
        low = feelings.morale(one, state.now) < rules.silent_morale * feelings.POINT
        chance = rules.absent_next + rules.absent_strained * (strained // 30)
        note(
            state, "analyst.outlook", "world", one.ref, "desk", -1,
            {"absent": chance + rules.absent_low * low, "strained": strained}, seen=False,
        )  # fmt: skip
