"""What each habit does with what stands on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from simulator.engine.acts import shapes as a
from simulator.engine.acts.base import Element, Note
from simulator.engine.acts.giving import STYLES
from simulator.runs.search.habits import EVERYBODY, MARKED, Habit
from simulator.strategies.box_ticker import FORMS
from simulator.strategies.owed import check_ins, owed
from simulator.strategies.random_acts import KINDS, ORDERS, STANDING, TOPICS, WORDS
from simulator.strategies.reading import here

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.engine.acts.shapes import AnyAct
    from simulator.engine.seen import IncidentView, TicketView
    from simulator.engine.view import View
    from simulator.strategies.memory import Memory

Way = Callable[[Habit, "View", "Memory"], Iterator["AnyAct"]]

T = TypeVar("T")

BEFORE = 5
"""Minutes before it is due at which a promised word is sent."""


def place(habit: Habit, options: Iterable[T]) -> Sequence[T]:
    """Return the option that a habit picks, if there is one."""
    among = list(options)
    return [among[habit.pick % len(among)]] if among else []


def whom(habit: Habit, people: Iterable[T]) -> Sequence[T]:
    """Return the one whom a habit is about, or everybody."""
    among = list(people)
    if habit.whom == EVERYBODY or not among:
        return among
    return [among[habit.whom % len(among)]]


def answer(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the answer that is always given to a scene, or the next one that is open."""
    places = {one.id: number for number, one in enumerate(view.world.storyline)}
    for scene in list(view.scenes()):
        wanted = habit.by_scene[places[scene.id] % len(habit.by_scene)] if habit.by_scene else 0
        turned = [*scene.choices[wanted:], *scene.choices[:wanted]]
        yield from (a.Answer(scene.id, one.id) for one in turned[:] if not one.locked)


def _message(habit: Habit, view: View, to: str) -> AnyAct | None:
    about = next((one.id for one in (*view.incidents(), *view.tickets())), "")
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


def write(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield words to whoever had none for so long, about what stands first."""
    for to in whom(habit, [*(one.id for one in view.stakeholders()), "desk"]):
        word = _message(habit, view, to)
        if word is not None:
            yield word


def keep_word(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a word that was promised, whatever there is to say."""
    for one in owed(view):
        if one.due - view.now <= BEFORE:
            word = _message(habit, view, one.to)
            if word is not None:
                yield word


def _give(
    habit: Habit, view: View, tasks: Iterable[TicketView | IncidentView], shape: type
) -> Iterator[AnyAct]:
    team = [one.id for one in here(view)]
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


def give_incidents(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the giving of every incident that nobody was given."""
    return _give(habit, view, [one for one in view.incidents() if one.state == "open"], a.Assign)


def give_tickets(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the giving of every ticket that waits."""
    return _give(habit, view, view.waiting(), a.Assign)


def move(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the move of whatever somebody has to another one."""
    return _give(habit, view, [*view.incidents(), *view.tickets()], a.Reassign)


def go_ahead(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a yes to whatever is asked."""
    for one in (*view.incidents(), *view.tickets()):
        if one.halted_since is not None:
            yield a.GoAhead(one.id)


def _each_person(make: Callable[[Habit, str], AnyAct]) -> Way:
    def way(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
        yield from (make(habit, one.id) for one in whom(habit, view.team()))

    return way


def _each_ticket(make: Callable[[str], AnyAct]) -> Way:
    def way(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
        yield from (make(one.id) for one in view.tickets())

    return way


def _each_incident(make: Callable[[Habit, IncidentView], Iterable[AnyAct]]) -> Way:
    def way(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
        for one in view.incidents():
            yield from make(habit, one)

    return way


def keep_looks(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield the looks that were agreed on, at their minute."""
    return check_ins(view, memory)


def decide(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
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


def ask(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a question to people of the team and outside it."""
    people = [*(one.id for one in view.team()), *(one.id for one in view.stakeholders())]
    for who in whom(habit, people):
        questions = [*(one.id for one in view.questions(who)), "how-far", "needs"]
        yield from (a.Ask(who, one) for one in place(habit, questions))


def escalate(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a request to people outside, about what stands first."""
    facts = tuple(one.id for one in view.facts()) if "facts" in habit.fills else ()
    task = next((one.id for one in (*view.incidents(), *view.tickets())), "")
    for to in whom(habit, view.stakeholders()):
        powers = [one.id for one in view.powers() if one.who == to]
        asks = place(habit, powers) if "asks" in habit.fills else []
        yield a.Escalate(task, to, asks[0] if asks else "", facts)


def take(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield work on a ticket with one's own hands."""
    yield from (a.Take(one.id) for one in place(habit, view.tickets()))


def recognise(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield thanks, for the last thing that was told."""
    entry = next((one.number for one in view.strip(1)), -1)
    yield from (a.Recognise(one.id, entry) for one in whom(habit, view.team()))


def review(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield going through what stands first with people."""
    for one in whom(habit, view.team()):
        yield from (a.Review(one.id, task.id) for task in view.incidents())


def talk_through(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield talking each conflict through, in one kind of words."""
    words = place(habit, WORDS)[0]
    yield from (a.TalkThrough(one.id, words) for one in view.conflicts())


def brief(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield an order of work for the desk."""
    reasons = [one.id for one in place(habit, view.facts())] if "why" in habit.fills else []
    yield a.Brief(place(habit, ORDERS)[0], reasons[0] if reasons else "")


def order(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a standing order."""
    rule = place(habit, STANDING)[0]
    if rule in ("escalate", "tell"):
        yield a.StandingOrder(rule, "", "", habit.minutes)
        return
    permits = [permit for one in view.incidents() for permit, _ in one.permits]
    skills = dict.fromkeys(one.skill for one in view.tickets())
    for who in whom(habit, here(view)):
        for matter in permits if rule == "allow" else skills:
            yield a.StandingOrder(rule, matter, who.id)


def hand_over(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a hand-over of what is filled in."""
    tasks = [one.id for one in (*view.incidents(), *view.tickets())]
    yield a.HandOver(
        tuple(tasks) if "tasks" in habit.fills else (),
        "promises" in habit.fills,
        tuple(one.id for one in view.facts()) if "facts" in habit.fills else (),
    )


def form(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield a whole form of one kind, filled in at random."""
    act = FORMS[habit.pick % len(FORMS)](view, f"form {habit.pick}")
    if act is not None:
        yield act


def anything(habit: Habit, view: View, memory: Memory) -> Iterator[AnyAct]:
    """Yield any act there is, drawn."""
    act = KINDS[view.chance(f"any {habit.pick}") * len(KINDS) // 1000](view, f"any {habit.pick}")
    if act is not None:
        yield act


def _ways_of(shape: type) -> Callable[[Habit, IncidentView], Iterable[AnyAct]]:
    def make(habit: Habit, one: IncidentView) -> Iterator[AnyAct]:
        yield from (shape(one.id, way) for way, _ in place(habit, one.ways))

    return make


WAYS: dict[str, Way] = {
    "answer": answer,
    "write": write,
    "keep-word": keep_word,
    "give-incidents": give_incidents,
    "give-tickets": give_tickets,
    "move": move,
    "go-ahead": go_ahead,
    "look-in": _each_person(lambda _, who: a.CheckIn(who)),
    "keep-looks": keep_looks,
    "open": _each_ticket(a.Triage),
    "set-priority": lambda habit, view, _: (
        a.SetPriority(one.id, 1 + habit.pick % 4) for one in view.tickets()
    ),
    "acknowledge": _each_ticket(a.Acknowledge),
    "declare": _each_incident(lambda habit, one: [a.Declare(one.id, 1 + habit.pick % 4)]),
    "link": _each_incident(lambda _, one: [a.Link(one.id)]),
    "decide": decide,
    "ask": ask,
    "escalate": escalate,
    "work-round": _each_incident(_ways_of(a.Workaround)),
    "roll-back": _each_incident(_ways_of(a.Rollback)),
    "investigate": _each_incident(
        lambda habit, one: [a.Investigate(one.id, seen) for seen, *_ in place(habit, one.theories)]
    ),
    "verify": _each_incident(
        lambda habit, one: [a.Verify(one.id, "users" if habit.pick % 2 else "monitoring")]
    ),
    "take": take,
    "break": _each_person(lambda _, who: a.SendOnBreak(who)),
    "listen": _each_person(lambda _, who: a.Listen(who)),
    "one-on-one": _each_person(lambda habit, who: a.OneOnOne(who, (TOPICS[habit.pick % 4],))),
    "recognise": recognise,
    "review": review,
    "talk-through": talk_through,
    "brief": brief,
    "order": order,
    "hand-over": hand_over,
    "form": form,
    "anything": anything,
}
"""What is done, by a habit's name."""
