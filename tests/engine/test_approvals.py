"""Tickets that stand still until somebody has approved them (B8, B117, B124)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.world import Answer, Authority, Span, TicketSpec

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit


def access(kit: Kit, at: int = 0, effort: int = 20) -> TicketSpec:
    """Return a ticket that needs the approval of an access."""
    return kit.ticket("access", at=at, effort=effort, approval="access")


def asked(kit: Kit, **ana: Any) -> Desk:
    """Return a desk on which ana has asked at minute 1 and does something else since."""
    return kit.alone(access(kit), kit.ticket("other", effort=30), **ana).to(1)


def test_who_needs_an_approval_asks_and_turns_to_other_work(kit: Kit) -> None:
    desk = asked(kit)
    entry = desk.one("ticket.halted")
    assert (entry.at, entry.actor, entry.data["asks"]) == (1, "analyst:ana", "access")
    assert desk.state.analysts["ana"].task == "other"
    seen = api.view(desk.state).ticket("access")
    assert (seen.state, seen.parked_by, seen.halted_since) == ("waiting-lead", "ana", 1)
    desk.to(240)
    assert desk.all("ticket.resolved", "ticket:access") == []


def test_a_go_ahead_ends_the_wait_and_says_how_long_it_was(kit: Kit) -> None:
    desk = asked(kit).to(10)
    desk.do(shapes.GoAhead("access"))
    entry = desk.one("ticket.approved")
    assert (entry.at, entry.cause) == (11, "lead")
    assert entry.data == {
        "asks": "access", "by": "lead", "to": "ana", "waited": 10, "expires": -1, "minutes": 1,
    }  # fmt: skip
    desk.to(240)
    # The other ticket is done at 31; one of twenty minutes was done before the question.
    assert desk.one("ticket.resolved", "ticket:access").at == 31 + 19


def test_somebody_idle_goes_on_at_once(kit: Kit) -> None:
    desk = kit.alone(access(kit)).to(5)
    desk.do(shapes.GoAhead("access"))
    assert desk.state.analysts["ana"].task == "access"
    assert desk.state.idle == []


def test_an_approval_given_beforehand_asks_nothing(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("other", effort=9), access(kit, at=1)).to(1)
    assert api.view(desk.state).ticket("access").permits == (("access", "access"),)
    desk.do(shapes.Assign("access", "ana", may=("access",)))
    desk.to(240)
    assert desk.all("ticket.halted") == []
    assert len(desk.all("ticket.resolved")) == 2


def test_an_exception_lapses_at_its_minute(kit: Kit) -> None:
    desk = kit.alone(access(kit, effort=60)).to(5)
    desk.do(shapes.GoAhead("access", 30))
    assert desk.one("ticket.approved").data["expires"] == 30
    desk.to(31)
    assert desk.one("ticket.approval-lapsed").at == 30
    assert [e.at for e in desk.all("ticket.halted")] == [1, 30]


def test_an_approval_lapses_only_for_what_is_still_open(kit: Kit) -> None:
    desk = kit.alone(access(kit, effort=9)).to(5)
    desk.do(shapes.GoAhead("access", 60))
    desk.to(100)
    assert desk.all("ticket.approval-lapsed") == []


def test_who_acts_alone_goes_on_unapproved(kit: Kit) -> None:
    desk = asked(kit, habits=frozenset({"acts-alone"})).to(240)
    entry = desk.one("ticket.went-on")
    assert (entry.at, entry.data["waited"]) == (26, 25)
    assert desk.all("ticket.approved") == []
    assert desk.one("ticket.resolved", "ticket:access").at == 31 + 19


def test_the_next_person_asks_again(kit: Kit) -> None:
    desk = kit.pair(access(kit)).to(5)
    desk.do(shapes.Reassign("access", "ben"))
    desk.to(20)
    assert [e.data["by"] for e in desk.all("ticket.halted")] == ["ana", "ben"]


def test_what_somebody_else_has_to_allow_is_asked_of_them(kit: Kit) -> None:
    boss = kit.person("boss", "manager", grants=frozenset({"access"}), answer=Answer(Span(5, 5)))
    desk = kit.desk(kit.world(
        tickets=(access(kit),), stakeholders=(boss,), authority=Authority(ask={"access": "boss"}),
    )).to(3)  # fmt: skip
    assert desk.give(shapes.GoAhead("access")) == "authority.ask"
    assert desk.give(shapes.Take("access")) == "authority.ask"
    desk.do(shapes.Escalate("access", "boss", "access"))
    desk.to(20)
    entry = desk.one("ticket.approved")
    assert (entry.at, entry.actor, entry.cause) == (12, "stakeholder:boss", "world")
    assert entry.data["by"] == "boss"


@pytest.mark.parametrize("leaves", [20, None])
def test_a_ticket_whose_person_has_gone_waits_for_somebody_else(
    kit: Kit, leaves: int | None
) -> None:
    desk = kit.alone(access(kit), leaves=leaves).to(30)
    desk.do(shapes.GoAhead("access"))
    assert api.view(desk.state).ticket("access").state == ("new" if leaves else "in-progress")
