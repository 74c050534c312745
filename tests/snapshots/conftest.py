"""Pictures are taken in the same surroundings everywhere, and only with the version they are of."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

TEXTUAL = "8.2.8"
"""The one version of Textual that the pictures were made with."""


@pytest.fixture(autouse=True)
def same_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the machine's colours, settings and blinking out of the pictures."""
    if version("textual") != TEXTUAL:
        pytest.skip(f"the pictures were made with Textual {TEXTUAL}, here is {version('textual')}")
    for name in ("NO_COLOR", "TEXTUAL_THEME", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SHIFTLEAD_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.setattr("textual.widgets.Input.cursor_blink", False)
