"""What a search for careless play shows, in words: finds, figures, and scripts to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.output import columns
from simulator.runs.search.finds import behind_on, findings
from simulator.runs.search.record import as_script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.runs.playable import Playable
    from simulator.runs.search.climb import Find, Searched


def told(scenario: Playable, found: Searched, typed: str) -> Iterator[str]:
    """Yield a search in words; commands name the scenario as it was `typed`."""
    world = scenario.world
    fresh = [run.seed for run in found.finds[0].played.runs]
    yield f"{world.title}: {found.tried} leads of blind habits tried"
    yield f"Median scores of seeds {fresh[0]} to {fresh[-1]}, and shifts that were acceptable"
    yield ""
    yield from columns(_rows(found))
    yield ""
    shown = list(findings(found))
    for one in shown:
        yield f"{one.code} {one.message} ({one.certainty})."
    if not shown:
        yield "Nothing to look at was found."
    for find in found.finds:
        yield ""
        yield from _find(scenario, found, find, typed)


def _rows(found: Searched) -> Iterator[tuple[object, ...]]:
    """Yield the scores of reference leads and finds."""
    names = found.finds[0].played.competencies
    yield "LEAD", "SCORE", *(name.upper() for name in names)
    leads = [*found.reference.items()]
    leads += [(f"best on {find.aim or 'the whole'}", find.played) for find in found.finds]
    for lead, played in leads:
        cells = (
            "–" if played.median(name) is None
            else f"{played.median(name)} ({played.acceptable(name)} of {len(played.runs)})"
            for name in names
        )  # fmt: skip
        yield lead, "–" if played.score is None else played.score, *cells


def _find(scenario: Playable, found: Searched, find: Find, typed: str) -> Iterator[str]:
    """Yield one find: its habits, where the desk fares worse with it, and its first shift."""
    yield f"Best on {find.aim or 'the whole'}:"
    yield from (f"  {habit.told()}" for habit in find.habits)
    behind = behind_on(find.played, found.reference)
    worse = [
        f"{figure} {'none' if own is None else own} (the last reference lead: {theirs})"
        for figure, (own, theirs) in behind.items()
    ]
    yield f"  The desk fares worse on: {', '.join(worse) or 'nothing'}"
    yield f"  As a script for shiftlead play {typed} --seed {find.seed} --script FILE:"
    yield from (f"    {line}" for line in as_script(scenario, find))
