"""`shiftlead new`: a commented scenario to begin from."""

from __future__ import annotations

import json
from pathlib import Path

import click

from simulator.authoring.starters import KINDS
from simulator.cli.output import say, write_file
from simulator.errors import DONE, WrongUse


@click.command(epilog="Example: shiftlead new monday-at-nine --kind operations")
@click.argument("ident", metavar="ID")
@click.option("--kind", type=click.Choice(KINDS), default="outage", show_default=True)
@click.option(
    "--to",
    "folder",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="Where to write it; here where it is left out.",
)
def command(ident: str, kind: str, folder: Path) -> int:
    """Write a commented scenario that can be checked and played at once.

    Beside it goes the schema that editors with a YAML language server check and complete with.
    """
    from simulator.authoring.schema.names import with_names
    from simulator.authoring.schema.whole import whole_schema
    from simulator.authoring.starters import starter
    from simulator.scenario.idents import ID

    if not ID.match(ident):
        raise WrongUse(f'"{ident[:60]}" is no id.', "An id holds a-z, 0-9 and -: monday-at-nine.")
    path = folder / f"{ident}.yaml"
    if path.exists():
        raise WrongUse(f"{path} is there already.", "Take another id, or another folder (--to).")
    write_file(path, starter(kind, ident))
    schema = folder / ".shiftlead" / "scenario.schema.json"
    if not schema.exists():
        write_file(schema, f"{json.dumps(with_names(whole_schema()), indent=1)}\n")
    say(f"Written to {path}")
    say()
    say(f"Check it:  shiftlead validate {path}")
    say(f"Play it:   shiftlead play {path}")
    say(f"Look at it while you write:  shiftlead preview {path}")
    return DONE
