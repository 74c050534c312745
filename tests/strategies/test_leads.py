"""Every shipped lead plays a whole shift, legally, and the same way each time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.engine.api import digest
from simulator.engine.world import Choice
from simulator.runs.playable import Playable, playable
from simulator.runs.simulate import lead_for
from simulator.scenario.library import load, shelf
from simulator.strategies.registry import LEADS

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from simulator.engine.world import World
    from simulator.scenario.library import Loaded

Play = "Callable[..., Any]"


SHIPPED = tuple(one.id for one in shelf())


@pytest.fixture(scope="module", params=SHIPPED)
def scenario(request: pytest.FixtureRequest) -> Playable:
    """A shipped scenario."""
    return playable(load(request.param))


@pytest.mark.parametrize("name", LEADS)
def test_a_lead_plays_every_shipped_scenario_to_the_end_without_refused_acts(
    name: str, scenario: Playable, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    state, given = played(scenario.world, lead_for(name, scenario)(), 2)
    assert state.over
    assert state.now == scenario.world.length
    assert entries(state, "act.refused") == []
    assert len(entries(state, "act.failed")) <= len(given) // 5


@pytest.mark.parametrize("name", LEADS)
def test_the_same_seed_is_played_the_same_way(
    name: str, payroll: Loaded, played: Callable[..., Any]
) -> None:
    make = lead_for(name, playable(payroll))
    first, acts = played(payroll.world, make(), 5)
    second, again = played(payroll.world, make(), 5)
    assert acts == again
    assert digest(first) == digest(second)


@pytest.mark.parametrize("name", [name for name in LEADS if name != "absent"])
def test_every_lead_but_the_absent_one_acts_on_any_desk(
    name: str, world: World, played: Callable[..., Any]
) -> None:
    _, given = played(world, LEADS[name]())
    assert given


def test_the_absent_lead_gives_nothing(world: World, played: Callable[..., Any]) -> None:
    assert played(world, LEADS["absent"]())[1] == []


def test_the_random_lead_is_another_one_with_another_seed(
    world: World, played: Callable[..., Any]
) -> None:
    runs = [tuple(played(world, LEADS["random"](), seed)[1]) for seed in (1, 2, 3)]
    assert len(set(runs)) == 3


def test_the_hero_takes_the_outage_and_promises_an_hour(
    world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    state, _ = played(world, LEADS["hero"]())
    steps = [entry.data["step"] for entry in entries(state, "incident.taken")]
    assert steps == ["find", "look", "fix"]
    assert entries(state, "order.briefed") == []
    assert entries(state, "incident.assigned") == []
    assert entries(state, "message.sent", promised=True)
    assert entries(state, "scene.answered", choice="soon")


def test_by_the_book_gives_it_away_step_by_step_and_comes_back(
    world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    state, _ = played(world, LEADS["by-the-book"]())
    (given,) = entries(state, "incident.assigned", to="ana")
    assert given.data["outcome"] == "which"
    assert "may" not in given.data
    looks = [entry.data["agreed"] for entry in entries(state, "analyst.checked-in")]
    assert given.data["check_in"] in looks
    assert entries(state, "incident.approved")
    assert entries(state, "ticket.taken") == []
    for kind in ("analyst.listened-to", "analyst.sent-on-break", "conflict.talked-through"):
        assert entries(state, kind) == []


SAYS = {
    "plain": "No.",
    "long": "It is what it is, and it takes until it is done, as it did last week.",
    "kind": "Thank you, and sorry for the wait, please.",
    "asks": "What for? And until when?",
    "above": "Boss decides; I escalate.",
}


@pytest.mark.parametrize(
    ("lead", "takes"),
    [
        ("always-longest", "long"), ("always-politest", "kind"), ("always-asks", "asks"),
        ("always-escalates", "above"),
    ],
)  # fmt: skip
def test_an_options_only_lead_answers_by_the_look_of_the_words(
    lead: str, takes: str, world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    (call,) = world.storyline
    assert call.scene is not None
    choices = tuple(Choice(ident, says, 1) for ident, says in SAYS.items())
    asked = replace(world, storyline=(replace(call, scene=replace(call.scene, choices=choices)),))
    state, _ = played(asked, LEADS[lead]())
    assert entries(state, "scene.answered", choice=takes)
