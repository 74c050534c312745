"""`shiftlead runs`: the shifts of this person, finished and unfinished."""

from __future__ import annotations

import contextlib
from pathlib import Path

import click

from simulator.bounded import is_folder
from simulator.cli import rescore
from simulator.cli.output import columns, progress, say, say_json, warn, writing
from simulator.errors import (
    DONE,
    PROBLEMS,
    RunExists,
    RunFileError,
    ScenarioUnusable,
    WrongUse,
)


@click.group(name="runs", epilog="Example: shiftlead runs list")
def command() -> None:
    """List, export, import, delete or re-score your shifts."""


command.add_command(rescore.command)


@command.command("list", epilog="Example: shiftlead runs list --json")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def list_runs(as_json: bool) -> int:
    """List your shifts, unfinished ones first."""
    from simulator.cli.finding import shelf

    with shelf() as runs:
        rows = runs.rows()
    if as_json:
        say_json({"runs": [row.record() for row in rows]})
        return DONE
    if not rows:
        say("There is no shift yet. shiftlead play starts one.")
        return DONE
    head = ("RUN", "SHIFT", "SEED", "MODE", "STATE", "MINUTE", "SCORE")
    cells = [
        (
            r.id[:8],
            r.scenario,
            r.seed,
            r.mode,
            r.state,
            r.minute,
            "" if r.score is None else r.score,
        )
        for r in rows
    ]
    for line in columns([head, *cells]):
        say(line)
    return DONE


@command.command("export", epilog="Example: shiftlead runs export 3f0c1f6e --to my-shift.run.jsonl")
@click.argument("run")
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    help="File or folder; by default a file in this folder, named after the run.",
)
def export(run: str, target: Path | None) -> int:
    """Write a shift as a run file: everything that is needed to check and replay it.

    RUN is a run's id or the beginning of one.
    """
    from simulator.cli.finding import shelf
    from simulator.runs.file import parse_run
    from simulator.runs.folder import SUFFIX

    with shelf() as runs:
        data = runs.data(run)
    head = parse_run(data, check_log=False).head
    path = target or Path()
    if path.is_dir():
        path = path / f"{head.scenario.id}-{head.run[:8]}{SUFFIX}"
    if path.exists():
        raise WrongUse(f"{path} is already there.", "Name another file with --to.")
    with writing(path):
        path.write_bytes(data)
    say(f"Written to {path}")
    return DONE


@command.command("import", epilog="Example: shiftlead runs import my-shift.run.jsonl backup/")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def import_runs(files: tuple[Path, ...]) -> int:
    """Take finished run files, or folders of them, into the store.

    What a file says is checked first; a shift that is already there is left as it is. A file that
    cannot be taken in is named, and the others are taken.
    """
    from simulator.cli.finding import shelf
    from simulator.runs.file import read_bytes

    paths = _run_files(files)
    new = refused = 0
    with shelf() as runs:
        store = runs.store()
        for path in progress(paths, len(paths), "import"):
            try:
                new += store.add(read_bytes(path))
            except (RunFileError, RunExists, ScenarioUnusable, WrongUse) as error:
                if len(paths) == 1:
                    raise
                warn(f"shiftlead: {path.name}: {error.one_line()}")
                refused += 1
    known = len(paths) - new - refused
    say(f"{new} taken in" + (f", {known} already there" if known else ""))
    return PROBLEMS if refused else DONE


def _run_files(named: tuple[Path, ...]) -> list[Path]:
    """Return the files that were named, and those in folders that were."""
    from simulator.runs.folder import SUFFIX

    found: list[Path] = []
    for path in named:
        found += sorted(path.glob(f"*{SUFFIX}")) if is_folder(path) else [path]
    return found


@command.command("delete", epilog="Example: shiftlead runs delete 3f0c1f6e --yes")
@click.argument("run")
@click.option("--yes", is_flag=True, help="Do not ask.")
def delete(run: str, yes: bool) -> int:
    """Delete a shift of yours for good, with what you wrote beside it.

    RUN is a run's id or the beginning of one.
    """
    from simulator.cli.finding import shelf
    from simulator.runs.side import side_path
    from simulator.store.hand_ins import handed_in

    with shelf() as runs:
        path = runs.path(run)
        full = "" if path is not None else runs.store().find(run).id
        lose = ", ".join(handed_in(runs.store(), full)) if full else ""
        also = f" {lose} will no longer have it either." if lose else ""
        if not yes and not click.confirm(f"Delete {path or full} for good?{also}", err=True):
            say("Nothing was deleted.")
            return DONE
        if path is None:
            runs.store().delete(full)
        elif path.parent != runs.folder:
            raise WrongUse(f"{path} is a file of yours.", "Delete it like any other file.")
        else:
            for file in (path, side_path(path)):
                with contextlib.suppress(FileNotFoundError):
                    file.unlink()
    say("Deleted.")
    return DONE
