"""What a person set for themselves: a small JSON file, saved the moment something changes."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated, Literal

from platformdirs import user_config_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError

DEFAULT_THEME = "shiftlead"


class Settings(BaseModel):
    """Preferences. A file from another version keeps what fits; the rest takes its default."""

    model_config = ConfigDict(extra="ignore", validate_assignment=True)

    theme: str = DEFAULT_THEME
    """Name of a theme; `shiftlead-contrast` is the one with the strongest contrast."""
    reduced_motion: bool = False
    """Whether nothing slides or fades."""
    vi_keys: bool = False
    """Whether j and k move in lists; f then shows what you know."""
    keymap: dict[str, Annotated[str, Field(max_length=64)]] = {}
    """Keys of your own: an action's id and the keys for it, `{"assign": "g"}`."""
    speed: Literal[1, 2, 4] = 1
    """How fast a shift starts: 1, 2 or 4 simulated minutes in two seconds."""
    welcomed: bool = False
    """Whether the page for the first time has been read."""


def settings_path() -> Path:
    """Return where the settings are kept; `SHIFTLEAD_SETTINGS` names another file."""
    named = os.environ.get("SHIFTLEAD_SETTINGS")
    return Path(named) if named else user_config_path("shiftlead") / "settings.json"


def load(path: Path | None = None) -> tuple[Settings, str]:
    """Return the settings, and a line about what could not be read ("" for nothing)."""
    path = path or settings_path()
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValueError):
        return Settings(), f"The settings in {path} cannot be read; defaults are used."
    if not isinstance(record, dict):
        return Settings(), f"The settings in {path} are not an object; defaults are used."
    settings = Settings()
    odd = []
    for name in Settings.model_fields:
        if name in record:
            try:
                setattr(settings, name, record[name])
            except ValidationError:
                odd.append(name)
    return settings, f"Settings that do not fit were left out: {', '.join(odd)}." if odd else ""


def save(settings: Settings, path: Path | None = None) -> str:
    """Write the settings whole or not at all; return a line about what went wrong."""
    path = path or settings_path()
    draft = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(settings.model_dump_json(indent=2) + "\n", encoding="utf-8")
        os.replace(draft, path)
    except OSError as error:
        return f"The settings were not saved: {error.strerror or error}."
    return ""
