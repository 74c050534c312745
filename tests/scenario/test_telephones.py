"""Telephones in a scenario's text, and what plain mode and the figures tell of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scoring.log import Log
from simulator.cli.plain import pages
from simulator.engine import api, words
from simulator.runs.outcomes import outcomes
from simulator.scenario.library import load

if TYPE_CHECKING:
    from simulator.engine.state import State

GOOD = Path(__file__).with_name("good.yaml").read_text(encoding="utf-8")


def opened(folder: Path, phones: str) -> State:
    """Return the good scenario's shift with these on the telephones and more calls."""
    file = folder / "telephones.yaml"
    text = GOOD.replace("share: 70%, skill", "share: 70%, channel: phone, skill")
    file.write_text(f"{text}\nphones: {phones}\n", encoding="utf-8")
    world = load(file).world
    assert world is not None
    return api.open_shift(world, 1)


def test_who_answers_stands_in_the_text(tmp_path: Path) -> None:
    state = opened(tmp_path, "[ana]")
    assert state.world.phones == ("ana",)
    assert state.log[0].data["phones"] == ("ana",)
    assert [one.phones for one in api.view(state).team()] == [True, False, False]


def test_a_name_nobody_has_is_answered_with_the_nearest(tmp_path: Path) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text(f"{GOOD}\nphones: [anna]\n", encoding="utf-8")
    (problem,) = load(file).diagnostics
    assert "anna" in problem.message
    assert "ana" in (problem.help or "")


def test_plain_mode_tells_who_rings_and_who_is_on_the_telephone(tmp_path: Path) -> None:
    state = opened(tmp_path, "[]")
    clock = words.clock_of(state.world)
    while not state.line:
        api.advance(state, state.now + 1)
    (line,) = pages.calls(api.view(state))
    assert line.startswith("Calls ringing: 1, longest 0 min")
    state = opened(tmp_path, "[ana]")
    while not any(call.state == "talking" for call in state.calls.values()):
        api.advance(state, state.now + 1)
    (ana,) = (one for one in pages.team(api.view(state), clock) if one.startswith("Ana"))
    assert ana.startswith("Ana: on the telephone, likely until ")
    assert ana.endswith("answers the telephones")


def test_the_figures_count_what_was_given_up(tmp_path: Path) -> None:
    shares = []
    for phones in ("[]", "[ana, ben, chloe]"):
        state = opened(tmp_path, phones)
        api.advance(state, state.world.length)
        found = outcomes(Log(state.log))
        rang = sum(e.kind == "call.rang" for e in state.log)
        gone = sum(e.kind == "call.abandoned" for e in state.log)
        assert found["abandoned"] == gone
        shares.append((gone / rang, found["call_wait"], found["satisfaction"] or 0))
    assert shares[0][1] is None
    assert shares[1][0] < shares[0][0]
    assert shares[1][1] is not None
    assert shares[1][2] > shares[0][2]
