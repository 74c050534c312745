"""Published numbers that every formula has to give again, and an outside program where it is there.

The numbers are in print or were recomputed with other software; each test names where from.

One published scheme is left out: points for a ranking of answers (each place out costs one, 12 at
most) and for three chosen of many. A scene here takes one answer, which its author gave 0 to 3
points; nothing ranks answers, so there is nothing the scheme could be applied to.
"""

from __future__ import annotations

import random
from itertools import product
from statistics import fmean, stdev
from typing import TYPE_CHECKING

import pytest

from scoring.statistics.agreement import (
    any_difference,
    disagreement,
    icc,
    linear,
    mean_squares,
    merged,
    weighted_kappa,
)
from scoring.statistics.change import (
    mean_share_of_room,
    reliable_change,
    share_of_room_by_means,
    smallest_reliable,
)
from scoring.statistics.f_distribution import incomplete_beta, quantile
from scoring.statistics.items import (
    by_chance,
    efficiency,
    facility,
    item_rest,
    spread,
    together,
)
from scoring.statistics.reliability import alpha, alpha_interval, alpha_of, standard_error

if TYPE_CHECKING:
    from scoring.statistics.agreement import Form

COUNTS = (
    3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21,
    173, 11, 61, 28, 298,
)  # fmt: skip
LSAT = [
    pattern
    for pattern, count in zip(product((0, 1), repeat=5), COUNTS, strict=True)
    for _ in range(count)
]
"""LSAT section 6 (Bock and Lieberman 1970): a thousand people, five items."""
TOTALS = [sum(row) for row in LSAT]
ITEMS = list(zip(*LSAT, strict=True))


def test_how_easy_each_item_of_the_lsat_was() -> None:
    assert len(LSAT) == 1000
    assert [facility(item, 1) for item in ITEMS] == [0.924, 0.709, 0.553, 0.763, 0.870]
    assert [TOTALS.count(score) for score in range(6)] == [3, 20, 85, 237, 357, 298]


def test_how_each_item_of_the_lsat_goes_along_with_the_others() -> None:
    rest = [item_rest(item, TOTALS) for item in ITEMS]
    assert rest == pytest.approx([0.1128, 0.1532, 0.1728, 0.1444, 0.1216], abs=5e-5)
    whole = [together(item, TOTALS) for item in ITEMS]
    assert whole == pytest.approx([0.3620, 0.5668, 0.6184, 0.5344, 0.4354], abs=5e-5)


def test_alpha_of_the_lsat_and_without_each_item() -> None:
    whole = alpha(LSAT)
    assert whole == pytest.approx(0.295, abs=5e-4)
    without = [alpha([(*row[:i], *row[i + 1 :]) for row in LSAT]) for i in range(5)]
    assert without == pytest.approx([0.2754, 0.2376, 0.2168, 0.2459, 0.2663], abs=5e-5)
    assert whole is not None
    assert standard_error(stdev(TOTALS), whole) == pytest.approx(0.8691, abs=5e-5)


def test_alpha_and_its_interval_are_those_that_pingouin_documents() -> None:
    """Fifteen people, ten items, whose variances sum to 428/21; the totals have one of 43.6."""
    found = alpha_of(10, 428 / 21, 43.6)
    assert found == pytest.approx(0.5917188485995826, abs=1e-15)
    assert found is not None
    interval = alpha_interval(found, 15, 10)
    assert interval == pytest.approx((0.19492, 0.83982), abs=5e-6)
    assert interval == pytest.approx((0.195, 0.840), abs=5e-4)


@pytest.mark.parametrize(
    ("single", "whole", "value"),
    [
        (263 / 110, 3544 / 495, 0.732661),
        (20 / 9, 295 / 36, 0.801695),
        (103 / 44, 313 / 44, 0.738019),
    ],
    ids=["by pairs", "who has all", "filled in"],
)
def test_alpha_of_a_data_set_with_gaps(single: float, whole: float, value: float) -> None:
    """Eleven items, again Pingouin's: variances over pairs, whole rows, or with medians put in."""
    assert alpha_of(11, single, whole) == pytest.approx(value, abs=5e-7)


def test_the_error_of_a_measurement() -> None:
    scores = [88, 90, 91, 94, 86, 88, 84, 90, 90, 94]
    assert (fmean(scores), round(stdev(scores), 2)) == (89.5, 3.17)
    assert standard_error(stdev(scores), 0.88) == pytest.approx(1.0985, abs=5e-5)
    assert standard_error(3, -0.5) > 3, "told, not hidden"


def test_a_point_biserial_is_pearsons() -> None:
    found = together([0, 0, 0, 1, 1, 1, 1], list(range(7)))
    assert found == pytest.approx(0.8660254038, abs=5e-11)
    assert found is not None
    assert by_chance(found, 7) == pytest.approx(0.0117248, abs=5e-8)


def test_how_often_chance_alone_goes_as_far() -> None:
    """Critical values of r as every table prints them, and both ends."""
    for people, at_5, at_1 in ((5, 0.878, 0.959), (10, 0.632, 0.765), (32, 0.349, 0.449)):
        assert by_chance(at_5, people) == pytest.approx(0.05, abs=5e-4)
        assert by_chance(-at_1, people) == pytest.approx(0.01, abs=2e-4)
    assert (by_chance(0, 9), by_chance(1, 9), by_chance(-1, 3)) == (1, 0, 0)


def test_the_two_shares_of_what_was_left_differ() -> None:
    """Of 20 points, from a mean of 4.916 to 16.016: 0.7359 by means, 0.7101 as people's mean.

    (BMC Med Educ 2021, of a class of which no single scores are printed: here are two people with
    its means.)
    """
    class_of_two = [(0.0, 15.784), (9.832, 16.248)]
    assert fmean(first for first, _ in class_of_two) == pytest.approx(4.916)
    assert fmean(second - first for first, second in class_of_two) == pytest.approx(11.1)
    assert share_of_room_by_means(class_of_two, 20) == pytest.approx(0.7359, abs=5e-5)
    own, left_out = mean_share_of_room(class_of_two, 20)
    assert own == pytest.approx(0.7101, abs=5e-5)
    assert left_out == 0
    pairs = [(0.0, 10.0), (18.0, 20.0), (20.0, 19.0)]
    assert share_of_room_by_means(pairs, 20) == pytest.approx((49 - 38) / (60 - 38))
    assert mean_share_of_room(pairs, 20) == (0.75, 1)


def test_a_change_within_the_noise_is_told_from_one_beyond() -> None:
    """Jacobson and Truax, as printed: SD 7.6, retest reliability 0.95."""
    error = standard_error(7.6, 0.95)
    assert error == pytest.approx(1.6994, abs=5e-5)
    assert reliable_change(1, error) == pytest.approx(1 / 2.4033, abs=5e-5)
    assert smallest_reliable(error) == pytest.approx(4.71, abs=5e-3)
    assert reliable_change(2.4033, error) == pytest.approx(1, abs=5e-5)
    assert reliable_change(4, 0) is None


RATINGS = [(9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7)]
"""Shrout and Fleiss (1979): six targets, four judges."""


def test_looks_that_agree() -> None:
    found = mean_squares(RATINGS)
    assert found is not None
    assert found[2:] == pytest.approx((11.2417, 32.4861, 1.0194, 6.2639), abs=5e-5)
    forms: tuple[Form, ...] = ("one-way", "agreement", "consistency")
    single = [icc(RATINGS, form) for form in forms]
    assert single == pytest.approx([0.166, 0.290, 0.715], abs=5e-4)
    means = [icc(RATINGS, form, of_means=True) for form in forms]
    assert means == pytest.approx([0.443, 0.620, 0.909], abs=5e-4)
    assert icc(RATINGS) == single[1], "unless it is said otherwise"


def test_the_consistency_of_means_is_alpha() -> None:
    assert icc(LSAT, "consistency", of_means=True) == pytest.approx(alpha(LSAT), abs=1e-12)


def test_two_raters_beyond_chance() -> None:
    """Cohen's proportions, without weights, with his own, with linear and with squared ones."""
    table = [(0.44, 0.07, 0.09), (0.05, 0.20, 0.05), (0.01, 0.03, 0.06)]
    own = ((0, 1, 3), (1, 0, 6), (3, 6, 0))
    found, expected = disagreement(table, any_difference)
    assert (1 - found, 1 - expected) == pytest.approx((0.70, 0.41))
    assert weighted_kappa(table, any_difference) == pytest.approx(0.492, abs=5e-4)
    assert weighted_kappa(table, lambda one, other: own[one][other]) == pytest.approx(
        0.348, abs=5e-4
    )
    assert weighted_kappa(table, linear) == pytest.approx(0.4737, abs=5e-5)
    assert weighted_kappa(table) == pytest.approx(0.4545, abs=5e-5)
    assert weighted_kappa([(5, 0), (0, 5)]) == 1


def test_several_raters_are_merged_by_the_median_and_halves_go_up() -> None:
    assert [merged(one) for one in ([1, 2, 3, 4, 5], [1, 2], [4, 1], [2, 2, 3, 3])] == [3, 2, 3, 3]
    assert merged([]) == 0, "which is no level"


def test_what_the_data_cannot_give_is_none() -> None:
    assert facility([], 3) is None
    assert spread([1]) is None
    assert together([1, 1, 1], [1, 2, 3]) is None
    assert item_rest([1, 2], [1, 2]) is None
    assert efficiency([1, 1], [1, 2]) is None
    assert efficiency([1], [2]) is None
    assert alpha([(1, 2)]) is None
    assert alpha([(1,), (2,)]) is None
    assert alpha([(1, 2), (2, 1)]) is None
    assert by_chance(0.5, 2) is None
    assert alpha_interval(0.5, 2, 5) is None
    assert icc([(1, 2)]) is None
    assert icc([(1, 1), (1, 1)]) is None
    assert weighted_kappa([(0, 0), (0, 0)]) is None
    assert weighted_kappa([(3, 0), (0, 0)]) is None
    assert share_of_room_by_means([(20, 20)], 20) is None
    assert mean_share_of_room([(20, 20)], 20) == (None, 1)


def test_the_best_order_has_an_efficiency_of_one() -> None:
    item, rest = [0.0, 1.0, 2.0, 3.0], [1.0, 2.0, 5.0, 9.0]
    totals = [a + b for a, b in zip(item, rest, strict=True)]
    assert efficiency(item, totals) == pytest.approx(1)
    backwards = [a + b for a, b in zip(item, reversed(rest), strict=True)]
    assert efficiency(item, backwards) == pytest.approx(
        efficiency(list(reversed(item)), [a + b for a, b in zip(reversed(item), rest, strict=True)])
    )


def test_quantiles_of_f_are_those_of_tables() -> None:
    """Upper 2.5 % points as printed in every table; and both ends mirror each other."""
    for first, second, value in ((1, 1, 647.79), (4, 5, 7.39), (10, 20, 2.77), (30, 60, 1.815)):
        assert quantile(0.975, first, second) == pytest.approx(value, rel=2e-3)
        assert quantile(0.025, second, first) == pytest.approx(1 / value, rel=2e-3)
    assert incomplete_beta(0, 2, 3) == 0


def test_against_an_outside_program_on_random_data() -> None:
    stats = pytest.importorskip("scipy.stats", reason="an outside program, where it is there")
    rng = random.Random(5)
    for _ in range(200):
        people = rng.randint(3, 60)
        one = [rng.randint(0, 9) for _ in range(people)]
        other = [rng.randint(0, 9) for _ in range(people)]
        if len(set(one)) > 1 and len(set(other)) > 1:
            ours, (r, p) = together(one, other), stats.pearsonr(one, other)
            assert ours is not None
            assert ours == pytest.approx(r, abs=1e-9)
            assert by_chance(ours, people) == pytest.approx(p, rel=1e-7, abs=1e-12)
        first, second = rng.randint(1, 80), rng.randint(1, 600)
        share = rng.choice((0.025, 0.5, 0.975))
        assert quantile(share, first, second) == pytest.approx(
            stats.f.ppf(share, first, second), rel=1e-7
        )


def test_tables_and_rows_against_matrices_of_an_outside_program() -> None:
    np = pytest.importorskip("numpy", reason="an outside program, where it is there")
    rng = random.Random(11)
    for _ in range(200):
        people, looks = rng.randint(4, 40), rng.randint(2, 8)
        rows = np.array([[rng.randint(1, 4) for _ in range(looks)] for _ in range(people)])
        among = np.cov(rows, rowvar=False)
        if among.sum() > 0.01:
            outside = looks / (looks - 1) * (1 - np.trace(among) / among.sum())
            assert alpha(rows.tolist()) == pytest.approx(outside, abs=1e-9)
        alike, columns = np.var(rows.mean(1), ddof=1), np.var(rows.mean(0), ddof=1)
        left = rows - rows.mean(1, keepdims=True) - rows.mean(0) + rows.mean()
        noise = (left**2).sum() / ((people - 1) * (looks - 1))
        if alike > 0.01:
            outside = (alike - noise / looks) / (
                alike + noise * (looks - 1) / looks + columns - noise / people
            )
            assert icc(rows.tolist()) == pytest.approx(outside, abs=1e-9)
        one, other = rows[:, 0], rows[:, 1]
        table = np.zeros((4, 4))
        np.add.at(table, (one - 1, other - 1), 1)
        apart = np.subtract.outer(one, other)
        if apart.any():
            for weigh, power in ((linear, 1), (None, 2)):
                outside = 1 - (abs(one - other) ** power).mean() / (abs(apart) ** power).mean()
                ours = weighted_kappa(table.tolist(), *([weigh] if weigh else []))
                assert ours == pytest.approx(outside, abs=1e-9)
