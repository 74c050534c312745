"""`shiftlead calibrate`: what all scripted leads together show about scenarios.

With `--search` the leads are not the shipped ones: they are made up of blind habits, and the best
of them are looked at.
"""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING, TypeVar

import click

from simulator.cli.options import jobs_option
from simulator.cli.output import columns, progress, say, say_json
from simulator.errors import DONE, WrongUse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from simulator.runs.balance.trials import Trial
    from simulator.runs.calibrate import Calibration
    from simulator.runs.difference import Difference
    from simulator.runs.playable import Playable
    from simulator.runs.search.climb import Searched

T = TypeVar("T")


@click.command(epilog="Example: shiftlead calibrate payroll-friday --runs 20 --jobs 2")
@click.argument("scenarios", metavar="SCENARIO...", nargs=-1, required=True)
@click.option(
    "--runs",
    type=click.IntRange(1, 10_000),
    default=20,
    show_default=True,
    help="Seeds that each lead plays.",
)
@jobs_option
@click.option(
    "--search",
    type=click.IntRange(1, 1_000_000),
    metavar="N",
    help="Try N leads of blind habits instead, and show the best.",
)
@click.option(
    "--against",
    metavar="SCENARIO",
    help="Show instead what moved since another version of it, with the same leads and seeds.",
)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(
    scenarios: tuple[str, ...],
    runs: int,
    jobs: int,
    search: int | None,
    against: str | None,
    as_json: bool,
) -> int:
    """Let all scripted leads play, and say what they show.

    Each SCENARIO is an id from shiftlead list, or the path of a scenario file. Told are the order
    of the leads and how far they lie apart, how many words of prose each reads, what careless play
    gains, choices and options that nobody needs, criteria that tell nobody apart, where figures
    would draw a line, and whether forms match. A finding's code has a page: shiftlead explain CODE.
    """
    from simulator.cli.finding import scenario_named

    loaded = [scenario_named(name) for name in scenarios]
    if search is not None and against is not None:
        raise WrongUse("--search and --against are two different looks.", "Take one at a time.")
    if against is not None:
        before = scenario_named(against)
        moved = [(before, one, _difference(before, one, runs, jobs)) for one in loaded]
        _show(scenarios, moved, _record_of_difference, _told_of_difference, as_json)
    elif search is not None:
        searched = [(one, _searched(one, search, jobs)) for one in loaded]
        _show(scenarios, searched, _record_of_search, _told_of_search, as_json)
    else:
        found = [_calibrated(one, runs, jobs) for one in loaded]
        _show(scenarios, found, _record, _told, as_json)
    return DONE


def _show(
    typed: Sequence[str],
    found: Sequence[T],
    record: Callable[[T], dict[str, object]],
    told: Callable[[T, str], Iterator[str]],
    as_json: bool,
) -> None:
    """Show what came of each scenario, as JSON or in words.

    The commands that the words name begin with what was typed: an id, or a path.
    """
    if as_json:
        records = [record(one) for one in found]
        say_json(records[0] if len(records) == 1 else {"scenarios": records})
        return
    for number, (name, one) in enumerate(zip(typed, found, strict=True)):
        if number:
            say()
        for line in told(one, quote(name)):
            say(line)


def _record(found: Calibration) -> dict[str, object]:
    return found.record()


def _record_of_search(found: tuple[Playable, Searched]) -> dict[str, object]:
    from simulator.runs.search.record import record

    return record(*found)


def _told_of_search(found: tuple[Playable, Searched], typed: str) -> Iterator[str]:
    from simulator.cli.searching import told

    return told(*found, typed)


def _record_of_difference(found: tuple[Playable, Playable, Difference]) -> dict[str, object]:
    before, after, moved = found
    names = (
        {"scenario": one.world.id, "version": one.world.version, "hash": one.loaded.hash}
        for one in (before, after)
    )
    return {"before": next(names), "after": next(names), **moved.record()}


def _told_of_difference(found: tuple[Playable, Playable, Difference], _: str) -> Iterator[str]:
    from simulator.cli.telling_difference import told

    return told(*found)


def _difference(before: Playable, after: Playable, runs: int, jobs: int) -> Difference:
    from simulator.runs.difference import difference

    old, new = (_trials(one, runs, jobs) for one in (before, after))
    scenes = tuple(
        {item.id for item in one.world.storyline if item.scene is not None}
        for one in (before, after)
    )
    return difference(old, new, (scenes[0], scenes[1]))


def _searched(scenario: Playable, tries: int, jobs: int) -> Searched:
    from simulator.runs.search.climb import Search

    search = Search(scenario, tries, jobs=jobs)
    for _ in progress(search.steps(), search.shifts, f"search {scenario.world.id}"):
        pass
    return search.found()


def _calibrated(scenario: Playable, runs: int, jobs: int) -> Calibration:
    from simulator.runs.calibrate import calibration

    return calibration(scenario, _trials(scenario, runs, jobs))


def _trials(scenario: Playable, runs: int, jobs: int) -> list[Trial]:
    """Let all leads play."""
    from simulator.runs.calibrate import shifts_of, trials

    shifts = shifts_of(range(1, runs + 1))
    played = trials(scenario, shifts, jobs)
    return list(progress(played, len(shifts), f"calibrate {scenario.world.id}"))


def _told(found: Calibration, typed: str) -> Iterator[str]:
    """Yield a calibration in words."""
    from simulator.runs.balance.criteria import FEWEST
    from simulator.runs.calibrate import NOT_SHOWN

    world = found.trials.world
    yield f"{world.title}, seeds 1 to {len(next(iter(found.trials.by_lead.values())))}"
    yield ""
    yield from columns(_rows(found))
    yield ""
    if found.findings:
        yield from _findings(found, typed)
    else:
        yield "Nothing to look at was found."
    if found.thresholds:
        yield ""
        yield (
            f"Figures of reference and careless leads (quartiles), where each side has {FEWEST}, "
            "and the last acceptable one:"
        )
        yield from columns(_thresholds(found))
    yield ""
    yield NOT_SHOWN


def _rows(found: Calibration) -> Iterator[tuple[object, ...]]:
    """Yield the leads in their order, with how far each is behind the best reference lead."""
    yield "LEAD", "PLAYS", "MEDIAN", "LOW", "HIGH", "BEHIND", "ACCEPTABLE", "LUCK ALONE", "WORDS"
    for lead in found.order():
        row = found.of(lead)
        lucks = found.lucks(lead)
        moved = f"{lucks['low']} to {lucks['high']}" if lucks else "–"
        yield (
            lead, row["role"], row["median"], row["low"], row["high"], row["behind"],
            f"{row['acceptable']} of {row['runs']}", moved, row["words"],
        )  # fmt: skip


def _findings(found: Calibration, typed: str) -> Iterator[str]:
    """Yield each finding, what it rests on, and the command that shows it."""
    yield "Seen in the shifts that were played, and not proved:"
    for one in found.findings:
        yield f"{one.code} {one.message} ({one.certainty})."
        if one.lead and one.seed is not None:
            yield (
                f"     shiftlead simulate {typed} --strategy {one.lead} --runs 1 --seed {one.seed}"
            )


def _thresholds(found: Calibration) -> Iterator[tuple[object, ...]]:
    """Yield the figures at which good and careless leads part."""
    yield "CRITERION", "REFERENCE", "CARELESS", "NOW", "SUGGESTED"
    for one in found.thresholds:
        good, bad = (", ".join(map(str, row)) for row in (one.reference, one.careless))
        yield one.criterion, good, bad, one.now, "–" if one.suggested is None else one.suggested
