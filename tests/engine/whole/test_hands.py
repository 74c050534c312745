"""Every ticket is in one place, nobody has two things in hand, and no minute is lost."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from simulator.engine import api
from simulator.engine.records import IN_TALK

if TYPE_CHECKING:
    from simulator.engine.state import State
    from tests.engine.whole.conftest import Whole

pairs = given(seed=st.integers(0, 10_000), script=st.integers(0, 10_000))
# A shift is told by its seeds: there is nothing smaller to look for.
few = settings(
    max_examples=25, deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate)
)


def places(state: State) -> Counter[str]:
    """Return for each ticket in how many places it is."""
    found = Counter(state.waiting)
    for analyst in state.analysts.values():
        if analyst.task in state.tickets:
            found[analyst.task] += 1
        found.update(one for one in analyst.parked if one in state.tickets)
    found.update(t.id for t in state.tickets.values() if t.who == "lead")
    aside = ("deferred", "waiting-lead")
    found.update(t.id for t in state.tickets.values() if t.state in aside)
    found.update(t.id for t in state.tickets.values() if t.resolved >= 0 or t.linked)
    return found


def check_hands(state: State) -> None:
    assert places(state) == Counter(state.tickets.keys())
    for ticket in (one for one in state.tickets.values() if one.resolved < 0):
        if ticket.who in state.analysts:
            assert state.analysts[ticket.who].task == ticket.id
        if ticket.state == "waiting-lead":
            assert ticket.parked_by in state.analysts
        elif ticket.parked_by:
            assert ticket.id in state.analysts[ticket.parked_by].parked
        if ticket.speed:
            assert ticket.who in state.analysts
            assert state.analysts[ticket.who].place == "desk"
    for who, analyst in state.analysts.items():
        assert (who in state.idle) == (analyst.place == "desk" and not analyst.task), who
        if analyst.place not in ("desk", IN_TALK):
            assert not analyst.task
        if analyst.place == IN_TALK and analyst.task in state.tickets:
            assert not state.tickets[analyst.task].speed
        if analyst.task in state.incidents:
            incident = state.incidents[analyst.task]
            joined = [one for one, _ in incident.joined]
            assert who in (incident.who, incident.beside, *joined)
            assert incident.who in state.analysts or who in joined
            assert incident.state != "resolved"
    for ident, incident in state.incidents.items():
        if incident.working:
            assert state.analysts[incident.who].task == ident
        holders = [w for w, a in state.analysts.items() if ident in (a.task, *a.parked)]
        assert set(holders) <= {incident.who, incident.beside, *dict(incident.joined)}
    keys = [(state.tickets[i].priority, state.tickets[i].number) for i in state.waiting]
    assert keys == sorted(keys)
    mine = [t.id for t in state.tickets.values() if t.who == "lead"]
    assert len(mine) <= 1


@settings(few, max_examples=15)
@pairs
def test_every_ticket_is_in_one_place_and_nobody_has_two_things(
    whole: Whole, seed: int, script: int
) -> None:
    _, acts = whole.shift(seed, script)
    state = api.open_shift(whole.world, seed)
    counted = 0
    while not state.over:
        check_hands(state)
        counted += sum(t.resolved < 0 for t in state.tickets.values())
        api.advance(state, state.now + 1, [g for g in acts if g.at == state.now])
    check_hands(state)
    check_little(state, counted)


def check_little(state: State, counted: int) -> None:
    """Minutes in the system, counted at the desk, are those that the log tells ticket by ticket."""
    arrived: dict[str, int] = {}
    done: dict[str, int] = {}
    for entry in state.log:
        if entry.kind == "ticket.arrived":
            assert entry.subject not in arrived
            arrived[entry.subject] = entry.at
        elif entry.kind == "ticket.resolved":
            assert entry.subject not in done
            assert entry.data["minutes"] == entry.at - arrived[entry.subject]
            done[entry.subject] = entry.at
        elif entry.kind == "ticket.declined":
            done[entry.subject] = entry.at
    assert set(arrived) == {f"ticket:{ident}" for ident in state.tickets}
    assert len(done) == state.resolved
    assert counted == sum(done.get(one, state.now) - at for one, at in arrived.items())


@few
@pairs
def test_lead_minutes_are_those_of_the_acts(whole: Whole, seed: int, script: int) -> None:
    """Nobody, the lead included, does two things in one minute; every minute is accounted for."""
    state, _ = whole.shift(seed, script)
    ends = ("act.done", "act.left", "act.failed", "act.withdrawn")
    open_, spent, free_from = -1, 0, 0
    for entry in state.log:
        if entry.kind == "act.begun":
            assert open_ < 0
            assert entry.at >= free_from
            open_ = int(str(entry.data["number"]))
        elif entry.kind in ends and int(str(entry.data["number"])) == open_:
            open_, free_from = -1, entry.at
            spent += int(str(entry.data.get("minutes", 0)))
    occupied = sum(state.lead.family.values()) - spent
    # What a scene took up besides is spent on the desk, four minutes at a time in this world.
    assert occupied >= 0
    assert occupied % 4 == 0 or state.lead.hand is not None
