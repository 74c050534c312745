"""The command palette: the same registry as the keys, and only what works now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from simulator.engine.acts.registry import ACTS
from simulator.tui import actions, families

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

    def _acts(self) -> Iterator[tuple[str, str]]:
        """Yield the acts of the scenario whose shift is open, with their words."""
        desk = getattr(self.screen, "desk", None)
        if getattr(self.screen, "place", None) == "shift" and desk is not None:
            for kind in families.listed(desk.view().world):
                yield kind, f"{ACTS[kind].title}: {ACTS[kind].help}"

    def _opening(self, kind: str):  # type: ignore[no-untyped-def]
        async def run() -> None:
            await self.app.run_action(f"screen.form({kind!r})", self.screen)

        return run

    async def discover(self) -> Hits:
        """Offer everything that works now."""
        for action in self._now():
            yield DiscoveryHit(
                f"{action.label}: {action.tip}", self._doing(action), help=self._help(action)
            )
        for kind, text in self._acts():
            yield DiscoveryHit(text, self._opening(kind))

    async def search(self, query: str) -> Hits:
        """Offer what matches the letters."""
        matcher = self.matcher(query)
        for action in self._now():
            text = f"{action.label}: {action.tip}"
            if (score := matcher.match(text)) > 0:
                yield Hit(
                    score, matcher.highlight(text), self._doing(action), help=self._help(action)
                )
        for kind, text in self._acts():
            if (score := matcher.match(text)) > 0:
                yield Hit(score, matcher.highlight(text), self._opening(kind))

    def _help(self, action: Action) -> str:
        keymap = getattr(self.app, "keymap", {})
        return f"key {actions.key_shown(action.id, keymap)}"

    def _doing(self, action: Action):  # type: ignore[no-untyped-def]
        async def run() -> None:
            await self.app.run_action(self._run(action), self.screen)

        return run
