"""`shiftlead schema`: what an editor checks and completes scenarios with."""

from __future__ import annotations

import json
from pathlib import Path

import click

from simulator.cli.output import say, say_json, write_file
from simulator.errors import DONE


@click.command(
    epilog="Example: shiftlead schema --with-ids . --out .shiftlead/scenario.schema.json"
)
@click.option(
    "--with-ids",
    "folders",
    metavar="FOLDER",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="List the ids that scenarios there define, so that the editor completes them. Repeatable.",
)
@click.option(
    "--out",
    "path",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it here, and not to the screen.",
)
def command(folders: tuple[Path, ...], path: Path | None) -> int:
    """Print the JSON Schema of scenarios, rubrics, profiles and house files.

    The first line of a file names it:
    # yaml-language-server: $schema=./.shiftlead/scenario.schema.json
    """
    from simulator.authoring.schema.names import ids_of, with_names
    from simulator.authoring.schema.whole import whole_schema

    schema = with_names(whole_schema(), ids_of(folders) if folders else None)
    if path is None:
        say_json(schema)
        return DONE
    write_file(path, f"{json.dumps(schema, indent=1)}\n")
    say(f"Written to {path}")
    return DONE
