"""What can go wrong on an incident, who looks on, and what is somebody else's to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import looks, words
from simulator.engine.acts import shapes
from simulator.engine.world import Risk, Step

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit


# Risk -------------------------------------------------------------------------------------------


def test_a_step_that_goes_wrong_is_tried_again(kit: Kit) -> None:
    wrong = 0
    steps = (Step("fix", "fixed", 5, risk=Risk("all are out"), effect="mitigates"),)
    world = kit.world(
        incidents=(kit.incident(steps=steps),),
        storyline=(kit.learn("down", at=12),),
        rules=kit.with_rules(wrong_node=(500, 500, 500), lockout_stress=0, stress_p1=0),
    )
    for luck in range(30):
        desk = kit.desk(world, luck=luck).to(12)
        desk.do(shapes.Assign("portal", "ana"))
        desk.to(200)
        worse = [e.at for e in desk.all("incident.worsened")]
        wrong += len(worse)
        # Five minutes of work, fourteen of everybody out, and the step once more.
        assert worse == [20 + 19 * n for n in range(len(worse))]
        assert [e.at for e in desk.all("incident.eased")] == [at + 14 for at in worse]
        back = desk.all("incident.mitigated")
        assert [e.at for e in back] == ([20 + 19 * len(worse)] if back else [])
    assert 15 < wrong < 60


@pytest.mark.parametrize(
    ("stress", "beside", "odds"),
    [(20, None, 40), (62, None, 120), (80, None, 280), (80, "ben", 70)],
)
def test_odds_rise_with_stress_and_fall_with_second_eyes(
    kit: Kit, stress: int, beside: str | None, odds: int
) -> None:
    steps = (Step("fix", "fixed", 5, risk=Risk("all are out")),)
    team = (kit.analyst("ana", skills={"net": 4}, stress=stress), kit.analyst("ben"))
    world = kit.world(*team, incidents=(kit.incident(steps=steps),),
                      storyline=(kit.learn("down", at=12),), length=40)  # fmt: skip
    wrong = 0
    for luck in range(600):
        desk = kit.desk(world, luck=luck).to(12)
        desk.give(shapes.Assign("portal", "ana", beside=beside))
        wrong += bool(desk.to(24).all("incident.worsened"))
    expected = 600 * odds / 1000
    assert abs(wrong - expected) < 4 * (expected * (1 - odds / 1000)) ** 0.5


def test_an_untouched_service_fails_altogether(kit: Kit) -> None:
    desk = kit.desk(kit.world(incidents=(kit.incident(gone_by=(60, "gone"), quiet=True),))).to(120)
    worse = desk.one("incident.worsened")
    assert (worse.at, worse.data["what"], worse.actor) == (70, "untouched", "desk")
    known = desk.one("incident.known")
    assert (known.at, "unbroken" in known.data) == (70, False)


@pytest.mark.parametrize(("quiet", "told"), [(True, "is in order"), (False, "works again")])
def test_what_has_not_failed_is_put_in_order_and_does_not_work_again(
    kit: Kit, quiet: bool, told: str
) -> None:
    steps = (Step("fix", "fixed", 5, effect="mitigates"),)
    one = kit.incident(steps=steps, gone_by=(90, "gone"), quiet=quiet)
    desk = kit.desk(kit.world(incidents=(one,), storyline=(kit.learn("down", at=12),))).to(12)
    desk.do(shapes.Assign("portal", "ana"))
    over = desk.to(80).one("incident.mitigated")
    assert told in words.sentence(over, {}, str)
    assert over.data.get("unbroken", False) is quiet
    assert desk.one("incident.known").data.get("unbroken", False) is quiet
    assert looks.incident(desk.state, "portal").unbroken is quiet


# Somebody else's step ---------------------------------------------------------------------------


def test_the_desk_is_done_where_the_rest_is_somebody_else_s(kit: Kit) -> None:
    steps = (Step("find", "found", 10, reveals=("node",)),
             Step("renew", "renewed", 9, by="vendor", effect="resolves"))  # fmt: skip
    desk = kit.outage(steps=steps)
    desk.do(shapes.Assign("portal", "ana"))
    desk.to(25)
    assert desk.state.analysts["ana"].task == ""
    assert desk.give(shapes.Take("portal")) == "take.nothing-left"
    desk.do(shapes.Escalate("portal", "vendor", facts=("node",)))
    desk.to(80)
    assert desk.one("incident.resolved").at == 49
    assert desk.state.incidents["portal"].who == ""
    assert desk.one("incident.mitigated").actor == "stakeholder:vendor"


# A second pair of eyes ------------------------------------------------------------------------


def watched(kit: Kit, **ana: Any) -> Desk:
    """Return a desk where ana is on a risky step from 15 to 35, and ben looks on."""
    steps = (Step("fix", "fixed", 20, risk=Risk("all are out"), effect="mitigates"),)
    team = (
        kit.analyst("ana", skills={"net": 4}, stress=20, **ana),
        kit.analyst("ben", skills={"app": 4}, stress=20), kit.analyst("cy", stress=20),
    )  # fmt: skip
    desk = kit.desk(
        kit.world(
            *team, tickets=(kit.ticket("a", skill="app", effort=60),),
            incidents=(kit.incident(steps=steps),), storyline=(kit.learn("down", at=12),),
            rules=kit.with_rules(wrong_node=(0, 0, 0)),
        )
    ).to(12)  # fmt: skip
    desk.do(shapes.Assign("portal", "ana", beside="ben"))
    return desk


def test_a_second_pair_of_eyes_looks_on_during_a_risky_step(kit: Kit) -> None:
    desk = watched(kit)
    ben = desk.state.analysts["ben"]
    assert (ben.task, ben.parked) == ("portal", ("a",))
    assert desk.state.incidents["portal"].who == "ana"
    desk.to(35)
    assert desk.state.analysts["ben"].task == "a"
    desk.to(120)
    assert desk.one("ticket.resolved").at == 60 + 20  # set aside for twenty minutes, nothing lost


@pytest.mark.parametrize("beside", [None, "cy"])
def test_who_is_no_longer_needed_beside_goes_back_to_work(kit: Kit, beside: str | None) -> None:
    desk = watched(kit).to(20)
    desk.do(shapes.Assign("portal", "ana", beside=beside))
    assert desk.state.analysts["ben"].task == "a"


def test_nobody_looks_on_once_the_owner_has_gone(kit: Kit) -> None:
    desk = watched(kit, leaves=25).to(26)
    assert desk.state.incidents["portal"].who == ""
    assert desk.state.analysts["ben"].task == "a"


def test_nobody_looks_on_while_the_owner_is_away_from_it(kit: Kit) -> None:
    desk = watched(kit).to(18)
    desk.do(shapes.SendOnBreak("ana"))
    assert desk.state.analysts["ben"].task == "a"
    desk.to(29)
    assert [desk.state.analysts[who].task for who in ("ana", "ben")] == ["portal", "portal"]
    desk.to(60)
    assert desk.one("incident.mitigated").at == 35 + 10


def test_nobody_looks_on_while_the_owner_does_something_else(kit: Kit) -> None:
    desk = watched(kit).to(18)
    desk.do(shapes.Reassign("a", "ana"))
    assert [desk.state.analysts[who].task for who in ("ana", "ben")] == ["a", ""]


def test_who_is_set_free_does_not_take_what_was_just_given_away(kit: Kit) -> None:
    world = watched(kit).state.world
    tickets = (*world.tickets, kit.ticket("b", at=1, skill="app"))
    desk = kit.desk(replace(world, tickets=tickets)).to(12)
    desk.do(shapes.Assign("portal", "ana", beside="ben"))
    desk.do(shapes.Assign("b", "ana"))
    assert desk.state.tickets["b"].who == "ana"
    assert [desk.state.analysts[who].task for who in ("ana", "ben")] == ["b", "a"]


def test_two_risks_of_one_incident_are_drawn_apart(kit: Kit) -> None:
    steps = tuple(Step(name, name, 5, risk=Risk("all are out")) for name in ("one", "two"))
    incident = kit.incident(steps=steps)
    rules = kit.with_rules(wrong_node=(500, 500, 500), lockout_stress=0, stress_p1=0)
    story = (kit.learn("down", at=12),)
    world = kit.world(incidents=(incident,), storyline=story, rules=rules, length=32)
    firsts = []
    for luck in range(200):
        desk = kit.desk(world, luck=luck).to(12)
        desk.do(shapes.Assign("portal", "ana"))
        desk.to(25)
        if not desk.all("incident.worsened", what="one"):
            firsts.append(bool(desk.all("incident.worsened", what="two")))
    assert 60 < len(firsts) < 140
    assert abs(sum(firsts) - len(firsts) / 2) < 4 * (len(firsts) / 4) ** 0.5


def test_who_looked_on_at_a_risky_step_can_go_through_it_afterwards(kit: Kit) -> None:
    desk = watched(kit).to(20)
    assert desk.give(shapes.Review("ben", "portal")) == "review.not-theirs"
    desk.to(40)
    assert desk.give(shapes.Review("cy", "portal")) == "review.not-theirs"
    desk.do(shapes.Review("ben", "portal"))
    assert desk.one("analyst.reviewed").data["task"] == "portal"
