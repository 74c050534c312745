"""`shiftlead list`: the library."""

from __future__ import annotations

import click

from simulator.cli.output import columns, say, say_json
from simulator.errors import DONE


@click.command(epilog="Example: shiftlead list --json")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(as_json: bool) -> int:
    """List the shifts there are."""
    from simulator.scenario.library import shelf

    entries = shelf()
    if as_json:
        fields = ("id", "title", "kind", "grade", "lead_role", "minutes", "version", "hash", "path",
                  "content_note")  # fmt: skip
        say_json({"scenarios": [{key: getattr(e, key) for key in fields} for e in entries]})
        return DONE
    head = ("SHIFT", "TITLE", "KIND", "GRADE", "MINUTES")
    rows = [(e.id, e.title, e.kind, e.grade, e.minutes) for e in entries]
    for line in columns([head, *rows]):
        say(line)
    for entry in entries:
        if entry.content_note:
            say(f"{entry.id}, before you choose: {entry.content_note}")
    return DONE
