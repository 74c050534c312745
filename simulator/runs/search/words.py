"""Habits of saying: answers, messages, questions, requests, thanks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.acts import shapes as a
from simulator.engine.acts.base import Element
from simulator.runs.search.habits import MARKED
from simulator.runs.search.picking import ids, open_work, place, whom
from simulator.strategies.owed import owed
from simulator.strategies.random_acts import ORDERS, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.view import View
    from simulator.runs.search.habits import Habit
    from simulator.runs.search.picking import Ranks

BEFORE = 5
"""Minutes before it is due at which a promised word is sent."""


def answer(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield the answer that is always given to a scene, or the next one that is open."""
    places = {one.id: number for number, one in enumerate(view.world.storyline)}
    for scene in list(view.scenes()):
        wanted = habit.by_scene[places[scene.id] % len(habit.by_scene)] if habit.by_scene else 0
        turned = [*scene.choices[wanted:], *scene.choices[:wanted]]
        yield from (a.Answer(scene.id, one.id) for one in turned[:] if not one.locked)


def _message(habit: Habit, view: View, to: str) -> AnyAct | None:
    about = next(iter(ids(open_work(view))), "")
    parts: list[Element] = []
    for element in habit.fills:
        offered = [
            one for one in view.wordings(to, about, element)
            if one.known or MARKED not in habit.fills
        ]  # fmt: skip
        for one in place(habit, offered):
            minute = view.now + habit.minutes if element == "next-update" else None
            parts.append(Element(element, one.id, minute))
    return a.Message(to, about, tuple(parts)) if parts else None


def write(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield words to whoever had none for so long, about what stands first."""
    for to in whom(habit, [*ids(view.stakeholders()), "desk"], ranks):
        word = _message(habit, view, to)
        if word is not None:
            yield word


def keep_word(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield a word that was promised, whatever there is to say."""
    for one in owed(view):
        if one.due - view.now <= BEFORE:
            word = _message(habit, view, one.to)
            if word is not None:
                yield word


def ask(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield a question to people of the team and outside it."""
    people = [*ids(view.team()), *ids(view.stakeholders())]
    for who in whom(habit, people, ranks):
        questions = [*(one.id for one in view.questions(who)), "how-far", "needs"]
        yield from (a.Ask(who, one) for one in place(habit, questions))


def escalate(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield a request to people outside, about what stands first."""
    facts = tuple(one.id for one in view.facts()) if "facts" in habit.fills else ()
    task = next(iter(ids(open_work(view))), "")
    for to in whom(habit, ids(view.stakeholders()), ranks):
        powers = [one.id for one in view.powers() if one.who == to]
        asks = place(habit, powers) if "asks" in habit.fills else []
        yield a.Escalate(task, to, asks[0] if asks else "", facts)


def recognise(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield thanks, for the last thing that was told."""
    entry = next((one.number for one in view.strip(1)), -1)
    yield from (a.Recognise(one, entry) for one in whom(habit, ids(view.team()), ranks))


def review(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield going through what stands first with people."""
    for one in whom(habit, ids(view.team()), ranks):
        yield from (a.Review(one, task.id) for task in view.incidents())


def talk_through(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield talking each conflict through, in one kind of words."""
    words = place(habit, WORDS)[0]
    yield from (a.TalkThrough(one.id, words) for one in view.conflicts())


def brief(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield an order of work for the desk."""
    reasons = [one.id for one in place(habit, view.facts())] if "why" in habit.fills else []
    yield a.Brief(place(habit, ORDERS)[0], reasons[0] if reasons else "")


def hand_over(habit: Habit, view: View, ranks: Ranks) -> Iterator[AnyAct]:
    """Yield a hand-over of what is filled in."""
    yield a.HandOver(
        tuple(ids(open_work(view))) if "tasks" in habit.fills else (),
        "promises" in habit.fills,
        tuple(one.id for one in view.facts()) if "facts" in habit.fills else (),
    )
