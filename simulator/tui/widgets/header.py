"""The header line: what, when, how fast, and what presses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from simulator.tui.snapshot import Snapshot


LEAST_TITLE = 4
"""Characters of the title that stay before a part of the line goes."""


class HeaderLine(Widget):
    """One line; the title gives way first when there is little room."""

    snapshot: reactive[Snapshot | None] = reactive(None)

    def render(self) -> Content:
        """Return the line for the snapshot in hand."""
        if self.snapshot is None:
            return Content("")
        return header_content(self.snapshot, self.size.width)


def header_content(shot: Snapshot, width: int) -> Content:
    """Return the header in at most `width` characters; what matters least goes first."""
    calls = calls_shown(shot)
    waiting = f"Waiting {shot.waiting}" + (f" {shot.trend}" if shot.trend else "")
    time = f"{shot.day} {shot.clock} {shot.pace}"
    p1, soon = f"{shot.first} {shot.p1}", f"Due in 15m {shot.due_soon}"
    for parts in (
        (time, waiting, calls, p1, soon),
        (time, waiting, calls, p1),
        (time, waiting, p1),
        (time, waiting),
    ):
        rest = "  ".join(part for part in parts if part)
        room = width - len(rest) - len("   ")
        if room >= LEAST_TITLE:
            break
    title = shot.title if len(shot.title) <= room else f"{shot.title[: max(room - 1, 0)]}…"
    line = Content.assemble((f" {title}", "bold"), "  ", rest)
    if (shot.calls or shot.counter) and calls in parts:
        start = line.plain.index(calls)
        line = line.stylize("bold $text-warning", start, start + len(calls))
    return line


def calls_shown(shot: Snapshot) -> str:
    """Return who rings, with the longest wait, and who stands at the counter; "" for nobody.

    Without telephones on the desk only conversations ring; theirs are the minutes left.
    """
    parts = []
    if shot.longest_call is not None:
        parts.append(f"Calls {shot.calls}" + (f" ({shot.longest_call} min)" if shot.calls else ""))
    elif shot.calls:
        parts.append(f"Calls {shot.calls} ({shot.call_left} min left)")
    if shot.counter:
        parts.append(f"Counter {shot.counter}")
    return "  ".join(parts)
