"""`shiftlead hand-in`: a shift goes to a cohort, after its trainee has seen what leaves."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING

import click

from simulator.cli.output import say, say_json
from simulator.errors import DONE

if TYPE_CHECKING:
    from simulator.store.handing_in import Offer
    from simulator.store.shelf import Shelf
    from simulator.store.store import Store


@click.command(
    "hand-in", epilog="Example: shiftlead hand-in 3f0c1f6e --cohort autumn --trainee p-7Q2K"
)
@click.argument("run")
@click.option("--cohort", required=True, metavar="ID", help="The cohort that gets it.")
@click.option(
    "--trainee", default="", metavar="ID", help="Your id there, where you played without one."
)
@click.option(
    "--to", "target", metavar="URL", help="The store that the cohort is in, if not your own."
)
@click.option(
    "--with-contests", is_flag=True, help="Hand in along which levels you contest, and why."
)
@click.option("--back", is_flag=True, help="Take it back from the cohort.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="As JSON; hands in only with --yes.")
def command(
    run: str,
    cohort: str,
    trainee: str,
    target: str | None,
    with_contests: bool,
    back: bool,
    yes: bool,
    as_json: bool,
) -> int:
    """Hand a finished shift in to a cohort.

    RUN is a run's id or the beginning of one. It is shown first what leaves, who sees it and for
    how long; then you are asked. A tutorial, a trial from a moment of another shift, and your
    first shift stay with you.
    """
    from simulator.cli.finding import shelf, stored
    from simulator.store.hand_ins import let_go
    from simulator.store.handing_in import offer

    with ExitStack() as stack:
        runs = stack.enter_context(shelf())
        kept = stack.enter_context(_shelf_at(target)).store() if target else runs.store()
        let_go(kept, date.today())
        if back:
            return _take_back(runs, run, kept, cohort, as_json)
        own = stored(runs, run)
        made = offer(own, run, kept, cohort, trainee, date.today(), with_contests)
        return _hand_in(made, kept, yes, as_json)


def _shelf_at(target: str) -> Shelf:
    from simulator.store.shelf import Shelf

    return Shelf(target)


def _hand_in(made: Offer, kept: Store, yes: bool, as_json: bool) -> int:
    from simulator.store.handing_in import accept

    cohort = made.cohort.id
    if as_json:
        if yes:
            accept(made, kept, date.today())
        say_json(made.record(done=yes))
        return DONE
    for line in made.lines():
        say(line)
    say()
    if not yes and not click.confirm(f"Hand it in to {cohort}?", err=True):
        say("Nothing was handed in.")
        return DONE
    until = accept(made, kept, date.today())
    say(f"Handed in. {cohort} has it until {until.isoformat()}; --back takes it back.")
    return DONE


def _take_back(runs: Shelf, run: str, kept: Store, cohort: str, as_json: bool) -> int:
    from simulator.store.hand_ins import take_out

    full = runs.store().find(run).id
    was_there = take_out(kept, full, cohort)
    if as_json:
        say_json({"run": full, "cohort": cohort, "taken_back": was_there})
    elif was_there:
        say(f"{cohort} no longer has it. An export made before is not called back.")
    else:
        say(f"{cohort} does not have it.")
    return DONE
