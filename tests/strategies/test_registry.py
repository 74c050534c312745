"""Finding a lead, shipped or one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.errors import NotFound, WrongUse
from simulator.strategies.registry import LEADS, find

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from simulator.engine.world import World

OWN = """
from simulator.engine.acts.shapes import Brief
from simulator.strategies.protocol import Wait


class Mine:
    def decide(self, view):
        if view.now == 0:
            yield Brief("impact")
            yield Wait(30)


class Needs:
    def __init__(self, something):
        pass

    def decide(self, view):
        return ()


class NotOne:
    pass
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "my_lead.py"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_every_shipped_lead_is_found_and_made_anew() -> None:
    for name in LEADS:
        assert find(name)() is not find(name)()


def test_an_own_lead_plays(own: Path, world: World, played: Callable[..., Any]) -> None:
    _, given = played(world, find(f"{own}:Mine")())
    assert [act.act.kind for act in given] == ["brief"]


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ("exprt", 'Did you mean "expert"'),
        ("nobody-like-that", "absent, random, hero, micromanager, spammer"),
        ("{own}:Yours", 'no class "Yours"'),
        ("{own}x.py:Mine", "There is no file"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(own: Path, wanted: str, says: str) -> None:
    with pytest.raises(NotFound) as raised:
        find(wanted.replace("{own}", str(own)))
    assert says in raised.value.one_line()


@pytest.mark.parametrize(
    ("wanted", "says"),
    [("{own}:NotOne", "no method `decide`"), ("{own}", "FILE.py:CLASS")],
)
def test_what_is_no_lead_is_told_at_once(own: Path, wanted: str, says: str) -> None:
    with pytest.raises(WrongUse) as raised:
        find(wanted.replace("{own}", str(own)))
    assert says in raised.value.one_line()


def test_a_lead_that_wants_arguments_is_told_when_it_is_made(own: Path) -> None:
    with pytest.raises(WrongUse, match="cannot be made"):
        find(f"{own}:Needs")()


def test_a_broken_file_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.py"
    path.write_text("\n\nprint(nothing)\n", encoding="utf-8")
    with pytest.raises(WrongUse, match=r"broken\.py:3: NameError"):
        find(f"{path}:Mine")
