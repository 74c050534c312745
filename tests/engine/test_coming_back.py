"""Tickets that come back, what a return is worth, and how content people are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import chance

if TYPE_CHECKING:
    from tests.engine.conftest import Kit


@pytest.mark.parametrize(
    ("ana", "ticket", "odds"),
    [
        ({}, {}, 40), ({"habits": {"full-notes"}}, {}, 20), ({"skills": {"net": 3}}, {}, 100),
        ({"stress": 100}, {}, 100), ({}, {"returns": 500}, 500), ({}, {"returns": 0}, 0),
    ],
)  # fmt: skip
def test_a_ticket_comes_back_at_its_odds(
    kit: Kit, ana: dict[str, Any], ticket: dict[str, Any], odds: int
) -> None:
    fields = {"returns": None, "effort": 5} | ticket
    person = kit.analyst("ana", **({"skills": {"net": 4}, "stress": 20} | ana))
    tickets = (kit.ticket("a", **fields),)
    world = kit.world(person, tickets=tickets, rules=kit.with_rules(return_base=40), length=100)
    back, lucks = 0, 500
    for luck in range(lucks):
        desk = kit.desk(world, luck=luck).to(100)
        word = chance.drawn(0, luck, "return", "a", 0)[0]
        assert bool(desk.all("ticket.returned", "ticket:a")) is (chance.permille(word) < odds)
        done = desk.all("ticket.resolved", "ticket:a")[0].at
        for entry in desk.all("ticket.returned", "ticket:a"):
            back += 1
            assert 35 <= entry.at - done <= 74
            arrived = desk.one("ticket.arrived", "ticket:a.r1")
            assert (arrived.at, arrived.because) == (entry.at, entry.number)
            assert arrived.data["again"] == 1
    expected = lucks * odds / 1000
    assert abs(back - expected) <= 4 * (expected * (1 - odds / 1000)) ** 0.5


def test_a_return_is_worth_less(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", effort=5, returns=1000)).to(240)
    points = [e.data["satisfaction"] for e in desk.all("ticket.resolved")]
    assert points[:3] == [90, 65, 40]
    assert [t.again for t in desk.state.tickets.values()][:3] == [0, 1, 2]


def test_satisfaction_falls_with_waiting_and_missed_targets(kit: Kit) -> None:
    tickets = (kit.ticket("a", effort=60), kit.ticket("b", effort=45, logged=2))
    desk = kit.alone(*tickets, stress=10).to(240)
    points = {e.subject[7:]: e.data["satisfaction"] for e in desk.all("ticket.resolved")}
    # b: its response target missed, 105 minutes: three quarters past the first hour.
    assert points == {"a": 90, "b": 90 - 15 - 9}
