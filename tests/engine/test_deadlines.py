"""Due times, the limit of what one person holds, and standing still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.engine.acts import shapes

if TYPE_CHECKING:
    from tests.engine.conftest import Kit


@pytest.mark.parametrize(("due", "late"), [(30, 1), (60, 0)])
def test_passing_the_due_time_is_an_entry(kit: Kit, due: int, late: int) -> None:
    desk = kit.alone(kit.ticket("a", effort=40)).to(2)
    desk.do(shapes.Assign("a", "ana", due=due))
    desk.to(200)
    found = desk.all("task.overdue", "ticket:a")
    assert [(e.at, e.data["to"], e.data["due"]) for e in found] == [(due, "ana", due)] * late


def test_a_task_given_anew_has_a_new_due_time(kit: Kit) -> None:
    desk = kit.pair(kit.ticket("a", effort=100)).to(2)
    desk.do(shapes.Assign("a", "ana", due=30))
    desk.do(shapes.Reassign("a", "ben", due=50))
    desk.to(60)
    assert [e.data["due"] for e in desk.all("task.overdue")] == [50]


@pytest.mark.parametrize(("due", "late"), [(30, 1), (40, 0)])
def test_an_incident_is_late_when_its_outcome_is_not_there(kit: Kit, due: int, late: int) -> None:
    desk = kit.outage()
    desk.do(shapes.Assign("portal", "ana", outcome="know-why", due=due))
    desk.to(200)
    assert len(desk.all("task.overdue", "incident:portal")) == late


@pytest.mark.parametrize(("limit", "code"), [(1, "assign.full"), (2, ""), (0, "")])
def test_nobody_is_given_more_than_they_hold(kit: Kit, limit: int, code: str) -> None:
    desk = kit.alone(kit.ticket("a", effort=90), kit.ticket("b", at=1), limit=limit).to(2)
    assert desk.give(shapes.Assign("b", "ana")) == code


def test_what_is_set_aside_counts_and_what_is_in_hand_can_be_given_anew(kit: Kit) -> None:
    desk = kit.alone(
        kit.ticket("a", effort=90), kit.ticket("b", at=1), kit.ticket("c", at=1), limit=2
    ).to(2)  # fmt: skip
    desk.do(shapes.Assign("b", "ana"))
    assert desk.give(shapes.Assign("c", "ana")) == "assign.full"
    assert desk.give(shapes.Assign("b", "ana", "hand-over")) == ""


def test_the_first_entry_names_the_limits(kit: Kit) -> None:
    assert kit.alone(limit=3).one("shift.opened").data["limits"] == ("ana:3",)
    assert kit.alone().one("shift.opened").data["limits"] == ("ana:1",)


def test_an_incident_that_is_set_aside_says_how_long_it_stood_still(kit: Kit) -> None:
    desk = kit.outage()
    desk.do(shapes.Assign("portal", "ana"))
    desk.to(18).do(shapes.SendOnBreak("ana"))
    left = desk.one("incident.parked")
    assert (left.at, left.cause, left.data["by"]) == (19, "lead", "ana")
    desk.to(60)
    back = desk.one("incident.resumed")
    assert (back.at, back.data["stood"]) == (29, 10)
    # Six minutes of the first ten were done before.
    assert desk.one("incident.found", step="find").at == 15 + 10 + 10
