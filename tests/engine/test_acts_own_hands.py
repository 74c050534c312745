"""Looking in, doing it yourself, leaving it, taking an act back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes

if TYPE_CHECKING:
    from tests.engine.conftest import Kit

STYLES = ("show", "alongside", "on-call", "hand-over")


# Look in ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("wait", "agreed"), [(1, False), (12, True), (20, True)])
def test_an_agreed_look_in_costs_nothing(kit: Kit, wait: int, agreed: bool) -> None:
    desk = kit.pair(kit.ticket("a", skill="app", effort=100, at=1)).to(1)
    desk.do(shapes.Assign("a", "ben", check_in=20))
    given = desk.state.now
    desk.to(given + wait).do(shapes.CheckIn("ben"))
    entry = desk.one("analyst.checked-in")
    assert entry.data == {"agreed": 20 if agreed else -1, "task": "a", "minutes": 2}
    desk.to(240)
    assert desk.one("ticket.resolved").at == 1 + 100 + (0 if agreed else 5)
    hurt = [e.data["change"] for e in desk.all("analyst.morale-changed", why="look-in")]
    assert hurt == ([] if agreed else [-3])
    assert bool(desk.all("analyst.stress-changed", why="look-in")) is not agreed
    trust = desk.one("analyst.trust-changed", "analyst:ben")
    assert (trust.data["change"], trust.because) == (1 if agreed else -2, entry.number)


def test_a_look_in_that_comes_late_was_agreed_and_is_over_with(kit: Kit) -> None:
    desk = kit.pair(kit.ticket("a", skill="app", effort=100, at=1)).to(1)
    desk.do(shapes.Assign("a", "ben", check_in=20))
    desk.to(33).do(shapes.CheckIn("ben"))
    assert desk.one("analyst.checked-in").data == {
        "agreed": 20, "late": 15, "task": "a", "minutes": 2,
    }  # fmt: skip
    assert not list(api.view(desk.state).check_ins())
    desk.to(240)
    assert desk.one("ticket.resolved").at == 1 + 100
    assert not desk.all("analyst.morale-changed", why="look-in")
    assert not desk.all("analyst.trust-changed", "analyst:ben")


def test_only_three_look_ins_an_hour_hurt(kit: Kit) -> None:
    desk = kit.pair(kit.ticket("a", effort=150))
    for _ in range(5):
        desk.do(shapes.CheckIn("ana"))
    assert len(desk.all("analyst.morale-changed", why="look-in")) == 3
    assert len(desk.all("analyst.stress-changed", why="look-in")) == 5
    desk.to(75).do(shapes.CheckIn("ana"))
    assert len(desk.all("analyst.morale-changed", why="look-in")) == 4


def test_a_look_in_brings_what_was_found_unasked(kit: Kit) -> None:
    ana = kit.analyst("ana", skills={"net": 4}, habits=frozenset({"takes-every-p1"}))
    desk = kit.desk(kit.world(ana, incidents=(kit.incident(),))).to(40)
    assert desk.state.incidents["portal"].unasked
    assert not desk.all("fact.learned")
    desk.do(shapes.CheckIn("ana"))
    assert [e.data["fact"] for e in desk.all("fact.learned")] == ["node"]


# Do it yourself ---------------------------------------------------------------------------------


def test_own_hands_are_a_tenth_faster_and_shut_the_agenda(kit: Kit) -> None:
    desk = kit.pair(kit.ticket("a", skill="lab", effort=22), incidents=(kit.incident(),),
                     storyline=(kit.learn("down", at=12),)).to(5)  # fmt: skip
    assert desk.give(shapes.Take("a")) == ""
    assert desk.give(shapes.Brief()) == ""
    agenda = api.view(desk.state).agenda()
    assert agenda.in_hand is not None
    assert (agenda.in_hand.until, agenda.free_at) == (25, 29)
    desk.to(6)
    assert (desk.state.tickets["a"].who, desk.state.waiting) == ("lead", [])
    desk.to(40)
    taken, done = desk.one("ticket.taken"), desk.one("ticket.resolved")
    assert (taken.at, taken.data) == (25, {"minutes": 20, "p1_open": True, "done": True})
    assert (done.cause, done.actor, done.data["by"]) == ("lead", "lead", "lead")
    assert desk.one("order.briefed").at == 29


def test_taking_from_somebody_s_hands_costs_goodwill(kit: Kit) -> None:
    desk = kit.pair(kit.ticket("a", effort=33), kit.ticket("b", at=1, effort=10)).to(10)
    desk.give(shapes.Take("a"))
    assert desk.state.lead.until == 10 + 21  # 23 minutes are left, done a tenth faster
    desk.to(11)
    change = desk.one("analyst.morale-changed", "analyst:ana")
    assert (change.data["change"], change.data["why"]) == (-4, "taken")
    assert desk.one("analyst.trust-changed", change.subject).data["change"] == -4
    assert desk.state.analysts["ana"].task == "b"


def test_what_is_left_goes_back_with_what_was_done(kit: Kit) -> None:
    desk = kit.pair(kit.ticket("a", skill="lab", effort=44), kit.ticket("b")).to(5)
    desk.give(shapes.Take("a"))
    desk.to(15)
    assert desk.give(shapes.Leave()) == ""
    left, taken = desk.one("act.left"), desk.one("ticket.taken")
    assert (left.data["act"], left.data["minutes"]) == ("take", 10)
    assert (taken.data["minutes"], taken.data["done"]) == (10, False)
    assert desk.state.tickets["a"].left == (44 - 11) * 10_000
    assert "a" in desk.state.waiting
    assert desk.state.lead.until == 17  # the note
    desk.to(20)
    assert dict(desk.state.lead.family) == {"delegate": 12}


def test_what_is_left_goes_to_somebody_idle_at_once(kit: Kit) -> None:
    desk = kit.pair(kit.ticket("a", at=3, effort=44)).to(3)
    desk.give(shapes.Take("a"))
    desk.to(10)
    desk.give(shapes.Leave())
    started = desk.all("ticket.started")[-1]
    assert (started.at, started.data["to"], started.data["pulled"]) == (10, "ana", True)
    assert (started.data["waited"], started.data["first"]) == (7, False)


def test_leaving_what_was_not_begun_disturbs_nobody(kit: Kit) -> None:
    desk = kit.pair(kit.ticket("a", effort=30)).to(5)
    desk.give(shapes.Take("a"))
    desk.give(shapes.Leave())
    desk.to(40)
    assert desk.one("ticket.resolved").data["by"] == "ana"
    assert desk.one("ticket.resolved").at == 30
    assert not desk.all("analyst.morale-changed", why="taken")


def test_the_lead_s_own_step_on_an_incident_finds_what_it_finds(kit: Kit) -> None:
    desk = kit.pair(incidents=(kit.incident(),), storyline=(kit.learn("down", at=12),)).to(12)
    desk.do(shapes.Take("portal"))
    taken = desk.one("incident.taken")
    assert taken.data == {"step": "find", "minutes": 9, "p1_open": True}
    assert desk.one("fact.learned", fact="node").at == 21
    assert desk.state.incidents["portal"].who == ""


def test_a_step_that_somebody_has_begun_takes_the_rest_of_it(kit: Kit) -> None:
    story = (kit.learn("down", at=12),)
    desk = kit.pair(incidents=(kit.incident(),), storyline=story).to(12)
    desk.do(shapes.Assign("portal", "ana"))
    desk.to(20)
    assert api.view(desk.state).cost(shapes.Take("portal")) == 5  # half of ten minutes is left
    desk.do(shapes.Take("portal"))
    assert desk.one("incident.taken").data["minutes"] == 5
    assert desk.one("analyst.morale-changed", why="taken").subject == "analyst:ana"


def test_an_incident_the_lead_puts_down_is_opened_by_who_takes_every_p1(kit: Kit) -> None:
    ana = kit.analyst("ana", skills={"net": 4}, habits=frozenset({"takes-every-p1"}))
    world = kit.world(ana, incidents=(kit.incident(),), storyline=(kit.learn("down", at=11),))
    desk = kit.desk(world).to(11)
    desk.give(shapes.Take("portal"))
    desk.to(17)
    desk.give(shapes.Leave())
    assert desk.one("incident.taken").data["minutes"] == 6
    assert desk.state.incidents["portal"].who == ""
    desk.to(24)
    assert desk.one("incident.opened").at == 22
