"""What a seed draws once: moments, windows, somebody's own pace."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.engine.world import Moment, Span, WindowSpec, always

if TYPE_CHECKING:
    from tests.engine.conftest import Kit


SEEDS = range(400)


@pytest.mark.parametrize("anchor", ["", "incident:portal", "ticket:batch"])
def test_a_moment_is_told_from_its_anchor(kit: Kit, anchor: str) -> None:
    base = {"": {0}, "incident:portal": {30, 31, 32}, "ticket:batch": {70}}[anchor]
    window = WindowSpec("w", "k", "desk", Moment(anchor, Span(4, 6)), Moment(anchor, always(20)))
    world = kit.world(
        tickets=(kit.ticket("batch", at=70),), windows=(window,),
        incidents=(replace(kit.incident(), starts=Span(30, 32)),),
    )  # fmt: skip
    seen = set()
    for seed in range(60):
        desk = kit.desk(world, seed).to(240)
        opened, closed = desk.one("window.opened"), desk.one("window.closed")
        assert opened.data["closes"] == closed.at
        start = closed.at - 20
        assert start in base
        if anchor == "incident:portal":
            assert desk.one("incident.started").at == start
        seen.add(opened.at - start)
    assert seen == {4, 5, 6}


def test_a_window_on_a_ticket_holds_what_the_ticket_tells(kit: Kit) -> None:
    ticket = kit.ticket("batch", at=5)
    ticket = replace(ticket, kind=replace(ticket.kind, finds=("shut",)))
    window = WindowSpec("w", "k", "ticket:batch", Moment("", always(8)), Moment("", always(20)))
    aside = replace(window, id="v", subject="desk")
    desk = kit.desk(kit.world(tickets=(ticket,), windows=(window, aside)), 1).to(30)
    facts = {e.data["window"]: e.data.get("facts") for e in desk.all("window.opened")}
    assert facts == {"w": ("shut",), "v": None}


def test_a_window_exists_in_its_share_of_seeds(kit: Kit) -> None:
    moments = (Moment("", always(5)), Moment("", always(20)))
    some = WindowSpec("some", "k", "desk", *moments, chance=250)
    absent = WindowSpec("cover", "k", "desk", *moments, only_if_absent="ana")
    world = kit.world(kit.analyst("ana", absent=500), windows=(some, absent))
    found = 0
    for seed in SEEDS:
        desk = kit.desk(world, seed).to(30)
        ids = [str(e.data["window"]) for e in desk.all("window.opened")]
        found += "some" in ids
        assert ("cover" in ids) is bool(desk.all("analyst.absent"))
        told = desk.state.log[0].data["windows"]
        assert isinstance(told, tuple)
        assert sorted(told) == sorted(f"{one}:k:5:20" for one in ids)
    assert abs(found - len(SEEDS) / 4) < 4 * (len(SEEDS) * 3 / 16) ** 0.5


def test_own_pace_is_drawn_between_its_ends(kit: Kit) -> None:
    world = kit.world(kit.analyst("ana", pace=0))
    paces = {kit.desk(world, seed).state.analysts["ana"].pace for seed in range(300)}
    assert paces == set(range(92, 111))
