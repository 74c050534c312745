"""`shiftlead report`: the debrief of a finished shift."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.output import say, say_json, writing
from simulator.errors import DONE, WrongUse, visible

if TYPE_CHECKING:
    from scoring.debrief.build import Debrief
    from simulator.runs.contents import RunFile
    from simulator.runs.past import Past


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
@click.option(
    "--html",
    "html_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write all pages to one HTML file, with what other acts would have changed.",
)
def command(
    run: str, whole: bool, as_json: bool, markdown_file: Path | None, html_file: Path | None
) -> int:
    """Show the debrief of a shift.

    RUN is a run's id, the beginning of one, or a run file.
    """
    from simulator.cli import debriefing
    from simulator.cli.finding import shelf
    from simulator.runs.debriefing import debrief_of
    from simulator.runs.past import Past
    from simulator.runs.trials import is_trial, origin
    from simulator.store.notes import own_words
    from simulator.store.trials import parent_of

    if as_json + (markdown_file is not None) + (html_file is not None) > 1:
        raise WrongUse("One form at a time.", "Give one of --json, --markdown and --html.")
    with shelf() as runs:
        found = runs.read(run)
        own = None
        if runs.path(run) is None:
            own = own_words(runs.store(), found.head.run)
        parent = parent_of(runs, found)
    pages = whole or as_json or markdown_file is not None or html_file is not None
    past = Past(found) if pages and found.ours else None
    debrief = debrief_of(found, own, past=past)
    beside = "" if parent is None else debriefing.beside(parent, found)
    if as_json:
        said = found.head.parent
        record = None if said is None else {"run": said.run, "at": said.at}
        say_json({"run": found.head.run, "parent": record, **debriefing.as_record(debrief)})
    elif markdown_file is not None:
        text = debriefing.as_text(debrief, whole=True) + beside
        _write(markdown_file, visible(debriefing.markdown(text)))
    elif html_file is not None:
        _write(html_file, _html(found, debrief, past, beside))
    else:
        if is_trial(found):
            say(f"{origin(found)}\n")
        say((debriefing.as_text(debrief, whole) + (beside if whole else "")).rstrip("\n"))
        if not whole:
            say("Levels, arithmetic, the desk's figures and curves: --all")
    return DONE


def _write(path: Path, text: str) -> None:
    with writing(path):
        path.write_text(text, encoding="utf-8")
    say(f"Written to {path}")


def _html(run: RunFile, debrief: Debrief, past: Past | None, beside: str) -> str:
    """Return the debrief as a page, with the table of what-if where the run can be replayed.

    Of a trial both futures stand before the table.
    """
    from simulator.runs.costliest import costliest
    from simulator.runs.page.html import page_of
    from simulator.runs.playable import scenario_from
    from simulator.runs.telling_what_if import table

    title = scenario_from(run.texts).world.title
    lines = beside.splitlines()
    if past is not None:
        lines += table(past, costliest(past))
    return page_of(run, debrief, title, lines)
