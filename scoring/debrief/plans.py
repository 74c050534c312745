"""The plan: up to three offers in the form "When ..., I will ..."."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from scoring.debrief.house_lines import best_words
from scoring.debrief.matters import measure_of
from scoring.debrief.triggers import (
    LOOK_IN,
    NO_WORD,
    NOBODYS,
    NOTHING_BROKE,
    OTHER_ACTS,
    TRIGGERS,
    URGENT,
    Trigger,
    given_already,
    look_agreed,
)
from scoring.log import whole
from scoring.measures.common import GIVEN, priority_of

if TYPE_CHECKING:
    from scoring.assess import Assessment
    from scoring.debrief.moment import Moment
    from scoring.log import Log
    from scoring.rubric import Criterion, Rubric
    from simulator.engine.log import LogEntry

Offer = Literal["Stop", "Start", "Continue"]


@dataclass(frozen=True, slots=True)
class Plan:
    """One offer for the next shift; the trainee chooses one and puts a day to it."""

    offer: Offer
    when: str
    """What has to happen, without its first word: `a P1 happens on my desk`."""
    will: str
    """What the trainee will do then."""
    criterion: str
    at: int = -1
    """Minute of the moment that it comes from."""

    def text(self) -> str:
        """Return the plan as one sentence."""
        return f"When {self.when}, I will {self.will}."


def trigger_of(log: Log, criterion: Criterion | None, entry: int) -> Trigger:
    """Return what a moment can be turned into."""
    worst = log.entries[entry]
    if criterion is None:
        return OTHER_ACTS.get(worst.kind, TRIGGERS["choice-credit"])
    if worst.kind == "analyst.checked-in" and whole(worst.data.get("agreed"), -1) < 0:
        return LOOK_IN
    measure = measure_of(criterion, worst)
    found = TRIGGERS.get(measure)
    if not log.of("incident.started"):
        found = NOTHING_BROKE.get(measure, found)
    if found is not None:
        return fitting(found, measure, worst)
    return Trigger(
        "something like this happens on my desk", f"aim for this: {best_words(criterion)}", ""
    )


def fitting(trigger: Trigger, measure: str, worst: LogEntry) -> Trigger:
    """Return a trigger as it fits what happened: it asks for nothing that was done already.

    Nor does it ask to leave what was not done, and a ticket is not called an emergency.
    """
    if measure == "delegated-complete" and worst.kind in GIVEN:
        trigger = given_already(worst)
    elif measure == "check-ins-kept":
        trigger = look_agreed(worst, trigger)
    elif measure == "promises-kept" and not worst.kind.startswith("promise."):
        trigger = NO_WORD
    if trigger.event == URGENT and worst.subject.startswith("ticket:"):
        trigger = trigger._replace(event=NOBODYS)
    return trigger


def plan(log: Log, kind: Offer, trigger: Trigger, criterion: str, at: int) -> Plan:
    """Return an offer in its fixed form; it names a P1 only where the shift had one."""
    will = trigger.stop if kind == "Stop" else trigger.will
    had_p1 = any(entry.seen and priority_of(entry) == 1 for entry in log.entries)
    event = trigger.event.format(urgent="a P1" if had_p1 else "something urgent")
    return Plan(kind, event, will, criterion, at)


def offers(
    log: Log, rubric: Rubric, assessment: Assessment, moments: tuple[Moment, ...]
) -> tuple[Plan, ...]:
    """Return at most one offer each to stop, to start and to continue.

    Stop and start come from the moments that cost most, from two different ones where there are
    two; stop only where the lead did something then. Continue comes from the moment that went
    well. Where nothing cost anything, start comes from a criterion that is one step from good.
    """
    by_id = {criterion.id: criterion for criterion in rubric.criteria}
    rows = [(one, trigger_of(log, by_id.get(one.criterion), one.entry)) for one in moments]
    weak = sorted(
        (row for row in rows if not row[0].went_well),
        key=lambda row: (row[0].level or 4, row[0].at),
    )
    found: list[Plan] = []
    stop = next(
        (
            row
            for row in weak
            if row[1].stop and any(log.entries[n].cause == "lead" for n in near(log, row[0]))
        ),
        None,
    )
    starts = [row for row in weak if stop is None or row[0] is not stop[0]] or weak
    if stop is not None:
        found.append(plan(log, "Stop", stop[1], stop[0].criterion, stop[0].at))
    if starts:
        found.append(plan(log, "Start", starts[0][1], starts[0][0].criterion, starts[0][0].at))
    else:
        found += one_step(log, rubric, assessment, {one.criterion for one in moments})
    well = next((row for row in rows if row[0].went_well), None)
    if well is not None:
        found.append(plan(log, "Continue", well[1], well[0].criterion, well[0].at))
    # Two moments of one kind ask for the same: what is done well already need not be started.
    kept = {one.text() for one in found if one.offer == "Continue"}
    return tuple(one for one in found if one.offer != "Start" or one.text() not in kept)


def plan_asks(offered: int) -> str:
    """Return what there is to do with so many offers."""
    return "put a day to it" if offered == 1 else "choose one, and put a day to it"


def near(log: Log, one: Moment) -> list[int]:
    """Return the numbers of the entries in a moment's stretch."""
    return [e.number for e in log.entries if one.at <= e.at <= one.until]


def one_step(log: Log, rubric: Rubric, assessment: Assessment, shown: set[str]) -> list[Plan]:
    """Return a start from a criterion at level 3; [] where there is none."""
    for filling in assessment.fillings:
        if filling.level != 3 or not filling.evidence or filling.criterion in shown:
            continue
        entry = log.entries[filling.evidence[0]]
        trigger = trigger_of(log, rubric.criterion(filling.criterion), entry.number)
        return [plan(log, "Start", trigger, filling.criterion, entry.at)]
    return []
