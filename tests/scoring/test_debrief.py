from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from scoring.assess import assess
from scoring.debrief import Own, build
from scoring.debrief.causes import let_down
from scoring.debrief.choosing import one_is_new, other_acts
from scoring.debrief.lines import PLAIN_BARS, spark
from scoring.debrief.matters import concerned
from scoring.debrief.moment import Case
from scoring.debrief.moments import conversation, examples, moment
from scoring.debrief.telling import Telling
from scoring.debrief.text import (
    arithmetic_page,
    desk_page,
    first_screen,
    levels_page,
    whole_text,
)

if TYPE_CHECKING:
    from scoring.debrief import Debrief
    from scoring.debrief.moment import Moment
    from scoring.rubric import Rubric
    from tests.scoring.conftest import Maker

PORTAL = "incident:portal"
NAMES = {
    "incident:portal": "payroll portal", "analyst:ana": "Priya Nair", "analyst:ben": "Mei Chen",
    "analyst:cleo": "Aisha Rahman", "stakeholder:cfo": "Marta Lind", "stakeholder:users": "users",
    "ticket:dock": "#216", "one-node": "one of three servers turns people away",
    "take-node-out": "may I take the node out?", "next-step": "the next step",
}  # fmt: skip
FORBIDDEN = ("should have", "failed", "obviously", "hero", "micromanag", "strategy")


def clock(minute: int) -> str:
    return f"{8 + minute // 60:02}:{minute % 60:02}"


@pytest.fixture
def story(maker: Maker) -> Maker:
    """A shift in the shape of the paper playthrough: the P1 waits while a dock is repaired."""
    m = maker

    def reading(at: int) -> None:
        m.add(
            at, "desk.reading", "desk", "script", waiting=6 + at // 30, open=9, oldest=at + 40,
            breached=at // 90, trust=67 - at // 60, morale=66 + at // 70, stress=60, friction=38,
            trusts=(f"cfo:{65 - at // 50}",), morales=(f"ana:{61 - at // 40}",), stresses=(),
            frictions=(), lead=("communicate:35", "delegate:20", "prioritise:0"),
        )  # fmt: skip

    reading(0)
    m.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    m.add(20, "ticket.arrived", "ticket:portal.1", "world", logged=3, channel="portal",
          skill="network")  # fmt: skip
    m.window(25, "p1-knowable", PORTAL, 150)
    m.add(27, "incident.declared", PORTAL, severity=1, since=20, minutes=2)
    asked = m.add(27, "act.given", "lead", act="assign", number=3, minutes=3)
    done = m.add(30, "act.done", "lead", act="assign", number=3, minutes=3, because=asked)
    given = m.give(
        30, PORTAL, "ana", style="show", outcome="node", due=55, check_in=47, fit=2, because=done
    )
    m.add(30, "analyst.morale-changed", "analyst:ana", "world", change=-6, why="tight",
          seen=False, because=given)  # fmt: skip
    reading(30)
    first = m.message(43, "users", "impact", "action", "next-update", next=72)
    m.add(43, "promise.made", "stakeholder:users", due=72, what="update", because=first)
    m.add(43, "fact.learned", "lead", "world", "analyst:ana", fact="one-node", because=given)
    m.add(43, "incident.halted", PORTAL, "world", "analyst:ana", asks="next-step", by="ana",
          because=given)  # fmt: skip
    m.add(45, "incident.approved", PORTAL, to="ana", waited=2, minutes=1)
    m.add(47, "analyst.checked-in", "analyst:ana", agreed=47, task="portal", minutes=2)
    m.add(52, "incident.halted", PORTAL, "world", "analyst:ana", asks="take-node-out", by="ana",
          because=given)  # fmt: skip
    reading(60)
    m.add(64, "ticket.taken", "ticket:dock", minutes=13, p1_open=True, done=True)
    m.message(68, "cfo", "impact", "time", "next-update", next=97)
    m.add(73, "promise.broken", "stakeholder:users", "world", due=72)
    m.give(87, PORTAL, "cleo", move="ana", style="alongside", beside="ben", gap=-1,
           note=("tested", "changed", "suspected", "next"), outcome="node", due=120)  # fmt: skip
    reading(90)
    m.add(99, "incident.mitigated", PORTAL, "world", "analyst:cleo", after=79, by="cleo")
    m.add(100, "analyst.grew", "analyst:cleo", "world", skill="network", to=3)
    reading(210)
    m.close()
    return m


@pytest.fixture
def debrief(story: Maker, core: Rubric) -> Debrief:
    log = story.log()
    own = Own("09:12", "the talk with Priya", {"communication": 80, "delegation": 60})
    return build(log, core, assess(log, core), NAMES, clock, own)


def test_levels_follow_from_the_story(story: Maker, core: Rubric) -> None:
    one = assess(story.log(), core)
    levels = {f.criterion.partition(".")[2]: (f.level, f.figure) for f in one.fillings}
    assert levels == {
        "gives-it-away": (4, 5),
        "off-the-tools": (2, 13),
        "lets-work-move": (1, 37),
        "gives-the-right": (3, 2),
        "comes-back": (4, 1000),
        "within-reach": (4, 1000),
        "fitting-room": (2, 500),
        "executive-words": (1, 375),
        "promises-kept": (1, 0),
        "users-first": (2, 18),
        "nothing-untrue": (4, 0),
        "keeps-the-queue": (4, 0),
    }


def test_the_moment_of_waiting_says_what_was_known_done_and_led_to(debrief: Debrief) -> None:
    waited = next(m for m in debrief.first.moments if m.criterion == "delegation.lets-work-move")
    assert waited.title == "08:52–09:27, the payroll portal"
    assert waited.known[0].startswith("At 08:52 Priya Nair asked")
    assert waited.did[0] == "Your word came 35 minutes later."
    assert waited.led_to[0] == "The work stood still for 35 minutes, waiting for you."
    assert waited.another_way.startswith("Say “go ahead” to Priya Nair at 08:52")
    assert "PagerDuty" in waited.another_way
    assert "https" not in waited.another_way
    assert waited.link.startswith("https://")
    assert waited.try_from == 52


def test_nothing_found_out_later_is_told_as_known(debrief: Debrief, story: Maker) -> None:
    log = story.log()
    for one in debrief.first.moments:
        assert one.known
        for line in one.known:
            for time in re.findall(r"^At (\d\d:\d\d)", line):
                assert time <= clock(log.entries[one.entry].at)


def test_no_two_moments_show_the_same_thing_while_there_is_another(debrief: Debrief) -> None:
    shown = [(m.criterion.partition(".")[0], m.about) for m in debrief.first.moments]
    assert len(set(shown)) == len(shown)


def test_at_least_one_moment_went_well_and_there_are_at_most_three(debrief: Debrief) -> None:
    moments = debrief.first.moments
    assert 2 <= len(moments) <= 3
    assert any(m.went_well for m in moments)
    assert [m.at for m in moments] == sorted(m.at for m in moments)


def test_the_plans_are_at_most_one_of_each_and_have_the_form(debrief: Debrief) -> None:
    plans = debrief.first.plans
    assert [plan.offer for plan in plans] == ["Stop", "Start", "Continue"]
    moments = {(m.criterion, m.at) for m in debrief.first.moments}
    for plan in plans:
        assert re.fullmatch(r"When .+, I will .+\.", plan.text())
        assert (plan.criterion, plan.at) in moments


def test_the_first_screen_is_short_and_kind(debrief: Debrief) -> None:
    text = first_screen(debrief)
    assert 250 <= len(text.split()) <= 450
    assert not [bad for bad in FORBIDDEN if bad in whole_text(debrief).lower()]
    assert "The minute you'd like back: 09:12" in text
    assert "You rated communication 80 points higher" not in text
    assert "not for hiring, promotion, pay, discipline or dismissal" in " ".join(text.split())


def test_a_wide_gap_to_the_own_rating_is_told(debrief: Debrief) -> None:
    ((competency, said, ours),) = debrief.first.differences
    assert (competency, said, ours) == ("communication", 80, 11)
    assert "You rated communication 69 points higher than the rubric." in first_screen(debrief)


def test_the_arithmetic_adds_up_on_the_page(debrief: Debrief) -> None:
    for one in debrief.arithmetic.sums:
        assert sum(points for _, points, _ in one.parts) == one.points
        assert sum(of for _, _, of in one.parts) == one.of
    text = arithmetic_page(debrief, 120)
    assert (
        "gives it away 6 + off the tools 1 + lets work move 0 + gives the right 2 + comes back 3"
        " + within reach 3 + fitting room 1 = 16 of 24: 67"
    ) in " ".join(text.split())
    assert "nothing untrue: kept" in text
    assert "12 of 12 criteria had an opportunity." in text


def test_each_level_shows_its_evidence_with_the_minute(debrief: Debrief) -> None:
    text = levels_page(debrief, 100)
    asked = "Do the lead's own hands stay free while a P1 is open?"
    assert f"{asked}\n  Marginal (2): 13 minutes." in text
    assert "09:04 You worked on #216 yourself for 13 minutes" in text
    assert "delegation.off-the-tools" not in text


def test_the_desks_figures_stand_beside_the_score(debrief: Debrief) -> None:
    rows = {row.name: row.text for row in debrief.desk}
    assert rows["Payroll portal"] == "79 minutes from 08:20 until it worked again"
    assert rows["Minutes that work waited for you"] == "37"
    assert rows["Hand-offs"] == "1, 0 without a note"
    assert rows["Aisha Rahman has learned"] == "network, now 3"
    assert rows["Trust of Marta Lind"] == "65 to 61"
    assert "Oldest open ticket at the end" in desk_page(debrief)


def test_pages_keep_their_width_and_can_do_without_block_characters(debrief: Debrief) -> None:
    for width in (30, 50, 80, 120):
        text = whole_text(debrief, width, PLAIN_BARS)
        assert max(len(line) for line in text.splitlines()) <= width
        text.encode("cp1252", "strict") if "−" not in text else None


def test_the_row_of_bars_scales_to_its_own_values() -> None:
    assert spark([0, 7], 10) == "▁█"
    assert spark([5, 5], 10) == "▄▄"
    assert len(spark(list(range(100)), 20)) == 20
    assert spark([], 20) == ""


def test_a_lead_who_did_nothing_reads_only_what_is_true(maker: Maker, core: Rubric) -> None:
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.add(20, "ticket.arrived", "ticket:portal.1", "world", logged=3, channel="portal",
              skill="network")  # fmt: skip
    opened = maker.window(25, "p1-knowable", PORTAL, 150)
    maker.add(60, "ticket.resolved", "ticket:desk.1", "world", by="ben", minutes=40,
              satisfaction=90)  # fmt: skip
    log = maker.log()
    debrief = build(log, core, assess(log, core), NAMES, clock)
    assert not any(m.went_well for m in debrief.first.moments)
    assert debrief.first.gently in " ".join(first_screen(debrief).split())
    assert {m.entry for m in debrief.first.moments} == {opened}
    assert "You gave it to nobody." in debrief.first.moments[0].did
    assert [plan.offer for plan in debrief.first.plans] == ["Start"]


@pytest.mark.parametrize(("logged", "event"), [(1, "a P1"), (3, "something urgent")])
def test_a_plan_speaks_of_a_p1_only_after_one(
    maker: Maker, core: Rubric, logged: int, event: str
) -> None:
    maker.add(20, "ticket.arrived", "ticket:portal.1", "world", logged=logged, channel="portal",
              skill="network")  # fmt: skip
    maker.window(25, "p1-knowable", PORTAL, 150)
    log = maker.log()
    (plan,) = build(log, core, assess(log, core), NAMES, clock).first.plans
    assert plan.when == f"{event} happens on my desk"


def test_what_came_too_late_is_told_as_it_was(maker: Maker, core: Rubric) -> None:
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.add(20, "ticket.arrived", "ticket:portal.1", "world", logged=3, channel="portal",
              skill="network")  # fmt: skip
    maker.window(25, "p1-knowable", PORTAL, 210)
    maker.message(200, "users", "impact", "next-update", next=209)
    log = maker.log()
    found = assess(log, core)
    assert found.filling("communication.users-first").level == 1
    criterion = core.criterion("communication.users-first")
    one = moment(log, Telling(NAMES, clock), criterion, found.filling(criterion.id), False)
    assert one is not None
    assert one.did[0].startswith("At 11:20 you wrote to users")
    assert one.did[0].endswith("That was 175 minutes after 08:25.")


def test_known_is_about_the_matter_only(maker: Maker, core: Rubric) -> None:
    maker.add(5, "ticket.arrived", "ticket:dock", "world", logged=4, channel="phone", skill="desk")
    maker.add(6, "fact.learned", "lead", "world", fact="one-node")
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.add(20, "ticket.arrived", "ticket:portal.1", "world", logged=3, channel="portal",
              skill="network")  # fmt: skip
    maker.window(25, "p1-knowable", PORTAL, 150)
    log = maker.log()
    for one in build(log, core, assess(log, core), NAMES, clock).first.moments:
        assert len(one.known) == 1
        assert "portal" in one.known[0]


def test_what_could_not_be_seen_is_no_moment(maker: Maker, core: Rubric) -> None:
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.window(25, "p1-knowable", PORTAL, 150)
    log = maker.log()
    assert build(log, core, assess(log, core), NAMES, clock).first.moments == ()


def test_the_picture_tells_start_worst_and_end(debrief: Debrief) -> None:
    rows = {curve.name: curve for curve in debrief.first.picture.rows}
    assert rows["tickets waiting"].words() == "6 to 13"
    assert rows["trust of others"].worst() == min(rows["trust of others"].values)
    assert 3 <= len(rows) <= 4


@pytest.mark.parametrize("kept", [True, False])
def test_an_answer_whose_promise_was_broken_is_no_example(
    maker: Maker, core: Rubric, kept: bool
) -> None:
    call = maker.add(38, "scene.opened", "stakeholder:cfo", "world", scene="cfo-calls",
                     sender="cfo", until=44, channel="phone")  # fmt: skip
    answer = maker.add(
        40, "scene.answered", "stakeholder:cfo", because=call, scene="cfo-calls",
        choice="by-nine", credit=3, criterion="communication.executive-words", minutes=2,
    )  # fmt: skip
    made = maker.add(40, "promise.made", "stakeholder:cfo", because=answer, due=70, what="update")
    last = "promise.kept" if kept else "promise.broken"
    maker.add(70, last, "stakeholder:cfo", "world", because=made, due=70)
    log = maker.log()
    case = Case(log, Telling(NAMES, clock, None, frozenset()), core.criteria[0],
                assess(log, core).fillings[0], True)  # fmt: skip
    one = conversation(case, log.entries[answer])
    assert one is not None
    assert let_down(log, one.entry) is not kept
    assert bool(other_acts(log, case.telling)) is kept


def test_a_broken_promise_is_told_though_another_one_was_kept(maker: Maker, core: Rubric) -> None:
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.window(25, "p1-knowable", PORTAL, 150)
    maker.message(30, "users", "impact", "next-update", next=40)
    maker.add(30, "promise.made", "stakeholder:users", due=40, what="update")
    kept = maker.message(39, "users", "impact", "next-update", next=60)
    maker.add(39, "promise.kept", "stakeholder:users", because=kept, due=40, early=1)
    maker.add(39, "promise.made", "stakeholder:users", because=kept, due=60, what="update")
    maker.add(61, "promise.broken", "stakeholder:users", "world", due=60)
    maker.message(67, "users", "impact")
    one = moment_of(maker, core, "communication.promises-kept")
    assert (
        one.did[0]
        == "At 09:07 you wrote to users: what it does to people. That was 7 minutes after 09:00."
    )


def test_a_look_in_that_was_missed_is_not_told_as_a_late_gift(maker: Maker, core: Rubric) -> None:
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.window(25, "p1-knowable", PORTAL, 150)
    maker.give(50, PORTAL, "ana", outcome="node", due=90, check_in=64)
    maker.add(100, "incident.mitigated", PORTAL, "world", "analyst:ana", after=80, by="ana")
    one = moment_of(maker, core, "delegation.comes-back")
    assert not [said for said in one.did if "minutes after" in said]
    assert one.did[0] == "You agreed to look in on Priya Nair at 09:04, and did not."
    assert one.title.startswith("08:50–09:04, ")


def test_a_look_in_that_came_late_is_told_with_it(maker: Maker, core: Rubric) -> None:
    maker.window(25, "p1-knowable", PORTAL, 150)
    maker.give(50, PORTAL, "ana", outcome="node", due=90, check_in=64)
    maker.add(75, "analyst.checked-in", "analyst:ana", agreed=64, late=11, minutes=3)
    one = moment_of(maker, core, "delegation.comes-back")
    assert one.did[0] == "You agreed to look in on Priya Nair at 09:04, and came at 09:15."
    assert one.title.startswith("08:50–09:15, ")


def test_what_somebody_felt_is_told_only_where_the_criterion_is_about_it(core: Rubric) -> None:
    refs = ("analyst:ana", PORTAL, "stakeholder:cfo")
    for criterion in core.criteria:
        told = concerned(criterion, refs)
        assert told == (refs if criterion.measure == "relief" else refs[1:])


@pytest.mark.parametrize("kept", [True, False])
def test_a_second_word_that_was_broken_stands_in_no_example(
    maker: Maker, core: Rubric, kept: bool
) -> None:
    maker.window(25, "p1-knowable", PORTAL, 150)
    maker.add(26, "ticket.arrived", "ticket:portal.1", "world", logged=3, channel="portal",
              skill="network")  # fmt: skip
    first = maker.message(30, "cfo", "impact", "risk", "time", "next-update", next=55)
    second = maker.message(55, "cfo", "impact", "risk", "time", "next-update", next=80)
    made = maker.add(55, "promise.made", "stakeholder:cfo", because=second, due=80, what="update")
    last = "promise.kept" if kept else "promise.broken"
    maker.add(80, last, "stakeholder:cfo", "world", because=made, due=80)
    log = maker.log()
    filling = next(one for one in assess(log, core).fillings
                   if one.criterion == "communication.executive-words")  # fmt: skip
    one = moment(log, Telling(NAMES, clock, None, frozenset()), core.criterion(filling.criterion),
                 replace(filling, level=4, evidence=(first, second)), True)  # fmt: skip
    assert one is not None
    acts = [log.entries[number] for number in (first, second)]
    assert examples(log, acts) == (acts if kept else acts[:1])
    assert any("promised" in line for line in one.led_to) is kept


def test_no_act_is_told_twice_nor_both_ways(debrief: Debrief) -> None:
    first, second, *_ = debrief.first.moments
    assert one_is_new(first, second)
    assert not one_is_new(replace(first, criterion="another"), first), "the same words"
    other = replace(first, criterion="another", title="another", did=("another",))
    assert one_is_new(other, first)
    assert not one_is_new(replace(other, went_well=not first.went_well), first)


@pytest.mark.parametrize(("pieces", "said", "way"), [
    (3, ", who had 3 other pieces of work by then.", "Take something off Mei Chen"),
    (0, ", for whom alone it was out of reach.", "beside Mei Chen on the payroll portal"),
])  # fmt: skip
def test_why_work_was_out_of_reach_is_told_with_a_way_to_somebody_else(
    maker: Maker, core: Rubric, pieces: int, said: str, way: str
) -> None:
    maker.add(20, "ticket.arrived", "ticket:portal.1", "world", logged=3, channel="portal",
              skill="network")  # fmt: skip
    maker.window(25, "p1-knowable", PORTAL, 150)
    for number in range(pieces):
        maker.give(30 + number, f"ticket:{number}", "ben", gap=0)
    maker.give(50, PORTAL, "ben", gap=-2 if not pieces else 0)
    for number in range(2):
        maker.give(60 + number, f"ticket:more-{number}", "cleo", gap=-2)
    log = maker.log()
    filling = replace(next(f for f in assess(log, core).fillings
                           if f.criterion == "delegation.within-reach"), level=1)  # fmt: skip
    given = next(e.number for e in log.of("incident.assigned"))
    one = moment(log, Telling(NAMES, clock, None, frozenset()), core.criterion(filling.criterion),
                 replace(filling, evidence=(given,)), False)  # fmt: skip
    assert one is not None
    assert one.did == (f"At 08:50 you gave the payroll portal to Mei Chen{said}",)
    assert way in one.another_way
    assert "such as Mei Chen" not in one.another_way


def moment_of(maker: Maker, core: Rubric, criterion: str) -> Moment:
    """Return what the debrief tells about one criterion that did not go well."""
    log = maker.log()
    assessment = assess(log, core)
    filling = next(one for one in assessment.fillings if one.criterion == criterion)
    assert filling.level is not None
    assert filling.level < 3
    found = moment(log, Telling(NAMES, clock, None, frozenset()), core.criterion(criterion),
                   filling, False)  # fmt: skip
    assert found is not None
    return found
