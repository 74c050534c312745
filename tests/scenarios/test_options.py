"""Nobody does better in scenes than a guess by looking at the words of the choices alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from math import sqrt
from pathlib import Path
from statistics import fmean, pvariance
from typing import TYPE_CHECKING

import pytest

import scenarios
from simulator.engine.acts.shapes import Answer
from simulator.engine.scenes import credit_of
from simulator.runs.playable import playable
from simulator.scenario.library import load
from simulator.strategies.options import LOOKS
from simulator.strategies.protocol import play
from simulator.strategies.registry import LEADS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.view import View
    from simulator.engine.world import World
    from simulator.strategies.protocol import Strategy, Wait
    from simulator.strategies.registry import Factory

SHIPPED = sorted(path.stem for path in Path(scenarios.__path__[0]).glob("*.yaml"))
SEEDS = range(1, 21)


@dataclass(frozen=True)
class Window:
    """A scored scene as it stood when it was answered."""

    scene: str
    credits: tuple[tuple[str, int], ...]
    """Open choices with what each would have earned."""


def credits_now(view: View, ident: str) -> dict[str, int]:
    """Return what each open choice of a scene would earn now; -1 where nothing is scored."""
    state = view._state
    scene = state.plan.story[ident].scene
    assert scene is not None
    still = [one for one in scene.choices if one.locked is None or not one.locked.holds(state)]
    return {one.id: credit_of(state, scene, one) for one in still}


@dataclass
class Credited:
    """Plays a lead and keeps what each answer earned, by the window it was given in."""

    lead: Strategy
    earned: dict[Window, list[int]] = field(default_factory=lambda: defaultdict(list))

    def decide(self, view: View) -> Iterator[AnyAct | Wait]:
        for act in self.lead.decide(view):
            if isinstance(act, Answer):
                self.note(view, act)
            yield act

    def note(self, view: View, act: Answer) -> None:
        earns = credits_now(view, act.scene)
        if min(earns.values()) >= 0:
            self.earned[Window(act.scene, (*earns.items(),))].append(earns[act.choice])


@dataclass(frozen=True)
class Margin:
    """How much more than a guess a lead earned for an answer, and how far a guess goes astray."""

    over: float
    error: float
    """Standard error of a guess that answers the same window the same way each time."""


def against_chance(make: Factory, worlds: Iterable[World]) -> Margin:
    """Return what a lead earned above the mean of the choices that were open to it."""
    played: list[tuple[Window, list[int]]] = []
    for world in worlds:
        watched = Credited(make())
        for seed in SEEDS:
            watched.lead = make()
            play(world, watched, seed)
        played += watched.earned.items()
    answers = sum(len(earned) for _, earned in played)
    over = error = 0.0
    for window, earned in played:
        open_to_it = [credit for _, credit in window.credits]
        over += sum(earned) - len(earned) * fmean(open_to_it)
        error += len(earned) ** 2 * pvariance(open_to_it)
    return Margin(over / max(1, answers), sqrt(error) / max(1, answers))


@cache
def world(scenario: str) -> World:
    return playable(load(scenario)).world


def test_every_shipped_scenario_is_looked_at() -> None:
    assert {"payroll-friday", "tutorial"} <= {*SHIPPED}


@pytest.mark.parametrize("lead", LOOKS)
@pytest.mark.parametrize("scenario", SHIPPED)
def test_the_look_of_the_choices_is_no_better_than_a_guess(scenario: str, lead: str) -> None:
    margin = against_chance(LEADS[lead], [world(scenario)])
    assert margin.over <= 2 * margin.error, margin


@pytest.mark.parametrize("lead", LOOKS)
def test_nor_is_it_over_all_scenarios_together(lead: str) -> None:
    margin = against_chance(LEADS[lead], [world(scenario) for scenario in SHIPPED])
    assert margin.over <= 2 * margin.error, margin


class Knows:
    """Answers with what earns most: nobody can, and the margin shows it."""

    def decide(self, view: View) -> Iterator[AnyAct | Wait]:
        for scene in list(view.scenes()):
            earns = credits_now(view, scene.id)
            yield Answer(scene.id, max(earns, key=lambda one: earns[one]))


def test_the_margin_finds_a_lead_that_knows_the_credits() -> None:
    margin = against_chance(Knows, [world("payroll-friday")])
    assert margin.over > 2 * margin.error > 0
