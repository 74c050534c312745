"""The storyline: what is told when, and the scenes that ask for a decision."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.engine import effects, trust
from simulator.engine.chance import fate
from simulator.engine.owning import own_scene, own_stakeholder
from simulator.engine.records import IN_TALK
from simulator.engine.records.story import Scene
from simulator.engine.state import STORY_PHASE, look_again, note, plan_due, stir

if TYPE_CHECKING:
    from simulator.engine.log import Cause
    from simulator.engine.state import State
    from simulator.engine.world import Choice, SceneSpec


def look_due(state: State, ident: str, minute: int) -> None:
    """Handle the minute of a planned look; one that was planned anew since then counts alone."""
    if state.looks.get(ident) == minute:
        del state.looks[ident]
        stir(state, ident)


def look(state: State, _subject: str, _version: int) -> None:
    """Handle the looks of a minute: what comes true together happens in the order of the file."""
    stirred, state.stirred = state.stirred, {}
    for ident in sorted(stirred, key=state.plan.places.__getitem__):
        _look(state, ident)


def _look(state: State, ident: str) -> None:
    """Look at the condition of a storyline item."""
    now, spec = state.now, state.plan.story[ident]
    when = spec.when
    if when is None:
        return
    if not _may_happen(state, ident, spec.again):
        if spec.again is not None:
            look_again(state, ident, state.fired[ident] + spec.again)
        return
    if when.holds(state):
        tell(state, ident, chosen(state, when.text))
        return
    wake = when.wake(state)
    if wake is not None and wake <= state.world.length:
        look_again(state, ident, max(wake, now + 1))


NAMED = re.compile(r"\b(flag|scene)\.([a-z0-9-]+)")
"""What a condition names that somebody's choice, or silence, brings about."""


def chosen(state: State, condition: str) -> int:
    """Return the number of the latest choice, silence or flag that a condition names; -1 for none.

    So that a log tells which news follows from what the lead answered, or did not.
    """
    named = NAMED.findall(condition)
    flags = {ident for sort, ident in named if sort == "flag" and ident in state.flags}
    scenes = {ident for sort, ident in named if sort == "scene"}
    if not flags and not scenes:
        return -1
    for entry in reversed(state.log):
        if entry.kind == "flag.set" and entry.data.get("flag") in flags:
            return entry.number
        if entry.kind in ("scene.answered", "scene.lapsed") and entry.data.get("scene") in scenes:
            return entry.number
    return -1


def tell(state: State, ident: str, because: int) -> None:
    """Let a storyline item happen; one that only another form has does not."""
    spec = state.plan.story.get(ident)
    if spec is None or not _may_happen(state, ident, spec.again):
        return
    if spec.scene is not None and _waits_for_sender(state, ident, spec.scene.sender, because):
        return
    state.fired[ident] = state.now
    cause: Cause = "script" if spec.at is not None and because < 0 else "world"
    entry = note(
        state, "story.told", cause, "desk", "desk", because, {"text": ident}, seen=bool(spec.news)
    )
    effects.bring_about(state, spec.effects, "world", entry)
    if spec.scene is not None and state.scenes.get(ident, _NONE).state not in _STANDING:
        _open(state, ident, spec.scene, cause == "script", entry)
    if spec.again is not None and spec.when is not None:
        look_again(state, ident, state.now + spec.again)


def _may_happen(state: State, ident: str, again: int | None) -> bool:
    """Return whether an item has not happened yet, or long enough ago to happen once more."""
    last = state.fired.get(ident)
    return last is None or (again is not None and state.now >= last + again)


def _waits_for_sender(state: State, ident: str, sender: str, because: int) -> bool:
    """Return whether the item waits until who would come is free to; plan it for then."""
    free = _free_to_come(state, sender)
    if free <= state.now:
        return False
    if free <= state.world.length:
        if state.plan.story[ident].when is not None:
            look_again(state, ident, free)  # by then it may not hold any more
        else:
            plan_due(state, free, STORY_PHASE, "tell", ident, because)
    return True


def _free_to_come(state: State, who: str) -> int:
    """Return the minute from which somebody can come with a word: after a break, or a talk."""
    analyst = state.analysts.get(who)
    if analyst is not None and analyst.place == "break":
        return analyst.until
    if analyst is not None and analyst.place == IN_TALK:
        return state.lead.until
    return state.now


_NONE = Scene(None, "", -1, -1, -1, state="none")
_STANDING = ("open", "put-off", "answering")


def _open(state: State, ident: str, scene: SceneSpec, script: bool, because: int) -> None:
    sender = scene.sender
    if sender in state.analysts and state.analysts[sender].place in ("absent", "away"):
        return
    until = state.now + scene.within
    entry = note(
        state, "scene.opened", "script" if script else "world", _sender_ref(state, sender),
        _sender_ref(state, sender), because,
        {"scene": ident, "sender": sender, "until": until, "channel": scene.channel},
    )  # fmt: skip
    state.scenes[ident] = Scene(
        state.owner, ident, state.now, until, entry, shown(state.seed, ident, scene)
    )  # fmt: skip
    plan_due(state, until, STORY_PHASE, "lapse", ident, until)


def shown(seed: int, ident: str, scene: SceneSpec) -> tuple[Choice, ...]:
    """Return the choices of a scene in the order in which a shift shows them.

    It is drawn for every seed, so that the place of an answer says nothing about it and a list of
    places that somebody passes on is worth nothing. (response order: Krosnick and Alwin, 1987)
    """
    return tuple(sorted(scene.choices, key=lambda one: fate(seed, "choice", f"{ident}/{one.id}")))


def _sender_ref(state: State, sender: str) -> str:
    if sender in state.analysts:
        return f"analyst:{sender}"
    return f"stakeholder:{sender}" if sender else "desk"


def lapse(state: State, ident: str, until: int) -> None:
    """Handle the limit of a scene: silence is the answer."""
    scene = state.scenes[ident]
    if scene.state not in ("open", "put-off") or scene.until != until:
        return
    own_scene(state, ident).state = "lapsed"
    spec = state.plan.story[ident].scene
    assert spec is not None
    data: dict[str, int | str | bool | tuple[int | str, ...]] = {"scene": ident}
    if spec.criterion:
        data["criterion"] = spec.criterion
    entry = note(
        state, "scene.lapsed", "default", _sender_ref(state, spec.sender), "lead", scene.entry, data
    )
    effects.bring_about(state, spec.unanswered, "default", entry)
    who = state.plan.stakeholders.get(spec.sender)
    if who is not None and who.patience is not None and who.patience.scene == ident:
        points = state.rules.trust_unanswered
        trust.change_trust(state, who.id, points, "unanswered", entry, "default")


def best_choice(state: State, scene: SceneSpec) -> str:
    """Return the choice that is best as things stand; "" where no state of the flip rule holds."""
    for condition, choice in scene.best:
        if condition.holds(state):
            return choice
    return ""


def credit_of(state: State, scene: SceneSpec, choice: Choice) -> int:
    """Return the credit of a choice as things stand, 0 to 3; -1 in a scene for feedback only."""
    return merit(choice, best_choice(state, scene)) if scene.criterion else -1


def merit(choice: Choice, best: str) -> int:
    """Return what a choice is worth, 0 to 3, where this one is best ("" for none)."""
    if choice.id == best:
        return 3
    return min(choice.credit, 2) if best else choice.credit


def is_untrue(state: State, choice: Choice) -> bool:
    """Return whether a choice invents or hides a fact as things stand."""
    held = choice.untrue_when is not None and choice.untrue_when.holds(state)
    return choice.untrue or held


def find_choice(scene: SceneSpec, ident: str) -> Choice | None:
    """Return a choice of a scene by its id."""
    return next((one for one in scene.choices if one.id == ident), None)


def judge(state: State, ident: str, choice_id: str) -> None:
    """Judge an answer by how things stand."""
    scene, spec = own_scene(state, ident), state.plan.story[ident].scene
    assert spec is not None
    choice = find_choice(spec, choice_id)
    assert choice is not None
    scene.credit, scene.untrue = credit_of(state, spec, choice), is_untrue(state, choice)


def answer(state: State, ident: str, choice_id: str, minutes: int, because: int) -> None:
    """Let an answer take effect; it was judged when it was begun."""
    scene = own_scene(state, ident)
    scene.state, scene.choice = "answered", choice_id
    spec = state.plan.story[ident].scene
    assert spec is not None
    choice = find_choice(spec, choice_id)
    assert choice is not None
    data: dict[str, int | str | bool | tuple[int | str, ...]] = {
        "scene": ident, "choice": choice_id, "credit": scene.credit, "minutes": minutes,
    }  # fmt: skip
    if spec.criterion:
        data["criterion"] = spec.criterion
    if any(one.untrue or one.untrue_when for one in spec.choices):
        data["untrue"] = scene.untrue
    entry = note(
        state, "scene.answered", "lead", _sender_ref(state, spec.sender), "lead", scene.entry, data
    )
    if spec.sender in state.stakeholders:
        own_stakeholder(state, spec.sender).last_word = state.now
    effects.bring_about(state, choice.effects, "lead", max(entry, because))
    if spec.sender in state.analysts:
        from simulator.engine.feelings import spoken_with

        spoken_with(state, spec.sender)
