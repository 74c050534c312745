"""Who is named beside somebody: what they do is said exactly, and what calls them off."""

from __future__ import annotations

import pytest

from simulator.engine.acts import shapes
from simulator.tui import say, second_pair, snapshot
from simulator.tui.dialogs.assign import Assign
from simulator.tui.pacing import Pacing
from tests.tui.driving import app_with, at, shown, until
from tests.tui.fakes import PORTAL, FakeDesk, FakeSight, person

WATCHED = PORTAL._replace(beside="tomas")


def with_tomas_at(task: str) -> FakeSight:
    """Return the desk with Tomas as the portal's second pair of eyes, at some work."""
    people = tuple(
        person("tomas", task) if one.id == "tomas" else one for one in FakeSight().people
    )
    return FakeSight(open_incidents=(WATCHED,), people=people, hand=None)


def off(sight: FakeSight, who: str, task: str) -> str:
    return second_pair.called_off(who, task, sight, say.Labels.of(sight))


def test_what_somebody_beside_does_differs_for_an_incident_and_a_ticket() -> None:
    assert second_pair.does("Tomas", True) == (
        "For a risky step Tomas comes and checks it with you."
    )
    assert second_pair.does("Tomas", False) == "If you need help, ask Tomas."


@pytest.mark.parametrize(
    ("at_work", "task", "said"),
    [
        ("desk.3", "desk.9", "Tomas is to check the risky step of Payroll portal, and then sets "
         "this aside for it."),
        ("portal", "desk.9", "Tomas is checking a step of Payroll portal now; this calls Tomas "
         "away from it."),
        ("desk.3", "portal", ""),
    ],
)  # fmt: skip
def test_other_work_for_who_is_meant_to_check_says_what_becomes_of_it(
    at_work: str, task: str, said: str
) -> None:
    assert off(with_tomas_at(at_work), "tomas", task) == said


def test_another_incident_keeps_the_second_pair_away() -> None:
    sight = with_tomas_at("desk.3")
    sight.open_incidents = (WATCHED, PORTAL._replace(id="vpn", name="VPN"))
    assert off(sight, "tomas", "vpn").endswith("does not come while this is in hand.")


def test_nobody_is_called_off_a_check_that_is_over_or_somebody_elses() -> None:
    sight = with_tomas_at("desk.3")
    assert off(sight, "mei", "desk.9") == ""
    sight.open_incidents = (WATCHED._replace(state="mitigated"),)
    assert off(sight, "tomas", "desk.9") == ""


def test_the_team_shows_who_is_meant_for_a_check() -> None:
    for task, said in (("desk.3", "comes for a risky step"), ("portal", "checks a step")):
        shot = snapshot.take(with_tomas_at(task), Pacing(lambda: 0.0))
        roles = {one.id: one.roles for one in shot.people}
        assert roles["tomas"] == said
        assert roles["mei"] == ""


async def test_giving_work_away_warns_before_it_is_given() -> None:
    async with app_with(FakeDesk(with_tomas_at("desk.3"))).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Payroll portal" in shown(pilot))
        pilot.app.push_screen(Assign(with_tomas_at("desk.3"), "desk.9"))
        await at(pilot, "Assign")
        assert "risky step" not in shown(pilot)
        await pilot.press("2")
        await until(pilot, lambda: "Tomas is to check the risky step" in shown(pilot))
        await pilot.press("3")
        await until(pilot, lambda: "risky step" not in shown(pilot))


async def test_giving_an_incident_anew_keeps_who_is_beside() -> None:
    desk = FakeDesk(with_tomas_at("desk.3"))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Payroll portal" in shown(pilot))
        await pilot.press("a")
        await at(pilot, "Assign")
        await pilot.press("3", "enter")
        await until(pilot, lambda: desk.given)
        act = desk.given[0]
        assert isinstance(act, shapes.Reassign)
        assert (act.to, act.beside) == ("aisha", "tomas")


async def test_a_ticket_without_outcomes_offers_none() -> None:
    desk = FakeDesk(FakeSight(hand=None))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        pilot.app.push_screen(Assign(desk.view(), "desk.10"), pilot.app.screen.ordered)  # type: ignore[attr-defined]
        await at(pilot, "Assign")
        assert "Outcome" not in shown(pilot)
        assert "Due [" in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: desk.given == [shapes.Assign("desk.10", "priya", "on-call")])
