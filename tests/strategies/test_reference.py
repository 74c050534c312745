"""What defines the reference leads beside the expert holds in what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.runs.playable import playable
from simulator.runs.simulate import lead_for
from simulator.scenario.library import load
from simulator.strategies.close import EARLY, LOOK_IN
from simulator.strategies.registry import LEADS

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.engine.world import World
    from simulator.scenario.library import Loaded


@pytest.mark.parametrize("name", ["steady", "close"])
def test_they_keep_their_word_and_come_back(
    name: str, world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    for seed in range(1, 5):
        state, _ = played(world, LEADS[name](), seed)
        assert entries(state, "promise.kept")
        assert entries(state, "promise.broken") == []
        agreed = {one.data["check_in"] for one in entries(state, "incident.assigned")}
        held = {one.data["agreed"] for one in entries(state, "analyst.checked-in")}
        assert agreed & held


def test_the_steady_lead_briefs_before_all_and_gives_the_right_to_finish(
    world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    state, given = played(world, LEADS["steady"]())
    assert given[0].act.kind == "brief"
    (first,) = entries(state, "incident.assigned")[:1]
    assert first.data["may"] == ("take-out",)
    assert first.data["outcome"] == "back"
    assert entries(state, "ticket.taken") == []


def test_the_close_lead_looks_in_soon_takes_small_tickets_and_hands_over_early(
    world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    state, _ = played(world, LEADS["close"]())
    (first,) = entries(state, "incident.assigned")[:1]
    assert first.data["check_in"] - first.at <= LOOK_IN
    (handed,) = entries(state, "shift.handed-over")
    assert world.length - EARLY <= handed.at < world.length - EARLY // 2


def test_the_close_lead_takes_a_ticket_only_while_nothing_burns(
    payroll: Loaded, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    scenario = playable(payroll)
    states = [played(scenario.world, lead_for("close", scenario)(), n)[0] for n in range(1, 7)]
    taken = [one for state in states for one in entries(state, "ticket.taken")]
    assert taken
    assert sum(one.data["p1_open"] for one in taken) * 10 <= len(taken)


@pytest.mark.parametrize("name", ["steady", "close"])
def test_they_answer_as_the_playbook_does(
    name: str, payroll: Loaded, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    scenario = playable(payroll)
    state, _ = played(scenario.world, lead_for(name, scenario)(), 1)
    alone, _ = played(scenario.world, LEADS[name](), 1)

    def credit(one: Any) -> int:
        return sum(entry.data["credit"] for entry in entries(one, "scene.answered"))

    assert credit(state) > credit(alone)


@pytest.mark.parametrize("name", ["steady", "close"])
def test_they_ask_whom_the_texts_name_as_soon_as_the_matter_is_given_away(
    name: str, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    scenario = playable(load("not-the-handset"))
    for seed in (1, 2):
        state, _ = played(scenario.world, lead_for(name, scenario)(), seed)
        (first,) = entries(state, "task.escalated")[:1]
        known = entries(state, "incident.known")[0]
        assert first.subject == "stakeholder:noc"
        assert first.at - known.at <= 15
