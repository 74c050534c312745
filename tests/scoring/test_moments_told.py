"""Whatever was missed can be told, from what stood on the screen by then and from nothing else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest

from scoring.assess import assess
from scoring.debrief.moments import moment
from scoring.debrief.telling import Telling
from scoring.log import bare
from scoring.measures.common import GIVEN
from scoring.rubric import Scope
from tests.scoring.thinned import SHIPPED, thinned

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoring.debrief.moment import Moment
    from scoring.log import Log
    from scoring.rubric import Rubric
    from simulator.engine.log import LogEntry
    from tests.scoring.conftest import Criteria, Maker

PLAYS = (
    ("expert", 1.0), ("expert", 0.3), ("steady", 0.5), ("box-ticker", 1.0), ("micromanager", 0.5),
    ("spammer", 1.0), ("absent", 1.0),
)  # fmt: skip
PORTAL = "incident:portal"
NAMES = {
    "incident:portal": "payroll portal", "stakeholder:vendor": "Paylane",
    "stakeholder:cfo": "Marta Lind", "stakeholder:users": "Everybody who calls",
    "decision:paper": "If it lasts by {time}, paper starts.", "one-node": "one server is down",
}  # fmt: skip


def clock(minute: int) -> str:
    return f"{8 + minute // 60:02}:{minute % 60:02}"


class Missed(NamedTuple):
    """What the debrief could tell of one criterion that a shift missed."""

    place: str
    log: Log
    telling: Telling
    moment: Moment | None


@cache
def missed(scenario: str) -> tuple[Missed, ...]:
    """Return what the debrief could tell of each criterion that a few shifts missed."""
    found: list[Missed] = []
    for lead, keep in PLAYS:
        log, telling, rubric = thinned(scenario, lead, 3, keep)
        for filling in assess(log, rubric).fillings:
            if filling.level is not None and filling.level <= 2:
                criterion = rubric.criterion(filling.criterion)
                one = moment(log, telling, criterion, filling, False)
                found.append(Missed(f"{lead} {keep} {criterion.id}", log, telling, one))
    return tuple(found)


def decided_by(log: Log, one: Moment) -> list[LogEntry]:
    """Return the lead's word on what stood still, in the time that a moment names."""
    return within(log, one, one.about, "incident.approved", *GIVEN)


def within(log: Log, one: Moment, subject: str, *kinds: str) -> list[LogEntry]:
    """Return the lead's entries of these kinds about a subject strictly inside a moment."""
    found = [e for e in log.of(*kinds) if e.cause == "lead" and e.subject == subject]
    return [e for e in found if one.at < e.at < one.until]


def asked_for_it(log: Log, one: Moment) -> list[LogEntry]:
    """Return the requests to whose word it takes, about what stood still."""
    whose = f"stakeholder:{log.entries[one.entry].data.get('word_of')}"
    found = within(log, one, whose, "task.escalated")
    return [entry for entry in found if entry.data.get("task") == bare(one.about)]


def later_words(log: Log, one: Moment) -> list[LogEntry]:
    """Return what the lead said to somebody after a promise to them was broken."""
    kinds = ("message.sent", "scene.answered", "stakeholder.asked")
    return [e for e in log.of(*kinds) if e.number > one.entry and e.subject == one.about]


def looked_in(log: Log, one: Moment) -> list[LogEntry]:
    """Return the look-ins at the very minute for which one was agreed that did not come."""
    given = log.entries[one.entry].data
    return [e for e in log.of("analyst.checked-in")
            if e.at == given.get("check_in") and bare(e.subject) == given.get("to")]  # fmt: skip


AGAINST: dict[str, Callable[[Log, Moment], list[LogEntry]]] = {
    r"Your go-ahead did not come in that time": decided_by,
    r"You did not ask .+ for it in that time": asked_for_it,
    r".+ had no further word from you": later_words,
    r"You agreed to look in on .+, and did not": looked_in,
    r"You briefed the team on no order": lambda log, one: [
        e for e in log.of("order.briefed") if e.at <= one.until
    ],
}
"""What would make a sentence on what did not come false, by how it begins."""


@pytest.mark.parametrize("scenario", SHIPPED)
def test_nothing_that_came_is_told_as_not_having_come(scenario: str) -> None:
    for place, log, _, one in missed(scenario):
        if one is None:
            continue
        for line in one.did:
            for start, find in AGAINST.items():
                if re.match(start, line):
                    assert find(log, one) == [], (place, line)


@pytest.mark.parametrize("scenario", SHIPPED)
def test_whatever_was_missed_can_be_told_from_what_could_be_seen(scenario: str) -> None:
    untold: list[str] = []
    for place, _, telling, one in missed(scenario):
        if one is None:
            untold.append(place)
            continue
        assert one.known, place
        assert one.did, place
        for line in one.known:
            for time in re.findall(r"(?:^At|since) (\d\d:\d\d)", line):
                assert time <= telling.clock(max(one.try_from, one.at)), (place, line)
    assert untold == []


def told(
    maker: Maker, make_criterion: Criteria, make_rubric: Callable[..., Rubric], measure: str,
    window: str,
) -> Moment:  # fmt: skip
    """Return the moment of the one criterion that a log missed."""
    criterion = make_criterion(measure, windows=(window,))
    log = maker.log()
    (filling,) = assess(log, make_rubric(criterion)).fillings
    one = moment(log, Telling(NAMES, clock), criterion, filling, False)
    assert one is not None
    return one


def test_a_decision_that_was_missed_does_not_tell_what_it_could_have_been(
    maker: Maker, make_criterion: Criteria, make_rubric: Callable[..., Rubric]
) -> None:
    maker.add(10, "fact.learned", "lead", "world", fact="one-node")
    maker.window(20, "way-back", "decision:paper", 130)
    maker.add(60, "fact.learned", "lead", "world", fact="too-late")
    one = told(maker, make_criterion, make_rubric, "decision-complete", "way-back")
    assert one.title == "08:20–10:10, a decision to write down"
    assert one.known == ("You knew that one server is down.",)
    assert one.did == ("You wrote down no decision before 10:10.",)
    assert "paper" not in " ".join((*one.known, *one.did, one.another_way))


def test_another_decision_is_told_and_is_not_this_one(
    maker: Maker, make_criterion: Criteria, make_rubric: Callable[..., Rubric]
) -> None:
    maker.add(10, "fact.learned", "lead", "world", fact="one-node")
    maker.window(20, "way-back", "decision:paper", 130)
    maker.add(40, "decision.recorded", "desk", what="other", why=(), threshold=-1, if_fails=False,
              minutes=2)  # fmt: skip
    one = told(maker, make_criterion, make_rubric, "decision-complete", "way-back")
    assert one.did[0] == "You wrote down no decision on this before 10:10."


def test_a_chase_is_told_with_the_incident_around_it(
    maker: Maker, make_criterion: Criteria, make_rubric: Callable[..., Rubric]
) -> None:
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.add(22, "incident.known", PORTAL, "world", service="portal")
    maker.window(60, "late", "stakeholder:vendor", 120)
    one = told(maker, make_criterion, make_rubric, "chases", "late")
    assert one.known == ("At 08:22 it was clear that something was wrong: the payroll portal.",)
    assert one.did == ("You asked Paylane for nothing before 10:00.",)


def ended_without_a_word(
    maker: Maker, make_criterion: Criteria, make_rubric: Callable[..., Rubric]
) -> Moment | None:
    """Return the moment of an outage over at 09:20 of which users had heard by 08:35."""
    bands = {4: (900, None), 3: (600, 899), 2: (300, 599), 1: (0, 299)}
    both = Scope(audience=frozenset({"executive", "users"}))
    rubric = make_rubric(make_criterion("closing-word", bands, scope=both))
    log = maker.log()
    (filling,) = assess(log, rubric).fillings
    return moment(log, Telling.of(log, NAMES, clock), rubric.criteria[0], filling, False)


@pytest.mark.parametrize(
    ("closed_at", "did"),
    [
        (-1, "From 09:20 to 09:50 you did not write to them that it was over."),
        (120, "At 10:00 you wrote to them: that it is over. That was 40 minutes after 09:20."),
    ],
)
def test_an_end_that_somebody_did_not_hear_is_told_from_that_end_on(
    maker: Maker, make_criterion: Criteria, make_rubric: Callable[..., Rubric],
    closed_at: int, did: str,
) -> None:  # fmt: skip
    maker.add(20, "incident.started", PORTAL, "script", seen=False, service="portal")
    maker.window(25, "p1-knowable", PORTAL, 200)
    maker.message(35, "users", "impact")
    maker.add(80, "incident.mitigated", PORTAL, "world", after=60, by="ana")
    if closed_at >= 0:
        maker.message(closed_at, "users", "closing", closing=True)
    one = ended_without_a_word(maker, make_criterion, make_rubric)
    assert one is not None
    assert one.title == "09:20–09:50, everybody who calls"
    assert one.known[1] == "They had last heard of it from you at 08:35."
    assert one.did == (did,)
    assert one.try_from == 80
