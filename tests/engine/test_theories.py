"""Theories: what comes to mind, who looks into which, and what a wrong one costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.world import Risk, Step, Theory, Way

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit

STEPS = (Step("fix", "it is fixed", 5, needs=("node",), effect="mitigates"),)
THEORIES = (
    Theory("disk", "the disk is full", 12, rules_out="shots"),
    Theory("node", "one node is ill", 6, holds=True, reveals=("node",), skill="app"),
    Theory("late", "the certificate ran out", 6, hints=("why",)),
)


def outage(kit: Kit, skill: int = 4, rules: Any = None, **more: Any) -> Desk:
    """Return a desk on which the portal fails at 10; its one step needs the right theory."""
    fields: dict[str, Any] = {"steps": STEPS, "theories": THEORIES} | more
    return kit.desk(kit.world(
        kit.analyst("ana", skills={"net": skill, "app": 2}), kit.analyst("ben"),
        incidents=(kit.incident(**fields),), storyline=(kit.learn("down", at=12),),
        rules=rules or kit.with_rules(step_sigma=0),
    )).to(12)  # fmt: skip


def test_a_theory_directed_at_is_tested_and_ruled_out(kit: Kit) -> None:
    desk = outage(kit, steps=(Step("find", "found", 30),))
    desk.do(shapes.Assign("portal", "ana"))
    desk.do(shapes.Investigate("portal", "disk"))
    begun = desk.all("incident.theory-begun", theory="disk")[-1]
    desk.to(60)
    refuted = desk.one("incident.theory-refuted", "incident:portal")
    assert refuted.data["theory"] == "disk"
    assert refuted.at - begun.at == 12
    assert desk.one("fact.learned", fact="shots").at == refuted.at
    assert desk.give(shapes.Investigate("portal", "disk")) == "investigate.settled"


def test_the_right_theory_opens_the_way_to_the_step(kit: Kit) -> None:
    desk = outage(kit)
    desk.do(shapes.Assign("portal", "ana"))
    desk.do(shapes.Investigate("portal", "node"))
    desk.to(60)
    confirmed = desk.one("incident.theory-confirmed", theory="node")
    assert desk.one("fact.learned", fact="node").at == confirmed.at
    assert desk.one("incident.mitigated").at > confirmed.at


def test_the_skill_of_the_theory_sets_its_pace(kit: Kit) -> None:
    desk = outage(kit)
    desk.do(shapes.Assign("portal", "ana"))
    desk.do(shapes.Investigate("portal", "node"))
    desk.to(60)
    begun = desk.all("incident.theory-begun", theory="node")[-1]
    # Six minutes of work, two points of skill short: 45 %.
    assert desk.one("incident.theory-confirmed").at - begun.at == 13


def test_without_a_hint_a_theory_comes_to_nobodys_mind(kit: Kit) -> None:
    desk = outage(kit)
    desk.do(shapes.Assign("portal", "ana"))
    assert desk.give(shapes.Investigate("portal", "late")) == "investigate.unknown"
    assert "late" not in [one for one, _, _ in api.view(desk.state).incident("portal").theories]


@pytest.mark.parametrize(("skill", "low", "high"), [(0, 5, 30), (5, 55, 95)])
def test_a_weaker_skill_begins_with_the_wrong_theory_more_often(
    kit: Kit, skill: int, low: int, high: int
) -> None:
    right = 0
    for seed in range(100):
        ana = kit.analyst("ana", skills={"net": skill})
        world = kit.world(
            ana, incidents=(kit.incident(steps=STEPS, theories=THEORIES[:2]),),
            storyline=(kit.learn("down", at=12),), rules=kit.with_rules(step_sigma=0),
        )  # fmt: skip
        desk = kit.desk(world, seed).to(12)
        desk.do(shapes.Assign("portal", "ana"))
        right += desk.one("incident.theory-begun").data["theory"] == "node"
    assert low <= right <= high


def test_an_act_on_a_wrong_theory_changes_nothing_or_makes_it_worse(kit: Kit) -> None:
    way = Way("clean", "rollback", "clean the disk", theory="disk", mitigates=True,
              risk=Risk("everybody is out", 9))  # fmt: skip
    again = Way("again", "workaround", "try again")
    for worse in (0, 1000):
        rules = kit.with_rules(step_sigma=0, mistaken_worse=worse)
        desk = outage(kit, rules=rules, ways=(way, again))
        desk.do(shapes.Rollback("portal", "clean", if_fails="again"))
        assert desk.one("incident.rolled-back").data["tested"] is False
        assert len(desk.all("incident.worsened")) == bool(worse)
        assert len(desk.all("incident.no-better")) == (not worse)
        assert not desk.all("incident.mitigated")
        assert desk.state.incidents["portal"].ways == ("clean", "again")


def test_the_step_set_aside_for_a_theory_is_gone_on_with(kit: Kit) -> None:
    desk = outage(kit, steps=(Step("find", "found", 20, reveals=("node",)),))
    desk.do(shapes.Assign("portal", "ana"))
    began = desk.one("incident.step-begun").at
    desk.to(began + 10)
    desk.do(shapes.Investigate("portal", "disk"))
    desk.to(120)
    # Twenty minutes of the step and twelve of the theory.
    assert desk.one("incident.found").at == began + 32


def test_the_lead_who_takes_it_over_goes_on_with_the_step(kit: Kit) -> None:
    desk = outage(kit, steps=(Step("find", "found", 20, reveals=("node",)),))
    desk.do(shapes.Assign("portal", "ana"))
    desk.do(shapes.Investigate("portal", "disk"))
    desk.do(shapes.Take("portal"))
    assert desk.one("incident.found").actor == "lead"
    assert desk.state.incidents["portal"].testing == ""
