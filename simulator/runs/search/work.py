"""Habits of giving and taking work, and of deciding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts import shapes as a
from simulator.engine.acts.base import Note
from simulator.engine.acts.giving import STYLES
from simulator.runs.search.habits import EVERYBODY
from simulator.runs.search.picking import ids, open_work, place, whom
from simulator.strategies.box_ticker import FORMS
from simulator.strategies.memory import Memory
from simulator.strategies.owed import check_ins
from simulator.strategies.random_acts import KINDS, STANDING
from simulator.strategies.reading import burning, here

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.seen import IncidentView, TicketView
    from simulator.engine.view import View
    from simulator.runs.search.habits import Habit
    from simulator.runs.search.picking import Ranks


def _give(
    habit: Habit, view: View, ranks: Ranks,
    tasks: Iterable[TicketView | IncidentView], shape: type,
) -> Iterator[AnyAct]:  # fmt: skip
    team = sorted(ids(here(view)), key=lambda who: ranks.get(who, 0))
    for number, task in enumerate(tasks):
        if not team:
            return
        turn = number if habit.whom == EVERYBODY else habit.whom
        to, beside = team[turn % len(team)], team[(turn + 1) % len(team)]
        facts = tuple(fact.id for fact in view.facts())
        fills: dict[str, object] = {
            "outcome": task.outcomes[habit.pick // 4 % len(task.outcomes)][0]
            if task.outcomes else "",
            "due": view.now + habit.minutes,
            "check_in": view.now + max(1, habit.minutes * 2 // 3),
            "may": tuple(permit for permit, _ in task.permits if not view.whose(permit)),
            "beside": beside if beside != to else None,
            "note": Note(facts, facts, facts, facts),
        }  # fmt: skip
        used = {name.replace("-", "_") for name in habit.fills}
        yield shape(
            task.id, to, STYLES[habit.pick % 4],
            **{name: value for name, value in fills.items() if name in used},
        )  # fmt: skip


def give_incidents(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield the giving of every incident that nobody was given."""
    return _give(habit, view, ranks, burning(view), a.Assign)


def give_tickets(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield the giving of every ticket that waits."""
    return _give(habit, view, ranks, view.waiting(), a.Assign)


def move(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield the move of whatever somebody has to another one."""
    return _give(habit, view, ranks, open_work(view), a.Reassign)


def go_ahead(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield a yes to whatever is asked."""
    for task in open_work(view):
        if task.halted_since is not None:
            yield a.GoAhead(task.id)


def keep_looks(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield the looks that were agreed on, at their minute."""
    return check_ins(view, Memory())


def decide(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield every decision there is to make, filled in."""
    for one in view.decisions():
        if not one.made:
            fallbacks = [fallback for fallback, _ in place(habit, one.fallbacks)]
            yield a.Decide(
                one.id,
                tuple(reason for reason, _ in one.reasons) if "why" in habit.fills else (),
                view.now + habit.minutes if "threshold" in habit.fills else None,
                fallbacks[0] if fallbacks and "if-fails" in habit.fills else "",
            )


def take(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield work on a ticket with one's own hands."""
    yield from (a.Take(one.id) for one in place(habit, view.tickets()))


def order(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield a standing order."""
    rule = place(habit, STANDING)[0]
    if rule in ("escalate", "tell"):
        yield a.StandingOrder(rule, "", "", habit.minutes)
        return
    permits = [permit for one in view.incidents() for permit, _ in one.permits]
    skills = dict.fromkeys(one.skill for one in view.tickets())
    for who in whom(habit, ids(here(view)), ranks):
        for matter in permits if rule == "allow" else skills:
            yield a.StandingOrder(rule, matter, who)


def form(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield a whole form of one kind, filled in at random."""
    act = FORMS[habit.pick % len(FORMS)](view, f"form {habit.pick}")
    if act is not None:
        yield act


def anything(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield any act there is, drawn."""
    act = KINDS[view.chance(f"any {habit.pick}") * len(KINDS) // 1000](view, f"any {habit.pick}")
    if act is not None:
        yield act
