"""What passes can be played to its end: no number in it makes the engine run for ever."""

from __future__ import annotations

import re
import signal
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from simulator.engine.rules import Rules
from simulator.runs.playable import playable
from simulator.runs.simulate import lead_for
from simulator.scenario.library import load_texts
from simulator.strategies.protocol import play

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
OTHERS = {
    f"{kind}/{path.stem}": path.read_text(encoding="utf-8")
    for kind in ("profiles", "rubrics")
    for path in (ROOT / "scenarios" / kind).glob("*.yaml")
}
PATIENCE = 60
"""Seconds for a shift that takes milliseconds: reached only by one that does not end."""
AMOUNT = re.compile(r"\b\d+ (min|h)\b|\b\d+ (per hour)|\d+(%)|(?<=: )\d+\b(?!:)")
GOOD = (ROOT / "tests" / "scenario" / "good.yaml", *sorted((ROOT / "scenarios").glob("*.yaml")))


@pytest.fixture(autouse=True)
def alarm() -> Iterator[None]:
    """Break off what does not end, where the system has alarms."""
    if not hasattr(signal, "SIGALRM"):
        pytest.skip("no alarms on this system")

    def ring(*_: object) -> None:
        raise AssertionError(f"it did not end in {PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def ends(text: str) -> bool:
    """Return whether the scenario passes; one that does is played to its end."""
    signal.alarm(PATIENCE)
    loaded = load_texts({"scenario.yaml": text, **OTHERS})
    if loaded.world is None:
        return False
    for name in ("absent", "by-the-book"):
        state = play(loaded.world, lead_for(name, playable(loaded))(), 1)
        assert state.now == loaded.world.length
    return True


def with_nothing(text: str, found: re.Match[str]) -> str:
    """Return a text with 0 in the place of an amount."""
    unit = next((part for part in found.groups() if part), "")
    nothing = f"0{unit}" if unit == "%" else f"0 {unit}".rstrip()
    return text[: found.start()] + nothing + text[found.end() :]


EVERY = [pytest.param(200), pytest.param(7, marks=pytest.mark.deep)]
"""One in so many is tried: few in the ordinary run, many in the deep one."""


@pytest.mark.parametrize("every", EVERY)
@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_with_nothing_in_the_place_of_an_amount(path: Path, every: int) -> None:
    text = path.read_text(encoding="utf-8")
    passed = [ends(with_nothing(text, found)) for found in list(AMOUNT.finditer(text))[::every]]
    assert any(passed)


def with_rule(text: str, name: str, value: int) -> str:
    """Return a scenario with a number in the place of a rule's."""
    usual: Any = getattr(Rules(), name)
    rule = f"  {name}: {value if isinstance(usual, int) else [value] * len(usual)}\n"
    text = re.sub(rf"^  {name}:.*\n", "", text, flags=re.MULTILINE)
    if re.search(r"^rules:\n", text, re.MULTILINE):
        return re.sub(r"^rules:\n", f"rules:\n{rule}", text, count=1, flags=re.MULTILINE)
    return f"{text}\nrules:\n{rule}  because: Tried.\n"


@pytest.mark.parametrize("every", EVERY)
@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_with_any_number_in_the_place_of_a_rule(path: Path, every: int) -> None:
    text = path.read_text(encoding="utf-8")
    names = [
        field.name
        for field in fields(Rules)
        if field.name != "costs" and not isinstance(getattr(Rules(), field.name), (bool, str))
    ]
    tried = [(name, value) for name in names for value in (0, -1, 3_000, 100_000)]
    passed = [ends(with_rule(text, name, value)) for name, value in tried[::every]]
    assert any(passed)
