"""`shiftlead doctor`: versions, places, terminal, store, last report, and what to do about each."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from importlib import metadata
from typing import TYPE_CHECKING

import click

from simulator.cli import output
from simulator.cli.crash import reports
from simulator.errors import DONE, PROBLEMS, ShiftleadError

if TYPE_CHECKING:
    from collections.abc import Iterator

NEEDED = ("click", "platformdirs", "pydantic", "pyyaml", "sqlalchemy", "textual")
NARROWEST, LOWEST = 80, 24
"""Columns and rows that the app is drawn for."""

Check = tuple[bool, str, str, str]
"""Whether it is well, what was looked at, what was seen, what to do about it."""


@click.command(epilog="Example: shiftlead doctor")
@click.pass_context
def command(ctx: click.Context) -> int:
    """Look at versions, places, terminal and store, and say what to do."""
    code = DONE
    for well, what, seen, advice in (*_programs(), *_terminal(), *_places(), *_house(), *_store()):
        output.say(f"{'ok  ' if well else 'LOOK'}  {what:<10} {seen}")
        if not well:
            output.say(f"      {'':<10} {advice}")
            code = PROBLEMS
    return code


def _programs() -> Iterator[Check]:
    """Look at the versions of the program, Python and the libraries."""
    yield True, "shiftlead", metadata.version("shiftlead"), ""
    good = sys.version_info >= (3, 11)
    yield good, "python", platform.python_version(), "Shiftlead needs Python 3.11 or newer."
    for name in NEEDED:
        try:
            yield True, name, metadata.version(name), ""
        except metadata.PackageNotFoundError:
            yield False, name, "missing", "Install Shiftlead again, with pip install shiftlead."


def _terminal() -> Iterator[Check]:
    """Look at the terminal that this runs in."""
    encoding = sys.stdout.encoding or "unknown"
    if not sys.stdout.isatty():
        yield True, "terminal", f"none, output goes elsewhere ({encoding})", ""
        return
    wide, high = shutil.get_terminal_size()
    seen = f"{wide} by {high}, {os.environ.get('TERM', 'no TERM')}, {encoding}"
    advice = f"The app wants {NARROWEST} by {LOWEST}; below that use shiftlead play --plain."
    yield wide >= NARROWEST and high >= LOWEST, "terminal", seen, advice


def _places() -> Iterator[Check]:
    """Look at the data folder and the last report of an internal error."""
    from simulator.cli.finding import shelf

    try:
        folder = shelf().folder
    except ShiftleadError as error:
        yield False, "data", error.message, error.hint
        return
    nearest = next((p for p in (folder, *folder.parents) if p.exists()), folder)
    advice = f"Make {nearest} writable; without it no shift can be kept."
    yield os.access(nearest, os.W_OK), "data", str(folder), advice
    usage = shutil.disk_usage(nearest)
    # A drive without a size, such as /proc, holds no files at all: it is not full.
    if usage.total:
        free = usage.free // 2**20
        yield free > 50, "disk", f"{free} MB free", "Make room; every act is written to disk."
    else:
        yield False, "disk", f"{nearest} keeps no files", "Name another place with --store."
    last = reports()
    if last:
        advice = "Send it with your question, or delete it once it is settled."
        yield False, "report", str(last[-1]), advice


def _house() -> Iterator[Check]:
    """Look at the house file in use."""
    from simulator.authoring.validate import check_file
    from simulator.scenario.houses import in_use

    path = in_use()
    if path is None:
        yield True, "house", "none; scenarios are played as they are written", ""
        return
    well = not check_file(path).failed
    yield well, "house", str(path), f"shiftlead validate {path} shows what is wrong with it."


def _store() -> Iterator[Check]:
    """Look at the store of finished runs."""
    from simulator.cli.finding import shelf
    from simulator.store.connect import shown

    try:
        with shelf() as runs:
            yield True, "store", f"{shown(runs.places.url)}, {len(runs.store().runs())} runs", ""
    except ShiftleadError as error:
        yield False, "store", error.message, error.hint
