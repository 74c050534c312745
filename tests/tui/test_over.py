"""What is over, what is agreed, and how one leaves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.engine.acts import shapes
from simulator.engine.acts.base import Element
from simulator.engine.seen import WordingView
from simulator.tui import say
from simulator.tui.picture import incident_row, promises, rows
from simulator.tui.screens.briefing import Briefing
from tests.tui.driving import app_with, at, shown, until
from tests.tui.fakes import PORTAL, WORDINGS, FakeDesk, FakeSight, entry, payday, person

if TYPE_CHECKING:
    from simulator.engine.seen import IncidentView

BACK = PORTAL._replace(state="mitigated", left=-102, halted_since=None)
CLOSING = WordingView("closing-1", "closing", "The portal works again", True)


@pytest.mark.parametrize("state", ["mitigated", "resolved"])
def test_a_service_that_is_back_is_not_in_alarm(state: str) -> None:
    row = incident_row(BACK._replace(state=state), say.Labels.of(FakeSight()))
    assert (row.mark, row.tone, row.left) == ("", "", "back")


def test_what_is_back_stands_below_open_work() -> None:
    def order(one: IncidentView) -> list[str]:
        sight = FakeSight(open_incidents=(one,))
        return [row.key for row in rows(sight, say.Labels.of(sight))[0]]

    assert order(PORTAL)[0] == "portal"
    assert order(BACK)[-1] == "portal"


async def test_the_return_of_a_service_stands_out() -> None:
    back = entry(9, 58, "incident.mitigated", "incident:portal", "analyst:priya", after=38)
    late = entry(10, 59, "analyst.checked-in", "analyst:priya", "lead", agreed=47, minutes=2)
    sight = FakeSight(open_incidents=(BACK,))
    sight.happened = (late, back, *sight.happened)
    async with app_with(FakeDesk(sight)).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: " ✓ 08:58 Payroll portal works again" in shown(pilot))
        first = next(line for line in shown(pilot).split("\n") if "works again" in line)
        assert "·" not in first


async def test_agreed_look_ins_stand_beside_the_promises() -> None:
    sight = FakeSight(people=(person("priya", agreed_check_in=65),))
    assert [one.to for one in promises(sight, say.Labels.of(sight))] == [
        "look in, Priya", "CFO", "users",
    ]  # fmt: skip
    async with app_with(FakeDesk(sight)).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "09:05 look in, Priya" in shown(pilot))


async def test_a_message_after_the_return_starts_from_the_closing() -> None:
    desk = FakeDesk(FakeSight(to_say=(*WORDINGS, CLOSING), hand=None))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("m", "space", "enter")
        await until(pilot, lambda: len(desk.given) == 1)
        await at(pilot, "ShiftScreen")
        await pilot.press("m")
        await at(pilot, "Composer")
        await until(pilot, lambda: "some people cannot log in." in shown(pilot))
        await pilot.press("escape")
        await at(pilot, "ShiftScreen")
        desk.sight.open_incidents = (BACK,)
        await pilot.press("m")
        await at(pilot, "Composer")
        await until(pilot, lambda: "the portal works again." in shown(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: len(desk.given) == 2)
        assert desk.given[1] == shapes.Message("cfo", "portal", (Element("closing", "closing-1"),))


async def test_esc_asks_before_it_leaves_the_desk() -> None:
    async with app_with(FakeDesk()).run_test(notifications=True) as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("escape")
        await until(pilot, lambda: "esc again to leave; nothing is lost" in shown(pilot))
        assert type(pilot.app.screen).__name__ == "ShiftScreen"
        await pilot.press("escape")
        await at(pilot, "Home")


async def test_space_goes_through_a_picker_arrows_from_field_to_field_and_enter_gives() -> None:
    desk = FakeDesk(FakeSight(people=(person("priya"),)))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Payroll portal" in shown(pilot))
        await pilot.press("a")
        await at(pilot, "Assign")
        await pilot.press("down", "down", "down")
        await until(pilot, lambda: pilot.app.focused and pilot.app.focused.id == "outcome")
        await pilot.press("space")
        await until(pilot, lambda: "bring the portal back" in shown(pilot))
        assert desk.given == []
        await pilot.press("down", "down", "up")
        await until(pilot, lambda: pilot.app.focused and pilot.app.focused.id == "due")
        await pilot.press("enter")
        await until(pilot, lambda: desk.given)


async def test_the_give_form_is_whole_on_a_narrow_screen() -> None:
    async with app_with(FakeDesk()).run_test(size=(60, 20)) as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Payroll" in shown(pilot))
        await pilot.press("a")
        await at(pilot, "Assign")
        seen = ""
        for ident in ("to", "how", "outcome", "due", "may-call-vendor", "beside"):
            pilot.app.screen.query_one(f"#{ident}").focus()
            await pilot.pause()
            await pilot.pause()
            seen += shown(pilot)
        for words in ("3 min", "Due [", "[ ] take a node out", "[ ] call Paylane", "[ ] next"):
            assert words in seen


async def test_the_briefing_has_help_of_its_own() -> None:
    async with app_with().run_test() as pilot:
        await at(pilot, "Home")
        pilot.app.push_screen(Briefing(payday()))
        await at(pilot, "Briefing")
        await pilot.press("question_mark")
        await at(pilot, "Help")
        assert "What you hear before the shift" in shown(pilot)
        assert "unfinished" not in shown(pilot)


async def test_a_content_note_stands_first_with_the_way_round() -> None:
    world = replace(payday(), content_note="Some calls are about fire.")
    async with app_with().run_test() as pilot:
        await at(pilot, "Home")
        pilot.app.push_screen(Briefing(world))
        await at(pilot, "Briefing")
        seen = shown(pilot)
        assert seen.index("about fire") < seen.index(world.briefing[0][:20])
        assert "Press esc to choose" in seen
        await pilot.press("escape")
        await at(pilot, "Home")


def test_a_target_that_is_over_says_by_how_much() -> None:
    assert say.target(-102) == "1 h 42 over"
    assert say.target(20) == "20 min to target"
