"""Work that is put off or declined: who is told, which clocks run, and what comes back (B65)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes

if TYPE_CHECKING:
    from tests.engine.conftest import Kit


def test_a_ticket_put_off_leaves_the_list_until_its_minute(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("first", effort=60), kit.ticket("later", at=1, effort=5)).to(2)
    desk.do(shapes.Defer("later", 90, "urgent-first"))
    entry = desk.one("ticket.deferred")
    assert (entry.at, entry.cause, entry.data["until"]) == (4, "lead", 90)
    assert entry.data["why"] == "urgent-first"
    assert [one.id for one in api.view(desk.state).waiting()] == []
    desk.to(89)
    assert desk.state.analysts["ana"].task == ""
    assert api.view(desk.state).ticket("later").until == 90
    desk.to(90)
    back = desk.one("ticket.due-back")
    assert desk.one("ticket.started", "ticket:later").because == back.number


def test_a_ticket_put_off_to_the_next_shift_stays_open(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("first", effort=30), kit.ticket("later", at=1)).to(2)
    desk.do(shapes.Defer("later"))
    desk.to(240)
    assert desk.all("ticket.started", "ticket:later") == []
    assert desk.one("shift.closed").data["open"] == 1
    assert api.view(desk.state).ticket("later").state == "deferred"


def test_the_response_clock_stops_and_the_resolution_clock_runs_on(kit: Kit) -> None:
    desk = kit.alone(
        kit.ticket("first", effort=200), kit.ticket("told", at=1, logged=2),
        kit.ticket("untold", at=1, logged=2),
    ).to(2)  # fmt: skip
    desk.do(shapes.Defer("told", 200, "no-time"))
    desk.to(150)
    missed = [(e.subject, e.data["target"]) for e in desk.all("ticket.breached")]
    assert ("ticket:untold", "respond") in missed
    assert ("ticket:told", "respond") not in missed
    assert ("ticket:told", "resolve") in missed


@pytest.mark.parametrize(("why", "lost"), [("not-ours", 5), ("", 15)])
def test_putting_off_costs_goodwill_and_most_without_a_reason(
    kit: Kit, why: str, lost: int
) -> None:
    desk = kit.alone(kit.ticket("first", effort=20), kit.ticket("later", at=1, effort=10)).to(2)
    desk.do(shapes.Defer("later", 30, why))
    desk.to(60)
    assert desk.one("ticket.resolved", "ticket:later").data["satisfaction"] == 90 - lost


def test_who_had_a_ticket_that_is_put_off_is_free_again(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("first", effort=60), kit.ticket("next", at=1, effort=9)).to(10)
    desk.do(shapes.Defer("first", 100, "urgent-first"))
    assert desk.state.analysts["ana"].task == "next"
    desk.to(200)
    # The ten minutes and the two of the act are kept.
    (again,) = [e for e in desk.all("ticket.started", "ticket:first") if e.at >= 100]
    assert desk.one("ticket.resolved", "ticket:first").at == again.at + 48


def test_a_ticket_put_off_can_be_given_to_somebody_before(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("first", effort=5), kit.ticket("later", at=1, effort=9)).to(2)
    desk.do(shapes.Defer("later", 100, "urgent-first"))
    desk.do(shapes.Assign("later", "ana"))
    desk.to(110)
    assert desk.one("ticket.resolved", "ticket:later").at < 100
    assert desk.all("ticket.due-back") == []


@pytest.mark.parametrize(("why", "earned"), [("not-allowed", 55), ("", 25)])
def test_a_declined_ticket_is_closed(kit: Kit, why: str, earned: int) -> None:
    desk = kit.alone(kit.ticket("first", effort=60), kit.ticket("no", at=1)).to(2)
    seen = api.view(desk.state)
    assert list(seen.declined()) == []
    desk.do(shapes.Decline("no", why))
    assert [one.id for one in seen.declined()] == ["no"]
    assert desk.one("ticket.declined").data["satisfaction"] == earned
    desk.to(240)
    assert desk.all("ticket.started", "ticket:no") == []
    assert desk.all("ticket.breached", "ticket:no") == []
    closed = desk.one("shift.closed").data
    assert (closed["open"], closed["resolved"]) == (0, 1)


@pytest.mark.parametrize(("true", "back"), [(1, 1), (2, 1), (3, 0)])
def test_something_urgent_that_was_declined_comes_back(kit: Kit, true: int, back: int) -> None:
    desk = kit.alone(kit.ticket("first", effort=60), kit.ticket("no", at=1, true=true)).to(2)
    desk.do(shapes.Decline("no", "not-ours"))
    desk.to(100)
    assert len(desk.all("ticket.returned", "ticket:no")) == back
