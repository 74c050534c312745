"""`shiftlead replay`: what happened in a run, or the lines that play it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.output import say
from simulator.errors import DONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.runs.contents import RunFile


@click.command(epilog="Example: shiftlead replay my-shift.run.jsonl --as-script > again.txt")
@click.argument("run")
@click.option("--as-script", is_flag=True, help="The lines of plain mode that play it again.")
def command(run: str, as_script: bool) -> int:
    """Play a run once more and tell what the lead could see.

    RUN is a run's id or a run file.
    """
    from simulator.cli.finding import shelf

    with shelf() as runs:
        found = runs.read(run)
    for line in _script(found) if as_script else _told(found):
        say(line)
    return DONE


def _told(run: RunFile) -> Iterator[str]:
    """Return what the lead could see happen, one line an entry.

    Numbers of tickets are not in the log; under other rules they are told by their ids.
    """
    from simulator.engine import words
    from simulator.runs.playable import scenario_from
    from simulator.runs.replay import replay
    from simulator.runs.sentences import named
    from simulator.runs.sentences import sentence as told
    from simulator.runs.trials import is_trial, origin

    if is_trial(run):
        yield origin(run)
    world = scenario_from(run.texts).world
    clock = words.clock_of(world)
    state = replay(run) if run.ours else None
    names = named(world, words.names(world) if state is None else words.names_at(state))
    for entry in run.log if state is None else state.log:
        sentence = told(entry, names, clock)
        if entry.seen and sentence:
            yield f"{clock(entry.at)} {sentence}"


def _script(run: RunFile) -> Iterator[str]:
    """Return a line of plain mode for each act, with the minute it was given in."""
    from simulator.runs.as_lines import acts_as_lines, script
    from simulator.runs.replay import scenario_of
    from simulator.runs.trials import is_trial, origin

    head = run.head
    yield f"# {head.scenario.id} {head.scenario.version}, seed {head.seed}"
    if is_trial(run):
        yield f"# {origin(run)}"
    yield from script(acts_as_lines(run, scenario_of(run)))
