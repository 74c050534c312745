"""The lead's view shows what can be seen, and nothing behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api, seen
from simulator.engine.acts import shapes
from simulator.engine.world import Choice, ConflictSpec, Contacts, Step

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit


def desk_with(kit: Kit, *tickets: Any, **more: Any) -> Desk:
    """Return a desk whose portal fails at 10."""
    return kit.desk(kit.world(tickets=tickets, incidents=(kit.incident(),), **more))


# Tickets ----------------------------------------------------------------------------------------


def test_the_true_priority_shows_only_after_triage(kit: Kit) -> None:
    desk = desk_with(kit, kit.ticket("a", skill="lab", logged=3, true=1)).to(3)
    view = api.view(desk.state)
    assert (view.ticket("a").priority, view.ticket("a").triaged) == (3, False)
    assert view.header().p1 == 0
    desk.do(shapes.Triage("a"))
    assert (view.ticket("a").priority, view.ticket("a").triaged) == (1, True)
    assert view.header().p1 == 1
    assert "true" not in seen.TicketView.__annotations__


def test_a_ticket_that_has_not_come_in_is_not_there(kit: Kit) -> None:
    desk = desk_with(kit, kit.ticket("a", at=20)).to(3)
    view = api.view(desk.state)
    with pytest.raises(KeyError):
        view.ticket("a")
    assert not list(view.tickets())


def test_waiting_tickets_come_most_pressing_first(kit: Kit) -> None:
    tickets = (
        kit.ticket("a", skill="lab", logged=4), kit.ticket("b", skill="lab", logged=2),
        kit.ticket("c", at=5, skill="lab", logged=2), kit.ticket("mine", logged=1),
    )  # fmt: skip
    view = api.view(desk_with(kit, *tickets).to(6).state)
    assert [one.id for one in view.waiting()] == ["b", "c", "a"]
    assert [one.id for one in view.tickets()] == ["mine", "b", "c", "a"]


def test_time_left_is_that_of_the_next_target(kit: Kit) -> None:
    desk = desk_with(kit, kit.ticket("a", skill="lab"), kit.ticket("mine", effort=200)).to(50)
    view = api.view(desk.state)
    assert (view.ticket("a").respond_by, view.ticket("a").left) == (60, 10)
    assert (view.ticket("mine").respond_by, view.ticket("mine").left) == (None, 190)
    assert view.header().due_soon == 1
    desk.to(70)
    assert view.ticket("a").left == -10


def test_linked_duplicates_fold_into_their_incident(kit: Kit) -> None:
    contacts = Contacts(kit.kind("login", skill="lab"), ((0, 500),))
    world = kit.world(
        incidents=(kit.incident(contacts=contacts),), storyline=(kit.learn("down", at=30),)
    )
    desk = kit.desk(world).to(30)
    desk.do(shapes.Declare("portal"))
    view = api.view(desk.state)
    before = view.incident("portal")
    assert (before.linked, before.unlinked) == (0, len(list(view.tickets())))
    desk.do(shapes.Link("portal"))
    assert view.incident("portal").linked == len(desk.all("ticket.linked"))
    assert not [one for one in view.tickets() if one.arrived < 33]


# People -----------------------------------------------------------------------------------------


def test_no_figure_of_feeling_is_in_sight(kit: Kit) -> None:
    hidden = {"stress", "morale", "trust", "friction", "pace", "habits", "confidence"}
    for kind in (seen.AnalystView, seen.StakeholderView, seen.ConflictView, seen.IncidentView):
        assert hidden.isdisjoint(kind.__annotations__)


@pytest.mark.parametrize(
    ("give", "load"), [((), 1), ((("b", "ana"),), 2), ((("portal", "ana"),), 3)]
)
def test_place_and_load_show_at_once(kit: Kit, give: Any, load: int) -> None:
    tickets = (kit.ticket("a", effort=200), kit.ticket("b", effort=200))
    desk = desk_with(kit, *tickets, storyline=(kit.learn("down", at=12),)).to(12)
    for task, who in give:
        desk.do(shapes.Assign(task, who))
    assert api.view(desk.state).analyst("ana").load == load


def test_idle_minutes_and_absence_show(kit: Kit) -> None:
    team = (kit.analyst("ana"), kit.analyst("ben", arrives=60), kit.analyst("cy", absent=1000))
    view = api.view(kit.desk(kit.world(*team)).to(20).state)
    ana, ben, cy = view.team()
    assert (ana.place, ana.idle) == ("desk", 20)
    assert (ben.place, ben.until, ben.idle) == ("away", 60, 0)
    assert cy.place == "absent"


def test_friction_shows_with_its_first_sign(kit: Kit) -> None:
    pair = ConflictSpec("pair", ("ana", "ben"), 30, 20, "They do not talk.")
    desk = kit.desk(kit.world(kit.analyst("ana"), kit.analyst("ben"), conflicts=(pair,))).to(19)
    view = api.view(desk.state)
    assert list(view.conflicts()) == []
    desk.to(20)
    (shown,) = view.conflicts()
    assert (shown.between, shown.since, shown.sign) == (("ana", "ben"), 20, "first")


# Incidents --------------------------------------------------------------------------------------


def test_an_incident_nobody_knows_of_is_not_in_sight(kit: Kit) -> None:
    desk = desk_with(kit, storyline=(kit.learn("down", at=30),)).to(29)
    view = api.view(desk.state)
    assert list(view.incidents()) == []
    with pytest.raises(KeyError):
        view.incident("portal")
    assert not [e for e in view.new() if e.subject == "incident:portal"]
    desk.to(30)
    assert [(one.id, one.known_since) for one in view.incidents()] == [("portal", 30)]


def test_only_what_the_lead_knows_is_a_fact(kit: Kit) -> None:
    habits = frozenset({"takes-every-p1"})
    ana = kit.analyst("ana", skills={"net": 4}, habits=habits)
    desk = kit.desk(kit.world(ana, incidents=(kit.incident(),))).to(60)
    view = api.view(desk.state)
    assert "node" in desk.state.found
    assert list(view.facts()) == []
    desk.do(shapes.Ask("ana"))
    assert [(one.id, one.since) for one in view.facts()] == [("node", 62), ("why", 62)]


# What happened ----------------------------------------------------------------------------------


def test_new_entries_are_those_the_lead_could_see(kit: Kit) -> None:
    desk = desk_with(kit, kit.ticket("a")).to(30)
    view = api.view(desk.state)
    first = view.new()
    assert [e.kind for e in first] == [e.kind for e in desk.state.log if e.seen]
    assert not {"desk.reading", "incident.started"} & {e.kind for e in first}
    assert view.new() == []
    desk.to(90)
    assert {e.at for e in view.new()} <= set(range(31, 91))


def test_the_strip_holds_the_last_things_that_have_a_sentence(kit: Kit) -> None:
    desk = desk_with(kit, kit.ticket("a", effort=5), kit.ticket("b", at=3, effort=5)).to(40)
    strip = api.view(desk.state).strip(3)
    assert [e.kind for e in strip] == ["ticket.resolved", "ticket.started", "ticket.resolved"]
    assert [e.number for e in strip] == sorted((e.number for e in strip), reverse=True)


def test_looking_costs_nothing_and_changes_nothing(kit: Kit) -> None:
    """Ask a view everything it can tell, and run on: the same shift."""

    def build() -> Desk:
        scene = kit.scene("call", 20, Choice("ok", "Ok.", 1), within=30)
        people = (kit.person("cfo", expects={1: 30}),)
        return desk_with(
            kit, kit.ticket("a"), kit.ticket("b", at=25), stakeholders=people,
            storyline=(kit.learn("down", at=12), scene),
        ).to(30)  # fmt: skip

    looked, left = build(), build()
    view = api.view(looked.state)
    now, agenda = view.now, view.agenda()
    for name in ("tickets", "waiting", "all_tickets", "team", "stakeholders", "incidents", "facts",
                 "conflicts", "promises", "check_ins", "decisions", "scenes"):  # fmt: skip
        list(getattr(view, name)())
    list(view.questions("ana"))
    list(view.wordings("cfo", "portal"))
    for look in (view.header, view.scene, view.new, lambda: view.strip(5)):
        look()
    view.chance("luck")
    for act in (shapes.Brief(), shapes.Take("b"), shapes.Declare("portal"), shapes.Listen("ana")):
        assert view.possible(act) is None
        assert view.done_at(act) == now + view.cost(act)
    assert (view.now, view.agenda()) == (now, agenda)
    assert looked.to(240).state.log == left.to(240).state.log


def test_a_strategy_s_chance_is_its_own(kit: Kit) -> None:
    world = kit.world()
    drawn = [api.view(api.open_shift(world, seed)).chance("walk") for seed in range(300)]
    assert set(drawn) <= set(range(1000))
    assert len(set(drawn)) > 200
    one, other = api.open_shift(world, 5), api.open_shift(world, 5, luck=3)
    assert api.view(one).chance("walk") == api.view(one).chance("walk")
    assert api.view(one).chance("walk") == api.view(other).chance("walk")
    assert api.view(one).chance("talk") != api.view(one).chance("walk")


def test_the_agenda_tells_when_the_lead_is_free(kit: Kit) -> None:
    desk = desk_with(kit).to(5)
    view = api.view(desk.state)
    assert (view.agenda().in_hand, view.agenda().free_at) == (None, 5)
    desk.give(shapes.Brief())
    desk.give(shapes.Listen("ana"))
    agenda = view.agenda()
    assert agenda.in_hand is not None
    assert (agenda.in_hand.begun, agenda.in_hand.until) == (5, 9)
    assert [one.minutes for one in agenda.queued] == [5]
    assert (agenda.free_at, view.done_at(shapes.Declare("portal"))) == (14, 16)
    assert view.withdrawable() == 1


def test_acts_that_a_scenario_leaves_out_are_out_of_sight(kit: Kit) -> None:
    view = api.view(kit.desk(kit.world(acts=frozenset({"brief"}))).state)
    assert view.allowed("brief")
    assert not view.allowed("listen")


def test_steps_of_an_incident_stay_hidden(kit: Kit) -> None:
    """Neither the steps to come nor the true cause are in what the lead sees."""
    steps = (Step("find", "found", 5, reveals=("node",)),)
    world = kit.world(incidents=(kit.incident(steps=steps),), storyline=(kit.learn("down"),))
    desk = kit.desk(world).to(12)
    assert {"steps", "step", "left_work"}.isdisjoint(seen.IncidentView.__annotations__)
    assert [one.id for one in api.view(desk.state).facts()] == ["down"]
