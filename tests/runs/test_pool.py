"""Work that several processes share: the same results in the same order as one gives."""

from __future__ import annotations

from operator import attrgetter, getitem
from typing import TYPE_CHECKING

import pytest

from simulator.runs.playable import playable
from simulator.runs.pool import LARGEST_SHARE, spread_out
from simulator.scenario.library import load

if TYPE_CHECKING:
    from simulator.runs.playable import Playable

texts = attrgetter("texts")
"""What every process prepares; a piece of work is the name of one of them."""


@pytest.fixture(scope="module")
def tutorial() -> Playable:
    return playable(load("tutorial"))


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_pieces(tutorial: Playable, jobs: int) -> None:
    names = [*tutorial.texts] * 21
    found = list(spread_out(tutorial, texts, getitem, names, jobs))
    assert found == [tutorial.texts[name] for name in names]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_piece_raises_comes_in_its_turn(tutorial: Playable, jobs: int) -> None:
    fine = [*tutorial.texts] * 20
    found = spread_out(tutorial, texts, getitem, [*fine, "no such text", *fine], jobs)
    whole_shares = len(fine) // LARGEST_SHARE * LARGEST_SHARE
    before = [next(found) for _ in range(whole_shares)]
    assert before == [tutorial.texts[name] for name in fine[: len(before)]]
    with pytest.raises(KeyError, match="no such text"):
        list(found)
