"""`shiftlead verify`: whether a run, and its score, follow from its acts."""

from __future__ import annotations

import click

from simulator.cli.output import progress, say, say_json
from simulator.errors import DONE, PROBLEMS


@click.command(epilog="Example: shiftlead verify my-shift.run.jsonl --json")
@click.argument("runs", metavar="RUN|FILE...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(runs: tuple[str, ...], as_json: bool) -> int:
    """Recompute runs and say whether they are what they say.

    RUN is a run's id or a run file. The verdict is: same, differs, other-rules, altered or
    unfinished. It says that a score follows from the acts, not who gave them. The exit code is 0
    where every run is the same, or as it was sealed under other rules; otherwise 1.
    """
    from simulator.cli.finding import shelf
    from simulator.runs.verify import verify_bytes

    with shelf() as kept:
        verdicts = [
            verify_bytes(kept.data(name), str(kept.path(name) or ""))
            for name in progress(runs, len(runs), "verify")
        ]
    if as_json:
        say_json({"results": [verdict.record() for verdict in verdicts]})
    else:
        for verdict in verdicts:
            say(f"{verdict.run or verdict.path}: {verdict.verdict}. {verdict.message}")
    good = {"same", "other-rules"}
    return DONE if all(verdict.verdict in good for verdict in verdicts) else PROBLEMS
