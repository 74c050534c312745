"""Nobody loses a level for having done the better thing, or earns one for the record's sake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scoring.assess import assess
from scoring.rubric import Criterion, Scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoring.rubric import Filling, Rubric
    from tests.scoring.conftest import Maker

PORTAL = "incident:portal"
EXECUTIVE = Scope(audience=frozenset({"executive"}))


@pytest.fixture
def fill(
    make_criterion: Callable[..., Criterion], make_rubric: Callable[..., Rubric]
) -> Callable[..., Filling]:
    def filled(maker: Maker, measure: str, **more: object) -> Filling:
        return assess(
            maker.log(), make_rubric(make_criterion(measure, **more))
        ).fillings[0]  # fmt: skip

    return filled


def ask(maker: Maker, at: int, complete: bool = True, again: int = 0) -> int:
    return maker.add(
        at, "task.escalated", "stakeholder:vendor", task="portal", facts=(), complete=complete,
        again=again, minutes=4,
    )  # fmt: skip


def answer(maker: Maker, at: int) -> int:
    return maker.add(
        at, "stakeholder.answered", "stakeholder:vendor", "world", reply="yes", task="portal"
    )


CHASE = {
    "windows": ("late",), "scope": Scope(person="vendor"), "basis": "author",
    "bands": {4: (0, 5), 3: (6, 15), 2: (16, None), 1: None},
}  # fmt: skip


def test_who_asked_early_and_is_answered_before_a_chase_was_due_is_not_judged(
    maker: Maker, fill: Callable[..., Filling]
) -> None:
    ask(maker, 50)
    maker.window(110, "late", "stakeholder:vendor", 150)
    came = answer(maker, 122)
    one = fill(maker, "chases", **CHASE)
    assert (one.level, one.reason, one.evidence) == (None, "prevented", (came,))


@pytest.mark.parametrize(("complete", "minute"), [(True, 126), (False, 115)])
def test_a_late_answer_or_a_poor_request_leaves_the_window_unused(
    maker: Maker, fill: Callable[..., Filling], complete: bool, minute: int
) -> None:
    ask(maker, 50, complete)
    maker.window(110, "late", "stakeholder:vendor", 150)
    answer(maker, minute)
    assert fill(maker, "chases", **CHASE).level == 1


def test_silence_that_nobody_breaks_is_an_unused_window(
    maker: Maker, fill: Callable[..., Filling]
) -> None:
    ask(maker, 50)
    maker.window(110, "late", "stakeholder:vendor", 150)
    assert fill(maker, "chases", **CHASE).level == 1


def test_a_chase_before_the_answer_is_judged_as_a_chase(
    maker: Maker, fill: Callable[..., Filling]
) -> None:
    ask(maker, 50)
    maker.window(110, "late", "stakeholder:vendor", 150)
    ask(maker, 112, again=1)
    answer(maker, 114)
    one = fill(maker, "chases", **CHASE)
    assert (one.level, one.figure) == (4, 2)


def outage(maker: Maker) -> None:
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.add(26, "incident.known", PORTAL, "world", service="portal")


def mended(maker: Maker, at: int) -> None:
    maker.add(at, "incident.mitigated", PORTAL, "world", after=at - 20, by="ana")


WORDS = {
    "scope": EXECUTIVE, "competency": "communication",
    "bands": {4: (850, None), 3: (650, 849), 2: (450, 649), 1: (0, 449)},
}  # fmt: skip


def test_a_talk_and_no_update_due_leaves_no_need_for_one(
    maker: Maker, fill: Callable[..., Filling]
) -> None:
    outage(maker)
    talk = maker.add(
        36, "scene.answered", "stakeholder:cfo", scene="call", choice="a", credit=3, minutes=3
    )
    mended(maker, 60)
    one = fill(maker, "executive-words", **WORDS)
    assert (one.level, one.reason, one.evidence) == (None, "prevented", (talk,))


def test_a_talk_does_not_stand_for_an_update_that_came_due_after_it(
    maker: Maker, fill: Callable[..., Filling]
) -> None:
    outage(maker)
    maker.add(
        36, "scene.answered", "stakeholder:cfo", scene="call", choice="a", credit=3, minutes=3
    )
    mended(maker, 100)
    assert fill(maker, "executive-words", **WORDS).level == 1


def test_updates_are_due_from_the_last_word(maker: Maker, fill: Callable[..., Filling]) -> None:
    outage(maker)
    maker.message(46, "cfo", "impact", "risk", "time", "next-update", next=76)
    mended(maker, 59)
    assert fill(maker, "executive-words", **WORDS).figure == 1000


STILL = {"bands": {4: (0, 5), 3: (6, 15), 2: (16, 30), 1: (31, None)}}


def test_work_in_ones_own_hands_is_no_work_let_move(
    maker: Maker, fill: Callable[..., Filling]
) -> None:
    outage(maker)
    maker.add(27, "incident.declared", PORTAL, severity=1, since=20, minutes=2)
    maker.add(30, "incident.opened", PORTAL, "world", "analyst:ana", to="ana")
    maker.add(33, "incident.picked-up", PORTAL)
    maker.add(45, "incident.taken", PORTAL, step="find", minutes=12, p1_open=True)
    mended(maker, 90)
    one = fill(maker, "stands-still", **STILL)
    assert (one.level, one.figure) == (1, 50)


def test_giving_it_away_when_it_is_nearly_over_moves_nothing(
    maker: Maker, fill: Callable[..., Filling]
) -> None:
    outage(maker)
    maker.add(27, "incident.declared", PORTAL, severity=1, since=20, minutes=2)
    maker.give(140, PORTAL, "ana")
    mended(maker, 150)
    assert fill(maker, "stands-still", **STILL).level == 1


def test_the_right_to_go_on_counts_as_giving(maker: Maker, fill: Callable[..., Filling]) -> None:
    outage(maker)
    maker.add(30, "incident.opened", PORTAL, "world", "analyst:ana", to="ana")
    maker.add(40, "incident.halted", PORTAL, "world", "analyst:ana", asks="next-step", by="ana")
    maker.add(43, "incident.approved", PORTAL, to="ana", waited=3, minutes=1)
    mended(maker, 90)
    one = fill(maker, "stands-still", **STILL)
    assert (one.level, one.figure) == (4, 3)


COVER = {
    "windows": ("absence",), "competency": "people", "id": "people.covers", "basis": "author",
    "bands": {4: (3, 3), 3: (2, 2), 2: (0, 1), 1: None},
}  # fmt: skip


def test_ordinary_work_does_not_cover_an_absence(
    maker: Maker, fill: Callable[..., Filling]
) -> None:
    maker.window(20, "absence", "analyst:cleo", 120)
    maker.add(30, "analyst.asked", "analyst:ben", question="what-callers-saw", minutes=2)
    maker.give(33, PORTAL, "ana")
    maker.give(36, "ticket:batch", "ben")
    maker.add(40, "desk.told", "desk", about="portal", elements=(), facts=(), minutes=2)
    one = fill(maker, "absence-covered", **COVER)
    assert (one.level, one.reason) == (None, "no opportunity")


@pytest.mark.parametrize(("credit", "level"), [(3, 4), (1, 2)])
def test_the_answer_to_who_steps_in_covers_an_absence(
    maker: Maker, fill: Callable[..., Filling], credit: int, level: int
) -> None:
    maker.window(20, "absence", "analyst:cleo", 120)
    said = maker.add(
        101, "scene.answered", "stakeholder:cfo", scene="counter", choice="halves",
        credit=credit, criterion="people.covers", minutes=3,
    )  # fmt: skip
    one = fill(maker, "absence-covered", **COVER)
    assert (one.level, one.evidence) == (level, (said,))


def test_silence_about_an_absence_is_level_one(maker: Maker, fill: Callable[..., Filling]) -> None:
    maker.window(20, "absence", "analyst:cleo", 120)
    maker.add(
        110, "scene.lapsed", "stakeholder:cfo", "default", scene="counter",
        criterion="people.covers",
    )  # fmt: skip
    assert fill(maker, "absence-covered", **COVER).level == 1


def test_a_promise_made_and_kept_at_the_very_end_earns_nothing(
    maker: Maker, fill: Callable[..., Filling]
) -> None:
    outage(maker)
    maker.add(195, "promise.made", "stakeholder:cfo", due=200, what="update")
    maker.add(199, "promise.kept", "stakeholder:cfo", early=1, due=200)
    assert fill(maker, "promises-kept", bands=WORDS["bands"]).level == 1


def test_a_promise_made_before_and_kept_at_the_end_counts(
    maker: Maker, fill: Callable[..., Filling]
) -> None:
    outage(maker)
    maker.add(170, "promise.made", "stakeholder:cfo", due=200, what="update")
    maker.add(199, "promise.kept", "stakeholder:cfo", early=1, due=200)
    assert fill(maker, "promises-kept", bands=WORDS["bands"]).level == 4


def test_a_look_in_agreed_on_and_held_at_the_very_end_earns_nothing(
    maker: Maker, fill: Callable[..., Filling]
) -> None:
    outage(maker)
    maker.give(192, "ticket:a", "ana", check_in=200)
    maker.add(200, "analyst.checked-in", "analyst:ana", agreed=200, minutes=2)
    assert fill(maker, "check-ins-kept", bands=WORDS["bands"]).level == 1


def test_a_need_that_arose_late_can_be_met_late(maker: Maker, fill: Callable[..., Filling]) -> None:
    maker.window(165, "p1-knowable", PORTAL, 210)
    maker.add(166, "incident.known", PORTAL, "world", service="portal")
    maker.give(193, PORTAL, "ana")
    assert fill(maker, "delegated-complete").figure == 28


def test_work_done_before_its_check_in_leaves_nothing_to_judge(
    maker: Maker, fill: Callable[..., Filling]
) -> None:
    outage(maker)
    given = maker.give(27, PORTAL, "ana", check_in=70)
    mended(maker, 60)
    one = fill(maker, "check-ins-kept", bands=WORDS["bands"])
    assert (one.level, one.reason, one.evidence) == (None, "prevented", (given,))


def test_an_untruth_still_caps_communication(maker: Maker, core: Rubric) -> None:
    outage(maker)
    maker.message(28, "users", "impact", "next-update", next=58)
    maker.message(30, "cfo", "impact", "risk", "time", "next-update", next=60)
    lie = maker.message(58, "cfo", "risk", untrue=True, next=88)
    mended(maker, 90)
    one = assess(maker.log(), core)
    assert one.filling("communication.nothing-untrue").evidence == (lie,)
    score = one.scores["communication"]
    assert (score.capped_by, score.points) == ("communication.nothing-untrue", score.of // 3)


@pytest.mark.parametrize(("untrue", "level"), [(True, 1), (False, 4)])
def test_an_untruth_said_in_an_answer_counts_as_one_that_is_written(
    maker: Maker, core: Rubric, *, untrue: bool, level: int
) -> None:
    said = maker.add(30, "scene.answered", "stakeholder:cfo", scene="till", choice="new", credit=0,
                     minutes=1, untrue=untrue)  # fmt: skip
    one = assess(maker.log(), core).filling("communication.nothing-untrue")
    assert (one.level, one.evidence) == (level, (said,) if untrue else ())


def test_nothing_given_away_leaves_nothing_to_come_back_to(
    maker: Maker, fill: Callable[..., Filling]
) -> None:
    outage(maker)
    one = fill(maker, "check-ins-kept", bands=WORDS["bands"])
    assert (one.level, one.reason) == (None, "no opportunity")


def test_work_given_away_without_a_time_to_come_back_is_judged(
    maker: Maker, fill: Callable[..., Filling]
) -> None:
    outage(maker)
    maker.give(27, PORTAL, "ana")
    assert fill(maker, "check-ins-kept", bands=WORDS["bands"]).level == 1


CLOSING = {"competency": "communication", "bands": WORDS["bands"]}


def test_what_is_over_in_the_last_half_hour_is_over_too_late_to_tell(
    maker: Maker, fill: Callable[..., Filling]
) -> None:
    outage(maker)
    maker.message(30, "cfo", "impact", next=60)
    mended(maker, 181)
    ended = maker.entries[-1].number
    one = fill(maker, "closing-word", **CLOSING)
    assert (one.level, one.reason, one.evidence) == (None, "no opportunity", (ended,))


def test_what_is_not_over_when_the_shift_ends_has_no_end_to_tell(
    maker: Maker, fill: Callable[..., Filling]
) -> None:
    outage(maker)
    maker.message(30, "cfo", "impact", next=60)
    one = fill(maker, "closing-word", **CLOSING)
    assert (one.level, one.reason) == (None, "no opportunity")


@pytest.mark.parametrize("written", [True, False])
def test_an_end_with_half_an_hour_left_and_no_word_of_it_is_judged(
    maker: Maker, fill: Callable[..., Filling], *, written: bool
) -> None:
    outage(maker)
    if written:
        maker.message(30, "cfo", "impact", next=60)
    mended(maker, 180)
    assert fill(maker, "closing-word", **CLOSING).level == 1
