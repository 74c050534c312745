"""The debrief of a finished run, in the words that every screen and report tells it with."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, TypeVar, cast

from scoring.assess import assess
from scoring.debrief.build import build
from scoring.log import Log
from simulator.engine import words
from simulator.engine.forms import in_form
from simulator.runs.contents import only_finished
from simulator.runs.luck import spread
from simulator.runs.playable import scenario_from
from simulator.runs.replay import replay
from simulator.runs.sentences import filled, named, sentence

if TYPE_CHECKING:
    from scoring.debrief.build import Debrief, Own
    from simulator.runs.contents import RunFile
    from simulator.runs.past import Past

T = TypeVar("T")


def debrief_of(run: RunFile, own: Own | None = None, *, past: Past | None = None) -> Debrief:
    """Return the debrief of a finished run; raises `RunOver` for an unfinished one.

    With the run as the past of other futures it says how far chance alone moves the score: that
    takes the time of thirty-one shifts.
    """
    only_finished(run)
    loaded = scenario_from(run.texts)
    log = Log(run.log)
    world = in_form(loaded.world, run.head.seed)
    # Numbers of tickets are not in the log: they come from the shift itself.
    names = words.names_at(replay(run)) if run.ours else words.names(world)
    names = named(world, names)
    clock = words.clock_of(world)
    debrief = build(
        log,
        loaded.rubric,
        assess(log, loaded.rubric),
        names,
        clock,
        own,
        teller=lambda entry: sentence(entry, names, clock),
        chance=None if past is None else spread(past),
    )
    return _without_blanks(debrief)


def _without_blanks(value: T) -> T:
    """Return a part of a debrief with every time that nobody has named in words."""
    if isinstance(value, str):
        return cast("T", filled(value))
    if isinstance(value, tuple):
        return cast("T", tuple(_without_blanks(one) for one in value))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: _without_blanks(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return cast("T", dataclasses.replace(value, **parts))
    return value
