"""The command palette: the same registry as the keys, and only what works now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from simulator.tui import actions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.tui.actions import Action


class Actions(Provider):
    """Finds actions of the screen that was open, and those that work anywhere."""

    def _now(self) -> Iterator[Action]:
        screen = self.screen
        place = getattr(screen, "place", None)
        shot = getattr(screen, "shot", None)
        for action in actions.ACTIONS:
            if action.place in {place, "anywhere"} and action.possible(shot):
                yield action

    def _run(self, action: Action) -> str:
        return f"app.{action.method}" if action.place == "anywhere" else f"screen.{action.method}"

    async def discover(self) -> Hits:
        """Offer everything that works now."""
        for action in self._now():
            yield DiscoveryHit(
                f"{action.label}: {action.tip}", self._doing(action), help=self._help(action)
            )

    async def search(self, query: str) -> Hits:
        """Offer what matches the letters."""
        matcher = self.matcher(query)
        for action in self._now():
            text = f"{action.label}: {action.tip}"
            if (score := matcher.match(text)) > 0:
                yield Hit(
                    score, matcher.highlight(text), self._doing(action), help=self._help(action)
                )

    def _help(self, action: Action) -> str:
        keymap = getattr(self.app, "keymap", {})
        return f"key {actions.key_shown(action.id, keymap)}"

    def _doing(self, action: Action):  # type: ignore[no-untyped-def]
        async def run() -> None:
            await self.app.run_action(self._run(action), self.screen)

        return run
