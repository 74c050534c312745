"""`shiftlead cohort override`: a trainer's level beside the engine's, with a reason."""

from __future__ import annotations

from datetime import date

import click

from simulator.cli.output import say
from simulator.errors import DONE


@click.command(
    "override",
    epilog="Example: shiftlead cohort override --cohort autumn r-4QJ2X7B3KD people.relieves 3 "
    '--because "She sent Priya home by telephone." --trainer t-2',
)
@click.argument("run")
@click.argument("criterion")
@click.argument("level", type=click.IntRange(1, 4))
@click.option("--cohort", "ident", required=True, metavar="ID", help="The cohort.")
@click.option("--because", required=True, metavar="TEXT", help="Why, in one line.")
@click.option(
    "--trainer",
    default="trainer",
    show_default=True,
    metavar="ID",
    help="Whose level it is; kept under a pseudonym unless the cohort sees ids.",
)
def command(run: str, criterion: str, level: int, ident: str, because: str, trainer: str) -> int:
    """Set a level of a shift that was handed in, beside the engine's, which stays.

    RUN is the run as it stands in the cohort's export. The level stays in the cohort: in its
    export and in a report from its store. The engine's level says that you looked and agree.
    """
    from simulator.cli.finding import shelf
    from simulator.store.cohorts import cohort
    from simulator.store.hand_ins import let_go
    from simulator.store.overriding import override

    with shelf() as runs:
        store, today = runs.store(), date.today()
        let_go(store, today)
        made = override(store, cohort(store, ident), run, criterion, level, because, trainer, today)
    engine = "no level" if made.engine is None else f"level {made.engine}"
    say(f"{criterion}: the engine gives {engine}, you give {level}. Both are kept.")
    for name, was, now in made.scores:
        say(f"  {name}: {was}; with your level {now}")
    return DONE
