"""What needs the lead: the test that the screen's pause and the `.` key share."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from simulator.engine.acts.shapes import Brief
from simulator.engine.catalogue import CATALOGUE
from simulator.engine.log import LogEntry
from simulator.errors import WrongUse
from simulator.strategies.protocol import (
    ADDRESSED,
    ENDED,
    NOTABLE,
    Wait,
    needs_lead,
    next_need,
    play,
    worth_a_look,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.acts.base import Given
    from simulator.engine.view import View
    from simulator.runs.playable import Playable


def view(
    now: int = 20,
    promises: tuple[int, ...] = (),
    check_ins: tuple[int, ...] = (),
    waiting: int = 0,
    halted: bool = False,
    busy: bool = False,
    queued: bool = False,
) -> View:
    """A view in which only these things are so."""
    person = SimpleNamespace(waits_since=3 if halted else None)
    agenda = SimpleNamespace(in_hand=object() if busy else None, queued=(1,) if queued else ())
    made: Any = SimpleNamespace(
        now=now,
        promises=lambda: iter([SimpleNamespace(due=due) for due in promises]),
        check_ins=lambda: iter([("priya", minute) for minute in check_ins]),
        waiting=lambda: iter(range(waiting)),
        team=lambda: iter([person]),
        scene=lambda: None,
        agenda=lambda: agenda,
    )
    return cast("View", made)


def entry(kind: str, seen: bool = True) -> LogEntry:
    return LogEntry(1, 20, kind, "world", "desk", "desk", -1, seen, {})


@pytest.mark.parametrize("kind", sorted(ADDRESSED))
def test_what_is_addressed_to_the_lead_needs_the_lead(kind: str) -> None:
    assert needs_lead([entry(kind)], view())
    assert not needs_lead([entry(kind, seen=False)], view())


def test_the_rest_is_a_line_in_the_strip() -> None:
    others = [entry(kind) for kind in CATALOGUE if kind not in ADDRESSED | ENDED]
    assert not needs_lead(others, view(waiting=5, halted=True))


def test_signs_and_missed_targets_are_worth_a_look() -> None:
    assert worth_a_look([entry("ticket.started"), entry("conflict.sign")])
    assert not worth_a_look([entry("conflict.sign", seen=False), entry("ticket.started")])


def test_every_kind_named_here_is_in_the_catalogue() -> None:
    assert set(CATALOGUE) >= ADDRESSED | ENDED | NOTABLE


@pytest.mark.parametrize(
    ("seen", "needed"),
    [
        (view(waiting=1), True),
        (view(halted=True), True),
        (view(), False),
        (view(waiting=1, busy=True), False),
        (view(waiting=1, queued=True), False),
    ],
)
def test_a_free_lead_is_needed_where_something_waits(seen: View, needed: bool) -> None:
    assert needs_lead([entry("act.done")], seen) is needed
    assert not needs_lead([entry("ticket.arrived")], seen)


def test_a_promise_needs_the_lead_five_minutes_before_it_is_due_and_when_it_is() -> None:
    minutes = [now for now in range(15, 30) if needs_lead([], view(now, promises=(22, 28)))]
    assert minutes == [17, 22, 23, 28]


def test_an_agreed_check_in_needs_the_lead_at_its_minute() -> None:
    assert [now for now in range(15, 30) if needs_lead([], view(now, check_ins=(22,)))] == [22]


def test_the_next_need_is_the_first_one_to_come() -> None:
    seen = view(promises=(30, 24), check_ins=(26, 10))
    assert [next_need(seen, after) for after in (18, 19, 24, 25, 26)] == [19, 24, 25, 26, 30]
    assert next_need(seen, 30) is None


class Watcher:
    """Notes when it is asked, and waits for some minutes."""

    def __init__(self, *waits: int) -> None:
        self.waits = list(waits)
        self.asked: list[int] = []
        self.fresh: list[int] = []

    def decide(self, view: View) -> Iterator[Brief | Wait]:
        self.asked.append(view.now)
        self.fresh += [entry.at for entry in view.new()]
        if view.now == 0:
            yield Brief("oldest")
        yield from (Wait(minute) for minute in self.waits if minute > view.now)


def test_a_lead_is_asked_at_the_start_at_what_is_new_and_when_it_wants(desk: Playable) -> None:
    lead, given = Watcher(31, 47), cast("list[Given]", [])
    state = play(desk.world, lead, 5, given=given)
    assert state.over
    assert lead.asked[0] == 0
    assert {31, 47} <= set(lead.asked)
    assert lead.asked == sorted(set(lead.asked))
    seen = {entry.at for entry in state.log if entry.seen and entry.at < desk.world.length}
    assert seen <= set(lead.asked)
    assert [act.act for act in given] == [Brief("oldest")]


def test_playing_is_the_same_each_time_and_another_with_another_seed(desk: Playable) -> None:
    logs = [play(desk.world, Watcher(), seed).log for seed in (5, 5, 6)]
    assert logs[0] == logs[1]
    assert logs[0] != logs[2]


class Endless:
    def decide(self, view: View) -> Iterator[Brief]:
        while True:
            yield Brief()


class Wrong:
    def decide(self, view: View) -> list[Any]:
        return ["assign desk.1 to priya"]


@pytest.mark.parametrize(
    ("lead", "says"), [(Endless(), "200 acts"), (Wrong(), "answered with str")]
)
def test_a_lead_that_is_none_is_told_so(desk: Playable, lead: Any, says: str) -> None:
    with pytest.raises(WrongUse, match=says):
        play(desk.world, lead, 1)
