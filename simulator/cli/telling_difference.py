"""What moved between two versions of a scenario, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.output import columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.runs.difference import Difference, Moved
    from simulator.runs.playable import Playable


def told(before: Playable, after: Playable, moved: Difference) -> Iterator[str]:
    """Yield the difference: scores, figures of the desk, scenes, and how much did not move."""
    old, new = before.world, after.world
    yield f"{old.id} {old.version} -> {new.id} {new.version}, {moved.shifts} shifts of each"
    yield from _table("Scores that moved (medians, points):", moved.scores)
    yield from _table("Figures of the desk that moved (medians):", moved.figures)
    if moved.scenes:
        yield ""
        yield "Scenes:"
        for one in moved.scenes:
            if one.after is None:
                yield f"  {one.scene} is gone; it opened in {one.before} shifts"
            elif one.before is None:
                yield f"  {one.scene} is new, and opens in {one.after} of {moved.shifts} shifts"
            else:
                yield f"  {one.scene} opened in {one.before} shifts, and opens in {one.after} now"
    yield ""
    if not (moved.scores or moved.figures or moved.scenes):
        yield f"Nothing moved: {moved.still} figures are what they were."
    else:
        yield f"{moved.still} figures did not move."


def _table(title: str, rows: Sequence[Moved]) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield title
    shown: list[tuple[object, ...]] = [("LEAD", "WHAT", "BEFORE", "AFTER", "MOVED IN")]
    for one in rows:
        before, after = ("–" if value is None else value for value in (one.before, one.after))
        what = one.figure.removeprefix("desk.")
        shown.append((one.lead, what, before, after, f"{one.shifts} of {one.of}"))
    yield from columns(shown)
