"""The debrief of a finished run, in the words that every screen and report tells it with."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, TypeVar, cast

from scoring.assess import assess
from scoring.debrief.build import build
from scoring.debrief.telling import Telling
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
    from scoring.judgement import Judgement
    from scoring.rubric import Rubric
    from simulator.engine.state import State
    from simulator.engine.world import World
    from simulator.runs.contents import RunFile
    from simulator.runs.past import Past

T = TypeVar("T")


def debrief_of(
    run: RunFile,
    own: Own | None = None,
    *,
    past: Past | None = None,
    unlucky: frozenset[int] = frozenset(),
    judgements: tuple[Judgement, ...] = (),
) -> Debrief:
    """Return the debrief of a finished run; raises `RunOver` for an unfinished one.

    With the run as the past of other futures it says how far chance alone moves the score: that
    takes the time of thirty-one shifts. What comes of an act in `unlucky` is not told as something
    to change (`costliest.unlucky`). `judgements` are what people say about its levels.
    """
    only_finished(run)
    loaded = scenario_from(run.texts)
    world = in_form(loaded.world, run.head.seed)
    # Numbers of tickets are not in the log: they come from the shift itself.
    names = words.names_at(replay(run)) if run.ours else words.names(world)
    chance = None if past is None else spread(past)
    return _debrief(Log(run.log), world, loaded.rubric, names, own, chance, unlucky, judgements)


def debrief_at(state: State, rubric: Rubric) -> Debrief:
    """Return what a debrief says of a shift as far as it has gone."""
    return _debrief(Log(state.log), state.world, rubric, words.names_at(state))


def telling_of(log: Log, world: World, names: words.Names) -> Telling:
    """Return the words in which a log is told to people."""
    called, clock = named(world, names), words.clock_of(world)
    return Telling.of(log, called, clock, lambda entry: sentence(entry, called, clock))


def _debrief(
    log: Log, world: World, rubric: Rubric, names: words.Names, own: Own | None = None,
    chance: tuple[int, int] | None = None, unlucky: frozenset[int] = frozenset(),
    judgements: tuple[Judgement, ...] = (),
) -> Debrief:  # fmt: skip
    words_ = telling_of(log, world, names)
    debrief = build(
        log, rubric, assess(log, rubric), words_.names, words_.clock, own,
        teller=words_.teller, unlucky=unlucky, chance=chance, judgements=judgements,
    )  # fmt: skip
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
