"""What a person set for themselves: a small JSON file, saved the moment something changes."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from platformdirs import user_config_path

from simulator.tui.pacing import SPEEDS

DEFAULT_THEME = "shiftlead"
LONGEST = 64
"""Characters of the keys for one action."""


@dataclass(slots=True)
class Settings:
    """Preferences. A file from another version keeps what fits; the rest takes its default."""

    theme: str = DEFAULT_THEME
    """Name of a theme; `shiftlead-contrast` is the one with the strongest contrast."""
    reduced_motion: bool = False
    """Whether nothing slides or fades."""
    vi_keys: bool = False
    """Whether j and k move in lists; f then shows what you know."""
    keymap: dict[str, str] = field(default_factory=dict)
    """Keys of your own: an action's id and the keys for it, `{"assign": "g"}`."""
    speed: int = 1
    """How fast a shift starts: 1, 2 or 4 simulated minutes in two seconds."""
    welcomed: bool = False
    """Whether the page for the first time has been read."""


def _fits(name: str, value: object) -> bool:
    """Return whether a value from a file can stand for a setting."""
    match name:
        case "theme":
            return isinstance(value, str)
        case "speed":
            return type(value) is int and value in SPEEDS
        case "keymap":
            return isinstance(value, dict) and all(
                isinstance(keys, str) and keys and len(keys) <= LONGEST for keys in value.values()
            )
        case _:
            return isinstance(value, bool)


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
    for one in fields(settings):
        if one.name in record:
            if _fits(one.name, record[one.name]):
                setattr(settings, one.name, record[one.name])
            else:
                odd.append(one.name)
    return settings, f"Settings that do not fit were left out: {', '.join(odd)}." if odd else ""


def save(settings: Settings, path: Path | None = None) -> str:
    """Write the settings whole or not at all; return a line about what went wrong."""
    path = path or settings_path()
    draft = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(asdict(settings), indent=2) + "\n", encoding="utf-8")
        os.replace(draft, path)
    except OSError as error:
        return f"The settings were not saved: {error.strerror or error}."
    return ""
