"""`shiftlead what-if`: a finished shift from another minute on, or with one act swapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.output import say, say_json
from simulator.errors import DONE, WrongUse

if TYPE_CHECKING:
    from simulator.runs.contents import RunFile
    from simulator.runs.what_if import Comparison, Difference

FIGURES = {
    "open": ("open at the end", "tickets"), "resolved": ("resolved", "tickets"),
    "returned": ("came back", "tickets"), "missed": ("targets missed", ""),
    "lapsed": ("conversations left unanswered", ""), "oldest": ("oldest open ticket", "min"),
    "waited": ("work stood still for you", "min"), "own": ("your own work on tickets", "min"),
    "hand_offs": ("hand-offs", ""), "came_back": ("back with somebody who had it", "tickets"),
    "satisfaction": ("satisfaction", "points"), "trust": ("trust outside the team", "points"),
    "morale": ("morale", "points"), "stress": ("highest stress", "points"),
    "friction": ("friction", "points"), "abandoned": ("calls given up", ""),
    "call_wait": ("a caller's wait", "min"),
}  # fmt: skip
"""How a figure is called, and its unit; `restored.ID` is told with the incident's name."""


@click.command(
    epilog="Examples: shiftlead what-if 3f0c1f6e --at 08:27 --plain"
    ' · shiftlead what-if 3f0c1f6e --swap 118="assign portal priya hand-over"'
)
@click.argument("run")
@click.option("--at", "at", metavar="MINUTE", help="Play on from here: 27, or 08:27.")
@click.option("--plain", is_flag=True, help="Play on in lines.")
@click.option(
    "--swap", metavar="ENTRY=ACT", help="Compare: this act, as a line of plain mode, instead."
)
@click.option(
    "--futures",
    type=click.IntRange(1, 1000),
    default=16,
    show_default=True,
    help="How many futures are compared.",
)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(
    run: str, at: str | None, plain: bool, swap: str | None, futures: int, as_json: bool
) -> int:
    """Play on from a moment of a shift, or see what another act would have changed.

    RUN is a run's id, the beginning of one, or a run file. Without --at and --swap the acts of the
    run are listed, each with the ENTRY that --swap wants.
    """
    from simulator.cli.finding import shelf

    if at is not None and swap is not None:
        raise WrongUse("One of the two: a moment, or an act.", "Leave out --at or --swap.")
    with shelf() as runs:
        found = runs.read(run)
    if swap is not None:
        return _compare(found, swap, futures, as_json)
    if at is not None:
        return _play_on(found, at, plain)
    return _list(found)


def _list(run: RunFile) -> int:
    """List the acts of a run as lines of plain mode, with the numbers of their entries."""
    from simulator.engine import api
    from simulator.runs.language.desk import Desk
    from simulator.runs.language.writing import write
    from simulator.runs.replay import opened, scenario_of

    state = opened(run, scenario_of(run))
    for given in run.acts:
        api.advance(state, given.at)
        entry, desk = len(state.log), Desk(api.view(state))
        line = write(given.act, desk, given.words)
        api.give(state, given.act, given.words)
        if state.log[entry].kind == "act.given":
            say(f"{entry:5}  {desk.clock(given.at)}  {line}")
    return DONE


def _play_on(run: RunFile, at: str, plain: bool) -> int:
    """Begin a trial at a minute of the run, and play it."""
    from simulator.cli.finding import shelf
    from simulator.cli.plain.sources import Typed
    from simulator.cli.play import open_app, play_plain
    from simulator.runs.session import Session

    session = Session.fork(run, _minute(run, at), shelf().folder)
    say("A trial from this moment; the shift you finished stays as it was.")
    if plain:
        with session:
            return play_plain(session, Typed(), resumed=True)
    session.close()
    return open_app(resume=True)


def _minute(run: RunFile, at: str) -> int:
    """Return the minute of the shift that somebody wrote as a number or as a clock time."""
    from simulator.runs.playable import scenario_from

    hours, colon, minutes = at.partition(":")
    if at.isdecimal():
        return int(at)
    if colon and hours.isdecimal() and minutes.isdecimal():
        return int(hours) * 60 + int(minutes) - scenario_from(run.texts).world.starts % 1440
    raise WrongUse(f'"{at[:20]}" is no minute.', "Write minutes since the start, or a clock time.")


def _compare(run: RunFile, swap: str, futures: int, as_json: bool) -> int:
    """Compare an act of the run with another."""
    from simulator.engine import api
    from simulator.runs.language.desk import Desk
    from simulator.runs.language.errors import LineError
    from simulator.runs.language.reading import Order, read
    from simulator.runs.language.writing import write
    from simulator.runs.replay import scenario_of
    from simulator.runs.what_if import act_given, before, compare

    entry, equals, line = swap.partition("=")
    if not (equals and entry.strip().isdecimal()):
        raise WrongUse("A swap is ENTRY=ACT.", 'For instance --swap 118="go-ahead portal".')
    loaded, given = scenario_of(run), act_given(run, int(entry))
    desk = Desk(api.view(before(run, loaded, given)))
    try:
        order = read(line.strip(), desk)
    except LineError as error:
        raise WrongUse(error.message, error.hint) from None
    if not isinstance(order, Order):
        raise WrongUse("That is no act.", "shiftlead explain names the acts; docs/acts.md too.")
    (found,) = compare(run, loaded, given, [order.act], futures)
    texts = write(given.act, desk), write(order.act, desk)
    if as_json:
        say_json({"run": run.head.run, "at": given.at, "moments": [_record(found, *texts)]})
    else:
        _tell(run, found, *texts)
    return DONE


def _record(one: Comparison, act: str, alternative: str) -> dict[str, object]:
    return {
        "entry": one.entry, "act": act, "alternative": alternative, "futures": one.futures,
        "dropped": one.dropped, "withheld": one.withheld,
        "difference": {
            figure: {"mean": d.mean, "low": d.low, "high": d.high, "here": d.here}
            for figure, d in one.differences.items()
        },
    }  # fmt: skip


def _tell(run: RunFile, one: Comparison, act: str, alternative: str) -> None:
    from simulator.engine import words
    from simulator.runs.playable import scenario_from

    world = scenario_from(run.texts).world
    say(f"At {words.clock_of(world)(one.given.at)}, instead of: {act}")
    say(f"{' ' * 10}what if it had been: {alternative}")
    say(f"{one.futures} futures with the same past, each played with both; your later acts follow.")
    if one.withheld:
        say(f"{one.dropped} of your later acts made no sense any more: too many to call it yours.")
        return
    if one.dropped:
        say(f"{one.dropped} of your later acts made no sense any more and were left out.")
    incidents = {incident.id: incident.name for incident in world.incidents}
    told = [_line(figure, change, incidents) for figure, change in one.differences.items()]
    for line in told or ["Nothing that the desk counts would have come out otherwise."]:
        say(line)


def _line(figure: str, change: Difference, incidents: dict[str, str]) -> str:
    """Return one figure's difference in words and numbers."""
    about = figure.partition(".")[2]
    name, unit = FIGURES.get(figure, (f"{incidents.get(about, about)}: away", "min"))
    here = "" if change.here is None else f"; in the shift you played {_signed(change.here)}"
    return (
        f"  {name}: {_signed(change.mean)} {unit}".rstrip()
        + f" (eight in ten: {_signed(change.low)} to {_signed(change.high)}{here})"
    )


def _signed(number: float) -> str:
    return f"{number:+g}".replace("-", "−")
