"""`shiftlead validate`: all problems of scenario files."""

from __future__ import annotations

import sys

import click

from simulator.cli.output import say, say_json
from simulator.errors import DONE, PROBLEMS


@click.command(epilog="Example: shiftlead validate my-scenario.yaml --format concise")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["auto", "full", "concise", "json"]),
    default="auto",
    show_default=True,
    help="auto: in full on a terminal, one line each elsewhere.",
)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
def command(paths: tuple[str, ...], form: str, strict: bool) -> int:
    """Check scenarios and list everything that is wrong, with its place.

    PATH is a scenario, rubric or profile, a folder of them, or an id from shiftlead list.
    """
    from simulator.authoring import output
    from simulator.authoring.validate import validate

    found = validate(paths)
    problems = found.diagnostics
    code = PROBLEMS if found.exit_code(strict) else DONE
    if form == "json":
        say_json({"diagnostics": [output.record(problem) for problem in problems]})
        return code
    if form == "auto":
        form = "full" if sys.stdout.isatty() and len(problems) <= output.FULL_UP_TO else "concise"
    text = output.full(problems, found.texts) if form == "full" else output.concise(problems)
    if text:
        say(text.rstrip("\n"))
    files = "1 file" if found.files == 1 else f"{found.files} files"
    warnings = len(problems) - found.errors
    more = f", {found.left_out} more not shown" if found.left_out else ""
    say(f"{files}: {_many(found.errors, 'error')}, {_many(warnings, 'warning')}{more}")
    return code


def _many(number: int, noun: str) -> str:
    """Return a number of things: `1 error`, `2 errors`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
