"""What `shiftlead doctor` finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.crash import write_report

if TYPE_CHECKING:
    import pytest

    from tests.cli.conftest import Shiftlead


def test_doctor_is_well_in_a_fresh_house(shiftlead: Shiftlead) -> None:
    said = shiftlead("doctor")
    assert said.code == 0, said.out
    for word in ("shiftlead", "python", "textual", "terminal", "data", "store"):
        assert word in said.out


def test_doctor_points_at_the_last_report(
    shiftlead: Shiftlead, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_report(ValueError("half a desk"), ["list"])
    said = shiftlead("doctor")
    assert said.code == 1
    assert str(path) in said.out
