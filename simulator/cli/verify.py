"""`shiftlead verify`: whether a run, and its score, follow from its acts."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import click

from simulator.cli.output import progress, say, say_json
from simulator.errors import DONE, PROBLEMS, WrongUse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.runs.verify import Verdict
    from simulator.store.shelf import Shelf


@click.command(epilog="Example: shiftlead verify my-shift.run.jsonl --json")
@click.argument("runs", metavar="[RUN|FILE...]", nargs=-1)
@click.option("--cohort", metavar="ID", help="Also every shift that was handed in to this cohort.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(runs: tuple[str, ...], cohort: str | None, as_json: bool) -> int:
    """Recompute runs and say whether they are what they say.

    RUN is a run's id or a run file. The verdict is: same, differs, other-rules, altered or
    unfinished. It says that a score follows from the acts, not who gave them. The exit code is 0
    where every run is the same, or as it was sealed under other rules; otherwise 1.
    """
    from simulator.cli.finding import shelf

    if not runs and cohort is None:
        raise WrongUse("Which shift?", "Name runs, files, or a --cohort.")
    records: list[dict[str, object]] = []
    good = True
    with shelf() as kept:
        for verdict in chain(_named(kept, runs), _handed_in(kept, cohort) if cohort else ()):
            good = good and verdict.verdict in ("same", "other-rules")
            if as_json:
                records.append(verdict.record())
            else:
                say(f"{verdict.run or verdict.path}: {verdict.verdict}. {verdict.message}")
    if as_json:
        say_json({"results": records})
    return DONE if good else PROBLEMS


def _named(kept: Shelf, runs: Sequence[str]) -> Iterator[Verdict]:
    """Yield the verdict on each run that was named."""
    from simulator.runs.verify import verify_bytes

    for name in progress(runs, len(runs), "verify"):
        yield verify_bytes(kept.data(name), str(kept.path(name) or ""))


def _handed_in(kept: Shelf, ident: str) -> Iterator[Verdict]:
    """Yield the verdict on each run of a cohort, one file in memory at a time."""
    from simulator.runs.verify import verify_bytes
    from simulator.store.cohorts import cohort

    store = kept.store()
    count = cohort(store, ident).runs
    for _, data in progress(store.files(cohort=ident), count, "verify"):
        yield verify_bytes(data)
