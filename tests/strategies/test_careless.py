"""What defines each careless or plain lead holds in what it does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine.acts.shapes import Acknowledge, Assign, Message, Reassign, SetPriority, Triage
from simulator.engine.api import advance, give, open_shift, view
from simulator.strategies.gauge_chaser import lift_the_lowest
from simulator.strategies.memory import Memory
from simulator.strategies.registry import CARELESS, LEADS, PLAIN, REFERENCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.engine.world import World
    from simulator.scenario.library import Loaded

GIVES = {"assign", "reassign"}


def kinds(given: list[Any]) -> set[str]:
    """The kinds of the acts that were given."""
    return {one.act.kind for one in given}


def test_every_lead_of_the_promise_ships() -> None:
    assert set(CARELESS) == {
        "absent", "random", "hero", "micromanager", "spammer", "box-ticker", "closer",
        "gauge-chaser", "kind",
    }  # fmt: skip
    assert set(PLAIN) == {"first-in-first-out", "loudest-first", "by-the-book"}
    assert set(REFERENCE) == {"expert", "steady", "close"}
    assert set(CARELESS + PLAIN + REFERENCE) <= set(LEADS)


def test_the_spammer_writes_to_everybody_and_gives_nothing_away(
    world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    state, given = played(world, LEADS["spammer"]())
    sent = entries(state, "message.sent")
    assert {one.subject for one in sent} == {f"stakeholder:{one.id}" for one in world.stakeholders}
    assert len(sent) > world.length // 12
    assert any(one.data["speculation"] for one in sent)
    assert kinds(given) == {"message", "acknowledge", "answer"}


def test_the_box_ticker_leaves_no_field_empty_and_draws_whom_it_is_about(
    payroll: Loaded, played: Callable[..., Any]
) -> None:
    acts = [one.act for seed in range(1, 9)
            for one in played(payroll.world, LEADS["box-ticker"](), seed)[1]]  # fmt: skip
    forms = [act for act in acts if isinstance(act, Assign | Reassign)]
    assert all(form.due and form.check_in and form.beside and form.note for form in forms)
    assert len({form.to for form in forms}) > 3
    assert len({form.task for form in forms}) > 5
    words = {one.id: one for one in payroll.world.wordings}  # type: ignore[union-attr]
    letters = [act for act in acts if isinstance(act, Message)]
    said = [words[part.wording] for letter in letters for part in letter.elements if part.wording]
    assert not any(one.vague or one.untrue or one.promises for one in said)
    assert len({letter.to for letter in letters}) > 3


@pytest.mark.parametrize("seed", [1, 2])
def test_the_closer_is_absent_until_the_last_tenth_and_busy_in_it(
    seed: int, world: World, played: Callable[..., Any]
) -> None:
    _, given = played(world, LEADS["closer"](), seed)
    assert min(one.at for one in given) >= world.length * 9 // 10
    assert len(kinds(given)) >= 3


def test_the_kind_lead_only_listens_thanks_and_answers(
    world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    state, given = played(world, LEADS["kind"]())
    assert kinds(given) <= {"listen", "recognise", "one-on-one", "answer"}
    heard = {one.subject for one in entries(state, "analyst.listened-to")}
    assert heard == {f"analyst:{one.id}" for one in world.team}
    assert entries(state, "analyst.recognised", fits=True)


def test_the_gauge_chaser_gives_what_waits_to_whoever_is_idle_able_or_not(world: World) -> None:
    state = open_shift(world, 1)
    acts = list(lift_the_lowest(view(state), Memory()))
    idle = {one.id for one in view(state).team() if not one.load}
    first = next(act for act in acts if isinstance(act, Assign))
    assert first.task in {one.id for one in view(state).waiting()}
    assert not idle or first.to in idle


def test_the_gauge_chaser_makes_a_p1_a_p2_so_that_fewer_burn(world: World) -> None:
    urgent = replace(world, tickets=(world.tickets[-1],), incidents=())
    state = open_shift(urgent, 1)
    advance(state, 31)
    give(state, Triage("quiet"))
    advance(state, 34)
    acts = list(lift_the_lowest(view(state), Memory()))
    assert SetPriority("quiet", 2) in acts


def test_the_gauge_chaser_does_nothing_about_full_gauges(world: World) -> None:
    calm = replace(world, tickets=(), incidents=(), conflicts=(), storyline=())
    state = open_shift(calm, 1)
    advance(state, 10)
    assert list(lift_the_lowest(view(state), Memory())) == []


def test_first_in_first_out_opens_in_the_order_of_arrival(
    world: World, played: Callable[..., Any], entries: Callable[..., Any]
) -> None:
    state, given = played(world, LEADS["first-in-first-out"]())
    opened = [one.subject.removeprefix("ticket:") for one in entries(state, "ticket.triaged")]
    numbers = [state.tickets[ident].number for ident in opened]
    assert numbers == sorted(numbers)
    assert len(numbers) > 2
    assert entries(state, "order.briefed", order="oldest")
    assert kinds(given) & GIVES


def test_loudest_first_lets_silent_tickets_be(world: World, played: Callable[..., Any]) -> None:
    _, given = played(world, LEADS["loudest-first"]())
    touched = {one.act.task for one in given if isinstance(one.act, Assign)}
    touched |= {one.act.ticket for one in given if isinstance(one.act, Triage | Acknowledge)}
    assert "quiet" in touched  # Its sender's name is known.
    assert not touched & {f"old-{number}" for number in range(6)}
