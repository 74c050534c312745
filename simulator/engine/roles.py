"""Roles in an incident and what each does by itself (B37; incident practice 4, 17, 19, 22).

The trainee holds all at first. *Incident lead* gives the word that somebody on it waits for, where
it is the desk's to give; *communications* sends users what is known when an update is due;
*scribe* keeps the record that makes a later review complete and shorter; *operations* is whoever
has the incident. On a large desk several roles in one pair of hands cost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import authority, responders, trust, work
from simulator.engine.authority import Need
from simulator.engine.owning import own_analyst, own_incident, own_stakeholder
from simulator.engine.records import LEAD
from simulator.engine.state import CLOCK_PHASE, STORY_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.state import State

COMMAND, OPERATIONS, COMMUNICATIONS, SCRIBE = "lead", "operations", "communications", "scribe"


def holder(state: State, ident: str, role: str) -> str:
    """Return who holds a role in an incident: an analyst's id, or `lead` for the trainee."""
    incident = state.incidents[ident]
    if role == OPERATIONS:
        return incident.who or LEAD
    return dict(incident.roles).get(role, LEAD)


def give(state: State, ident: str, role: str, who: str, because: int) -> None:
    """Put a role into somebody's hands, `lead` for the trainee's own."""
    incident = own_incident(state, ident)
    before = holder(state, ident, role)
    incident.roles = (*(one for one in incident.roles if one[0] != role), (role, who))
    for one in (before, who):
        if one in state.analysts:
            _weigh(state, one)
    if who in state.analysts:
        if role == COMMUNICATIONS:
            _plan_first_updates(state, ident)
        elif role == COMMAND and incident.halted >= 0:
            halted(state, ident)


def _weigh(state: State, who: str) -> None:
    """Set how much somebody's roles in open incidents slow their own work, percentage points."""
    rules, held = state.rules, _held(state, who)
    load = rules.scribe_speed if SCRIBE in held else 0
    if len(state.world.team) >= rules.large_desk and len(held) > 1:
        load += rules.roles_speed * (len(held) - 1)
    analyst = own_analyst(state, who)
    if analyst.role_load != load:
        analyst.role_load = load
        work.repace(state, analyst)


def _held(state: State, who: str) -> list[str]:
    return [
        role
        for one in state.incidents.values()
        if one.state == "open"
        for role, by in one.roles
        if by == who
    ]


def ended(state: State, ident: str, because: int) -> None:
    """Let the roles of an incident end with it: the record is there, and users hear the end."""
    scribe, voice = (holder(state, ident, role) for role in (SCRIBE, COMMUNICATIONS))
    for _, who in state.incidents[ident].roles:
        if who in state.analysts:
            _weigh(state, who)
    if scribe in state.analysts:
        own_incident(state, ident).recorded = True
        note(
            state, "incident.recorded", "world", f"incident:{ident}", f"analyst:{scribe}", because,
            {"by": scribe, "entries": sum(e.subject == f"incident:{ident}" for e in state.log)},
        )  # fmt: skip
    if voice in state.analysts:
        minute = state.now + state.rules.update_minutes
        plan_due(state, minute, CLOCK_PHASE, "role-closing", ident)


# Incident lead ----------------------------------------------------------------------------------


def halted(state: State, ident: str) -> None:
    """Plan the word of the incident lead to somebody who waits for one, if it is theirs to give."""
    incident = state.incidents[ident]
    by = holder(state, ident, COMMAND)
    own = authority.refusal(state, (Need((incident.asks,)),)) is None
    if by in state.analysts and own:
        minute = state.now + state.rules.word_minutes
        plan_due(state, minute, STORY_PHASE, "role-word", ident, incident.halted)


def word(state: State, ident: str, since: int) -> None:
    """Handle the minute at which the incident lead tells somebody to go on."""
    incident, by = state.incidents[ident], holder(state, ident, COMMAND)
    if incident.halted != since or incident.unasked or not _here(state, by):
        return
    entry = note(
        state, "incident.approved", "world", f"incident:{ident}", f"analyst:{by}", -1,
        {"to": incident.who, "waited": state.now - incident.halted, "minutes": 0},
    )  # fmt: skip
    if by != incident.who:
        work.lose_minutes(state, own_analyst(state, by), state.rules.word_minutes)
    responders.go_on(state, ident, entry)


def _here(state: State, who: str) -> bool:
    return who in state.analysts and state.analysts[who].place == "desk"


# Communications ---------------------------------------------------------------------------------


def _users(state: State, ident: str) -> list[str]:
    return [
        who for who in trust.concerned(state, ident)
        if state.plan.stakeholders[who].audience == "users"
    ]  # fmt: skip


def _plan_first_updates(state: State, ident: str) -> None:
    """Plan an update for users: when it is due, or soon where they have not heard of it."""
    for who in _users(state, ident):
        one = state.stakeholders[who]
        minute = state.now + state.rules.update_minutes
        if ident in one.about:
            minute = max(minute, one.due)
        plan_due(state, minute, CLOCK_PHASE, "role-update", who, one.version)


def plan_update(state: State, who: str, ident: str, due: int) -> None:
    """Plan the next update of somebody, if communications are in an analyst's hands."""
    given = holder(state, ident, COMMUNICATIONS) in state.analysts
    if given and who in _users(state, ident) and due <= state.world.length:
        plan_due(state, due, CLOCK_PHASE, "role-update", who, state.stakeholders[who].version)


def update(state: State, who: str, version: int) -> None:
    """Handle the minute of an update: sent with what is known, unless somebody was sooner."""
    ident = trust.burning(state, who)
    if state.stakeholders[who].version == version and ident:
        _send(state, who, ident, closing=False)


def closing(state: State, ident: str, _version: int) -> None:
    """Handle the minute at which communications tell users that it is over."""
    for who in _users(state, ident):
        if f"closed:{ident}" not in state.stakeholders[who].told:
            _send(state, who, ident, closing=True)


def _send(state: State, who: str, ident: str, closing: bool) -> None:
    by = holder(state, ident, COMMUNICATIONS)
    if not _here(state, by):
        return
    work.lose_minutes(state, own_analyst(state, by), state.rules.update_minutes)
    entry = note(
        state, "stakeholder.told", "world", f"stakeholder:{who}", f"analyst:{by}", -1,
        {"about": ident, "facts": tuple(f for f in state.facts if _plain(state, f))},
    )  # fmt: skip
    one = own_stakeholder(state, who)
    one.told = tuple(dict.fromkeys((*one.told, *(f for f in state.facts if _plain(state, f)))))
    own_incident(state, ident).worded = True
    trust.word_given(state, who, ident, entry, closing=closing)


def _plain(state: State, fact: str) -> bool:
    return not state.plan.facts[fact].technical


# Several roles in one pair of hands -------------------------------------------------------------


def known(state: State, ident: str) -> None:
    """Plan what several roles cost the trainee in a P1 on a large desk."""
    rules, world = state.rules, state.world
    used = not world.acts or "give-role" in world.acts
    if used and len(world.team) >= rules.large_desk and state.plan.incidents[ident].severity == 1:
        plan_due(state, state.now + rules.split_every, STORY_PHASE, "role-split", ident)


def split(state: State, ident: str, _version: int) -> None:
    """Handle a quarter of an hour in which the trainee held several roles: minutes go to that."""
    from simulator.engine.agenda import occupy  # the agenda carries effects out

    if state.incidents[ident].state != "open":
        return
    rules = state.rules
    mine = sum(holder(state, ident, r) == LEAD for r in (COMMAND, COMMUNICATIONS, SCRIBE))
    if mine > 1:
        minutes = rules.split_minutes * (mine - 1)
        note(
            state, "lead.split", "world", LEAD, "desk", -1,
            {"about": ident, "roles": mine, "minutes": minutes},
        )  # fmt: skip
        occupy(state, minutes)
    plan_due(state, state.now + rules.split_every, STORY_PHASE, "role-split", ident)
