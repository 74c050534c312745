"""An incident: declare it, link tickets, say go ahead, find a way round, ask for help, decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui import families, offers, say
from simulator.tui.crew import who_has_roles
from simulator.tui.dialogs.reading import Menu
from simulator.tui.marks import marks
from simulator.tui.picture import BACK, why_waits
from simulator.tui.second_pair import watching
from simulator.tui.widgets.edge import Edge
from simulator.tui.widgets.line import Line
from simulator.tui.widgets.offers import OffersList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.events import Key
    from textual.widget import Widget

    from simulator.engine.seen import IncidentView
    from simulator.tui.desk import Sight
    from simulator.tui.offers import Offer


class Incident(Menu):
    """What is known about one incident, and what can be done."""

    hints = "letter or enter choose · tab next incident · k what I know · esc back"

    def __init__(self, sight: Sight, incident: str = "") -> None:
        super().__init__(sight)
        unresolved = (one for one in sight.incidents() if one.state != "resolved")
        self.all = tuple(sorted(unresolved, key=lambda one: one.state in BACK))
        ids = [one.id for one in self.all]
        self.index = ids.index(incident) if incident in ids else 0

    @property
    def one(self) -> IncidentView | None:
        """The incident in front."""
        return self.all[self.index] if self.all else None

    def heading(self) -> str:
        """Name it."""
        if self.one is None:
            return "Incidents"
        return f"{self.one.name} ({self.index + 1} of {len(self.all)})"

    def sections(self) -> Iterable[Iterable[Widget]]:
        """Show what is known, then what can be done."""
        yield (Line(self._state(), id="state"),)
        yield (OffersList(self.offered()),)

    def _state(self) -> str:
        one = self.one
        if one is None:
            return (
                "No service is known to be out of order.\n"
                "Opening tickets (p) shows what they are really about."
            )
        declared = f"declared, severity {one.severity}" if one.declared else "not declared"
        with_whom = f"with {self.labels.who(one.who)}" if one.who else "with nobody"
        beside = f", {watching(one, self.sight, self.labels)}" if one.beside else ""
        since, linked = self.clock(one.known_since), say.count(one.linked, "ticket")
        target = "" if one.state in BACK else f" · {say.target(one.left)}"
        lines = [
            f"{declared} · known since {since}{target}",
            f"{with_whom}{beside} · {linked} linked, {one.unlinked} not yet",
        ]
        used = self.sight.world.acts
        if one.roles or not used or "give-role" in used:
            lines.append(who_has_roles(one, self.labels))
        if one.halted_since is not None:
            waited = self.sight.now - one.halted_since
            lines.append(f"STANDS STILL, waits for your word since {waited} min: {one.question}")
            lines.append(why_waits(one))
        if one.state == "mitigated":
            lines.append("The service works again; the cause is still there.")
        if one.worse_until is not None and one.worse_until > self.sight.now:
            lines.append(f"Everybody is out until about {self.clock(one.worse_until)}.")
        return "\n".join(lines)

    def offered(self) -> tuple[Offer, ...]:
        """Offer what can be done about it; with no incident, a decision can still be recorded."""
        if self.one is not None:
            marked = marks(self.sight, self.one.id)
            doors = families.doors(self.sight.world, "incident", marked)
            return (*offers.for_incident(self.sight, self.one, self.labels), *doors)
        return (offers.Offer("r", "Record a decision", opens="decide"),)

    def on_key(self, event: Key) -> None:
        """Go to the next incident with tab."""
        if event.key == "tab" and len(self.all) > 1:
            event.stop()
            event.prevent_default()
            self.index = (self.index + 1) % len(self.all)
            self.query_one("#heading", Edge).label = self.heading()
            self.query_one("#state", Line).say(self._state())
            self.query_one(OffersList).offers = self.offered()
            return
        super().on_key(event)
