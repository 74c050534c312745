"""Somebody wants a word: what they say, what you know, and the ways to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.engine.acts.shapes import NotNow
from simulator.engine.casing import capital
from simulator.runs.sentences import somebody
from simulator.tui import offers, say
from simulator.tui.dialogs.reading import Menu
from simulator.tui.offers import Offer
from simulator.tui.picture import BACK
from simulator.tui.widgets.line import Line
from simulator.tui.widgets.offers import NONE, OffersList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.events import Key
    from textual.widget import Widget

    from simulator.engine.seen import IncidentView, SceneView
    from simulator.tui.desk import Sight

HOW = {
    "phone": "{who} is calling",
    "walk-up": "{who} is at your desk",
    "chat": "{who} writes to you",
    "corridor": "{who} stops you in the corridor",
    "meeting": "{who} in a meeting",
}
ROOM = 32
"""Columns for who it is; a long role is left out, so that it is still said what they do."""
NEWEST = 4
"""Facts named in a scene; the rest is one key away."""


class Scene(Menu):
    """A conversation. Reading it costs no time; `not now` lets its own limit run on.

    Closing it says nothing: it stays open, and the clock stands still.
    """

    def __init__(self, sight: Sight, scene: SceneView, hint: str = "", heard: str = "") -> None:
        super().__init__(sight)
        self.scene = scene
        self.hint = hint
        self.heard = heard
        """What was said a moment ago by others, and is not read yet; "" for nothing."""
        many = len(scene.choices)
        self.hints = (
            f"{f'1-{many}' if many > 1 else '1'} choose · n not now · k what I know · esc back"
        )

    def heading(self) -> str:
        """Say who it is, and how."""
        if name := self._sender() or self.scene.name:
            return HOW.get(self.scene.channel, "{who}").format(who=name)
        return capital(somebody(self.scene.channel))

    def _sender(self) -> str:
        for one in self.sight.stakeholders():
            if one.id == self.scene.sender:
                told = f"{one.name}, {one.role},"
                return told if one.role and len(told) <= ROOM else one.name
        return next((one.name for one in self.sight.team() if one.id == self.scene.sender), "")

    def aside(self) -> str:
        """Return the time, and until when it can wait."""
        return f'{self.time(self.sight.now)} · "not now" until {self.clock(self.scene.until)}'

    def sections(self) -> Iterable[Iterable[Widget]]:
        """Show what is said, what is known, the choices."""
        yield (
            *((Line(f"{self.heard}\n", classes="said heard"),) if self.heard else ()),
            Line(Content(self._says()), classes="said"),
            Line(""),
            Line(Content(self._known()), classes="known"),
            Line(""),
            OffersList(self.offered()),
            *((Line(f"Hint: {self.hint}", classes="hint"),) if self.hint else ()),
        )

    def _says(self) -> str:
        """Return what is said; where the text tells who came, it quotes them itself."""
        return say.quoted(self.scene.says) if self._sender() else self.scene.says

    def _known(self) -> str:
        facts = (fact for fact in self.sight.facts() if fact.text not in self.heard)
        newest = sorted(facts, key=lambda fact: -fact.since)[:NEWEST]
        learnt = "; ".join(f"{fact.text} ({self.clock(fact.since)})" for fact in newest)
        matters = [self._matter(one) for one in self.sight.incidents() if one.state != "resolved"]
        parts = [f"You learnt: {learnt}." if learnt else "", *(f"{one}." for one in matters)]
        return " ".join(part for part in parts if part) or "You know nothing about this yet."

    def _matter(self, one: IncidentView) -> str:
        """Return how an incident stands: what was learnt while it lasted may be over with it."""
        if one.state in BACK:
            return f"{one.name}: {say.back(one)}"
        tickets = say.count(one.linked + one.unlinked, "ticket")
        whom = f"with {self.labels.who(one.who)}" if one.who else "with nobody yet"
        return f"{one.name}: {tickets}, {whom}"

    def on_mount(self) -> None:
        """Mark no answer yet: enter, pressed once too often for what stood before, gives none."""
        super().on_mount()
        self.query_one(OffersList).chosen = NONE

    def on_key(self, event: Key) -> None:
        """Take the keys that let time pass on the desk as what they count as there: not now."""
        if event.key in {"space", "full_stop"}:
            event.stop()
            event.prevent_default()
            self.query_one(OffersList).take("n")
            return
        super().on_key(event)

    def offered(self) -> tuple[Offer, ...]:
        """Offer the choices, and to put it off."""
        return (*offers.for_scene(self.scene), Offer("n", "not now", act=NotNow(self.scene.id)))
