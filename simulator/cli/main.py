"""The command `shiftlead`: finds a command's module when called, and turns errors into codes."""

from __future__ import annotations

import importlib
import os
import sys
from typing import TYPE_CHECKING, Any

import click

from simulator.cli import output
from simulator.errors import DONE, INTERNAL, INTERRUPTED, WRONG_USE, ShiftleadError, WrongUse
from simulator.scenario.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COMMANDS: Mapping[str, str] = {
    "play": "play",
    "list": "list_scenarios",
    "show": "show",
    "validate": "validate",
    "explain": "explain",
    "schema": "schema",
    "new": "new",
    "preview": "preview",
    "simulate": "simulate",
    "calibrate": "calibrate",
    "replay": "replay",
    "report": "report",
    "what-if": "what_if",
    "runs": "stored_runs",
    "hand-in": "hand_in",
    "cohort": "cohorts",
    "verify": "verify",
    "import-tickets": "import_tickets",
    "doctor": "doctor",
}
"""The commands and their modules in this package; a module is imported when it is needed."""

STORE_HELP = "Where finished shifts are kept: a file or a URL (or SHIFTLEAD_STORE)."
HOUSE_HELP = "Your organisation's house file (or SHIFTLEAD_HOUSE); empty for none."
WITH_HOUSE = ("play", "list", "show", "simulate", "calibrate", "doctor")
"""The commands that load scenarios, and the one that says which house file is in use."""
BROKEN_PIPE = 141
"""What a shell reports for a program whose reader went away."""


class ReaderGone(Exception):  # noqa: N818
    """The reader of a pipe went away."""


class Commands(click.Group):
    """A group that imports a command's module only when the command is called or described."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, or None for a name nobody knows."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"simulator.cli.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        _add_store(command)
        if cmd_name in WITH_HOUSE:
            _add_house(command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a pipe that broke is told apart here, before Click makes it a 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise ReaderGone from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a near miss is answered with the nearest right one."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = nearest(args[0], COMMANDS, most=1)
            hint = f"Did you mean “{near[0]}”?" if near else "shiftlead --help lists them."
            raise WrongUse(f"“{args[0]}” is not a command.", hint)
        return super().resolve_command(ctx, args)


def _add_store(command: click.Command) -> None:
    """Let a command, and those below it, take `--store` themselves too."""
    if any(parameter.name == "store" for parameter in command.params):
        return
    command.params.append(
        click.Option(
            ["--store"],
            metavar="URL",
            expose_value=False,
            callback=_remember_store,
            help=STORE_HELP,
        )
    )
    if isinstance(command, click.Group):
        for below in command.commands.values():
            _add_store(below)


def _remember_store(ctx: click.Context, parameter: click.Parameter, store: str | None) -> None:
    """Keep the store that a command names in the place where the program's own is kept."""
    if store:
        ctx.find_root().obj["store"] = store


def _add_house(command: click.Command) -> None:
    """Let a command that loads scenarios take `--house`."""
    if any(parameter.name == "house" for parameter in command.params):
        return
    command.params.append(
        click.Option(
            ["--house"],
            metavar="FILE",
            expose_value=False,
            callback=_remember_house,
            help=HOUSE_HELP,
        )
    )


def _remember_house(ctx: click.Context, parameter: click.Parameter, house: str | None) -> None:
    """Name the house file where worker processes and the app look for it too."""
    if house is not None:
        os.environ["SHIFTLEAD_HOUSE"] = house


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: shiftlead play payroll-friday",
)
@click.version_option(package_name="shiftlead", message="%(package)s %(version)s")
@click.option(
    "--store",
    metavar="URL",
    envvar="SHIFTLEAD_STORE",
    help=STORE_HELP,
)
@click.pass_context
def cli(ctx: click.Context, store: str | None) -> int | None:
    """Practise leading an IT-support team, one shift at a time.

    Without a command the app opens.
    """
    ctx.obj = {"store": store}
    if ctx.invoked_subcommand is None:
        from simulator.cli.play import open_app

        return open_app()
    return None


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; every error ends as one line on stderr."""
    output.prepare()
    try:
        result: Any = cli.main(list(arguments), prog_name="shiftlead", standalone_mode=False)
    except ShiftleadError as error:
        output.warn(f"shiftlead: {error.one_line()}")
        return error.exit_code
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "shiftlead"
        output.warn(f"shiftlead: {error.format_message()} {where} --help explains it.")
        return WRONG_USE
    except click.ClickException as error:
        output.warn(f"shiftlead: {error.format_message()}")
        return WRONG_USE
    except (KeyboardInterrupt, click.Abort):
        output.warn("shiftlead: interrupted; what was given is kept.")
        return INTERRUPTED
    except ReaderGone:
        # Nobody is left to tell, also not at exit.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        return BROKEN_PIPE
    except Exception as error:
        from simulator.cli.crash import write_report

        path = write_report(error, list(arguments))
        output.warn(f"shiftlead: internal error ({type(error).__name__}). A report is in {path}")
        return INTERNAL
    return result if isinstance(result, int) else DONE


def main() -> None:
    """Run the command line and end the process with its exit code."""
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        code = BROKEN_PIPE
    sys.exit(code)


if __name__ == "__main__":
    main()
