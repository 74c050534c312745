"""Work that stands still for want of the lead's word, and stops to ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scoring.measures.freedom import halts
from tests.scoring.figures import PORTAL, take

if TYPE_CHECKING:
    from tests.scoring.conftest import Maker


def test_work_stands_still_until_the_word_comes(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.give(27, PORTAL, "ana")
    short = maker.add(43, "incident.halted", PORTAL, "world", asks="next-step", by="ana")
    maker.add(45, "incident.approved", PORTAL, to="ana", waited=2, minutes=1)
    long = maker.add(52, "incident.halted", PORTAL, "world", asks="node", by="ana")
    maker.give(87, PORTAL, "cleo", move="ana")
    figure = take("stands-still", maker.log())
    assert (figure.value, figure.evidence) == (37, (long, short))


def test_work_that_waits_for_somebody_elses_word_waits_for_the_lead_to_ask(maker: Maker) -> None:
    """And again from an answer that is not a yes; it is no stop that the lead could have spared."""
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.give(27, PORTAL, "ana")
    asks: dict[str, Any] = {"asks": "keys", "task": "portal", "facts": (), "again": 0, "minutes": 4}
    maker.add(40, "incident.halted", PORTAL, "world", asks="keys", by="ana", word_of="boss")
    maker.add(45, "task.escalated", "stakeholder:boss", complete=False, **asks)
    maker.add(48, "stakeholder.answered", "stakeholder:boss", "world", reply="question",
              task="portal")  # fmt: skip
    maker.add(58, "task.escalated", "stakeholder:boss", complete=True, **asks)
    maker.add(63, "incident.approved", PORTAL, "world", to="ana", waited=23, minutes=0)
    log = maker.log()
    assert [minutes for minutes, _, _ in halts(log, PORTAL)] == [5, 10]
    assert take("stands-still", log).value == 15
    assert take("asked-first", log).value == 0


def test_work_stands_while_the_lead_calls_its_person_to_something_else(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.give(27, PORTAL, "ana")
    other = maker.give(40, "ticket:a", "ana")
    aside = maker.add(40, "incident.parked", PORTAL, because=other, by="ana")
    maker.add(58, "incident.resumed", PORTAL, "world", by="ana", stood=18)
    figure = take("stands-still", maker.log())
    assert (figure.value, figure.evidence) == (18, (aside,))


def test_a_break_is_not_something_else_whoever_sends_them(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.give(27, PORTAL, "ana")
    sent = maker.add(40, "analyst.sent-on-break", "analyst:ana", strained=True, minutes=1)
    maker.add(41, "incident.parked", PORTAL, because=sent, by="ana")
    maker.add(51, "incident.resumed", PORTAL, "world", by="ana", stood=10)
    maker.add(60, "incident.parked", PORTAL, "world", by="ana")
    assert take("stands-still", maker.log()).value == 0


def test_a_minute_that_waits_for_a_word_and_is_set_aside_counts_once(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.give(27, PORTAL, "ana")
    maker.add(40, "incident.halted", PORTAL, "world", asks="node", by="ana")
    other = maker.give(44, "ticket:a", "ana")
    maker.add(44, "incident.parked", PORTAL, because=other, by="ana")
    maker.add(50, "incident.approved", PORTAL, to="ana", waited=10, minutes=1)
    maker.add(62, "incident.resumed", PORTAL, "world", by="ana", stood=18)
    assert take("stands-still", maker.log()).value == 10 + 12


def test_work_that_stays_set_aside_stands_to_the_end(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.give(27, PORTAL, "ana")
    other = maker.give(190, "ticket:a", "ana")
    maker.add(190, "incident.parked", PORTAL, because=other, by="ana")
    assert take("stands-still", maker.log()).value == 20


def test_each_stop_to_ask_counts_however_soon_the_word_came(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.give(27, PORTAL, "ana")
    stops = []
    for minute in (43, 52, 60):
        stops.append(maker.add(minute, "incident.halted", PORTAL, "world", asks="node", by="ana"))
        maker.add(minute + 1, "incident.approved", PORTAL, to="ana", waited=1, minutes=1)
    figure = take("asked-first", maker.log())
    assert (figure.value, figure.evidence) == (3, tuple(stops))


def test_work_given_with_the_right_to_finish_it_asks_for_nothing(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.give(27, PORTAL, "ana")
    assert take("asked-first", maker.log()).value == 0


def test_a_stop_that_no_word_ended_counts_three_times(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.give(27, PORTAL, "ana")
    maker.add(43, "incident.halted", PORTAL, "world", asks="node", by="ana")
    maker.add(68, "incident.went-on", PORTAL, "world", by="ana", waited=25)
    assert take("asked-first", maker.log()).value == 3


def test_a_word_of_somebody_elses_that_the_lead_never_asks_for_counts_too(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.give(27, PORTAL, "ana")
    stop = maker.add(40, "incident.halted", PORTAL, "world", asks="keys", by="ana", word_of="boss")
    figure = take("asked-first", maker.log())
    assert (figure.value, figure.evidence) == (3, (stop,))


def test_each_step_of_the_leads_own_is_a_decision_that_stayed(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.give(27, PORTAL, "ana")
    steps = [
        maker.add(at, "incident.taken", PORTAL, step="find", minutes=9, p1_open=True)
        for at in (45, 60)
    ]
    figure = take("asked-first", maker.log())
    assert (figure.value, figure.evidence) == (2, tuple(steps))


def test_whoever_helped_themselves_got_no_right_from_the_lead(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.add(30, "incident.opened", PORTAL, "world", "analyst:ana", to="ana")
    assert take("asked-first", maker.log()).value is None
    maker.add(43, "incident.halted", PORTAL, "world", asks="node", by="ana")
    maker.add(45, "incident.approved", PORTAL, to="ana", waited=2, minutes=1)
    assert take("asked-first", maker.log()).value == 1


def test_nobody_has_a_right_to_what_nobody_of_the_team_has(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.add(45, "incident.taken", PORTAL, step="find", minutes=9, p1_open=True)
    assert take("asked-first", maker.log()).value is None


def test_work_that_waits_at_the_end_has_waited_to_the_end(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.give(27, PORTAL, "ana")
    maker.add(190, "incident.halted", PORTAL, "world", asks="node", by="ana")
    assert take("stands-still", maker.log()).value == 20


def test_a_look_in_nobody_agreed_on_counts_five_minutes(maker: Maker) -> None:
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.give(27, PORTAL, "ana", check_in=47)
    maker.add(35, "analyst.checked-in", "analyst:ana", agreed=-1, task="portal", minutes=2)
    maker.add(47, "analyst.checked-in", "analyst:ana", agreed=47, task="portal", minutes=2)
    maker.add(50, "analyst.checked-in", "analyst:ben", agreed=-1, task="desk.4", minutes=2)
    assert take("stands-still", maker.log()).value == 5


def test_an_incident_nobody_touches_stands_still(maker: Maker) -> None:
    """Past the first quarter of an hour, in which it is seen and given away."""
    opened = maker.window(25, "p1-knowable", PORTAL, 200)
    figure = take("stands-still", maker.log())
    assert (figure.value, figure.evidence) == (210 - 40, (opened,))


def test_work_in_the_leads_own_hands_stands_still_for_the_team(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.add(30, "incident.opened", PORTAL, "world", "analyst:ana", to="ana")
    took = maker.add(50, "incident.picked-up", PORTAL)
    maker.add(66, "incident.taken", PORTAL, step="find", minutes=16, p1_open=True)
    maker.add(66, "incident.dropped", PORTAL, "world", "lead", by="lead")
    maker.add(71, "incident.step-begun", PORTAL, "world", "analyst:ben", step="fix", by="ben")
    figure = take("stands-still", maker.log())
    assert (figure.value, figure.evidence) == (21, (took,))


def test_work_that_went_on_without_the_leads_word_has_waited_for_it(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.add(30, "incident.opened", PORTAL, "world", to="ana")
    maker.add(50, "incident.halted", PORTAL, "world", asks="node", by="ana", seen=False)
    maker.add(75, "incident.went-on", PORTAL, "world", by="ana", waited=25)
    assert take("stands-still", maker.log()).value == 25
