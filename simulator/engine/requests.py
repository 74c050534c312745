"""Requests to somebody outside the desk: sent with evidence, answered in their own time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import authority, chance, contracts, manager, steps, trust, ways
from simulator.engine.owning import own_stakeholder
from simulator.engine.state import CLOCK_PHASE, note, plan_due

if TYPE_CHECKING:
    from simulator.engine.log import Value
    from simulator.engine.records.outside import Stakeholder
    from simulator.engine.state import State


def request(
    state: State, who: str, task: str, asks: str, facts: tuple[str, ...], because: int,
    clause: str = "",
) -> bool:  # fmt: skip
    """Send a request to somebody who answers by a rule of their own.

    Returns whether all that they need was in it. A request that is awaited already starts anew
    only if it adds what was missing; one that a contract owes an answer to is chased by asking
    again.
    """
    spec = state.plan.stakeholders[who].answer
    mine = own_stakeholder(state, who)
    mine.asks += 1
    known = {*facts, *mine.told}
    mine.told = (*mine.told, *(f for f in facts if f not in mine.told))
    if spec is None:
        return False
    if not is_theirs(state, who, task):
        if state.log[because].kind == "task.escalated":  # a message may just tell them of it
            plan_due(state, state.now + spec.asks_back, CLOCK_PHASE, "not-theirs", who, because)
        return False
    complete = all(need in known for need in spec.needs)
    waiting = mine.asked_at >= 0 and mine.asked_task == task
    if waiting and "complete" in mine.told:
        contracts.chase(state, who, because)
        return complete
    if f"answered:{task}:{asks}" in mine.told:
        return complete
    mine.asked_at, mine.asked_task, mine.asked_for = state.now, task, asks
    mine.replied = False
    if complete:
        mine.told = (*mine.told, "complete")
        mine.awaited, mine.owed_at = because, -1
        if clause:
            minute = contracts.answer_at(state, who, clause, because)
        else:
            words = chance.drawn(state.seed, state.luck, "answer", who, mine.answered)
            minute = state.now + chance.within(words[0], spec.after)
        plan_due(state, minute, CLOCK_PHASE, "answer", who, because)
    else:
        plan_due(state, state.now + spec.asks_back, CLOCK_PHASE, "ask-back", who, because)
    return complete


def is_theirs(state: State, who: str, task: str) -> bool:
    """Return whether a task, or the incident it is a contact of, is something they look after."""
    spec, ticket = state.plan.stakeholders[who].answer, state.tickets.get(task)
    if spec is None or not spec.about:
        return True
    return task in spec.about or (ticket is not None and ticket.source in spec.about)


def send(
    state: State, who: str, task: str, asks: str, facts: tuple[str, ...], because: int,
    minutes: int, clause: str = "",
) -> None:  # fmt: skip
    """Send a request of the lead's, as an entry and to whoever answers it."""
    spec, one = state.plan.stakeholders[who].answer, state.stakeholders[who]
    complete = (
        spec is not None
        and is_theirs(state, who, task)
        and all(need in facts or need in one.told for need in spec.needs)
    )
    data: dict[str, Value] = {
        "task": task, "facts": facts, "complete": complete, "again": one.asks, "minutes": minutes,
    }  # fmt: skip
    if asks:
        data["asks"] = asks
    if state.plan.stakeholders[who].unread:
        data["unread"] = True
    if clause:
        data["clause"] = clause
        data["overdue"] = 0 <= one.owed_at < state.now
    entry = note(state, "task.escalated", "lead", f"stakeholder:{who}", "lead", because, data)
    own_stakeholder(state, who).last_word = state.now
    request(state, who, task, asks, facts, entry, clause)


def ask_back(state: State, who: str, because: int) -> None:
    """Handle a question back: something they need was not in the request."""
    one = state.stakeholders[who]
    if one.asked_at < 0 or "complete" in one.told:
        return
    note(
        state, "stakeholder.answered", "world", f"stakeholder:{who}", f"stakeholder:{who}",
        because, {"reply": "question", "task": one.asked_task or one.asked_for},
    )  # fmt: skip
    own_stakeholder(state, who).asked_at = -1


def not_theirs(state: State, who: str, because: int) -> None:
    """Handle the answer to a request about something that is not theirs: it was noise (I15)."""
    task = state.log[because].data["task"]
    ref = f"stakeholder:{who}"
    entry = note(
        state, "stakeholder.answered", "world", ref, ref, because,
        {"reply": "not-theirs", "task": task},
    )  # fmt: skip
    trust.change_trust(state, who, state.rules.trust_not_theirs, "not-theirs", entry)


def answer(state: State, who: str, because: int) -> None:
    """Handle an answer: what was asked for is allowed, or their work on it begins."""
    one = own_stakeholder(state, who)
    spec = state.plan.stakeholders[who].answer
    if spec is None or one.asked_at < 0 or one.awaited != because:
        return
    one.asked_at = one.owed_at = -1
    one.answered += 1
    one.replied = True
    one.told = tuple(t for t in one.told if t != "complete")
    if spec.unless is not None and spec.unless.holds(state):
        _say_no(state, one, because)
        return
    lent = authority.lent(state, who, one.asked_for)
    if not lent:  # a power that was lent can run out, and be asked for anew
        one.told = (*one.told, f"answered:{one.asked_task}:{one.asked_for}")
    asked_for = manager.meant(state, who, one.asked_for)
    granted = manager.grants(state, who, asked_for)
    entry = note(
        state, "stakeholder.answered", "world", f"stakeholder:{who}", f"stakeholder:{who}",
        because, {"reply": "yes" if granted else "no", "task": one.asked_task or asked_for},
    )  # fmt: skip
    if not granted:
        return
    if asked_for in manager.GIVES:
        manager.give(state, asked_for, entry)
        return
    if lent:
        authority.grant(state, who, one.asked_for, entry)
        return
    if authority.theirs(state, who, one.asked_for):
        ways.allow(state, one.asked_task, one.asked_for, who, entry)
    if spec.done:
        if spec.works:
            plan_due(state, state.now + spec.works, CLOCK_PHASE, "outside-done", who, entry)
        else:
            steps.outside_done(state, who, entry)


def _say_no(state: State, one: Stakeholder, because: int) -> None:
    data: dict[str, Value] = {"reply": "no", "task": one.asked_task}
    if one.asked_for:
        data["asks"] = one.asked_for
    ref = f"stakeholder:{one.id}"
    note(state, "stakeholder.answered", "world", ref, ref, because, data)
