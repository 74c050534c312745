"""A service that looks back: confirmed, found broken, or down again after the closing word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.engine.acts import shapes
from simulator.engine.world import Follows, Recovery, Risk, Span, Step, Way, Wording, always

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit

FAIL_OVER = Way("over", "rollback", "over the second line", mitigates=True)


def outage(kit: Kit, holds: int = 0, **more: Any) -> Desk:
    """Return a desk whose one way out holds with this chance; the trouble shows after 20."""
    fields: dict[str, Any] = {
        "ways": (FAIL_OVER,), "recovery": Recovery(holds, Span(20, 20)),
    } | more  # fmt: skip
    world = kit.world(
        incidents=(kit.incident(**fields),), storyline=(kit.learn("down", at=12),),
        stakeholders=(kit.person("cfo", expects={1: 200}),),
        wordings=(Wording("over", "closing", "it is over"),),
    )  # fmt: skip
    return kit.desk(world).to(12)


def test_users_find_at_once_what_would_show_later(kit: Kit) -> None:
    desk = outage(kit)
    desk.do(shapes.Rollback("portal", "over"))
    desk.do(shapes.Verify("portal"))
    assert desk.one("incident.not-back", how="users").at == desk.one("incident.relapsed").at
    assert desk.state.incidents["portal"].state == "open"
    assert desk.give(shapes.Rollback("portal", "over")) == ""


def test_monitoring_sees_only_what_it_can(kit: Kit) -> None:
    for sees in (False, True):
        desk = outage(kit, recovery=Recovery(0, Span(20, 20), monitoring=sees))
        desk.do(shapes.Rollback("portal", "over"))
        desk.do(shapes.Verify("portal", "monitoring"))
        assert bool(desk.all("incident.not-back")) is sees
        assert bool(desk.all("incident.verified")) is not sees


def test_unconfirmed_it_is_down_again_and_the_closing_word_untrue(kit: Kit) -> None:
    desk = outage(kit)
    desk.do(shapes.Rollback("portal", "over"))
    back = desk.one("incident.mitigated").at
    desk.do(shapes.Message("cfo", "portal", (desk.element("closing", "over"),)))
    trust = desk.state.stakeholders["cfo"].trust
    desk.to(60)
    assert desk.one("incident.relapsed").at == back + 20
    assert desk.state.stakeholders["cfo"].trust == trust + kit.rules.trust_broken


def test_what_holds_is_confirmed_once(kit: Kit) -> None:
    desk = outage(kit, holds=1000)
    assert desk.give(shapes.Verify("portal")) == "verify.not-back"
    desk.do(shapes.Rollback("portal", "over"))
    desk.do(shapes.Verify("portal"))
    desk.one("incident.verified", how="users")
    assert desk.give(shapes.Verify("portal")) == "verify.done"
    desk.to(120)
    assert not desk.all("incident.relapsed")


def test_a_step_that_did_not_hold_is_done_anew(kit: Kit) -> None:
    fix = Step("fix", "fixed", 5, effect="mitigates")
    desk = outage(kit, steps=(Step("find", "found", 10), fix))
    desk.do(shapes.Assign("portal", "ana"))
    desk.to(60)
    assert len(desk.all("incident.mitigated")) == 1
    desk.to(120)
    assert len(desk.all("incident.relapsed")) >= 1
    desk.do(shapes.Assign("portal", "ana"))
    desk.to(180)
    assert len(desk.all("incident.found", step="fix")) >= 2


def test_taking_a_way_back_ends_what_it_broke(kit: Kit) -> None:
    risky = Way("risky", "workaround", "over the old line", risk=Risk("out", 40, certain=True))
    desk = outage(kit, ways=(risky,))
    desk.do(shapes.Workaround("portal", "risky"))
    desk.do(shapes.Reverse("portal", "risky"))
    assert desk.one("incident.eased").at == desk.one("incident.reversed").at
    assert desk.give(shapes.Reverse("portal", "risky")) == "reverse.not-in-place"


def test_taking_back_what_held_it_up_brings_it_down(kit: Kit) -> None:
    desk = outage(kit, holds=1000)
    desk.do(shapes.Rollback("portal", "over"))
    desk.do(shapes.Reverse("portal", "over"))
    assert desk.one("incident.relapsed").cause == "lead"


def test_a_way_that_breaks_something_starts_the_next_incident(kit: Kit) -> None:
    risky = Way("risky", "rollback", "restart", risk=Risk("out", 9, certain=True))
    gate = kit.incident("gate", starts=999, follows=Follows("portal", "risky", always(5)))
    world = kit.world(
        incidents=(kit.incident(ways=(risky,)), gate), storyline=(kit.learn("down", at=12),)
    )
    left_alone = kit.desk(world).to(240)
    assert not left_alone.all("incident.started", "incident:gate")
    desk = kit.desk(world).to(12)
    desk.do(shapes.Rollback("portal", "risky"))
    broke = desk.one("incident.worsened")
    desk.to(60)
    started = desk.one("incident.started", "incident:gate")
    assert started.at == broke.at + 5
    assert started.because >= desk.one("incident.rolled-back").number
