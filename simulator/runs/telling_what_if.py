"""What another act would have changed, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.debrief.grammar import between
from simulator.engine import api, words
from simulator.runs.costliest import LOOKS, RIVALS
from simulator.runs.in_words import in_words
from simulator.runs.language.desk import Desk
from simulator.runs.language.writing import write
from simulator.runs.put_off import PutOff
from simulator.runs.what_waited import what_waited

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.engine.acts.base import Act
    from simulator.engine.state import State
    from simulator.engine.world import World
    from simulator.runs.costliest import Costly, Kind
    from simulator.runs.past import Past
    from simulator.runs.what_if import Comparison, Difference

FIGURES = {
    "open": ("open at the end", "tickets"), "resolved": ("resolved", "tickets"),
    "returned": ("came back", "tickets"), "missed": ("targets missed", ""),
    "lapsed": ("conversations left unanswered", ""), "oldest": ("oldest open ticket", "min"),
    "waited": ("work stood still for you", "min"), "own": ("your own work on tickets", "min"),
    "hand_offs": ("hand-offs", ""), "came_back": ("back with somebody who had it", "tickets"),
    "satisfaction": ("satisfaction", "points"), "trust": ("trust outside the team", "points"),
    "morale": ("morale", "points"), "stress": ("highest stress", "points"),
    "friction": ("friction", "points"), "abandoned": ("calls given up", ""),
    "call_wait": ("a caller's wait", "min"),
}  # fmt: skip
"""How a figure is called, and its unit; `restored.ID` is told with the incident's name."""

NO_ACT = "nothing at all"

LEFT = (
    "Another act is followed no further once it did hardly better in any of {} futures; once it "
    "did clearly better in all of {} or in none, or no better in their mean; of several, only the "
    "best go on after {}."
).format(*LOOKS, RIVALS)
"""Which of them had fewer futures than those that are told."""

SMALL = 0.5
"""A change of less than half of a figure's unit is not told. (J)"""

KINDS: Mapping[Kind, str] = {
    "unlucky": (
        "Unlucky: the other way did better here, and not in the mean of {of} futures; in {good} of "
        "them your way did as well, or better."
    ),
    "got-away": "Risky, and it went well: the other way does better over many futures, not here.",
    "costly": "Costly: the other way does better over many futures, and did here.",
}
"""What an act meant for the desk's figures, by the mean of its futures, `of` many."""


def lines_of(past: Past, one: Comparison) -> tuple[str, str]:
    """Return an act and its alternative as lines of plain mode, with the names of then."""
    desk = Desk(api.view(past.before(one.point)))
    was, would = (
        NO_ACT if act is None else _line_of(act, desk) for act in (one.point.act, one.alternative)
    )
    return was, would


def _line_of(act: Act | PutOff, desk: Desk) -> str:
    """Return an act as a line of plain mode; one that is put off with its minute."""
    if isinstance(act, PutOff):
        return f"{write(act.act, desk)}, at {words.clock_of(desk.view.world)(act.at)}"
    return write(act, desk)


@dataclass(frozen=True, slots=True)
class Swapped:
    """What was done or left undone beside what does best instead of it, in words."""

    at: int
    """The minute of it."""
    heading: str
    """When it was, and what was done, or what waited."""
    means: str
    """What it meant for the desk's figures; "" where nothing does clearly better."""
    instead: str
    changes: tuple[str, ...]
    """A line for each figure that would have come out otherwise."""
    dropped: str = ""
    """How many later acts had no place in the other future; "" for none."""


def swapped(past: Past, act: Costly) -> Swapped:
    """Return an act, or what was left undone, beside the alternative that its kind is about."""
    one = act.told
    before = past.before(one.point)
    at = one.point.at
    return Swapped(
        at=at,
        heading=f"{words.clock_of(before.world)(at)} {_was(past, act, before)}",
        means=KINDS.get(act.kind, "").format(good=act.as_good, of=one.futures),
        instead=f"What if {in_words(before, one.alternative)}",
        changes=tuple(changes(before.world, one)),
        dropped=dropped(one),
    )


def _was(past: Past, act: Costly, before: State) -> str:
    """Return what was done, or what stood open with nothing done about it."""
    one = act.told
    if one.point.act is not None:
        return in_words(before, one.point.act)
    return what_waited(before, act.subject, one.alternative, past.run.log[one.entry])


def dropped(one: Comparison) -> str:
    """Return how many later acts had no place beside an alternative; "" for none."""
    if not one.dropped:
        return ""
    were = "was" if one.dropped == 1 else "were"
    return f"{one.dropped} of your later acts had no place in it and {were} left out."


NO_ACTS = "Nothing in this shift had another act beside it that could be compared."
WHAT_CAME = "This page is about what came of the acts; the levels are about what you did."


def above(told: Sequence[Costly]) -> str:
    """Return the line above the acts that are told."""
    if not told:
        return "What if? One act swapped or added, your later acts follow."
    numbers = [act.told.futures for act in told]
    least, most = min(numbers), max(numbers)
    many = f"{most}" if least == most else f"{least} to {most}"
    return (
        f"What if? One act swapped or added, your later acts follow, {many} futures with the same "
        "past."
    )


def below(rest: int) -> Iterator[str]:
    """Yield the lines below the acts that are told, about the others."""
    if rest:
        yield (
            f"{rest} more {'was' if rest == 1 else 'were'} compared: nothing that was open "
            "instead does clearly better in what the desk counts."
        )
    yield LEFT
    yield WHAT_CAME


def table(past: Past, acts: Sequence[Costly]) -> Iterator[str]:
    """Yield the acts that cost the most, each with what does best instead of it."""
    if not acts:
        yield NO_ACTS
        return
    told = [act for act in acts if act.kind in KINDS]
    yield above(told)
    for act in told:
        one = swapped(past, act)
        yield ""
        yield one.heading
        yield f"  {one.means}"
        yield f"  {one.instead}"
        yield from one.changes
        if one.dropped:
            yield f"  {one.dropped}"
    yield ""
    yield from below(len(acts) - len(told))


def telling(world: World, one: Comparison, was: str, would: str) -> Iterator[str]:
    """Yield one act against one alternative."""
    yield f"At {words.clock_of(world)(one.point.at)}, instead of: {was}"
    yield f"{' ' * 10}what if it had been: {would}"
    yield f"{one.futures} futures with the same past, played with both; your later acts follow."
    if one.withheld:
        yield f"{one.dropped} of your later acts had no place in it: too many to call it yours."
        return
    if one.dropped:
        yield dropped(one)
    yield from changes(world, one)


def changes(world: World, one: Comparison) -> Iterator[str]:
    """Yield a line for each figure that would have come out otherwise."""
    incidents = {incident.id: incident.name for incident in world.incidents}
    told = {f: change for f, change in one.differences.items() if abs(change.mean) >= SMALL}
    if not told:
        yield "  Nothing that the desk counts would have come out otherwise in the mean."
    for figure, change in told.items():
        yield _line(figure, change, incidents)


def _line(figure: str, change: Difference, incidents: Mapping[str, str]) -> str:
    about = figure.partition(".")[2]
    name, unit = FIGURES.get(figure, (f"{incidents.get(about, about)}: away", "min"))
    here = "" if change.here is None else f"; in the shift you played {_signed(change.here)}"
    return (
        f"  {name}: {_signed(change.mean)} {unit}".rstrip()
        + f" (eight in ten: {between(_signed(change.low), _signed(change.high))}{here})"
    )


def _signed(number: float) -> str:
    return f"{number:+g}".replace("-", "−") if number else "0"
