"""Every act has its place in the menus, wherever it is added, and is three keys away at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.engine.acts.registry import ACTS
from simulator.tui import families
from simulator.tui.dialogs.form import ActForm
from tests.conftest import one_in
from tests.tui.driving import app_with, at, shown, until
from tests.tui.fakes import FakeDesk, payday

if TYPE_CHECKING:
    from simulator.engine.world import World

PAGED = [kind for kind in ACTS if kind not in families.KEYED]


def keys_to(kind: str, world: World) -> tuple[str, str, str]:
    """Return the keys from the queue to an act, through the lead's menu."""
    for number, (name, _) in enumerate(families.pages(world), 1):
        page = families.page(world, name)
        if kind in page:
            return ("e", str(number), families.letters(page)[kind])
    raise AssertionError(f"{kind} is on no page")


@pytest.mark.parametrize("name", [name for name, _ in families.PAGES])
def test_no_letter_means_two_acts_on_a_page(name: str) -> None:
    letters = families.letters(families.page(payday(), name))
    assert len({*letters.values()}) == len(letters)
    assert not {*letters.values()} & {*families.KEPT}


def test_only_what_the_scenario_uses_is_shown() -> None:
    from dataclasses import replace

    world = replace(payday(), acts=frozenset({"listen", "brief", "withdraw"}))
    assert families.listed(world) == ("brief", "listen")
    assert [name for name, _ in families.pages(world)] == ["desk", "prioritise", "people"]


@pytest.mark.parametrize("kind", one_in(4, PAGED))
async def test_every_act_opens_within_three_keys(kind: str) -> None:
    async with app_with(FakeDesk()).run_test(size=(80, 24)) as pilot:
        await at(pilot, "ShiftScreen")
        await until(pilot, lambda: "Payroll portal" in shown(pilot))
        for key in keys_to(kind, payday()):
            await pilot.press(key)
            await pilot.pause()
        await until(pilot, lambda: type(pilot.app.screen).__name__ not in {"ShiftScreen", "Lead"})
        front = pilot.app.screen
        if isinstance(front, ActForm):
            assert front.kind == kind
            await until(pilot, lambda: ACTS[kind].title in shown(pilot))
        else:
            assert kind in {*families.DIALOGS, *families.GIVEN_AWAY}
