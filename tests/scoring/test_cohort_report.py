"""What a programme may read: more with more people, nothing of a few, nobody in particular."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from scoring.assess import Assessment
from scoring.cohort.everybody import gathered
from scoring.cohort.report import report
from scoring.cohort.telling import lines, record
from scoring.judgement import judgement
from scoring.rubric import Filling, Score
from scoring.statistics.items import item_rest
from scoring.statistics.reliability import alpha
from tests.scoring.handed import TERMS, handed
from tests.scoring.test_words import CLAIMS, NEVER, found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.cohort.handed import Handed
    from scoring.cohort.parts import CohortReport, GroupReport, Line
    from scoring.rubric import Value

NAMES = ("delegation.a", "delegation.b", "communication.c", "communication.d")


def shift(
    number: int,
    levels: Sequence[int],
    *,
    attempt: int = 1,
    seed: int = 7,
    scenario: str = "a-shift",
    by: str = "person",
) -> Handed:
    """Return one shift with these levels; 0 is one set aside."""
    fillings = tuple(
        Filling(name, level or None, "" if level else "set aside", None, (1,))  # type: ignore[arg-type]
        for name, level in zip(NAMES, levels, strict=True)
    )
    seen = [level for level in levels if level]
    points = sum(level - 1 for level in seen)
    made = handed(number, trainee=f"t-{number}", attempt=attempt, scenario=scenario, by=by)
    about = Assessment(
        "core", "1.0.0", "f" * 32, fillings, {"delegation": Score(points, 3 * len(seen))}
    )
    return replace(made, seed=seed, assessment=about)


def people(count: int, first: int = 0, **how: Any) -> list[Handed]:
    rng = random.Random(count)
    return [
        shift(number, [rng.randint(1, 4) for _ in NAMES], **how)
        for number in range(first, first + count)
    ]


def only(runs: Sequence[Handed]) -> GroupReport:
    (group,) = report(gathered(runs)).groups
    return group


def line(group: GroupReport, of: str = "", what: str = "") -> Line:
    return next(one for one in group.lines if one.of == of and (not what or one.what == what))


def text(runs: Sequence[Handed]) -> str:
    return "\n".join(lines(report(gathered(runs)), TERMS))


def test_of_four_people_nothing_is_told() -> None:
    group = only(people(4))
    assert (group.people, group.depth, group.lines) == (None, None, ())
    assert "fewer than 5 people: nothing is told" in text(people(4))
    made = json.dumps(record(report(gathered(people(4))), TERMS))
    assert '"people": null' in made
    assert "mean" not in made


@pytest.mark.parametrize(("count", "depth"), [(5, "few"), (9, "few"), (10, "indicative"),
                                              (29, "indicative"), (30, "full")])  # fmt: skip
def test_with_more_people_more_is_told(count: int, depth: str) -> None:
    group = only(people(count))
    one = line(group, NAMES[0])
    assert group.depth == depth
    assert (one.spread is None) == (depth == "few")
    assert (one.percent_by_level is None) == (depth == "few")
    assert (one.with_rest is None) == (depth == "few")
    assert (one.by_chance is None) == (depth != "full")
    assert (one.efficiency is None) == (depth != "full")
    assert (group.reliability is None) == (depth == "few")
    assert ("indicative" in text(people(count))) == (depth == "indicative")


def test_the_figures_are_those_of_the_formulas() -> None:
    levels = [[1, 2, 3, 4], [2, 2, 3, 3], [4, 4, 4, 4], [1, 1, 2, 1], [3, 4, 2, 3]] * 2
    group = only([shift(number, row) for number, row in enumerate(levels)])
    points = [[level - 1 for level in row] for row in levels]
    one = line(group, "delegation.a")
    assert one.mean == 2.2
    assert one.facility == pytest.approx(1.2 / 3)
    assert one.percent_acceptable == 40
    assert one.percent_by_level == {4: 20, 3: 20, 2: 20, 1: 40}
    column, totals = [row[0] for row in points], [sum(row) for row in points]
    assert one.with_rest == item_rest(column, totals)
    assert group.reliability is not None
    assert group.reliability.alpha == alpha(points)
    assert (group.reliability.people, group.reliability.items) == (10, 4)
    assert group.reliability.of == 12


def test_what_was_not_observed_is_told_by_why_and_leaves_the_comparison() -> None:
    runs = people(12)
    runs[:3] = [shift(number, [0, 2, 3, 4]) for number in range(3)]
    group = only(runs)
    one = line(group, "delegation.a")
    assert one.people == 9
    assert one.percent_unobserved == {"set aside": 25}
    assert one.percent_by_level is not None
    assert sum(one.percent_by_level.values()) + 25 in range(98, 103)
    assert one.with_rest is None, "a quarter had no opportunity"
    assert group.reliability is not None
    assert group.reliability.items == 3
    assert "set aside for something more urgent 25 %" in text(runs)


def test_a_criterion_of_fewer_than_five_is_left_out_of_a_larger_group() -> None:
    runs = [shift(number, [3 if number < 4 else 0, 2, 3, 4]) for number in range(12)]
    assert "delegation.a" not in {one.of for one in only(runs).lines}
    assert "delegation.a" not in text(runs)


def test_scripts_and_third_tries_count_nowhere() -> None:
    runs = people(12)
    more = [*people(5, 50, by="script"), *people(12, attempt=3)]
    found = report(gathered([*runs, *more]))
    assert found.by_script == 5
    assert replace(found, by_script=0) == report(gathered(runs))
    assert "Left out: 5 shifts that a script played." in text([*runs, *more])


def test_where_only_scripts_played_it_says_so_and_why_that_does_not_count() -> None:
    one = people(1, by="script")
    assert (
        "1 shift that a script played was handed in, and none by a person. Only what people play "
        "themselves counts."
    ) in text(one)
    assert "No shift was handed in" not in text(one)
    assert record(report(gathered(one)), TERMS)["by_script"] == 1


def test_the_order_of_the_rows_changes_nothing() -> None:
    runs = [*people(12), *people(12, attempt=2, seed=8)]
    assert record(report(gathered(runs)), TERMS) == record(report(gathered(runs[::-1])), TERMS)


def test_a_change_is_told_of_those_who_played_another_seed() -> None:
    first = [shift(number, [2, 2, 2, 2]) for number in range(6)]
    again = [shift(number, [2, 2, 2, 4], attempt=2, seed=8) for number in range(5)]
    same = [shift(5, [4, 4, 4, 4], attempt=2)]
    change = only([*first, *again, *same]).change
    assert change is not None
    assert change.people == 5
    assert change.mean == 50 - 33
    assert change.spread is None
    assert only([*first, *again[:4], *same]).change is None
    told = text([*first, *again, *same])
    assert "Change from a first try to a second: +17.0 points" in told
    assert "nobody did without practice" in told
    assert "gain" not in told.lower()


def test_with_many_pairs_noise_and_agreement_are_told() -> None:
    runs = [*people(40), *people(40, attempt=2, seed=8)]
    change = only(runs).change
    assert change is not None
    assert change.mean == 0
    assert change.icc == 1
    assert change.percent_beyond_noise == (0, 0)
    assert change.share_of_room_by_means == 0
    fewer = only([*people(40), *people(40, attempt=2, seed=8)[:29]]).change
    assert fewer is not None
    assert (fewer.icc, fewer.percent_beyond_noise) == (None, None)


def test_scenarios_are_items_for_those_who_played_several() -> None:
    once = people(12)
    assert report(gathered(once)).across is None
    both = report(gathered([*once, *people(12, scenario="b-shift")]))
    assert both.across is not None
    assert (both.across.people, both.across.items) == (12, 2)
    assert both.across.alpha == pytest.approx(1)
    few = report(gathered([*once, *people(12, 6, scenario="b-shift")]))
    assert few.across is None, "six people played both"


def test_trainers_and_engine_are_compared_from_five_people_on() -> None:
    def judged(runs: list[Handed], level: Value) -> list[Handed]:
        said = tuple(judgement("trainer:p-1", name, level, "seen") for name in NAMES)
        contested = judgement("trainee", NAMES[0], 4, "no")
        return [replace(one, judgements=(*said, contested)) for one in runs]

    runs = [shift(number, [3, 3, 3, 3]) for number in range(12)]
    assert only([*judged(runs[:4], 3), *runs[4:]]).agreement is None
    found = only([*judged(runs[:5], 3), *runs[5:]]).agreement
    assert found is not None
    assert (found.judged, found.percent_same, found.kappa) == (20, 100, None)
    mixed = only([*judged(runs[:6], 3), *judged(runs[6:], 2)]).agreement
    assert mixed is not None
    assert (mixed.judged, mixed.percent_same) == (48, 50)
    assert mixed.kappa == pytest.approx(0)


def test_nothing_in_it_names_ranks_or_claims() -> None:
    runs = [*people(40), *people(40, attempt=2, seed=8)]
    made: CohortReport = report(gathered(runs))
    told = "\n".join(lines(made, TERMS))
    both = told + json.dumps(record(made, TERMS))
    assert "t-1" not in both
    assert "run-" not in both
    assert found((*NEVER, *CLAIMS, "gains?", "best", "worst", "top"), told) == []
    assert "not for hiring, promotion, pay, discipline or dismissal" in told
    assert record(made, TERMS)["claim"].startswith("Rung 1")


def test_nobody_handed_anything_in() -> None:
    assert "No shift was handed in." in text([])
    assert record(report(gathered([])), TERMS)["groups"] == []
