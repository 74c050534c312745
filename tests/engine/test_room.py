"""What is said in the room: heard at once by who is in, and later by who works from home (B100)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.engine import agenda, api
from simulator.engine.acts import shapes
from simulator.engine.acts.base import Element

if TYPE_CHECKING:
    from simulator.engine.acts.base import Act
    from tests.engine.conftest import Desk, Kit


def desk_with_home(kit: Kit) -> Desk:
    """Return a desk where ana is in, and gus works from home on the oldest of his tickets first."""
    ana = kit.analyst("ana", skills={"net": 4}, stress=20)
    gus = kit.analyst("gus", skills={"net": 4, "app": 2}, stress=20, remote=True)
    tickets = (
        kit.ticket("a", effort=30), kit.ticket("b", effort=12), kit.ticket("c", at=1, logged=3),
        kit.ticket("d", at=2, logged=1),
    )  # fmt: skip
    return kit.desk(kit.world(ana, gus, tickets=tickets))


def test_a_briefing_reaches_who_works_from_home_late(kit: Kit) -> None:
    desk = desk_with_home(kit).to(3)
    desk.do(shapes.Brief("impact"))
    desk.to(60)
    heard = desk.one("analyst.heard", "analyst:gus")
    assert (heard.at, heard.cause, heard.data["minutes"], heard.seen) == (27, "world", 20, False)
    assert heard.because == desk.one("order.briefed").number
    assert [e.at for e in desk.all("analyst.morale-changed", why="briefed")] == [7, 27]


@pytest.mark.parametrize(
    "act",
    [shapes.CheckIn("gus"), shapes.Listen("gus"), shapes.Ask("gus"), shapes.Assign("c", "gus")],
)
def test_a_word_with_them_brings_what_was_said(kit: Kit, act: Act) -> None:
    desk = desk_with_home(kit).to(3)
    desk.do(shapes.Brief("impact"))
    desk.do(shapes.Message("desk", "", (Element("impact", "bad"),)))
    desk.do(act)
    heard = desk.all("analyst.heard", "analyst:gus")
    assert [e.cause for e in heard] == ["lead", "lead"]
    assert {e.at for e in heard} == {desk.state.now}
    desk.to(60)
    assert len(desk.all("analyst.heard")) == 2, "nothing is heard twice"


def test_an_order_counts_for_who_has_heard_it(kit: Kit) -> None:
    desk = desk_with_home(kit).to(3)
    desk.do(shapes.Brief("impact"))
    assert desk.state.analysts["gus"].order == ""
    desk.to(30)
    assert desk.state.analysts["gus"].order == "impact"


def test_a_talk_with_them_is_a_call_and_nobody_sits_beside_them(kit: Kit) -> None:
    desk = desk_with_home(kit).to(3)
    for act in (shapes.CheckIn, shapes.Listen):
        here = agenda.cost(desk.state, act("ana"))
        assert agenda.cost(desk.state, act("gus")) == here + 1
    assert desk.give(shapes.Pair("ana", "gus", 60)) == "pair.remote"
    home = {one.id: one.remote for one in api.view(desk.state).team()}
    assert home == {"ana": False, "gus": True}
    assert desk.one("shift.opened").data["remote"] == ("gus",)
