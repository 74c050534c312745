"""One person's shifts of a scenario are found, and nobody else's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scoring.debrief.attempts import ONE_ONLY, attempts_page
from scoring.rubric import Score
from simulator.runs.file import read_run
from simulator.store.attempts import attempts
from simulator.store.places import Places
from simulator.store.shelf import Shelf
from tests.store.conftest import ASSESSED

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.conftest import Maker

SCORED = replace(ASSESSED, scores={"delegation": Score(2, 3)})


def shelf_of(maker: Maker, url: str, *paths: Path) -> Shelf:
    shelf = Shelf(found=Places(url, maker.folder))
    for path in paths:
        shelf.store().add(path.read_bytes(), assessment=SCORED)
    return shelf


def test_shifts_of_the_same_person_and_scenario(maker: Maker, url: str) -> None:
    mine = [maker.run(seed=seed) for seed in (3, 5)]
    with shelf_of(maker, url, *mine, maker.run(trainee="p-2")) as shelf:
        found = attempts(shelf, read_run(mine[1]))
    assert sorted((one.seed, one.here) for one in found) == [(3, False), (5, True)]
    assert {one.scores["delegation"] for one in found} == {67}


def test_a_run_that_is_not_kept_here_has_none_beside_it(maker: Maker, url: str) -> None:
    with shelf_of(maker, url, maker.run()) as shelf:
        assert attempts(shelf, read_run(maker.run())) == ()


def test_one_shift_alone_is_told_as_such(maker: Maker, url: str) -> None:
    path = maker.run()
    with shelf_of(maker, url, path) as shelf:
        assert ONE_ONLY in " ".join(attempts_page(attempts(shelf, read_run(path))).split())
