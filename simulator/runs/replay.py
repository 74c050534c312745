"""A run once more: from its file to the shift as it was, at any minute of it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from pydantic import ValidationError

from simulator.engine import api
from simulator.engine.acts.base import Given
from simulator.errors import OtherRules, RunDiffers
from simulator.runs.acts_json import rules_from
from simulator.runs.playable import scenario_from

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.engine.state import State
    from simulator.runs.file import RunFile
    from simulator.runs.lines import HourLine
    from simulator.runs.playable import Playable


def scenario_of(run: RunFile) -> Playable:
    """Return the scenario of a run, from the texts in its file and with the numbers in its file.

    Raises `OtherRules` where its rules are not of this epoch, and `ScenarioUnusable` where its
    texts cannot be read.
    """
    if not run.ours:
        raise OtherRules(
            f"It was played under epoch {run.head.rules.epoch} of the rules; "
            f"this version has epoch {api.EPOCH}.",
            "Its log, its score and its debrief can still be read.",
        )
    loaded = scenario_from(run.texts)
    try:
        rules = rules_from(json.dumps(run.table))
    except ValidationError:
        raise OtherRules(
            "Its table of rules has entries that this version does not know.",
            "Update Shiftlead to replay it; its log and its score can still be read.",
        ) from None
    return replace(loaded, world=replace(loaded.world, rules=rules))


def opened(run: RunFile, loaded: Playable) -> State:
    """Return the shift of a run at its first minute."""
    return api.open_shift(loaded.world, run.head.seed, run.head.luck)


def follow(state: State, steps: Iterable[Given | HourLine], until: int | None = None) -> None:
    """Play a state on by the acts of a run, and check every full hour on the way.

    With `until` it ends at that minute, before the acts that were given in it. Raises `RunDiffers`
    where an hour does not come out as it was noted.
    """
    for step in steps:
        if until is not None and step.at >= until:
            break
        api.advance(state, step.at)
        if isinstance(step, Given):
            api.give(state, step.act, step.words)
        elif (len(state.log), api.digest(state)) != (step.entries, step.digest):
            raise RunDiffers(
                f"By minute {step.at} the replay is no longer what the journal noted.",
                "The journal or the program was changed since; the run cannot be played on.",
            )
    if until is not None:
        api.advance(state, until)


def replay(run: RunFile, until: int | None = None, loaded: Playable | None = None) -> State:
    """Return the shift of a run at a minute, before the acts of that minute; by default at its end.

    Hours are not compared: `verify` says where a replay differs.
    """
    state = opened(run, loaded or scenario_of(run))
    follow(state, run.acts, until)
    if until is None:
        api.advance(state, run.minute)
    return state
