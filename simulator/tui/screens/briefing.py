"""What a lead hears before a shift: the desk, the people, what one may decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from simulator.tui import actions, say
from simulator.tui.screens.once import ClosesOnce
from simulator.tui.styles import STYLES
from simulator.tui.widgets.edge import Edge
from simulator.tui.widgets.frame import Frame, Reading
from simulator.tui.widgets.line import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from simulator.engine.world import World

WAY_ROUND = "Press esc to choose another shift; nothing is kept of this one."
"""The way round a content note, which costs nothing."""


class Briefing(ClosesOnce[bool]):
    """Read as long as you like: the clock has not started."""

    CSS_PATH = STYLES / "places.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "answer(True)", "begin"),
        ("escape", "answer(False)", "back"),
    ]

    place: ClassVar[actions.Place] = "briefing"

    def __init__(self, world: World, plan: str = "") -> None:
        super().__init__()
        self.world = world
        self.plan = plan

    def compose(self) -> ComposeResult:
        """Show the paragraphs, the team, the others, what may be decided."""
        world = self.world
        hours = f"{say.day(world.starts, 0)} {say.clock(world.starts, 0)} to "
        with Frame(id="page"):
            yield Edge("top", world.title, hours + say.clock(world.starts, world.length))
            with Reading(classes="section", id="briefing"):
                if world.content_note:
                    yield Line(f"{world.content_note} {WAY_ROUND}", classes="paragraph")
                for paragraph in world.briefing or (world.summary,):
                    yield Line(paragraph, classes="paragraph")
                if self.plan:
                    yield Line(f"Last time you planned: {self.plan}", classes="paragraph")
                yield Line(self._people(), classes="paragraph")
                if authority := self._authority():
                    yield Line(authority, classes="paragraph")
            yield Edge("bottom", "enter begin · up and down scroll · esc back")

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#briefing").focus()

    def _people(self) -> Content:
        lines: list[Content] = []
        for one in self.world.team:
            skills = ", ".join(
                f"{self.world.skills.get(skill, skill)} {points}"
                for skill, points in sorted(one.skills.items(), key=lambda pair: -pair[1])[:3]
            )
            since = f", from {say.clock(self.world.starts, one.arrives)}" if one.arrives else ""
            wants = f" · wants: {one.wants}" if one.wants else ""
            lines.append(Content.assemble((f"{one.name}", "bold"), f" {skills}{since}{wants}"))
        for other in self.world.stakeholders:
            role = f" {other.role}" if other.role else ""
            lines.append(Content.assemble((other.name, "bold"), role))
        return Content("\n").join(lines)

    def _authority(self) -> str:
        return " ".join(self._allowed())

    def _allowed(self) -> Iterator[str]:
        names = {
            ident: text
            for incident in self.world.incidents
            for ident, text in (
                *((permit.id, permit.text) for permit in incident.permits),
                *((way.id, way.text) for way in incident.ways),
            )
        }
        people = {one.id: one.name for one in self.world.stakeholders}
        may = [
            names.get(ident, ident.replace("-", " ")) for ident in sorted(self.world.authority.may)
        ]
        if may:
            yield f"You may decide: {say.listed(may)}."
        for ident, who in sorted(self.world.authority.ask.items()):
            yield f"For {names.get(ident, ident.replace('-', ' '))} you ask {people.get(who, who)}."

    def action_answer(self, begin: bool) -> None:
        """Begin, or go back."""
        self.dismiss(begin)
