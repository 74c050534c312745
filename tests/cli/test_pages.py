"""What the pages of plain mode say about roles and about tickets that were declined."""

from __future__ import annotations

from simulator.cli.plain import pages
from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.words import clock_of
from tests.engine.conftest import Kit


def test_a_declined_ticket_stands_below_the_queue() -> None:
    desk = Kit.alone(Kit.ticket("first", effort=60), Kit.ticket("no", at=1)).to(2)
    desk.do(shapes.Decline("no", "not-ours"))
    view = api.view(desk.state)
    *_, last = pages.queue(view, clock_of(view.world))
    assert last == f"declined: #{view.ticket('no').number} It does not work"


def test_a_role_stands_at_its_incident() -> None:
    ana = Kit.analyst("ana", skills={"net": 4}, stress=20)
    world = Kit.world(ana, incidents=(Kit.incident(),), storyline=(Kit.learn("down", at=12),))
    desk = Kit.desk(world).to(15)
    desk.do(shapes.GiveRole("portal", "scribe", "ana"))
    view = api.view(desk.state)
    assert "  scribe: Ana" in pages.incidents(view, clock_of(view.world))
