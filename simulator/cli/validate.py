"""`shiftlead validate`: all problems of scenario files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from simulator.cli.output import say, say_json, warn
from simulator.errors import DONE, PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.authoring.validate import Found


FORMATS = ("auto", "full", "concise", "json", "github", "sarif")


@click.command(epilog="Example: shiftlead validate my-scenario.yaml --format concise")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="auto",
    show_default=True,
    help="auto: in full on a terminal, one line each elsewhere. github: annotations. "
    "sarif: for code hosts.",
)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option(
    "--fix",
    "fixes",
    is_flag=True,
    help="Write what is certain into the files (tabs, renamed keys, units, quotes) and show it.",
)
def command(paths: tuple[str, ...], form: str, strict: bool, fixes: bool) -> int:
    """Check scenarios and list everything that is wrong, with its place.

    PATH is a scenario, rubric or profile, a folder of them, or an id from shiftlead list.
    """
    from simulator.authoring.validate import validate

    tell = warn if form in ("json", "sarif") else say
    found = _fixed(paths, tell) if fixes else validate(paths)
    _say(found, form)
    return PROBLEMS if found.exit_code(strict) else DONE


def _fixed(paths: tuple[str, ...], tell: Callable[[str], None]) -> Found:
    """Put right what is certain, tell it as a diff, and return what is left."""
    from simulator.authoring.fix import fix

    found, mended = fix(paths)
    for file in mended:
        tell(file.diff().rstrip("\n"))
        tell(f"{file.path}: {_many(file.edits, 'place')} put right")
    return found


def _say(found: Found, form: str) -> None:
    """Print what was found in one of the formats."""
    from simulator.authoring import output

    problems = found.diagnostics
    if form == "json":
        say_json({"diagnostics": [output.record(problem) for problem in problems]})
        return
    if form == "sarif":
        from simulator.authoring.sarif import as_sarif

        say_json(as_sarif(problems, found.left_out))
        return
    if form == "github":
        from simulator.authoring.github import commands

        for line in commands(problems, found.left_out):
            say(line)
    if form == "auto":
        form = "full" if sys.stdout.isatty() and len(problems) <= output.FULL_UP_TO else "concise"
    # A workflow's log keeps the text that its annotations cut off.
    text = output.full(problems, found.texts) if form == "full" else output.concise(problems)
    if text:
        say(text.rstrip("\n"))
    files = _many(found.files, "file")
    warnings = len(problems) - found.errors
    more = f", {found.left_out} more not shown" if found.left_out else ""
    say(f"{files}: {_many(found.errors, 'error')}, {_many(warnings, 'warning')}{more}")


def _many(number: int, noun: str) -> str:
    """Return a number of things: `1 error`, `2 errors`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
