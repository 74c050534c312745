"""Fairness as the team sees it: who carries the hard work, who is thanked, who is called to task.

Every so often people look around. What stands out at two looks running is noticed by those it
wears down (B5, B81 to B83).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import feelings, signs, standards
from simulator.engine.owning import own_analyst
from simulator.engine.state import PEOPLE_PHASE, plan_due

if TYPE_CHECKING:
    from simulator.engine.records.team import Analyst
    from simulator.engine.records.tickets import Ticket
    from simulator.engine.state import State


def took(state: State, analyst: Analyst, ticket: Ticket) -> None:
    """Count a ticket that somebody starts on, if it is hard or urgent; `analyst` is ours."""
    kind = ticket.kind
    if kind.difficulty >= state.rules.hard_from or ticket.priority == 1:
        analyst.hard += kind.effort


def took_step(state: State, who: str, minutes: int) -> None:
    """Count a step of an incident that somebody starts on."""
    own_analyst(state, who).hard += minutes


def look(state: State, _subject: str, _version: int) -> None:
    """Handle the moment at which people look around."""
    here = [who for who, one in state.analysts.items() if one.place not in ("absent", "away")]
    _load(state, here)
    _thanks(state, here)
    _standards(state, here)
    low = state.rules.silent_morale * feelings.POINT
    for who in here:
        if feelings.morale(state.analysts[who], state.now) < low:
            signs.show_later(state, who, signs.SILENT)
    minute = state.now + state.rules.fair_every
    if minute <= state.world.length:
        plan_due(state, minute, PEOPLE_PHASE, "look-around", "desk")


def _load(state: State, here: list[str]) -> None:
    """Notice who carries far more hard work than the others."""
    rules = state.rules
    mean = sum(state.analysts[who].hard for who in here) // max(1, len(here))
    for who in here:
        mine = state.analysts[who]
        band = rules.fair_band + (rules.fair_explained if "workload" in mine.topics else 0)
        over = mine.hard * 100 > mean * (100 + band) and mine.hard - mean >= rules.fair_least
        if over or mine.burdened:
            own_analyst(state, who).burdened = mine.burdened + 1 if over else 0
        if state.analysts[who].burdened >= 2:
            signs.show_later(state, who, signs.CARRIES_MOST)


def _thanks(state: State, here: list[str]) -> None:
    """Notice who has done as much as others and was never thanked, while one was, twice (B81)."""
    team = state.analysts
    most = max((len(team[who].thanked) for who in here), default=0)
    if most < 2:
        return
    least = min(len(team[who].done) for who in here if len(team[who].thanked) == most)
    for who in here:
        if not team[who].thanked and len(team[who].done) >= least:
            signs.show_later(state, who, signs.OVERLOOKED)


def _standards(state: State, here: list[str]) -> None:
    """Notice that a lapse was answered, and the same one of somebody else was not (B83)."""
    if not state.standards:
        return
    latest = state.now - state.rules.fair_every
    for entry in state.log:
        found = standards.lapse_in(state, entry)
        if not found or entry.at > latest or entry.number in state.lapses:
            continue
        lapse, whose = found
        answered = state.standards.get(lapse, ("", whose))[1]
        if answered != whose and answered in here:
            signs.show_later(state, answered, signs.UNEVEN)
