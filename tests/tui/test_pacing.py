"""Simulated minutes follow a clock, not a timer."""

from __future__ import annotations

from simulator.tui.pacing import MOST_AT_ONCE, Pacing


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_one_minute_takes_two_seconds() -> None:
    clock = Clock()
    pacing = Pacing(clock)
    clock.now += 1.9
    assert pacing.due() == 0
    clock.now += 0.2
    assert pacing.due() == 1
    assert pacing.due() == 0


def test_a_lost_callback_loses_no_minute() -> None:
    clock = Clock()
    pacing = Pacing(clock)
    clock.now += 6.5
    assert pacing.due() == 3
    clock.now += 1.5
    assert pacing.due() == 1


def test_twice_as_fast_is_a_minute_a_second_and_keeps_the_started_part() -> None:
    clock = Clock()
    pacing = Pacing(clock)
    clock.now += 1.0
    pacing.set_speed(2)
    clock.now += 0.4
    assert pacing.due() == 0
    clock.now += 0.2
    assert pacing.due() == 1


def test_nothing_passes_while_anybody_holds_it() -> None:
    clock = Clock()
    pacing = Pacing(clock)
    clock.now += 1.5
    pacing.hold("dialog")
    pacing.hold("pause")
    clock.now += 1000
    assert pacing.due() == 0
    pacing.release("dialog")
    clock.now += 1000
    assert pacing.due() == 0
    pacing.release("pause")
    assert pacing.due() == 0
    clock.now += 0.6
    assert pacing.due() == 1


def test_releasing_what_nobody_holds_moves_nothing() -> None:
    clock = Clock()
    pacing = Pacing(clock)
    clock.now += 1.5
    pacing.release("dialog")
    clock.now += 0.6
    assert pacing.due() == 1


def test_after_a_long_sleep_the_shift_does_not_leap() -> None:
    clock = Clock()
    pacing = Pacing(clock, speed=4)
    clock.now += 3600
    assert pacing.due() == MOST_AT_ONCE
    assert pacing.due() == 0
