from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import scenarios
from simulator.runs.playable import scenario_at
from simulator.scenario.files import shipped

if TYPE_CHECKING:
    from tests.cli.conftest import Shiftlead


def test_a_find_is_shown_with_its_figures_and_plays_again_as_a_script(
    shiftlead: Shiftlead, tmp_path: Path
) -> None:
    said = shiftlead("calibrate", "tutorial", "--search", "20", "--json")
    assert said.code == 0
    found = json.loads(said.out)
    assert set(found) == {"scenario", "tried", "reference", "finds", "findings"}
    assert found["tried"] == 20
    find = next(one for one in found["finds"] if one["aim"] == "delegation")
    assert find["habits"]
    assert {"open", "trust", "morale"} <= set(find["outcomes"])
    script = tmp_path / "find.txt"
    script.write_text("\n".join(find["script"]), encoding="utf-8")
    again = shiftlead("play", "tutorial", "--seed", find["seed"], "--script", script)
    assert again.code == 0, again.err
    (run,) = json.loads(shiftlead("runs", "list", "--json").out)["runs"]
    assert run["score"] == find["score_of_seed"] > 0


def test_a_search_is_told_in_words(shiftlead: Shiftlead, tmp_path: Path) -> None:
    """Of a shift that asks no more of whoever leads it than that tickets arrive."""
    world = scenario_at("tutorial").world
    text = (shipped() / "tutorial.yaml").read_text(encoding="utf-8")
    asks = "{entry: fact.learned, before: ticket.assigned, within: 5 min}"
    assert asks in text
    easy = tmp_path / "easy.yaml"
    easy.write_text(text.replace(asks, "{entry: ticket.arrived}"), encoding="utf-8")
    said = shiftlead("calibrate", easy, "--search", "20")
    assert said.code == 0
    assert said.out.startswith(f"{world.title}: 20 leads of blind habits tried")
    for part in ("best on delegation", "B615 ", "The desk fares worse on:", "    @08:0"):
        assert part in said.out


def test_a_search_names_the_scenario_as_it_was_typed(shiftlead: Shiftlead, tmp_path: Path) -> None:
    path = tmp_path / "a shift.yaml"
    path.write_bytes((Path(scenarios.__path__[0]) / "tutorial.yaml").read_bytes())
    for typed in ("tutorial", path):
        told = shiftlead("calibrate", typed, "--search", "2").out
        assert f"shiftlead play {shlex.quote(str(typed))} --seed" in told


def test_a_search_needs_leads_to_try(shiftlead: Shiftlead) -> None:
    assert shiftlead("calibrate", "tutorial", "--search", "0").code == 2
