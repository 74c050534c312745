"""What each dialog offers, and the act that comes of it; none is further than three keys away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.engine.acts import shapes
from simulator.engine.acts.base import Element, Note, Refusal
from simulator.engine.seen import ConflictView, DecisionView, InHand, PromiseView
from simulator.tui.widgets.radio import Radio
from tests.tui.driving import app_with, at, shown, until
from tests.tui.fakes import CFO, PORTAL, FakeDesk, FakeSight, person, queue, ticket

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from simulator.engine.acts.base import Act


async def given(pilot: Pilot[int], desk: FakeDesk) -> Act:
    """Return the one act that was ordered."""
    await until(pilot, lambda: desk.given)
    assert len(desk.given) == 1
    return desk.given[0]


SUSPECTED = PORTAL._replace(declared=False, who="", halted_since=None, question="", asks="")


@pytest.mark.parametrize(
    ("keys", "act"),
    [
        (("down", "down", "w"), shapes.Take("desk.5")),
        (("y",), shapes.GoAhead("portal")),
        (("i", "y"), shapes.GoAhead("portal")),
        (("i", "l"), shapes.Link("portal")),
        (("i", "1"), shapes.Workaround("portal", "status-page")),
        (("i", "w"), shapes.Take("portal")),
        (("t", "c"), shapes.CheckIn("priya")),
        (("t", "2", "h"), shapes.Ask("tomas")),
        (("t", "2", "l"), shapes.Listen("tomas")),
        (("t", "1", "b"), shapes.SendOnBreak("priya")),
        (("t", "4", "g"), shapes.Recognise("jonas")),
        (("t", "1", "r"), shapes.Recognise("priya", 3)),
        (("t", "4", "a"), shapes.Ask("jonas", "why-easy")),
        (("t", "7", "n"), shapes.Ask("cfo", "needs")),
        (("t", "2", "m"), shapes.TalkThrough("wifi")),
        (("b", "enter"), shapes.Brief("impact")),
        (("h", "enter"), shapes.HandOver((), promises=False)),
    ],
)
async def test_acts_within_three_keys_of_the_queue(keys: tuple[str, ...], act: Act) -> None:
    assert len(keys) <= 3
    friction = ConflictView("wifi", ("priya", "tomas"), "Tests were attached.", 12, (), False)
    desk = FakeDesk(FakeSight(friction=(friction,)))
    async with app_with(desk).run_test(size=(100, 40)) as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Payroll portal" in shown(pilot))
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        assert await given(pilot, desk) == act


@pytest.mark.parametrize(
    ("keys", "act"),
    [
        (("p", "o"), shapes.Triage("dock")),
        (("p", "1"), shapes.SetPriority("dock", 1)),
        (("p", "a"), shapes.Acknowledge("dock")),
        (("enter", "o"), shapes.Triage("dock")),
        (("a", "enter"), shapes.Assign("dock", "priya")),
        (("a", "3", "enter"), shapes.Assign("dock", "aisha")),
    ],
)
async def test_acts_on_a_ticket(keys: tuple[str, ...], act: Act) -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Dock, director" in shown(pilot))
        await pilot.press("down")
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        assert await given(pilot, desk) == act


async def test_declaring_takes_a_severity() -> None:
    desk = FakeDesk(FakeSight(open_incidents=(SUSPECTED,)))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("i", "d")
        assert await given(pilot, desk) == shapes.Declare("portal", 1)


async def test_the_assign_dialog_builds_the_whole_order_and_says_it() -> None:
    desk = FakeDesk(FakeSight(open_incidents=(SUSPECTED,), hand=None))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Payroll portal" in shown(pilot))
        await pilot.press("a")
        await at(pilot, "Assign")
        assert "Give away: Payroll portal" in shown(pilot)
        await pilot.press("tab", "down", "tab", "tab")
        await pilot.press(*"0930")
        await pilot.press("tab", *"0915", "tab", "space", "tab", "tab", "right", "right")
        await until(pilot, lambda: "I'll look in at" in shown(pilot))
        text = " ".join(line.strip("│ ") for line in shown(pilot).split("\n"))
        assert (
            'You would say: "Priya, find which node, and why. By 09:30, please. You decide and '
            "act; tell me the result. You may take a node out without asking me. For a risky step "
            "Tomas comes and checks it with you. I'll look in at 09:15.\""
        ) in " ".join(text.split())
        assert "Takes effect 09:03." in text
        await pilot.press("up", "enter")
        assert await given(pilot, desk) == shapes.Assign(
            "portal", "priya", "hand-over", "node-and-why", due=90, check_in=75,
            may=("take-node-out",), beside="tomas",
        )  # fmt: skip


async def test_space_goes_round_the_options_of_a_field() -> None:
    async with app_with(FakeDesk()).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Payroll portal" in shown(pilot))
        await pilot.press("a")
        await at(pilot, "Assign")
        people = pilot.app.screen.query_one("#to", Radio)
        people.focus()
        first = people.value
        seen = []
        for _ in people.options:
            await pilot.press("space")
            seen.append(people.value)
        assert sorted(seen) == sorted(ident for ident, _ in people.options)
        assert seen[-1] == first


async def test_work_that_somebody_has_is_moved_with_a_note() -> None:
    desk = FakeDesk(FakeSight(refusals={"assign": Refusal("assign.has-somebody")}))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Payroll portal" in shown(pilot))
        await pilot.press("a")
        await at(pilot, "Assign")
        await until(pilot, lambda: "[ ] tested" in shown(pilot))
        await pilot.press("3")
        await pilot.click("#note-tested")
        await pilot.click("#note-next")
        await until(pilot, lambda: "[x] next" in shown(pilot))
        await pilot.press("enter")
        found = ("only-node-c",)
        assert await given(pilot, desk) == shapes.Reassign(
            "portal", "aisha", outcome="node-and-why", note=Note(tested=found, next=found)
        )


async def test_what_is_not_possible_is_said_before_it_is_given() -> None:
    desk = FakeDesk(FakeSight(refusals={"brief": Refusal("brief.same")}))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("b")
        await at(pilot, "Brief")
        await until(pilot, lambda: "The team works in that order already." in shown(pilot))
        await pilot.press("enter")
        await pilot.pause()
        assert desk.given == []
        await pilot.press("escape")
        await at(pilot, "ShiftScreen")


async def test_the_composer_shows_the_finished_text_and_sends_it() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("m")
        await at(pilot, "Composer")
        await until(pilot, lambda: "Message · Marta Lind, CFO" in shown(pilot))
        await pilot.press("right", "right", "tab", "tab", "space", "tab", "tab")
        await pilot.press(*"0937")
        await until(pilot, lambda: "You hear from me again at 09:37." in " ".join(
            line.strip("│ ") for line in shown(pilot).split("\n")))  # fmt: skip
        await pilot.press("enter")
        assert await given(pilot, desk) == shapes.Message(
            "cfo", "portal",
            (Element("impact", "impact-2"), Element("action", "action-1"),
             Element("next-update", "next-1", 97)),
        )  # fmt: skip


async def test_sending_again_repeats_the_wording_and_the_rhythm() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("m", "space", "tab", "tab", "tab", "tab", *"0920", "enter")
        await until(pilot, lambda: len(desk.given) == 1)
        desk.sight.now = 75
        await at(pilot, "ShiftScreen")
        await pilot.press("m", "enter")
        await until(pilot, lambda: len(desk.given) == 2)
        first, second = desk.given
        assert isinstance(first, shapes.Message)
        assert isinstance(second, shapes.Message)
        assert [one.wording for one in first.elements] == [one.wording for one in second.elements]
        assert [one.minute for one in first.elements if one.minute] == [80]
        assert [one.minute for one in second.elements if one.minute] == [95]


async def test_a_message_without_the_time_it_names_does_not_go() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("m", "tab", "tab", "tab", "tab", "space")
        await until(pilot, lambda: "Name the time" in shown(pilot))
        await pilot.press("enter")
        await pilot.pause()
        assert desk.given == []
        await pilot.press("plus")
        await until(pilot, lambda: "Name the time" not in shown(pilot))


async def test_a_time_before_the_message_goes_is_refused_in_the_dialog() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        # The dock is in hand until 09:04, so that the message goes at 09:08.
        await pilot.press("m", "tab", "tab", "tab", "tab", "space", *"0905")
        await until(pilot, lambda: "This takes effect at 09:08, and 09:05 is not" in shown(pilot))
        assert "Nothing of yours is due" not in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert type(pilot.app.screen).__name__ == "Composer"
        assert desk.given == []
        await pilot.press("plus", "plus", "enter")
        act = await given(pilot, desk)
        assert isinstance(act, shapes.Message)
        assert (act.elements[0].minute or 0) > 68


async def test_the_first_time_offered_lies_after_the_message_goes() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("m", "tab", "tab", "tab", "tab", "space", "plus", "enter")
        act = await given(pilot, desk)
        assert isinstance(act, shapes.Message)
        assert (act.elements[0].minute or 0) > 68


async def test_a_check_in_before_the_order_is_given_is_refused_in_the_dialog() -> None:
    desk = FakeDesk(FakeSight(open_incidents=(SUSPECTED,)))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Payroll portal" in shown(pilot))
        await pilot.press("a")
        await at(pilot, "Assign")
        pilot.app.screen.query_one("#check-in").focus()
        await pilot.press(*"0906", "enter")
        await until(pilot, lambda: "This takes effect at 09:07" in shown(pilot))
        assert desk.given == []
        await pilot.press("backspace", "right", "enter")
        act = await given(pilot, desk)
        assert isinstance(act, shapes.Assign)
        assert (act.check_in or 0) > 67


async def test_an_incident_somebody_took_unasked_is_given_and_not_moved() -> None:
    desk = FakeDesk(FakeSight(open_incidents=(PORTAL._replace(unasked=True),)))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Payroll portal" in shown(pilot))
        await pilot.press("a", "3", "enter")
        act = await given(pilot, desk)
        assert isinstance(act, shapes.Assign)
        assert act.to == "aisha"


async def test_arrows_move_between_lines_and_an_empty_message_says_why_it_stays() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("m")
        await at(pilot, "Composer")
        assert "tab line" in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "Nothing is said yet, so nothing goes" in shown(pilot))
        assert desk.given == []
        await pilot.press("down", "down", "right", "right", "up", "up", "space", "enter")
        assert await given(pilot, desk) == shapes.Message(
            "cfo", "portal", (Element("impact", "impact-1"), Element("action", "action-2"))
        )


async def test_the_composer_turns_to_another_audience_by_number() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("m", "2")
        await until(pilot, lambda: "Message · All users" in shown(pilot))
        await pilot.press("space", "enter")
        act = await given(pilot, desk)
        assert act == shapes.Message("users", "portal", (Element("impact", "impact-1"),))


async def test_digits_on_a_line_without_a_time_leave_whom_it_goes_to() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("m", "tab", "space", "2")
        await until(pilot, lambda: "No time is named on this line" in shown(pilot))
        assert "Message · Marta Lind, CFO" in shown(pilot)
        await pilot.press("up", "up", "up", "2")
        await until(pilot, lambda: "Message · All users" in shown(pilot))


async def test_the_line_of_recipients_is_gone_through_with_the_arrows() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("m", "up", "up", "right")
        await until(pilot, lambda: "Message · All users" in shown(pilot))
        await pilot.press("right")
        await until(pilot, lambda: "Message · Paylane" in shown(pilot))


async def test_words_of_ones_own_ride_along() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("m", "space")
        await pilot.click("#own")
        await pilot.press(*"k 1")
        await until(pilot, lambda: "k 1" in shown(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: desk.words == ["k 1"])


async def test_help_is_asked_for_with_the_facts_that_are_ticked() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test(size=(80, 30)) as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("i", "h")
        await at(pilot, "Escalate")
        await until(pilot, lambda: "You send no evidence with it." in shown(pilot))
        await pilot.press("down")
        await pilot.click("#fact-only-node-c")
        await until(pilot, lambda: "You tell: one of three servers" in shown(pilot))
        await pilot.press("enter")
        assert await given(pilot, desk) == shapes.Escalate(
            "portal", "paylane", facts=("only-node-c",)
        )


async def test_a_decision_holds_why_from_when_and_what_if_it_fails() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("d", "tab", *"1005", "tab", "space", "tab", "right")
        await until(pilot, lambda: "not back by 10:05" in shown(pilot))
        await pilot.press("up", "enter")
        assert await given(pilot, desk) == shapes.Decide(
            "paper-fallback", ("bank-cut-off",), 125, "manual"
        )


async def test_another_decision_has_no_fallback_of_the_one_before() -> None:
    sight = FakeSight()
    other = DecisionView(
        "wait", "We wait until {time}", (), (("ask", "we ask again"),), None, False
    )
    sight.to_decide = (*sight.to_decide, other)
    desk = FakeDesk(sight)
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("d")
        await at(pilot, "Decide")
        pilot.app.screen.query_one("#if-fails").focus()
        await pilot.press("right")
        await until(pilot, lambda: "If it fails: Ines sends" in shown(pilot))
        pilot.app.screen.query_one("#what").focus()
        await pilot.press("down", "enter")
        assert await given(pilot, desk) == shapes.Decide("wait", (), None, "")


async def test_k_shows_what_you_know_and_comes_back_to_the_dialog() -> None:
    async with app_with(FakeDesk(FakeSight(open_scenes=(CFO,)))).run_test() as pilot:
        await at(pilot, "Scene")
        await pilot.press("k")
        await at(pilot, "Facts")
        assert "08:43  one of three servers turns people away" in shown(pilot)
        await pilot.press("escape")
        await at(pilot, "Scene")


async def test_offers_of_acts_that_a_scenario_does_not_use_stay_out_of_sight() -> None:
    sight = FakeSight()
    sight.world = replace(sight.world, acts=frozenset({"listen", "ask"}))
    async with app_with(FakeDesk(sight)).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("t")
        await at(pilot, "People")
        assert "Sit down and listen" in shown(pilot)
        assert "Send on a break" not in shown(pilot)


async def test_a_dialog_fits_a_small_screen_and_keeps_its_keys_in_view() -> None:
    people = (*FakeSight().people, *(person("mei")._replace(id=f"p{i}") for i in range(6)))
    async with app_with(FakeDesk(FakeSight(people=people))).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Payroll portal" in shown(pilot))
        await pilot.press("a")
        await at(pilot, "Assign")
        await until(pilot, lambda: "enter give · tab next field" in shown(pilot))
        assert "You would say" in shown(pilot)


async def test_enter_gives_from_every_field_and_changes_none() -> None:
    desk = FakeDesk(FakeSight(open_incidents=(SUSPECTED,), hand=None))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Payroll portal" in shown(pilot))
        await pilot.press("a")
        await at(pilot, "Assign")
        pilot.app.screen.query_one("#beside").focus()
        await pilot.press("enter")
        act = await given(pilot, desk)
        assert isinstance(act, shapes.Assign)
        assert act.beside is None


@pytest.mark.parametrize("key", ["space", "full_stop"])
async def test_the_keys_that_let_time_pass_say_not_now_in_a_conversation(key: str) -> None:
    desk = FakeDesk(FakeSight(open_scenes=(CFO,)))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "Scene")
        await pilot.press(key)
        assert await given(pilot, desk) == shapes.NotNow("cfo-calls")


async def test_the_incident_that_still_burns_opens_first() -> None:
    over = PORTAL._replace(id="printer", name="Badge printer", state="mitigated")
    desk = FakeDesk(FakeSight(open_incidents=(over, PORTAL)))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("i")
        await until(pilot, lambda: "Payroll portal (1 of 2)" in shown(pilot))


ROLES = (("lead", "tomas"), ("scribe", "tomas"), ("communications", "mei"))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_roles_in_force_stand_at_the_incident_and_at_the_team(
    size: tuple[int, int],
) -> None:
    desk = FakeDesk(FakeSight(open_incidents=(PORTAL._replace(roles=ROLES),)))
    async with app_with(desk).run_test(size=size) as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "  incident lead, scribe" in shown(pilot))
        assert "  communications" in shown(pilot)
        await pilot.press("i")
        line = "incident lead Tomas · communications Mei · scribe Tomas"
        await until(pilot, lambda: line in shown(pilot))


async def test_roles_nobody_can_be_given_stay_out_of_sight() -> None:
    desk = FakeDesk()
    desk.sight.world = replace(desk.sight.world, acts=frozenset({"take"}))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("i")
        await at(pilot, "Incident")
        assert "scribe" not in shown(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_was_declined_stands_in_the_queue_and_offers_nothing(
    size: tuple[int, int],
) -> None:
    gone = ticket("old", 186, 4, "Second screen", "", -20, state="declined")
    desk = FakeDesk(FakeSight(refused=(gone,), queue=()))
    async with app_with(desk).run_test(size=size) as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Declined: Second" in shown(pilot))
        await pilot.press("end", "enter")
        await until(pilot, lambda: "declined by you" in shown(pilot))
        assert "Give it to somebody" not in shown(pilot)
        await pilot.press("escape")
        await at(pilot, "ShiftScreen")


async def test_what_the_lead_opened_or_gave_away_can_be_handed_over() -> None:
    one, two, three = queue()[1:4]
    mine = (one._replace(triaged=True), two._replace(due=90), three)
    desk = FakeDesk(FakeSight(queue=mine))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("h")
        await at(pilot, "HandOver")
        assert [f"#{t.number}" in shown(pilot) for t in mine] == [True, True, False]


async def test_a_word_on_its_way_is_no_longer_named_as_due() -> None:
    message = shapes.Message("cfo", "portal", (Element("impact", "impact-1"),))
    desk = FakeDesk(FakeSight(hand=InHand(7, message, 60, 64, 4)))
    desk.sight.owed = (PromiseView("cfo", 65, "update"), PromiseView("users", 66, "update"))
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("m", "3", "space")
        await until(pilot, lambda: "Due before that: users at 09:06." in shown(pilot))


async def test_a_vague_line_of_ones_own_is_remarked_on_and_still_goes() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("m", "space")
        await pilot.click("#own")
        await pilot.press(*"soon")
        await until(pilot, lambda: "“soon” names no time" in shown(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: desk.words == ["soon"])


async def test_down_in_the_last_field_changes_nothing_in_the_first() -> None:
    desk = FakeDesk()
    async with app_with(desk).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("b")
        await at(pilot, "Brief")
        await pilot.press("tab", "down", "down", "enter")
        assert await given(pilot, desk) == shapes.Brief("impact")


async def test_ctrl_c_asks_before_it_leaves_from_a_dialog_too() -> None:
    async with app_with(FakeDesk()).run_test() as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("ctrl+c")
        await at(pilot, "Confirm")
        assert "Every act is on disk" in shown(pilot)
        await pilot.press("escape", "b")
        await at(pilot, "Brief")
        await pilot.press("ctrl+c")
        await at(pilot, "Confirm")


async def test_what_was_told_in_the_corner_goes_with_the_next_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("simulator.tui.app.READ", -1)
    async with app_with(FakeDesk()).run_test(notifications=True) as pilot:
        await at(pilot, "ShiftScreen")
        pilot.app.notify("Ana waits.", timeout=600)
        await until(pilot, lambda: "Ana waits." in shown(pilot))
        await pilot.press("b")
        await at(pilot, "Brief")
        await until(pilot, lambda: "Ana waits." not in shown(pilot))


async def test_a_long_text_goes_to_its_end_and_back_with_the_keys_of_a_list() -> None:
    async with app_with(FakeDesk()).run_test(size=(80, 16)) as pilot:
        await at(pilot, "ShiftScreen")
        await pilot.press("question_mark")
        await at(pilot, "Help")
        await pilot.press("G")
        await until(pilot, lambda: "Every command by name" in shown(pilot))
        await pilot.press("g")
        await until(pilot, lambda: "Every command by name" not in shown(pilot))
