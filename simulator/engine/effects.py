"""What choices, silences and the storyline change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine import admission, chance, conflicts, feelings, incidents, knowledge, trust
from simulator.engine.demand import effort_of
from simulator.engine.owning import own_analyst, own_stakeholder
from simulator.engine.records.tickets import Birth
from simulator.engine.state import STORY_PHASE, note, plan_due

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.engine.log import Cause
    from simulator.engine.state import State
    from simulator.engine.world import Effect, TicketSpec


GONE = ("absent", "away")
"""Where nobody can be spoken with."""


def bring_about(state: State, effects: Iterable[Effect], cause: Cause, because: int) -> None:
    """Carry out effects in their order."""
    for effect in effects:
        _one(state, effect, cause, because)


def _one(state: State, effect: Effect, cause: Cause, because: int) -> None:
    target, amount = effect.target, effect.amount
    match effect.kind:
        case "stress":
            feelings.change_stress(state, target, amount * feelings.POINT, "story", because, cause)
        case "morale":
            for who in [target] if target != "team" else list(state.analysts):
                if state.analysts[who].place != "absent":
                    feelings.change_morale(
                        state, who, amount * feelings.POINT, "story", because, cause
                    )
        case "trust":
            if target in state.stakeholders:
                trust.change_trust(state, target, amount, "story", because, cause)
            else:
                feelings.change_trust(state, target, amount, because, cause)
        case "friction":
            conflicts.change(state, target, amount, "story", because, cause)
        case "learn":
            knowledge.learn(state, target, cause, "desk", because)
        case "set" | "unset":
            on = effect.kind == "set"
            if on == (target in state.flags):
                return
            if on:
                state.flags[target] = state.now
            else:
                del state.flags[target]
            note(
                state, "flag.set", cause if cause != "script" else "world", "desk", "desk",
                because, {"flag": target, "on": on}, seen=False,
            )  # fmt: skip
        case "start":
            incidents.begin(state, target, cause="world")
        case "ticket":
            if effect.ticket is not None and effect.ticket.id not in state.tickets:
                admission.admit(state, birth_of(state.seed, effect.ticket, state), "world", because)
        case "minutes":
            from simulator.engine.agenda import occupy  # the agenda carries effects out

            occupy(state, amount)
        case "promise":
            trust.promise(
                state, target, state.now + amount,
                "result" if effect.word == "result" else "update",
                _task(state, effect.word), because,
            )  # fmt: skip
        case "told":
            task = _task(state, effect.word)
            because = note(
                state, "stakeholder.told", cause if cause != "script" else "world",
                f"stakeholder:{target}", "lead", because, {"about": task} if task else {},
            )  # fmt: skip
            trust.word_given(state, target, task, because)
        case "note":
            note(
                state, "story.told", "world" if cause in ("lead", "default") else cause, "desk",
                "desk", because, {"text": target},
            )  # fmt: skip
        case "end":
            plan_due(state, state.now, STORY_PHASE, "close", "desk")
        case "scene":
            plan_due(state, state.now, STORY_PHASE, "tell", target, because)
        case "absent":
            send_home(state, target, because)
        case "rest":
            send_on_break(state, target, because)
        case "comes":
            call_over(state, target)
        case "hear":
            hear_out(state, target, because)
        case "talk":
            bring_together(state, target, because)
        case "phones":
            put_on_telephones(state, target, because)
        case "need-met":
            one = own_stakeholder(state, target)
            one.told = (*one.told, "asked-needs")
        case "stands-back":
            from simulator.engine import outside  # people outside open scenes, scenes have effects

            outside.stand_back(state, target, because, cause)


def _task(state: State, word: str) -> str:
    if word in state.incidents or word in state.tickets:
        return word
    for ident, incident in state.incidents.items():
        if incident.state == "open" and not state.plan.incidents[ident].quiet:
            return ident
    return ""


def send_home(state: State, who: str, because: int) -> None:
    """Let somebody leave for the rest of the shift; their work goes back to the queue."""
    from simulator.engine.shifts import leave_desk  # shifts build on work

    leave_desk(state, who)
    analyst = own_analyst(state, who)
    analyst.place = "away"
    note(state, "analyst.left", "world", f"analyst:{who}", f"analyst:{who}", because, {})
    feelings.retune(state, analyst)


def call_over(state: State, who: str) -> None:
    """Let somebody come in who was to come only when sent."""
    from simulator.engine.shifts import come_in  # shifts build on work

    come_in(state, who, 0)


def send_on_break(state: State, who: str, because: int) -> None:
    """Let an answer of the lead's send somebody on a break, as the act does (B89)."""
    from simulator.engine.shifts import begin_break  # shifts build on work

    analyst = state.analysts[who]
    if analyst.place != "desk":
        return
    entry = note(
        state, "analyst.sent-on-break", "lead", f"analyst:{who}", "lead", because,
        {"strained": bool(analyst.sign), "minutes": 0},
    )  # fmt: skip
    begin_break(state, who, entry, "lead")


def hear_out(state: State, who: str, because: int) -> None:
    """Let an answer of the lead's be the hearing of somebody whom nobody has heard yet (B30)."""
    from simulator.engine.acts import people  # acts answer scenes, scenes have effects
    from simulator.engine.acts.shapes import Listen

    analyst = state.analysts[who]
    if analyst.heard < 0 and analyst.place not in GONE:
        people.ListenRule().apply(state, Listen(who), because)


def bring_together(state: State, ident: str, because: int) -> None:
    """Let an answer of the lead's be the talk of two people, over what happened (B84, B85)."""
    from simulator.engine.acts import people  # acts answer scenes, scenes have effects
    from simulator.engine.acts.shapes import TalkThrough

    between = state.plan.conflicts[ident].between
    here = all(state.analysts[who].place not in GONE for who in between)
    if here and not state.conflicts[ident].settled:
        talk = TalkThrough(ident, "behaviour-and-impact")
        people.TalkThroughRule().apply(state, talk, because)


def put_on_telephones(state: State, who: str, because: int) -> None:
    """Let an answer of the lead's put somebody on the telephones, as the act does (B102)."""
    from simulator.engine.acts import telephones  # acts answer scenes, scenes have effects
    from simulator.engine.acts.shapes import Phones

    rule, act = telephones.PhonesRule(), Phones(who)
    if rule.refuse(state, act) is None:
        rule.apply(state, act, because)


def birth_of(seed: int, spec: TicketSpec, state: State) -> Birth:
    """Return what a written ticket is born with."""
    words = chance.fate(seed, "ticket", spec.id)
    return Birth(
        id=spec.id,
        kind=spec.kind,
        arrives=state.now,
        effort=effort_of(state.rules, spec.kind, words[0]),
        words=words,
        returns=-1 if spec.returns is None else spec.returns,
    )
