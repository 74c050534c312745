"""The plan: up to three offers in the form "When ... happens on my desk, I will ..."."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from scoring.debrief.triggers import LOOK_IN, TRIGGERS
from scoring.log import whole

if TYPE_CHECKING:
    from scoring.assess import Assessment
    from scoring.debrief.moments import Moment
    from scoring.log import Log
    from scoring.rubric import Criterion, Filling, Rubric

Offer = Literal["Stop", "Start", "Continue"]


@dataclass(frozen=True, slots=True)
class Plan:
    """One offer for the next shift; the trainee chooses one and puts a day to it."""

    offer: Offer
    when: str
    """What has to happen, without its first word: `a P1 comes up on my desk`."""
    will: str
    """What the trainee will do then."""
    criterion: str

    def text(self) -> str:
        """Return the plan as one sentence."""
        return f"When {self.when}, I will {self.will}."


def offer(criterion: Criterion, kind: Offer) -> Plan:
    """Return an offer made from a criterion."""
    trigger = TRIGGERS.get(criterion.measure)
    if trigger is None:
        best = criterion.level(4).anchor.rstrip(".")
        return Plan(
            kind,
            "this happens on my desk",
            f"aim for this: {best[:1].lower()}{best[1:]}",
            criterion.id,
        )
    return Plan(kind, trigger.when, trigger.will, criterion.id)


def shared(criterion: Criterion) -> str:
    """Return what two criteria have in common when their plans would begin alike."""
    trigger = TRIGGERS.get(criterion.measure)
    return criterion.id if trigger is None else trigger.when


def looked_in(log: Log, filling: Filling) -> bool:
    """Return whether a look-in that nobody agreed on is the worst entry behind a level."""
    return bool(filling.evidence) and (
        log.entries[filling.evidence[0]].kind == "analyst.checked-in"
        and whole(log.entries[filling.evidence[0]].data.get("agreed"), -1) < 0
    )


def acted(log: Log, filling: Filling) -> bool:
    """Return whether an act of the lead's stands behind a level."""
    return any(log.entries[number].cause == "lead" for number in filling.evidence)


def offers(
    log: Log, rubric: Rubric, assessment: Assessment, moments: tuple[Moment, ...]
) -> tuple[Plan, ...]:
    """Return at most one offer each to stop, to start and to continue.

    Stop and start come from the criteria that cost most, those of the moments first: stop only
    from something that was done, start from another thing. Continue comes from an act that earned
    level 3 or 4.
    """
    shown = {moment.criterion for moment in moments}
    rows = [(rubric.criterion(f.criterion), f) for f in assessment.fillings if f.level is not None]
    rows.sort(key=lambda row: row[0].id not in shown)
    weak = [(c, f) for c, f in rows if (f.level or 4) <= 2]
    weak.sort(key=lambda row: (row[0].id not in shown, -row[0].weight * (4 - (row[1].level or 4))))
    strong = [(c, f) for c, f in rows if (f.level or 0) >= 3 and acted(log, f) and not c.must_not]
    strong.sort(key=lambda row: (row[0].id not in shown, -(row[1].level or 0)))
    found: list[Plan] = []
    used: set[str] = set()
    for criterion, filling in weak:
        trigger = LOOK_IN if looked_in(log, filling) else TRIGGERS.get(criterion.measure)
        if filling.figure is not None and trigger is not None and trigger.instead:
            found.append(Plan("Stop", trigger.when, trigger.instead, criterion.id))
            used |= {trigger.when, shared(criterion)}
            break
    start = next((c for c, _ in weak if shared(c) not in used), None)
    if start is not None:
        found.append(offer(start, "Start"))
    if strong:
        found.append(offer(strong[0][0], "Continue"))
    return tuple(found)
