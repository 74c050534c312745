"""Every reason for which an act is refused: given once, and told in words."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import simulator.engine as engine
from simulator.engine import api, words
from simulator.engine.refusals import REFUSALS
from tests.engine.busy import busy_world
from tests.engine.refused_at_once import CASES, Case
from tests.engine.refused_in_situations import SITUATIONS

if TYPE_CHECKING:
    from simulator.engine.acts.base import Act
    from tests.engine.conftest import Desk, Kit


def used_codes() -> set[str]:
    """Return every code that the engine's sources make a refusal with."""
    found = set()
    for path in Path(next(iter(engine.__path__))).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refusal":
                assert isinstance(node.args[0], ast.Constant), f"{path}:{node.lineno}"
                found.add(str(node.args[0].value))
    return found


def check(desk: Desk, act: Act, code: str) -> None:
    """An act is refused with this code, and nothing changes but the log."""
    lead, reason = desk.state.lead.copy(), api.possible(desk.state, act)
    assert reason is not None
    assert desk.give(act) == code == reason.code
    assert desk.state.lead.hand == lead.hand
    assert (desk.state.lead.queue, desk.state.lead.family) == (lead.queue, lead.family)
    names, clock = words.names_at(desk.state), words.clock_of(desk.state.world)
    told = words.refusal(reason, names, clock)
    assert told.endswith(".")
    assert "{" not in told
    assert "somebody" not in told.lower() or "{about}" not in REFUSALS[code]
    assert "later" not in told.lower() or "{minute}" not in REFUSALS[code]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_refused(kit: Kit, code: str, case: Case) -> None:
    minute, before, act = case
    desk = kit.desk(busy_world(kit))
    desk.to(minute)
    for one in before:
        desk.do(one)
    check(desk, act, code)


@pytest.mark.parametrize("code", SITUATIONS)
def test_refused_in_a_situation(kit: Kit, code: str) -> None:
    desk, act = SITUATIONS[code](kit)
    check(desk, act, code)


def test_every_code_is_given_here_and_has_its_words() -> None:
    assert used_codes() == {code for code, _ in CASES} | set(SITUATIONS)
    assert used_codes() == set(REFUSALS)
