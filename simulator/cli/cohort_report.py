"""`shiftlead cohort report`: what a programme may read about what was handed in."""

from __future__ import annotations

from datetime import date

import click

from simulator.cli.output import progress, say, say_json
from simulator.errors import DONE


@click.command("report", epilog="Example: shiftlead cohort report --cohort autumn --json")
@click.option("--cohort", "ident", required=True, metavar="ID", help="The cohort.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(ident: str, as_json: bool) -> int:
    """Show how what was handed in to a cohort is spread, scenario by scenario.

    Of fewer than five people nothing is told, of fewer than ten means and medians, of fewer than
    thirty most of it as indicative. Nobody is named, and nobody stands before anybody else.
    """
    from scoring.cohort.everybody import gathered
    from scoring.cohort.report import report
    from scoring.cohort.telling import lines, record
    from simulator.cli.finding import shelf
    from simulator.store.cohorts import cohort
    from simulator.store.exported import handed_runs, terms_of
    from simulator.store.hand_ins import let_go

    with shelf() as runs:
        store, today = runs.store(), date.today()
        let_go(store, today)
        group = cohort(store, ident)
        handed = progress(handed_runs(store, group.id, today), group.runs, "report")
        made, terms = report(gathered(handed)), terms_of(group)
    if as_json:
        say_json(record(made, terms))
        return DONE
    for line in lines(made, terms):
        say(line)
    return DONE
