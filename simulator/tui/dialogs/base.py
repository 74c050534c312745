"""What every dialog shares: a frame, keys, and the facts one key away."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.screen import ModalScreen

from simulator.engine.acts.shapes import Assign, Decide, Message, Reassign
from simulator.runs.sentences import over_first
from simulator.tui import actions, say
from simulator.tui.offers import Order
from simulator.tui.screens.once import ClosesOnce
from simulator.tui.styles import STYLES
from simulator.tui.telling import why_not
from simulator.tui.widgets.edge import Edge
from simulator.tui.widgets.fields import go_on
from simulator.tui.widgets.frame import Frame, Section
from simulator.tui.widgets.line import Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from simulator.engine.acts.base import Act
    from simulator.tui.desk import Sight


WARNING = "bold $text-warning"
"""How the reason stands there when something is not possible."""


class Dialog(ClosesOnce[Order | None], ModalScreen[Order | None]):
    """Something to decide. While it is open the view does not change, so the clock stands still."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *actions.bindings("dialog"),
        ("question_mark,f1", "app.help", "help"),
        ("ctrl+c", "app.quit", "quit"),
    ]
    place: ClassVar[actions.Place] = "dialog"
    hints = "enter choose · esc back"

    def __init__(self, sight: Sight) -> None:
        super().__init__()
        self.sight = sight
        self.labels = say.Labels.of(sight)
        self.starts = sight.world.starts

    def compose(self) -> ComposeResult:
        """Lay out the frame: a heading, sections with an edge between, the keys."""
        with Frame(id="frame"):
            yield Edge("top", self.heading(), self.aside(), id="heading")
            for place, section in enumerate(self.sections()):
                if place:
                    yield Edge("middle")
                with Section(classes="section"):
                    yield from section
            yield Edge("bottom", self.hints, id="hints")

    def heading(self) -> str:
        """Return the title."""
        return ""

    def aside(self) -> str:
        """Return what stands at the right end of the title: the time."""
        return self.time(self.sight.now)

    def sections(self) -> Iterable[Iterable[Widget]]:
        """Return the parts, in order."""
        return ()

    def time(self, minute: int) -> str:
        """Return a minute with its day: `Fri 08:41`."""
        return f"{say.day(self.starts, minute)} {say.clock(self.starts, minute)}"

    def clock(self, minute: int) -> str:
        """Return a minute as a time of day."""
        return say.clock(self.starts, minute)

    def refusal(self, act: Act) -> str:
        """Return in words why an act is not possible now, "" when it is."""
        if early := mistimed(self.sight, act):
            return early
        refusal = self.sight.possible(act)
        return "" if refusal is None else why_not(self.sight, refusal)

    def scroll_by_keys(self) -> None:
        """Let the arrow keys scroll the first part."""
        section = self.query(Section).first()
        section.can_focus = True
        section.focus()

    def action_back(self) -> None:
        """Close; nothing was done."""
        self.dismiss(None)

    def action_facts(self) -> None:
        """Show what the lead knows."""
        from simulator.tui.dialogs.reading import Facts

        self.app.push_screen(Facts(self.sight))

    def order(self, act: Act, words: str = "") -> None:
        """Hand back an act."""
        self.dismiss(Order(act, words))


def mistimed(sight: Sight, act: Act) -> str:
    """Say so where an act names a time that is over by the minute it takes effect, or too late."""
    match act:
        case Message(elements=elements):
            named = [one.minute for one in elements if one.minute is not None]
        case Assign() | Reassign():
            named = [minute for minute in (act.due, act.check_in) if minute is not None]
        case Decide(threshold=threshold):
            named = [] if threshold is None else [threshold]
        case _:
            return ""
    done = sight.done_at(act)
    if any(minute > sight.length for minute in named):
        end = say.clock(sight.world.starts, sight.length)
        return f"The shift ends at {end}; name a time before that."
    if any(minute <= done for minute in named):
        clock = [say.clock(sight.world.starts, one) for one in (done, min(named))]
        return (
            f"This takes effect at {clock[0]}, and {clock[1]} is not after that: name a later time."
        )
    return ""


class Form(Dialog):
    """A dialog with fields that make one act; it says what that would do before it is given."""

    hints = "enter give · tab next field · space change · esc back"
    takes_effect = "Takes effect"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "give", "give"),
        *actions.moves(down="step(1)", up="step(-1)"),
    ]

    def action_step(self, by: int) -> None:
        """Go to the next field, or the one before; stay at the last and the first."""
        go_on(self, by)

    def act(self) -> Act | None:
        """Return the act as the fields stand, None while something is missing."""
        return None

    def lacks(self) -> str:
        """Return what is still missing where the fields make no act."""
        return ""

    def words(self) -> str:
        """Return the free text that rides along."""
        return ""

    def spoken(self) -> str:
        """Return what would be said."""
        return ""

    def footing(self) -> Iterable[Widget]:
        """Return the section that says what the act would do."""
        yield Line(id="spoken")
        yield Line(id="effect")

    def on_mount(self) -> None:
        """Show the first preview."""
        self.preview()

    async def on_field_changed(self) -> None:
        """Keep what is shown in step with the fields."""
        self.preview()

    def preview(self) -> None:
        """Say what the act would do, or why it is not possible."""
        if not self.query("#spoken"):
            return
        act = self.act()
        self.query_one("#spoken", Line).say(self.spoken().strip())
        self.query_one("#effect", Line).say(self.effect(act))

    def effect(self, act: Act | None) -> Content:
        """Return when the act takes effect and what falls due before that, or why not."""
        if act is None:
            return Content("")
        reason = self.refusal(act)
        if reason:
            return Content.styled(reason, WARNING)
        done = self.sight.done_at(act)
        if done > self.sight.length:
            told = over_first(self.clock(self.sight.length), self.clock(done))
            return Content.styled(told, WARNING)
        agenda = self.sight.agenda()
        lined = [one.act for one in (agenda.in_hand, *agenda.queued) if one]
        written = {one.to for one in lined if isinstance(one, Message)}
        promises = self.sight.promises()
        due = [one for one in promises if one.due <= done and one.to not in written]
        before = "Nothing of yours is due before that."
        agreed = [
            f"check-in with {one.short} at {self.clock(one.agreed_check_in)}"
            for one in self.sight.team()
            if one.agreed_check_in is not None and one.agreed_check_in <= done
        ]
        if due or agreed:
            words = [f"{self.labels.who(one.to)} at {self.clock(one.due)}" for one in due]
            owed = say.listed([*words, *agreed])
            before = f"Due before that: {owed}."
        return Content(f"{self.takes_effect} {self.clock(done)}. {before}{self._waiting()}")

    def _waiting(self) -> str:
        """Return who stands still meanwhile."""
        waiting = [
            f" {one.short} waits for you ({self.sight.now - one.waits_since} min so far)."
            for one in self.sight.team()
            if one.waits_since is not None
        ]
        return "".join(waiting)

    def action_give(self) -> None:
        """Give the act, unless it is not possible."""
        act = self.act()
        reason = self.lacks() if act is None else self.refusal(act)
        if act is None or reason:
            self.app.bell()
            if reason:
                self.query_one("#effect", Line).say(Content.styled(reason, WARNING))
            return
        self.order(act, self.words())

    def on_input_submitted(self) -> None:
        """Enter in a line of text gives the act too."""
        self.action_give()
