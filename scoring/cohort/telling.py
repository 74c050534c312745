"""The report of a cohort in words, and as a JSON object."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from scoring.cohort.groups import SMALLEST
from scoring.cohort.report import MANY, SOME
from scoring.debrief.build import RUNG
from scoring.debrief.figures import LEVELS
from scoring.debrief.grammar import count_of
from scoring.debrief.levels import REASONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.cohort.handed import Terms
    from scoring.cohort.parts import Change, CohortReport, GroupReport, Line, Reliability

ABOUT = (
    "Everybody counts once, with their first shift of a scenario by their own hand. A score is "
    "about what was done in one shift, of one made-up desk; it is no measure of a person."
)
CHANGE = (
    "A second try is a change and no more than that: the shift is known by then, and nobody did "
    "without practice."
)
WITHIN = "within one shift, which makes it look higher than it is"
OVER = "over scenarios, each of them one item"
REPEATED = "second tries on the same seed measure memory and are left out"


def lines(report: CohortReport, terms: Terms) -> Iterator[str]:
    """Yield the report for people."""
    yield f"Cohort {terms.cohort}: {terms.purpose}"
    yield ABOUT
    if report.by_script or not report.groups:
        yield ""
        yield left_out(report)
    for group in report.groups:
        yield ""
        yield from _group(group)
    if report.across is not None:
        yield ""
        yield f"Scenarios together: {_reliability(report.across, OVER)}"
    if any(group.change is not None for group in report.groups):
        yield ""
        yield CHANGE
    yield ""
    yield RUNG


def left_out(report: CohortReport) -> str:
    """Return what of the cohort counts nowhere, and why; or that there is nothing at all."""
    count = report.by_script
    if not count:
        return "No shift was handed in."
    played = f"{count_of(count, 'shift')} that a script played"
    if report.groups:
        return f"Left out: {played}. Only what people play themselves counts."
    verb = "was" if count == 1 else "were"
    return (
        f"{played[:1].upper()}{played[1:]} {verb} handed in, and none by a person. Only what "
        "people play themselves counts."
    )


def _group(group: GroupReport) -> Iterator[str]:
    key = group.key
    yield f"{key.scenario} {key.scenario_version}, rubric {key.rubric} {key.rubric_version}"
    if group.depth is None:
        yield f"  fewer than {SMALLEST} people: nothing is told"
        return
    few = f"; mean, median and facility only, of fewer than {SOME}" if group.depth == "few" else ""
    yield f"  {group.people} people{few}{_indicative(group)}"
    for one in group.lines:
        yield from _line(one)
    if group.reliability is not None:
        yield f"  Criteria together: {_reliability(group.reliability, WITHIN)}"
    if group.change is not None:
        yield from _change(group.change)
    if group.agreement is not None:
        found = group.agreement
        kappa = "" if found.kappa is None else f", weighted kappa {found.kappa:.2f}"
        yield (f"  Trainers set {found.judged} levels: {found.percent_same} % as the engine{kappa}")


def _indicative(group: GroupReport) -> str:
    return f"; indicative, of fewer than {MANY}" if group.depth == "indicative" else ""


def _line(one: Line) -> Iterator[str]:
    name = one.of or "score"
    parts = [f"mean {one.mean:.1f}", f"median {one.median}", f"facility {_share(one.facility)}"]
    if one.percent_acceptable is not None:
        parts.append(f"acceptable {one.percent_acceptable} %")
    if one.spread is not None and one.middle_half is not None:
        low, high = one.middle_half
        parts.append(f"spread {one.spread:.1f}, middle half {low} to {high}")
    if one.with_rest is not None:
        chance = "" if one.by_chance is None else f" (p {one.by_chance:.3f})"
        parts.append(f"with the others {one.with_rest:.2f}{chance}")
    if one.efficiency is not None:
        parts.append(f"of what is possible {one.efficiency:.2f}")
    yield f"  {name} ({one.people}): {', '.join(parts)}"
    if one.percent_by_level is not None:
        levels = [f"{LEVELS[level]} {share} %" for level, share in one.percent_by_level.items()]
        unseen = (one.percent_unobserved or {}).items()
        levels += [f"{REASONS.get(why, why)} {share} %" for why, share in unseen]
        yield f"    {', '.join(levels)}"


def _reliability(found: Reliability, over: str) -> str:
    if found.alpha is None or found.interval is None or found.error is None:
        return f"alpha cannot be told of {found.people} people and {found.items} items"
    low, high = found.interval
    return (
        f"alpha {found.alpha:.2f} (95 %: {low:.2f} to {high:.2f}), {over}; "
        f"{found.people} people, {found.items} items; error {found.error:.1f} of {found.of} points"
    )


def _change(found: Change) -> Iterator[str]:
    spread = "" if found.spread is None else f", spread {found.spread:.1f}"
    yield (
        f"  Change from a first try to a second: {found.mean:+.1f} points{spread}, of "
        f"{found.people} people; {REPEATED}"
    )
    if found.without_room is not None:
        yield (
            f"    as a share of what was left: {_share(found.share_of_room_by_means)} of the means,"
            f" {_share(found.mean_share_of_room)} as the mean of everybody's own "
            f"({found.without_room} had nothing left)"
        )
    if found.percent_beyond_noise is not None:
        down, up = found.percent_beyond_noise
        yield f"    more than noise: {down} % downwards, {up} % upwards"
    if found.icc is not None:
        yield f"    agreement of the two tries (ICC, absolute, single): {found.icc:.2f}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def record(report: CohortReport, terms: Terms) -> Mapping[str, Any]:
    """Return the report as a JSON object; figures are rounded to four decimals."""
    return {
        "cohort": terms.cohort,
        "purpose": terms.purpose,
        "sees": terms.sees,
        "keep_months": terms.months,
        "claim": RUNG,
        "by_script": report.by_script,
        "groups": [_rounded(_group_record(group)) for group in report.groups],
        "across": _rounded(asdict(report.across)) if report.across else None,
    }


def _group_record(group: GroupReport) -> dict[str, Any]:
    made = asdict(group)
    made["left_out"] = "" if group.depth else f"fewer than {SMALLEST} people"
    return {**group.key._asdict(), **{name: made[name] for name in made if name != "key"}}


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {str(name): _rounded(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_rounded(one) for one in value]
    return value
