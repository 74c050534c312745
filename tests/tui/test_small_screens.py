"""Small screens: nobody goes missing, nothing lies on another thing, no line is cut at its end."""

from __future__ import annotations

import pytest

from simulator.tui.shown import PersonShown
from simulator.tui.widgets.edge import fitting
from simulator.tui.widgets.radio import beside
from simulator.tui.widgets.team_rows import team_rows
from tests.tui.driving import app_with, at, framed, shown, until
from tests.tui.fakes import FakeDesk
from tests.tui.test_haste import OPENED_BY, busy_desk

NAMES = ("Priya", "Tomas", "Aisha", "Jonas", "Mei", "Sam")
SIZES = ((60, 15), (60, 24), (79, 30), (80, 15), (80, 24), (120, 40))


TICKETS = ("Priority", "ReadTicket")
"""Dialogs about a ticket."""


def crew() -> tuple[PersonShown, ...]:
    """Return six people: one waits for the lead, one has a role."""
    plain = tuple(PersonShown(name.lower(), name, 1, "#191", "", "") for name in NAMES)
    waits = PersonShown("priya", "Priya", 3, "portal", "WAITS FOR YOU 8 min", "no break yet")
    scribe = PersonShown("sam", "Sam", 0, "free", "", "", "scribe")
    return (waits, *plain[1:-1], scribe)


@pytest.mark.parametrize("size", SIZES)
async def test_queue_and_team_share_the_room_there_is(size: tuple[int, int]) -> None:
    async with app_with(FakeDesk()).run_test(size=size) as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "09:09" in shown(pilot))
        lines = shown(pilot).split("\n")
        assert sum(f"P{n} " in line for line in lines for n in (1, 2, 3, 4)) >= 5
        team = "\n".join(lines)
        assert all(name in team for name in NAMES)
        assert "WAITS FOR YOU" in team
        assert "? help" in lines[-1]
        assert "space pause" in lines[-1]
        assert len(lines) == size[1]
        assert all(len(line) <= size[0] for line in lines)


async def test_the_team_has_a_line_each_where_it_has_the_focus() -> None:
    async with app_with(FakeDesk()).run_test(size=(60, 15)) as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Priya WAITS FOR YOU · Tomas #191" in shown(pilot))
        await pilot.press("2", "down", "down")
        await until(pilot, lambda: "›Aisha  ▮▯▯▯ #194" in shown(pilot))
        assert "portal · WAITS FOR YOU 8 min · no break yet" in shown(pilot)
        await pilot.press("1")
        await until(pilot, lambda: "Warehouse Wi-Fi" in shown(pilot))


@pytest.mark.parametrize("size", [(60, 15), (80, 24)])
@pytest.mark.parametrize("dialog", OPENED_BY)
async def test_every_dialog_keeps_its_frame_and_its_keys(
    dialog: str, size: tuple[int, int]
) -> None:
    async with app_with(busy_desk()).run_test(size=size) as pilot:
        await at(pilot, "Scene")
        if dialog != "Scene":
            await pilot.press("n")
            await at(pilot, "ShiftScreen")
            # Below the incident stand the tickets.
            await pilot.press(*(["down"] if dialog in TICKETS else []), OPENED_BY[dialog])
            await at(pilot, dialog)
        await until(pilot, lambda: "esc" in framed(pilot)[-1])
        inside = framed(pilot)
        assert inside[0].startswith("┌")
        assert inside[0].endswith("┐")
        assert inside[-1].startswith("└")
        assert "…" not in inside[-1]


async def test_what_is_marked_stays_in_sight_in_a_long_list() -> None:
    async with app_with(busy_desk()).run_test(size=(60, 15)) as pilot:
        await at(pilot, "Scene")
        # It begins with what is said; the answers come into sight as one goes down.
        await until(pilot, lambda: "I have four hundred people" in shown(pilot))
        assert "n  not now" not in shown(pilot)
        await pilot.press("end")
        await until(pilot, lambda: "›n  not now" in shown(pilot))
        await pilot.press("home")
        await until(pilot, lambda: "I have four hundred people" in shown(pilot))
        await pilot.press("n")
        await at(pilot, "ShiftScreen")
        await pilot.press("t", "8")
        await at(pilot, "People")
        await until(pilot, lambda: "›8 " in shown(pilot))


async def test_all_seven_tabs_of_a_debrief_stand_in_sixty_columns() -> None:
    async with app_with().run_test(size=(60, 15)) as pilot:
        await at(pilot, "Home")
        await pilot.pause()
        await until(pilot, lambda: pilot.app.screen.query_one("#cards").option_count)  # type: ignore[attr-defined]
        await pilot.press("end", "enter")
        await at(pilot, "Debrief")
        tabs = "1 Moments 2 Levels 3 Sums 4 Curves 5 Desk 6 What if 7 Others"
        await until(pilot, lambda: tabs in shown(pilot))
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: "3 Arithmetic  4 Curves  5 The desk" in shown(pilot))


@pytest.mark.parametrize(
    ("width", "height", "count"), [(27, 12, 9), (27, 8, 8), (27, 7, 7), (58, 6, 6), (58, 2, 2)]
)
def test_the_team_says_less_before_anybody_goes(width: int, height: int, count: int) -> None:
    rows = team_rows(crew(), width, height, -1)
    assert len(rows) == count
    text = "\n".join(row.line.plain for row in rows)
    assert all(name in text for name in NAMES)
    assert "WAITS FOR YOU" in text
    assert all(len(row.line.plain) <= width for row in rows)


def test_a_click_finds_who_shares_a_line() -> None:
    rows = team_rows(crew(), 58, 2, 1)
    first = rows[0].line.plain
    assert rows[0].at(first.index("Priya")) == 0
    assert rows[0].at(first.index("›Tomas")) == 1
    assert rows[0].at(57) == rows[0].who[-1][1]


def test_who_is_marked_stays_in_sight_on_a_single_line() -> None:
    for place, name in enumerate(NAMES):
        rows = team_rows(crew(), 20, 1, place)
        assert len(rows) == 1
        assert name in rows[0].line.plain


def test_a_label_loses_whole_parts_and_the_way_back_stays() -> None:
    keys = "enter give · tab next field · esc back"
    assert fitting(keys, 40, True) == keys
    assert fitting(keys, 30, True) == "enter give · esc back"
    assert fitting(keys, 5, True) == "enter give · esc back"
    assert fitting("Give away: #201 · P3 · needs network", 25, False) == "Give away: #201 · P3"


def test_a_long_option_goes_on_below_itself_and_keeps_its_cost_in_the_first_line() -> None:
    assert beside("show each step\t3 min", 30) == [f"{'show each step':<25}3 min"]
    lines = beside("I say each step; you report and wait\t3 min", 20)
    assert lines[0].endswith("3 min")
    assert len(lines[0]) == 20
    assert " ".join([lines[0][:-5].strip(), *lines[1:]]) == "I say each step; you report and wait"
