"""Colours, motion, keys. What is changed here is kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.containers import Vertical
from textual.screen import ModalScreen

from simulator.tui import actions
from simulator.tui.screens.once import ClosesOnce
from simulator.tui.settings import settings_path
from simulator.tui.styles import STYLES
from simulator.tui.widgets.edge import Edge
from simulator.tui.widgets.fields import Field, Picker, Tick
from simulator.tui.widgets.frame import Frame
from simulator.tui.widgets.line import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from simulator.tui.app import ShiftleadApp
    from simulator.tui.settings import Settings

SPEEDS = (("1", "1x: a minute in two seconds"), ("2", "2x"), ("4", "4x, the fastest"))


class SettingsScreen(ClosesOnce[None], ModalScreen[None]):
    """Changes take effect while you look."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("escape,enter,f2", "close", "close")]

    def __init__(self, chosen: Settings) -> None:
        super().__init__()
        self.chosen = chosen

    def compose(self) -> ComposeResult:
        """Show a field a setting."""
        themes = sorted(
            self.app.available_themes, key=lambda name: (not name.startswith("sh"), name)
        )
        place = themes.index(self.chosen.theme) if self.chosen.theme in themes else 0
        speeds = [ident for ident, _ in SPEEDS]
        with Frame(id="frame"):
            yield Edge("top", "Settings")
            with Vertical(classes="section"):
                yield Picker("Colours", tuple((name, name) for name in themes), place, id="theme")
                yield Picker(
                    "A shift starts at", SPEEDS, speeds.index(str(self.chosen.speed)), id="speed"
                )
                yield Tick("Reduced motion: nothing slides or fades", self.chosen.reduced_motion,
                           id="motion")  # fmt: skip
                yield Tick("vi keys: j and k move in lists, f shows what you know",
                           self.chosen.vi_keys, id="vi")  # fmt: skip
                yield Line(f"\n {self._keymap()}\n", classes="hanging")
            yield Edge("bottom", "tab next · arrows change · esc close")

    def _keymap(self) -> str:
        own = self.chosen.keymap
        strange = actions.unknown(own)
        text = f"Keys of your own stand in {settings_path()} under “keymap”, by an action's id."
        if own:
            text += f" {len(own) - len(strange)} in force."
        if strange:
            text += f" No action is called {', '.join(strange)}."
        return text

    def on_field_changed(self, message: Field.Changed) -> None:
        """Put the change into force."""
        self.chosen.theme = self.query_one("#theme", Picker).value
        self.chosen.reduced_motion = self.query_one("#motion", Tick).on
        self.chosen.vi_keys = self.query_one("#vi", Tick).on
        self.chosen.speed = int(self.query_one("#speed", Picker).value)
        cast("ShiftleadApp", self.app).apply()

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
