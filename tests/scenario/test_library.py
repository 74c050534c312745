"""Loading: from the library, from disk, and from the texts that a run file carries."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from simulator.engine.api import advance, open_shift
from simulator.engine.rules import Rules
from simulator.scenario.library import load, load_texts, shelf

GOOD = Path(__file__).parent / "good.yaml"


def test_a_scenario_becomes_a_world_and_a_rubric() -> None:
    loaded = load(GOOD)
    assert loaded.ok
    assert loaded.world is not None
    assert loaded.rubric is not None
    world = loaded.world
    assert (world.starts, world.length) == (4 * 1440 + 480, 210)
    ana, ben, _ = world.team
    assert (ana.short, ana.stress, ana.breaks, ana.skills["network"]) == ("Ana", 62, (90,), 4)
    assert (ben.short, ben.arrives, ben.leaves, ben.absent) == ("Ben", 0, 480, 25)
    assert world.briefing[0] == "You lead a desk of three. Ana knows the network."
    cfo = world.stakeholders[0]
    assert dict(cfo.expects) == {1: 30, 2: 120}
    assert cfo.answer is not None
    assert (cfo.answer.after.low, cfo.answer.after.high, cfo.answer.done) == (5, 9, "portal/renew")
    portal = world.incidents[0]
    assert (portal.starts.low, portal.starts.high, portal.severity) == (15, 35, 1)
    assert portal.contacts is not None
    assert portal.contacts.rates == ((0, 300), (30, 220))
    assert (portal.steps[0].minutes, portal.gone_by) == (13, (120, "the certificate has run out"))
    assert world.profile is not None
    assert [share for _, share in world.profile.mix] == [700, 300]
    assert world.profile.mix[1][0].spread == 550
    assert [ticket.id for ticket in world.profile.backlog] == [
        "password-reset-1", "password-reset-2", "password-reset-3", "old-wifi",
    ]  # fmt: skip
    assert world.profile.backlog[3].kind.subjects == ("Wi-Fi drops",)
    batch, after = world.tickets
    assert (batch.kind.logged, batch.kind.true, batch.returns) == (3, 1, 0)
    assert (after.at.anchor, after.at.plus.low, after.kind.skill) == (
        "incident:portal",
        30,
        "network",
    )
    story = {item.id: item for item in world.storyline}
    assert story["cfo-calls"].scene is not None
    assert [choice for _, choice in story["cfo-calls"].scene.best] == ["ask", "next-word"]
    assert story["reminder"].again == 40
    note = story["reminder"].effects[0]
    assert (note.kind, story[note.target].news) == ("note", "Somebody looks at the clock.")
    window, other = world.windows
    assert (other.subject, other.opens.anchor) == ("ticket:batch-44", "ticket:batch-44")
    assert (window.subject, window.opens.anchor, window.closes.plus.low) == (
        "incident:portal", "incident:portal", 60,
    )  # fmt: skip
    assert loaded.rubric.criterion("communication.straight-answer").weight == 2
    assert [play.at for play in loaded.playbook] == [0, None]
    assert loaded.playbook[1].when is not None


def test_texts_alone_give_the_same_world_again() -> None:
    first = load(GOOD)
    again = load_texts(first.texts)
    assert again.ok
    assert again.hash == first.hash
    assert again.rubric == first.rubric
    assert again.world is not None
    assert first.world is not None
    assert again.world.team == first.world.team
    assert dict(again.texts) == dict(first.texts)


def test_comments_and_line_endings_do_not_change_the_hash(tmp_path: Path) -> None:
    text = GOOD.read_text(encoding="utf-8")
    other = tmp_path / "other.yaml"
    other.write_bytes(("# mine\n" + text).replace("\n", "\r\n").encode())
    assert load(other).hash == load(GOOD).hash
    other.write_text(text.replace("stress: 62", "stress: 61"), encoding="utf-8")
    assert load(other).hash != load(GOOD).hash


def test_a_folder_with_parts_is_one_scenario(tmp_path: Path) -> None:
    text = GOOD.read_text(encoding="utf-8")
    at = text.index("storyline:")
    (tmp_path / "scenario.yaml").write_text(text[:at], encoding="utf-8")
    (tmp_path / "story.yaml").write_text(text[at:], encoding="utf-8")
    loaded = load(tmp_path)
    assert loaded.diagnostics == ()
    assert loaded.hash == load(GOOD).hash
    assert load_texts(loaded.texts).hash == loaded.hash


def test_a_profile_beside_the_scenario_is_found(tmp_path: Path) -> None:
    shipped = load(GOOD).texts["profiles/front-desk-weekday"]
    ours = shipped.replace("profile: front-desk-weekday", "profile: ours")
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "ours.yaml").write_text(ours, encoding="utf-8")
    main = tmp_path / "good.yaml"
    text = GOOD.read_text(encoding="utf-8")
    main.write_text(text.replace("front-desk-weekday", "ours"), encoding="utf-8")
    assert load(main).ok


def test_a_scenario_beside_it_is_no_rubric_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "delegation.yaml").write_text(GOOD.read_text(encoding="utf-8"), encoding="utf-8")
    main = tmp_path / "good.yaml"
    main.write_text(GOOD.read_text(encoding="utf-8"), encoding="utf-8")
    assert load(main).ok


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a/../../b", "~/x.yaml", "C:/x"])
def test_nothing_outside_the_folder_is_read(name: str, tmp_path: Path) -> None:
    main = tmp_path / "good.yaml"
    text = GOOD.read_text(encoding="utf-8")
    main.write_text(text.replace("front-desk-weekday", name), encoding="utf-8")
    assert [p.code for p in load(main).diagnostics] == ["X910"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("schema: 1\n", encoding="utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    try:
        (folder / "mine.yaml").symlink_to(outside)
    except OSError:
        pytest.skip("this system makes no links")
    main = folder / "good.yaml"
    text = GOOD.read_text(encoding="utf-8")
    main.write_text(text.replace("front-desk-weekday", "mine"), encoding="utf-8")
    loaded = load(main)
    assert [p.code for p in loaded.diagnostics] == ["R324"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
def test_a_file_that_never_ends_is_not_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    assert [p.code for p in load(pipe).diagnostics] == ["Y001"]


def test_an_unknown_scenario_gets_a_suggestion() -> None:
    loaded = load("payrol-friday")
    assert not loaded.ok
    assert loaded.diagnostics[0].code == "Y001"
    assert "payroll-friday" in loaded.diagnostics[0].help


def test_the_rules_of_a_scenario_change_the_table_and_need_a_reason(tmp_path: Path) -> None:
    main = tmp_path / "good.yaml"
    text = GOOD.read_text(encoding="utf-8")
    rules = "rules: {rounding: up, pull: best-first, human: false, respond: [5, 6, 7, 8]"
    main.write_text(f"{text}{rules}, costs: {{triage: 9}}, because: a test}}\n", encoding="utf-8")
    world = load(main).world
    assert world is not None
    assert (world.rules.rounding, world.rules.pull, world.rules.human) == ("up", "best", False)
    assert (world.rules.respond, world.rules.cost("triage")) == ((5, 6, 7, 8), 9)
    assert world.rules.cost("assign") == Rules().cost("assign")
    main.write_text(f"{text}{rules}}}\n", encoding="utf-8")
    assert [p.code for p in load(main).diagnostics] == ["K103"]


def test_an_inherited_criterion_can_be_changed_and_left_out(tmp_path: Path) -> None:
    base = load(GOOD).rubric
    assert base is not None
    first, second = base.criteria[0].id, base.criteria[1].id
    main = tmp_path / "good.yaml"
    text = GOOD.read_text(encoding="utf-8").replace(
        "  criteria:\n", f"  without: [{second}]\n  criteria:\n    - {{id: {first}, weight: 7}}\n"
    )
    main.write_text(text, encoding="utf-8")
    rubric = load(main).rubric
    assert rubric is not None
    assert rubric.criterion(first).weight == 7
    assert rubric.criterion(first).levels == base.criterion(first).levels
    assert second not in [criterion.id for criterion in rubric.criteria]
    assert rubric.structure_hash != base.structure_hash


def test_the_shelf_holds_the_shipped_scenarios() -> None:
    rows = {row.id: row for row in shelf()}
    assert "payroll-friday" in rows
    assert rows["payroll-friday"].minutes == 210
    assert all(load(row.path).ok for row in rows.values())


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("{after: incident.portal, by: 30 min}, like", "{after: ticket.batch-44}, like", ["V220"]),
        ("opens: {after: ticket.batch-44}", "opens: {after: ticket.old-wifi}", ["R312"]),
    ],
)
def test_a_moment_is_told_from_what_stands_before_the_shift(
    old: str, new: str, codes: list[str], tmp_path: Path
) -> None:
    text = GOOD.read_text(encoding="utf-8")
    assert old in text
    main = tmp_path / "good.yaml"
    main.write_text(text.replace(old, new), encoding="utf-8")
    assert [p.code for p in load(main).diagnostics] == codes


def test_the_engine_plays_what_was_loaded() -> None:
    world = load(GOOD).world
    assert world is not None
    state = open_shift(world, 10)
    advance(state, world.length)
    told = [entry.data["scene"] for entry in state.log if entry.kind == "scene.opened"]
    assert state.over
    assert "cfo-calls" in told
