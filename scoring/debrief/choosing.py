"""Which moments of a shift are told: at most three, at least one that went well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.debrief.causes import followers, known
from scoring.debrief.moments import Moment, moment
from scoring.log import whole
from scoring.measures import MEASURES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.assess import Assessment
    from scoring.debrief.telling import Telling
    from scoring.log import Log
    from scoring.rubric import Criterion, Filling, Rubric

MOST_MOMENTS = 3

PLEASED = 75
"""Satisfaction from which a resolved ticket counts as something that went well. (J)"""


def lost(criterion: Criterion, filling: Filling) -> int:
    """Return the points that a criterion lost."""
    return 0 if filling.level is None else criterion.weight * (4 - filling.level)


def from_the_team(log: Log, telling: Telling) -> Moment | None:
    """Return something that went well without a criterion: the ticket whose sender was happiest."""
    done = [e for e in log.of("ticket.resolved") if whole(e.data.get("satisfaction")) >= PLEASED]
    best = max(done, key=lambda e: (whole(e.data.get("satisfaction")), -e.number), default=None)
    if best is None:
        return None
    by = telling.name(f"analyst:{best.data.get('by')}")
    points = whole(best.data.get("satisfaction"))
    return Moment(
        title=f"{telling.clock(best.at)}, {telling.name(best.subject)}",
        at=best.at,
        criterion="",
        level=None,
        went_well=True,
        known=known(log, telling, [best.subject], best.number),
        did=(f"{by} resolved it, {whole(best.data.get('minutes'))} minutes after it came in",),
        led_to=(f"Its sender's satisfaction: {points} of 100",),
        another_way="",
        entry=best.number,
        try_from=best.at,
    )


def in_minutes(criterion: Criterion) -> bool:
    """Return whether a criterion counts minutes: those make the clearest moments."""
    measure = MEASURES.get(criterion.measure)
    return measure is not None and measure.unit == "minutes"


def reached(log: Log, filling: Filling) -> set[int]:
    """Return what followed from the entries behind a level: something costly may be among it."""
    return {entry.number for entry in followers(log, filling.evidence)}


def choose(
    log: Log, telling: Telling, rubric: Rubric, assessment: Assessment,
    unlucky: frozenset[int] = frozenset(),
) -> tuple[Moment, ...]:  # fmt: skip
    """Return at most three moments in order of time, at least one that went well if there is one.

    The costliest criteria come first, then those the rubric names first, from different
    competencies where there are several. Entries in `unlucky` were sound and went badly by chance:
    they never stand among what cost something.
    """
    pairs = [(rubric.criterion(f.criterion), f) for f in assessment.fillings if f.level is not None]
    weak = [
        (c, f) for c, f in pairs if (f.level or 4) <= 2 and not unlucky & set(f.evidence)
    ]  # fmt: skip
    weak.sort(key=lambda row: (-lost(*row), not in_minutes(row[0])))
    broken = {number for _, filling in weak for number in filling.evidence}
    strong = [(c, f) for c, f in pairs if (f.level or 0) >= 3 and not c.must_not]
    strong.sort(
        key=lambda row: (
            bool(broken & reached(log, row[1])), -(row[1].level or 0), -row[0].weight,
            not in_minutes(row[0]),
        )
    )  # fmt: skip
    chosen: list[Moment] = []

    def take(rows: Sequence[tuple[Criterion, Filling]], well: bool, most: int) -> None:
        shown = {one.criterion.partition(".")[0] for one in chosen}
        apart = sorted(rows, key=lambda row: row[0].competency in shown) if not well else rows
        for criterion, filling in apart:
            if len(chosen) >= most:
                return
            found = moment(log, telling, criterion, filling, well)
            if found is not None and all(
                found.title != one.title
                and (found.entry != one.entry or found.criterion != one.criterion)
                for one in chosen
            ):
                chosen.append(found)

    take(weak, False, 1)
    take(weak, False, 2)
    take(strong, True, min(len(chosen) + 1, MOST_MOMENTS))
    if not any(one.went_well for one in chosen):
        team = from_the_team(log, telling)
        chosen += [team] if team is not None else []
    take(weak, False, MOST_MOMENTS)
    take(strong, True, MOST_MOMENTS)
    return tuple(sorted(chosen, key=lambda one: (one.at, one.entry)))
