"""`shiftlead simulate`: scripted leads play a scenario, without a screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.cli.options import jobs_option
from simulator.cli.output import columns, progress, say, say_json, writing
from simulator.errors import DONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@click.command(
    epilog="Example: shiftlead simulate payroll-friday --strategy expert --runs 20 --jobs 2"
)
@click.argument("scenario")
@click.option(
    "--strategy",
    required=True,
    metavar="NAME|FILE.py:CLASS",
    help="A shipped lead, or your own class.",
)
@click.option("--runs", type=click.IntRange(1, 100_000), default=20, show_default=True)
@click.option(
    "--seed", type=click.IntRange(0), default=1, show_default=True, help="The first seed."
)
@click.option("--form", metavar="NAME", help="Only seeds of this form of the scenario.")
@click.option(
    "--to",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Keep the first shift as a run file, for replay and report.",
)
@jobs_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(
    scenario: str,
    strategy: str,
    runs: int,
    seed: int,
    form: str | None,
    to: Path | None,
    jobs: int,
    as_json: bool,
) -> int:
    """Let a scripted lead play a shift many times.

    SCENARIO is an id from shiftlead list, or the path of a scenario file. Same seeds, same numbers.
    A class of your own is run as the Python that it is. What a lead did in its first shift is told
    by --to FILE.run.jsonl, and then shiftlead replay FILE.run.jsonl.
    """
    from simulator.cli.finding import scenario_named
    from simulator.runs.keeping import keep
    from simulator.runs.simulate import report, seeds_of, simulate

    loaded = scenario_named(scenario)
    seeds = seeds_of(loaded.world, form, seed, runs)
    played = simulate(loaded, strategy, seeds, jobs)
    found: dict[str, Any] = report(loaded, strategy, list(progress(played, runs, "simulate")))
    if to is not None:
        with writing(to):
            keep(loaded, strategy, seeds[0], to)
    if as_json:
        say_json(found)
        return DONE
    of = f", form {form}" if form else ""
    say(f"{loaded.world.title}, {strategy}{of}, seeds {seeds[0]} to {seeds[-1]}")
    say()
    for line in columns(_rows(found["summary"])):
        say(line)
    say()
    say("Scripted leads show that rules fit together; they are no evidence about people.")
    return DONE


def _rows(summary: Mapping[str, Any]) -> Iterator[tuple[object, ...]]:
    """Return the figures of all runs together as a table."""
    yield "", "MEDIAN", "LOW", "HIGH", "ACCEPTABLE"
    yield "score", *_spread(summary["score"]), summary["acceptable"]
    for name, row in summary["competencies"].items():
        yield name, *_spread(row), row["acceptable"]
    for name, row in summary["outcomes"].items():
        yield name, *_spread(row), ""


def _spread(row: Mapping[str, Any]) -> tuple[object, ...]:
    """Return median, lowest and highest, a dash where there is none."""
    return tuple("–" if row[key] is None else row[key] for key in ("median", "low", "high"))
