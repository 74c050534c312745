"""A vendor with a contract: clause, severity, facts, an answer in time or late, and chasing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.engine.acts import shapes
from simulator.engine.world import Answer, Clause, Contract, Span

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit

FAST = Clause("fast", "within half an hour", 30, severity=1)


def desk_with(kit: Kit, needs: tuple[str, ...] = (), **contract: Any) -> Desk:
    """Return a desk at 12 with the portal declared and a vendor under contract."""
    fields: dict[str, Any] = {"clauses": (FAST,), "luck": Span(50, 50)} | contract
    vendor = kit.person("vendor", "vendor", answer=Answer(Span(90, 90), needs=needs, asks_back=6),
                        contract=Contract(**fields))  # fmt: skip
    desk = kit.desk(kit.world(
        incidents=(kit.incident(),), stakeholders=(vendor,), storyline=(kit.learn("down", at=12),),
    )).to(12)  # fmt: skip
    desk.do(shapes.Declare("portal", 1))
    return desk


def test_a_cited_clause_is_answered_in_its_time(kit: Kit) -> None:
    desk = desk_with(kit)
    desk.do(shapes.CallVendor("vendor", "portal", "fast"))
    called = desk.one("task.escalated", clause="fast").at
    desk.to(200)
    assert desk.one("stakeholder.answered", reply="yes").at == called + 15
    assert not desk.all("stakeholder.late")


def test_without_a_clause_they_take_their_own_time(kit: Kit) -> None:
    desk = desk_with(kit)
    desk.do(shapes.Escalate("portal", "vendor"))
    called = desk.one("task.escalated").at
    desk.to(200)
    assert desk.one("stakeholder.answered", reply="yes").at == called + 90


def test_a_late_answer_shows_and_comes_sooner_when_chased(kit: Kit) -> None:
    late: dict[str, Any] = {"late": 1000, "late_by": Span(60, 60)}
    alone = desk_with(kit, **late)
    alone.do(shapes.CallVendor("vendor", "portal", "fast"))
    called = alone.one("task.escalated").at
    alone.to(200)
    assert alone.one("stakeholder.late").at == called + 31
    assert alone.one("stakeholder.answered").at == called + 90
    desk = desk_with(kit, **late)
    desk.do(shapes.CallVendor("vendor", "portal", "fast"))
    desk.to(called + 40)
    desk.do(shapes.CallVendor("vendor", "portal", "fast"))
    chased = desk.all("task.escalated")[1]
    assert chased.data["overdue"] is True
    desk.to(200)
    low, high = kit.rules.chased
    assert chased.at + low <= desk.one("stakeholder.answered").at <= chased.at + high


def test_chasing_before_the_time_changes_nothing(kit: Kit) -> None:
    desk = desk_with(kit)
    desk.do(shapes.CallVendor("vendor", "portal", "fast"))
    called = desk.one("task.escalated").at
    desk.do(shapes.CallVendor("vendor", "portal", "fast"))
    desk.to(200)
    assert desk.one("stakeholder.answered").at == called + 15


def test_without_the_facts_they_need_they_ask_back(kit: Kit) -> None:
    desk = desk_with(kit, needs=("down",))
    desk.do(shapes.CallVendor("vendor", "portal", "fast"))
    called = desk.one("task.escalated").at
    desk.to(called + 10)
    assert desk.one("stakeholder.answered").data["reply"] == "question"
    desk.do(shapes.CallVendor("vendor", "portal", "fast", ("down",)))
    desk.to(200)
    again = desk.all("task.escalated")[1]
    assert desk.one("stakeholder.answered", reply="yes").at == again.at + 15


def test_outside_its_hours_the_clock_waits_unless_the_clause_says_always(kit: Kit) -> None:
    desk = desk_with(kit, hours=(100, 200))
    desk.do(shapes.CallVendor("vendor", "portal", "fast"))
    desk.to(239)
    assert desk.one("stakeholder.answered").at == 115
    always = Clause("fast", "at any hour", 30, severity=1, always=True)
    desk = desk_with(kit, hours=(100, 200), clauses=(always,))
    desk.do(shapes.CallVendor("vendor", "portal", "fast"))
    desk.to(239)
    assert desk.one("stakeholder.answered").at < 60
