"""Every test of the app runs without the machine's own colours, settings and blinking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the environment out of the tests."""
    for name in ("NO_COLOR", "TEXTUAL_THEME", "SSH_CONNECTION", "SHIFTLEAD_STORE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SHIFTLEAD_SETTINGS", str(tmp_path / "settings.json"))
