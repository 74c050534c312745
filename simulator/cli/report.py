"""`shiftlead report`: the debrief of a finished shift."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.cli.output import say, say_json
from simulator.errors import DONE, CannotWrite, WrongUse, visible


@click.command(epilog="Example: shiftlead report 3f0c1f6e --all")
@click.argument("run")
@click.option("--all", "whole", is_flag=True, help="All pages: levels, arithmetic, desk, curves.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option(
    "--markdown",
    "markdown_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write all pages to a Markdown file.",
)
def command(run: str, whole: bool, as_json: bool, markdown_file: Path | None) -> int:
    """Show the debrief of a shift.

    RUN is a run's id, the beginning of one, or a run file.
    """
    from simulator.cli import debriefing
    from simulator.cli.finding import shelf
    from simulator.runs.debriefing import debrief_of
    from simulator.store.notes import own_words

    if as_json and markdown_file is not None:
        raise WrongUse("One form at a time.", "Leave out --json or --markdown.")
    with shelf() as runs:
        found = runs.read(run)
        own = None
        if runs.path(run) is None:
            own = own_words(runs.store(), found.head.run)
    debrief = debrief_of(found, own)
    if as_json:
        say_json({"run": found.head.run, **debriefing.as_record(debrief)})
    elif markdown_file is not None:
        text = visible(debriefing.markdown(debriefing.as_text(debrief, whole=True)))
        try:
            markdown_file.write_text(text, encoding="utf-8")
        except OSError as error:
            raise CannotWrite(f"{markdown_file} cannot be written: {error.strerror}.") from None
        say(f"Written to {markdown_file}")
    else:
        say(debriefing.as_text(debrief, whole).rstrip("\n"))
        if not whole:
            say("Levels, arithmetic, the desk's figures and curves: --all")
    return DONE
