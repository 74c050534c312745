"""Who people are, and how somebody plays, moves no score."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.assess import assess
from scoring.log import Log
from simulator.engine import api
from simulator.engine.acts.shapes import Answer, AnyAct, Withdraw
from tests.runs.laws.shifts import ANY, Run, run_of

if TYPE_CHECKING:
    from random import Random

    from scoring.assess import Assessment
    from scoring.rubric import Criterion
    from simulator.engine.acts.base import Given
    from simulator.engine.log import LogEntry, Value
    from simulator.engine.state import State
    from simulator.engine.view import View
    from simulator.engine.world import World

DRAW = st.randoms(use_true_random=False)
NAMES = ("Ola Berg", "Xu Li", "Ama Mensah", "J. O'Neil-Świątek", "Σοφία", "Zz", "Å", "Kim")
ROLES = ("Analyst", "Senior engineer", "Trainee", "She / her, apprentice", "He / him, expert")


def scored(run: Run, state: State) -> Assessment:
    """Return what the run's rubric says of a shift."""
    return assess(Log(state.log), run.scenario.rubric)


def replayed(run: Run, world: World) -> State:
    """Give the same acts at the same minutes in another world."""
    state = api.open_shift(world, run.seed, 0)
    for act in run.acts:
        api.advance(state, act.at)
        api.give(state, cast("AnyAct", act.act))
    api.advance(state, world.length)
    return state


def called_otherwise(world: World, draw: Random) -> World:
    """Return the world with other names, roles and words for everybody in it."""

    return replace(
        world,
        team=tuple(
            replace(
                one, name=f"{draw.choice(NAMES)} {n}", short=f"{draw.choice(NAMES)[:4]}{n}",
                role=draw.choice(ROLES), says=f"{draw.choice(('They', 'She', 'He'))} said so.",
            )
            for n, one in enumerate(world.team)
        ),
        stakeholders=tuple(
            replace(one, name=f"{draw.choice(NAMES)} {n}", short=f"{draw.choice(NAMES)[:4]}{n}")
            for n, one in enumerate(world.stakeholders)
        ),
    )  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(ANY, DRAW)
def test_other_names_pronouns_and_roles_move_no_score(
    shift: tuple[str, str, int], draw: Random
) -> None:
    run = run_of(*shift)
    state = replayed(run, called_otherwise(run.scenario.world, draw))
    assert scored(run, state).canonical() == run.assessment.canonical()


def swapped(new: dict[str, str], text: str) -> str:
    """Return a reference, or a row of the opening, with its people under other ids."""
    return ":".join(new.get(part, part) for part in text.split(":"))


def other_ids(entries: list[LogEntry], new: dict[str, str]) -> list[LogEntry]:
    def value(one: Value) -> Value:
        if isinstance(one, tuple):
            return tuple(swapped(new, x) if isinstance(x, str) else x for x in one)
        return swapped(new, one) if isinstance(one, str) else one

    return [
        e._replace(
            subject=swapped(new, e.subject), actor=swapped(new, e.actor),
            data={key: value(one) for key, one in e.data.items()},
        )
        for e in entries
    ]  # fmt: skip


def about_others(criterion: Criterion, new: dict[str, str]) -> Criterion:
    scope = criterion.scope
    return replace(criterion, scope=replace(scope, person=new.get(scope.person, scope.person)))


@settings(max_examples=30, deadline=None)
@given(ANY, DRAW)
def test_other_ids_in_any_order_of_the_alphabet_move_no_score(
    shift: tuple[str, str, int], draw: Random
) -> None:
    run = run_of(*shift)
    world = run.scenario.world
    kinds = {one.audience for one in world.stakeholders}
    everybody = [*(one.id for one in world.team), *(one.id for one in world.stakeholders)]
    people = [one for one in everybody if one not in kinds]
    fresh = [f"{draw.choice('abkmxyz')}q{n}" for n in range(len(people))]
    new = dict(zip(people, fresh, strict=True))
    rubric = run.scenario.rubric
    mixed = [about_others(one, new) for one in rubric.criteria]
    draw.shuffle(mixed)
    after = assess(Log(other_ids(list(run.log), new)), replace(rubric, criteria=tuple(mixed)))
    assert after.scores == run.assessment.scores
    levels = {f.criterion: (f.level, f.figure) for f in run.assessment.fillings}
    assert {f.criterion: (f.level, f.figure) for f in after.fillings} == levels


def look_around(view: View) -> None:
    """Look at all there is to look at."""
    for one in view.stakeholders():
        list(view.questions(one.id))
        list(view.wordings(one.id, ""))
    everything = (
        view.tickets(), view.all_tickets(), view.waiting(), view.calls(), view.incidents(),
        view.conflicts(), view.facts(), view.promises(), view.check_ins(), view.scenes(),
        view.decisions(), view.powers(), view.strip(9), view.new(), view.reasons(),
    )  # fmt: skip
    for part in everything:
        list(part)
    view.header()
    view.agenda()


@settings(max_examples=10, deadline=None)
@given(ANY, DRAW)
def test_pace_pauses_looking_and_free_text_move_no_score(
    shift: tuple[str, str, int], draw: Random
) -> None:
    """Minute by minute or in leaps, with looks and words in between: the same log, but words."""
    run = run_of(*shift)
    state = api.open_shift(run.scenario.world, run.seed, 0)
    for act in run.acts:
        while state.now < act.at:
            api.advance(state, min(act.at, state.now + draw.choice((1, 1, 2, 7, 30))))
            if draw.random() < 0.2:
                look_around(api.view(state))
        api.give(state, cast("AnyAct", act.act), draw.choice(("", "Thank you!", "why ever not?")))
    api.advance(state, run.scenario.world.length)
    assert scored(run, state).canonical() == run.assessment.canonical()


def by_number(given_: Given) -> bool:
    """Return whether an act says by a number what it is about."""
    named = (getattr(given_.act, field, "") for field in ("entry", "number", "order"))
    return any(isinstance(one, int) for one in named)


@settings(max_examples=12, deadline=None)
@given(ANY, DRAW)
def test_acts_that_are_taken_back_move_no_score(shift: tuple[str, str, int], draw: Random) -> None:
    """Acts of the same shift are given at other minutes too, and taken back before time moves.

    Only after the last act that names an entry or an act by its number, which would be another.
    """
    run = run_of(*shift)
    state = api.open_shift(run.scenario.world, run.seed, 0)
    named = max((one.number for one in run.acts if by_number(one)), default=-1)
    for act in run.acts:
        api.advance(state, act.at)
        api.give(state, cast("AnyAct", act.act))
        other = cast("AnyAct", draw.choice(run.acts).act)
        wanted = act.number > named and draw.random() < 0.3
        if wanted and api.possible(state, other) is None:
            given_ = api.give(state, other)
            if api.possible(state, Withdraw(given_.number)) is None:
                api.give(state, Withdraw(given_.number))
            else:
                return  # It took effect at once: there was nothing to take back.
    api.advance(state, run.scenario.world.length)
    after = scored(run, state)
    assert after.scores == run.assessment.scores
    levels = [(f.criterion, f.level, f.figure) for f in run.assessment.fillings]
    assert [(f.criterion, f.level, f.figure) for f in after.fillings] == levels


def test_a_second_answer_that_is_taken_back_leaves_the_first_one_standing() -> None:
    run = run_of("payroll-friday", "expert", 1)
    first = next(act for act in run.acts if isinstance(act.act, Answer))
    state = api.open_shift(run.scenario.world, run.seed, 0)
    for act in run.acts[: run.acts.index(first) + 1]:
        api.advance(state, act.at)
        api.give(state, cast("AnyAct", act.act))
    answer = cast("Answer", first.act)
    second = api.give(state, answer)
    api.give(state, Withdraw(second.number))
    entries = api.advance(state, state.now + 15)
    assert [e.data["scene"] for e in entries if e.kind == "scene.answered"] == [answer.scene]
