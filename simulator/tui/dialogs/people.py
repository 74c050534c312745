"""Talk to somebody: ask, listen, thank, review, send on a break, talk it through."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.geometry import Region

from simulator.tui import families, offers
from simulator.tui.crew import doing, roles, signs
from simulator.tui.dialogs.reading import Menu
from simulator.tui.widgets.edge import Edge
from simulator.tui.widgets.frame import Section
from simulator.tui.widgets.line import Line
from simulator.tui.widgets.offers import OffersList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.events import Click, Key
    from textual.widget import Widget

    from simulator.engine.seen import AnalystView
    from simulator.tui.desk import Sight
    from simulator.tui.offers import Offer


NAME = 12
"""Columns for a name before what is said of somebody; a longer one ends with a comma."""


class People(Menu):
    """Everybody with a number; what can be done with who is marked, with a letter each."""

    hints = "1-9 or ‹ › person · letter choose · k what I know · esc back"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("right", "step(1)", "next person"),
        ("left", "step(-1)", "person before"),
    ]

    def __init__(self, sight: Sight, who: str = "") -> None:
        super().__init__(sight)
        self.team = tuple(sight.team())
        self.outside = tuple(sight.stakeholders())
        self.ids = (*(one.id for one in self.team), *(one.id for one in self.outside))
        waiting = next((one.id for one in self.team if one.waits_since is not None), "")
        self.who = who or waiting or self.ids[0]

    def heading(self) -> str:
        """Name who is marked."""
        return f"A word with {self.labels.who(self.who)}"

    def sections(self) -> Iterable[Iterable[Widget]]:
        """Show the people, then what can be done."""
        yield (Line(self._people(), id="people"),)
        yield (OffersList(self.offered()),)

    def _people(self) -> Content:
        return Content("\n").join(self._lines())

    def _lines(self) -> list[Content]:
        lines = []
        for place, one in enumerate(self.team, 1):
            lines.append(self._line(place, one.id, one.short, self._facts(one)))
        for place, one_outside in enumerate(self.outside, len(self.team) + 1):
            heard = one_outside.last_word
            word = "no word from you yet" if heard is None else f"last word {self.clock(heard)}"
            role = f"{one_outside.role}, {word}" if one_outside.role else word
            lines.append(self._line(place, one_outside.id, one_outside.name, role))
        return lines

    def _heights(self) -> list[int]:
        """Return how many lines each person takes on a narrow screen."""
        width = max(self.query_one("#people", Line).size.width, 1)
        return [len(line.wrap(width)) for line in self._lines()]

    def _line(self, place: int, ident: str, short: str, facts: str) -> Content:
        here = ident == self.who
        key = str(place) if place <= 9 else " "
        name = f"{short:<{NAME}}" if len(short) <= NAME else f"{short},"
        return Content.assemble(
            "›" if here else " ",
            (key, "bold $text-accent"),
            f" {name} ",
            (facts, "bold" if here else ""),
        )

    def _facts(self, one: AnalystView) -> str:
        parts = [doing(one, self.sight, self.labels)]
        if one.waits_since is not None:
            parts.append(f"WAITS FOR YOU {self.sight.now - one.waits_since} min")
        parts += [*roles(one, self.sight), *signs(one)]
        return ", ".join(parts)

    def offered(self) -> tuple[Offer, ...]:
        """Offer what can be done with who is marked."""
        one = next((one for one in self.team if one.id == self.who), None)
        about: families.About = "outside" if one is None else "person"
        marked = dict.fromkeys(("person", "who", "to", "author"), self.who)
        doors = families.doors(self.sight.world, about, marked)
        if one is not None:
            return (*offers.for_person(self.sight, one, self.labels), *doors)
        message = offers.Offer("w", "Write a message", opens="message", about=self.who)
        return (message, *offers.for_outsider(self.sight, self.who), *doors)

    def on_key(self, event: Key) -> None:
        """Mark a person by number, take an offer by letter."""
        if event.character and event.character.isdigit():
            place = int(event.character) - 1
            if 0 <= place < len(self.ids):
                event.stop()
                self.turn_to(self.ids[place])
                return
        super().on_key(event)

    def action_step(self, by: int) -> None:
        """Mark the next person or the one before, round and round."""
        self.turn_to(self.ids[(self.ids.index(self.who) + by) % len(self.ids)])

    def on_click(self, event: Click) -> None:
        """Mark the person under the pointer."""
        people = self.query_one("#people", Line)
        if not people.region.contains(event.screen_x, event.screen_y):
            return
        line = event.screen_y - people.region.y
        for ident, height in zip(self.ids, self._heights(), strict=True):
            line -= height
            if line < 0:
                self.turn_to(ident)
                return

    def turn_to(self, who: str) -> None:
        """Mark somebody else."""
        self.who = who
        self.query_one("#people", Line).say(self._people())
        self.query_one("#heading", Edge).label = self.heading()
        self.query_one(OffersList).offers = self.offered()
        self._into_sight()

    def on_mount(self) -> None:
        """Begin where who is marked can be seen."""
        super().on_mount()
        self.call_after_refresh(self._into_sight)

    def _into_sight(self) -> None:
        place, heights = self.ids.index(self.who), self._heights()
        line = Region(0, sum(heights[:place]), 1, heights[place])
        self.query(Section).first().scroll_to_region(line, animate=False)
