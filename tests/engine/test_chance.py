"""Chance is keyed: the same on every machine, and never moved by what else is drawn."""

from __future__ import annotations

import pytest

from simulator.engine import chance
from simulator.engine.tables import EXPONENTIAL, SCALE, SIZE, lognormal, normal
from simulator.engine.world import Span

FATE = (3134180037, 2712567088)
DRAWN = (53428574, 1245559966)


def test_draws_are_what_they_always_were() -> None:
    assert chance.fate(7, "desk", "desk.17")[:2] == FATE
    assert chance.drawn(7, 0, "return", "desk.17", 0)[:2] == DRAWN


def test_each_part_of_a_key_matters() -> None:
    base = chance.drawn(1, 0, "return", "desk.1", 0)
    others = [
        chance.drawn(2, 0, "return", "desk.1", 0), chance.drawn(1, 1, "return", "desk.1", 0),
        chance.drawn(1, 0, "risk", "desk.1", 0), chance.drawn(1, 0, "return", "desk.2", 0),
        chance.drawn(1, 0, "return", "desk.1", 1),
    ]  # fmt: skip
    assert len({base, *others}) == 6
    assert chance.drawn(12, 3, "a", "b") != chance.drawn(1, 23, "a", "b")


def test_words_are_spread_evenly() -> None:
    """Chi-square over 16 cells of 20,000 draws, each of the eight words by itself."""
    cells = [[0] * 16 for _ in range(8)]
    for n in range(20_000):
        for place, word in enumerate(chance.fate(3, "desk", f"desk.{n}")):
            cells[place][word >> 28] += 1
    for row in cells:
        assert sum((count - 1250) ** 2 for count in row) / 1250 < 45  # 1 in 10,000 is above


def test_neighbours_do_not_go_together() -> None:
    words = [chance.fate(3, "desk", f"desk.{n}")[0] - 2**31 for n in range(20_000)]
    square = sum(w * w for w in words)
    for lag in (1, 2, 10):
        product = sum(a * b for a, b in zip(words, words[lag:], strict=False))
        assert abs(product / square) < 4 / 20_000**0.5


def test_within_reaches_both_ends_and_no_further() -> None:
    top = 2**32 - 1
    assert chance.within(0, Span(15, 49)) == 15
    assert chance.within(top, Span(15, 49)) == 49
    assert {chance.within(w, Span(2, 4)) for w in range(0, top, top // 50)} == {2, 3, 4}
    assert (chance.permille(0), chance.permille(top)) == (0, 999)
    assert (chance.one_of(0, 5), chance.one_of(top, 5)) == (0, 4)


def test_tables_have_the_moments_they_stand_for() -> None:
    assert abs(sum(EXPONENTIAL) - SIZE * SCALE) <= SIZE
    parts = [normal(part) for part in range(SIZE)]
    assert sum(parts) == 0
    assert parts == sorted(parts)
    assert abs(sum(p * p for p in parts) / SIZE / SCALE**2 - 1) < 0.01
    factors = lognormal(550)
    assert factors[SIZE // 2 - 1] <= SCALE <= factors[SIZE // 2]
    assert chance.spread(0, 20, 0) == 20 * SCALE


@pytest.mark.parametrize("shape", [20, 250, 1000, 5000, 20_000])
def test_gamma_has_mean_one_and_the_variance_of_its_shape(shape: int) -> None:
    """Over 40,000 draws, within five standard errors and the two percent of the approximation."""
    words = (chance.fate(5, "gamma", str(n)) for n in range(40_000))
    draws = [chance.gamma(first, second, shape) / SCALE for first, second, *_ in words]
    mean = sum(draws) / len(draws)
    variance = sum((d - mean) ** 2 for d in draws) / len(draws)
    wanted = 1000 / shape
    assert abs(mean - 1) < 5 * (wanted / 40_000) ** 0.5
    # The variance of a sample variance: kurtosis is 3 + 6 / shape.
    assert abs(variance / wanted - 1) < 5 * ((2 + 6 * wanted) / 40_000) ** 0.5 + 0.02


def test_gamma_grows_with_its_shape_so_that_a_busier_hour_is_never_quieter() -> None:
    for n in range(200):
        first, second, *_ = chance.fate(5, "gamma", str(n))
        amounts = [shape * chance.gamma(first, second, shape) for shape in range(100, 8000, 300)]
        assert amounts == sorted(amounts)


def test_a_word_is_split_evenly() -> None:
    top = 2**32 - 1
    assert chance.split(0, 300) == (True, 0)
    assert chance.split(top, 300)[0] is False
    assert chance.split(5, 0) == (False, 5)
    for word in range(0, top, top // 1000):
        inside, rest = chance.split(word, 300)
        assert inside is (word < 2**32 * 3 // 10)
        whole = word / 2**32
        assert abs(rest / 2**32 - (whole / 0.3 if inside else (whole - 0.3) / 0.7)) < 1e-6
