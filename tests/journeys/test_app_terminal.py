"""The app in a real terminal of 80 by 24: opened, played a little, left, gone on with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from simulator.engine.acts.shapes import Answer
from simulator.engine.api import open_shift, view
from simulator.runs.file import read_run
from simulator.runs.playable import scenario_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.runs.file import RunFile
    from tests.journeys.conftest import House, Terminal


def begin_the_tutorial(app: Terminal) -> None:
    """Go from the first page into the first scene of the tutorial."""
    app.expect("The first twenty minutes")
    app.expect("enter play")
    app.type("\r")
    app.expect("Before your first shift")
    app.type("\r")
    app.expect("enter begin")
    app.type("\r")
    app.expect("1-3 choose")


def answered(run: RunFile, place: int) -> list[Answer]:
    """Return the answer that stands in this place when the tutorial begins."""
    scene = view(open_shift(scenario_at("tutorial").world, run.head.seed)).scene()
    assert scene is not None
    return [Answer(scene.id, scene.choices[place - 1].id)]


def test_the_app_from_its_first_page_to_an_act_and_out(
    house: House, terminal: Callable[..., Terminal]
) -> None:
    app = terminal()
    begin_the_tutorial(app)
    app.type("1")
    app.expect("conversation, [12] min left")
    app.type(".")
    app.expect("About that answer")
    app.type("\r")
    app.expect("Badge printer")
    app.type("q")
    app.expect("Leave now")
    app.type("\r")
    assert app.ended() == 0

    (journal,) = house.journals()
    run = read_run(journal)
    assert [given.act for given in run.acts] == answered(run, 1)
    assert run.head.by == "person"

    # The same run goes on in lines: one run, whichever way it is played.
    lines = house.shiftlead("play", "--resume", "--plain", stdin="log\nquit\n")
    assert "It goes on at" in lines.out
    listed = json.loads(house.shiftlead("runs", "list", "--json").out)["runs"]
    assert [row["state"] for row in listed] == ["unfinished"]


def test_a_killed_app_goes_on_where_it_was(house: House, terminal: Callable[..., Terminal]) -> None:
    app = terminal("play", "tutorial", "--seed", "1")
    app.expect("Before your first shift")
    app.type("\r")
    app.expect("enter begin")
    app.type("\r")
    app.expect("1-3 choose")
    app.type("2")
    app.expect("conversation, [12] min left")
    app.kill()

    (journal,) = house.journals()
    run = read_run(journal)
    assert [given.act for given in run.acts] == answered(run, 2)
    again = terminal("play", "--resume")
    again.expect("Badge printer")
    again.type("q")
    again.expect("Leave now")
    again.type("\r")
    assert again.ended() == 0


def test_without_a_terminal_the_app_says_what_to_do(house: House) -> None:
    said = house.shiftlead()
    assert said.code == 2
    assert said.out == ""
    assert "--plain" in said.err
    assert said.err.count("\n") == 1
