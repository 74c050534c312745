"""The shift on screen: what keys and the mouse order, and when the clock stands still."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.engine.acts import shapes
from simulator.engine.acts.base import Refusal
from simulator.errors import CannotWrite
from simulator.tui.app import ShiftleadApp
from simulator.tui.screens.shift import ShiftScreen
from simulator.tui.settings import Settings
from simulator.tui.widgets.queue import QueueTable
from tests.tui.driving import app_with, at, shown, until
from tests.tui.fake_past import FakeShelf
from tests.tui.fakes import CFO, FakeDesk, FakeSight, entry, queue, ticket

if TYPE_CHECKING:
    import pytest
    from textual.pilot import Pilot

SKETCH = """\
 Payroll Friday  Fri 09:00 paused  Waiting 6 ↑  P1 1  Due in 15m 2
┌ Queue ──────────────────────────────────────────┐┌ Team ─────────────────────┐
│ !  id   P   subject             who        left ││ Priya  ▮▮▮▯ portal        │
│ ●  INC  P1  Payroll portal (11) Priya    20 min ││   WAITS FOR YOU 8 min     │
│    216  P2  Dock, director      YOU      1 h 50 ││   no break yet            │
│    194  P3  Expense form blank  Aisha    31 min ││ Tomas  ▮▯▯▯ #191          │
│    191  P3  Report won't save   Tomas    1 h 22 ││ Aisha  ▮▯▯▯ #194          │
│    190  P3  Warehouse Wi-Fi     (Priya)  1 h 39 ││ Jonas  ▮▯▯▯ #207          │
│    207  P3  Batch 44 won't open Jonas    3 h 37 ││ Mei    ▮▯▯▯ #210          │
│    210  P3  Depot link slow     Mei      3 h 45 ││ Sam    ▯▯▯▯ just in       │
│    212  P3  Monitor flickers    –        46 min ││                           │
│    214  P3  Label printer       –        48 min ││                           │
│    215  P3  Headset silent      –        50 min ││                           │
│    217  P3  Account locked      –        51 min ││                           │
│    219  P3  New starter, login  –        54 min │├ Promised ─────────────────┤
│    192  P4  Laptop swap         –        5 h 05 ││ 09:09 CFO           9 min │
│                                                 ││ 09:12 users        12 min │
│                                                 ││                           │
│                                                 ││                           │
└─────────────────────────────────────────────────┘└───────────────────────────┘
 You: #216 yourself, 4 min left (x leave it with a note) · next promise 09:09
 08:54 Jonas took #207 · 08:52 Priya: Expired cert on C. And now?
 08:47 You looked in on Priya · 08:45 You told Priya to go ahead
 a assign  p priority  m message  t talk  i incident  . next  space pause ? help"""
"""The playthrough's desk at nine, to the character, in 24 lines."""


class Hand:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def screen_of(pilot: Pilot[int]) -> ShiftScreen:
    """Return the shift screen, which is in front."""
    screen = pilot.app.screen
    assert isinstance(screen, ShiftScreen)
    return screen


def turned(desk: FakeDesk, hand: Hand) -> ShiftleadApp:
    """Return the app at a desk, with a clock that a test turns."""
    chosen = Settings(welcomed=True, reduced_motion=True)
    return ShiftleadApp(FakeShelf(desk), chosen, lambda app: app.open_from(lambda: desk), hand)


async def test_the_desk_at_nine_looks_as_in_the_playthrough() -> None:
    async with app_with(FakeDesk()).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Laptop swap" in shown(pilot))
        assert shown(pilot) == SKETCH


async def test_minutes_pass_only_after_the_pause_key_and_by_the_clock() -> None:
    desk, hand = FakeDesk(), Hand()
    async with turned(desk, hand).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        hand.now += 60
        await pilot.pause()
        assert desk.sight.now == 60
        await pilot.press("space")
        hand.now += 2.1
        await until(pilot, lambda: desk.sight.now == 61)
        await pilot.press("plus")
        hand.now += 2.0
        await until(pilot, lambda: desk.sight.now == 63)
        await pilot.press("space")
        hand.now += 60
        await pilot.pause()
        assert desk.sight.now == 63
        await until(pilot, lambda: "paused" in shown(pilot))


async def test_reading_stops_the_clock() -> None:
    desk, hand = FakeDesk(), Hand()
    async with turned(desk, hand).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        screen = screen_of(pilot)
        await pilot.press("space", "down", "enter")
        await at(pilot, "ReadTicket")
        await until(pilot, lambda: screen.pacing.held_by("screen"))
        hand.now += 3600
        screen.pulse()
        assert desk.sight.now == 60
        await pilot.press("escape")
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: not screen.pacing.held_by("screen"))
        hand.now += 2.1
        await until(pilot, lambda: desk.sight.now == 61)


async def test_a_call_stops_the_clock_and_opens_by_itself() -> None:
    desk, hand = FakeDesk(), Hand()
    desk.at[62] = lambda sight: setattr(sight, "open_scenes", (CFO,))
    async with turned(desk, hand).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("space")
        hand.now += 20
        await at(pilot, "Scene")
        assert desk.sight.now == 62
        await until(pilot, lambda: "Marta Lind, CFO, is calling" in shown(pilot))
        await pilot.press("3")
        await until(pilot, lambda: desk.given == [shapes.Answer("cfo-calls", "ask-need")])
        # Until the answer has taken effect it can be taken back, so nothing is said about it.
        await at(pilot, "ShiftScreen")
        await pilot.press("full_stop")
        await at(pilot, "Notice")
        assert desk.sight.now == 66
        assert "About ask-need." in shown(pilot)
        await pilot.press("enter")
        await at(pilot, "ShiftScreen")


async def test_feedback_waits_until_the_end_in_an_assessment() -> None:
    desk = FakeDesk(FakeSight(open_scenes=(CFO,)))
    desk.mode = "assessment"
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "Scene")
        await pilot.press("1")
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: desk.given)


async def test_not_now_lets_it_wait_and_c_comes_back_to_it() -> None:
    desk = FakeDesk(FakeSight(open_scenes=(CFO,)))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "Scene")
        await pilot.press("n")
        await at(pilot, "ShiftScreen")
        assert desk.given == [shapes.NotNow("cfo-calls")]
        await pilot.press("c")
        await at(pilot, "Scene")
        await pilot.press("n")
        await at(pilot, "ShiftScreen")


async def test_closing_a_conversation_says_nothing_and_the_clock_stands_still() -> None:
    desk, hand = FakeDesk(FakeSight(hand=None)), Hand()
    desk.at[61] = lambda sight: setattr(sight, "open_scenes", (CFO,))
    async with turned(desk, hand).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        screen = screen_of(pilot)
        await pilot.press("space")
        hand.now += 2.1
        await at(pilot, "Scene")
        await pilot.press("escape")
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "(c answer Marta Lind) · space or ." in shown(pilot))
        hand.now += 60
        screen.pulse()
        # Another act neither lets time run nor brings the conversation back by itself.
        await pilot.press("y")
        await until(pilot, lambda: desk.given == [shapes.GoAhead("portal")])
        hand.now += 60
        screen.pulse()
        await at(pilot, "ShiftScreen")
        assert desk.sight.now == 61
        # Letting time run is an answer of its own.
        await pilot.press("space")
        await until(pilot, lambda: shapes.NotNow("cfo-calls") in desk.given)
        hand.now += 2.1
        await until(pilot, lambda: desk.sight.now == 62)


async def test_who_has_no_name_is_called_by_the_way_they_came() -> None:
    scene = replace(CFO, id="dock", sender="", channel="walk-up", says='A dock. "Dead," he says.')
    desk = FakeDesk(FakeSight(open_scenes=(scene,)))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "Scene")
        await until(pilot, lambda: "Somebody at your desk" in shown(pilot))
        assert 'A dock. "Dead," he says.' in shown(pilot)
        assert "“" not in shown(pilot)


async def test_the_same_work_is_not_taken_twice() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test(notifications=True) as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: screen_of(pilot).marked)
        await pilot.press("down", "w")
        await until(pilot, lambda: "You have it in hand already." in shown(pilot))
        await pilot.press("enter")
        await at(pilot, "ReadTicket")
        await until(pilot, lambda: "You have it in hand already." in shown(pilot))
        await pilot.press("w")
        await pilot.pause()
        assert desk.given == []


async def test_a_message_that_came_to_nothing_stands_out_and_is_kept() -> None:
    desk = FakeDesk(FakeSight(hand=None))

    def fails(sight: FakeSight) -> None:
        failed = entry(9, 64, "act.failed", "lead", "lead", act="message", number=7,
                       code="person.away", minutes=4)  # fmt: skip
        sight.happened = (failed, *sight.happened)

    desk.at[64] = fails
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("m", "2", "space")
        await pilot.click("#own")
        await pilot.press(*"mine")
        desk.numbered = 7
        await pilot.press("enter")
        await until(pilot, lambda: desk.words == ["mine"])
        await at(pilot, "ShiftScreen")
        await pilot.press("full_stop")
        await until(pilot, lambda: " ! 09:04 Came to nothing: message to users." in shown(pilot))
        await until(pilot, lambda: "paused" in shown(pilot))
        await pilot.press("m")
        await at(pilot, "Composer")
        await until(pilot, lambda: "Message · All users" in shown(pilot))
        await until(pilot, lambda: "Not sent before; this is your draft." in shown(pilot))
        await until(pilot, lambda: "Some people cannot log in. Mine." in shown(pilot))


async def test_taking_back_says_what_is_the_matter() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test(notifications=True) as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("u")
        await until(pilot, lambda: "Nothing to take back." in shown(pilot))
        await pilot.press("y")
        await until(pilot, lambda: desk.given)
        desk.given.clear()
        desk.sight.now = 65
        await pilot.press("u")
        await until(
            pilot,
            lambda: any("last act is of 09:00" in one.message for one in pilot.app._notifications),
        )


async def test_a_choice_that_is_not_open_says_why_and_does_nothing() -> None:
    locked = replace(CFO.choices[0], locked="Nobody has looked at the pay data yet")
    scene = replace(CFO, choices=(locked, *CFO.choices[1:]))
    desk = FakeDesk(FakeSight(open_scenes=(scene,)))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "Scene")
        await pilot.press("1")
        await until(pilot, lambda: "Not open: Nobody has looked" in shown(pilot))
        assert desk.given == []


async def test_who_waits_stops_the_shift_and_y_says_go_ahead() -> None:
    quiet = tuple(one._replace(waits_since=None) for one in FakeSight().people)
    desk, hand = FakeDesk(FakeSight(people=quiet, hand=None)), Hand()
    desk.at[61] = lambda sight: setattr(sight, "people", FakeSight().people)
    async with turned(desk, hand).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("space")
        hand.now += 30
        await until(pilot, lambda: "WAITS FOR YOU" in shown(pilot))
        assert desk.sight.now == 61
        assert "(y go ahead)" in shown(pilot)
        await until(pilot, lambda: "paused" in shown(pilot))
        await pilot.press("y")
        await until(pilot, lambda: desk.given == [shapes.GoAhead("portal")])
        await until(pilot, lambda: "▶1x" in shown(pilot))


async def test_the_dot_runs_until_something_needs_you() -> None:
    desk = FakeDesk()
    desk.at[97] = lambda sight: setattr(sight, "open_scenes", (CFO,))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("full_stop")
        await at(pilot, "Scene")
        assert desk.sight.now == 97


async def test_a_refused_act_is_explained_and_brackets_are_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = FakeDesk(FakeSight(refusals={"leave": Refusal("leave.nothing")}))
    async with app_with(desk).run_test(notifications=True) as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("x")
        await until(pilot, lambda: "You have nothing in hand." in shown(pilot))
        assert desk.given == []


async def test_an_act_can_be_taken_back_and_left() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test(notifications=True) as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("x")
        await until(pilot, lambda: desk.given == [shapes.Leave()])
        await pilot.press("u")
        await until(pilot, lambda: desk.given == [])
        await pilot.press("backspace")
        await until(pilot, lambda: "Nothing to take back" in shown(pilot))
        assert desk.taken_back == 2


async def test_foreign_text_is_never_markup() -> None:
    nasty = ticket("desk.99", 299, 3, "[red]cost [$5] [/ [URGENT]", "", 30, body="[/] [bold]x")
    desk = FakeDesk(FakeSight(queue=(nasty,), open_incidents=()))
    async with app_with(desk).run_test(size=(120, 40)) as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "[red]cost [$5] [/ [UR" in shown(pilot))
        await pilot.press("enter")
        await at(pilot, "ReadTicket")
        await until(pilot, lambda: '"[/] [bold]x"' in shown(pilot))


async def test_rows_are_changed_in_place_and_the_cursor_stays_on_its_ticket() -> None:
    desk = FakeDesk(FakeSight(open_incidents=()))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        screen = screen_of(pilot)
        table = screen.query_one(QueueTable)
        await until(pilot, lambda: screen.marked)
        await pilot.press("down", "down", "down")
        await until(pilot, lambda: screen.marked and screen.marked.number == "190")
        new = ticket("desk.50", 250, 1, "Everything is down", "", 15)
        old = queue()
        desk.sight.queue = (new, *old[3:], old[2])
        screen.repaint()
        await until(pilot, lambda: "Everything is down" in shown(pilot))
        assert screen.marked is not None
        assert screen.marked.number == "190"
        assert [str(key.value) for key in (row.key for row in table.ordered_rows)] == [
            one.id for one in desk.sight.queue
        ]


async def test_every_width_keeps_both_panes() -> None:
    for width in (50, 80, 81, 120, 200):
        async with app_with(FakeDesk()).run_test(size=(width, 40)) as pilot:
            await at(pilot, "ShiftScreen")
            await until(pilot, lambda: "Payroll portal" in shown(pilot))
            text = shown(pilot)
            assert "Team" in text
            assert "WAITS FOR YOU 8 min" in text
            assert all(len(line) <= width for line in text.split("\n"))
            assert ("You know" in text) == (width >= 160)


async def test_a_double_click_reads_and_a_click_on_a_key_does_it() -> None:
    async with app_with(FakeDesk()).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: screen_of(pilot).marked)
        await pilot.click(QueueTable, offset=(20, 3), times=2)
        await at(pilot, "ReadTicket")
        await pilot.press("escape")
        await at(pilot, "ShiftScreen")
        await pilot.click("#keys", offset=(3, 0))
        await at(pilot, "Assign")


async def test_finding_and_showing_all_again() -> None:
    async with app_with(FakeDesk()).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("slash", *"batch")
        await until(pilot, lambda: "Expense form" not in shown(pilot))
        await pilot.press("enter", "p")
        await at(pilot, "Priority")
        await pilot.press("escape")
        await at(pilot, "ShiftScreen")
        await pilot.press("escape")
        await until(pilot, lambda: "Expense form" in shown(pilot))


async def test_without_colour_everything_still_stands_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with app_with(FakeDesk()).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Laptop swap" in shown(pilot))
        assert shown(pilot) == SKETCH


async def test_what_could_not_be_saved_stops_the_shift_and_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk, hand = FakeDesk(), Hand()

    def full(minutes: int = 1) -> None:
        raise CannotWrite("The disk is full.", "Make room.")

    monkeypatch.setattr(desk, "advance", full)
    async with turned(desk, hand).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("space")
        hand.now += 3
        await at(pilot, "Notice")
        assert "The disk is full. Make room." in shown(pilot)
        await pilot.press("enter")
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "paused" in shown(pilot))
