"""Breaks, shifts, absences, and friction between two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine import api
from simulator.engine.acts import shapes
from simulator.engine.world import ConflictSpec

if TYPE_CHECKING:
    from tests.engine.conftest import Desk, Kit


# Breaks and shifts ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ana", "taken"), [({}, True), ({"habits": {"skips-breaks"}}, False), ({"stress": 70}, False)]
)
def test_a_break_that_is_due(kit: Kit, ana: dict[str, Any], *, taken: bool) -> None:
    desk = kit.alone(kit.ticket("a", effort=60), breaks=(20,), **ana).to(45)
    assert bool(desk.all("analyst.break-began")) is taken
    assert bool(desk.all("analyst.break-skipped")) is not taken


@pytest.mark.parametrize("act", [shapes.Listen("ana"), shapes.Review("ana", "a")])
def test_nobody_walks_out_of_a_talk(kit: Kit, act: Any) -> None:
    desk = kit.alone(kit.ticket("a", effort=5), breaks=(20,), stress=20).to(18)
    desk.do(act)
    ended = desk.one("act.done").at
    assert ended > 20
    assert desk.to(60).one("analyst.break-began").at == ended


def test_who_was_heard_before_it_showed_can_be_heard_again(kit: Kit) -> None:
    desk = quarrel(kit).to(1)
    desk.do(shapes.Listen("ana"))
    desk.to(12).do(shapes.Listen("ana"))
    assert [why for _, _, why in friction(desk)] == ["heard"]
    assert desk.gains() == [("heard", 4)]


def test_a_break_costs_its_length_and_no_work(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", effort=60), breaks=(20,), stress=20).to(100)
    assert desk.one("ticket.resolved").at == 70


def test_who_goes_home_leaves_the_work_to_who_is_idle(kit: Kit) -> None:
    team = (kit.analyst("ana", skills={"net": 4}, leaves=15), kit.analyst("ben", skills={"net": 4}))
    desk = kit.desk(kit.world(*team, tickets=(kit.ticket("a"),))).to(60)
    assert desk.one("analyst.left", "analyst:ana").at == 15
    assert [(e.at, e.data["to"]) for e in desk.all("ticket.started")] == [(0, "ana"), (15, "ben")]
    assert desk.one("ticket.resolved").at == 20
    assert desk.one("ticket.resolved").data["by"] == "ben"


def test_who_stays_past_the_shift_goes_once_nothing_is_in_hand(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a", effort=40), leaves=15, habits={"stays-past-shift"}).to(60)
    assert desk.one("analyst.left").at == 45


def test_who_comes_later_starts_at_once(kit: Kit) -> None:
    desk = kit.alone(kit.ticket("a"), arrives=30).to(31)
    assert api.view(desk.state).analyst("ana").place == "desk"
    assert desk.one("analyst.arrived").at == desk.one("ticket.started").at == 30


@pytest.mark.parametrize("seed", range(6))
def test_absence_is_drawn_with_the_seed(kit: Kit, seed: int) -> None:
    world = kit.world(kit.analyst("ana", absent=500), kit.analyst("ben", absent=0))
    desk = kit.desk(world, seed).to(19)
    assert not desk.all("analyst.absent")
    calls = [e.at for e in desk.to(240).all("analyst.absent", "analyst:ana")]
    assert calls in ([], [20])
    absent = bool(calls)
    assert (desk.state.analysts["ana"].place == "absent") is absent
    assert desk.state.log[0].data["absent"] == (("ana",) if absent else ())
    drawn = {kit.desk(world, s).to(20).state.analysts["ana"].place for s in range(20)}
    assert drawn == {"absent", "desk"}


# Conflict ---------------------------------------------------------------------------------------


def quarrel(kit: Kit, friction: int = 38, **ana: Any) -> Desk:
    """Return a desk where ana and ben do not talk; it shows at 10."""
    team = (kit.analyst("ana", **ana), kit.analyst("ben"), kit.analyst("cy"))
    pair = ConflictSpec("pair", ("ana", "ben"), friction, 10, "They do not talk.")
    rules = kit.with_rules(no_word_minutes=1000)
    return kit.desk(kit.world(*team, conflicts=(pair,), rules=rules))


def friction(desk: Desk) -> list[tuple[int, object, object]]:
    """Return minute, points and reason of each change."""
    return [(e.at, e.data["change"], e.data["why"]) for e in desk.all("conflict.changed")]


def test_friction_left_alone_grows_every_half_hour(kit: Kit) -> None:
    desk = quarrel(kit).to(120)
    assert friction(desk) == [(at, 2, "left-alone") for at in (40, 70, 100)]
    assert desk.all("conflict.sign")[0].cause == "script"


def test_friction_grows_faster_under_strain(kit: Kit) -> None:
    desk = quarrel(kit, stress=100).to(70)
    assert [change for _, change, _ in friction(desk)] == [4, 4]


def test_signs_of_friction_show_once_each_and_end_in_a_row(kit: Kit) -> None:
    desk = quarrel(kit, 49).to(240)
    signs = [(e.at, e.data["sign"]) for e in desk.all("conflict.sign")]
    assert signs == [(10, "first"), (20, "terse"), (40, "refuses")]
    row = desk.one("conflict.row")
    assert row.at == 100
    felt = {e.subject: e.data["change"] for e in desk.all("analyst.morale-changed", why="row")}
    assert felt == {"analyst:ana": -6, "analyst:ben": -6, "analyst:cy": -1}


def test_two_signs_of_a_quarrel_never_show_at_once(kit: Kit) -> None:
    desk = quarrel(kit, 54).to(39)
    signs = [(e.at, e.data["sign"]) for e in desk.all("conflict.sign")]
    assert signs == [(10, "first"), (20, "terse"), (30, "refuses")]


def test_a_sign_does_not_show_that_is_no_longer_true_by_then(kit: Kit) -> None:
    desk = quarrel(kit, 40).to(10)
    desk.do(shapes.TalkThrough("pair"))
    assert [e.data["sign"] for e in desk.to(240).all("conflict.sign")] == ["first"]


@pytest.mark.parametrize(
    ("listen", "words", "expected", "settled"),
    [
        (("ana", "ben"), "behaviour-and-impact", [-6, -6, -20], True),
        (("ana",), "behaviour-and-impact", [-6, -10], True),
        ((), "label", [10], False),
    ],
)
def test_talking_it_through(
    kit: Kit, listen: tuple[str, ...], words: Any, expected: list[int], *, settled: bool
) -> None:
    desk = quarrel(kit).to(12)
    for who in listen:
        desk.do(shapes.Listen(who))
        desk.do(shapes.Listen(who))
    desk.do(shapes.TalkThrough("pair", words))
    entry = desk.one("conflict.talked-through")
    assert entry.data == {"heard": listen, "words": words, "minutes": 10}
    mine = [change for _, change, why in friction(desk) if why != "left-alone"]
    assert mine == expected
    view = next(api.view(desk.state).conflicts())
    assert (view.heard, view.talked) == (listen, settled)
    assert (("talked-through", 3) in desk.gains()) is settled
    at = desk.state.now
    desk.to(240)
    assert any(when > at for when, _, _ in friction(desk)) is not settled


@pytest.mark.parametrize(
    ("listen", "says", "what"),
    [(("ana", "ben"), "ben", "heard"), (("ana",), "ben", "unheard"), (("ben",), "ana", "unheard")],
)
def test_who_was_not_heard_alone_says_so(
    kit: Kit, listen: tuple[str, ...], says: str, what: str
) -> None:
    desk = quarrel(kit).to(12)
    for who in listen:
        desk.do(shapes.Listen(who))
    desk.do(shapes.TalkThrough("pair"))
    assert desk.one("analyst.told", f"analyst:{says}", what=what)


def test_who_was_listened_to_before_the_first_sign_was_heard_first(kit: Kit) -> None:
    desk = quarrel(kit)
    desk.do(shapes.Listen("ana"))
    assert not desk.all("conflict.sign")
    desk.to(12).do(shapes.Listen("ben"))
    desk.do(shapes.TalkThrough("pair"))
    assert desk.one("conflict.talked-through").data["heard"] == ("ana", "ben")


def test_friction_does_not_grow_while_one_is_gone(kit: Kit) -> None:
    desk = quarrel(kit, leaves=50).to(240)
    assert [at for at, _, _ in friction(desk)] == [40]
