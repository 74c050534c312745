"""The first minute of a shift: everything that stands in this seed is drawn and planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import births, changes, feelings
from simulator.engine.arrivals import plan_next
from simulator.engine.calls import has_telephones
from simulator.engine.forms import in_form
from simulator.engine.phases import run_until
from simulator.engine.plan import plan_of
from simulator.engine.records.incidents import Incident
from simulator.engine.records.outside import Stakeholder
from simulator.engine.records.team import Analyst, Conflict
from simulator.engine.state import (
    PEOPLE_PHASE,
    READING_PHASE,
    SHIFT_PHASE,
    STORY_PHASE,
    State,
    note,
    plan_due,
    stir,
)

if TYPE_CHECKING:
    from simulator.engine.log import Value
    from simulator.engine.world import World

POINT = feelings.POINT


def unopened(world: World, seed: int, luck: int = 0) -> State:
    """Return a shift with everybody who belongs to it, before anything is planned or told."""
    world = in_form(world, seed)
    plan = plan_of(world)
    state = State(plan, world, world.rules, seed, luck, object(), woken_by=plan.woken_by)
    state.next_number = world.first_number - 1
    _people(state)
    return state


def open_shift(world: World, seed: int, luck: int = 0) -> State:
    """Return a shift at its first minute, the phases of minute 0 done."""
    state = unopened(world, seed, luck)
    world, plan = state.world, state.plan
    starts = births.starts_of_incidents(plan, seed)
    arrivals = births.arrivals_of_tickets(plan, seed, starts)
    here = births.here_today(plan, seed)
    for ident, one in plan.incidents.items():
        state.incidents[ident] = Incident(state.owner, ident, starts[ident], severity=one.severity)
    windows = _windows(state, starts, arrivals, here)
    # Planning counts as part of minute 0, so that what is due at once still runs in it.
    state.running, state.phase = True, 0
    note(state, "shift.opened", "script", "desk", "desk", -1, _first_entry(state, here, windows))
    _plan(state, starts, arrivals, windows, here)
    state.births = births.births(plan, seed, starts, arrivals)
    plan_next(state)
    for fact in world.facts:
        if fact.at_start:
            state.facts[fact.id] = state.found[fact.id] = 0
    run_until(state, 0)
    return state


def _people(state: State) -> None:
    for spec in state.world.team:
        state.analysts[spec.id] = Analyst(
            state.owner, spec.id, f"analyst:{spec.id}", spec, dict(spec.skills),
            births.pace_of(state.plan, state.seed, spec.id),
            place="away",
            stress=spec.stress * POINT, morale=spec.morale * POINT, trust=spec.trust,
            phones=has_telephones(state) and spec.id in (state.world.phones or ()),
        )  # fmt: skip
    for one in state.world.stakeholders:
        state.stakeholders[one.id] = Stakeholder(state.owner, one.id, one.trust)
    for pair in state.world.conflicts:
        state.conflicts[pair.id] = Conflict(state.owner, pair.id, pair.friction)


def _windows(
    state: State, starts: dict[str, int], arrivals: dict[str, int], here: dict[str, bool]
) -> list[tuple[str, int, int]]:
    """Return the windows of this seed: id, minute of opening, minute of closing."""
    from simulator.engine import chance

    found = []
    for spec in state.world.windows:
        words = chance.fate(state.seed, "window", spec.id)
        if chance.permille(words[0]) >= spec.chance:
            continue
        if spec.only_if_absent and here.get(spec.only_if_absent, True):
            continue
        opens = births.minute_of(spec.opens, state.seed, f"{spec.id}.opens", starts, arrivals)
        closes = births.minute_of(spec.closes, state.seed, f"{spec.id}.closes", starts, arrivals)
        closes = min(closes, state.world.length)
        if opens < closes:
            found.append((spec.id, max(0, opens), closes))
    return found


def _plan(
    state: State,
    starts: dict[str, int],
    arrivals: dict[str, int],
    windows: list[tuple[str, int, int]],
    here: dict[str, bool],
) -> None:
    world, rules = state.world, state.rules
    for spec in world.team:
        if spec.spare:
            continue
        if not here[spec.id]:
            plan_due(state, min(rules.sick_call, world.length), SHIFT_PHASE, "call-in", spec.id)
            continue
        plan_due(state, max(0, spec.arrives), SHIFT_PHASE, "come-in", spec.id)
        if spec.leaves is not None:
            plan_due(state, spec.leaves, SHIFT_PHASE, "go-home", spec.id)
        if rules.human:
            for minute in spec.breaks:
                plan_due(state, minute, SHIFT_PHASE, "break-due", spec.id)
            first = max(0, spec.arrives) + rules.no_word_minutes
            plan_due(state, first, PEOPLE_PHASE, "no-word", spec.id)
    for ident, minute in starts.items():
        if minute <= world.length:
            plan_due(state, minute, STORY_PHASE, "incident", ident)
    changes.plan_all(state, starts, arrivals)
    for window, opens, closes in windows:
        plan_due(state, opens, STORY_PHASE, "open-window", window, closes)
        plan_due(state, closes, STORY_PHASE, "close-window", window)
    for item in world.storyline:
        if item.at is not None:
            minute = births.minute_of(item.at, state.seed, f"story.{item.id}", starts, arrivals)
            plan_due(state, max(0, minute), STORY_PHASE, "tell", item.id, -1)
        elif item.when is not None:
            stir(state, item.id)
    if rules.people_depth:
        plan_due(state, rules.fair_every, PEOPLE_PHASE, "look-around", "desk")
    if rules.human:
        for pair in world.conflicts:
            plan_due(state, pair.sign_at, PEOPLE_PHASE, "friction", pair.id)
    if rules.reading_every:
        plan_due(state, 0, READING_PHASE, "reading", "desk")
    plan_due(state, world.length, READING_PHASE, "close", "desk")


def _first_entry(
    state: State, here: dict[str, bool], windows: list[tuple[str, int, int]]
) -> dict[str, Value]:
    world, rules, plan = state.world, state.rules, state.plan
    remote = tuple(one.id for one in world.team if one.remote)
    return {
        "minutes": world.length,
        "starts": world.starts,
        "team": tuple(one.id for one in world.team),
        "absent": tuple(who for who, comes in here.items() if not comes),
        "skills": tuple(
            f"{one.id}:{skill}:{points}"
            for one in world.team
            for skill, points in one.skills.items()
        ),
        "limits": tuple(f"{one.id}:{one.limit or 1}" for one in world.team),
        "stakeholders": tuple(f"{one.id}:{one.audience}" for one in world.stakeholders),
        "expects": tuple(
            f"{one.id}:{priority}:{minutes}"
            for one in world.stakeholders
            for priority, minutes in one.expects.items()
        ),
        "trust": tuple(f"{one.id}:{one.trust}" for one in world.stakeholders),
        "respond": rules.respond,
        "resolve": rules.resolve,
        "windows": tuple(
            f"{ident}:{plan.windows[ident].kind}:{opens}:{closes}"
            for ident, opens, closes in windows
        ),
        **({"phones": world.phones or ()} if has_telephones(state) else {}),
        **({"remote": remote} if remote else {}),
    }
