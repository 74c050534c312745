"""`shiftlead what-if`: a finished shift from another minute on, or with one act swapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.output import say, say_json
from simulator.errors import DONE, WrongUse

if TYPE_CHECKING:
    from simulator.runs.contents import RunFile
    from simulator.runs.what_if import Comparison


@click.command(
    epilog="Examples: shiftlead what-if 3f0c1f6e --at 08:27 --plain"
    ' · shiftlead what-if 3f0c1f6e --swap 118="assign portal priya hand-over"'
)
@click.argument("run")
@click.option("--at", "at", metavar="MINUTE", help="Play on from here: 27, or 08:27.")
@click.option(
    "--until", metavar="MINUTE", help="With --at: practise this stretch only; nothing is kept."
)
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
    run: str, at: str | None, until: str | None, plain: bool, swap: str | None, futures: int,
    as_json: bool,
) -> int:  # fmt: skip
    """Play on from a moment of a shift, or see what another act would have changed.

    RUN is a run's id, the beginning of one, or a run file. Without --at and --swap it
    shows the acts that cost the most, and lists them all with the ENTRY that --swap wants.
    With --until a moment is practised: played once more up to that minute, and then compared
    with the first time. Nothing of it is kept.
    """
    from simulator.cli.finding import shelf

    if at is not None and swap is not None:
        raise WrongUse("One of the two: a moment, or an act.", "Leave out --at or --swap.")
    if until is not None and (at is None or not plain):
        raise WrongUse(
            "A stretch to practise has a beginning, and is played in lines here.",
            "Give --at and --plain too; in the app it is a key of the debrief.",
        )
    with shelf() as runs:
        found = runs.read(run)
    if swap is not None:
        return _compare(found, swap, futures, as_json)
    if at is not None and until is not None:
        return _practise(found, at, until)
    if at is not None:
        return _play_on(found, at, plain)
    return _costliest(found, futures, as_json)


def _costliest(run: RunFile, futures: int, as_json: bool) -> int:
    """Tell which acts cost the most, and list them all with the numbers of their entries."""
    from simulator.runs.as_lines import acts_as_lines
    from simulator.runs.costliest import costliest
    from simulator.runs.past import Past
    from simulator.runs.telling_what_if import lines_of, table

    past = Past(run)
    found = costliest(past, futures)
    if as_json:
        moments = [_record(one, *lines_of(past, one)) for act in found for one in act.comparisons]
        say_json({"run": run.head.run, "at": None, "moments": moments})
        return DONE
    for line in table(past, found):
        say(line)
    say()
    say("All acts, each with the number of its entry:")
    for given, desk, line in acts_as_lines(run, past.loaded):
        if given.number in past.entries:
            say(f"{past.entries[given.number]:5}  {desk.clock(given.at)}  {line}")
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


def _practise(run: RunFile, at: str, until: str) -> int:
    """Play a stretch of the run once more in lines, then say what went another way."""
    from scoring.debrief.two_futures_text import moment_page
    from simulator.cli.debriefing import bars, page_width
    from simulator.cli.plain.dialogue import Dialogue
    from simulator.cli.plain.sources import Typed
    from simulator.runs.contents import only_finished
    from simulator.runs.drill import Drill, Exercise

    only_finished(run)
    exercise = Exercise("", _minute(run, at), min(_minute(run, until), run.minute))
    say("A moment to practise; nothing of it is kept or counted.")
    with Drill.begin(run, exercise) as drill:
        dialogue = Dialogue(drill, Typed())
        dialogue.open(resumed=True)
        if dialogue.play():
            say()
            say(moment_page(drill.beside(), page_width(), bars()).rstrip("\n"))
    return DONE


def _minute(run: RunFile, at: str) -> int:
    """Return the minute of the shift that somebody wrote as a number or as a clock time."""
    from simulator.engine import api
    from simulator.runs.language.desk import Desk
    from simulator.runs.language.errors import LineError
    from simulator.runs.replay import opened, scenario_of

    if at.isdecimal():
        return int(at)
    try:
        return Desk(api.view(opened(run, scenario_of(run)))).minute(at)
    except LineError as error:
        raise WrongUse(error.message, "Minutes since the start will do too.") from None


def _compare(run: RunFile, swap: str, futures: int, as_json: bool) -> int:
    """Compare an act of the run with another."""
    from simulator.engine import api
    from simulator.runs.language.desk import Desk
    from simulator.runs.language.errors import LineError
    from simulator.runs.language.reading import Order, read
    from simulator.runs.language.writing import write
    from simulator.runs.past import Past
    from simulator.runs.telling_what_if import telling
    from simulator.runs.what_if import compare

    entry, equals, line = swap.partition("=")
    if not (equals and entry.strip().isdecimal()):
        raise WrongUse("A swap is ENTRY=ACT.", 'For instance --swap 118="go-ahead portal".')
    past = Past(run)
    given = past.act_given(int(entry))
    desk = Desk(api.view(past.before(given)))
    try:
        order = read(line.strip(), desk)
    except LineError as error:
        raise WrongUse(error.message, error.hint) from None
    if not isinstance(order, Order):
        raise WrongUse("That is no act.", "shiftlead explain names the acts; docs/acts.md too.")
    (found,) = compare(past, given, [order.act], futures)
    texts = write(given.act, desk), write(order.act, desk)
    if as_json:
        say_json({"run": run.head.run, "at": given.at, "moments": [_record(found, *texts)]})
    else:
        for text in telling(past.loaded.world, found, *texts):
            say(text)
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
