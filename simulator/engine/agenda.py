"""The lead's agenda: acts are given, wait for their turn, and take effect one at a time.

An act is given, then refused or (at once or in its turn) begun, then done, failed, left or
withdrawn; each is an entry. Given at minute m to an idle lead it takes effect in the first phase
of m plus its cost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import authority, in_talk, shifts, telephones
from simulator.engine.acts.base import Act, Family, Given, Refusal
from simulator.engine.acts.messages import overtaken
from simulator.engine.acts.registry import ACTS
from simulator.engine.acts.shapes import Answer, Assign, Leave, NotNow, Take, Withdraw
from simulator.engine.owning import own_scene
from simulator.engine.records import LEAD
from simulator.engine.state import LEAD_PHASE, note, plan_due
from simulator.engine.waiting import dequeue

if TYPE_CHECKING:
    from simulator.engine.state import State

AT_ONCE = (Leave, NotNow, Withdraw)
FIRST = "first"
"""Subject of what an act does as soon as the clock moves on after it was begun."""


def possible(state: State, act: Act) -> Refusal | None:
    """Return why an act is not possible now; None when it is."""
    if state.over:
        return Refusal("shift.over")
    used = state.world.acts
    if used and act.kind not in used and not isinstance(act, AT_ONCE):
        return Refusal("act.not-here")
    return _refusal(state, act)


def _refusal(state: State, act: Act) -> Refusal | None:
    """Return why an act cannot be done: by its own rule, or because it is not the lead's to do."""
    registered = ACTS[act.kind]
    refusal = registered.rule.refuse(state, act)
    if refusal is None:
        refusal = authority.refusal(state, registered.powers(state, act))
    return refusal


def cost(state: State, act: Act) -> int:
    """Return the lead minutes an act takes."""
    return ACTS[act.kind].rule.cost(state, act)


def free_at(state: State) -> int:
    """Return the minute at which the act in hand and all that wait will be done."""
    lead = state.lead
    begins = lead.until if lead.hand is not None else state.now
    return begins + sum(cost(state, one.act) for one in lead.queue)


def give(state: State, act: Act, words: str = "") -> Given:
    """Give an act now; a refused one costs nothing and nothing scores it."""
    refusal = possible(state, act)
    if refusal is None:
        return _accept(state, act, words)
    given = _numbered(state, act, words)
    note(
        state, "act.refused", "lead", LEAD, LEAD, -1,
        {"act": act.kind, "number": given.number, "code": refusal.code, **refusal.named},
    )  # fmt: skip
    return given


def give_if_possible(state: State, act: Act, words: str = "") -> Refusal | None:
    """Give an act now unless it is refused; return why it is, and leave no trace of it then."""
    refusal = possible(state, act)
    if refusal is None:
        _accept(state, act, words)
    return refusal


def _numbered(state: State, act: Act, words: str) -> Given:
    """Return an act as one that was given now, refused or not."""
    given = Given(state.acts, state.now, act, words)
    state.acts += 1
    return given


def _accept(state: State, act: Act, words: str) -> Given:
    """Take an act that is possible onto the agenda, and begin it if nothing is in hand."""
    given = _numbered(state, act, words)
    data: dict[str, int | str | bool | tuple[int | str, ...]] = {
        "act": act.kind, "number": given.number, "minutes": cost(state, act),
    }  # fmt: skip
    about = ACTS[act.kind].about(act)
    if about:
        data["about"] = about
    entry = note(state, "act.given", "lead", LEAD, LEAD, -1, data)
    lead = state.lead
    lead.entries[given.number] = entry
    if isinstance(act, Leave):
        _leave(state, given)
    elif isinstance(act, Withdraw):
        _withdraw(state, act, given)
    elif isinstance(act, NotNow):
        scene = own_scene(state, act.scene)
        scene.state, scene.put_off = "put-off", True
        note(state, "scene.put-off", "lead", LEAD, LEAD, entry, {"scene": act.scene})
    else:
        if isinstance(act, Answer):
            own_scene(state, act.scene).state = "answering"
            answers = sum(isinstance(one.act, Answer) for one in lead.queue)
            lead.queue = (*lead.queue[:answers], given, *lead.queue[answers:])
        else:
            lead.queue = (*lead.queue, given)
        if lead.hand is None:
            begin_next(state)
    return given


def begin_next(state: State) -> None:
    """Begin the next act that waits; one that is no longer possible comes to nothing at once."""
    lead = state.lead
    while lead.hand is None and lead.queue and not state.over:
        given, lead.queue = lead.queue[0], lead.queue[1:]
        entry = lead.entries[given.number]
        refusal = _refusal(state, given.act) if given.at < state.now else None
        if refusal is not None:
            _fail(state, given, refusal, 0)
            continue
        minutes = cost(state, given.act)
        lead.hand, lead.begun, lead.until = given, state.now, state.now + minutes
        lead.version += 1
        note(
            state, "act.begun", "lead", LEAD, LEAD, entry,
            {"act": given.act.kind, "number": given.number, "until": lead.until},
        )  # fmt: skip
        if ACTS[given.act.kind].begun is not None or in_talk.sitting(state, given.act):
            # Not before the clock moves on: until then the act can be taken back without a trace.
            plan_due(state, state.now, LEAD_PHASE, "lead", FIRST, lead.version)
        plan_due(state, lead.until, LEAD_PHASE, "lead", LEAD, lead.version)


def done(state: State, subject: str, version: int) -> None:
    """Handle the end of the act in hand: it takes effect, or has become impossible."""
    lead = state.lead
    if lead.version != version or lead.hand is None:
        return
    if subject == FIRST:
        in_talk.sit_down(state, lead.hand.act)
        begun = ACTS[lead.hand.act.kind].begun
        if begun is not None:
            begun(state, lead.hand.act, lead.entries[lead.hand.number])
        return
    given, minutes = lead.hand, state.now - lead.begun
    lead.hand = None
    in_talk.get_up(state, given.act)
    registered = ACTS[given.act.kind]
    spend(state, minutes, family_of(state, given.act))
    if given.number >= 0:
        refusal = _refusal(state, given.act)
        if refusal is not None:
            _fail(state, given, refusal, minutes)
        else:
            lead.ended = (*lead.ended, given.number)
            entry = note(
                state, "act.done", "lead", LEAD, LEAD, lead.entries[given.number],
                {"act": given.act.kind, "number": given.number, "minutes": minutes},
            )  # fmt: skip
            registered.rule.apply(state, given.act, entry)
    begin_next(state)
    telephones.pick_up(state)


def _fail(state: State, given: Given, refusal: Refusal, minutes: int) -> None:
    state.lead.ended = (*state.lead.ended, given.number)
    _reopen(state, given.act)
    entry = note(
        state, "act.failed", "lead", LEAD, LEAD, state.lead.entries[given.number],
        {"act": given.act.kind, "number": given.number, "code": refusal.code, "minutes": minutes,
         **refusal.named},
    )  # fmt: skip
    if minutes:
        _offer_again(state, given.act, entry)


def _offer_again(state: State, act: Act, because: int) -> None:
    """Let whoever is idle have a ticket that was kept for somebody, and was not given after all."""
    if isinstance(act, Assign) and act.task in state.waiting:
        dequeue(state, act.task)
        shifts.offer(state, act.task, because)


def _reopen(state: State, act: Act) -> None:
    """Let a scene wait again whose answer was taken back or came to nothing.

    Not where another answer to it is still on its way.
    """
    if not isinstance(act, Answer) or _answered_otherwise(state, act.scene):
        return
    if state.scenes[act.scene].state == "answering":
        scene = own_scene(state, act.scene)
        scene.state = "put-off" if scene.put_off or scene.until <= state.now else "open"
        if scene.until <= state.now:
            plan_due(state, state.now, 4, "lapse", act.scene, scene.until)


def _answered_otherwise(state: State, scene: str) -> bool:
    """Return whether an answer to a scene is in hand or waits its turn."""
    given = (state.lead.hand, *state.lead.queue)
    acts = (one.act for one in given if one is not None)
    return any(isinstance(act, Answer) and act.scene == scene for act in acts)


def _leave(state: State, leaving: Given) -> None:
    lead = state.lead
    given = lead.hand
    assert given is not None
    minutes = state.now - lead.begun
    lead.hand = None
    lead.version += 1
    lead.ended = (*lead.ended, given.number)
    spend(state, minutes, family_of(state, given.act))
    _reopen(state, given.act)
    in_talk.get_up(state, given.act)
    entry = note(
        state, "act.left", "lead", LEAD, LEAD, lead.entries[leaving.number],
        {"act": given.act.kind, "number": given.number, "minutes": minutes},
    )  # fmt: skip
    left = ACTS[given.act.kind].left
    if left is not None:
        left(state, given.act, entry, minutes)
    _offer_again(state, given.act, entry)
    if isinstance(given.act, Take):
        lead.queue = (leaving, *lead.queue)
    else:
        lead.ended = (*lead.ended, leaving.number)
    begin_next(state)
    telephones.pick_up(state)


def _withdraw(state: State, act: Withdraw, taking_back: Given) -> None:
    lead = state.lead
    lead.ended = (*lead.ended, taking_back.number, act.number)
    target: Given | None = None
    if lead.hand is not None and lead.hand.number == act.number:
        target, lead.hand = lead.hand, None
        lead.version += 1
    else:
        target = next(one for one in lead.queue if one.number == act.number)
        lead.queue = tuple(one for one in lead.queue if one.number != act.number)
    _reopen(state, target.act)
    note(
        state, "act.withdrawn", "lead", LEAD, LEAD, lead.entries[act.number],
        {"act": target.act.kind, "number": act.number},
    )  # fmt: skip
    begin_next(state)


def withdrawable(state: State, number: int) -> bool:
    """Return whether an act can still be taken back.

    Until the clock moves on; a message that waits its turn also once what it tells of is over.
    """
    lead = state.lead
    if lead.hand is not None and lead.hand.number == number:
        at_once = isinstance(lead.hand.act, AT_ONCE)
        return lead.hand.at == state.now and lead.begun == state.now and not at_once
    return any(
        one.number == number and (one.at == state.now or overtaken(state, one.act, one.at) >= 0)
        for one in lead.queue
    )


def family_of(state: State, act: Act) -> Family:
    """Return as what kind of work an act's minutes count: an answer that is a talk, as one."""
    if isinstance(act, Answer) and in_talk.sitting(state, act):
        return "people"
    return ACTS[act.kind].rule.family


def spend(state: State, minutes: int, family: str) -> None:
    """Add to the lead's minutes by family of acts."""
    if minutes <= 0:
        return
    spent = state.lead.family
    spent[family] = spent.get(family, 0) + minutes


def occupy(state: State, minutes: int) -> None:
    """Keep the lead busy for some minutes that no act of theirs asked for."""
    lead = state.lead
    lead.version += 1
    if lead.hand is None:
        lead.hand, lead.begun = Given(-1, state.now, Leave()), state.now
        lead.until = state.now
    lead.until = max(lead.until, state.now) + minutes
    plan_due(state, lead.until, LEAD_PHASE, "lead", LEAD, lead.version)
