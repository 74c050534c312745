"""What a programme may read about a cohort: how groups are spread, and never a list of people.

How much is told depends on how many there are (reference: house rule for small cohorts): under 5
nothing; 5 to 9 mean, median, facility and the share for whom it was acceptable; 10 to 29 also how
they spread and how criteria go together, as indicative; from 30 on everything.
"""

from __future__ import annotations

from dataclasses import replace
from statistics import fmean, quantiles
from typing import TYPE_CHECKING

from scoring.cohort.groups import SMALLEST
from scoring.cohort.parts import Agreement, Change, CohortReport, GroupReport, Line, Reliability
from scoring.statistics.agreement import icc, weighted_kappa
from scoring.statistics.change import (
    NOISE,
    Pair,
    mean_share_of_room,
    reliable_change,
    share_of_room_by_means,
)
from scoring.statistics.items import by_chance, efficiency, facility, item_rest, spread
from scoring.statistics.reliability import alpha, alpha_interval, standard_error

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scoring.cohort.everybody import Everybody, Gathered
    from scoring.cohort.groups import Tally, What
    from scoring.cohort.parts import Depth

SOME = 10
"""People from whom on spread, discrimination and alpha are told, as indicative. (J)"""
MANY = 30
"""People from whom on everything is told. (J)"""
HIGHEST = 100
"""Of a score."""
POINTS = 3
"""Of the best level."""


def report(found: Gathered) -> CohortReport:
    """Return what may be read about a cohort."""
    groups = found.groups
    return CohortReport(tuple(map(group_report, groups)), across(groups), found.by_script)


def depth_of(people: int) -> Depth | None:
    """Return how much may be told of so many people."""
    if people < SMALLEST:
        return None
    return "few" if people < SOME else "indicative" if people < MANY else "full"


def group_report(group: Everybody) -> GroupReport:
    """Return what may be read about one group."""
    people = group.group.people
    depth = depth_of(people)
    if depth is None:
        return GroupReport(group.key, None, None)
    items = group.items()
    points = group.points(group.first.values(), items)
    reliability = reliability_of(points, POINTS) if len(points) >= SOME else None
    lines = [
        line(group, what, of, tally, depth)
        for (what, of), tally in group.group.tallies.items()
        if tally.people >= SMALLEST
    ]
    if reliability is not None:
        places = {group.criteria[place]: column for column, place in enumerate(items)}
        lines = [compared(one, places.get(one.of), points, depth) for one in lines]
    return GroupReport(
        group.key, people, depth, tuple(lines), reliability,
        change(group, items, reliability), agreement(group),
    )  # fmt: skip


def line(group: Everybody, what: What, of: str, tally: Tally, depth: Depth) -> Line:
    """Return one figure of a group."""
    values = [value for value, count in tally.counts.items() for _ in range(count)]
    criterion = what == "criterion"
    earned = [value - 1 for value in values] if criterion else values
    told = Line(
        what=what,
        of=of,
        people=tally.people,
        mean=fmean(values),
        median=tally.middle(),
        facility=facility(earned, POINTS if criterion else HIGHEST),
        percent_acceptable=None if what == "score" else percent(tally.acceptable, tally.people),
    )
    if depth == "few":
        return told
    low, _, high = quantiles(values, n=4, method="inclusive") if len(values) > 1 else (0, 0, 0)
    unobserved: Mapping[str, int] = group.unobserved.get(of, {}) if criterion else {}
    everybody = group.group.people
    return replace(
        told,
        spread=spread(values),
        middle_half=(round(low), round(high)),
        percent_by_level={level: percent(tally.counts.get(level, 0), everybody)
                          for level in (4, 3, 2, 1)} if criterion else None,
        percent_unobserved={why: percent(count, everybody)
                            for why, count in sorted(unobserved.items())} if criterion else None,
    )  # fmt: skip


def compared(told: Line, column: int | None, points: Sequence[Sequence[int]], depth: Depth) -> Line:
    """Return a criterion's line with how it goes along with the others, where it is among them."""
    if column is None or told.what != "criterion":
        return told
    item, totals = [row[column] for row in points], [sum(row) for row in points]
    found = item_rest(item, totals)
    if depth != "full":
        return replace(told, with_rest=found)
    chance = None if found is None else by_chance(found, len(points))
    return replace(told, with_rest=found, by_chance=chance, efficiency=efficiency(item, totals))


def reliability_of(rows: Sequence[Sequence[int]], most: int) -> Reliability | None:
    """Return what people's points, a row a person, say of their own noise; None of one item.

    `most` are the most points of an item.
    """
    items = len(rows[0]) if rows else 0
    if items < 2:
        return None
    people, of, found = len(rows), items * most, alpha(rows)
    wide = spread([sum(row) for row in rows])
    if found is None or wide is None:
        return Reliability(people, items, None, None, None, of)
    interval, error = alpha_interval(found, people, items), standard_error(wide, found)
    return Reliability(people, items, found, interval, error, of)


def change(
    group: Everybody, items: Sequence[int], reliability: Reliability | None
) -> Change | None:
    """Return the change from first tries to second ones; the same seed again is memory, left out.

    None for fewer than five people.
    """
    tries = [
        (first, second)
        for who, second in group.second.items()
        if (first := group.first.get(who)) is not None and first.seed != second.seed
    ]
    pairs: list[Pair] = [
        (one.total, other.total)
        for one, other in tries
        if one.total is not None and other.total is not None
    ]
    if len(pairs) < SMALLEST:
        return None
    told = Change(len(pairs), fmean(second - first for first, second in pairs))
    if len(pairs) < SOME:
        return told
    own, without_room = mean_share_of_room(pairs, HIGHEST)
    told = replace(
        told,
        spread=spread([second - first for first, second in pairs]),
        share_of_room_by_means=share_of_room_by_means(pairs, HIGHEST),
        mean_share_of_room=own,
        without_room=without_room,
    )
    if len(pairs) < MANY:
        return told
    error = reliability.error if reliability is not None else None
    both = [group.points(pair, items) for pair in tries]
    moved = [
        reliable_change(sum(rows[1]) - sum(rows[0]), error)
        for rows in both
        if error is not None and len(rows) == 2
    ]
    known = [one for one in moved if one is not None]
    return replace(
        told,
        percent_beyond_noise=(
            percent(sum(one < -NOISE for one in known), len(known)),
            percent(sum(one > NOISE for one in known), len(known)),
        ) if len(known) >= MANY else None,
        icc=icc(pairs),
    )  # fmt: skip


def agreement(group: Everybody) -> Agreement | None:
    """Return how trainers' levels agree with the engine's; None for fewer than five people."""
    judged = group.judged.total()
    if group.judged_people < SMALLEST:
        return None
    table = [[group.judged[was, now] for now in (1, 2, 3, 4)] for was in (1, 2, 3, 4)]
    same = sum(table[place][place] for place in range(4))
    return Agreement(
        judged, percent(same, judged), weighted_kappa(table) if judged >= MANY else None
    )


def across(groups: Sequence[Everybody]) -> Reliability | None:
    """Return the reliability over scenarios, of the people who have a score in all of them.

    A scenario counts where at least ten people played it; None for fewer than two of those, or
    fewer than ten people.
    """
    totals: dict[str, dict[str, int]] = {}
    for group in groups:
        if group.group.people >= SOME:
            for who, one in group.first.items():
                if one.total is not None:
                    totals.setdefault(group.key.scenario, {})[who] = one.total
    if len(totals) < 2:
        return None
    everywhere = set.intersection(*(set(by) for by in totals.values()))
    rows = [[by[who] for by in totals.values()] for who in sorted(everywhere)]
    return reliability_of(rows, HIGHEST) if len(rows) >= SOME else None


def percent(count: int, of: int) -> int:
    """Return a share in whole percent, rounded half up; 0 of nobody."""
    return (200 * count + of) // (2 * of) if of else 0
