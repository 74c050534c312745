"""The debrief of a run as text, Markdown or JSON; and a finished run on its way to the store."""

from __future__ import annotations

import dataclasses
import shutil
import sys
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from scoring.debrief.attempts import attempts_page
from scoring.debrief.lines import BARS, PLAIN_BARS, Page
from scoring.debrief.text import first_screen, whole_text
from scoring.debrief.two_futures_text import strong_page, two_futures_page
from simulator.cli.output import warn
from simulator.errors import ShiftleadError
from simulator.store.outbox import deliver

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scoring.debrief.attempts import Attempt
    from scoring.debrief.build import Debrief, Own
    from simulator.runs.contents import RunFile
    from simulator.runs.past import Past
    from simulator.store.shelf import Shelf

T = TypeVar("T")

WIDEST = 100
"""Columns of a page of text; longer lines are hard to read."""


def as_text(debrief: Debrief, whole: bool) -> str:
    """Return the debrief for this output: as wide as it is, in characters that it has."""
    return (whole_text if whole else first_screen)(debrief, page_width(), bars())


def beside(parent: RunFile, trial: RunFile) -> str:
    """Return a page with a trial beside the shift it began in, for this output."""
    from simulator.runs.trials import both_futures

    return f"\n{two_futures_page(both_futures(parent, trial), page_width(), bars())}"


def others(attempts: Sequence[Attempt], past: Past, told: Debrief) -> str:
    """Return pages with one's other shifts and strong runs of this one, for this output."""
    from simulator.runs.strong import strong_runs

    kept = f"\n{attempts_page(attempts, page_width())}" if attempts else ""
    return f"{kept}\n{strong_page(strong_runs(past, told), page_width(), bars())}"


def what_if(lines: Sequence[str]) -> str:
    """Return the page of what other acts would have changed; "" without lines."""
    if not lines:
        return ""
    page = Page(page_width())
    page.head("What if")
    for line in lines:
        room = " " * (len(line) - len(line.lstrip()))
        page.say(line.strip(), room, f"{room}  ")
    return f"\n{page.text()}"


def page_width() -> int:
    """Return how many columns a page of text has on this output."""
    return min(shutil.get_terminal_size((80, 24)).columns, WIDEST)


def bars() -> str:
    """Return the characters that curves are drawn with."""
    try:
        BARS.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return PLAIN_BARS
    return BARS


def as_record(debrief: Debrief) -> Mapping[str, Any]:
    """Return the debrief as a JSON object."""
    parts = ("first", "levels", "arithmetic", "desk", "curves", "ledger", "rung", "note")
    return {part: _plain(getattr(debrief, part)) for part in parts}


def _plain(value: object) -> Any:
    """Return a value as JSON would have it."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(one) for one in value]
    return value if isinstance(value, (str, int, bool, type(None))) else str(value)


def keep(shelf: Shelf) -> None:
    """Take finished runs to the store; what cannot go now waits in its folder and goes later."""
    for problem in deliver(shelf.folder, shelf.store).problems:
        warn(f"shiftlead: {problem.one_line()}")


def keep_words(shelf: Shelf, run: str, own: Own) -> None:
    """Keep what the trainee said about a stored run; it is never handed in."""
    from simulator.store.notes import write_note

    if not (own.back or own.keep):
        return
    try:
        words_ = {"back": own.back, "keep": own.keep}
        write_note(shelf.store(), run, "words", words_, date.today())
    except ShiftleadError as error:
        warn(f"shiftlead: your words were not kept: {error.one_line()}")


def markdown(text: str) -> str:
    """Return pages of text as Markdown: their underlined headings are headings there too."""
    lines = text.splitlines()
    out: list[str] = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if after and set(after) == {"-"} and line:
            out.append(f"## {line}")
        elif line and set(line) == {"-"}:
            out.append("")
        else:
            out.append(line.strip() and line + "  ")
    return "\n".join(out) + "\n"
