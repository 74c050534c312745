"""Planned changes, early signs, severity: what can be held back or called before it hurts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.world import (
    Alert,
    Answer,
    Contacts,
    Moment,
    PlannedChange,
    Risk,
    Span,
    Step,
    always,
)

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit


def desk_with(kit: Kit, **change: Any) -> Desk:
    """Return a desk at 20 with the portal open and a change planned for 60."""
    fields: dict[str, Any] = {"by": "boss", "harms": ("portal",), "risk": Risk("out", 9)} | change
    planned = PlannedChange("patch", "the patch", Moment("", always(60)), **fields)
    boss = kit.person("boss", "manager", grants=frozenset({"patch"}),
                      answer=Answer(Span(5, 5)))  # fmt: skip
    return kit.desk(kit.world(
        incidents=(kit.incident(),), changes=(planned,), stakeholders=(boss,),
        storyline=(kit.learn("down", at=12),),
    )).to(20)  # fmt: skip


def test_a_change_during_an_incident_makes_it_worse(kit: Kit) -> None:
    desk = desk_with(kit).to(70)
    assert desk.one("change.made").data["harm"] is True
    assert desk.one("incident.worsened", what="patch").at == 60


def test_a_frozen_change_harms_nobody(kit: Kit) -> None:
    desk = desk_with(kit)
    desk.do(shapes.FreezeChange("patch"))
    assert desk.one("change.frozen").data["needed"] is True
    desk.to(100)
    assert desk.one("change.held").at == 60
    assert not desk.all("incident.worsened")
    assert desk.give(shapes.FreezeChange("patch")) == "change.frozen"


def test_let_go_on_late_it_goes_on_at_once(kit: Kit) -> None:
    desk = desk_with(kit)
    desk.do(shapes.FreezeChange("patch"))
    desk.to(100)
    desk.do(shapes.UnfreezeChange("patch"))
    assert desk.one("change.made").at == desk.one("change.unfrozen").at
    assert desk.give(shapes.UnfreezeChange("patch")) == "change.made"


def test_freezing_without_need_costs_goodwill(kit: Kit) -> None:
    desk = desk_with(kit, harms=())
    desk.do(shapes.FreezeChange("patch"))
    change = desk.one("stakeholder.trust-changed", "stakeholder:boss")
    assert change.data["change"] == kit.rules.trust_frozen


def test_what_is_somebody_elses_to_hold_is_asked_for(kit: Kit) -> None:
    desk = desk_with(kit, allowed_by="boss")
    assert desk.give(shapes.FreezeChange("patch")) == "authority.ask"
    desk.do(shapes.Escalate("portal", "boss", "patch"))
    desk.to(100)
    assert desk.one("change.frozen").actor == "stakeholder:boss"
    assert not desk.all("change.made")


def test_a_change_nobody_told_of_is_unknown(kit: Kit) -> None:
    desk = desk_with(kit, known_by="why")
    assert desk.give(shapes.FreezeChange("patch")) == "change.unknown"
    assert not list(api.view(desk.state).changes())
    assert desk.give(shapes.UnfreezeChange("other")) == "change.unknown"


def test_an_early_sign_gives_time_before_users_notice(kit: Kit) -> None:
    kind = kit.kind("call")
    spec = kit.incident(
        known_by="", alert=Alert("odd figures", 3), visible=40,
        contacts=Contacts(kind, ((0, 900),)),
        steps=(Step("fix", "fixed", 10, effect="resolves"),),
    )  # fmt: skip
    world = kit.world(incidents=(spec,), rules=kit.with_rules(step_sigma=0))
    ignored = kit.desk(world).to(120)
    assert min(e.at for e in ignored.all("ticket.arrived")) >= 50
    desk = kit.desk(world).to(13)
    assert desk.one("incident.alerted").at == desk.one("incident.known").at == 13
    desk.do(shapes.Assign("portal", "ana"))
    desk.to(120)
    assert desk.one("incident.mitigated").data["unnoticed"] is True
    assert not desk.all("ticket.arrived")


def test_severity_decides_who_can_be_called(kit: Kit) -> None:
    boss = kit.person("boss", "manager", called_from=1, answer=Answer(Span(5, 5)),
                      expects={1: 30})  # fmt: skip
    desk = kit.desk(kit.world(
        incidents=(kit.incident(),), stakeholders=(boss,), storyline=(kit.learn("down", at=12),),
    )).to(12)  # fmt: skip
    assert desk.give(shapes.SetSeverity("portal", 1)) == "incident.not-declared"
    desk.do(shapes.Declare("portal", 2))
    assert desk.give(shapes.Escalate("portal", "boss")) == "escalate.severity"
    desk.do(shapes.SetSeverity("portal", 1))
    assert desk.one("incident.severity-set").data["lowered_early"] is False
    assert desk.give(shapes.Escalate("portal", "boss")) == ""


def test_lowering_severity_while_it_lasts_is_noticed(kit: Kit) -> None:
    desk = kit.desk(kit.world(
        incidents=(kit.incident(),), stakeholders=(kit.person("cfo", expects={1: 200}),),
        storyline=(kit.learn("down", at=12),),
    )).to(12)  # fmt: skip
    desk.do(shapes.Declare("portal", 1))
    desk.do(shapes.SetSeverity("portal", 3))
    assert desk.one("incident.severity-set").data["lowered_early"] is True
    trust = desk.one("stakeholder.trust-changed", "stakeholder:cfo")
    assert trust.data["change"] == kit.rules.trust_lowered
