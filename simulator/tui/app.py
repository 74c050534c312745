"""The app: places, settings, theme. What happens in a place is in that place's module."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, ClassVar

from textual.events import Event, Key
from textual.screen import ModalScreen

from simulator.tui import actions, settings, themes
from simulator.tui.dialogs.confirm import Confirm
from simulator.tui.palette import Actions
from simulator.tui.places import Places
from simulator.tui.styles import STYLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType
    from textual.notifications import SeverityLevel

    from simulator.tui.shelf import Shelf


NOTHING_LOST = (
    "Nothing is lost. Every act is on disk, and the shift goes on at the same minute when you "
    "come back."
)
READ = 1.5
"""Seconds in which a line in a corner can be seen; the next key after them takes it away."""
NOT_GIVEN = " The form that is open is no act yet, and is not kept."
"""Said besides while a form stands open."""
NOT_KEPT = "Nothing of a moment that is practised is kept; the debrief offers it again."


class ShiftleadApp(Places):
    """Shiftlead in a terminal."""

    TITLE = "Shiftlead"
    # Styles of other places are read when these are opened: the first page does not wait.
    CSS_PATH = [STYLES / "app.tcss", STYLES / "home.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("anywhere")
    COMMANDS: ClassVar[set[type[Actions]]] = {Actions}  # type: ignore[assignment]
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"), (80, "-normal"), (120, "-roomy"), (160, "-wide"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-low"), (32, "-tall")]

    def __init__(
        self,
        shelf: Shelf,
        chosen: settings.Settings | None = None,
        first: Callable[[ShiftleadApp], None] | None = None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        super().__init__()
        self.shelf = shelf
        self.chosen, self.told = (chosen, "") if chosen else settings.load()
        self._saves = chosen is None
        self._first = first
        self.clock = clock
        for theme in themes.OWN:
            self.register_theme(theme)
        # Chosen before the styles are read, so that they are read once.
        self.set_reactive(ShiftleadApp.theme, self._theme())
        self.stylesheet.set_variables(self.get_css_variables())
        self.keymap: dict[str, str] = {}
        self._told_at = 0.0
        self.read_at = 0.0
        """When a key last took away what stood in a corner, in seconds of the machine's clock."""

    def on_mount(self) -> None:
        """Apply the settings, open the first page, then whatever was asked for."""
        self.apply()
        self.go_home()
        if self.told:
            self.notify(self.told, severity="warning", markup=False)
        if self._first is not None:
            self.call_after_refresh(self._first, self)

    def _theme(self) -> str:
        known = self.chosen.theme in self.available_themes
        return self.chosen.theme if known else settings.DEFAULT_THEME

    def apply(self) -> None:
        """Put the settings into force, and save them."""
        self.theme = self._theme()
        calm = self.chosen.reduced_motion or "SSH_CONNECTION" in os.environ
        self.animation_level = "none" if calm else "basic"
        self.keymap = {**(actions.VI if self.chosen.vi_keys else {}), **self.chosen.keymap}
        self.set_keymap(self.keymap)
        if self._saves and (wrong := settings.save(self.chosen)):
            self.notify(wrong, severity="warning", markup=False)

    # What works anywhere -------------------------------------------------------------------------

    def action_help(self) -> None:
        """Explain what is on screen, and every key."""
        from simulator.tui.screens.help import Help

        self.push_screen(Help(getattr(self.screen, "place", "home"), self.focused))

    def action_settings(self) -> None:
        """Change colours, keys, motion."""
        from simulator.tui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen(self.chosen), lambda _: self.apply())

    async def on_event(self, event: Event) -> None:
        """Take away with a key what was told before, so that it covers nothing that is chosen."""
        if isinstance(event, Key) and time.monotonic() - self._told_at > READ:
            self.read_at = time.monotonic()
            self.clear_notifications()
        await super().on_event(event)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Tell something in a corner, until it was read."""
        self._told_at = time.monotonic()
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    async def action_quit(self) -> None:
        """Ask once while a shift is open; nothing is lost either way."""
        if self.desk is None:
            self.exit(0)
            return
        lost = NOT_KEPT if self.desk.drill else NOTHING_LOST
        if any(isinstance(one, ModalScreen) and one.query("#spoken") for one in self.screen_stack):
            lost += NOT_GIVEN
        self.push_screen(
            Confirm("Leave now?", lost, "leave", "stay"),
            lambda yes: self.exit(0) if yes else None,
        )


def run(
    store: str | None = None,
    scenario: str | None = None,
    resume: bool = False,
    seed: int | None = None,
    mode: str = "practice",
    trainee: str = "",
    cohort: str = "",
) -> int:
    """Open the app and return its exit code; with a scenario, at its briefing."""
    from simulator.tui.library import HomeShelf

    shelf = HomeShelf(store, seed=seed, mode=mode, trainee=trainee, cohort=cohort)

    def first(app: ShiftleadApp) -> None:
        run = shelf.latest(scenario) if resume else None
        if run is not None:
            app.go_on(run)
        elif scenario:
            app.brief(scenario)

    app = ShiftleadApp(shelf, first=first)
    try:
        return app.run() or app.return_code or 0
    finally:
        if app.desk is not None:
            app.desk.close()
        shelf.close()
