"""Declare, order a way out, record a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.world import DecisionSpec, Effect, Reason, Risk, Way

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit

WAYS = (
    Way("again", "workaround", "try again"),
    Way("drain", "rollback", "take one out", needs=("node",), mitigates=True),
    Way("reset", "rollback", "reset", risk=Risk("all are out", 14, certain=True)),
)


def desk_with(kit: Kit, *known: str, **more: Any) -> Desk:
    """Return a desk at minute 20, the portal known since 12."""
    world = kit.world(
        incidents=(kit.incident(ways=WAYS, contacts=None),),
        storyline=(kit.learn("down", *known, at=12),),
        stakeholders=(kit.person("cfo", expects={1: 30}),), **more,
    )  # fmt: skip
    return kit.desk(world).to(20)


def test_declaring_says_since_when_and_how_severe(kit: Kit) -> None:
    desk = desk_with(kit)
    desk.do(shapes.Declare("portal", 2))
    entry = desk.one("incident.declared")
    assert (entry.at, entry.data) == (22, {"severity": 2, "since": 10, "minutes": 2})
    view = api.view(desk.state).incident("portal")
    assert (view.declared, view.severity) == (True, 2)
    desk.do(shapes.Declare("portal", 1))
    assert api.view(desk.state).incident("portal").severity == 1


def test_a_workaround_changes_how_things_stand_for_everybody(kit: Kit) -> None:
    desk = desk_with(kit)
    desk.do(shapes.Workaround("portal", "again"))
    entry = desk.one("incident.workaround")
    assert (entry.at, entry.data) == (22, {"way": "again", "minutes": 2})
    assert desk.state.incidents["portal"].workaround
    assert not desk.all("incident.mitigated")


def test_a_way_can_bring_the_service_back(kit: Kit) -> None:
    desk = desk_with(kit, "node")
    desk.do(shapes.Workaround("portal", "drain"))
    back = desk.one("incident.mitigated")
    assert (back.cause, back.actor, back.data) == ("lead", "lead", {"after": 12, "by": "lead"})
    assert api.view(desk.state).incident("portal").state == "mitigated"


def test_a_way_can_make_things_worse(kit: Kit) -> None:
    desk = desk_with(kit)
    desk.do(shapes.Workaround("portal", "reset"))
    worse = desk.one("incident.worsened")
    assert (worse.cause, worse.actor) == ("lead", "lead")
    assert worse.data == {"what": "reset", "minutes": 14, "by": "lead"}
    assert desk.one("stakeholder.trust-changed").data["change"] == -6
    assert api.view(desk.state).incident("portal").worse_until == 36
    desk.to(40)
    assert desk.one("incident.eased").at == 36
    assert api.view(desk.state).incident("portal").worse_until is None


@pytest.mark.parametrize(
    ("why", "threshold", "if_fails"), [((), None, ""), (("bank", "pay"), 60, "cash")]
)
def test_a_decision_is_recorded_with_what_it_says(
    kit: Kit, why: tuple[str, ...], threshold: int | None, if_fails: str
) -> None:
    decision = DecisionSpec(
        "paper", "Paper from {time}.", (Reason("bank", "the bank"), Reason("pay", "payday")),
        (Reason("cash", "cash"),), effects=(Effect("set", "paper"),),
    )  # fmt: skip
    desk = desk_with(kit, decisions=(decision,))
    assert [one.made for one in api.view(desk.state).decisions()] == [False]
    desk.do(shapes.Decide("paper", why, threshold, if_fails))
    entry = desk.one("decision.recorded")
    assert (entry.at, entry.data) == (
        22,
        {"what": "paper", "why": why, "threshold": -1 if threshold is None else threshold,
         "if_fails": bool(if_fails), "minutes": 2},
    )  # fmt: skip
    flag = desk.one("flag.set")
    assert (flag.cause, flag.because) == ("lead", entry.number)
    assert [one.made for one in api.view(desk.state).decisions()] == [True]


@pytest.mark.parametrize(
    ("why", "threshold", "told"),
    [(("bank",), 60, {}), (("bank", "seen"), 60, {"beside_point": ("seen",)}),
     ((), 61, {"too_late": True}), (("seen",), None, {"beside_point": ("seen",)})],
)  # fmt: skip
def test_what_does_not_bear_on_a_decision_and_what_comes_too_late_is_told(
    kit: Kit, why: tuple[str, ...], threshold: int | None, told: dict[str, object]
) -> None:
    reasons = (Reason("bank", "the bank"), Reason("seen", "to be seen", bears=False))
    decision = DecisionSpec("paper", "Paper from {time}.", reasons, by=60)
    desk = desk_with(kit, decisions=(decision,))
    desk.do(shapes.Decide("paper", why, threshold, ""))
    data = desk.one("decision.recorded").data
    assert {key: data[key] for key in ("beside_point", "too_late") if key in data} == told
