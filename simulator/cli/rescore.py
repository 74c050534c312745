"""`shiftlead runs rescore`: a stored shift under a newer rubric, and what moved."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

import click

from scoring.debrief.lines import points_words
from simulator.cli.options import rubric_option
from simulator.cli.output import say, say_json
from simulator.errors import DONE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scoring.assess import Assessment
    from scoring.rescoring import Judged, Moved
    from scoring.rubric import Score
    from simulator.runs.rescore import Rescored


@click.command("rescore", epilog="Example: shiftlead runs rescore 3f0c1f6e --rubric newer.yaml")
@click.argument("run")
@rubric_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(run: str, file: Path | None, as_json: bool) -> int:
    """Score a stored shift again under a newer rubric, and say what moved and why.

    RUN is a run's id or the beginning of one. The assessment of the day stays as it is; the new
    one is kept beside it.
    """
    from simulator.cli.finding import shelf
    from simulator.runs.file import parse_run
    from simulator.runs.rescore import Rescorer
    from simulator.store.assessed import assessment_of
    from simulator.store.rescored import keep_rescored

    with shelf() as runs:
        store = runs.store()
        row = store.find(run)
        before = assessment_of(row.assessment, row.id)
        made = Rescorer(file).rescored(parse_run(store.file(row.id)), before)
        if made.after != before:
            keep_rescored(store, [(row.id, made.after)], date.today())
    if as_json:
        say_json({"run": row.id, **record(made)})
        return DONE
    for line in lines(made):
        say(line)
    return DONE


def record(made: Rescored) -> dict[str, object]:
    """Return it as a JSON object."""
    return {
        "before": _summary(made.before),
        "after": _summary(made.after),
        "moved": [asdict(one) for one in made.moved],
        "unmoved": made.unmoved,
    }


def _summary(one: Assessment) -> dict[str, object]:
    return {
        "rubric": one.rubric,
        "version": one.version,
        "hash": one.structure,
        "score": one.total(),
        "competencies": {
            name: {"score": score.printed(), "acceptable": score.acceptable()}
            for name, score in one.scores.items()
        },
    }


def lines(made: Rescored) -> Iterator[str]:
    """Yield it as lines for people."""
    before, after = made.before, made.after
    yield f"Rubric {after.rubric} {after.version}; the shift was scored by {before.version}."
    yield f"Score {_number(after.total())}; it was {_number(before.total())}."
    for name in dict.fromkeys([*after.scores, *before.scores]):
        now, then = after.scores.get(name), before.scores.get(name)
        if now != then:
            yield f"  {name}: {_points(now)}; it was {_points(then)}"
    for one in made.moved:
        yield ""
        yield from _moved(one)
    yield ""
    criteria = "criterion is" if made.unmoved == 1 else "criteria are"
    yield f"{made.unmoved} {criteria} as before. The assessment of the day stays as it is."


def _moved(one: Moved) -> Iterator[str]:
    yield f"{one.criterion}"
    yield f"  before: {_judged(one.before)}"
    yield f"  now:    {_judged(one.after)}"
    for sentence in one.why:
        yield f"  {sentence}"


def _judged(one: Judged | None) -> str:
    if one is None:
        return "not in the rubric"
    if one.level is None:
        return f"no level ({one.reason})"
    if one.figure is None:
        return f"level {one.level}, as an opportunity left unused"
    if one.alone is not None:
        look = f" ({one.second})" if one.second else ""
        return (
            f"{one.figure_words}: level {one.alone} by itself; the second look{look} makes it "
            f"level {one.level}"
        )
    band = f", which takes {one.band_words}" if one.band_words else ""
    return f"{one.figure_words}: level {one.level}{band}"


def _number(value: int | None) -> str:
    return "none" if value is None else str(value)


def _points(score: Score | None) -> str:
    if score is None:
        return points_words(None)
    return points_words(score.printed(), f"{{}} ({score.points} of {score.of} points)")
