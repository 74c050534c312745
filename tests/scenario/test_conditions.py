"""Conditions: what they say of a state, when they could change, and what touches them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine.paths import PATHS, PathSpec
from simulator.scenario.conditions import compile_condition
from simulator.scenario.diagnostics import Problems
from simulator.scenario.nodes import Block
from simulator.scenario.tree import parse

if TYPE_CHECKING:
    from simulator.engine.world import Condition
    from simulator.scenario.nodes import Scalar


def row(pattern: str, kind: Any, read: Any, *touched: str, **more: Any) -> PathSpec:
    return PathSpec(pattern, "", kind, read, frozenset(touched), "", **more)


TABLE = {
    "open_for": row("open_for", "minutes", lambda s, i: s.value, "a", clocked=True),
    "points": row("points", "points", lambda s, i: s.points, "b"),
    "yes": row("yes", "yes-no", lambda s, i: s.yes, "c"),
    "word": row("word", "word", lambda s, i: s.word, "d"),
    "clock": row("clock", "clock", lambda s, i: s.now, clocked=True),
    "mood": row("mood", "points", lambda s, i: 50, drifts=True),
}


class Everybody:
    """Knows every name; a shift that begins at midnight."""

    def check(self, kind: str, name: str, node: Scalar, at: tuple[int, int]) -> bool:
        return True

    def minute(self, node: Scalar, text: str) -> int:
        hours, _, minutes = text.partition(":")
        return int(hours) * 60 + int(minutes)


def made(text: str, table: Any = TABLE) -> Condition:
    problems = Problems()
    root = parse(problems.source("a", f"when: {text}\n"), problems)
    assert isinstance(root, Block)
    node = root["when"]
    assert node is not None
    compiled = compile_condition(node, node, table, Everybody(), problems)
    assert problems.found == []
    assert compiled is not None
    return compiled.condition


def state(value: int | None = 10, now: int = 100, **more: object) -> Any:
    return SimpleNamespace(value=value, now=now, points=40, yes=True, word="ask", **more)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("open_for >= 10 min", True),
        ("open_for > 10 min", False),
        ("open_for < 1 h", True),
        ("open_for <= 9 min", False),
        ("open_for == 10 min", True),
        ("open_for != 10 min", False),
        ("open_for in [5 min, 10 min]", True),
        ("points >= 41", False),
        ("yes", True),
        ("yes == false", False),
        ("yes != true", False),
        ("word == ask", True),
        ("word in [shout, wait]", False),
        ("clock >= 01:40", True),
        ("{not: yes}", False),
        ("{all: [yes, points == 40]}", True),
        ("{all: [yes, points == 40, word == shout]}", False),
        ("{any: [points > 90, yes]}", True),
        ("{any: [points > 90, {not: yes}]}", False),
    ],
)
def test_what_holds(text: str, holds: bool) -> None:
    assert made(text).holds(state()) is holds


def test_what_does_not_apply_is_false_both_ways() -> None:
    for op in (">=", "<", "==", "!="):
        assert not made(f"open_for {op} 10 min").holds(state(None))


@pytest.mark.parametrize("op", [">=", ">", "<", "<=", "==", "!="])
@pytest.mark.parametrize("value", range(5, 16))
def test_a_clocked_comparison_wakes_exactly_when_it_next_flips(op: str, value: int) -> None:
    condition = made(f"open_for {op} 10 min")
    start = state(value)
    flips = [
        100 + later
        for later in range(1, 30)
        if condition.holds(state(value + later)) != condition.holds(state(value + later - 1))
    ]
    assert condition.wake(start) == (flips[0] if flips else None)


def test_a_tree_wakes_with_the_first_of_its_parts() -> None:
    condition = made("{all: [open_for >= 30 min, {not: open_for >= 15 min}, yes]}")
    assert condition.wake(state(10)) == 105
    assert condition.wake(state(20)) == 110
    assert condition.wake(state(40)) is None
    assert made("{all: [yes, points > 3]}").wake(state()) is None


def test_what_drifts_is_looked_at_every_five_minutes() -> None:
    assert made("mood > 3").wake(state(now=100)) == 105
    assert made("mood > 3").wake(state(now=104)) == 105


def test_a_condition_is_touched_by_what_its_paths_read() -> None:
    assert made("{any: [yes, {not: points > 3}]}").touched_by == {"b", "c"}


def test_a_condition_keeps_its_words() -> None:
    condition = made("{all: [yes, {any: [points > 3, {not: yes}]}]}")
    assert condition.text == "yes and (points > 3 or (not yes))"


def test_every_path_of_the_engine_can_be_written() -> None:
    samples = {"minutes": ">= 5 min", "points": "> 5", "count": "> 5", "yes-no": "",
               "word": "== x", "clock": ">= 09:00"}  # fmt: skip
    for pattern, spec in PATHS.items():
        text = f"{pattern.replace('*', 'some-id')} {samples[spec.type]}"
        passed = frozenset({f"{spec.counts}@6"}) if spec.counts else None
        assert made(text, PATHS).touched_by == (passed or spec.touches("some-id"))


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("opn_for > 3 min", "C403", "opn_for"),
        ("open_for => 3 min", "C401", "=>"),
        ("open_for > 3 mins", "V202", "mins"),
        ("open_for > 3", "V201", "3"),
        ("points > 3 min", "C402", "3 min"),
        ("word > 3", "C402", "word"),
        ("points", "C407", "points"),
        ("points + 1 > 3", "C409", "+"),
        ("points >", "C410", ">"),
        ("yes and points > 3", "C405", "and"),
        ("points in 3", "C410", "3"),
    ],
)
def test_a_bad_line_is_marked_where_it_is_wrong(text: str, code: str, part: str) -> None:
    problems = Problems()
    root = parse(problems.source("a", f"when: {text}\n"), problems)
    assert isinstance(root, Block)
    node = root["when"]
    assert node is not None
    assert compile_condition(node, node, TABLE, Everybody(), problems) is None
    assert [p.code for p in problems.found] == [code]
    place = problems.found[0].place
    assert f"when: {text}"[place.column - 1 : place.end_column - 1] == part
