"""How the team is laid into the lines there are: nobody goes missing where room is short."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.tui.shown import PersonShown

BARS = ("▯▯▯▯", "▮▯▯▯", "▮▮▯▯", "▮▮▮▯", "▮▮▮▮")
"""Load as it can be seen: 0 to 4."""
WAITS = "bold $text-warning"
GAP = " · "


@dataclass(frozen=True, slots=True)
class Row:
    """One line, and who stands in it: the column after each person, and their place."""

    line: Content
    who: tuple[tuple[int, int], ...]

    def at(self, column: int) -> int:
        """Return the place of the person in a column; behind the last one, of the last."""
        return next((place for end, place in self.who if column < end), self.who[-1][1])


def team_rows(people: tuple[PersonShown, ...], width: int, height: int, chosen: int) -> list[Row]:
    """Return the team in at most `height` lines; `chosen` is the place that is marked, or -1.

    With room each has a line, and one for what presses, for roles and for signs. With less these
    stand in one line, then beside the name, then only who waits for you has one; at last several
    people share a line.
    """
    for lay in (_whole, _in_one, _beside, _pressing):
        rows = _each(people, width, chosen, lay)
        if len(rows) <= height and (lay is not _beside or _all_fit(rows, width)):
            return rows
    rows = _packed(people, width, chosen)
    if len(rows) <= height:
        return rows
    # The line with the mark stays in sight.
    marked = next((n for n, row in enumerate(rows) if chosen in {p for _, p in row.who}), 0)
    first = max(0, min(marked - height // 2, len(rows) - height))
    return rows[first : first + height]


def _each(
    people: tuple[PersonShown, ...],
    width: int,
    chosen: int,
    lay: Callable[[PersonShown, int, bool], list[Content]],
) -> list[Row]:
    return [
        Row(line, ((width, place),))
        for place, person in enumerate(people)
        for line in lay(person, width, place == chosen)
    ]


def _whole(person: PersonShown, width: int, marked: bool) -> list[Content]:
    styles = {person.waits: WAITS, person.signs: "italic"}
    below = [_below(text, width, styles.get(text, "")) for text in person.below]
    return [_head(person, person.doing, width, marked), *below]


def _in_one(person: PersonShown, width: int, marked: bool) -> list[Content]:
    head = _head(person, person.doing, width, marked)
    if not person.below:
        return [head]
    return [head, _below(GAP.join(person.below), width, WAITS if person.waits else "italic")]


def _beside(person: PersonShown, width: int, marked: bool) -> list[Content]:
    head = _head(person, GAP.join((person.doing, *person.below)), 0, marked)
    start = head.plain.find(person.waits) if person.waits else len(head.plain)
    return [head.stylize(WAITS, start, start + len(person.waits))]


def _all_fit(rows: list[Row], width: int) -> bool:
    return all(len(row.line.plain) <= width for row in rows)


def _pressing(person: PersonShown, width: int, marked: bool) -> list[Content]:
    more = " …" if person.roles or person.signs else ""
    head = _head(person, f"{person.doing}{more}", width, marked)
    return [head, _below(person.waits, width, WAITS)] if person.waits else [head]


def _head(person: PersonShown, doing: str, width: int, marked: bool) -> Content:
    name = person.short[:6]
    load = BARS[max(0, min(person.load, 4))]
    head = f"{'›' if marked else ' '}{name:<6} {load} {doing}"
    return Content(_cut(head, width)).stylize("bold" if marked else "", 0, len(name) + 1)


def _below(text: str, width: int, style: str) -> Content:
    return Content.styled(_cut(f"   {text}", width), style)


def _packed(people: tuple[PersonShown, ...], width: int, chosen: int) -> list[Row]:
    """Return several people a line, in a few words each."""
    rows: list[Row] = []
    for place, person in enumerate(people):
        said = "WAITS FOR YOU" if person.waits else person.doing
        marked = place == chosen
        text = _cut(f"{'›' if marked else ' '}{person.short} {said}", width)
        shown = Content.styled(text, WAITS if person.waits else "bold" if marked else "")
        end = rows[-1].who[-1][0] if rows else width
        if end + len(GAP) - 1 + len(text) <= width:
            line = Content.assemble(rows[-1].line, GAP[:-1], shown)
            rows[-1] = Row(line, (*rows[-1].who, (len(line.plain), place)))
        else:
            rows.append(Row(shown, ((len(text), place),)))
    return rows


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width or width <= 0 else f"{text[: width - 1]}…"
