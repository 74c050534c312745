"""`shiftlead cohort`: groups of trainees, and what was handed in to them."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import get_args

import click

from scoring.cohort.handed import LONGEST_RETENTION, Sees
from scoring.export.rows import Rows
from simulator.cli import cohort_override, cohort_report, cohort_rescore
from simulator.cli.output import columns, say, say_json
from simulator.errors import DONE


@click.group(name="cohort", epilog="Example: shiftlead cohort list")
def command() -> None:
    """Make cohorts, list them, export what was handed in."""


command.add_command(cohort_report.command)
command.add_command(cohort_rescore.command)
command.add_command(cohort_override.command)


@command.command(
    "new",
    epilog='Example: shiftlead cohort new autumn --purpose "Onboarding of new leads" '
    "--sees pseudonymous --keep 6",
)
@click.argument("ident", metavar="ID")
@click.option("--purpose", required=True, help="What the shifts are used for, in one line.")
@click.option(
    "--sees",
    type=click.Choice(get_args(Sees)),
    required=True,
    help="What its people see: groups only, single shifts under a pseudonym, or with ids.",
)
@click.option(
    "--keep",
    "months",
    type=click.IntRange(1, LONGEST_RETENTION),
    default=LONGEST_RETENTION,
    show_default=True,
    metavar="MONTHS",
    help="How long a shift that was handed in is kept.",
)
@click.option(
    "--assessment", is_flag=True, help="Take only shifts played as an assessment, by a person."
)
def new(ident: str, purpose: str, sees: Sees, months: int, assessment: bool) -> int:
    """Make a cohort.

    Purpose, who sees what and how long are shown to every trainee before handing in, stand in
    every export, and cannot be changed later.
    """
    from simulator.cli.finding import shelf
    from simulator.store.cohorts import make_cohort

    with shelf() as runs:
        made = make_cohort(runs.store(), ident, purpose, sees, months, date.today(), assessment)
    say(f"There is now a cohort {made.id}. To it: shiftlead hand-in RUN --cohort {made.id}")
    return DONE


@command.command("list", epilog="Example: shiftlead cohort list --json")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def list_cohorts(as_json: bool) -> int:
    """List the cohorts of this store; shifts whose time is over are let go first."""
    from simulator.cli.finding import shelf
    from simulator.store.cohorts import cohorts
    from simulator.store.hand_ins import let_go

    with shelf() as runs:
        let_go(runs.store(), date.today())
        found = cohorts(runs.store())
    if as_json:
        say_json({"cohorts": [one.record() for one in found]})
        return DONE
    if not found:
        say("There is no cohort yet. shiftlead cohort new makes one.")
        return DONE
    head = ("COHORT", "SHIFTS", "SEES", "MONTHS", "TAKES", "PURPOSE")
    cells = [
        (
            one.id,
            one.runs,
            one.sees,
            one.months,
            "assessments" if one.assessment else "any shift",
            one.purpose,
        )
        for one in found
    ]
    for line in columns([head, *cells]):
        say(line)
    return DONE


@command.command(
    "export", epilog="Example: shiftlead cohort export --cohort autumn --format csv --rows criteria"
)
@click.option("--cohort", "ident", required=True, metavar="ID", help="The cohort.")
@click.option(
    "--format", "form", type=click.Choice(["csv", "jsonl"]), required=True, help="The form."
)
@click.option(
    "--rows",
    "kind",
    type=click.Choice(get_args(Rows)),
    help="One row a run, a criterion of a run, or a figure of a group. By default runs, and groups "
    "where the cohort sees no more.",
)
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    help="File or folder; by default a file in this folder, named after the cohort.",
)
@click.option(
    "--separator",
    type=click.Choice(["comma", "semicolon"]),
    default="comma",
    show_default=True,
    help="Of a csv: the one that your spreadsheet uses.",
)
@click.option("--excel", is_flag=True, help="Begin a csv so that Excel reads it as UTF-8.")
@click.option(
    "--words", is_flag=True, help="Take along the reasons that people gave for levels they set."
)
def export(
    ident: str,
    form: str,
    kind: Rows | None,
    target: Path | None,
    separator: str,
    excel: bool,
    words: bool,
) -> int:
    """Write what was handed in to a cohort.

    Trainees stand under a pseudonym unless the cohort sees ids. Of fewer than five people no
    figure of a group is written.
    """
    from simulator.cli.exporting import Form, write_rows
    from simulator.cli.finding import shelf
    from simulator.store.cohorts import cohort
    from simulator.store.exporting import rows_for
    from simulator.store.hand_ins import let_go

    with shelf() as runs:
        store, today = runs.store(), date.today()
        let_go(store, today)
        group = cohort(store, ident)
        made = rows_for(store, group, kind, today, words)
        with closing(made.rows):
            shape = Form(form, ";" if separator == "semicolon" else ",", excel)
            path, count = write_rows(target, f"{group.id}-{made.kind}", made, shape)
    say(f"{count} {'row' if count == 1 else 'rows'} written to {path}")
    return DONE
