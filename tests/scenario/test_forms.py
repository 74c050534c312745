"""Forms: one file, several shifts with the same opportunities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.engine.api import advance, open_shift
from simulator.engine.forms import form_of, in_form
from simulator.errors import WrongUse
from simulator.runs.simulate import seeds_of
from simulator.scenario.library import load

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.engine.world import World
    from simulator.scenario.library import Loaded

SCENARIO = """
schema: 1
scenario: two-ways
title: Two ways
clock: {starts: Fri 08:00, ends: Fri 09:00}
team: [{id: ana, name: Ana Ruiz, skills: {network: 3}}]
stakeholders: [{id: cfo, name: Marta Lind, audience: executive}]
facts:
  - {id: cable, text: a cable is cut}
  - {id: power, text: the power went}
incidents:
  - id: link
    name: The link
    service: link
    skill: network
    starts: 08:05
    steps:
      - {id: find-cable, form: A, minutes: 5, says: A cable., reveals: [cable]}
      - {id: find-power, form: B, minutes: 5, says: The power., reveals: [power]}
      - {id: mend, minutes: 5, says: Mended., effect: resolves}
    theories:
      - {id: digger, form: A, says: a digger, minutes: 5, holds: true, reveals: [cable]}
    outcomes: [{id: mended, form: B, text: mended, through: mend}]
    ways: [{id: spare-link, form: B, kind: workaround, text: use the spare link}]
tickets:
  - {id: dark, form: B, at: 08:10, subject: The room is dark, skill: network, effort: 5 min}
questions:
  - {id: dig, form: A, to: ana, says: Does anybody dig?, answer: "Yes.", learns: [cable]}
storyline:
  - {id: digger-seen, form: A, at: 08:10, news: "A digger stands outside."}
  - {id: lights-out, form: B, at: 08:10, news: "The lights went.", effects: [{scene: digger-seen}]}
messages:
  - {id: cut, form: A, element: known, text: A cable is cut., needs: [cable]}
  - {id: dark-room, form: B, element: known, text: The power went., needs: [power]}
decisions: [{id: generator, form: B, text: "The generator starts at {time}."}]
windows:
  - {id: digging, form: A, kind: word, subject: desk, opens: 08:10, closes: 08:40}
  - {id: darkness, form: B, kind: word, subject: desk, opens: 08:10, closes: 08:40}
forms: {A: [4, 1], B: [2]}
"""


def read(text: str, folder: Path) -> Loaded:
    """Return a scenario read from its text."""
    path = folder / "two-ways.yaml"
    path.write_text(text, encoding="utf-8")
    return load(path)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return the scenario's world with all forms in it."""
    loaded = read(SCENARIO, tmp_path_factory.mktemp("forms"))
    assert loaded.world is not None, loaded.diagnostics
    return loaded.world


def of(world: World, seed: int) -> str:
    """Return the name of the form of a seed."""
    form = form_of(world, seed)
    assert form is not None
    return form.id


def test_a_seed_plays_the_form_that_names_it_and_others_take_turns(world: World) -> None:
    assert [of(world, seed) for seed in (1, 2, 4)] == ["A", "B", "A"]
    assert [of(world, seed) for seed in (3, 5, 6, 7, 8)] == ["A", "A", "B", "A", "B"]


def names(world: World) -> set[str]:
    """Return the ids of everything that can belong to one form."""
    incident = world.incidents[0]
    parts = (
        world.tickets, world.questions, world.storyline, world.wordings, world.decisions,
        world.windows, incident.steps, incident.theories, incident.ways, incident.outcomes,
    )  # fmt: skip
    return {one.id for part in parts for one in part}


ONLY_A = {"find-cable", "digger", "dig", "digger-seen", "cut", "digging"}
ONLY_B = {
    "find-power", "mended", "spare-link", "dark", "lights-out", "dark-room", "generator",
    "darkness",
}  # fmt: skip


def test_each_form_has_what_is_its_own_and_what_is_shared(world: World) -> None:
    assert names(in_form(world, 1)) == ONLY_A | {"mend"}
    assert names(in_form(world, 2)) == ONLY_B | {"mend"}


def test_a_shift_plays_its_form_and_no_effect_reaches_into_another(world: World) -> None:
    told: dict[int, list[object]] = {}
    for seed in (1, 2):
        state = open_shift(world, seed)
        advance(state, 60)
        told[seed] = [entry.data["text"] for entry in state.log if entry.kind == "story.told"]
        windows = [e.data["window"] for e in state.log if e.kind == "window.opened"]
        assert windows == (["digging"] if seed == 1 else ["darkness"])
    assert told == {1: ["digger-seen"], 2: ["lights-out"]}


def test_a_form_without_seeds_is_reported(tmp_path: Path) -> None:
    loaded = read(SCENARIO.replace("form: A, at:", "form: C, at:"), tmp_path)
    assert [(one.code, one.message) for one in loaded.diagnostics] == [
        ("R316", 'no set of seeds is named "C"')
    ]


def test_a_world_without_forms_is_every_seed_s_own(tmp_path: Path) -> None:
    bare = SCENARIO.partition("forms:")[0].replace("form: A, ", "").replace("form: B, ", "")
    plain = read(bare, tmp_path).world
    assert plain is not None
    assert form_of(plain, 1) is None
    assert in_form(plain, 1) is plain


def test_a_condition_reads_the_form(tmp_path: Path) -> None:
    other = "skills: {network: 3}, instead: [{when: form.B, says: It is dark here.}]}]"
    text = SCENARIO.replace("skills: {network: 3}}]", other)
    path = tmp_path / "said.yaml"
    path.write_text(text, encoding="utf-8")
    world = load(path).world
    assert world is not None
    (saying,) = world.team[0].instead
    assert [saying.when.holds(open_shift(world, seed)) for seed in (1, 2, 3, 6)] == [
        False, True, False, True,
    ]  # fmt: skip
    path.write_text(text.replace("when: form.B", "when: form.C"), encoding="utf-8")
    assert [problem.code for problem in load(path).diagnostics] == ["R316"]


def test_seeds_of_one_form(tmp_path: Path) -> None:
    path = tmp_path / "two-ways.yaml"
    path.write_text(SCENARIO, encoding="utf-8")
    world = load(path).world
    assert world is not None
    assert seeds_of(world, "B", 1, 3) == [2, 6, 8]
    assert seeds_of(world, None, 5, 2) == [5, 6]
    with pytest.raises(WrongUse, match='no form "C"'):
        seeds_of(world, "C", 1, 1)
