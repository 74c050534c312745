"""A search as it is told: its record for `--json`, and each find as a script that plays again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.engine.api import open_shift
from simulator.runs.as_lines import lines_of, script
from simulator.runs.search.finds import findings
from simulator.runs.search.trying import replayed

if TYPE_CHECKING:
    from simulator.runs.playable import Playable
    from simulator.runs.search.climb import Find, Searched
    from simulator.runs.search.trying import Played


def record(scenario: Playable, found: Searched) -> dict[str, object]:
    """Return the JSON object of `calibrate --search --json`."""
    return {
        "scenario": scenario.world.id,
        "tried": found.tried,
        "reference": {name: _figures(played) for name, played in found.reference.items()},
        "finds": [
            {
                "aim": find.aim or None,
                "habits": [habit.told() for habit in find.habits],
                "seed": find.seed,
                "score_of_seed": find.played.runs[0].score,
                **_figures(find.played),
                "script": as_script(scenario, find),
            }
            for find in found.finds
        ],
        "findings": [one.record() for one in findings(found)],
    }


def as_script(scenario: Playable, find: Find) -> list[str]:
    """Return the first fresh shift of a find as lines that `play --script` plays again."""
    given = replayed(scenario, find.habits, find.seed)
    return list(script(lines_of(open_shift(scenario.world, find.seed), given)))


def _figures(played: Played) -> dict[str, object]:
    return {
        "score": played.score,
        "runs": len(played.runs),
        "competencies": {
            name: {"score": played.median(name), "acceptable": played.acceptable(name)}
            for name in played.competencies
        },
        "outcomes": played.outcomes,
    }
