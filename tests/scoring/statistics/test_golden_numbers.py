"""Published numbers that every formula has to give again, and an outside program where it is there.

The numbers are in print or were recomputed with other software; each test names where from.
"""

from __future__ import annotations

import random
from itertools import product
from statistics import fmean, stdev

import pytest

from scoring.statistics.agreement import icc, merged, weighted_kappa
from scoring.statistics.change import (
    mean_share_of_room,
    reliable_change,
    share_of_room_by_means,
    smallest_reliable,
)
from scoring.statistics.f_distribution import incomplete_beta, quantile
from scoring.statistics.items import efficiency, facility, item_rest, spread, together
from scoring.statistics.reliability import alpha, alpha_interval, standard_error

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


def test_the_interval_of_an_alpha_is_feldts() -> None:
    """The figures of a data set of fifteen by ten: 0.5917, from 0.195 to 0.840."""
    found = alpha_interval(0.5917188485995826, 15, 10)
    assert found == pytest.approx((0.19492, 0.83982), abs=5e-6)


def test_the_error_of_a_measurement() -> None:
    scores = [88, 90, 91, 94, 86, 88, 84, 90, 90, 94]
    assert (fmean(scores), round(stdev(scores), 2)) == (89.5, 3.17)
    assert standard_error(stdev(scores), 0.88) == pytest.approx(1.0985, abs=5e-5)
    assert standard_error(3, -0.5) > 3, "told, not hidden"


def test_a_point_biserial_is_pearsons() -> None:
    assert together([0, 0, 0, 1, 1, 1, 1], list(range(7))) == pytest.approx(0.8660254038)


def test_the_two_shares_of_what_was_left_differ() -> None:
    """Of 20 points, from a mean of 4.916 to 16.016: by means 0.7359 (BMC Med Educ 2021)."""
    assert share_of_room_by_means([(4.916, 4.916 + 11.1)], 20) == pytest.approx(0.7359, abs=5e-5)
    pairs = [(0.0, 10.0), (18.0, 20.0), (20.0, 19.0)]
    assert share_of_room_by_means(pairs, 20) == pytest.approx((49 - 38) / (60 - 38))
    assert mean_share_of_room(pairs, 20) == (0.75, 1)


def test_a_change_within_the_noise_is_told_from_one_beyond() -> None:
    """Jacobson and Truax, as printed: SD 7.6, retest reliability 0.95."""
    error = standard_error(7.6, 0.95)
    assert error == pytest.approx(1.6994, abs=5e-5)
    assert smallest_reliable(error) == pytest.approx(4.71, abs=5e-3)
    assert reliable_change(2.4033, error) == pytest.approx(1, abs=5e-5)
    assert reliable_change(4, 0) is None


RATINGS = [(9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7)]
"""Shrout and Fleiss (1979): six targets, four judges."""


def test_looks_that_agree() -> None:
    assert icc(RATINGS) == pytest.approx(0.290, abs=5e-4)


def test_two_raters_beyond_chance() -> None:
    """Cohen's proportions; with squared weights 0.4545."""
    table = [(0.44, 0.07, 0.09), (0.05, 0.20, 0.05), (0.01, 0.03, 0.06)]
    assert weighted_kappa(table) == pytest.approx(0.4545, abs=5e-5)
    assert weighted_kappa([(5, 0), (0, 5)]) == 1


def test_several_raters_are_merged_by_the_median_and_halves_go_up() -> None:
    assert [merged(one) for one in ([1, 2, 3, 4, 5], [1, 2], [4, 1], [2, 2, 3, 3])] == [3, 2, 3, 3]


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
            assert together(one, other) == pytest.approx(stats.pearsonr(one, other)[0], abs=1e-9)
        first, second = rng.randint(1, 80), rng.randint(1, 600)
        share = rng.choice((0.025, 0.5, 0.975))
        assert quantile(share, first, second) == pytest.approx(
            stats.f.ppf(share, first, second), rel=1e-7
        )
