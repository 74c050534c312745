from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from scoring.measures import MEASURES
from scoring.measures.freedom import halts
from scoring.rubric import Scope

if TYPE_CHECKING:
    from scoring.log import Log
    from scoring.measures import Figure
    from tests.scoring.conftest import Maker

PORTAL = "incident:portal"


def take(name: str, log: Log, scope: Scope | None = None, *kinds: str) -> Figure:
    found = MEASURES[name].take
    assert found is not None
    windows = log.windows_of(kinds or ("p1-knowable",)) or [log.whole_shift()]
    return found(log, windows, scope or Scope())


def test_giving_away_counts_from_the_window_and_cites_the_giving(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 100)
    given = maker.give(31, PORTAL, "ana", outcome="node", due=55)
    maker.give(60, PORTAL, "cleo", move="ana")
    figure = take("delegated-complete", maker.log())
    assert (figure.value, figure.evidence) == (6, (given,))


def test_given_away_before_the_window_took_no_time(maker: Maker) -> None:
    maker.give(20, PORTAL, "ana")
    maker.window(25, "p1-knowable", PORTAL, 100)
    assert take("delegated-complete", maker.log()).value == 0


def test_taken_unasked_by_somebody_is_not_given_away(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 100)
    maker.add(26, "incident.opened", PORTAL, "world", to="ana")
    assert take("delegated-complete", maker.log()).value is None


def test_given_away_after_the_closing_does_not_count(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 100)
    maker.give(101, PORTAL, "ana")
    assert take("delegated-complete", maker.log()).value is None


def test_two_windows_give_the_mean_with_an_unused_one_at_full_length(maker: Maker) -> None:
    maker.window(10, "p1-knowable", PORTAL, 100, id="one")
    maker.window(120, "p1-knowable", "incident:batch", 139, id="two")
    maker.give(15, PORTAL, "ana")
    assert take("delegated-complete", maker.log()).value == 13  # (5 + 20) / 2, half up


def test_gaps_count_outcome_due_and_acknowledgement(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 100)
    maker.give(30, PORTAL, "ana", outcome="node", acknowledged=False)
    assert take("delegated-gaps", maker.log()).value == 2


def test_own_hands_count_only_work_while_a_p1_is_open_and_after_the_opening(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 100)
    maker.add(26, "incident.declared", PORTAL, severity=1, since=20, minutes=2)
    maker.give(27, PORTAL, "ana")
    early = maker.add(30, "ticket.taken", "ticket:a", minutes=9, p1_open=True, done=True)
    maker.message(55, "users")
    late = maker.add(64, "ticket.taken", "ticket:b", minutes=13, p1_open=True, done=True)
    maker.add(70, "incident.mitigated", PORTAL, "world", after=45, by="ana")
    maker.add(150, "ticket.taken", "ticket:c", minutes=20, p1_open=False, done=True)
    figure = take("own-hands", maker.log())
    assert (figure.value, figure.evidence) == (5 + 13, (late, early))


@pytest.mark.parametrize(("share", "counts"), [(0, 18), (100, 11), (150, 8), (500, 0)])
def test_what_a_house_leaves_to_own_hands_does_not_count(
    maker: Maker, share: int, counts: int
) -> None:
    maker.window(25, "p1-knowable", PORTAL, 100)
    maker.add(26, "incident.declared", PORTAL, severity=1, since=20, minutes=2)
    maker.give(27, PORTAL, "ana")
    maker.message(60, "users")
    maker.add(64, "ticket.taken", "ticket:b", minutes=18, p1_open=True, done=True)
    maker.add(95, "incident.mitigated", PORTAL, "world", after=70, by="ana")
    assert take("own-hands", maker.log(), Scope(hands_on=share)).value == counts


def test_hands_of_a_lead_who_is_away_are_not_off_the_tools(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 100)
    maker.add(30, "incident.opened", PORTAL, "world", to="ana")
    assert take("own-hands", maker.log()).value is None


def test_hands_that_gave_it_away_and_did_nothing_else_are_away_too(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 100)
    maker.give(27, PORTAL, "ana")
    assert take("own-hands", maker.log()).value is None
    maker.add(40, "analyst.checked-in", "analyst:ana", agreed=40, minutes=2)
    moved = maker.give(41, PORTAL, "cleo", move="ana")
    maker.add(41, "incident.parked", PORTAL, because=moved, by="ana")
    assert take("own-hands", maker.log(closed=False)).value is None
    maker.add(43, "incident.approved", PORTAL, to="ana", waited=2, minutes=1)
    maker.add(73, "incident.mitigated", PORTAL, "world", after=45, by="ana")
    assert take("own-hands", maker.log()).value == 0


@pytest.mark.parametrize(("word", "value"), [(0, None), (55, 0), (58, None)])
def test_hands_that_let_go_later_are_away(maker: Maker, word: int, value: int | None) -> None:
    """After the first word half an hour may pass without one, or half of what it lasts."""
    maker.window(25, "p1-knowable", PORTAL, 100)
    maker.add(26, "incident.declared", PORTAL, severity=1, since=20, minutes=2)
    if word:
        maker.message(word, "users")
    maker.add(80, "incident.mitigated", PORTAL, "world", after=55, by="ana")
    assert take("own-hands", maker.log()).value == value


@pytest.mark.parametrize(("gap", "helps"), [(-1, 0), (0, 1000), (None, 1000)])
def test_help_is_somebody_who_can_do_it(maker: Maker, gap: int | None, helps: int) -> None:
    """Older logs do not say how far the second person's skill reaches."""
    more: dict[str, Any] = {} if gap is None else {"beside_gap": gap}
    maker.give(27, PORTAL, "cleo", gap=-1, beside="ana", **more)
    assert take("within-reach", maker.log(), None, "none").value == helps


def test_free_hands_or_something_less_urgent(maker: Maker) -> None:
    """What either was known to be at that minute decides; a break is nobody's order."""
    maker.add(5, "ticket.arrived", "ticket:a", "script", logged=3, channel="portal",
              skill="network", service="wifi")  # fmt: skip
    maker.give(10, "ticket:b", "ben", priority=3)
    maker.add(11, "ticket.parked", "ticket:a", "world", "analyst:cleo", because=-1, by="cleo")
    assert take("free-hands", maker.log(closed=False), None, "none").value == 1000
    same = maker.give(20, "ticket:c", "ana", priority=3)
    maker.add(20, "ticket.parked", "ticket:a", "world", "analyst:ana", because=same, by="ana")
    figure = take("free-hands", maker.log(closed=False), None, "none")
    assert (figure.value, figure.evidence[0]) == (500, same)
    urgent = maker.give(30, "ticket:d", "ana", priority=2)
    maker.add(30, "ticket.parked", "ticket:a", "world", "analyst:ana", because=urgent, by="ana")
    assert take("free-hands", maker.log(closed=False), None, "none").value == 667
    for_less = maker.give(40, "ticket:e", "ana", priority=2)
    maker.add(40, "incident.parked", PORTAL, "lead", "analyst:ana", because=for_less, by="ana")
    assert take("free-hands", maker.log(), None, "none").value == 500


@pytest.mark.parametrize(("gap", "kept"), [(0, 0), (-1, 0), (-2, 1000)])
def test_work_taken_off_who_was_at_it_was_not_kept(maker: Maker, gap: int, kept: int) -> None:
    """Whoever could not do it loses nothing by it."""
    begun: dict[str, Any] = {"to": "ana", "waited": 0, "pulled": True, "first": True, "gap": gap}
    maker.add(5, "ticket.started", "ticket:a", "world", "analyst:ana", **begun)
    maker.give(10, "ticket:a", "ben", move="ana")
    assert take("free-hands", maker.log(), None, "none").value == kept


def test_work_that_nobody_is_at_is_free_to_give(maker: Maker) -> None:
    begun: dict[str, Any] = {"to": "ana", "waited": 0, "pulled": True, "first": True, "gap": 0}
    maker.add(5, "ticket.started", "ticket:a", "world", "analyst:ana", **begun)
    maker.add(8, "ticket.parked", "ticket:a", "world", "analyst:ana", by="ana")
    maker.give(10, "ticket:a", "ben", move="ana")
    assert take("free-hands", maker.log(), None, "none").value == 1000


def test_nothing_given_sets_nothing_aside(maker: Maker) -> None:
    assert take("free-hands", maker.log(), None, "none").value is None


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


def test_check_ins_kept_weighs_missed_and_unagreed_ones(maker: Maker) -> None:
    maker.give(10, "ticket:a", "ana", check_in=30)
    missed = maker.give(12, "ticket:b", "ben", check_in=40)
    kept = maker.add(31, "analyst.checked-in", "analyst:ana", agreed=30, minutes=2)
    unasked = maker.add(60, "analyst.checked-in", "analyst:cleo", agreed=-1, minutes=2)
    figure = take("check-ins-kept", maker.log())
    assert (figure.value, figure.evidence) == (333, (missed, unasked, kept))


def test_a_look_that_comes_late_is_missed_and_not_unasked(maker: Maker) -> None:
    missed = maker.give(10, "ticket:a", "ana", check_in=30)
    maker.add(45, "analyst.checked-in", "analyst:ana", agreed=30, late=15, minutes=2)
    figure = take("check-ins-kept", maker.log())
    assert (figure.value, figure.counted, figure.evidence) == (0, 1, (missed,))


def test_a_check_in_on_finished_or_moved_work_is_not_due(maker: Maker) -> None:
    maker.give(10, "ticket:a", "ana", check_in=30)
    maker.add(20, "ticket.resolved", "ticket:a", "world", by="ana", minutes=10, satisfaction=90)
    maker.give(12, "ticket:b", "ben", check_in=40)
    maker.give(35, "ticket:b", "cleo", move="ben", check_in=50)
    maker.add(50, "analyst.checked-in", "analyst:cleo", agreed=50, minutes=2)
    assert take("check-ins-kept", maker.log()).value == 1000


def test_a_check_in_on_work_set_aside_is_not_due_until_somebody_goes_on(maker: Maker) -> None:
    maker.give(10, "ticket:a", "ana", check_in=40)
    maker.put(20, "ticket.parked", "ticket:a", "world", "analyst:ana", {"by": "ana"})
    assert take("check-ins-kept", maker.log()).value is None
    missed = maker.put(30, "ticket.started", "ticket:a", "world", "analyst:ana", {"to": "ana"})
    figure = take("check-ins-kept", maker.log())
    assert (figure.value, figure.counted) == (0, 1), missed


def test_whoever_is_given_something_else_has_what_is_agreed_then_and_nothing_more(
    maker: Maker,
) -> None:
    """As on the screen, where the new giving's look, or none, takes the place of the old one's."""
    maker.give(10, "ticket:a", "ana", check_in=55)
    maker.give(51, PORTAL, "ana", check_in=65)
    maker.add(64, "analyst.checked-in", "analyst:ana", agreed=65, minutes=2)
    figure = take("check-ins-kept", maker.log())
    assert (figure.value, figure.counted) == (1000, 1)


def test_no_check_in_at_all_is_nothing_to_measure(maker: Maker) -> None:
    maker.give(10, "ticket:a", "ana")
    assert take("check-ins-kept", maker.log()).value is None


def test_a_person_in_the_scope_leaves_the_others_out(maker: Maker) -> None:
    maker.give(10, "ticket:a", "ana", check_in=30)
    maker.give(12, "ticket:b", "ben", check_in=40)
    maker.add(31, "analyst.checked-in", "analyst:ana", agreed=30, minutes=2)
    assert take("check-ins-kept", maker.log(), Scope(person="ana")).value == 1000


def test_taking_charge_when_it_is_nearly_over_is_no_taking_charge(
    maker: Maker,
) -> None:
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.add(30, "incident.opened", PORTAL, "world", to="ana")
    maker.give(66, PORTAL, "ben", move="ana")
    maker.add(105, "incident.mitigated", PORTAL, "world", after=85, by="ben")
    assert take("own-hands", maker.log()).value is None


def test_work_that_went_on_without_the_leads_word_has_waited_for_it(maker: Maker) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.add(30, "incident.opened", PORTAL, "world", to="ana")
    maker.add(50, "incident.halted", PORTAL, "world", asks="node", by="ana", seen=False)
    maker.add(75, "incident.went-on", PORTAL, "world", by="ana", waited=25)
    assert take("stands-still", maker.log()).value == 25


@pytest.mark.parametrize(
    ("gap", "style", "beside", "fits"),
    [(1, "hand-over", "", True), (0, "on-call", "", True), (-1, "on-call", "", False),
     (-1, "on-call", "ben", True), (-1, "alongside", "", True), (-2, "show", "ben", False)],
)  # fmt: skip
def test_work_is_within_reach_of_who_knows_it_or_has_help(
    maker: Maker, gap: int, style: str, beside: str, fits: bool
) -> None:
    maker.window(25, "p1-knowable", PORTAL, 200)
    given = maker.give(
        30, PORTAL, "ana", gap=gap, style=style, outcome="node", due=60, beside=beside
    )
    figure = take("within-reach", maker.log())
    assert (figure.value, figure.evidence) == (1000 if fits else 0, (given,))
    assert take("delegated-complete", maker.log()).value == (5 if fits else None)
    assert take("delegated-gaps", maker.log()).value == (0 if fits else None)


@pytest.mark.parametrize(
    ("what", "counts"),
    [(PORTAL, (0, 0, 500, 1000, 500, 0)), ("ticket:a", (0, 0, 500, 1000, 1000, 0))],
)
def test_room_that_is_a_step_off_counts_half_but_a_step_too_tight_for_a_ticket(
    maker: Maker, what: str, counts: tuple[int, ...]
) -> None:
    """Nobody could see how hard the ticket is, and everybody how hard the incident is."""
    for fit, worth in zip(range(-3, 3), counts, strict=True):
        maker.give(27, what, "ana", fit=fit)
        assert take("fitting-room", maker.log()).value == worth


def test_room_is_a_mean_with_the_poorest_first(maker: Maker) -> None:
    given = [maker.give(at, f"ticket:{at}", "ana", fit=fit) for at, fit in enumerate((0, -1, 2))]
    figure = take("fitting-room", maker.log())
    assert (figure.value, figure.evidence) == (500, (given[2], given[1], given[0]))


@pytest.mark.parametrize("done", [False, True])
def test_nobody_has_room_for_a_fourth_piece(maker: Maker, *, done: bool) -> None:
    """What they took themselves is a piece too; what is done is none any more."""
    maker.add(5, "ticket.started", "ticket:own", "world", "analyst:ana", to="ana", waited=0,
              pulled=True, first=True)  # fmt: skip
    for at in (10, 11):
        maker.give(at, f"ticket:{at}", "ana")
    maker.give(12, "ticket:other", "ben")
    if done:
        maker.add(20, "ticket.resolved", "ticket:10", "world", by="ana", minutes=9, satisfaction=70)
    fourth = maker.give(30, "ticket:30", "ana")
    figure = take("within-reach", maker.log())
    assert figure.value == (1000 if done else 750)
    assert (figure.evidence[0] == fourth) is not done


def test_what_was_given_to_nobody_fits_nobody(maker: Maker) -> None:
    assert take("within-reach", maker.log()).value is None
    assert take("fitting-room", maker.log()).value is None


def test_a_look_that_was_agreed_on_counts_once(maker: Maker) -> None:
    maker.give(12, "ticket:b", "ben", check_in=90)
    for at in (31, 33):
        maker.add(at, "analyst.checked-in", "analyst:ana", agreed=30, minutes=2)
    assert take("check-ins-kept", maker.log()).value == 500
