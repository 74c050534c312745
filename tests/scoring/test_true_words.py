"""What a debrief says of a run is so: whose minutes and whose repair, and what silence led to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from scoring.assess import assess
from scoring.debrief.causes import incident_end
from scoring.debrief.choosing import choose
from scoring.debrief.desk import desk_figures
from scoring.debrief.grammar import between
from scoring.debrief.levels import level_rows
from scoring.debrief.phrases import past
from scoring.debrief.picture import picture
from scoring.debrief.plans import trigger_of
from scoring.debrief.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoring.rubric import Rubric
    from tests.scoring.conftest import Criteria, Maker

PORTAL = "incident:portal"
NAMES = {
    PORTAL: "Payroll portal", "analyst:ana": "Priya Nair", "stakeholder:cfo": "Marta Lind",
    "says:yes-or-no": "Is it yes or no?", "decision:paper": "If it lasts by {time}, paper starts.",
    "news:paper": "Payroll starts the paper file.",
}  # fmt: skip


def clock(minute: int) -> str:
    return f"{8 + minute // 60:02}:{minute % 60:02}"


def reading(maker: Maker, at: int, *lead: str) -> None:
    maker.add(
        at, "desk.reading", "desk", "script", waiting=6, open=9, oldest=4, breached=0, trust=60,
        morale=60, stress=60, friction=38, trusts=(), morales=(), stresses=(), frictions=(),
        lead=lead,
    )  # fmt: skip


def test_what_never_failed_did_not_work_again(maker: Maker) -> None:
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    known = maker.add(25, "incident.known", PORTAL, "world", service="portal", unbroken=True)
    over = maker.add(60, "incident.mitigated", PORTAL, after=40, by="lead", unbroken=True)
    log, telling = maker.log(), Telling(NAMES, clock)
    rows = {row.name: row.text for row in desk_figures(log, telling)}
    assert rows["Payroll portal"] == "40 minutes from 08:20 until it was put in order"
    assert rows["Put Payroll portal in order"] == "you"
    assert "Brought Payroll portal back" not in rows
    assert past(telling, log.entries[over]).endswith("was put in order")
    assert "would stop, untouched" in past(telling, log.entries[known])
    assert incident_end(log, telling, PORTAL).endswith("was put in order at 09:00.")


def test_own_work_is_told_apart_from_giving_work_away(maker: Maker) -> None:
    maker.add(48, "ticket.taken", "ticket:a", minutes=40, p1_open=False, done=True)
    maker.add(60, "incident.taken", PORTAL, step="look", minutes=9, p1_open=True)
    reading(maker, 65, "communicate:10", "delegate:51")
    assert picture(maker.log()).minutes == (
        ("on tickets yourself", 49), ("communicate", 10), ("delegate", 2),
    )  # fmt: skip


def test_the_desk_names_who_brought_it_back(maker: Maker) -> None:
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.add(40, "incident.found", PORTAL, "world", "analyst:ana", step="look", by="ana")
    maker.add(60, "incident.taken", PORTAL, step="take-out", minutes=5, p1_open=True)
    maker.add(60, "incident.mitigated", PORTAL, after=40, by="lead")
    rows = {row.name: row.text for row in desk_figures(maker.log(), Telling(NAMES, clock))}
    assert rows["Worked on Payroll portal"] == "Priya Nair, you"
    assert rows["Brought Payroll portal back"] == "you"


@pytest.mark.parametrize(
    ("name", "short", "inside"),
    [
        ("Everybody who calls", "Everybody", "everybody who calls"),
        ("Everybody", "everybody", "everybody"),
        ("Everybody at Northgate", "everybody", "everybody at Northgate"),
        ("Greta Holm", "Greta", "Greta Holm"),
        ("Greta", "Greta", "Greta"),
        ("Greta van Holm", "Greta", "Greta van Holm"),
    ],
)
def test_many_people_begin_small_and_one_person_does_not(
    maker: Maker, name: str, short: str, inside: str
) -> None:
    names = {"stakeholder:users": name, "short:users": short}
    telling = Telling.of(maker.log(), names, clock)
    assert telling.thing("stakeholder:users") == inside


@pytest.mark.parametrize(
    ("kind", "data", "told"),
    [
        ("analyst.checked-in", {"agreed": 30, "late": 15, "minutes": 2},
         "you looked in on Priya Nair, agreed for 08:30, 15 minutes late"),
        ("analyst.checked-in", {"agreed": 40, "minutes": 2},
         "you looked in on Priya Nair, as agreed for 08:40"),
        ("promise.kept", {"due": 50, "how": "sent"},
         "you sent Marta Lind the word promised for 08:50"),
        ("promise.kept", {"due": 50, "how": "said"},
         "you gave Marta Lind the word promised for 08:50 in your answer"),
        ("promise.kept", {"due": 50, "how": "told"},
         "Marta Lind had the word promised for 08:50, though not from you"),
        ("promise.kept", {"due": 50, "how": "done"},
         "Marta Lind had what you promised for 08:50"),
        ("message.sent", {"elements": ("impact", "time"), "next": -1, "no_time": True},
         "you wrote to Marta Lind: what it does to people and that no time can be named yet"),
        ("message.sent", {"elements": ("impact", "ask"), "next": -1, "way": "try-again"},
         "you wrote to Marta Lind: what it does to people and a way to go on"),
        ("message.sent", {"elements": ("impact", "time"), "next": -1},
         "you wrote to Marta Lind: what it does to people and when it may be over"),
    ],
)  # fmt: skip
def test_what_is_told_is_what_was_done(
    maker: Maker, kind: str, data: dict[str, Any], told: str
) -> None:
    whom = "analyst:ana" if kind == "analyst.checked-in" else "stakeholder:cfo"
    number = maker.add(45, kind, whom, **data)
    assert past(Telling(NAMES, clock), maker.log().entries[number]) == told


def test_a_look_that_was_not_agreed_is_not_late(
    maker: Maker, make_criterion: Criteria, make_rubric: Callable[..., Rubric]
) -> None:
    maker.window(20, "p1-knowable", PORTAL, 130)
    maker.add(25, "analyst.sign", "analyst:ana", "world", sign="stretched")
    maker.add(60, "analyst.checked-in", "analyst:ana", agreed=-1, task="portal", minutes=2)
    rubric = make_rubric(
        make_criterion("check-ins-kept", {4: (900, 1000), 2: (0, 899)}, windows=("p1-knowable",))
    )
    log = maker.log()
    (one,) = choose(log, Telling(NAMES, clock), rubric, assess(log, rubric))
    assert one.did[0].startswith("At 09:00 you looked in on Priya Nair")
    assert "minutes after" not in " ".join(one.did)


def test_no_blank_for_a_time_is_shown(
    maker: Maker, make_criterion: Criteria, make_rubric: Callable[..., Rubric]
) -> None:
    maker.window(20, "way-back", "decision:paper", 130)
    rubric = make_rubric(make_criterion("decision-complete", windows=("way-back",)))
    log = maker.log()
    (row,) = level_rows(log, Telling(NAMES, clock), rubric, assess(log, rubric))
    assert "If it lasts in time, paper starts." in row.evidence[0].text


@pytest.mark.parametrize("answered", [True, False])
def test_news_that_follows_from_silence_is_a_moment(
    maker: Maker, make_criterion: Criteria, make_rubric: Callable[..., Rubric], answered: bool
) -> None:
    one = make_criterion("choice-credit", {4: (3, 3), 3: (2, 2), 2: (0, 1)}, windows=(),
                         basis="author", competency="communication")  # fmt: skip
    maker.add(125, "scene.opened", "stakeholder:cfo", "world", "stakeholder:cfo",
              scene="yes-or-no", sender="cfo", until=133, channel="phone")  # fmt: skip
    if answered:
        end = maker.add(128, "scene.answered", "stakeholder:cfo", scene="yes-or-no",
                        choice="start", credit=3, minutes=2, criterion=one.id)  # fmt: skip
    else:
        end = maker.add(133, "scene.lapsed", "stakeholder:cfo", "default", "lead",
                        scene="yes-or-no", criterion=one.id)  # fmt: skip
    flag = maker.add(133, "flag.set", "desk", "world", because=end, seen=False,
                     flag="paper-started", on=True)  # fmt: skip
    told = maker.add(135, "story.told", "desk", "world", because=flag, text="paper")
    maker.add(135, "flag.set", "desk", "world", because=told, seen=False, flag="runs", on=True)
    log, rubric = maker.log(), make_rubric(one)
    cost = [m for m in choose(log, Telling(NAMES, clock), rubric, assess(log, rubric))
            if not m.went_well]  # fmt: skip
    assert bool(cost) is not answered
    assert all(any("paper" in line for line in m.led_to) for m in cost)


def test_a_range_with_equal_ends_is_said_once() -> None:
    assert between("−3", "−1") == "−3 to −1"
    assert between("−1", "−1") == "−1"


def test_how_old_the_oldest_is_at_the_end_is_told_as_of_the_end(maker: Maker) -> None:
    reading(maker, 205)
    maker.add(210, "shift.closed", "desk", "world", open=3, resolved=5, oldest=9)
    rows = {row.name: row.text for row in desk_figures(maker.log(), Telling(NAMES, clock))}
    assert rows["Oldest open ticket at the end"] == "9 minutes"
    assert rows["Resolved and still open"] == "0 and 3"


LOOKED = {"outcome": "works", "due": 60}


@pytest.mark.parametrize(
    ("measure", "given", "will", "stop"),
    [
        ("delegated-complete", LOOKED, "give it at once", True),
        ("delegated-complete", {"outcome": "works"}, "say what I want, by when", True),
        ("check-ins-kept", {"check_in": 50}, "come at the time that I named", True),
        ("check-ins-kept", {}, "agree on one time to look in", False),
    ],
)
def test_a_plan_asks_for_nothing_that_was_done_and_leaves_nothing_that_was_not(
    maker: Maker,
    make_criterion: Criteria,
    measure: str,
    given: dict[str, Any],
    will: str,
    *,
    stop: bool,
) -> None:
    number = maker.give(30, "ticket:till", "ana", **given)
    found = trigger_of(maker.log(), make_criterion(measure), number)
    assert found.will.startswith(will)
    assert bool(found.stop) is stop
    assert not found.event.startswith("{urgent}")
