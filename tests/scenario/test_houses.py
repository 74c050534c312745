"""The house file: found, checked, laid over a scenario, and kept with a run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from scoring.rubric import Criterion, structure_hash
from simulator.authoring.validate import check_file
from simulator.engine import api, words
from simulator.engine.acts import shapes
from simulator.runs.file import read_run
from simulator.runs.playable import playable
from simulator.runs.session import Session
from simulator.runs.simulate import one
from simulator.runs.verify import verify
from simulator.scenario.houses import ITIL, in_use
from simulator.scenario.library import Loaded, load, load_texts
from simulator.strategies.hero import Hero

PAGE = Path(__file__).parents[2] / "docs" / "house-file.md"
GOOD = Path(__file__).parent / "good.yaml"


def page_s_example() -> str:
    """Return the example of the page about house files."""
    (example,) = re.findall(r"^```yaml\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    return str(example)


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The page's house file, in use."""
    path = tmp_path / "house.yaml"
    path.write_text(page_s_example(), encoding="utf-8")
    monkeypatch.setenv("SHIFTLEAD_HOUSE", str(path))
    return path


def loaded(text: str = "") -> Loaded:
    """Return the good scenario with something put at its end."""
    return load(GOOD) if not text else load_texts({"good.yaml": GOOD.read_text() + text})


# The file itself --------------------------------------------------------------------------------


def test_the_page_s_example_has_no_problem(house: Path) -> None:
    assert check_file(house).ordered() == ()


@pytest.mark.parametrize(
    ("right", "wrong", "code", "says"),
    [
        ("names: {P1", "nams: {P1", "K101", "names"),
        ("high: [P1, P2, P3]", "high: [P1, P2]", "V230", "[P1, P2, P3]"),
        ("may: [declare]", "may: [declar]", "R316", "declare"),
        ("rollback: duty-manager", "rollback: duty-manger", "R335", "duty-manager"),
        ("users-first", "users-frist", "R319", "users-first"),
        ("[5, 8]", "[3, 8]", "V221", "level"),
        ("P1: 10 min", "P1: 10", "V201", "10 min"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    house: Path, right: str, wrong: str, code: str, says: str
) -> None:
    text = page_s_example()
    assert text.count(right) == 1
    house.write_text(text.replace(right, wrong), encoding="utf-8")
    (problem,) = check_file(house).ordered()
    assert problem.code == code
    assert says in problem.help
    assert problem.place.path == str(house)
    line = text[: text.index(right)].count("\n") + 1
    assert problem.place.line == line


def test_a_bad_house_file_stops_the_scenario_and_names_itself(house: Path) -> None:
    house.write_text("schema: 1\nhouse: x\nnams: {P1: A}\n", encoding="utf-8")
    found = load(GOOD)
    assert not found.ok
    assert [p.place.path for p in found.diagnostics] == [str(house)]


# Which one counts -------------------------------------------------------------------------------


def test_the_named_file_goes_before_the_user_s_own(
    house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "config" / "shiftlead" / "house.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("schema: 1\nhouse: own\n", encoding="utf-8")
    monkeypatch.setattr("simulator.scenario.houses.user_config_path", lambda *_, **__: own.parent)
    assert in_use() == house
    monkeypatch.setenv("SHIFTLEAD_HOUSE", "")
    assert in_use() is None
    monkeypatch.delenv("SHIFTLEAD_HOUSE")
    assert in_use() == own
    own.unlink()
    assert in_use() is None


# Over a scenario --------------------------------------------------------------------------------


def test_targets_rhythms_names_and_briefing_follow_the_house(house: Path) -> None:
    world = loaded().world
    assert world is not None
    assert world.rules.respond == (10, 30, 60, 120)
    assert world.rules.resolve == (45, 120, 240, 480)
    assert dict(world.stakeholders[0].expects) == {1: 20, 2: 120}
    assert world.house == "Northwind Logistics"
    assert words.names(world)["priority:1"] == "Sev-1"
    assert world.briefing[-3:] == (
        "In this house P1 is Sev-1, P2 is Sev-2.",
        "The duty manager: Restarts and after-hours work.",
        "A lead here spends up to 15% of the time on tickets with their own hands.",
    )


def test_a_scenario_s_own_targets_stay(house: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    own = "\nrules: {respond: [7, 8, 9, 10], because: A test of targets}\n"
    path.write_text(GOOD.read_text(encoding="utf-8") + own, encoding="utf-8")
    world = load(path).world
    assert world is not None
    assert world.rules.respond == (7, 8, 9, 10)
    assert world.rules.resolve[0] == 45


def test_authority_is_filled_in_where_the_scenario_is_silent(house: Path) -> None:
    world = loaded().world
    assert world is not None
    # The CFO is the only one who answers, and nobody plays a manager in this scenario.
    assert dict(world.authority.ask) == {"restart": "cfo"}
    text = house.read_text(encoding="utf-8").replace("audience: manager", "audience: executive")
    house.write_text(text, encoding="utf-8")
    world = loaded().world
    assert world is not None
    assert dict(world.authority.ask) == {
        "restart": "cfo", "rollback": "cfo", "send-on-break": "cfo",
    }  # fmt: skip
    state = api.open_shift(world, 1)
    refusal = api.possible(state, shapes.SendOnBreak("ana"))
    assert refusal is not None
    assert refusal.code == "authority.ask"


def test_bands_of_the_house_stand_in_the_rubric(house: Path, monkeypatch: Any) -> None:
    ours = loaded().rubric
    monkeypatch.setenv("SHIFTLEAD_HOUSE", "")
    theirs = loaded().rubric
    assert ours is not None
    assert theirs is not None
    (mine,) = (one for one in ours.criteria if one.id == "communication.users-first")
    assert [level.band for level in mine.levels] == [(0, 4), (5, 8), (9, 20), (21, None)]
    assert ours.structure_hash != theirs.structure_hash


def test_the_share_of_hands_on_work_moves_what_counts_of_the_leads_own_hands(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def own_hands() -> Criterion:
        rubric = load("payroll-friday").rubric
        assert rubric is not None
        return rubric.criterion("delegation.off-the-tools")

    ours = own_hands()
    assert ours.scope.hands_on == 150
    assert ours.level(4).feedback.startswith("Beyond the 15% of the time")
    house.write_text("schema: 1\nhouse: x\n", encoding="utf-8")
    assert own_hands().scope.hands_on == 0
    monkeypatch.setenv("SHIFTLEAD_HOUSE", "")
    theirs = own_hands()
    assert theirs.level(4).feedback.startswith("You worked on no ticket")
    assert structure_hash([ours]) != structure_hash([theirs])


def test_a_hero_of_a_house_that_expects_hands_on_work_has_fewer_minutes_against_them(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def minutes() -> int:
        ran = one(playable(load("payroll-friday")), Hero, 1)
        figure = ran.criteria["delegation.off-the-tools"][1]
        assert figure is not None
        return figure

    mine = minutes()
    monkeypatch.setenv("SHIFTLEAD_HOUSE", "")
    assert 0 < mine < minutes()


def test_a_run_is_scored_by_the_share_of_its_own_house(
    house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Session.start(load("payroll-friday"), tmp_path / "runs", 1) as session:
        session.advance(500)
        session.finish()
        path = session.path
    monkeypatch.setenv("SHIFTLEAD_HOUSE", "")
    rubric = load_texts(read_run(path).texts).rubric
    assert rubric is not None
    assert rubric.criterion("delegation.off-the-tools").scope.hands_on == 150


TICKET = """
  - {id: audit, at: 08:20, skill: network, effort: 10 min, subject: Audit, impact: 3, urgency: 3}
"""


@pytest.mark.parametrize(("row", "priority"), [("", 4), ("low: [P3, P4, P2]", 2)])
def test_impact_and_urgency_give_the_priority(
    house: Path, tmp_path: Path, row: str, priority: int
) -> None:
    if row:
        text = page_s_example().replace("low: [P3, P4, P4]", row)
        house.write_text(text, encoding="utf-8")
    path = tmp_path / "audit.yaml"
    text = GOOD.read_text(encoding="utf-8").replace("\ntickets:\n", "\ntickets:" + TICKET)
    path.write_text(text, encoding="utf-8")
    world = load(path).world
    assert world is not None
    (audit,) = (one for one in world.tickets if one.id == "audit")
    assert (audit.kind.true, audit.kind.impact, audit.kind.urgency) == (priority, 3, 3)
    state = api.open_shift(world, 1)
    api.advance(state, 20)
    assert api.view(state).ticket("audit").impact == 0
    api.give(state, shapes.Triage("audit"))
    api.advance(state, 22)
    seen = api.view(state).ticket("audit")
    assert (seen.impact, seen.urgency, seen.priority) == (3, 3, priority)


def test_the_usual_matrix_makes_low_and_low_a_p4() -> None:
    assert ITIL[2][2] == 4
    assert ITIL[0][0] == 1


# With a run -------------------------------------------------------------------------------------


def test_a_run_keeps_its_house_file_whatever_is_in_use_later(
    house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario = loaded()
    assert scenario.texts["house/house"] == page_s_example()
    with Session.start(scenario, tmp_path / "runs", 1) as session:
        session.advance(500)
        session.finish()
        path = session.path
    monkeypatch.setenv("SHIFTLEAD_HOUSE", "")
    run = read_run(path)
    assert load_texts(run.texts).hash == scenario.hash != loaded().hash
    assert verify(path).verdict == "same"
