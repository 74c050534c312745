"""`shiftlead cohort rescore`: all shifts of a cohort under a newer rubric, and what moved."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from simulator.cli.options import rubric_option
from simulator.cli.output import progress, say, say_json
from simulator.errors import DONE

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "rescore", epilog="Example: shiftlead cohort rescore --cohort autumn --rubric newer.yaml"
)
@click.option("--cohort", "ident", required=True, metavar="ID", help="The cohort.")
@rubric_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(ident: str, file: Path | None, as_json: bool) -> int:
    """Score all shifts of a cohort again under a newer rubric, and say what moved and why.

    The assessments of the day stay; the new ones are kept beside them. Of fewer than five people
    only what differs between the rubrics is told.
    """
    from simulator.cli.finding import shelf
    from simulator.store.cohort_rescored import CohortRescored
    from simulator.store.cohorts import cohort
    from simulator.store.hand_ins import let_go

    with shelf() as runs:
        store, today = runs.store(), date.today()
        let_go(store, today)
        group = cohort(store, ident)
        made = CohortRescored(store, group.id, today, file)
        for _ in progress(made.steps(), group.runs, "rescore"):
            pass
    groups = [made.moves[key] for key in sorted(made.moves)]
    if as_json:
        left_out = [{"why": why, "shifts": count} for why, count in made.left_out.items()]
        say_json({
            "cohort": group.id, "groups": [one.record() for one in groups], "left_out": left_out,
        })  # fmt: skip
        return DONE
    for one in groups:
        for line in one.lines():
            say(line)
        say()
    for why, count in made.left_out.items():
        say(f"{count} not scored again: {why}")
    say("The assessments of the day stay as they are." if groups else "No shift was handed in.")
    return DONE
