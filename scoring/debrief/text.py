"""The debrief as plain text at a given width."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from scoring.debrief.build import Debrief
    from scoring.debrief.levels import LevelRow, Sum
    from scoring.debrief.moments import Moment
    from scoring.debrief.picture import Curve

BARS = "▁▂▃▄▅▆▇█"
PLAIN_BARS = "12345678"
"""For outputs without block characters."""

NARROWEST = 30


def spark(values: Sequence[int], room: int, bars: str = BARS) -> str:
    """Return a row of bars for values, at most `room` wide; the scale is the row's own."""
    if not values:
        return ""
    if len(values) > room:
        values = [values[i * (len(values) - 1) // max(1, room - 1)] for i in range(room)]
    low, high = min(values), max(values)
    if low == high:
        return bars[0 if high <= 0 else 3] * len(values)
    steps = len(bars) - 1
    return "".join(bars[(value - low) * steps // (high - low)] for value in values)


class Page:
    """Lines of text, wrapped at a width."""

    def __init__(self, width: int) -> None:
        """Begin an empty page; a width below 30 counts as 30."""
        self.width = max(NARROWEST, width)
        self.lines: list[str] = []

    def say(self, text: str, first: str = "", later: str | None = None) -> None:
        """Add a paragraph, with what stands before its first and its later lines."""
        rest = " " * len(first) if later is None else later
        if len(first) > max(self.width // 2, 12):
            if first.strip():
                self.say(first.strip())
            first = rest = "    "
        self.lines += textwrap.wrap(
            text, self.width, initial_indent=first, subsequent_indent=rest,
            break_on_hyphens=False,
        ) or [first.rstrip()]  # fmt: skip

    def head(self, text: str) -> None:
        """Add a heading, with a free line before it."""
        if self.lines:
            self.lines.append("")
        self.say(text)
        self.lines.append("-" * min(self.width, len(text)))

    def pairs(self, rows: Iterable[tuple[str, str]]) -> None:
        """Add rows of a name and a text, in two columns where they fit."""
        kept = list(rows)
        column = min(max((len(name) for name, _ in kept), default=0), self.width // 2)
        for name, text in kept:
            if len(name) > column:
                self.say(name)
                self.say(text, " " * (column + 2))
            else:
                self.say(text or "-", f"{name:<{column}}  ")

    def text(self) -> str:
        """Return the page, each line ended."""
        return "\n".join(self.lines) + "\n"


def curve_line(curve: Curve, room: int, bars: str) -> str:
    """Return a curve as bars with its first and last value."""
    return f"{spark(curve.values, room, bars)}  {curve.first()} to {curve.last()}"


def part(page: Page, label: str, sentences: Sequence[str]) -> None:
    """Add one part of a moment: its label, then its sentences."""
    if sentences:
        ended = (one if one.endswith(("?", "!", ".")) else f"{one}." for one in sentences)
        page.say(f"{label}: {' '.join(ended)}", "  ")


def moment_lines(page: Page, moment: Moment, clock: Callable[[int], str]) -> None:
    """Add one moment."""
    page.lines.append("")
    page.say(moment.title + (". Went well" if moment.went_well else ""))
    part(page, "Known then", moment.known)
    part(page, "What you did" if moment.criterion else "What happened", moment.did)
    part(page, "It led to", moment.led_to)
    if moment.another_way:
        part(page, "Another way", (moment.another_way,))
    where = f"criterion {moment.criterion}, " if moment.criterion else ""
    page.say(f"({where}entry {moment.entry}; try it from {clock(moment.try_from)})", "  ")


def first_screen(debrief: Debrief, width: int = 80, bars: str = BARS) -> str:
    """Return the first screen: own words, picture, moments, one plan."""
    page, first, clock = Page(width), debrief.first, debrief.telling.clock
    if first.own.back or first.own.keep:
        page.head("Your own words")
        if first.own.back:
            page.say(f"The minute you'd like back: {first.own.back}")
        if first.own.keep:
            page.say(f"The one you'd keep: {first.own.keep}")
    for competency, said, ours in first.differences:
        more = "higher" if said > ours else "lower"
        page.say(f"You rated {competency} {abs(said - ours)} points {more} than the rubric.")
    page.head("The shift")
    room = max(10, page.width - 36)
    page.pairs((curve.name, curve_line(curve, room, bars)) for curve in first.picture.rows)
    if first.picture.minutes:
        spent = ", ".join(f"{family} {minutes}" for family, minutes in first.picture.minutes)
        page.say(f"Your minutes: {spent}. Work stood still for you: {first.waited} minutes.")
    page.head("Moments")
    if not first.moments:
        page.say("No criterion had an opportunity in this shift, so there is no moment to show.")
    for moment in first.moments:
        moment_lines(page, moment, clock)
    if first.plans:
        page.head("One plan: choose one, and put a day to it")
        for plan in first.plans:
            page.say(plan.text(), f"{plan.offer + ':':<10}")
    page.lines.append("")
    page.say(debrief.note)
    page.say(debrief.rung)
    return page.text()


def level_lines(page: Page, row: LevelRow, clock: Callable[[int], str]) -> None:
    """Add one criterion of the levels page."""
    page.lines.append("")
    mark = f"level {row.level}" if row.level is not None else row.reason
    page.say(f"{row.criterion}: {mark}" + (f" ({row.figure})" if row.figure else ""))
    page.say(row.prompt, "  ")
    if row.level is not None:
        page.say(row.anchor, "  What this level looks like: ", "    ")
        page.say(row.feedback, "  ")
    for one in row.evidence:
        page.say(f"{clock(one.at)} {one.text}", f"  [{one.entry}] ")
    page.say(f"Basis: {row.basis}", "  ")


def levels_page(debrief: Debrief, width: int = 80) -> str:
    """Return every criterion with its level, evidence and basis."""
    page = Page(width)
    page.head("Levels: 4 good, 3 acceptable, 2 marginal, 1 poor")
    for row in debrief.levels:
        level_lines(page, row, debrief.telling.clock)
    page.lines.append("")
    page.say(debrief.rung)
    return page.text()


def sum_words(one: Sum) -> str:
    """Return how a competency's points add up, in one line."""
    if not one.parts:
        text = "no criterion had an opportunity, so there is no score"
    else:
        adding = " + ".join(f"{name.rpartition('.')[2]} {points}" for name, points, _ in one.parts)
        text = f"{adding} = {sum(p for _, p, _ in one.parts)} of {one.of}"
        if one.capped_by:
            text += f", capped at {one.points} by {one.capped_by}"
        text += f": {one.printed}"
        if one.acceptable:
            text += ", acceptable"
    if one.said is not None:
        text += f"; you said {one.said}"
    for name, why in one.aside:
        text += f"; {name.rpartition('.')[2]}: {why}"
    return text


def arithmetic_page(debrief: Debrief, width: int = 80) -> str:
    """Return how the points add up."""
    page, sums = Page(width), debrief.arithmetic
    page.head("Arithmetic: level 4 earns 3 points, level 1 none")
    page.pairs((one.competency, sum_words(one)) for one in sums.sums)
    page.lines.append("")
    total = "no score" if sums.total is None else str(sums.total)
    said = "" if sums.said is None else f"; you said {sums.said}"
    page.say(f"Mean of the competencies: {total}{said}.")
    page.say(f"{sums.observed} of {sums.criteria} criteria had an opportunity.")
    if sums.chance is not None:
        low, high = sums.chance
        page.say(f"The same acts under other lucks score {low} to {high}.")
    page.say(debrief.note)
    page.say(debrief.rung)
    return page.text()


def desk_page(debrief: Debrief, width: int = 80) -> str:
    """Return the desk's figures; they stand beside the score and are no part of it."""
    page = Page(width)
    page.head("The desk: what became of it, beside the score")
    page.pairs((row.name, row.text) for row in debrief.desk)
    page.lines.append("")
    page.say(debrief.rung)
    return page.text()


def curves_page(debrief: Debrief, width: int = 80, bars: str = BARS) -> str:
    """Return every curve of the shift."""
    page = Page(width)
    page.head("Curves, a reading every five minutes")
    room = max(10, page.width - 46)
    page.pairs((curve.name, curve_line(curve, room, bars)) for curve in debrief.curves)
    page.lines.append("")
    page.say(debrief.rung)
    return page.text()


def whole_text(debrief: Debrief, width: int = 80, bars: str = BARS) -> str:
    """Return all pages, one after the other."""
    return "\n".join(
        (
            first_screen(debrief, width, bars),
            levels_page(debrief, width),
            arithmetic_page(debrief, width),
            desk_page(debrief, width),
            curves_page(debrief, width, bars),
        )
    )
