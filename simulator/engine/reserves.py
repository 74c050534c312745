"""People who are kept free for a purpose until a minute (B17, B60).

They pull nothing else meanwhile; what they have in hand they finish, what they set aside waits
unless it is what they are kept for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import standing, work
from simulator.engine.owning import own_analyst
from simulator.engine.state import SHIFT_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.records.team import Analyst
    from simulator.engine.state import State

P1, PLANNING = "p1", "planning"
"""Purposes besides the skills of the desk; for planning nothing at all is pulled."""


def keep(state: State, who: str, purpose: str, until: int) -> None:
    """Keep somebody free from now on; who is idle takes what they are kept for."""
    analyst = own_analyst(state, who)
    analyst.kept_for, analyst.kept_from, analyst.kept_until = purpose, state.now, until
    analyst.kept_whole = True
    state.bound = True
    plan_due(state, until, SHIFT_PHASE, "reserve-over", who, until)
    _offer(state, analyst)


def end(state: State, who: str, because: int) -> None:
    """End somebody's reserve: they take what comes next."""
    analyst = own_analyst(state, who)
    note(
        state, "analyst.reserve-ended", "lead" if because >= 0 else "world", analyst.ref, "desk",
        because,
        {
            "work": analyst.kept_for, "minutes": state.now - analyst.kept_from,
            "whole": analyst.kept_whole,
        },
    )  # fmt: skip
    analyst.kept_for, analyst.kept_until = "", -1
    _offer(state, analyst)


def over(state: State, who: str, until: int) -> None:
    """Handle the minute until which somebody is kept free."""
    if state.analysts[who].kept_until == until:
        end(state, who, -1)


def _offer(state: State, analyst: Analyst) -> None:
    if analyst.place == "desk" and not analyst.task:
        if analyst.id in state.idle:
            state.idle.remove(analyst.id)
        work.free(state, analyst)


def next_parked(state: State, analyst: Analyst) -> str:
    """Return what somebody goes on with of what was set aside; "" for nothing of it now."""
    return next((one for one in analyst.parked if is_for(state, analyst, one)), "")


def is_for(state: State, analyst: Analyst, task: str) -> bool:
    """Return whether a task is what somebody is kept free for; anything is for who is not kept."""
    purpose = analyst.kept_for
    if not purpose:
        return True
    if task in state.incidents:
        spec = state.plan.incidents[task]
        return spec.severity == 1 if purpose == P1 else spec.skill == purpose
    return standing.suits(purpose, state.tickets[task])


def broken(state: State, who: str, task: str) -> None:
    """Note that the lead gave other work to somebody who was kept free."""
    if not is_for(state, state.analysts[who], task):
        own_analyst(state, who).kept_whole = False
