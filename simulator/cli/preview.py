"""`shiftlead preview`: a scenario as a trainee would meet it, while it is being written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli.output import say
from simulator.errors import DONE, PROBLEMS

if TYPE_CHECKING:
    from simulator.authoring.preview.watching import Watching


@click.command(epilog="Example: shiftlead preview my-scenario.yaml")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--plain", is_flag=True, help="Print all pages once, for screen readers and pipes.")
def command(path: Path, plain: bool) -> int:
    """Show a scenario as a trainee would meet it, and check it again whenever it is saved.

    A version with errors leaves the last good one in sight, with what is wrong beneath it. The key
    s steps through the shift minute by minute and shows the state that a trainee never sees.
    """
    from simulator.authoring.preview.watching import Watching

    watching = Watching(path)
    if plain or not sys.stdout.isatty():
        watching.look()
        return _print(watching)
    from simulator.tui.previewing import PreviewApp

    return PreviewApp(watching).run() or DONE


def _print(watching: Watching) -> int:
    """Print every page and every problem."""
    from simulator.authoring.output import concise

    for page in watching.pages:
        say(page.title)
        say("-" * len(page.title))
        for line in (*page.lines, *page.author):
            say(line)
        say()
    if watching.problems:
        say(concise(watching.problems).rstrip("\n"))
    return DONE if watching.current else PROBLEMS
